"""From a part's text back to the file that holds it.

A part is what the model receives; its file may write that with escapes, doubled
braces or folded lines. The map is a row of segments that together cover the
part's text in order. What a segment's text looks like in the file is the codec's
affair, which the format brings.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import NamedTuple, Protocol

from prompt_lsp.text import Edit, Span


class Kind(Enum):
    """How a segment's text stands in its file."""

    VERBATIM = auto()  # character for character
    ATOM = auto()  # one escape, CRLF of a literal, doubled brace: whole or not at all
    HOLE = auto()  # an interpolation; one private-use character in the text
    SYNTHETIC = auto()  # nowhere: a folded newline, a chomp


class Segment(NamedTuple):
    """A stretch of the part's text and the stretch of the file that writes it."""

    kind: Kind
    text: Span
    source: Span


class Codec(Protocol):
    """Writes text as a host writes it."""

    def encode(self, text: str) -> str | None:
        """`text` as it stands in the file, or None where the host cannot say it."""


class Verbatim:
    """The codec of a host that quotes nothing."""

    def encode(self, text: str) -> str:
        """`text` itself."""
        return text


class SourceMap:
    """Segments in order, which cover the text of a part without a gap."""

    def __init__(
        self, segments: Iterable[Segment], codec: Codec | None = None, source: int = 0
    ) -> None:
        self.segments = tuple(segments)
        self.codec: Codec = codec or Verbatim()
        self.source = source

    @classmethod
    def identity(cls, length: int, at: int = 0, source: int = 0) -> "SourceMap":
        """The map of text that stands verbatim from offset `at` of its file on."""
        whole = Segment(Kind.VERBATIM, Span(0, length), Span(at, at + length))
        return cls((whole,), source=source)

    def spans(self, span: Span) -> tuple[Span, ...]:
        """The stretches of the file that write `span`, in order, seams apart."""
        if span.start == span.end:
            return (self._shown(span.start),)
        found: list[Span] = []
        for segment in self._touched(span):
            piece = _source_of(segment, span)
            if found and found[-1].end == piece.start:
                piece = found.pop().hull(piece)
            found.append(piece)
        return tuple(found)

    def hull(self, span: Span) -> Span:
        """The smallest stretch of the file that holds all of `span`."""
        first, *rest = self.spans(span)
        return first.hull(rest[-1]) if rest else first

    def edits(self, text: str, edit: Edit) -> tuple[Edit, ...] | None:
        """An edit of the part, whose text is `text`, as edits of its file.

        Inside an atom the edit widens to it; across a seam it splits; an insertion
        at a seam goes left, but never over a synthetic character. None where it
        touches what has no text of its own in the file: a hole, a synthetic
        character, or what the codec cannot say.
        """
        touched = list(self._touched(edit.span))
        if not touched:
            return self._insertion(edit.span.start, edit.text)
        if any(segment.kind in (Kind.HOLE, Kind.SYNTHETIC) for segment in touched):
            return None
        first, last = touched[0], touched[-1]
        start = first.text.start if first.kind is Kind.ATOM else edit.span.start
        end = last.text.end if last.kind is Kind.ATOM else edit.span.end
        new = text[start : edit.span.start] + edit.text + text[edit.span.end : end]
        return self._encoded(self.spans(Span(start, end)), new)

    def _insertion(self, offset: int, text: str) -> tuple[Edit, ...] | None:
        segment = self._place(offset)
        if segment is None:
            return None
        return self._encoded((_point_of(segment, offset),), text)

    def _encoded(self, spans: Iterable[Span], text: str) -> tuple[Edit, ...] | None:
        written = self.codec.encode(text)
        if written is None:
            return None
        first, *rest = spans
        return (Edit(first, written), *(Edit(span, "") for span in rest))

    def _touched(self, span: Span) -> Iterator[Segment]:
        """The segments that share a character with `span`.

        An empty span touches the atom, hole or synthetic stretch that it is inside.
        """
        for segment in self._from(span.start):
            start, end = segment.text
            if start >= span.end:
                return
            inside = start < span.start < end and segment.kind is not Kind.VERBATIM
            if max(start, span.start) < min(end, span.end) or inside:
                yield segment

    def _place(self, offset: int) -> Segment | None:
        """The segment that takes an insertion; None where there is none to take it."""
        for segment in self._from(offset):
            if segment.text.start > offset:
                break
            if segment.kind is not Kind.SYNTHETIC:
                return segment
        return None

    def _shown(self, offset: int) -> Span:
        """Where an offset is shown, even where nothing can be inserted."""
        segment = self._place(offset) or next(self._from(offset), None)
        return _point_of(segment, offset) if segment else Span(0, 0)

    def _from(self, offset: int) -> Iterator[Segment]:
        """The segments from the first one that holds or touches an offset on."""
        index = bisect_left(self.segments, offset, key=_text_end)
        return (self.segments[at] for at in range(index, len(self.segments)))


def _text_end(segment: Segment) -> int:
    return segment.text.end


def _point_of(segment: Segment, offset: int) -> Span:
    """The place of an offset in a segment that holds or touches it."""
    if segment.kind is Kind.VERBATIM:
        at = segment.source.start + offset - segment.text.start
    elif offset == segment.text.start:
        at = segment.source.start
    else:
        at = segment.source.end
    return Span(at, at)


def _source_of(segment: Segment, span: Span) -> Span:
    if segment.kind is not Kind.VERBATIM:
        return segment.source
    by = segment.source.start - segment.text.start
    start = max(span.start, segment.text.start)
    return Span(start, min(span.end, segment.text.end)).shifted(by)
