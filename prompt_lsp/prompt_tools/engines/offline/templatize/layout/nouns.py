"""What a sentence calls the text that it speaks of."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    NUMBERS,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.labels import DATA, LIST_NOUNS
from prompt_lsp.prompt_tools.engines.offline.templatize.tongues import labels as tongues

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CUES = tongues.CUES | frozenset({"following", "this", "these", "attached", "given"})
_AFTER = frozenset({"below", "attached", "provided", "here"})
_BEFORE = (
    _CUES
    | tongues.ARTICLES
    | frozenset(
        "the a an my our your some of from in each provided raw her his their".split()
    )
)
_UNSPACED_CUE = re.compile(tongues.UNSPACED_CUE)
_UNSPACED_RULES = re.compile(tongues.UNSPACED_RULES)
_GIVES = frozenset({"given", "attached"})
# Units in which answers are counted, and forms that answers take.
_UNITS = frozenset(
    "sentence sentences word words paragraph paragraphs points headlines questions "
    "messages names items".split()
)
_BRINGS = frozenset({"convert", "turn", "make", "transform", "change", "format"})
_FORMS = frozenset("format schema structure template style shape syntax".split())
# Behind these a form is what a text is given, and not what is announced.
_INTO = frozenset({"in", "into", "to", "as"})
# What says nothing here is none of these.
_TELLING = _CUES | LIST_NOUNS | {word for key in DATA for word in (key, key.split()[0])}
_AIMED = 8  # words from `into` to what a text becomes
_PIECES = frozenset({"page", "pages", "excerpt", "extract", "section", "part"})
_REACH = 4  # words from a cue to its noun


class Noun(NamedTuple):
    """What a sentence announces.

    Attributes:
        name: as a variable; empty where it says none.
        directs: it announces rules, steps or a format, and no data.
        cued: it says `following`, `this` or the like.
        near: the noun stands right behind that.
    """

    name: str = ""
    directs: bool = False
    cued: bool = False
    near: bool = False


def noun_of(sentence: str) -> Noun:
    """What a sentence announces, by the noun after `following`, `this` or `the`."""
    if not sentence.isascii() and (noun := _unspaced_noun_of(sentence[-120:])):
        return noun
    words = _WORD.findall(sentence[-600:].lower())
    cue, weak, cued = -_REACH - 1, "", not _AFTER.isdisjoint(words)
    for index, word in enumerate(words):
        if word not in _TELLING:
            continue
        if word in _CUES:
            cue, cued = index, True
        pair = f"{word} {words[index + 1]}" if index + 1 < len(words) else ""
        name = DATA.get(pair) or DATA.get(word, "")
        near = 0 < index - cue <= _REACH
        following = words[index + 1] if index + 1 < len(words) else ""
        given = near and words[cue] in _GIVES and word in DATA
        if (
            near
            and not given
            and (words[cue] != "this" or word in _FORMS)
            and _INTO.isdisjoint(words[cue + 1 : index])
            and word in LIST_NOUNS
            and following not in DATA
            and not _is_turned(words, index)
        ):
            return Noun(directs=True, cued=True)
        heads = following in DATA and pair not in DATA and near
        turned = name and _is_turned(words, index)
        if not name or (following in LIST_NOUNS and not turned) or heads:
            continue
        if _counted(words, index) or _aimed_at(words, index) or _of_one(words, index):
            continue
        if near:
            return Noun(name, cued=True, near=True)
        if (index and words[index - 1] in _BEFORE) or (not weak and index):
            weak = name
    return Noun(weak, cued=cued)


def _counted(words: Sequence[str], index: int) -> bool:
    """Whether a noun is a unit that says how much: `in one sentence`."""
    if words[index] not in _UNITS or not index:
        return False
    before = words[index - 1]
    second = words[index - 2] if index > 1 else ""
    counts = before in NUMBERS | {"one", "single"} or before.isdecimal()
    return counts or (before in {"a", "few"} and second == "in")


def _of_one(words: Sequence[str], index: int) -> bool:
    """Whether a noun is a piece of something that says more: `a page from a manual`."""
    return words[index] in _PIECES and words[index + 1 : index + 2] in (
        ["of"],
        ["from"],
    )


def _is_turned(words: Sequence[str], index: int) -> bool:
    """Whether a noun is what is turned into something: `Turn these points into …`."""
    if words[0] not in _BRINGS:
        return False
    return not _INTO.isdisjoint(words[index + 1 : index + 3])


def _aimed_at(words: Sequence[str], index: int) -> bool:
    """Whether a noun is what a text is turned into: `Convert this to JSON`."""
    if words[0] not in _BRINGS:
        return False
    before = words[max(0, index - _AIMED) : index]
    for at in range(len(before) - 1, -1, -1):
        if before[at] in {"into", "to"}:
            return before[at + 1 : at + 2] not in (["the"], ["this"], ["my"])
        if before[at] in _CUES:
            return False
    return False


def _unspaced_noun_of(sentence: str) -> Noun | None:
    """The same where words are not apart, and only a cue says so."""
    cue = _UNSPACED_CUE.search(sentence)
    if cue is None:
        return None
    if _UNSPACED_RULES.search(sentence, cue.start()):
        return Noun(directs=True, cued=True)
    places = {
        sentence.find(noun, cue.end()): name
        for noun, name in sorted(tongues.UNSPACED.items(), key=lambda one: len(one[0]))
    }
    first = min((place for place in places if place >= 0), default=None)
    return Noun("TEXT" if first is None else places[first], cued=True)
