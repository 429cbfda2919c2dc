"""`prompt-lsp convert`: text-completions prompts to Messages bodies, and back.

Which bodies a prompt can say, `_BODIES` tells users, and the package `migrate` us.
What is left out of a body on the way is told as a warning.
"""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from prompt_lsp.cli.streams import put, say, take
from prompt_lsp.cli.verb import Subparsers
from prompt_lsp.document.model import Source
from prompt_lsp.document.models import refuses_prefill
from prompt_lsp.formats import parse
from prompt_lsp.migrate import (
    Body,
    Refused,
    messages_name,
    prompt_name,
    read_body,
    to_messages,
    to_text,
    write_body,
)
from prompt_lsp.workspace.configuration import Configuration
from prompt_lsp.workspace.load import FileText, decoded, encoded, read
from prompt_lsp.workspace.paths import absolute
from prompt_lsp.workspace.trouble import Trouble
from prompt_lsp.workspace.write import create

_STDIN = "-"
_NOTE = "`{}` refuses a request that begins its answer; say it in the prompt instead"
_BODIES = (
    "A Messages request becomes a prompt if it has `messages` of `user` and "
    "`assistant` by turns, `user` first, with or without `system` and `model`. "
    "Texts are strings or lists of one text block. Settings of the answer "
    "(`max_tokens`, `temperature`, `stop_sequences`, `thinking` and the like) are left "
    "out with a warning; `tools` and any other key are refused."
)


class _Target(NamedTuple):
    """What files are converted to: what they are called then, and what they say."""

    name: Callable[[str], str]
    text: Callable[[FileText, str, Configuration], str | Refused]


def add(subparsers: Subparsers) -> None:
    """Add the verb to the command line."""
    what = "convert text-completions prompts to Messages requests, or back"
    parser = subparsers.add_parser(
        "convert", help=what, description=what, epilog=_BODIES, allow_abbrev=False
    )
    option = parser.add_argument
    option("files", nargs="+", metavar="FILE", help="a file, or `-` for standard input")
    option(
        "--to",
        choices=tuple(_TARGETS),
        default=next(iter(_TARGETS)),
        help="what to make of them (default: %(default)s)",
    )
    option(
        "--write",
        action="store_true",
        help="create NAME.messages.json or NAME.prompt beside each file",
    )
    option("--force", action="store_true", help="with --write, replace what is there")
    option(
        "--stdin-filename",
        metavar="NAME",
        help="the path that standard input stands for",
    )
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Convert what is asked for: 0 all of it, 2 trouble with some of it."""
    if contradiction := next(_contradictions(arguments), None):
        say(f"error: {contradiction}")
        return 2
    configuration = Configuration((Path.cwd(),))
    created: set[str] = set()
    code = 0
    for name in dict.fromkeys(arguments.files):
        try:
            _convert(name, arguments, configuration, created)
        except Trouble as trouble:
            code = 2
            say(f"error: {trouble}")
    for problem in configuration.problems:
        say(f"warning: {problem}")
    return code


def _convert(
    name: str, arguments: Namespace, configuration: Configuration, created: set[str]
) -> None:
    """Convert one file.

    Raises:
        Trouble: it cannot be read, converted or kept.
    """
    shown = (name == _STDIN and arguments.stdin_filename) or name
    file = decoded(shown, take()) if name == _STDIN else read(name)
    target = _TARGETS[arguments.to]
    text = target.text(file, shown, configuration)
    if isinstance(text, Refused):
        raise Trouble(shown, str(text))
    if arguments.write:
        _create(name, target, text, created, force=arguments.force)
    else:
        put(encoded(_ended(text) if target.text is _messages else text))


def _contradictions(arguments: Namespace) -> Iterator[str]:
    from_stdin = _STDIN in arguments.files
    if len(arguments.files) > 1 and (from_stdin or not arguments.write):
        yield "several files can only be converted to files, with `--write`"
    if from_stdin and arguments.write:
        yield "`--write` creates a file beside another, and standard input is none"
    if arguments.stdin_filename is not None and not from_stdin:
        yield "`--stdin-filename` is for standard input (`-`)"
    if arguments.force and not arguments.write:
        yield "`--force` says what `--write` may do, and has no meaning without it"


def _ended(text: str) -> str:
    """JSON for standard output: in a terminal the shell's prompt begins a line."""
    return text if text.endswith("\n") or not sys.stdout.isatty() else f"{text}\n"


def _messages(
    file: FileText, shown: str, configuration: Configuration
) -> str | Refused:
    declared = shown != _STDIN and configuration.declared(file.path)
    body = to_messages(parse((Source(file.path, file.text),), declared=declared))
    if isinstance(body, Refused):
        return body
    prefilled = body.messages[-1].role == "assistant"
    if prefilled and body.model is not None and refuses_prefill(body.model):
        say(f"warning: {shown}: {_NOTE.format(body.model)}")
    return write_body(body)


def _text(file: FileText, shown: str, _: Configuration) -> str | Refused:
    body = read_body(file.text)
    text = to_text(body) if isinstance(body, Body) else body
    if isinstance(body, Body) and isinstance(text, str):
        for loss in _losses(body):
            say(f"warning: {shown}: {loss}")
    return text


def _losses(body: Body) -> Iterator[str]:
    """What a prompt made of a body does not give back."""
    if body.left_out:
        yield f"left out: {_listed(body.left_out)}"
    if body.unwrapped:
        yield f"one text block each, to come back as strings: {_listed(body.unwrapped)}"


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _create(
    name: str, target: _Target, text: str, created: set[str], *, force: bool
) -> None:
    """Put a converted file beside its origin.

    Raises:
        Unwritable: there is a file of that name, and nobody forces us.
        Trouble: we have just created it for another origin.
    """
    path = str(Path(name).with_name(target.name(Path(name).name)))
    if absolute(path) in created:
        raise Trouble(name, f"`{path}` was just created from another file")
    create(path, text, force=force)
    created.add(absolute(path))
    say(f"created {path}")


_TARGETS = {
    "messages": _Target(messages_name, _messages),
    "text-completions": _Target(prompt_name, _text),
}
