"""Where in a sentence the model is told to do something."""

from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Sentence,
    Words,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.verbs import VERBS

# Words before a verb that make it an order or a wish.
_BEFORE = frozenset(
    """
    please kindly just also now first second third finally then next and or help me us
    you let's lets quickly briefly simply carefully must should can could would will
    i'll task:
    """.split()
)
_WISHES = frozenset(
    """
    want need like help task goal job please wish trying try love you able how
    supposed going asked would i'd
    """.split()
)
_NEEDS = frozenset({"need", "want", "like"})
_VERBS = VERBS | _NEEDS
_QUOTES = frozenset({"translate", "rephrase", "reword"})  # what may wish itself
_WISHING = frozenset({"i", "we", "i'd", "i’d", "we'd", "would"})
_ABOUT = frozenset({"about", "on", "for", "in", "of"})
_JOINTS = frozenset({"and", "then", "to", "please"})  # between two orders


class Clause(NamedTuple):
    """An order: its verb, and the words after it up to the next order.

    Attributes:
        verb: in small letters.
        words: the verb first.
    """

    verb: str
    words: Words


def clauses(sentence: Sentence) -> list[Clause]:
    """The orders in a sentence."""
    if _VERBS.isdisjoint(sentence.said):
        return []
    words, found = sentence.words, list[Clause]()
    heads = _heads(words)
    for number, at in enumerate(heads, 1):
        end = heads[number] if number < len(heads) else len(words)
        if end < len(words):
            while end > at + 1 and words[end - 1].low in _JOINTS:
                end -= 1
        if end > at + 1:
            found.append(Clause(words[at].low, words[at:end]))
    return found


def _heads(words: Words) -> list[int]:
    """Where the verbs of the orders stand."""
    heads: list[int] = []
    for at, word in enumerate(words):
        if word.low not in _VERBS:
            continue
        quotes = heads and words[heads[-1]].low in _QUOTES and word.low in _NEEDS
        if not quotes and _is_head(words, at):
            heads.append(at)
    return heads


def _is_head(words: Words, at: int) -> bool:
    """Whether a word is the verb of an order."""
    word = words[at]
    if word.low in _NEEDS and 0 < at < len(words) - 1:
        wished = (
            words[at + 1].low in {"a", "an", "some"} or words[at + 1].low.isdecimal()
        )
        return words[at - 1].low in _WISHING and wished
    if word.quoted or word.low not in VERBS or at + 1 == len(words):
        return False
    return at == 0 or _ordered(words, at)


def _ordered(words: Words, at: int) -> bool:
    """Whether the words before a verb make it an order."""
    before = words[at - 1]
    if before.ends:
        return before.after != "," or at < 4 or before.low == "then" or _role(words)
    if before.low == "to":
        return any(one.low in _WISHES for one in words[max(0, at - 6) : at - 1])
    if before.low == "and":
        return words[at - 2].low in VERBS or words[at + 1].low not in _ABOUT
    return before.low in _BEFORE


def _role(words: Words) -> bool:
    """Whether a sentence says first as whom, or for what, the order is done."""
    return words[0].low in {
        "as",
        "imagine",
        "given",
        "based",
        "using",
        "in",
        "for",
        "if",
    }
