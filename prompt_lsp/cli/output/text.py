"""Findings for people: a line, the place in a frame, and what helps."""

from collections.abc import Iterable, Iterator
from shutil import get_terminal_size
from typing import TextIO

from prompt_lsp.cli.output.cells import visible
from prompt_lsp.cli.output.frame import WIDTH, frame
from prompt_lsp.cli.output.outcome import Checked, CheckedFile, Outcome, Shown
from prompt_lsp.cli.output.paint import Paint, colour_of, paint_for
from prompt_lsp.text import Span

_NARROWEST = 40
_ACTIONS = {"convert-to-messages": "Convert to Messages (`prompt-lsp convert`)"}


def write(outcomes: Iterable[Outcome], stream: TextIO) -> None:
    """Write each prompt's findings as soon as they are known."""
    paint = paint_for(stream)
    width = _width(stream)
    for outcome in outcomes:
        if isinstance(outcome, Checked) and outcome.shown:
            stream.write(
                "".join(f"{line}\n" for line in _checked(outcome, paint, width))
            )
            stream.flush()


def _width(stream: TextIO) -> int:
    """The columns of a frame; a terminal would break a longer line anywhere."""
    if not stream.isatty():
        return WIDTH
    return max(_NARROWEST, min(WIDTH, get_terminal_size().columns))


def _checked(checked: Checked, paint: Paint, width: int) -> Iterator[str]:
    for shown in checked.shown:
        yield from _finding(checked, shown, paint, width)
        yield ""


def _finding(checked: Checked, shown: Shown, paint: Paint, width: int) -> Iterator[str]:
    file = checked.files[shown.file]
    colour = colour_of(shown.severity)
    place = paint.bold(_place(file, shown.span))
    code = paint.bold(shown.rule.code)
    severity = paint(colour, str(shown.severity))
    yield f"{place}: {code} {shown.rule.name} {severity}: {visible(shown.message)}"
    around = frame(file, shown.span, paint, colour, width=width)
    yield from around.rows
    edge = f"{'':{around.gutter}} {paint.faint('=')} "
    for aside in shown.asides:
        place = _place(checked.files[aside.file], aside.span)
        yield f"{edge}{paint.bold('note')}: {visible(aside.message)} ({place})"
    for remedy in _remedies(shown):
        yield f"{edge}{paint.bold('help')}: {remedy}"


def _place(file: CheckedFile, span: Span) -> str:
    line, column, _ = file.point(span.start)
    return f"{visible(file.path)}:{line}:{column}"


def _remedies(shown: Shown) -> Iterator[str]:
    if shown.remedy is not None:
        safety = "safe" if shown.remedy.safe else "unsafe"
        yield f"{visible(shown.remedy.title)} ({safety})"
    if shown.action is not None:
        yield _ACTIONS.get(shown.action, f"{shown.action} (an action of the editor)")
