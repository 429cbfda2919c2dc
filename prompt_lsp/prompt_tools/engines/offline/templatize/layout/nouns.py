"""What a sentence calls the text that it speaks of."""

import re
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.templatize.labels import DATA, LIST_NOUNS

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CUES = frozenset({"following", "this", "these", "attached", "given"})
_AFTER = frozenset({"below", "attached", "provided", "here"})
_BEFORE = _CUES | frozenset(
    "the a an my our your some of from in each provided each raw her his their".split()
)
_REACH = 4  # words from a cue to its noun


class Noun(NamedTuple):
    """What a sentence announces.

    Attributes:
        name: as a variable; empty where it says none.
        directs: it announces rules, steps or a format, and no data.
        cued: it says `following`, `this` or the like.
    """

    name: str = ""
    directs: bool = False
    cued: bool = False


def noun_of(sentence: str) -> Noun:
    """What a sentence announces, by the noun after `following`, `this` or `the`."""
    words = [found[0].lower() for found in _WORD.finditer(sentence[-600:])]
    cue, weak, cued = -_REACH - 1, "", not _AFTER.isdisjoint(words)
    for index, word in enumerate(words):
        if word in _CUES:
            cue, cued = index, True
        pair = f"{word} {words[index + 1]}" if index + 1 < len(words) else ""
        name = DATA.get(pair) or DATA.get(word, "")
        near = 0 < index - cue <= _REACH
        following = words[index + 1] if index + 1 < len(words) else ""
        if near and word in LIST_NOUNS and following not in DATA:
            return Noun(directs=True, cued=True)
        if not name or following in LIST_NOUNS:
            continue
        if near:
            return Noun(name, cued=True)
        if index and words[index - 1] in _BEFORE:
            weak = name
        elif not weak and index:
            weak = name
    return Noun(weak, cued=cued)
