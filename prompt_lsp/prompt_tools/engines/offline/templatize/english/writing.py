"""Texts and programs to be written: what kind, about what, for whom, how."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.clauses import Clause
from prompt_lsp.prompt_tools.engines.offline.templatize.english.extents import (
    before_value,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.manner import (
    audience_end,
    is_audience,
    is_tone,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.people import (
    PRODUCTS,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    GRAMMAR,
    LIKELY,
    bare,
    is_number,
    phrase_end,
    points,
    proper_end,
    slot,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.programs import (
    PROGRAMS,
    described,
    is_code_language,
    language_of,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.purposes import (
    PERIODS,
    is_named,
    is_place,
    readers,
    recipients,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    BUSINESS,
    CODE,
    CONTENT,
    DETERMINERS,
    EVENTS,
    JOBS,
    POINTERS,
    SIZES,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Word,
    Words,
    joined,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables import (
    is_city,
    is_language,
)

VERBS = frozenset(
    """
    write draft compose create generate produce prepare craft design develop make
    build implement need like give outline code come propose tell send want
    """.split()
)
LISTS = frozenset(
    """
    give list suggest generate provide name brainstorm recommend create write propose
    produce come make share find tell think develop pick show draft design prepare
    identify i need outline offer ask quiz
    """.split()
)
_ABOUT = frozenset(
    """
    about on regarding concerning describing explaining covering discussing around
    announcing exploring
    """.split()
)
_PREPOSITIONS = _ABOUT | frozenset(
    """
    for to in of with from at by as called named titled based introducing promoting
    asking requesting inviting thanking telling apologizing informing reminding
    summarizing between after before under over during like entitled comparing
    aimed showing using not against within it explaining into highlighting set
    """.split()
)
_TOPIC_ENDS = frozenset(
    {"for", "with", "from", "aimed", "written", "targeted", "under"}
)
_SKIPPED = frozenset(
    {"me", "us", "up", "out", "with", "only", "exactly", "at", "least"}
)


def writing(_text: str, clause: Clause) -> Iterator[Candidate]:
    """`write a funny poem about penguins for children in Italian`."""
    words = clause.words
    start = 1
    while start < len(words) and words[start].low in _SKIPPED:
        start += 1
    if start < len(words) and words[start].low in DETERMINERS | {"another", "some"}:
        start += 1
    if start >= len(words) or is_number(words[start]):
        return
    if (
        words[start].low in _PREPOSITIONS | (POINTERS - CONTENT)
        or "{{" in words[start].text
    ):
        return
    end = phrase_end(words, start, _PREPOSITIONS)
    end = _before_doing(words, start, end)
    thing = words[start:end]
    if not thing or any(word.quoted for word in thing):
        return
    code = language_of(thing)
    if code is not None or thing[-1].low in PROGRAMS | CODE:
        yield from described(thing, words[end:], code)
    elif (kind := _content(thing)) is not None:
        about = list(_about(words, end, thing))
        topical = end + 1 < len(words) and words[end].low in _ABOUT
        said = about or topical or _is_told(words, end)
        for one in _described(thing, kind):
            if said or one.name != "CONTENT_TYPE":
                yield one
        yield from about


def _is_told(words: Words, end: int) -> bool:
    """Whether a sentence says by a name what the text is about: `a mug called Zephyr`.

    Without this a kind of text is all that a prompt is for, and does not vary.
    """
    return any(
        word.low in _NAMED or word.quoted or (word.capital and word.text.isalpha())
        for word in words[end + 1 : end + _TOLD_WORDS]
    )


_TOLD_WORDS = 15  # behind a kind of text that are looked at
_NAMED = frozenset({"called", "named", "titled", "entitled"})


def _before_doing(words: Words, start: int, end: int) -> int:
    """Where a kind of text ends: `an email | declining an invitation`."""
    for at in range(start + 1, end):
        if words[at].low.endswith("ing") and words[at - 1].low in CONTENT:
            return at
    return end


def listing(_text: str, clause: Clause) -> Iterator[Candidate]:
    """`give me 5 ideas for a birthday party`."""
    words = clause.words
    at = 1
    while (
        at < len(words)
        and at < 5
        and (
            words[at].low in _SKIPPED
            or words[at].low in {"a", "list", "of", "the", "top"}
        )
    ):
        at += 1
    if at >= len(words) or not is_number(words[at]) or at + 1 >= len(words):
        return
    if words[at].ends:
        return
    end = phrase_end(words, at + 1, _PREPOSITIONS)
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


def _list_topic(words: Words, end: int, head: Word) -> Iterator[Candidate]:
    """What a list is about, behind its preposition."""
    low = words[end].low
    if low not in _ABOUT | {"for", "of", "to", "in", "from"} or end + 1 >= len(words):
        return
    stop = phrase_end(words, end + 1, _TOPIC_ENDS | {"in", "to", "about"})
    topic = bare(words[end + 1 : stop])
    if topic and topic[-1].low in CONTENT and stop + 1 < len(words):
        if words[stop].low in _ABOUT:
            yield from _topic(words[stop + 1 : _topic_end(words, stop + 1)])
        return
    if not topic or points(words[end + 1 : stop]) or low in {"in", "from"}:
        return
    if low == "to" and head.low not in {"ways", "reasons", "tips", "alternatives"}:
        return
    if low == "for" and topic[-1].low in JOBS | PERIODS:
        return
    if low == "for" and is_audience(topic):
        yield from slot("AUDIENCE", topic, LIKELY)
    elif low in {"for", "of"} and topic[-1].low in BUSINESS:
        yield from slot("BUSINESS_TYPE", topic)
    elif head.low in {"names", "slogans", "taglines"} and low == "for":
        yield from slot("PRODUCT", topic, LIKELY)
    else:
        yield from slot("TOPIC", topic)


_MEASURES = frozenset(
    "words sentences paragraphs lines characters minutes hours days pages".split()
)


_COMPOUNDS = frozenset({"plan", "summary", "overview", "text", "recommendation"})


def _content(thing: Words) -> int | None:
    """Where the name of the kind of text begins in `a short, friendly cover letter`."""
    head = thing[-1].low
    if head not in CONTENT and not (len(thing) > 1 and head in _COMPOUNDS):
        return None
    start = 0
    while start < len(thing) - 1:
        word = thing[start]
        described = (
            is_tone(word)
            or word.low in SIZES
            or word.low
            in {"and", "but", "very", "more", "yet", "or", "my", "our", "new"}
            or word.after.startswith(",")
            or ("-" in word.text and word.text[:1].isdigit())
            or is_language(word.text)
            or is_number(word)
            or word.low.endswith(
                ("-word", "-sentence", "-paragraph", "-line", "-minute")
            )
        )
        if not described:
            break
        start += 1
    return start


# Who asks for one of these asks for nothing else in its stead.
_FORMS = frozenset({"agenda", "checklist", "escalation", "curriculum", "plan"})


def _described(thing: Words, kind: int) -> Iterator[Candidate]:
    tones = [at for at in range(kind) if is_tone(thing[at])]
    if tones:
        yield from slot("TONE", thing[tones[0] : tones[-1] + 1])
    for word in thing[:kind]:
        if is_language(word.text) and word.capital:
            yield from slot("LANGUAGE", [word], LIKELY)
    if thing[-1].low not in _FORMS:
        yield Candidate("CONTENT_TYPE", joined(thing[kind:]), GRAMMAR - 0.01)


def _about(words: Words, at: int, thing: Words) -> Iterator[Candidate]:
    """What the prepositions behind a kind of text say."""
    while at + 1 < len(words):
        low, end = "" if words[at].quoted else words[at].low, at + 1
        if low in _ABOUT and not words[end].text[:1].isdigit():
            end = _topic_end(words, at + 1)
            said = words[at + 1 : before_value(words, at + 1, end)]
            if said and not _is_day(said):
                yield from _topic(said)
        elif low in _CLAIMS and words[end].low == "that":
            end = phrase_end(words, at + 2)
            yield from slot("TOPIC", words[at + 2 : end])
        elif low in {"for", "to"}:
            end = _whom_end(words, at)
            yield from _whom(words, at, end, thing)
        elif low in {"after", "before"} and words[end].low in _OURS:
            end = phrase_end(words, at + 1, _PREPOSITIONS)
            if any(word.low in EVENTS | _DAYS for word in words[at + 1 : end]):
                yield from slot("EVENT", words[at + 1 : end], LIKELY)
        elif low in {"at", "from"} and words[end].capital:
            end = proper_end(words, at + 1)
            offered = low == "at" or words[at - 1].low in {"offer", "position", "role"}
            if offered and not is_city(words[at + 1].text):
                yield from slot("COMPANY_NAME", words[at + 1 : end], LIKELY)
        at = max(end, at + 1)


def _whom_end(words: Words, at: int) -> int:
    """Where the phrase behind `for` or `to` ends."""
    if words[at].low == "to":
        return phrase_end(words, at + 1, _PREPOSITIONS)
    end = phrase_end(words, at + 1, _PREPOSITIONS | {"and"})
    return max(end, _readers_end(words, at + 1), _event_end(words, at + 1))


def _whom(words: Words, at: int, end: int, thing: Words) -> Iterator[Candidate]:
    """Whom, or what, a text is for."""
    phrase, named = words[at + 1 : end], is_named(words, end)
    house = named and phrase[-1].low in BUSINESS - PRODUCTS
    if words[at].low == "for" and (not named or house):
        yield from readers(phrase, thing)
    elif not (words[at - 1].ends or named or _does(words[at - 1])):
        yield from recipients(phrase)


_OURS = DETERMINERS | {"my", "our"}
_DAYS = frozenset("day event trip visit interview call meeting season".split())


def _readers_end(words: Words, start: int) -> int:
    """Where those end for whom it is written, if the words say so; else the start."""
    end = audience_end(words, start)
    return end if is_audience(words[start:end]) else start


def _event_end(words: Words, start: int) -> int:
    """Where an event ends that is told more closely: `the opening of a new library`."""
    at = start + (words[start].low in DETERMINERS)
    if at + 2 < len(words) and words[at].low in EVENTS and words[at + 1].low == "of":
        return phrase_end(words, at + 2, _PREPOSITIONS)
    return start


def _is_day(said: Words) -> bool:
    """Whether words are a day and no topic: `Tuesday`, `June 3`."""
    dated = len(said) == 1 or said[1].text[:1].isdigit()
    return dated and (said[0].low in _WEEK or said[0].text in _QUARTERS)


_WEEK = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december".split()
)
_QUARTERS = frozenset({"Q1", "Q2", "Q3", "Q4", "H1", "H2"})
_CLAIMS = frozenset({"arguing", "claiming", "showing", "saying"})


def _does(word: Word) -> bool:
    """Whether a word says what somebody does, so that `to` means no recipient."""
    return word.low.endswith(("ing", "ed"))


def _topic(phrase: Words) -> Iterator[Candidate]:
    """What a text is about, be it a question: `how whales sleep`."""
    if phrase[0].low in {"how", "why", "what"} and len(phrase) < _QUESTION:
        yield Candidate("TOPIC", joined(phrase), GRAMMAR)
    else:
        yield from slot("TOPIC", phrase)


_QUESTION = 15  # words of a topic that is a question


def _topic_end(words: Words, start: int) -> int:
    """Where a topic ends: before whom it is for, and how it is written."""
    end = phrase_end(words, start, _TOPIC_ENDS)
    if words[start].low in {"how", "why", "what"} or _relative(words, end):
        end = phrase_end(words, end + 1, _TOPIC_ENDS - {"with", "from"})
    elif _dates(words, end):
        end = phrase_end(words, end + 1, _TOPIC_ENDS)
    for at in range(start + 1, end):
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
