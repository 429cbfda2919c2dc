"""What of a text no variable may touch: placeholders, turn markers, halves of tags."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from prompt_lsp.document.markers import markers
from prompt_lsp.document.model import Part
from prompt_lsp.document.parser import parse_part
from prompt_lsp.document.source_map import SourceMap
from prompt_lsp.text import Span

_TAG = re.compile(r"<(/?)([^\W\d][\w.:-]{0,63})((?:[\s/][^<>]{0,500})?)>")
# Beside these a placeholder would be read as something else.
_BEFORE = frozenset("{$\\")
_AFTER = frozenset("}")


@dataclass(frozen=True, slots=True)
class Tag:
    """An XML tag as written; one that closes itself neither opens nor closes."""

    name: str
    span: Span
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True, eq=False)
class Protected:
    """What is protected in one text.

    Attributes:
        text: the whole of it.
        names: of its placeholders and of all that may be a variable, as written.
        atoms: placeholders, template logic and turn markers, in order and apart.
        tags: in order.
        pairs: the tags that open and close an element, by their spans.
        partners: of a tag the one that opens or closes the same element, by their
            spans.
    """

    text: str
    names: frozenset[str]
    atoms: tuple[Span, ...]
    tags: tuple[Tag, ...]
    pairs: tuple[tuple[Span, Span], ...]
    partners: Mapping[Span, Span]

    def allows(self, span: Span) -> bool:
        """Whether a placeholder may stand in the stead of a stretch."""
        return not (
            span.start >= span.end
            or self.text[span.start - 1 : span.start] in _BEFORE
            or self.text[span.end : span.end + 1] in _AFTER
            or overlaps(self.atoms, span)
            or (self.tags and (_cuts(self.tags, span) or self._parts(span)))
        )

    def _parts(self, span: Span) -> bool:
        """Whether a stretch holds a tag of an element, and not the other."""
        first = bisect_left(self.tags, span.start, key=lambda tag: tag.span.start)
        for at in range(first, len(self.tags)):
            tag = self.tags[at].span
            if tag.end > span.end:
                break
            partner = self.partners.get(tag)
            if partner is not None and not span.covers(partner):
                return True
        return False


def read(text: str) -> Part:
    """A text as a part, with all that its scanner finds."""
    return parse_part(text, SourceMap.identity(len(text)))


def protected(part: Part) -> Protected:
    """What is protected in the text of a part."""
    tags = tuple(tags_of(part.text))
    pairs = tuple(_pairs(tags))
    return Protected(
        part.text,
        frozenset(_names(part)),
        united(atoms(part)),
        tags,
        pairs,
        {**dict(pairs), **{last: first for first, last in pairs}},
    )


def atoms(part: Part) -> Iterator[Span]:
    """What is one thing in a part: placeholders, template logic and turn markers."""
    for found in (part.placeholders, part.slips, part.logic):
        yield from (item.place.span for item in found)
    for marker in markers(part.text, part.tokens, part.quotes):
        if marker.sent:
            yield marker.separator.hull(marker.span)


def tags_of(text: str) -> Iterator[Tag]:
    """The XML tags of a text, in order."""
    if "<" not in text:
        return
    for found in _TAG.finditer(text):
        closes, alone = bool(found[1]), found[3].endswith("/")
        yield Tag(found[2], Span(*found.span()), not (closes or alone), closes)


def _names(part: Part) -> Iterator[str]:
    for placeholder in part.placeholders:
        yield placeholder.name
    for slip in part.slips:
        yield slip.name
    for tag in part.logic:
        yield from (*tag.names, *tag.mentions, *tag.binds)


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order and apart, those that touch made into one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            span = found.pop().hull(span)  # noqa: PLW2901 - the two are one
        found.append(span)
    return tuple(found)


def overlaps(apart: Sequence[Span], span: Span) -> bool:
    """Whether a span shares a character with one of several, in order and apart."""
    start, end = span
    before = bisect_left(apart, (end,))  # those that begin earlier than it ends
    return before > 0 and apart[before - 1].end > start


def _cuts(tags: Sequence[Tag], span: Span) -> bool:
    """Whether an end of a span lies inside a tag."""
    for offset in span:
        at = bisect_right(tags, offset - 1, key=lambda tag: tag.span.start)
        if at > 0 and offset < tags[at - 1].span.end:
            return True
    return False


def _pairs(tags: Iterable[Tag]) -> Iterator[tuple[Span, Span]]:
    """Tags that belong together; what is never closed belongs to nothing."""
    opened: dict[str, list[Span]] = {}
    for tag in tags:
        if tag.opens:
            opened.setdefault(tag.name, []).append(tag.span)
        elif tag.closes and opened.get(tag.name):
            yield opened[tag.name].pop(), tag.span
