"""Free phrases that only hold values of their own: each of those says more."""

from collections.abc import Iterable, Iterator, Sequence

from prompt_lsp.prompt_tools.slots import Slot

# What a grammar cuts out of a sentence as it stands.
_FREE = frozenset(
    """
    TOPIC CONCEPT FUNCTIONALITY GOAL TASK PURPOSE USE_CASE ITEM PROJECT EVENT
    """.split()
)
# A word of a free phrase is none of its values.
_WEAK = _FREE | frozenset({"CONTENT_TYPE", "BUSINESS_TYPE", "TONE", "PRODUCT", "ROLE"})
_SURE = 0.55  # of confidence in a value that counts
_ENOUGH = 2  # values that a free phrase must not hide
_MOST = 120  # slots that are compared with each other


def without_containers(slots: Sequence[Slot]) -> Iterator[Slot]:
    """The same slots without free phrases that hold two or more values."""
    free = sum(slot.name in _FREE for slot in slots)
    if not free or len(slots) > _MOST:
        yield from slots
        return
    values = [one for one in slots if one.name not in _WEAK and one.confidence > _SURE]
    for slot in slots:
        if slot.name not in _FREE or _held(slot, values) < _ENOUGH:
            yield slot


def _held(slot: Slot, values: Iterable[Slot]) -> int:
    """How many values apart from each other a slot holds."""
    inside = [
        one.span
        for one in values
        if one.text == slot.text and slot.span.covers(one.span)
    ]
    held, end = 0, -1
    for span in sorted(inside, key=lambda span: span.end):
        if span.start >= end:
            held, end = held + 1, span.end
    return held
