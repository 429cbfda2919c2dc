"""Offsets to positions and back: the only place that knows both.

What goes out is plain JSON. A list of diagnostics is written at every keystroke, and
objects of lsprotocol cost more than the analysis.
"""

from typing import Any, NotRequired, TypedDict

from lsprotocol import types

from prompt_lsp.rules.rule import Severity
from prompt_lsp.text import Edit, Encoding, LineIndex, Span


class Position(TypedDict):
    """Line and column from 0, the column in units of the negotiated encoding."""

    line: int
    character: int


class Range(TypedDict):
    """Two positions, the end exclusive."""

    start: Position
    end: Position


class TextEdit(TypedDict):
    """A replacement of a range."""

    range: Range
    newText: str


class Location(TypedDict):
    """A range of a document."""

    uri: str
    range: Range


class Related(TypedDict):
    """Another place that explains a diagnostic."""

    location: Location
    message: str


class Diagnostic(TypedDict):
    """A finding, as the protocol has it."""

    range: Range
    severity: int
    code: str
    codeDescription: NotRequired[dict[str, str]]
    source: str
    message: str
    tags: NotRequired[list[int]]
    relatedInformation: NotRequired[list[Related]]
    data: dict[str, Any]


SEVERITIES: dict[Severity, int] = {
    Severity.ERROR: types.DiagnosticSeverity.Error.value,
    Severity.WARNING: types.DiagnosticSeverity.Warning.value,
    Severity.INFORMATION: types.DiagnosticSeverity.Information.value,
    Severity.HINT: types.DiagnosticSeverity.Hint.value,
}


def position_of(lines: LineIndex, offset: int, encoding: Encoding) -> Position:
    """An offset as a position."""
    line, character = lines.position(offset, encoding)
    return {"line": line, "character": character}


def range_of(lines: LineIndex, span: Span, encoding: Encoding) -> Range:
    """A span as a range."""
    start = position_of(lines, span.start, encoding)
    if span.end == span.start:
        return {"start": start, "end": start}
    return {"start": start, "end": position_of(lines, span.end, encoding)}


def edit_of(lines: LineIndex, edit: Edit, encoding: Encoding) -> TextEdit:
    """An edit by offsets as one by positions."""
    return {"range": range_of(lines, edit.span, encoding), "newText": edit.text}


def offset_of(lines: LineIndex, position: types.Position, encoding: Encoding) -> int:
    """A position as an offset, clamped into the text."""
    return lines.offset(position.line, position.character, encoding)


def span_of(lines: LineIndex, range_: types.Range, encoding: Encoding) -> Span:
    """A range as a span; one whose end comes first is read the other way round."""
    one = offset_of(lines, range_.start, encoding)
    other = offset_of(lines, range_.end, encoding)
    return Span(min(one, other), max(one, other))
