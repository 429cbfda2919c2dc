"""Edits of a text, carried over to what the text has become meanwhile."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from prompt_lsp.text.difference import difference
from prompt_lsp.text.edits import Edit
from prompt_lsp.text.span import Span


def rebased(
    before: str, edits: Sequence[Edit], after: str, *, within: Iterable[Span] = ()
) -> tuple[Edit, ...] | None:
    """Edits of `before` as edits of `after`; None where both changed the same.

    `within` are stretches of `before` that must have stayed as they were, because
    the edits make sense only for what stood there.
    """
    meanwhile = difference(before, after)
    if not meanwhile:
        return tuple(edits)
    kept = [*within, *(edit.span for edit in edits)]
    if any(edit.span.touches(span) for edit in meanwhile for span in kept):
        return None
    return tuple(_shifted(meanwhile, edits))


def _shifted(meanwhile: Sequence[Edit], edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits at their new places; none of the others touches them."""
    growths = (len(edit.text) - (edit.span.end - edit.span.start) for edit in meanwhile)
    grown = [*accumulate(growths, initial=0)]
    for edit in edits:
        earlier = sum(other.span.end < edit.span.start for other in meanwhile)
        yield Edit(edit.span.shifted(grown[earlier]), edit.text)
