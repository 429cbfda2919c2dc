"""Text that is brought, and what shall become of it: `so that a child understands`."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.manner import (
    is_audience,
    is_somebody,
    is_tone,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    LIKELY,
    slot,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    CONTENT,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import Words

# `reworked` looks at no other words.
REWORKS = frozenset({"into", "so", "for", "understands", "understand"})
_TURNS = frozenset("turn transform convert rework change make develop".split())
_BROUGHT = frozenset({"following", "below", "this", "these", "above"})
_GRASPS = frozenset(
    "understand understands follow follows get gets grasp grasps".split()
)
_LEARNERS = frozenset("pupil pupils student students child kid grandma grandpa".split())
_MAY = frozenset({"can", "could", "will", "would", "easily", "immediately", "also"})
_READERS = 8  # words of those who shall understand
_ARTICLES = frozenset({"a", "an", "the", "my", "our"})


def reworked(_text: str, words: Words) -> Iterator[Candidate]:
    """For whom a text is reworked, and in which tone."""
    for at, word in enumerate(words):
        if word.quoted:
            continue
        if word.low == "into" and words[0].low in _TURNS:
            yield from _tone(words, at + 1)
        elif word.low == "so":
            yield from _understood(words, at + 1)
        elif word.low == "for" and _points(words[:at]):
            yield from _somebody(words, at + 1)


def _tone(words: Words, start: int) -> Iterator[Candidate]:
    """`Turn my notes into formal minutes`."""
    start += start < len(words) and words[start].low in _ARTICLES
    end = start
    while end < len(words) and is_tone(words[end]):
        end += 1
    if start < end < len(words) and words[end].low in CONTENT | _RECORDS:
        yield from slot("TONE", words[start:end], LIKELY)


_RECORDS = frozenset("minutes prose sentences paragraphs text english".split())


def _understood(words: Words, start: int) -> Iterator[Candidate]:
    """`so that a high school student understands it`."""
    start += start < len(words) and words[start].low == "that"
    for at in range(start + 1, min(start + _READERS, len(words))):
        if words[at].low not in _GRASPS:
            continue
        end = at
        while end > start and words[end - 1].low in _MAY:
            end -= 1
        said = words[start:end]
        learns = said and said[-1].low in _LEARNERS
        if said and (learns or is_audience(said) or is_somebody(said)):
            yield from slot("AUDIENCE", said, LIKELY)
        return


def _points(words: Words) -> bool:
    """Whether words point to a text that is brought."""
    return any(word.low in _BROUGHT and not word.quoted for word in words)


def _somebody(words: Words, start: int) -> Iterator[Candidate]:
    """`the risk of the following clause for a freelance photographer`."""
    if start + 1 >= len(words) or words[start].low not in {"a", "an"}:
        return
    for end in range(start + 2, min(start + _NEAR, len(words)) + 1):
        last = words[end - 1]
        stops = end == len(words) or words[end].low in _BEHIND
        if last.quoted or not (last.ends or stops):
            continue
        if is_somebody(words[start:end]):
            yield from slot("AUDIENCE", words[start:end], LIKELY)
        return


_NEAR = 5  # words of one person
_BEHIND = frozenset("and in so with but to who".split())
