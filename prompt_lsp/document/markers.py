"""Tokens to markers: the exact ones, and what their author meant as one.

A marker is exactly two line ends, the word and the colon. What comes close to it
is a near-marker with the first flaw that the catalogue names; whether it counts
depends on the roles around it, so they are taken in order.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from prompt_lsp.document.blocks import any_covers
from prompt_lsp.document.scanner import Tokens
from prompt_lsp.document.tokens import (
    INVISIBLE,
    WHITE_SPACE,
    Escape,
    Role,
    TurnWord,
)
from prompt_lsp.document.turn import Flaw, Marker, Quote, Where
from prompt_lsp.text import Span

_LOOKS_BLANK = frozenset(WHITE_SPACE + INVISIBLE)
_HIDDEN = frozenset(INVISIBLE)
_SENTENCE_ENDS = frozenset(".!?\u2026\u3002\uff01\uff1f\uff61\uff0e")
_FOLLOWING = re.compile(rf"[{INVISIBLE}]+|.", re.DOTALL)
# Quotation marks, and the backslash that escapes an escape.
_QUOTING = frozenset(
    "\"'`\\\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a\u300c\u300e"
)
_LINE_ENDS = frozenset("\r\n")
_INDENTS = _LOOKS_BLANK - _LINE_ENDS
_JUDGED_BY_ROLE = frozenset({Flaw.INVISIBLE, Flaw.UNSEPARATED, Flaw.MALFORMED})


def markers(text: str, tokens: Tokens, quotes: Sequence[Quote]) -> tuple[Marker, ...]:
    """Every exact marker, quoted ones too, and every near-marker, in order."""
    if not tokens.words and not tokens.escapes:
        return ()
    found = [_of_word(text, word) for word in tokens.words]
    found += _of_escapes(text, tokens.escapes, quotes)
    found.sort(key=lambda marker: marker.span)
    return tuple(_that_count([_quoted(marker, quotes) for marker in found]))


def depends_on_role(marker: Marker) -> bool:
    """Whether it follows a line of text, so that only its role makes it a turn."""
    return marker.where is Where.AFTER_TEXT and marker.flaw in _JUDGED_BY_ROLE


def _of_word(text: str, word: TurnWord) -> Marker:
    blank, where = _separator(text, word.line)
    exact = _exact_separator(text, word)
    if exact is not None:
        slack = _slack(text, exact.start, where)
        return _marker(text, word.role, word.span, exact, None, where, slack=slack)
    return _marker(
        text,
        word.role,
        word.span,
        Span(blank.start, word.span.start),
        _flaw(text, word, blank),
        where,
        renamed=word.renamed,
        decorated=word.decorated,
    )


def _marker(  # noqa: PLR0913, PLR0917 - the facts of a marker, each told once
    text: str,
    role: Role,
    span: Span,
    separator: Span,
    flaw: Flaw | None,
    where: Where,
    *,
    slack: Span | None = None,
    renamed: bool = False,
    decorated: bool = False,
) -> Marker:
    following = _FOLLOWING.match(text, span.end)
    return Marker(
        role,
        span,
        separator,
        slack or Span(separator.start, separator.start),
        text[separator.start : span.end],
        following[0] if following else "",
        flaw,
        where,
        renamed,
        decorated,
    )


def _slack(text: str, end: int, where: Where) -> Span:
    """The white space before an exact separator that nobody needs."""
    if where is Where.START and not text[:end].strip(WHITE_SPACE):
        return Span(0, end)
    start = end
    while start > 0 and text[start - 1] in "\r\n":
        start -= 1
    return Span(start, end)


def _exact_separator(text: str, word: TurnWord) -> Span | None:
    """The two line ends before a marker that is exactly one."""
    if not word.canonical or word.span.start != word.line:
        return None
    one = _before_line_end(text, word.line)
    two = _before_line_end(text, one) if one is not None else None
    return None if two is None else Span(two, word.line)


def _before_line_end(text: str, end: int) -> int | None:
    """Where the line end that ends at `end` starts."""
    if end <= 0 or text[end - 1] not in "\r\n":
        return None
    crlf = text[end - 1] == "\n" and end > 1 and text[end - 2] == "\r"
    return end - 2 if crlf else end - 1


def _separator(text: str, line: int) -> tuple[Span, Where]:
    """What looks blank before a line, without the rest of the line of text there."""
    start = line
    while start > 0 and text[start - 1] in _LOOKS_BLANK:
        start -= 1
    if start == 0:
        return Span(0, line), Where.START
    while text[start] not in "\r\n":
        start += 1
    after = start + (2 if text.startswith("\r\n", start) else 1)
    where = Where.AFTER_TEXT if after == line else Where.AFTER_BLANK
    return Span(start, line), where


def _flaw(text: str, word: TurnWord, separator: Span) -> Flaw:
    before = text[separator.start : word.span.start]
    if not _HIDDEN.isdisjoint(text[separator.start : word.span.end]):
        return Flaw.INVISIBLE
    if not word.canonical:
        return Flaw.MALFORMED
    first = separator.start == 0 and before in ("", "\n", "\r", "\r\n")
    return Flaw.FIRST if first and word.role is Role.HUMAN else Flaw.UNSEPARATED


def _of_escapes(
    text: str, escapes: Iterable[Escape], quotes: Sequence[Quote]
) -> list[Marker]:
    """The first at a line's start or after a sentence, then the others anywhere."""
    found: list[Marker] = []
    quoted = [quote.span for quote in quotes]
    for escape in escapes:
        start = escape.span.start
        line = start
        while line > 0 and text[line - 1] in _INDENTS:
            line -= 1
        before = text[line - 1] if line else ""
        at_line_start = not before or before in _LINE_ENDS
        if any_covers(quoted, escape.span) or text[start - 1 : start] in _QUOTING:
            continue
        if found or at_line_start or before in _SENTENCE_ENDS:
            found.append(_of_escape(text, escape, line if at_line_start else None))
    return found


