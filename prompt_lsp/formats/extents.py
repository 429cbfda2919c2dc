"""What goes with an entry when it is removed: its comma, its lines, its comments.

What is left parses as before, without the entry. The last of several entries takes
the comma before it, any other the one behind it.
"""

import re
from collections.abc import Sequence

from prompt_lsp.formats.lines import line_start
from prompt_lsp.formats.tree import Array, Mapping
from prompt_lsp.text import Span

_BLANKS_AND_COMMA = re.compile(r"[ \t\r\n]*(?:,[ \t\r\n]*)?")
_REST_OF_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)?")
_BLANKS = " \t"
_BLANK_LINES = " \t\r\n"


def entry_extent(text: str, mapping: Mapping, index: int) -> Span:
    """What goes with an entry of a mapping; `text` is the whole file."""
    spans = [entry.span for entry in mapping.entries]
    if mapping.flow:
        return piece_extent(spans, index) or _alone(text, spans[index])
    return _lines(text, [span.start for span in spans], spans, index)


def item_extent(text: str, array: Array, index: int) -> Span:
    """What goes with an item of an array; `text` is the whole file."""
    spans = [item.span for item in array.items]
    if array.flow:
        return piece_extent(spans, index) or _alone(text, spans[index])
    return _lines(text, array.dashes, spans, index)


def piece_extent(spans: Sequence[Span], index: int) -> Span | None:
    """One of several pieces with the separator at its side; None for the only one."""
    if index + 1 < len(spans):
        return Span(spans[index].start, spans[index + 1].start)
    if index:
        return Span(spans[index - 1].end, spans[index].end)
    return None


def _alone(text: str, span: Span) -> Span:
    """The only entry with the blanks, and perhaps the comma, between the brackets."""
    start = len(text[: span.start].rstrip(_BLANK_LINES))
    rest = _BLANKS_AND_COMMA.match(text, span.end)
    if text[start - 1 : start] not in ("{", "["):
        start = span.start
    return Span(start, rest.end() if rest else span.end)


def _lines(text: str, heads: Sequence[int], spans: Sequence[Span], index: int) -> Span:
    """The lines of an entry of a block; a head is its key or its dash."""
    head = heads[index]
    start = line_start(text, head)
    if text[start:head].strip(_BLANKS):
        return _compact(heads, spans, index)
    rest = _REST_OF_LINE.match(text, max(spans[index].end, head + 1))
    end = rest.end() if rest else spans[index].end
    if index:
        start = _with_comments(text, start, text[start:head], spans[index - 1].end)
    return Span(start, end)


def _compact(heads: Sequence[int], spans: Sequence[Span], index: int) -> Span:
    """An entry behind a dash on its line: what follows takes its place there."""
    if index + 1 < len(heads):
        return Span(heads[index], heads[index + 1])
    return Span(heads[index], spans[index].end)


def _with_comments(text: str, start: int, indent: str, least: int) -> int:
    """The start with the comment lines right above, indented as the entry is.

    The first entry leaves them: they may speak of the whole block.
    """
    while True:
        end = start - 2 if text[start - 2 : start] == "\r\n" else start - 1
        above = line_start(text, max(end, 0))
        if above < least or not text.startswith(indent + "#", above):
            return start
        start = above
