"""Text to tokens, in one pass, without judgement.

Every token lies within one line. So a text may be scanned in blocks that are cut
at line starts, and the tokens of a block stay what they are when another changes.
Literal finds lead to each place and a match that is anchored there reads it; no
expression walks over the whole text.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from prompt_lsp.document.tokens import (
    INVISIBLE,
    Escape,
    FenceLine,
    Role,
    Tag,
    Ticks,
    TurnWord,
)
from prompt_lsp.text import Span
from prompt_lsp.text.finding import occurrences

_ROLES = {
    "human": Role.HUMAN,
    "user": Role.HUMAN,
    "assistant": Role.ASSISTANT,
    "ai": Role.ASSISTANT,
    "claude": Role.ASSISTANT,
}
_RENAMED = frozenset({"user", "ai", "claude"})
_GAP = rf"[ \t\f\v{INVISIBLE}]*"
_HEAD = (
    rf"({_GAP})((?:\#{{1,6}}[ \t]+|>[ \t]?)*)(\*{{1,3}}|_{{1,3}}|)"
    r"((?i:human|assistant|user|ai|claude))"
)
# sre finds a literal first character fast, and one look at the next one is cheaper
# than to try every way in which a turn word may begin.
_MAY_BEGIN = rf"(?=[ \t\f\v{INVISIBLE}\#>*_HhAaUuCc])"
_AT_START = re.compile(_HEAD)
_AFTER_LF = re.compile(r"\n" + _MAY_BEGIN + _HEAD)
# A lone carriage return ends lines too.
_AFTER_CR = re.compile(r"\r(?!\n)" + _HEAD)
_COLON = re.compile(rf"{_GAP}[:\uff1a]")
_REST_IS_BLANK = re.compile(r"[ \t\f\v]*(?=[\r\n]|\Z)")

_FENCE = re.compile(r"(?:`{3,}|~{3,})")
_LINE_REST = re.compile(r"[^\r\n]*")
_TAG = re.compile(r"<(/?)(example[\w.:-]*)(?:[ \t][^<>\r\n]*)?>")


class Tokens(NamedTuple):
    """What a text holds, kind by kind, each in order."""

    words: tuple[TurnWord, ...] = ()
    escapes: tuple[Escape, ...] = ()
    fences: tuple[FenceLine, ...] = ()
    tags: tuple[Tag, ...] = ()
    ticks: tuple[Ticks, ...] = ()


def scan(text: str) -> Tokens:
    """The tokens of a text, or of a block of whole lines of it."""
    return Tokens(
        _turn_words(text),
        tuple(_escapes(text)) if "\\" in text else (),
        _fences(text),
        tuple(_tags(text)) if "<" in text else (),
        tuple(_ticks(text)),
    )


def _turn_words(text: str) -> tuple[TurnWord, ...]:
    heads = [(0, found)] if (found := _AT_START.match(text)) else []
    heads += [(found.start() + 1, found) for found in _AFTER_LF.finditer(text)]
    if "\r" in text:
        heads += [(found.start() + 1, found) for found in _AFTER_CR.finditer(text)]
        heads.sort(key=lambda head: head[0])
    words = (_turn_word(text, line, found) for line, found in heads)
    return tuple(word for word in words if word)


def _turn_word(text: str, line: int, head: re.Match[str]) -> TurnWord | None:
    indent, decoration, emphasis, word = head.groups()
    end = _marker_end(text, head.end(), emphasis)
    if end is None and word == "Assistant" and not decoration:
        end = _alone_end(text, head.end(), emphasis)
    if end is None:
        return None
    role = _ROLES[word.lower()]
    start = line + len(indent)
    return TurnWord(
        role,
        line,
        Span(start, end),
        canonical=text[start:end] == f"{role}:",
        renamed=word.lower() in _RENAMED,
        decorated=bool(decoration or emphasis),
    )


def _marker_end(text: str, after_word: int, emphasis: str) -> int | None:
    """The end of the colon and of the emphasis, which must close on either side."""
    closed = emphasis and text.startswith(emphasis, after_word)
    if closed:
        after_word += len(emphasis)
    colon = _COLON.match(text, after_word)
    if colon is None:
        return None
    if not emphasis or closed:
        return colon.end()
    if text.startswith(emphasis, colon.end()):
        return colon.end() + len(emphasis)
    return None


def _alone_end(text: str, after_word: int, emphasis: str) -> int | None:
    """The end of a word, and of its emphasis, that stands alone on its line."""
    end = after_word + len(emphasis)
    closed = text.startswith(emphasis, after_word)
    return end if closed and _REST_IS_BLANK.match(text, end) else None


def _escapes(text: str) -> Iterator[Escape]:
    """Each marker with the written-out line ends right before it, read backwards."""
    found = [
        (at, role)
        for role in Role
        for at in occurrences(text, f"{role}:")
        if at and text[at - 1] in "n \t"
    ]
    for at, role in sorted(found):
        start = _escaped_line_ends(text, at)
        if start < at:
            yield Escape(role, Span(start, at + len(role) + 1))


def _escaped_line_ends(text: str, end: int) -> int:
    r"""Where the row of `\n` and `\r\n`, with blanks between, begins."""
    start = at = end
    while True:
        while at and text[at - 1] in " \t":
            at -= 1
        if not text.startswith("\\n", max(0, at - 2), at):
            return start
        at -= 2
        if text.startswith("\\r", max(0, at - 2), at):
            at -= 2
        start = at


def _fences(text: str) -> tuple[FenceLine, ...]:
    found: list[FenceLine] = []
    for mark in ("```", "~~~"):
        at = text.find(mark) if mark[0] in text else -1
        while at >= 0:
            fence = _fence_at(text, at)
            if fence is not None:
                found.append(fence)
            end = _FENCE.match(text, at)
            at = text.find(mark, end.end() if end else at + 1)
    return tuple(sorted(found))


def _fence_at(text: str, at: int) -> FenceLine | None:
    start = at
    while start > 0 and at - start < 3 and text[start - 1] == " ":
        start -= 1
    if start > 0 and text[start - 1] not in "\r\n":
        return None
    mark = _FENCE.match(text, at)
    if mark is None:
        return None
    rest = _LINE_REST.match(text, mark.end())
    end = rest.end() if rest else mark.end()
    info = text[mark.end() : end]
    if mark[0][0] == "`" and "`" in info:
        return None
    return FenceLine(Span(start, end), mark[0], closes=not info.strip(" \t"))


def _tags(text: str) -> Iterator[Tag]:
    at = text.find("example")
    while at >= 0:
        start = at - 2 if text[at - 1 : at] == "/" else at - 1
        found = _TAG.match(text, start) if start >= 0 else None
        if found and not found[0].endswith("/>"):
            yield Tag(Span(*found.span()), found[2], closes=bool(found[1]))
        at = text.find("example", found.end() if found else at + 1)


def _ticks(text: str) -> Iterator[Ticks]:
    at = text.find("`")
    while at >= 0:
        end = at + 1
        while text.startswith("`", end):
            end += 1
        yield Ticks(Span(at, end))
        at = text.find("`", end)
