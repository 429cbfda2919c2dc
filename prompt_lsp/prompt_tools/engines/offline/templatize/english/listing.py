"""Lists of a number of things: of what, about what, for whom."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.about import (
    ABOUT,
    PREPOSITIONS,
    SKIPPED,
    TOPIC_ENDS,
    about_topic,
    topic_end,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.applying import (
    is_sought,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.clauses import Clause
from prompt_lsp.prompt_tools.engines.offline.templatize.english.manner import (
    is_audience,
    is_tone,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    LIKELY,
    bare,
    is_number,
    phrase_end,
    points,
    slot,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.programs import (
    is_code_language,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.purposes import PERIODS
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    BUSINESS,
    CONTENT,
    JOBS,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Word,
    Words,
)

LISTS = frozenset(
    """
    give list suggest generate provide name brainstorm recommend create write propose
    produce come make share find tell think develop pick show draft design prepare
    identify i need outline offer ask quiz
    """.split()
)


def listing(_text: str, clause: Clause) -> Iterator[Candidate]:
    """`give me 5 ideas for a birthday party`."""
    words = clause.words
    at = 1
    while (
        at < len(words)
        and at < 5
        and (
            words[at].low in SKIPPED
            or words[at].low in {"a", "list", "of", "the", "top"}
        )
    ):
        at += 1
    if at >= len(words) or not is_number(words[at]) or at + 1 >= len(words):
        return
    if words[at].ends:
        return
    end = phrase_end(words, at + 1, PREPOSITIONS | _WHO)
    head = words[end - 1] if end > at + 1 else None
    if head is None or (not head.low.endswith("s") and head.low != "people"):
        return
    if head.low not in _MEASURES:
        yield from slot("NUMBER_OF_ITEMS", words[at : at + 1])
    for word in words[at + 1 : end - 1]:
        if is_tone(word):
            yield from slot("TONE", [word], LIKELY)
        if is_code_language(word):
            yield from slot("PROGRAMMING_LANGUAGE", [word], LIKELY)
    if end < len(words) and not words[end - 1].ends:
        yield from _list_topic(words, end, head)


_WHO = frozenset("i we you they he she people".split())
_LEADS = ABOUT | {"for", "of", "to", "in", "from"}


def _list_topic(words: Words, end: int, head: Word) -> Iterator[Candidate]:
    """What a list is about, behind its preposition."""
    low = words[end].low
    if low not in _LEADS or end + 1 >= len(words):
        return
    stop = phrase_end(words, end + 1, TOPIC_ENDS | {"in", "to", "about"})
    topic = bare(words[end + 1 : stop])
    if low == "of" and head.low in _PIECES:
        return  # so much of what is always asked for
    if low == "for" and stop == end + 1 + len(topic) + 1:
        topic = _doing(words, end + 1, stop) or topic
    if topic and topic[-1].low in CONTENT and stop + 1 < len(words):
        if words[stop].low in ABOUT:
            yield from about_topic(words[stop + 1 : topic_end(words, stop + 1)])
        return
    if not topic or points(words[end + 1 : stop]) or low in {"in", "from"}:
        return
    if low == "to" and head.low not in {"ways", "reasons", "tips", "alternatives"}:
        return
    if low == "for" and (topic[-1].low in JOBS or topic[-1].low in PERIODS):
        return
    if not is_sought(words, end):
        yield from _named_topic(topic, low, head)


def _named_topic(topic: Words, low: str, head: Word) -> Iterator[Candidate]:
    """What a list is about, by what it is and by its preposition."""
    if low == "for" and is_audience(topic):
        yield from slot("AUDIENCE", topic, LIKELY)
    elif low == "for" and any(word.low in {"that", "which"} for word in topic):
        yield from slot("PRODUCT" if head.low in _BRANDED else "TOPIC", topic)
    elif low in {"for", "of"} and topic[-1].low in BUSINESS:
        yield from slot("BUSINESS_TYPE", topic)
    elif head.low in _BRANDED and low == "for":
        yield from slot("PRODUCT", topic, LIKELY)
    else:
        yield from slot("TOPIC", topic)


def _doing(words: Words, start: int, stop: int) -> Words:
    """A thing with what it does, where that ends it: `a shop that repairs …`."""
    if stop + 1 >= len(words) or words[stop].low not in {"that", "which"}:
        return ()
    end = phrase_end(words, stop + 1)
    whole = end == len(words) or words[end].low == "please" or words[end - 1].ends
    return bare(words[start:end]) if whole and end - start <= _CLAUSE else ()


_CLAUSE = 12  # words of a thing with what it does
_PIECES = frozenset({"pieces", "bits", "items", "rounds"})
_BRANDED = frozenset({"names", "slogans", "taglines"})
_MEASURES = frozenset(
    "words sentences paragraphs lines characters minutes hours days pages".split()
)
