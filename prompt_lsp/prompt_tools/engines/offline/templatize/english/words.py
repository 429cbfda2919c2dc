"""Prose as sentences of words, each with its place."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from prompt_lsp.text import Span

_TOKEN = re.compile(
    r'"[^"\r\n]{1,400}"|“[^”\r\n]{1,400}”'
    r"|(?<![^\s(])(?:'(?=\S)[^'\r\n]{1,200}'|‘[^’\r\n]{1,200}’)(?![^\s.,;:!?)])"
    r'|[^\s"“]+|["“]'
)
_BEFORE = "([{*_`'‘<"
_AFTER = ".,;:!?)]}*_`'’…>\""
_ENDS = frozenset(".!?;:…。！？")
_MOST = 150  # words of a sentence
_SHORT = frozenset("dr mr mrs ms prof st vs e.g i.e jr sr inc no approx".split())
_PAIRS = frozenset({'""', "“”", "''", "‘’"})
_BULLETS = frozenset("-*•+>#(0123456789")  # what a bullet begins with
_BULLET = re.compile(r"[-*•+>#]+$|\(?\d{1,2}[.)]$")


class Word(NamedTuple):
    """A word, or a quoted string, which is one word.

    Attributes:
        text: without the punctuation around it.
        low: the same in small letters.
        span: where it stands.
        after: the punctuation right behind it.
        before: the punctuation right before it.
        quoted: it is a string in quotation marks; the span is of what they hold.
    """

    text: str
    low: str
    span: Span
    after: str = ""
    before: str = ""
    quoted: bool = False

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def ends(self) -> bool:
        """Whether a phrase cannot go on behind it."""
        return bool(self.after) and self.after[0] in ".,;:!?)]…"


Words: TypeAlias = Sequence[Word]


def sentences(text: str, prose: Span) -> Iterator[list[Word]]:
    """The sentences of a stretch of prose; bullets are no words.

    What has more than `_MOST` words comes in parts: grammars look ahead from many
    words of a sentence, which must not cost its length each time.
    """
    words: list[Word] = []
    last = prose.start
    for token in _TOKEN.finditer(text, prose.start, prose.end):
        written, start = token[0], token.start()
        word = _word(written, start)
        bullet = word is None or (
            written[0] in _BULLETS and _BULLET.match(written) is not None
        )
        starts = bullet or not written[0].islower()
        if words and starts and _broken(text, last, start):
            yield words
            words = []
        last = token.end()
        if word is None or (not words and (bullet or not _says(word))):
            continue
        words.append(word)
        if len(words) == _MOST or (word.after and _closes(word)):
            yield words
            words = []
    if words:
        yield words


def _broken(text: str, start: int, end: int) -> bool:
    """Whether a line ends between two words."""
    if end - start < 2 and not text.startswith(("\n", "\r"), start):
        return False
    return text.find("\n", start, end) >= 0 or text.find("\r", start, end) >= 0


def _says(word: Word) -> bool:
    """Whether a word has a letter or digit, and is no mere sign or picture."""
    return word.quoted or word.text[0].isalnum() or any(map(str.isalnum, word.text))


def _closes(word: Word) -> bool:
    """Whether a sentence ends behind a word that a sign follows."""
    if word.quoted:
        return any(sign in _ENDS for sign in word.after)
    if word.after == "." and (word.low in _SHORT or len(word.text) == 1):
        return word.low not in _SHORT and word.low.isdigit()
    return not _ENDS.isdisjoint(word.after)


def _word(token: str, at: int) -> Word | None:
    if token.isalnum():
        return Word(token, token.lower(), Span(at, at + len(token)))
    if len(token) > 2 and token[0] + token[-1] in _PAIRS:
        inside = token[1:-1]
        stripped = inside.strip()
        if not stripped:
            return None
        start = at + 1 + inside.index(stripped)
        span = Span(start, start + len(stripped))
        return Word(stripped, stripped.lower(), span, quoted=True)
    bare = token.lstrip(_BEFORE)
    before = token[: len(token) - len(bare)]
    core = bare.rstrip(_AFTER)
    if not core:
        return None
    start = at + len(before)
    after = bare[len(core) :]
    return Word(core, core.lower(), Span(start, start + len(core)), after, before)


def joined(words: Words) -> Span:
    """The span of some words in a row."""
    return Span(words[0].span.start, words[-1].span.end)
