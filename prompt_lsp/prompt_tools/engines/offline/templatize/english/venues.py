"""Where something happens, behind the day or the hour when it does."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    LIKELY,
    phrase_end,
    points,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Word,
    Words,
    joined,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables.months import (
    all_months,
    all_weekdays,
)

PLACED = frozenset({"in", "at"})
_HALVES = frozenset({"am", "pm", "a.m", "p.m", "noon", "midnight", "o'clock"})
_ENDS = frozenset("in on at with for to and from by of where".split())
_LONGEST = 5  # words
_NO_VENUES = frozenset(
    """
    morning afternoon evening night end beginning start moment tone style voice form
    language future past meantime day week weekend month year summer winter spring
    autumn fall latest
    """.split()
)


def venues(_text: str, words: Words) -> Iterator[Candidate]:
    """`on 12 June at 3:30 pm in the canteen`."""
    for at in range(1, len(words) - 2):
        if words[at].low not in PLACED or words[at - 1].ends:
            continue
        if words[at + 1].low != "the" or not _is_when(words[at - 1]):
            continue
        end = phrase_end(words, at + 2, _ENDS)
        said = words[at + 1 : end]
        known = 1 < len(said) <= _LONGEST and not points(said[1:])
        if known and said[-1].low not in _NO_VENUES:
            yield Candidate("LOCATION", joined(said), LIKELY)


def _is_when(word: Word) -> bool:
    """Whether a day or an hour ends with a word."""
    text = word.text
    known = text in all_weekdays() or text in all_months() or word.low in _HALVES
    clock = text[:1].isdigit() and (":" in text or word.low.endswith(("am", "pm")))
    year = len(text) == len("2025") and text.isdecimal() and text[:2] in {"19", "20"}
    return known or clock or year or text.rstrip("stndrh").isdecimal()
