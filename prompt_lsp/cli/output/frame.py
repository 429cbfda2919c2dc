"""A stretch of a text in a frame: its lines, their numbers, carets under it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from prompt_lsp.cli.output.cells import Cell, cell
from prompt_lsp.cli.output.outcome import CheckedFile
from prompt_lsp.cli.output.paint import Paint
from prompt_lsp.text import LineIndex, Span

WIDTH = 106  # columns that a frame takes at most

_CUT = Cell("…", 1)
_WHOLE = 4  # a span over more lines is shown without its middle


class Frame(NamedTuple):
    """The lines of a frame, without line ends, and the width of their numbers."""

    gutter: int
    rows: tuple[str, ...]


class Strip(NamedTuple):
    """A line as it is shown, and the columns under which carets stand."""

    text: str
    indent: int
    carets: int


def frame(
    file: CheckedFile, span: Span, paint: Paint, colour: str, *, width: int = WIDTH
) -> Frame:
    """The frame around `span`, in so many columns.

    One line of context stands before and after; of a long span the middle is left
    out, and a long line is cut around what the span covers of it.
    """
    lines = file.lines
    covered = range(lines.line_of(span.start), _last_line(lines, span) + 1)
    shown = list(_shown_lines(lines, covered))
    gutter = max(len(str(number + 1)) for number in shown if number is not None)
    bar = paint.faint(f"{'':{gutter}} |")
    rows = [bar]
    for number in shown:
        if number is None:
            rows.append(paint.faint(f"{'':{gutter}} ⋮"))
            continue
        strip = strip_of(lines, number, span, width - gutter - len(" | "))
        head = paint.faint(f"{number + 1:>{gutter}} |")
        rows.append(f"{head} {strip.text}".rstrip(" "))
        if number in covered and strip.carets:
            carets = paint(colour, "^" * strip.carets)
            rows.append(f"{bar} {' ' * strip.indent}{carets}")
    return Frame(gutter, (*rows, bar))


def strip_of(lines: LineIndex, number: int, span: Span, width: int) -> Strip:
    """One line of a text, cut to some columns around what a span covers of it."""
    content = lines.content(number)
    covered = _within(span, content)
    before = _cells(
        lines.text, max(content.start, covered.start - width), covered.start
    )
    under = _cells(lines.text, covered.start, min(covered.end, covered.start + width))
    under += _line_end(lines, number, span)
    after = _cells(lines.text, covered.end, min(content.end, covered.end + width))
    if covered.start - width > content.start or _width(before + under) > width:
        before = _fitting(before[::-1], width // 3)[::-1]
    if len(before) < covered.start - content.start:
        before.insert(0, _CUT)
    row = before + under + after
    kept = _fitting(row, width)
    if len(kept) < len(row) or covered.end + width < content.end:
        kept.append(_CUT)
    carets = _width(kept[len(before) : len(before) + len(under)])
    if number == lines.line_of(span.start):
        carets = max(1, carets)  # an empty span, too, has its place
    return Strip("".join(cell.shown for cell in kept), _width(before), carets)


def _shown_lines(lines: LineIndex, covered: range) -> Iterator[int | None]:
    """The numbers of the lines to show; None stands for those left out."""
    if covered.start > 0:
        yield covered.start - 1
    if len(covered) <= _WHOLE:
        yield from covered
    else:
        yield from (*covered[:2], None, covered[-1])
    after = covered.stop
    if after < len(lines.starts) and lines.starts[after] < len(lines.text):
        yield after


def _last_line(lines: LineIndex, span: Span) -> int:
    return lines.line_of(max(span.start, span.end - 1))


def _within(span: Span, content: Span) -> Span:
    start = max(content.start, min(span.start, content.end))
    return Span(start, max(start, min(span.end, content.end)))


def _line_end(lines: LineIndex, number: int, span: Span) -> list[Cell]:
    """A line's end, spelled where it is covered by a span in which nothing is seen."""
    following = number + 1
    if following == len(lines.starts) or not span.of(lines.text).isspace():
        return []
    end = _within(span, Span(lines.content(number).end, lines.starts[following]))
    name = end.of(lines.text).replace("\r", "CR").replace("\n", "LF")
    return [Cell(f"<{name}>", len(name) + 2)] if name else []


def _cells(text: str, start: int, end: int) -> list[Cell]:
    return [cell(character) for character in text[start:end]]


def _width(cells: Iterable[Cell]) -> int:
    return sum(cell.width for cell in cells)


def _fitting(cells: list[Cell], room: int) -> list[Cell]:
    """The first cells that fit into so many columns."""
    for count, one in enumerate(cells):
        room -= one.width
        if room < 0:
            return cells[:count]
    return list(cells)
