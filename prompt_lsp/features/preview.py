"""A prompt as the model gets it: its turns, with values in its placeholders."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document, Part, Placeholder, Prompt
from prompt_lsp.document.summary import Summary, summarise
from prompt_lsp.document.tokens import WHITE_SPACE, Role
from prompt_lsp.document.turn import Marker, Verdict
from prompt_lsp.document.verdict import sent_faults, turns_of
from prompt_lsp.document.voice import Voice, voice_of
from prompt_lsp.text import Span


class Slot(NamedTuple):
    """A placeholder in a message, and what stands in its place if that is known."""

    name: str
    value: str | None = None


class Shown(NamedTuple):
    """A message: who speaks, and the texts and placeholders that make it, in order.

    One without pieces is a turn that says nothing, such as the one that the model is
    to begin.
    """

    role: Voice
    pieces: tuple[str | Slot, ...]


class Variable(NamedTuple):
    """A name that the prompt uses or declares, with its value if that is known."""

    name: str
    value: str | None
    declared: bool


class Preview(NamedTuple):
    """What the model gets, and what can be filled in before."""

    messages: tuple[Shown, ...]
    variables: tuple[Variable, ...]


def preview(
    document: Document,
    settings: Settings,
    values: Mapping[str, str] | None = None,
    prompt: int = 0,
) -> Preview:
    r"""One of a document's prompts as the model gets it.

    `values` beat those that the prompt declares; names that it does not know say
    nothing.

    Of a text-completions prompt the turns are those that the API takes, quoted ones
    too, without the blank after their colons and, at the very end, without the white
    space that it drops. A prompt that it refuses has the turns that its author meant.
    """
    shown = document.prompts[prompt]
    summary = summarise(shown, document.declarations, settings)
    variables = tuple(_variables(summary, values or {}))
    known = {variable.name: variable.value for variable in variables}
    uses = _by_part(summary, len(shown.parts))
    return Preview(
        tuple(
            Shown(voice, tuple(_pieces(part.text, span, uses[part.index], known)))
            for voice, part, span in _stretches(shown)
        ),
        variables,
    )


def _variables(summary: Summary, values: Mapping[str, str]) -> Iterator[Variable]:
    """Those that are used, in the order of their first uses, then the others."""
    declared = summary.declared or {}
    used = (name for name, uses in summary.uses.items() if not _is_bound(uses))
    for name in dict.fromkeys(chain(used, declared)):
        known = declared[name].value if name in declared else None
        yield Variable(name, values.get(name, known), name in declared)


def _is_bound(uses: Sequence[Placeholder]) -> bool:
    """Whether template logic around them says what they are, and no variable."""
    return all(use.scoped for use in uses)


def _by_part(summary: Summary, parts: int) -> tuple[list[Placeholder], ...]:
    """The placeholders that a value can stand for, in order, a list for each part."""
    found: tuple[list[Placeholder], ...] = tuple([] for _ in range(parts))
    for use in chain.from_iterable(summary.uses.values()):
        if not use.scoped:
            found[use.place.part].append(use)
    for uses in found:
        uses.sort(key=_start)
    return found


def _start(use: Placeholder) -> int:
    return use.place.span.start


def _stretches(prompt: Prompt) -> Iterator[tuple[Voice, Part, Span]]:
    """Who says which stretch of which part."""
    if prompt.verdict is not None:
        (part,) = prompt.parts
        for voice, span in _of_turns(part.text, prompt.verdict):
            yield voice, part, span
        return
    for part in prompt.parts:
        if part.text:
            yield voice_of(part.role), part, Span(0, len(part.text))


def _of_turns(text: str, verdict: Verdict) -> Iterator[tuple[Voice, Span]]:
    markers = verdict.meant if any(sent_faults(verdict)) else verdict.sent
    first = markers[0].separator.start if markers else len(text)
    if text[:first].strip(WHITE_SPACE):
        yield _voice_before(markers), Span(0, first)
    for turn in turns_of(text, markers):
        start = turn.span.start + turn.text.startswith(" ")
        if turn.marker.role is Role.HUMAN:
            yield "user", Span(start, turn.span.end)
            continue
        end = turn.span.end
        if end == len(text):
            end = max(start, len(text.rstrip(WHITE_SPACE)))
        yield "assistant", Span(start, end)


def _voice_before(markers: Sequence[Marker]) -> Voice:
    """Who says what stands before the first turn: nobody else asks without a Human."""
    asked = any(marker.role is Role.HUMAN for marker in markers)
    return "system" if asked else "user"


def _pieces(
    text: str,
    span: Span,
    uses: Sequence[Placeholder],
    known: Mapping[str, str | None],
) -> Iterator[str | Slot]:
    at = span.start
    for index in range(bisect_left(uses, at, key=_start), len(uses)):
        use = uses[index]
        if use.place.span.end > span.end:
            break
        if at < use.place.span.start:
            yield text[at : use.place.span.start]
        yield Slot(use.name, known[use.name])
        at = use.place.span.end
    if at < span.end:
        yield text[at : span.end]
