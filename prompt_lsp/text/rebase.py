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
    the edits make sense only for what stood there. What touches one has changed it,
    but for the lines above it.
    """
    meanwhile = difference(before, after)
    if not meanwhile:
        return tuple(edits)
    kept = tuple(within)
    for change in meanwhile:
        for span in kept:
            if change.span.touches(span) and not _is_above(change, span, before):
                return None
        for edit in edits:
            inside = any(span.covers(edit.span) for span in kept)
            if not inside and change.span.touches(edit.span):
                return None
    return tuple(_shifted(meanwhile, edits))


def _is_above(change: Edit, span: Span, before: str) -> bool:
    """Whether a change ends where a stretch begins, in a line of its own as before."""
    start, end = change.span
    was = before[max(0, end - 1) : end]
    now = before[max(0, start - 1) : start] + change.text
    return end == span.start and all(text.endswith("\n") for text in (was, now) if text)


def _shifted(meanwhile: Sequence[Edit], edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits at their new places; what touches one of them stands above it."""
    growths = (len(edit.text) - (edit.span.end - edit.span.start) for edit in meanwhile)
    grown = [*accumulate(growths, initial=0)]
    for edit in edits:
        earlier = sum(other.span.end <= edit.span.start for other in meanwhile)
        yield Edit(edit.span.shifted(grown[earlier]), edit.text)
