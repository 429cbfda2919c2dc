"""What a model proposes as variables, as the places that it means.

A model copies badly and counts worse: what is not in the text character by character
is dropped, and the way back is made here, never by the model.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from prompt_lsp.document.names import slug
from prompt_lsp.prompt_tools.schema import Templatize
from prompt_lsp.prompt_tools.slots import Slot
from prompt_lsp.text import Span

Json = Any

_MOST = 100  # proposals, and slots; a model that has more has lost its way
_LOOKS = 1_000  # places of a value that are looked at


class Proposed(NamedTuple):
    """Places for variables, and how many proposals have none."""

    slots: tuple[Slot, ...]
    missed: int


def proposed(job: Templatize, variables: Sequence[Json]) -> Proposed:
    """The places that proposals mean, in the texts of a job."""
    places = _places(job)
    slots: dict[Slot, None] = {}
    missed = len(variables[_MOST:])
    for variable in variables[:_MOST]:
        found = tuple(_slots(variable, places)) if len(slots) < _MOST else ()
        slots.update(dict.fromkeys(found))
        missed += not found
    return Proposed(tuple(slots)[:_MOST], missed)


class _Place(NamedTuple):
    """One text of a job, and its number in `texts_of`."""

    number: int
    text: str


_Places = Mapping[str, tuple[_Place, ...]]


def _places(job: Templatize) -> _Places:
    """The texts by the `message_index` that means them; those of the user alone."""
    found: dict[str, tuple[_Place, ...]] = {}
    number = 0
    if job.system is not None:
        found["system"] = (_Place(0, job.system),)
        number = 1
    for index, message in enumerate(job.messages):
        places = tuple(
            map(_Place, range(number, number + len(message.texts)), message.texts)
        )
        number += len(message.texts)
        if message.role == "user":
            found[str(index)] = places
    return found


def _slots(variable: Json, places: _Places) -> Iterator[Slot]:
    """The places that one proposal means; none where it is wrong."""
    if not isinstance(variable, Mapping):
        return
    name, value = variable.get("name"), variable.get("value")
    if not isinstance(name, str) or not isinstance(value, str) or not value.strip():
        return
    name = slug(name[:200]).lstrip("_")
    key = str(variable.get("message_index", "0")).strip().lower()
    nth = variable.get("occurrence")
    nth = nth if isinstance(nth, int) and nth > 0 else 0
    found = _found(places.get(key, ()), value.strip())
    for count, (number, span) in enumerate(found, 1):
        if name and nth in (0, count):
            yield Slot(name, number, span)
        if count in (nth, _MOST):
            return


def _found(places: Iterable[_Place], value: str) -> Iterator[tuple[int, Span]]:
    """Where a value stands: as a word of its own, if it does so anywhere."""
    places = tuple(places)
    alone = _stands(places, value, alone=True)
    first = next(alone, None)
    if first is None:
        yield from _stands(places, value, alone=False)
        return
    yield first
    yield from alone


def _stands(
    places: Iterable[_Place], value: str, *, alone: bool
) -> Iterator[tuple[int, Span]]:
    for number, text in places:
        written = value
        if written not in text:  # models write all line ends alike
            written = value.replace("\r\n", "\n").replace("\n", "\r\n")
        span = Span(0, 0)
        for _ in range(_LOOKS):
            at = text.find(written, span.end)
            if at < 0:
                break
            span = Span(at, at + len(written))
            if not alone or _is_alone(text, span):
                yield number, span


def _is_alone(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 1) : span.start + 1]
    after = text[span.end - 1 : span.end + 1]
    return not any(len(pair) == 2 and pair.isalnum() for pair in (before, after))
