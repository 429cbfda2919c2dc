"""Tokens to blocks: what a text only shows, and what of it is code.

Fences are those of CommonMark at the top level. A fence that is never closed is
none here: its author forgot the end, and nobody can say where the code ends.
"""

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from prompt_lsp.document.scanner import Tokens
from prompt_lsp.document.tokens import FenceLine, Tag, Ticks
from prompt_lsp.document.turn import Quote
from prompt_lsp.text import Span

_Token = TypeVar("_Token", Tag, Ticks)
_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[ \t]*(?=[\r\n])")


def quotes_and_code(
    text: str, tokens: Tokens
) -> tuple[tuple[Quote, ...], tuple[Span, ...]]:
    """The quoted blocks and the code of a text, each in order and apart."""
    fences = _closed_fences(tokens.fences)
    examples = _examples(_outside(tokens.tags, fences))
    quotes = [Quote(span, example=True) for span in examples]
    quotes += [
        Quote(span, example=False) for span in fences if not any_covers(examples, span)
    ]
    code = fences + _inline_code(text, _outside(tokens.ticks, fences))
    return tuple(sorted(quotes, key=lambda quote: quote.span)), tuple(sorted(code))


def any_covers(spans: Sequence[Span], inner: Span) -> bool:
    """Whether one of some sorted, separate spans covers another."""
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle].end < inner.end:
            low = middle + 1
        else:
            high = middle
    return low < len(spans) and spans[low].start <= inner.start


def _closed_fences(lines: Sequence[FenceLine]) -> list[Span]:
    spans: list[Span] = []
    opening: FenceLine | None = None
    for line in lines:
        if opening is None:
            opening = line
        elif line.closes and line.mark.startswith(opening.mark):
            spans.append(opening.span.hull(line.span))
            opening = None
    return spans


def _examples(tags: Iterable[Tag]) -> list[Span]:
    """The outermost stretches between a tag and the one that closes it."""
    spans: list[Span] = []
    opened: list[Tag] = []
    waiting: dict[str, int] = {}
    for tag in tags:
        if not tag.closes:
            opened.append(tag)
            waiting[tag.name] = waiting.get(tag.name, 0) + 1
        elif waiting.get(tag.name):
            span = _close(opened, waiting, tag.name).span.hull(tag.span)
            while spans and span.covers(spans[-1]):
                spans.pop()
            spans.append(span)
    return spans


def _close(opened: list[Tag], waiting: dict[str, int], name: str) -> Tag:
    while True:
        tag = opened.pop()
        waiting[tag.name] -= 1
        if tag.name == name:
            return tag


def _inline_code(text: str, ticks: Sequence[Ticks]) -> list[Span]:
    """Code spans: a run of backticks to the next as long in the same paragraph."""
    following = _following(ticks)
    spans: list[Span] = []
    index, paragraph_end = 0, -1
    while index < len(ticks):
        start, other = ticks[index].span.start, following[index]
        if start > paragraph_end:
            blank = _BLANK_LINE.search(text, start)
            paragraph_end = blank.start() if blank else len(text)
        if other is None or ticks[other].span.start > paragraph_end:
            index += 1
            continue
        spans.append(ticks[index].span.hull(ticks[other].span))
        index = other + 1
    return spans


def _following(ticks: Sequence[Ticks]) -> list[int | None]:
    """For each run of backticks the next of the same length."""
    following: list[int | None] = [None] * len(ticks)
    last: dict[int, int] = {}
    for index in range(len(ticks) - 1, -1, -1):
        length = ticks[index].span.end - ticks[index].span.start
        following[index] = last.get(length)
        last[length] = index
    return following


def _outside(tokens: Sequence[_Token], spans: Sequence[Span]) -> list[_Token]:
    return [token for token in tokens if not any_covers(spans, token.span)]
