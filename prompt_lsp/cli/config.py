"""`prompt-lsp config`: which settings hold for a file, and where each comes from."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from prompt_lsp.cli.output.cells import visible
from prompt_lsp.cli.output.printable import printable
from prompt_lsp.cli.selectors import unknown_in
from prompt_lsp.cli.streams import say
from prompt_lsp.cli.verb import Subparsers
from prompt_lsp.config import SETTINGS, Provenance, Resolved
from prompt_lsp.config.schema import json_schema, plain
from prompt_lsp.formats import format_of
from prompt_lsp.workspace import paths
from prompt_lsp.workspace.configuration import Configuration


def add(subparsers: Subparsers) -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "config", help="show the settings of a file and where they come from"
    )
    parser.add_argument(
        "file", nargs="?", help="a file, which need not exist (default: this folder)"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument(
        "--schema", action="store_true", help="print the JSON schema of the settings"
    )
    form.add_argument(
        "--capabilities",
        action="store_true",
        help="print what the server offers to editors, as JSON",
    )
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Print what holds for a file; what is wrong with it goes to standard error."""
    if arguments.schema:
        sys.stdout.write(printable(json_schema()))
        return 0
    if arguments.capabilities:
        from prompt_lsp.cli.capabilities import (  # noqa: PLC0415 - reads the server
            capabilities,
        )

        sys.stdout.write(printable(capabilities()))
        return 0
    configuration = Configuration((Path.cwd(),))
    file: str | None = arguments.file
    resolved = configuration.resolve(file)
    if arguments.json:
        sys.stdout.write(printable(_facts(file, configuration, resolved)))
    else:
        lines = _lines(file, configuration, resolved)
        sys.stdout.writelines(f"{line}\n" for line in lines)
    for problem in (*resolved.problems, *unknown_in(_general(file, configuration))):
        say(f"warning: {problem}")
    return 0


def _lines(
    file: str | None, configuration: Configuration, resolved: Resolved
) -> Iterator[str]:
    """The settings as TOML that says the same, with comments."""
    if file is not None:
        yield from (f"# {visible(fact)}" for fact in _about(file, configuration))
        yield ""
    for setting in SETTINGS:
        value = plain(getattr(resolved.settings, setting.field))
        if value is None:
            yield f"# {setting.key} is not set"
        else:
            origin = visible(_origin(setting.key, resolved))
            yield f"{setting.key} = {_toml(value)}  # {origin}"


def _about(file: str, configuration: Configuration) -> Iterator[str]:
    standing = configuration.standing(file)
    verdict = "a prompt" if standing.prompt else "no prompt"
    yield f"{file} is {verdict}: {standing.reason}"
    format_ = format_of(paths.absolute(file))
    reader = "" if format_.read else ", for which there is no reader yet"
    declared = ", declared text-completions" if configuration.declared(file) else ""
    yield f"Its format is {format_.name}{reader}{declared}"
    nearest = configuration.project_file(paths.parent(paths.absolute(file)))
    yield (
        f"Its configuration file is {nearest}"
        if nearest
        else ("There is no configuration file in its folder or above it")
    )


def _origin(key: str, resolved: Resolved) -> str:
    origin = str(resolved.origin(key))
    if key == "per-file-ignores" and resolved.settings.silent:
        return f"{origin}, for this file {_toml(list(resolved.settings.silent))}"
    return origin


def _general(file: str | None, configuration: Configuration) -> Resolved:
    """What holds for all files of a folder."""
    if file is None:
        return configuration.resolve(None)
    return configuration.in_folder(paths.parent(paths.absolute(file)))


def _facts(
    file: str | None, configuration: Configuration, resolved: Resolved
) -> dict[str, Any]:
    settings = {
        setting.key: {
            "value": plain(getattr(resolved.settings, setting.field)),
            "origin": _placed(resolved.origin(setting.key)),
        }
        for setting in SETTINGS
    }
    problems = [
        {**_placed(problem.where), "message": problem.message}
        for problem in resolved.problems
    ]
    about = {} if file is None else _about_json(file, configuration)
    return {
        **about,
        "settings": settings,
        "ignoredByFile": list(resolved.settings.silent),
        "problems": problems,
    }


def _about_json(file: str, configuration: Configuration) -> dict[str, Any]:
    standing = configuration.standing(file)
    format_ = format_of(paths.absolute(file))
    return {
        "path": file,
        "prompt": standing.prompt,
        "reason": standing.reason,
        "format": format_.name,
        "readable": format_.read is not None,
        "textCompletions": configuration.declared(file),
        "configurationFile": configuration.project_file(
            paths.parent(paths.absolute(file))
        ),
    }


def _placed(where: Provenance) -> dict[str, Any]:
    return {"level": where.level.value, "file": where.file, "line": where.line}


def _toml(value: object) -> str:
    if isinstance(value, Mapping):
        entries = (f"{_key(key)} = {_toml(inner)}" for key, inner in value.items())
        return f"{{ {', '.join(entries)} }}" if value else "{}"
    if isinstance(value, list):
        return f"[{', '.join(_toml(one) for one in value)}]"
    # A string, a number or a truth value of JSON reads the same in TOML.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(key: str) -> str:
    bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if bare else json.dumps(key, ensure_ascii=False)
