"""Finds placeholders, what was meant as one, and the tags of template engines.

All ways of writing one are found, whatever the settings say: which of them are uses
is the summary's affair, and what is wrong the rules'.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from prompt_lsp.document import logic
from prompt_lsp.document.angles import angles, squares
from prompt_lsp.document.braces import braces
from prompt_lsp.document.model import LogicTag, Placeholder, Slip
from prompt_lsp.document.page import Item, Page
from prompt_lsp.text import Span


class Found(NamedTuple):
    """What a text holds, each kind in order."""

    placeholders: tuple[Placeholder, ...] = ()
    slips: tuple[Slip, ...] = ()
    logic: tuple[LogicTag, ...] = ()


_NOTHING = Found()
_place = attrgetter("place")


def placeholders(text: str, part: int, code: Sequence[Span]) -> Found:
    """Everything in a part's text that is, or was meant as, a placeholder.

    `part` is the part's place in its prompt; `code` are its fences and inline code
    spans, in order and apart. Nothing that is found crosses a line end.
    """
    items: list[Item] = []
    for trigger, read in (("{", braces), ("<", angles), ("[", squares)):
        if trigger in text:
            items += read(Page(text, part, code))
    if not items:
        return _NOTHING
    items.sort(key=_place)
    if "{%" in text or "{#" in text or "!--" in text:
        items = list(_said(items, logic.verbatim(text)))
    tags = tuple(item for item in items if isinstance(item, LogicTag))
    if any(tag.scopes or tag.binds for tag in tags):
        items = list(_scoped(items))
        tags = tuple(item for item in items if isinstance(item, LogicTag))
    return Found(
        tuple(item for item in items if isinstance(item, Placeholder)),
        tuple(item for item in items if isinstance(item, Slip)),
        tags,
    )


def _said(items: Iterable[Item], verbatim: Iterator[Span]) -> Iterator[Item]:
    """The same items without what only remarks and raw blocks say.

    Placeholders there are none that count, but stay as mentions of their names.
    """
    span = next(verbatim, None)
    for item in items:
        at = item.place.span.start
        while span is not None and span.end <= at:
            span = next(verbatim, None)
        if span is None or at < span.start:
            yield item
        elif isinstance(item, Placeholder):
            yield item._replace(guarded=True)
        elif isinstance(item, LogicTag) and not item.depth:
            yield replace(item, names=(), foreign=True)


def _scoped(items: Iterable[Item]) -> Iterator[Item]:
    """The same items, with what stands inside a block of template logic marked.

    A name that a tag without a block binds (`{% set x = 1 %}`) holds to the end.
    """
    blocks: list[LogicTag] = []
    scopes = 0
    bound: Counter[str] = Counter()
    for item in items:
        if isinstance(item, Placeholder):
            inside = scopes or bound[item.name]
            yield item._replace(scoped=True) if inside else item
        elif isinstance(item, LogicTag):
            free = () if scopes else tuple(n for n in item.names if not bound[n])
            yield item if free == item.names else replace(item, names=free)
            if item.depth < 0 and blocks:
                closed = blocks.pop()
                scopes -= closed.scopes
                bound.subtract(closed.binds)
            elif item.depth >= 0:
                scopes += item.scopes
                bound.update(item.binds)
                blocks += [item] * item.depth
        else:
            yield item
