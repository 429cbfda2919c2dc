"""Where a free phrase ends because a value of a kind of its own follows it."""

from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    is_number,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Word,
    Words,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables import (
    is_city,
    is_country,
    is_language,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.clock import TIME_UNITS
from prompt_lsp.prompt_tools.engines.offline.templatize.values.nouns import (
    counted_nouns,
)

_LEADS = frozenset(
    "in on at by before until from for with during to under within".split()
)
_TIMES = frozenset(
    """
    january february march april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight
    """.split()
)
_CURRENCIES = frozenset("$€£¥₹")
_OF = frozenset({"of", "at"})
_MANNERS = frozenset(
    "tone style voice words sentences paragraphs format points bullets terms "
    "language".split()
)


def before_value(words: Words, start: int, end: int) -> int:
    """Where a phrase from `start` to `end` ends, without a value at its end.

    `Kyoto in April`, `a family with a budget of $150`; the start itself where an
    identifier is what the phrase is about: `the delivery of order #20391`.
    """
    for at in range(start + 1, end):
        word = words[at]
        if is_identifier(word):
            return start
        if word.low in _LEADS and at + 1 < end and _is_value(words, at, end):
            return at
    return end


def before_house(words: Words, start: int, end: int) -> int:
    """Where a phrase of people ends, without the house that they belong to.

    `new subscribers of The Quiet Kitchen`, `an analyst at a bank`. What a text is
    about keeps it: `the life of Marie Curie`.
    """
    for at in range(start + 1, end - 1):
        word = words[at]
        if word.low == "at" and words[at + 1].low in {"a", "an"}:
            return at
        if word.low in _OF and at + 2 < end and _is_house(words, at + 1):
            return at
        if word.low in {"to", "from", "at"} and _is_place(words, at + 1, end):
            return at
    return end


def is_identifier(word: Word) -> bool:
    """Whether a word is the number of an order, an invoice or the like."""
    text = word.text
    digits = sum(map(str.isdigit, text))
    if word.quoted or digits < 3:
        return False
    letters = text[:1].isupper() and "-" in text
    return text[0] == "#" or (letters and text.replace("-", "").isalnum())


def _is_house(words: Words, start: int) -> bool:
    """Whether a name of several capitals follows: `of The Quiet Kitchen`."""
    return words[start].capital and words[start + 1].capital


def _is_value(words: Words, lead: int, end: int) -> bool:
    """Whether a preposition leads to a time, a place, an amount or a manner."""
    following = words[lead + 1]
    low = following.low
    if low in _TIMES:
        return words[lead].low != "with"
    if following.text[:1] in _CURRENCIES or "budget" in {
        one.low for one in words[lead + 1 : lead + 4]
    }:
        return True
    if words[lead].low == "in" and _is_place(words, lead + 1, end):
        return True
    if _counts(words, lead, end):
        return True
    manner = any(one.low in _MANNERS for one in words[lead + 1 : min(end, lead + 6)])
    return words[lead].low in {"in", "with"} and manner


def _counts(words: Words, lead: int, end: int) -> bool:
    """Whether a number follows, of what a text has, or of its time.

    `with 10 multiple-choice questions`, `in 90 seconds`; not `with two children`.
    """
    if not is_number(words[lead + 1]):
        return False
    said = words[lead + 2 : min(end, lead + 6)]
    if words[lead].low == "with":
        nouns = counted_nouns()
        return any(nouns.get(one.low) == "NUMBER_OF_ITEMS" for one in said)
    return words[lead].low in _WITHIN and bool(said) and said[0].low in TIME_UNITS


_WITHIN = frozenset({"in", "within", "under"})


def _is_place(words: Words, start: int, end: int) -> bool:
    """Whether a city, a country or a language ends a phrase."""
    name = " ".join(word.text for word in words[start:end])
    known = is_city(name) or is_country(name) or is_language(name)
    return words[start].capital and known
