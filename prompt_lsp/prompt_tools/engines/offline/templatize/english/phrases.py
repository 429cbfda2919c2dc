"""How phrases are cut out of sentences."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    CLAUSES,
    DETERMINERS,
    NUMBERS,
    POINTERS,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Word,
    Words,
    joined,
)

GRAMMAR = 0.95
LIKELY = 0.82
_LONGEST = 14  # words of a value that a grammar cuts out of a sentence
_ELSEWHERE = frozenset({"below", "above", "following", "attached"})
_LIST = 7  # words to the `and` that ends a list


def phrase_end(words: Words, start: int, stops: frozenset[str] = frozenset()) -> int:
    """Where a phrase ends that begins at a word: before a stop, or at punctuation."""
    at = min(start, len(words))
    while at < len(words):
        word = words[at]
        if (
            at > start
            and not word.quoted
            and (word.low in stops or word.low in CLAUSES)
        ):
            return at
        if word.low in {"-", "–", "—"} or word.before[:1] == "(":
            return at
        at += 1
        if word.ends and not (word.after == "," and _lists(words, at)):
            return at
    return at


def slot(name: str, words: Words, confidence: float = GRAMMAR) -> Iterator[Candidate]:
    """A phrase as a variable, without its article; nothing if it only points."""
    words = bare(words)
    while len(words) > 1 and not any(map(str.isalnum, words[-1].text)):
        words = words[:-1]
    quoted = next((word for word in words if word.quoted), None)
    if quoted is not None and len(words) > 1:
        words = (quoted,)
        name = "NAME" if name in {"TOPIC", "CONCEPT", "PRODUCT", "ITEM"} else name
    if words and len(words) <= _LONGEST and not points(words):
        yield Candidate(name, joined(words), confidence)


def bare(words: Words) -> Words:
    """Words without an article before them; that of a title is a part of it."""
    if not words or words[0].low not in DETERMINERS:
        return words
    title = words[0].text == "The" and len(words) > 1 and words[1].capital
    return words if title else words[1:]


def points(words: Words) -> bool:
    """Whether words say nothing themselves, or hold a placeholder."""
    first = words[0]
    if first.quoted:
        return "{{" in first.text
    if first.low in POINTERS:
        return True
    return any(
        word.low in _ELSEWHERE
        or "://" in word.text
        or set("{}<>[]") & set(word.text + word.before)
        for word in words
    )


def is_number(word: Word) -> bool:
    """Whether a word is a whole number, in digits or as a word."""
    return (word.text.isdecimal() and len(word.text) < 7) or word.low in NUMBERS


def find(words: Words, wanted: frozenset[str], start: int = 0) -> int:
    """Where the first of some words stands; the number of words if none does."""
    for at in range(start, len(words)):
        if words[at].low in wanted and not words[at].quoted:
            return at
    return len(words)


def proper_end(words: Words, start: int) -> int:
    """Where a name ends that begins at a word: capitals, with `of`, `&` and `the`."""
    at = start
    while at < len(words):
        word = words[at]
        inner = word.low in {"of", "&", "the", "and", "de", "van", "von"}
        goes_on = inner and at > start and at + 1 < len(words) and words[at + 1].capital
        if word.low == "and":
            goes_on = False
        opens = at > start and word.before[:1] == "("
        numbered = at > start and word.text[:1].isdigit()
        if opens or not (word.capital or numbered or goes_on):
            return at
        at += 1
        if word.after and (word.after != "." or at == len(words)):
            return at
    return at


def _lists(words: Words, start: int) -> bool:
    """Whether an `and` or `or` soon ends a list that a comma began."""
    for at in range(start, min(start + _LIST, len(words))):
        if words[at].low in {"and", "or"}:
            before = words[start:at]
            return (
                bool(before)
                and len(before) <= 5
                and _GOES_ON.isdisjoint([word.low for word in before])
            )
        if words[at].ends and words[at].after != ",":
            return False
    return False


_NO_LIST = frozenset(
    "with in for to it make keep i we you is are was be of my our your so but they "
    "he she yet because explain write use give please".split()
)
_GOES_ON = CLAUSES | _NO_LIST
