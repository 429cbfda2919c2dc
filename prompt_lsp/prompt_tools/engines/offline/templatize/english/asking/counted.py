"""Counts tied to things: `three runs per week`, `200 trees`, `chapter 12`."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.asking.lexicon import (
    LOOSE,
    STOPS,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.manner import (
    is_audience,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    is_number,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    UNITS,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Word,
    Words,
    joined,
)

_SURE = 0.56
_REACH = 3  # words from a number to its noun
_SAME = frozenset(
    """
    same these those other of first next or than the type phase stage version part
    step
    """.split()
)
_LOOSE = frozenset("or to and out of".split())
_NUMBERED = frozenset("chapter port page room grade gate unit level lesson".split())


def counted(words: Words) -> Iterator[Candidate]:
    """The numbers of a sentence whose noun follows, or goes before."""
    for at, word in enumerate(words[:-1]):
        if _is_count(word) and (noun := _noun(words, at)) and _is_own(words, at, noun):
            folk = noun.low in _FOLK or is_audience([noun])
            name = "NUMBER_OF_PEOPLE" if folk else "NUMBER_OF_ITEMS"
            yield Candidate(name, word.span, _SURE)
        if word.low == "quarter" and at and words[at - 1].low in _QUARTERS:
            yield Candidate("QUARTER", joined(words[at - 1 : _year(words, at)]), _SURER)
        if _is_year(word) and words[at + 1].capital and not word.ends:
            yield Candidate("YEAR", word.span, _SURE)
        if word.low in _NUMBERED and words[at + 1].text.isdecimal() and not word.ends:
            yield Candidate(f"{word.low.upper()}", words[at + 1].span, _SURE)


_QUARTERS = frozenset("first second third fourth last this next".split())
_SURER = 0.7  # more than the year in it


def _year(words: Words, at: int) -> int:
    """Where a quarter ends: behind its year, if it says one."""
    of = at + 2 < len(words) and words[at + 1].low in {"of", "in"}
    if of and words[at + 2].text.isdecimal():
        return at + 3
    plain = at + 1 < len(words) and words[at + 1].text.isdecimal()
    return at + 1 + plain


def _is_year(word: Word) -> bool:
    """Whether a word is the year of a model: `my 2014 Octavia`."""
    if not word.text.isdecimal():
        return False
    return len(word.text) == len("2014") and word.text.startswith(("19", "20"))


def _is_count(word: Word) -> bool:
    """Whether a word is a plain number: `three`, `190,000`."""
    if word.quoted or word.ends or word.before:
        return False
    digits = word.text.replace(",", "")
    return is_number(word) or (digits.isdecimal() and len(digits) < _DIGITS)


_DIGITS = 10  # of a number that is no identifier


_FOLK = frozenset("people children women men guests friends kids".split())
_PER = frozenset({"a", "per", "each", "every"})


def _is_own(words: Words, at: int, noun: Word) -> bool:
    """Whether a count is no length or part of the answer; `times` are by the week."""
    behind = next((i for i in range(at, len(words)) if words[i] is noun), at) + 1
    if noun.low == "times":
        return behind < len(words) and words[behind].low in _PER
    often = noun.low == "days" and behind < len(words) and words[behind].low in _PER
    return often or not (noun.low in LOOSE or noun.low in UNITS)


def _noun(words: Words, at: int) -> Word | None:
    """The noun in its plural that a number counts."""
    if at and (words[at - 1].low in _SAME and words[at - 1].low != "the"):
        return None
    for word in words[at + 1 : at + 1 + _REACH]:
        if word.low in STOPS or word.low in _LOOSE or not word.text.isalpha():
            return None
        if word.low.endswith("s") and not word.low.endswith("ss"):
            return word if word.text.islower() else None
        if word.low in {"people", "children", "women", "men"}:
            return word
        if word.ends:
            return None
    return None
