"""Sets of names, and where one of them stands in a text.

A set is looked up by the first word of a name, so that asking at one place costs a
dictionary lookup, whatever the length of the text. Scripts that put no space between
words (Japanese, Chinese) are looked up by the longest name that fits.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prompt_lsp.text import Span

_WORD = re.compile(r"[^\W\d_]{1,40}")
_CAPITALS = frozenset({"us"})  # an everyday word in small letters
_GAP = re.compile(r"\s{1,4}")
_SPACED_END = re.compile(r"[^\W\d_ぁ-ヿ㐀-鿿]")
_UNSPACED = re.compile(r"[ぁ-ヿ㐀-鿿]")


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Names, by the first word of each, in small letters.

    Attributes:
        spaced: first word -> the whole names that begin with it, the longest first.
        unspaced: first character -> names of scripts without spaces, longest first.
        names: all of them, in small letters.
    """

    spaced: dict[str, tuple[str, ...]]
    unspaced: dict[str, tuple[str, ...]]
    names: frozenset[str]

    def at(self, text: str, offset: int) -> Span | None:
        """The longest name that stands at `offset`, in whatever case.

        It begins and ends at the edge of a word; a blank in it may be any white space.
        """
        if offset >= len(text):
            return None
        if text[offset] in self.unspaced:
            return self._unspaced_at(text, offset)
        if offset and _SPACED_END.match(text, offset - 1):
            return None
        word = _WORD.match(text, offset)
        return self.begun(text, offset, word[0].lower()) if word else None

    def begun(self, text: str, offset: int, first: str) -> Span | None:
        """The same where it is known that a word begins there, and which one."""
        for name in self.spaced.get(first, ()):
            end = _end_of(text, offset, name)
            if name in _CAPITALS and not text[offset:end].isupper():
                continue
            if end and not (name[-1].isalpha() and _SPACED_END.match(text, end)):
                return Span(offset, end)
        return None

    def __contains__(self, name: object) -> bool:
        """Whether a whole string is one of the names, in whatever case."""
        if not isinstance(name, str):
            return False
        small = " ".join(name.split()).lower()
        return small in self.names and (small not in _CAPITALS or name.isupper())

    def _unspaced_at(self, text: str, offset: int) -> Span | None:
        for name in self.unspaced[text[offset]]:
            end = offset + len(name)
            if text.startswith(name, offset) and not _is_of_a_word(text, offset, end):
                return Span(offset, end)
        return None


def _is_of_a_word(text: str, start: int, end: int) -> bool:
    """Whether a name in katakana is a part of a longer word: `タイ` of `タイトル`."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return any(
        "ァ" <= one <= "ヺ" or one == "ー"
        for one, other in ((before, text[start]), (after, text[end - 1]))
        if one and "ァ" <= other <= "ー"
    )


def phrases(*tables: str, more: Iterable[str] = ()) -> Phrases:
    """The set of all names in tables whose names stand between commas."""
    names = frozenset(
        name.lower() for name in (*_listed(tables), *more) if name.strip()
    )
    spaced: dict[str, list[str]] = {}
    unspaced: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        if _UNSPACED.match(name):
            unspaced.setdefault(name[0], []).append(name)
        elif word := _WORD.match(name):
            spaced.setdefault(word[0], []).append(name)
    return Phrases(_frozen(spaced), _frozen(unspaced), names)


def listed(*tables: str) -> frozenset[str]:
    """The names in tables, as written."""
    return frozenset(_listed(tables))


def _end_of(text: str, offset: int, name: str) -> int | None:
    """Where a name ends that begins at `offset`; None where it does not stand there."""
    for number, word in enumerate(name.split()):
        if number:
            gap = _GAP.match(text, offset)
            if not gap:
                return None
            offset = gap.end()
        if text[offset : offset + len(word)].lower() != word:
            return None
        offset += len(word)
    return offset


def _listed(tables: Iterable[str]) -> Iterator[str]:
    for table in tables:
        yield from (" ".join(name.split()) for name in table.split(",") if name.strip())


def _frozen(lists: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(names) for key, names in lists.items()}
