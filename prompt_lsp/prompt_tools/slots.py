"""Placeholders in the stead of stretches of text, and the way back.

Whoever says what varies, a recognizer or a model, only says where it stands. Here it
is replaced, so that placing the values again gives the text back byte for byte,
whatever was said.
"""

import re
from bisect import insort
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from prompt_lsp.document.model import Part
from prompt_lsp.document.names import LONGEST, canonical, is_canonical
from prompt_lsp.prompt_tools.protected import (
    Protected,
    overlaps,
    protected,
    read,
)
from prompt_lsp.text import Edit, Span, apply_edits

_WRITTEN = re.compile(r"\{\{([^{}]+)\}\}")
LIMIT = 12  # variables; more of them make a template that nobody fills


class Slot(NamedTuple):
    """A stretch of one of several texts that a variable shall stand for.

    Attributes:
        name: in UPPER_SNAKE.
        text: which of the texts, from 0.
        span: in that text; white space at its ends stays outside.
        confidence: of 0 to 1; of two in one place the surer one is taken.
    """

    name: str
    text: int
    span: Span
    confidence: float = 1.0


class Templated(NamedTuple):
    """Texts with placeholders.

    Attributes:
        texts: as many as there were.
        values: for each variable what it stands for, in the order of the texts.
        slots: those that were taken, with their final names, in order.
        dropped: how many were not.
    """

    texts: tuple[str, ...]
    values: dict[str, str]
    slots: tuple[Slot, ...]
    dropped: int


def templated(
    texts: Sequence[str],
    slots: Iterable[Slot],
    reserved: frozenset[str] = frozenset(),
    limit: int = LIMIT,
    *,
    parts: Sequence[Part] | None = None,
) -> Templated:
    """Put a placeholder in the stead of each slot that can be one.

    Of two that share a character the surer is taken, then the longer, then the
    earlier. One name and value make one variable; where a name is taken already, by
    another value or in the text, it gets `_2`. No more than `limit` variables are
    made, the surest. `parts` are the texts as they were read, if they were.
    """
    given = [_trimmed(texts, slot) for slot in slots]
    guards = [protected(part) for part in parts or map(read, texts)]
    names = _Names(texts, guards, reserved, limit)
    taken = _taken(guards, given, names)
    names.renumber(taken)
    while (made := _made(texts, taken, names)) is None:
        names.forget(taken.pop())
    return made._replace(dropped=len(given) - len(made.slots))


def render(text: str, values: Mapping[str, str]) -> str:
    """A text with values in the stead of their placeholders, in one pass."""
    return _WRITTEN.sub(lambda found: values.get(found[1], found[0]), text)


def spans_of(template: str, values: Mapping[str, str]) -> tuple[tuple[str, Span], ...]:
    """Where the values stand in the rendered text, by name, in order."""
    found: list[tuple[str, Span]] = []
    grown = 0
    for match in _WRITTEN.finditer(template):
        if match[1] not in values:
            continue
        start, value = match.start() + grown, values[match[1]]
        found.append((match[1], Span(start, start + len(value))))
        grown += len(value) - len(match[0])
    return tuple(found)


def free_name(wanted: str, taken: Collection[str], texts: Sequence[str]) -> str:
    """A name that is not taken: the wanted one, else with the first free number.

    Args:
        wanted: in UPPER_SNAKE, as those that are taken.
        taken: by variables and placeholders.
        texts: where a placeholder of the name would be read for another, be it in a
            place that hides it.
    """
    name, number = wanted, 1
    while name in taken or any(written(name) in text for text in texts):
        number += 1
        suffix = f"_{number}"
        name = wanted[: LONGEST - len(suffix)] + suffix
    return name


@dataclass
class _Names:
    """Which variable has which name."""

    texts: Sequence[str]
    guards: Sequence[Protected]
    reserved: frozenset[str]
    limit: int
    given: dict[tuple[str, str], str] = field(default_factory=dict)
    uses: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        known = self.reserved.union(*(guard.names for guard in self.guards))
        self._known = frozenset(map(canonical, known))

    def value(self, slot: Slot) -> str:
        """What a slot stands for."""
        return slot.span.of(self.texts[slot.text])

    def name(self, slot: Slot) -> str:
        """The final name of a slot that has one."""
        return self.given[slot.name, self.value(slot)]

    def has_room(self, slot: Slot) -> bool:
        """Whether a slot can have a name: its variable has one, or one is left."""
        left = len(self.given) < self.limit
        return left or (slot.name, self.value(slot)) in self.given

    def allocate(self, slot: Slot) -> None:
        """Give a slot its name."""
        key = slot.name, self.value(slot)
        if key not in self.given:
            taken = self._known.union(self.given.values())
            self.given[key] = free_name(slot.name, taken, self.texts)
        self.uses[self.given[key]] += 1

    def forget(self, slot: Slot) -> None:
        """Take a slot back."""
        name = self.name(slot)
        self.uses[name] -= 1
        if not self.uses[name]:
            del self.given[slot.name, self.value(slot)]

    def renumber(self, slots: Iterable[Slot]) -> None:
        """Give some slots their names again, so that `X` stands before `X_2`."""
        self.given.clear()
        self.uses.clear()
        for slot in sorted(slots, key=lambda slot: (slot.text, slot.span)):
            self.allocate(slot)


def _trimmed(texts: Sequence[str], slot: Slot) -> Slot:
    """A slot without the white space at its ends."""
    value = slot.span.of(texts[slot.text])
    if value[:1].strip() and value[-1:].strip():
        return slot
    start = slot.span.start + len(value) - len(value.lstrip())
    end = slot.span.start + len(value.rstrip())
    return slot._replace(span=Span(start, max(start, end)))


def _taken(
    guards: Sequence[Protected], slots: Iterable[Slot], names: _Names
) -> list[Slot]:
    """The slots that become placeholders, none over another, the surest first."""
    taken: list[Slot] = []
    apart: list[list[Span]] = [[] for _ in guards]
    for slot in sorted(slots, key=_rank):
        if (
            names.has_room(slot)
            and is_canonical(slot.name)
            and len(slot.name) <= LONGEST
            and guards[slot.text].allows(slot.span)
            and not overlaps(apart[slot.text], slot.span)
        ):
            names.allocate(slot)
            taken.append(slot)
            insort(apart[slot.text], slot.span)
    return taken


def _rank(slot: Slot) -> tuple[float, int, int, int]:
    start, end = slot.span
    return -slot.confidence, start - end, slot.text, start


def _made(
    texts: Sequence[str], slots: Sequence[Slot], names: _Names
) -> Templated | None:
    """The templated texts; None where the way back does not lead home."""
    ordered = sorted(slots, key=lambda slot: (slot.text, slot.span))
    final = tuple(slot._replace(name=names.name(slot)) for slot in ordered)
    values = {slot.name: names.value(slot) for slot in final}
    edits: list[list[Edit]] = [[] for _ in texts]
    for slot in final:
        edits[slot.text].append(Edit(slot.span, written(slot.name)))
    made = tuple(map(apply_edits, texts, edits))
    home = all(
        render(template, values) == text
        for template, text in zip(made, texts, strict=True)
    )
    plain = all(
        written(name) not in value for name in values for value in values.values()
    )
    used = sum(len(spans_of(template, values)) for template in made)
    if not (home and plain and used == len(final)):
        return None
    return Templated(made, values, final, 0)


def written(name: str) -> str:
    """A placeholder as the protocol writes it."""
    return f"{{{{{name}}}}}"
