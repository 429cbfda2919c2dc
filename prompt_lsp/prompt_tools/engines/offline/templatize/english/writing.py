"""Texts and programs to be written: what kind, about what, for whom, how."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.about import (
    ABOUT,
    PREPOSITIONS,
    SKIPPED,
    about_topic,
    topic_end,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.applying import (
    is_sought,
)
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
    is_number,
    phrase_end,
    proper_end,
    slot,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.programs import (
    PROGRAMS,
    described,
    language_of,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.purposes import (
    is_named,
    readers,
    recipients,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    BUSINESS,
    CODE,
    CONTENT,
    DETERMINERS,
    EVENTS,
    PEOPLE,
    POINTERS,
    PRODUCT_COPY,
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
from prompt_lsp.prompt_tools.engines.offline.templatize.verbs import VERBS as ORDERS

VERBS = frozenset(
    """
    write draft compose create generate produce prepare craft design develop make
    build implement need like give outline code come propose tell send want
    """.split()
)


def writing(_text: str, clause: Clause) -> Iterator[Candidate]:
    """`write a funny poem about penguins for children in Italian`."""
    words = clause.words
    start = 1
    while start < len(words) and words[start].low in SKIPPED:
        start += 1
    if start < len(words) and words[start].low in _ARTICLES:
        start += 1
    if start >= len(words) or is_number(words[start]):
        return
    if words[start].low in _NO_THINGS or "{{" in words[start].text:
        return
    end = _before_doing(words, start, _thing_end(words, start))
    if _is_part(words, start, end):
        start = end + 1 + (words[end + 1].low in _ARTICLES)
        end = _before_doing(words, start, _thing_end(words, start))
    thing = words[start:end]
    if not thing or any(word.quoted for word in thing):
        return
    code = language_of(thing)
    if code is not None or thing[-1].low in _WRITTEN_CODE:
        yield from described(thing, words[end:], code)
    elif (kind := _content(thing)) is not None:
        yield from _of_kind(words, end, thing, kind)
    elif end + 1 < len(words) and words[end].low == "about" and thing[-1].low in _MADE:
        yield from about_topic(words[end + 1 : topic_end(words, end + 1)])


def _is_part(words: Words, start: int, end: int) -> bool:
    """Whether a part is wanted of a text: `the opening paragraph of a novel`."""
    told = start < end and end + 2 < len(words) and words[end].low == "of"
    return told and words[end - 1].low in _PARTS and words[end + 1].low in {"a", "an"}


_PARTS = frozenset(
    "paragraph sentence line lines chapter scene page section verse stanza part "
    "paragraphs lines pages".split()
)


def _of_kind(words: Words, end: int, thing: Words, kind: int) -> Iterator[Candidate]:
    """A text of some kind that ends at a word, with what is said of it."""
    about = list(_about(words, end, thing))
    near = words[end : min(end + _TOLD_WORDS, len(words) - 1)]
    near = near if near and near[0].low == "to" else near[:1]
    topical = any(word.low in ABOUT for word in near)
    said = about or topical or is_sought(words, end) or _is_told(words, end)
    for one in _described(thing, kind):
        if said or one.name != "CONTENT_TYPE":
            yield one
    yield from about


AGAIN = frozenset({"another", "one", "now", "next", "it", "same"})


def again(text: str, words: Words) -> Iterator[Candidate]:
    """What a later turn asks for: `now a limerick about a tax inspector`."""
    yield from _in_another_language(words)
    about = next(
        (at for at, one in enumerate(words[1:_FAR], 1) if one.low == "about"),
        len(words),
    )
    if about + 1 >= len(words):
        return
    before = words[about - 1].low
    making = about > 1 and words[about - 2].low in _MAKES
    pointed = about > 1 and words[about - 2].low in _POINTED
    if (before == "one" and not pointed) or (before == "it" and making):
        yield from _about(words, about, words[about - 1 : about])
    elif before in CONTENT:
        start = next((at for at in range(about) if words[at].low in _ANEW), about)
        if start < about and (start == 0 or words[start - 1].low in AGAIN):
            yield from writing(text, Clause("write", (words[0], *words[start:])))


def _in_another_language(words: Words) -> Iterator[Candidate]:
    """`Now in Norwegian please`, `The same to Breton`."""
    if len(words) > _SHORT:
        return
    for at in range(len(words) - 1):
        language = words[at + 1]
        leads = words[at].low in {"in", "to", "into"} and language.capital
        if leads and is_language(language.text):
            yield from slot("TARGET_LANGUAGE", [language])


_SHORT = 6  # words of such a sentence
_FAR = 9  # words to the preposition
_ANEW = frozenset({"a", "an", "another"})
_POINTED = frozenset({"this", "that", "the", "which", "no"})
_MAKES = frozenset({"make", "do", "have", "keep"})
_MADE = frozenset("game course exhibition play show series film musical app".split())


def _thing_end(words: Words, start: int) -> int:
    """Where a kind of text ends; `a firm but friendly letter` goes on behind `but`."""
    end = phrase_end(words, start, PREPOSITIONS)
    if end + 1 < len(words) and words[end].low == "but" and is_tone(words[end + 1]):
        return phrase_end(words, end + 1, PREPOSITIONS)
    return end


_ARTICLES = DETERMINERS | {"another", "some"}
_NO_THINGS = PREPOSITIONS | (POINTERS - CONTENT)
_WRITTEN_CODE = PROGRAMS | CODE


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


_GUIDED = frozenset({"interview", "discussion", "style", "moderation"})


def _described(thing: Words, kind: int) -> Iterator[Candidate]:
    tones = [at for at in range(kind) if is_tone(thing[at])]
    if tones:
        yield from slot("TONE", thing[tones[0] : tones[-1] + 1])
    for word in thing[:kind]:
        if is_language(word.text) and word.capital:
            yield from slot("LANGUAGE", [word], LIKELY)
    guides = thing[-1].low == "guide" and thing[-2:-1] and thing[-2].low in _GUIDED
    if thing[-1].low not in _FORMS and not guides:
        yield Candidate("CONTENT_TYPE", joined(thing[kind:]), GRAMMAR - 0.01)


def _about(words: Words, at: int, thing: Words) -> Iterator[Candidate]:
    """What the prepositions behind a kind of text say."""
    while at + 1 < len(words):
        low, end = "" if words[at].quoted else words[at].low, at + 1
        if low in ABOUT and not words[end].text[:1].isdigit():
            end = topic_end(words, at + 1)
            said = words[at + 1 : before_value(words, at + 1, end)]
            if said and not _is_day(said):
                yield from about_topic(said)
        elif low in _CLAIMS and words[end].low == "that":
            end = phrase_end(words, at + 2)
            yield from slot("TOPIC", words[at + 2 : end])
        elif low in {"for", "to"}:
            end = _whom_end(words, at)
            yield from _whom(words, at, end, thing)
        elif low in {"after", "before"} and words[end].low in _OURS:
            end = phrase_end(words, at + 1, PREPOSITIONS)
            if any(word.low in _DATED for word in words[at + 1 : end]):
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
        end = phrase_end(words, at + 1, PREPOSITIONS)
        if end + 1 < len(words) and words[end].low == "of" and not words[end - 1].ends:
            own = words[end + 1].low in {"my", "our"}
            end = phrase_end(words, end + 1, PREPOSITIONS) if own else end
        orders = (
            one
            for one in range(at + 2, end - 1)
            if words[one].low == "and" and words[one + 1].low in ORDERS | {"sign"}
        )
        return next(orders, end)
    end = phrase_end(words, at + 1, _WHOM_ENDS)
    return max(end, _readers_end(words, at + 1), _event_end(words, at + 1))


def _whom(words: Words, at: int, end: int, thing: Words) -> Iterator[Candidate]:
    """Whom, or what, a text is for."""
    phrase, named = words[at + 1 : end], is_named(words, end)
    house = named and phrase[-1].low in _HOUSES
    if is_sought(words, at) or words[at - 1].low in _NEEDS:
        return
    kind = named and phrase[0].low in DETERMINERS and phrase[-1].text.islower()
    if kind and thing[-1].low in _NAMES_OF:
        yield from slot(_NAMES_OF[thing[-1].low], phrase, LIKELY)
    elif words[at].low == "to" and thing[-1].low in _INVITES and _is_event(phrase):
        yield from slot("EVENT", _without_ours(phrase), LIKELY)
    elif words[at].low == "for" and (not named or house):
        yield from readers(phrase, thing)
    elif not (words[at - 1].ends or named or _does(words[at - 1]) or _is_day(phrase)):
        yield from recipients(phrase)


# What a text is for that is named: `a description for a bike helmet called …`.
_NAMES_OF = dict.fromkeys(PRODUCT_COPY, "PRODUCT") | dict.fromkeys(
    ("backstory", "bio", "biography", "monologue"), "CHARACTER"
)
_NEEDS = frozenset("time room space thanks reason need ready".split())
_INVITES = frozenset({"invitation", "invite", "invites", "invitations"})


def _is_event(phrase: Words) -> bool:
    """Whether an invitation is to something, and not to somebody."""
    last = phrase[-1].low
    people = last in PEOPLE or is_audience(phrase) or "@" in phrase[-1].text
    return not (people or last.endswith("s") or phrase[0].capital)


def _without_ours(phrase: Words) -> Words:
    return phrase[1:] if phrase[0].low in {"my", "our"} else phrase


_WHOM_ENDS = PREPOSITIONS | {"and"}
_HOUSES = BUSINESS - PRODUCTS
_OURS = DETERMINERS | {"my", "our"}
_DAYS = frozenset("day event trip visit interview call meeting season".split())
_DATED = EVENTS | _DAYS


def _readers_end(words: Words, start: int) -> int:
    """Where those end for whom it is written, if the words say so; else the start."""
    end = audience_end(words, start)
    return end if is_audience(words[start:end]) else start


def _event_end(words: Words, start: int) -> int:
    """Where an event ends that is told more closely: `the opening of a new library`."""
    at = start + (words[start].low in DETERMINERS)
    if at + 2 < len(words) and words[at + 2].low in {"my", "our"}:
        return at + 1  # whose it is, said by who that is
    if at + 2 < len(words) and words[at].low in EVENTS and words[at + 1].low == "of":
        return phrase_end(words, at + 2, PREPOSITIONS)
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
