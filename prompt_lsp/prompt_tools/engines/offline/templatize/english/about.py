"""What a text is about, and where the words that say so end."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.manner import (
    is_audience,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    GRAMMAR,
    is_number,
    phrase_end,
    slot,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.purposes import (
    PERIODS,
    is_place,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    AUDIENCE,
    BUSINESS,
    CONTENT,
    DETERMINERS,
    EVENTS,
    JOBS,
    NUMBERS,
    PEOPLE,
    POINTERS,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Words,
    joined,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables import is_language

ABOUT = frozenset(
    """
    about on regarding concerning describing explaining covering discussing around
    announcing exploring
    """.split()
)
PREPOSITIONS = ABOUT | frozenset(
    """
    for to in of with from at by as called named titled based introducing promoting
    asking requesting inviting thanking telling apologizing informing reminding
    summarizing between after before under over during like entitled comparing
    aimed showing using not against within it explaining into highlighting set
    """.split()
)
TOPIC_ENDS = frozenset({"for", "with", "from", "aimed", "written", "targeted", "under"})
SKIPPED = frozenset({"me", "us", "up", "out", "with", "only", "exactly", "at", "least"})


def about_topic(phrase: Words) -> Iterator[Candidate]:
    """What a text is about, be it a question: `how whales sleep`."""
    if phrase[0].low in {"how", "why", "what"} and len(phrase) < _QUESTION:
        yield Candidate("TOPIC", joined(phrase), GRAMMAR)
    else:
        yield from slot("TOPIC", phrase)


_QUESTION = 15  # words of a topic that is a question


def topic_end(words: Words, start: int) -> int:
    """Where a topic ends: before whom it is for, and how it is written."""
    end = phrase_end(words, start, TOPIC_ENDS)
    if words[start].low in {"how", "why", "what"} or _relative(words, end):
        end = phrase_end(words, end + 1, TOPIC_ENDS - {"with", "from"})
    elif _dates(words, end) or _goes_on(words, end):
        end = phrase_end(words, end + 1, TOPIC_ENDS)
    for at in range(start + 1, end):
        if words[at].low == "and" and at + 1 < end and _alters(words, at + 1):
            return at
        if words[at].low in {"in", "to"} and at + 1 < end:
            rest = words[at + 1 : end]
            first = rest[0]
            if (
                is_language(first.text)
                or is_number(first)
                or first.text[:1].isdigit()
                or _says_how(words, at + 1)
                or first.low in {"under", "about", "less"}
                or (words[at].low == "in" and first.capital and is_place(rest))
                or (words[at].low == "to" and (is_audience(rest) or first.low == "my"))
            ):
                return at
    return end


def _alters(words: Words, at: int) -> bool:
    """Whether it goes on about the text: `and a bit funnier`, `and make it shorter`."""
    low, following = words[at].low, words[at + 1].low if at + 1 < len(words) else ""
    if low in {"make", "keep", "give", "add", "use", "sign", "end", "start"}:
        return True
    bit = low == "a" and following in {"bit", "little"}
    return bit or (low in {"more", "less", "much", "slightly"} and not words[at].ends)


def _goes_on(words: Words, end: int) -> bool:
    """Whether a topic keeps what follows it: `plants for dark rooms`.

    Not whom, or what else, the text is for, nor from whom it comes.
    """
    lead = words[end].low if end < len(words) else ""
    if lead == "with" and not words[end - 1].ends and end + 1 < len(words):
        return words[end + 1].capital and not is_language(words[end + 1].text)
    if lead not in {"for", "from"} or words[end - 1].ends or end + 1 == len(words):
        return False
    said = words[end + 1 : phrase_end(words, end + 1, PREPOSITIONS)]
    if not said or not all(word.text.isalpha() for word in said):
        return False
    if is_audience(said) or said[-1].low in _OTHERS or said[-1].low[:-1] in _OTHERS:
        return False
    if lead == "from":
        return said[0].low in _OWNING and said[-1].text.islower()
    return (
        said[0].text.islower()
        and said[-1].low.endswith("s")
        and said[0].low not in _PARTICULAR
    )


_OWN = frozenset("my our your his her their".split())
# From these it is told, or they publish it.
_SOURCES = frozenset(
    "perspective viewpoint standpoint view angle council department government office "
    "beginning start top website socials media news class us".split()
)
_OTHERS = AUDIENCE | PEOPLE | BUSINESS | EVENTS | CONTENT | JOBS | PERIODS | _SOURCES
_OWNING = DETERMINERS | _OWN
_PARTICULAR = _OWNING | POINTERS | NUMBERS


def _dates(words: Words, end: int) -> bool:
    """Whether a topic goes on to say when: `strength training after 50`."""
    if end + 1 >= len(words) or words[end - 1].ends:
        return False
    following = words[end + 1]
    noun = is_number(following) or following.text[:1].isdigit()
    noun = noun or following.low in DETERMINERS
    if words[end].low == "without" and following.low.endswith("ing"):
        return True
    return noun and words[end].low in {"after", "before", "since", "until"}


def _says_how(words: Words, start: int) -> bool:
    """Whether a phrase that begins at a word says how the text shall be."""
    for word in words[start : start + 7]:
        if word.low in _HOW:
            return True
        if word.ends:
            break
    return False


def _relative(words: Words, end: int) -> bool:
    """Whether a clause goes on about the topic: `a dragon who is afraid of fire`."""
    return end + 1 < len(words) and words[end].low in {"who", "that", "whose", "where"}


_HOW = frozenset(
    "tone style voice words sentences paragraphs format manner way".split()
)
