"""Conversions: units, formats, languages of code."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.clauses import Clause
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    GRAMMAR,
    LIKELY,
    slot,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    CODE,
    FORMATS,
    LANGUAGES_OF_CODE,
    UNITS,
    UNSURE_LANGUAGES,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Word,
    Words,
)

VERBS = frozenset(
    "convert change transform turn translate migrate port rewrite parse export "
    "reformat format refactor transpile make".split()
)
_TO = frozenset({"to", "into", "in", "as"})
_AMOUNT = frozenset("0123456789.,-")
_TIMEZONES = frozenset(
    "utc gmt est edt cst cdt mst mdt pst pdt cet cest bst ist jst".split()
)


def conversion(_text: str, clause: Clause) -> Iterator[Candidate]:
    """`convert 100 USD to EUR`, `turn this JSON into YAML`, `port it to Go`."""
    words = clause.words
    to = max(
        (
            at
            for at in range(2, len(words) - 1)
            if words[at].low in _TO and _kind(words[at + 1], words)
        ),
        default=0,
    )
    if not to:
        return
    target = words[to + 1]
    if clause.verb in {"convert", "change"} and _unit(target):
        if target.low in _TIMEZONES:
            yield from slot("TARGET_TIMEZONE", [target])
        else:
            yield from _amount(words, to)
        return
    if words[to].low in {"as", "in"} and clause.verb not in {"rewrite", "convert"}:
        return
    for kinds, name in (
        (LANGUAGES_OF_CODE - FORMATS, "PROGRAMMING_LANGUAGE"),
        (FORMATS, "FORMAT"),
    ):
        if target.low in kinds and _named(target):
            source = _last(words[1:to], kinds)
            if source is None and (name == "FORMAT" or words[to].low in {"in", "as"}):
                return
            if source is not None:
                yield from slot(f"SOURCE_{name}", [source])
            yield from slot(f"TARGET_{name}", [target])
            return


def _kind(word: Word, words: Words) -> bool:
    del words
    return word.low in FORMATS or word.low in LANGUAGES_OF_CODE or _unit(word)


def _unit(word: Word) -> bool:
    low = word.low.lstrip("°")
    is_code = len(word.text) == 3 and word.text.isupper()
    return (
        low in UNITS
        or low in {"f", "c"}
        or low in _TIMEZONES
        or (is_code and low not in FORMATS and low not in LANGUAGES_OF_CODE)
    )


def _named(word: Word) -> bool:
    """Whether it is written as a name: `Go`, not `go`."""
    return word.capital or len(word.low) > 2


def _last(words: Words, kinds: frozenset[str]) -> Word | None:
    """The last word of a kind, also with an ending (`JSON-formatted`)."""
    for word in reversed(words):
        if word.low in kinds and _named(word) and not word.quoted:
            return word
    return None


def _amount(words: Words, to: int) -> Iterator[Candidate]:
    """A number with its unit, and the unit that it shall have."""
    for at in range(1, to):
        word = words[at]
        if word.text[:1] in _AMOUNT and set(word.text) <= _AMOUNT:
            yield from slot("AMOUNT", [word])
            if at + 1 < to:
                yield from slot("SOURCE_UNIT", words[at + 1 : to])
            break
    else:
        source = next((word for word in words[1:to] if _unit(word)), None)
        if source is not None:
            yield from slot("SOURCE_UNIT", [source], GRAMMAR)
    end = to + 2
    while end < len(words) and words[end].low in UNITS and not words[end - 1].ends:
        end += 1
    yield from slot("TARGET_UNIT", words[to + 1 : end])


def code_language(_text: str, words: Words) -> Iterator[Candidate]:
    """`this Rust code`, `a Python developer`, `in TypeScript`."""
    for at, word in enumerate(words):
        if word.low not in LANGUAGES_OF_CODE or word.quoted or not _named(word):
            continue
        if word.low in FORMATS or (word.low in UNSURE_LANGUAGES and not word.capital):
            continue
        after = words[at + 1].low if at + 1 < len(words) and not word.ends else ""
        before = words[at - 1].low if at and not words[at - 1].ends else ""
        sure = word.low not in UNSURE_LANGUAGES
        if after in CODE or after in _CODERS or (sure and before in {"in", "using"}):
            native = sure and after == "native"
            yield from slot("PROGRAMMING_LANGUAGE", words[at : at + 1 + native], LIKELY)


_CODERS = frozenset("code developer developers programmer programmers engineer".split())
