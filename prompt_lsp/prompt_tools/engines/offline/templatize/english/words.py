"""Prose as sentences of words, each with its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
_PHRASE_ENDS = frozenset(".,;:!?)]…")
_MOST = 150  # words of a sentence
_SHORT = frozenset(
    "dr mr mrs ms prof st vs e.g i.e jr sr inc no approx ltd corp bros".split()
)
_PAIRS = frozenset({'""', "“”", "''", "‘’"})
_BULLETS = frozenset("-*•+>#(0123456789")  # what a bullet begins with
_BREAK = re.compile(r"[\r\n]")
_BULLET = re.compile(r"[-*•+>#]+$|\(?\d{1,2}[.)]$")


@dataclass(slots=True, eq=False)
class Word:
    """A word, or a quoted string, which is one word.

    Not frozen, as a prompt has thousands of them, each made three times as fast so.

    Attributes:
        text: without the punctuation around it.
        low: the same in small letters.
        start: where it begins; inside the quotation marks of a string.
        end: where it ends.
        capital: it begins with a capital letter.
        after: the punctuation right behind it.
        before: the punctuation right before it.
        quoted: it is a string in quotation marks.
        ends: a phrase cannot go on behind it.
    """

    text: str
    low: str
    start: int
    end: int
    capital: bool
    after: str = ""
    before: str = ""
    quoted: bool = False
    ends: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


Words: TypeAlias = Sequence[Word]


class Sentence(NamedTuple):
    """The words of a sentence, and what grammars ask of them first.

    Attributes:
        words: in order; never none.
        said: all of them in small letters.
        capitals: which of them begin with a capital letter.
        quoted: which of them are strings in quotation marks.
    """

    words: list[Word]
    said: frozenset[str]
    capitals: tuple[int, ...]
    quoted: tuple[int, ...]


def sentences(text: str, prose: Span) -> Iterator[Sentence]:
    """The sentences of a stretch of prose; bullets are no words.

    What has more than `_MOST` words comes in parts: grammars look ahead from many
    words of a sentence, which must not cost its length each time.
    """
    words: list[Word] = []
    line = prose.start - 1
    for token in _TOKEN.finditer(text, prose.start, prose.end):
        written, (start, end) = token[0], token.span()
        if start > line:
            if words and not written[0].islower():
                yield _sentence(words)
                words = []
            line = _line_end(text, start, prose.end)
        if written.isalnum():
            capital = written[0].isupper()
            words.append(Word(written, written.lower(), start, end, capital))
            closes = False
        elif (word := _word(written, start)) and (words or _begins(written, word)):
            words.append(word)
            closes = _closes(word)
        else:
            continue
        if closes or len(words) == _MOST:
            yield _sentence(words)
            words = []
    if words:
        yield _sentence(words)


def _sentence(words: list[Word]) -> Sentence:
    return Sentence(
        words,
        frozenset([word.low for word in words]),
        tuple([at for at, word in enumerate(words) if word.capital]),
        tuple([at for at, word in enumerate(words) if word.quoted]),
    )


def _line_end(text: str, start: int, end: int) -> int:
    """Where the line ends that holds a place."""
    found = _BREAK.search(text, start, end)
    return found.start() if found else end


def _begins(token: str, word: Word) -> bool:
    """Whether a sentence may begin with a word, and it is no bullet or picture."""
    if token[0] in _BULLETS and _BULLET.match(token) is not None:
        return False
    return word.quoted or word.text[0].isalnum() or any(map(str.isalnum, word.text))


def _closes(word: Word) -> bool:
    """Whether a sentence ends behind a word."""
    if word.quoted:
        return any(sign in _ENDS for sign in word.after)
    if word.after == "." and (word.low in _SHORT or len(word.text) == 1):
        return word.low not in _SHORT and word.low.isdigit()
    return not _ENDS.isdisjoint(word.after)


def _word(token: str, at: int) -> Word | None:
    """A token with signs in or around it as a word; None if it is nothing but signs."""
    if len(token) > 2 and token[0] + token[-1] in _PAIRS:
        inside = token[1:-1]
        core = inside.strip()
        if not core:
            return None
        start = at + 1 + inside.index(core)
        end, capital = start + len(core), core[0].isupper()
        return Word(core, core.lower(), start, end, capital, quoted=True)
    bare = token.lstrip(_BEFORE)
    core = bare.rstrip(_AFTER)
    if not core:
        return None
    before, after = token[: len(token) - len(bare)], bare[len(core) :]
    start = at + len(before)
    end, ends = start + len(core), after[:1] in _PHRASE_ENDS
    capital = core[0].isupper()
    return Word(core, core.lower(), start, end, capital, after, before, ends=ends)


def joined(words: Words) -> Span:
    """The span of some words in a row."""
    return Span(words[0].start, words[-1].end)
