"""Noun phrases of requests: where they end, and whether they are particular."""

from prompt_lsp.prompt_tools.engines.offline.templatize.english.asking.lexicon import (
    COLOURLESS,
    DOES,
    LOOSE,
    OWNERS,
    STOPS,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    is_number,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    DETERMINERS,
    RELATIONS,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Word,
    Words,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.verbs import VERBS

_LONGEST = 9  # words of a phrase
_LIST = 6  # words up to the `and` of a list
_JOINTS = frozenset({"and", "or"})
_WITHIN = _JOINTS | {"of"}
_ONE = frozenset({"a", "an", "one", "two"})


def noun_at(words: Words, start: int, *, things: bool = False) -> Words:
    """The noun phrase that begins at a word, with the lists and the `of` in it.

    Of `things` each may have an article of its own: `an air fryer and one pot`.
    """
    at = start
    while at < len(words) and not _breaks(words, at, start):
        if words[at].low in _JOINTS:
            step = _joint(words, at, things=things)
            if not step:
                break
            at += step
        elif words[at].low == "of":
            if not _owns(words, at, start):
                break
            at += 1
        at += 1
        if at > len(words) or (words[at - 1].ends and not _lists(words, at)):
            break
    phrase = words[start:at]
    if _runs_on(words, at, phrase):
        return ()
    while phrase and phrase[-1].low in _JOINTS:
        phrase = phrase[:-1]
    return phrase if len(phrase) <= _LONGEST else ()


def _runs_on(words: Words, at: int, phrase: Words) -> bool:
    """Whether an article follows right behind: `half a cabbage`."""
    if not phrase or phrase[-1].ends or at >= len(words):
        return False
    return words[at].low in DETERMINERS and phrase[-1].low not in _JOINTS


def _breaks(words: Words, at: int, start: int) -> bool:
    """Whether a word is none of a noun phrase."""
    word = words[at]
    if word.quoted or word.before[:1] == "(":
        return True
    if at == start:
        return word.low in _JOINTS or (word.low in STOPS and word.low not in OWNERS)
    if word.low in DETERMINERS:
        return words[at - 1].low not in _WITHIN
    owned = word.low in OWNERS and words[at - 1].low == "of"
    return (word.low in STOPS and not owned) or _is_done(words, at)


def _joint(words: Words, at: int, *, things: bool) -> int:
    """How many words to go on behind `and`: none where something else begins."""
    another = things and at + 2 < len(words) and words[at + 1].low in _ONE
    if another and _is_noun(words[at + 2]):
        return 2
    return int(_goes_on(words, at))


def _owns(words: Words, at: int, start: int) -> bool:
    """Whether `of` goes on: `an MRI of my left knee`."""
    if at == start or at + 1 >= len(words):
        return False
    return words[at + 1].low not in STOPS or words[at + 1].low in OWNERS


def _is_done(words: Words, at: int) -> bool:
    """Whether a participle begins what is said of a noun: `a flat owned by two`."""
    if at + 1 >= len(words) or words[at].ends:
        return False
    if words[at].low in {"called", "named"}:
        return True
    return words[at].low.endswith(("ed", "ing")) and (
        words[at + 1].low in STOPS or words[at + 1].low in DETERMINERS
    )


def is_particular(phrase: Words) -> bool:
    """Whether a phrase names something that another user would change.

    `a beagle`, `blossom end rot`, `the Monty Hall problem`; neither `the answer` nor
    `my message`, nor a number, which has a name of its own.
    """
    said = core(phrase)
    if not said or _is_marked(said) or any(map(is_number, said)):
        return False
    if any(map(_counts, said)) or _is_verbal(phrase):
        return False
    head = head_of(said)
    if head.capital and head.text.isalpha() and len(head.text) > 1:
        return head.low not in LOOSE
    return not _is_hollow(said, head) and _is_told(phrase, said, head)


def _is_hollow(said: Words, head: Word) -> bool:
    """Whether a phrase is made of words of instructions."""
    if head.low in LOOSE or head.low in COLOURLESS or not head.text[-1:].isalnum():
        return True
    return all(word.low in COLOURLESS or word.low in LOOSE for word in said)


def _is_told(phrase: Words, said: Words, head: Word) -> bool:
    """Whether a phrase says which: `my landlord` and `the tax office` do."""
    if phrase[0].low in OWNERS:
        return len(said) > 1 or head.low in RELATIONS
    telling = [word for word in said if word.low not in COLOURLESS]
    return phrase[0].low != "the" or len(telling) > 1


def core(phrase: Words) -> Words:
    """A phrase without its article or owner."""
    led = len(phrase) > 1 and phrase[0].low in DETERMINERS | OWNERS
    return phrase[1:] if led else phrase


def head_of(said: Words) -> Word:
    """The noun that a phrase is about: its last word, or the one before `of`."""
    for at, word in enumerate(said):
        if at and word.low == "of":
            return said[at - 1]
    return said[-1]


def _is_marked(said: Words) -> bool:
    """Whether a phrase holds signs of code, of a template or of an address."""
    return any(
        "://" in word.text
        or not _MARKS.isdisjoint(word.text + word.before + word.after)
        for word in said
    )


_MARKS = frozenset("{}<>[]@`*_=|\\$€£#")


def _is_verbal(phrase: Words) -> bool:
    """Whether a phrase is a verb after all: `without losing`, `and lived`."""
    alone = len(phrase) == 1 and phrase[0].text.islower()
    return alone and phrase[0].low.endswith(("ing", "ed"))


def _counts(word: Word) -> bool:
    return word.text[:1].isdigit()


def _goes_on(words: Words, at: int) -> bool:
    """Whether a noun follows `and`, rather than another order or statement."""
    if at + 1 >= len(words) or words[at - 1].ends:
        return at + 1 < len(words) and _is_noun(words[at + 1]) and at > 1
    return _is_noun(words[at + 1])


def _is_noun(word: Word) -> bool:
    low = word.low
    known = low in STOPS or low in VERBS or low in DETERMINERS or low in DOES
    return not known and not word.quoted and word.text[:1].isalpha()


def _lists(words: Words, start: int) -> bool:
    """Whether a comma goes on to other nouns up to an `and`."""
    if words[start - 1].after != ",":
        return False
    for at in range(start, min(start + _LIST, len(words))):
        word = words[at]
        if word.low in _JOINTS:
            return at > start and at + 1 < len(words) and _is_noun(words[at + 1])
        if word.low in STOPS or word.quoted:
            return False
        if word.ends and word.after != ",":
            return False
    return False
