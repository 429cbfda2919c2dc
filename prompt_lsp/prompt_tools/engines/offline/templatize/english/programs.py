"""Programs to be written: in which language, and what they do."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.clauses import Clause
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    GRAMMAR,
    LIKELY,
    phrase_end,
    points,
    slot,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    CODE,
    DETERMINERS,
    LANGUAGES_OF_CODE,
    UNSURE_LANGUAGES,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Word,
    Words,
    joined,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.labels import DATA

VERBS = frozenset({"implement", "code", "program"})
BUILDS = frozenset("building developing coding creating implementing making".split())
ASKS = frozenset({"how"})
PROGRAMS = frozenset("function script program regex query macro formula".split())
_IN = frozenset({"in", "using", "with"})
_DOES = frozenset({"that", "which", "to"})
_MORE = frozenset(
    "and but with include including please handle add use using also".split()
)
_LONGEST = 24  # words of what a program does
_WITH = 5  # words between a program and what it does: `in Go using chi`
_PATTERNS = frozenset("match matches matching validates validate detects".split())
_MATCHERS = frozenset({"regex", "expression", "pattern"})
_HOLLOW = CODE | frozenset(DATA)
_LENDS = frozenset("do can would should could".split())
_WE = frozenset("i you we one to".split())


def is_code_language(word: Word) -> bool:
    """Whether a word is the name of a language of code, written as one."""
    if word.low not in LANGUAGES_OF_CODE:
        return False
    return word.low not in UNSURE_LANGUAGES or word.capital


def language_of(thing: Words) -> Word | None:
    """The language of code in `Python function`; None if it is no code."""
    for at, word in enumerate(thing):
        if is_code_language(word) and (
            len(thing) == 1 or any(one.low in CODE for one in thing[at + 1 :])
        ):
            return word
    return None


def described(thing: Words, rest: Words, language: Word | None) -> Iterator[Candidate]:
    """What a program is written in, and what it does: `in Go that lists files`."""
    if language is not None:
        yield from slot("PROGRAMMING_LANGUAGE", [language])
    start = _does(rest)
    if start == 0 or len(rest) < start + 2:
        return
    named = rest[: start - 1] and any(map(is_code_language, rest[: start - 1]))
    plain = rest[0].low in {"that", "which"}
    if language is None and not (named or plain or thing[-1].low == "regex"):
        return
    if rest[start].low in _PATTERNS and thing[-1].low in _MATCHERS:
        start += 1
        end = phrase_end(rest, start, _MORE)
        yield from slot("PATTERN", rest[start:end])
        return
    end = _described_end(rest, start)
    if not points(rest[start:end]) and end - start <= _LONGEST:
        yield Candidate("FUNCTIONALITY", joined(rest[start:end]), GRAMMAR - 0.02)


def _does(rest: Words) -> int:
    """Where the words begin that say what a program does; 0 if none do."""
    if rest and rest[0].low in _DOES | {"for"}:
        return 1
    if not rest or rest[0].low not in _IN:
        return 0
    for at in range(1, min(len(rest) - 1, _WITH + 1)):
        if rest[at].low in _DOES:
            return at + 1
        if rest[at].ends:
            break
    return 0


def _described_end(rest: Words, start: int) -> int:
    end = start
    while end < len(rest):
        end += 1
        if rest[end - 1].after[:1] in set(".;:!?") or (
            rest[end - 1].after == "," and end < len(rest) and rest[end].low in _MORE
        ):
            break
        if end < len(rest) and end > 3 and rest[end].low in {"using", "without"}:
            break
    return end


def implementing(_text: str, clause: Clause) -> Iterator[Candidate]:
    """`implement binary search in C++`, `implement swipe-to-delete`."""
    yield from _made(clause.words, 1, GRAMMAR - 0.05)


def asked(_text: str, words: Words) -> Iterator[Candidate]:
    """`How do I reverse a string in Kotlin?`."""
    if words[0].low != "how" or len(words) < 5:
        return
    at = 1
    while at < 4 and words[at].low in _LENDS | _WE:
        at += 1
    if at > 1 and any(map(is_code_language, words[at + 1 :])):
        yield from _made(words, at, LIKELY)


def built(_text: str, words: Words) -> Iterator[Candidate]:
    """`I'm building a to-do app in React Native`."""
    for at, word in enumerate(words[:-2]):
        if word.low not in BUILDS or words[at + 1].low not in {"a", "an"}:
            continue
        end = phrase_end(words, at + 2, _IN | {"for"})
        written = end < len(words) - 1 and words[end].low in _IN
        if written and is_code_language(words[end + 1]):
            yield from slot("PROJECT", words[at + 2 : end], LIKELY)


def _made(words: Words, start: int, confidence: float) -> Iterator[Candidate]:
    """What is made, from a word to the language that it is made in."""
    end = start
    while end < len(words):
        in_language = words[end].low in _IN and end + 1 < len(words)
        if end > start and in_language and is_code_language(words[end + 1]):
            break
        end += 1
        if words[end - 1].ends:
            break
    said = words[start:end]
    if len(said) < 2 - (words[0].low == "implement") or points(said):
        return
    core = said[1:] if said[0].low in DETERMINERS else said
    told = len(core) > 1 and not (said is not core and core[0].low in _HOLLOW)
    hollow = not core or not (told or core[0].low not in _HOLLOW)
    if not hollow and len(core) <= _LONGEST:
        yield Candidate("FUNCTIONALITY", joined(core), confidence)