def _of_escape(text: str, escape: Escape, line: int | None) -> Marker:
    span, where = escape.span, Where.AFTER_BLANK
    separator = Span(span.start, span.start)
    if line is not None:
        blank, where = _separator(text, line)
        separator = Span(blank.start, span.start)
    hidden = not _HIDDEN.isdisjoint(separator.of(text))
    flaw = Flaw.INVISIBLE if hidden else Flaw.ESCAPED
    return _marker(text, escape.role, span, separator, flaw, where)


def _quoted(marker: Marker, quotes: Sequence[Quote]) -> Marker:
    at = bisect_right(quotes, marker.span.start, key=lambda quote: quote.span.start)
    if at and quotes[at - 1].span.covers(marker.span):
        return replace(marker, quote=quotes[at - 1])
    return marker


def _that_count(found: Sequence[Marker]) -> Iterable[Marker]:
    """Exact markers, and the near-markers that are no text of their turn."""
    sent = {marker.role for marker in found if marker.sent}
    following = _roles_that_follow(found)
    before: Role | None = None
    for marker, after in zip(found, following, strict=True):
        if marker.sent and marker.quote:
            yield marker
        elif marker.sent or _counts(marker, sent, before, after):
            before = marker.role
            yield marker


def _counts(
    marker: Marker, sent: set[Role], before: Role | None, after: Role | None
) -> bool:
    if marker.quote:
        return False
    if marker.renamed and (marker.where is Where.AFTER_TEXT or marker.role in sent):
        return False
    return not depends_on_role(marker) or marker.role not in (before, after)


def _roles_that_follow(found: Sequence[Marker]) -> list[Role | None]:
    """For each marker the role of the next exact one that is not quoted."""
    following: list[Role | None] = []
    after: Role | None = None
    for marker in reversed(found):
        following.append(after)
        if marker.sent and not marker.quote:
            after = marker.role
    following.reverse()
    return following
