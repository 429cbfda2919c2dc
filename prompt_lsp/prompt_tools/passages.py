"""The passages of a prompt: what somebody says in it, and where.

| prompt | passages |
|---|---|
| plain | one of the user |
| of several messages | one a message |
| text-completions | the text before the first turn, of the system, and one a turn |

A passage is never blank and has no white space at its ends.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from prompt_lsp.document.model import Part, Place, Prompt
from prompt_lsp.document.source_map import Kind
from prompt_lsp.document.tokens import Role
from prompt_lsp.document.turn import Verdict
from prompt_lsp.document.voice import Voice, voice_of
from prompt_lsp.prompt_tools.protected import atoms, tags_of
from prompt_lsp.text import Span


class Passage(NamedTuple):
    """Something that one voice says, in one stretch."""

    voice: Voice
    place: Place

    def text(self, prompt: Prompt) -> str:
        """What it says."""
        return self.place.span.of(prompt.parts[self.place.part].text)


def passages(prompt: Prompt) -> tuple[Passage, ...]:
    """The passages of a prompt, in order."""
    if prompt.verdict is not None and prompt.verdict.turns:
        return tuple(_of_turns(prompt.parts[0], prompt.verdict))
    found = (
        _passage(voice_of(part.role), part, Span(0, len(part.text)))
        for part in prompt.parts
    )
    return tuple(passage for passage in found if passage)


def selected(
    prompt: Prompt, found: Iterable[Passage], place: Place
) -> tuple[Passage, ...]:
    """What a selection in one part takes of some passages."""
    part, span = prompt.parts[place.part], place.span
    pieces = (
        _passage(
            passage.voice,
            part,
            Span(
                max(span.start, passage.place.span.start),
                min(span.end, passage.place.span.end),
            ),
        )
        for passage in found
        if passage.place.part == place.part
    )
    return tuple(piece for piece in pieces if piece)


def place_of(prompt: Prompt, source: int, span: Span) -> Place | None:
    """The place that a stretch of a file selects; None where it selects no text.

    What it selects of other parts than the first that it touches is left out. A
    placeholder or a tag that it cuts is selected whole: half of one means nothing.
    """
    for part in prompt.parts:
        if part.source_map.source != source:
            continue
        offsets = [*_offsets(part, span)]
        if offsets:
            return Place(part.index, _widened(part, Span(min(offsets), max(offsets))))
    return None


def _widened(part: Part, span: Span) -> Span:
    """A stretch with the whole of what it cuts."""
    tags = (tag.span for tag in tags_of(part.text))
    for whole in sorted((*atoms(part), *tags)):
        if whole.start < span.end and span.start < whole.end:
            span = span.hull(whole)
    return span


def _of_turns(part: Part, verdict: Verdict) -> Iterator[Passage]:
    first = verdict.turns[0].marker.separator.start
    stretches: list[tuple[Voice, Span]] = [("system", Span(0, first))]
    for turn in verdict.turns:
        human = turn.marker.role is Role.HUMAN
        stretches.append(("user" if human else "assistant", turn.span))
    for voice, span in stretches:
        if passage := _passage(voice, part, span):
            yield passage


def _passage(voice: Voice, part: Part, span: Span) -> Passage | None:
    text = span.of(part.text) if span.start < span.end else ""
    start = span.start + len(text) - len(text.lstrip())
    end = span.start + len(text.rstrip())
    if start >= end:
        return None
    return Passage(voice, Place(part.index, Span(start, end)))


def _offsets(part: Part, span: Span) -> Iterator[int]:
    """The ends of what a stretch of the file selects of a part."""
    for segment in part.source_map.segments:
        if segment.kind is not Kind.VERBATIM or not segment.source.touches(span):
            continue
        by = segment.text.start - segment.source.start
        yield max(span.start, segment.source.start) + by
        yield min(span.end, segment.source.end) + by
