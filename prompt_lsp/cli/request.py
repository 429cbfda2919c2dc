"""What `prompt-lsp check` is asked for."""

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from typing import Any

from prompt_lsp.rules.rule import Severity

STDIN = "-"
OUTPUT_FORMATS = ("text", "json", "github", "sarif")

_NEVER = "never"
_THRESHOLDS = {str(severity): severity for severity in sorted(Severity, reverse=True)}


@dataclass(frozen=True, slots=True)
class Request:
    """The command line of `check`, read.

    Attributes:
        paths: files and folders; `-` alone for standard input.
        stdin_name: the path that standard input stands for.
        select, ignore: selectors of rules; None where the configuration decides.
        fail_on: the lightest severity that fails; None for none.
        output_format: one of `OUTPUT_FORMATS`.
        fix, unsafe: apply the safe fixes, and the others too.
        diff: show what fixing would change, and change nothing.
        force_exclude: leave out given paths that a walk would leave out.
    """

    paths: tuple[str, ...]
    stdin_name: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    fail_on: Severity | None = Severity.WARNING
    output_format: str = "text"
    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    force_exclude: bool = False

    @property
    def from_stdin(self) -> bool:
        """Whether standard input is checked, and no path."""
        return self.paths == (STDIN,)

    @property
    def flags(self) -> dict[str, Any]:
        """The settings that the command line decides, keys as in a file."""
        given = {"select": self.select, "ignore": self.ignore}
        return {key: list(value) for key, value in given.items() if value is not None}


class Contradiction(ValueError):
    """Arguments that exclude each other or mean nothing; its text says which."""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments of `check` to its parser."""
    add_input(parser)
    add = parser.add_argument
    add("--fix", action="store_true", help="apply the safe fixes")
    add(
        "--unsafe-fixes",
        action="store_true",
        help="with --fix, apply the unsafe fixes too; alone, only list them",
    )
    add(
        "--diff",
        action="store_true",
        help="change no file, print what --fix would change",
    )
    for name, what in (
        ("--select", "check these rules only"),
        ("--ignore", "do not check these rules"),
    ):
        add(
            name,
            type=_listed,
            action="extend",
            metavar="CODES",
            help=f"{what}: codes, beginnings of codes or names, apart by commas",
        )
    add(
        "--fail-on",
        choices=(*_THRESHOLDS, _NEVER),
        default=str(Severity.WARNING),
        help="the lightest severity that makes the exit code 1 (default: %(default)s)",
    )
    add("--output-format", choices=OUTPUT_FORMATS, default=OUTPUT_FORMATS[0])


def add_input(parser: ArgumentParser, default: str = " (default: this folder)") -> None:
    """Add what says which prompts are read, and where from."""
    add = parser.add_argument
    add(
        "paths",
        nargs="*",
        metavar="PATH",
        help=f"a file, a folder, or `-` for standard input{default}",
    )
    add(
        "--stdin-filename",
        metavar="NAME",
        help="the path that standard input stands for",
    )
    add(
        "--force-exclude",
        action="store_true",
        help="leave out given files, too, that the configuration excludes",
    )


def request(arguments: Namespace) -> Request:
    """The request that parsed arguments make.

    Raises:
        Contradiction: standard input is to be read among other paths, or a path is
            empty.
    """
    return Request(
        input_paths(arguments),
        arguments.stdin_filename,
        _tuple_of(arguments.select),
        _tuple_of(arguments.ignore),
        _THRESHOLDS.get(arguments.fail_on),
        arguments.output_format,
        arguments.fix,
        arguments.unsafe_fixes,
        arguments.diff,
        arguments.force_exclude,
    )


def input_paths(arguments: Namespace) -> tuple[str, ...]:
    """The paths that are read; `-` alone for standard input.

    Raises:
        Contradiction: standard input is to be read among other paths, or a path is
            empty.
    """
    name = arguments.stdin_filename
    paths = tuple(arguments.paths) or ((STDIN,) if name is not None else (".",))
    if "" in paths or name == "":
        message = "a path is empty: write `.` for the current folder"
        raise Contradiction(message)
    if STDIN in paths and len(paths) > 1:
        message = "`-` stands for standard input and bears no other path beside it"
        raise Contradiction(message)
    if name is not None and paths != (STDIN,):
        message = "`--stdin-filename` is for standard input (`-`) and bears no path"
        raise Contradiction(message)
    return paths


def _listed(text: str) -> list[str]:
    return [code for part in text.split(",") if (code := part.strip())]


def _tuple_of(codes: list[str] | None) -> tuple[str, ...] | None:
    return None if codes is None else tuple(codes)
