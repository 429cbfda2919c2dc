"""What a request is for, and what that is about: `a talk on bees for our open day`."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.extents import (
    before_value,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    LIKELY,
    is_number,
    phrase_end,
    points,
    slot,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.purposes import (
    SPANS,
    owner_of,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    EVENTS,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Word,
    Words,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables import (
    is_month,
    is_weekday,
)

SESSIONS = frozenset(
    """
    advice article book briefing chapter class course debate discussion episode essay
    guide infographic keynote lecture lesson lessons map newsletter panel paper podcast
    presentation primer quiz report seminar session speech talk thesis tips training
    tutorial unit webinar workshop
    """.split()
)
_SURE = 0.72  # of what stands behind a preposition and is looked for no closer
_LEADS = frozenset(
    "for after before about at to celebrate celebrating attend attending plan planning "
    "host hosting organise organize of on".split()
)
_OWN = frozenset("my our his her their a an the".split())
_FOLLOW = frozenset(
    "in on at for with and that who of to this next by from is will where which but "
    "with using including".split()
)
_ENDS = frozenset("for with in at from by to aimed".split())
_POINTED = frozenset("the this that these my your following".split())
_REACH = 5  # words before an event that may belong to it


def occasions(_text: str, words: Words) -> Iterator[Candidate]:
    """`a party for my husband's 40th birthday`, `celebrate our 25th anniversary`."""
    for at, word in enumerate(words):
        if word.low not in EVENTS or word.quoted or at < 2:
            continue
        following = words[at + 1].low if at + 1 < len(words) else ""
        if not (word.ends or not following or following in _FOLLOW):
            continue
        if owner := owner_of(words[max(0, at - 2) : at + 1]):
            yield Candidate("NAME", owner, LIKELY)
            continue
        start = _start(words, at)
        if start > 1 and words[start - 1].low in _LEADS and start < at:
            owned = any(one.text.endswith(("'s", "’s")) for one in words[start:at])
            start += words[start].low in {"my", "our"} and not owned
            if start < at or word.low not in SESSIONS:
                yield from slot("EVENT", words[start : at + 1], _SURE)


def _start(words: Words, at: int) -> int:
    """Where an event begins: at its article or owner; 0 if it has none."""
    for start in range(at - 1, max(0, at - _REACH) - 1, -1):
        word = words[start]
        if word.low.endswith(SPANS):
            return 0
        if word.ends or word.quoted or word.text[:1] in "{$":
            return 0
        if word.low in _OWN:
            plain = word.low in {"the", "a", "an"} and start + 1 == at
            return 0 if plain or words[start + 1].capital else start
        if is_number(word) or (word.text[0].isdigit() and not _nth(word)):
            return 0
    return 0


def _nth(word: Word) -> bool:
    """Whether a word is an ordinal: `25th`."""
    return word.low.endswith(("st", "nd", "rd", "th")) and word.text[:-2].isdecimal()


def subjects(_text: str, words: Words) -> Iterator[Candidate]:
    """`a workshop on incident response`, `arguments for and against X`."""
    for at in range(1, len(words) - 2):
        low, following = words[at].low, words[at + 1].low
        before = words[at - 1].low
        if words[at].ends or before in _POINTED:
            continue
        if low in _ASPECTS and following == "of" and words[0].low in _ASKING:
            yield from _subject(words, at + 2)
        start = _behind_length(words, at + 1)
        session = low in SESSIONS and words[start].low in {"on", "about"}
        if session:
            yield from _subject(words, start + 1)
        elif (before, low, following) == ("for", "and", "against"):
            yield from _subject(words, at + 2)


def _behind_length(words: Words, at: int) -> int:
    """Where it goes on behind how long something takes: `a lesson of 90 minutes on`."""
    long = at + 4 < len(words) and words[at].low == "of" and is_number(words[at + 1])
    return at + 3 if long and not words[at + 2].ends else at


_ASPECTS = frozenset(
    "advantages basics benefits causes consequences dangers disadvantages drawbacks "
    "effects history origins principles risks symptoms uses".split()
)
_ASKING = frozenset({"what", "list", "name", "what's"})


def _subject(words: Words, start: int) -> Iterator[Candidate]:
    end = before_value(words, start, phrase_end(words, start, _ENDS))
    said = words[start:end]
    if not said or said[0].text[:1].isdigit() or points(said):
        return
    if is_weekday(said[0].text) or is_month(said[0].text):
        return  # when it is
    if said[0].low not in {"my", "our"} and not _hollow(said):
        yield from slot("TOPIC", said, _SURE)


def _hollow(said: Words) -> bool:
    """Whether words only name a part of the prompt: `the following`, `the change`."""
    return len(said) == 2 and said[0].low == "the" and not said[1].capital
