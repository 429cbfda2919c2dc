"""What `prompt-lsp check` is asked for."""

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from typing import Any

from prompt_lsp.cli.input import Input, add_input, input_of
from prompt_lsp.rules.rule import Severity

OUTPUT_FORMATS = ("text", "json", "github", "sarif")

_NEVER = "never"
_THRESHOLDS = {str(severity): severity for severity in sorted(Severity, reverse=True)}


@dataclass(frozen=True, slots=True)
class Request:
    """The command line of `check`, read.

    Attributes:
        input: which prompts are checked.
        select, ignore: selectors of rules; None where the configuration decides.
        fail_on: the lightest severity that fails; None for none.
        output_format: one of `OUTPUT_FORMATS`.
        fix, unsafe: apply the safe fixes, and the others too.
        diff: show what fixing would change, and change nothing.
    """

    input: Input
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    fail_on: Severity | None = Severity.WARNING
    output_format: str = "text"
    fix: bool = False
    unsafe: bool = False
    diff: bool = False

    @property
    def flags(self) -> dict[str, Any]:
        """The settings that the command line decides, keys as in a file."""
        given = {"select": self.select, "ignore": self.ignore}
        return {key: list(value) for key, value in given.items() if value is not None}


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


def request(arguments: Namespace) -> Request:
    """The request that parsed arguments make.

    Raises:
        Contradiction: standard input is to be read among other paths, or a path is
            empty.
    """
    return Request(
        input_of(arguments),
        _tuple_of(arguments.select),
        _tuple_of(arguments.ignore),
        _THRESHOLDS.get(arguments.fail_on),
        arguments.output_format,
        arguments.fix,
        arguments.unsafe_fixes,
        arguments.diff,
    )


def _listed(text: str) -> list[str]:
    return [code for part in text.split(",") if (code := part.strip())]


def _tuple_of(codes: list[str] | None) -> tuple[str, ...] | None:
    return None if codes is None else tuple(codes)
