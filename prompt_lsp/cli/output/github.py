"""Findings as workflow commands, which GitHub shows beside the changed lines."""

from collections.abc import Iterable
from pathlib import PurePath
from typing import TextIO

from prompt_lsp.cli.output.outcome import Checked, Outcome, Shown
from prompt_lsp.rules.rule import Severity

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFORMATION: "notice",
    Severity.HINT: "notice",
}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def write(outcomes: Iterable[Outcome], stream: TextIO) -> None:
    """Write one command a finding, as soon as it is known."""
    for outcome in outcomes:
        if isinstance(outcome, Checked):
            stream.writelines(
                f"{_command(outcome, shown)}\n" for shown in outcome.shown
            )


def _command(checked: Checked, shown: Shown) -> str:
    properties = ",".join(
        f"{name}={str(value).translate(_IN_PROPERTY)}"
        for name, value in _properties(checked, shown).items()
    )
    message = shown.message.translate(_IN_MESSAGE)
    return f"::{_COMMANDS[shown.severity]} {properties}::{message}"


def _properties(checked: Checked, shown: Shown) -> dict[str, str | int]:
    file = checked.files[shown.file]
    start, end = file.point(shown.span.start), file.point(shown.span.end)
    # GitHub knows a file by its path in the repository, which has no `./`.
    path = PurePath(file.path).as_posix()
    place: dict[str, str | int] = {"file": path, "line": start.line}
    if start.line == end.line:
        # The runner refuses columns of a stretch over several lines.
        place |= {"col": start.column}
    place |= {"endLine": end.line}
    if start.line == end.line:
        place |= {"endColumn": end.column}
    return place | {"title": f"{shown.rule.code} {shown.rule.name}"}
