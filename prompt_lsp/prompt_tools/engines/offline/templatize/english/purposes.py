"""Whom, or what, a text that shall be written is for."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.manner import (
    is_audience,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    LIKELY,
    bare,
    is_number,
    points,
    proper_end,
    slot,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    BUSINESS,
    EVENTS,
    JOBS,
    PEOPLE,
    PRODUCT_COPY,
    RELATIONS,
    TITLES,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import Words
from prompt_lsp.prompt_tools.engines.offline.templatize.tables import (
    is_city,
    is_country,
    is_month,
)
from prompt_lsp.text import Span


def is_place(rest: Words) -> bool:
    """Whether words are as a whole the name of a country or city."""
    name = " ".join(word.text for word in rest)
    return is_country(name) or is_city(name)


def readers(phrase: Words, thing: Words) -> Iterator[Candidate]:
    """Whom or what a text is for."""
    said = bare(phrase)
    if not said or points(said) or said[0].quoted or said[-1].low in PERIODS:
        return
    if len(said) == 1 and phrase[0].low == "the" and not said[0].capital:
        return
    if is_audience(said) and not _is_of_job(thing):
        yield from slot("AUDIENCE", said, LIKELY)
    elif said[0].text[:1].isdigit() or is_number(said[0]) or said[-1].low in JOBS:
        return
    elif said[-1].low in EVENTS or _of_event(said):
        yield from _event(phrase, said)
    elif phrase[0].low in {"my", "our"} and _is_business(said[1:]):
        yield from slot("BUSINESS_TYPE", said[1:], LIKELY)
    elif said[0].low not in {"my", "our"}:
        yield from _purpose(said, thing)
    elif thing[-1].low in PRODUCT_COPY and len(said) > 1 and not _only_owned(said):
        yield from slot("PRODUCT", said[1:], LIKELY)
    elif said[-1].low in PEOPLE and all(word.text.isalpha() for word in said):
        yield from slot("RECIPIENT", phrase, LIKELY)


def owner_of(phrase: Words) -> Span | None:
    """Whose an event is by name: `my best friend Tom's wedding`; None if not said."""
    if len(phrase) < _OWNED:
        return None
    relation, owner = phrase[-3], phrase[-2]
    named = owner.capital and owner.text.endswith(("'s", "’s")) and not owner.quoted
    if not named or relation.low not in RELATIONS or relation.ends:
        return None
    return Span(owner.start, owner.end - 2)


_OWNED = 3  # words: who that is, the name, the event


def _is_business(said: Words) -> bool:
    """Whether words say what somebody runs, and more than that it is a shop."""
    return len(said) > 1 and said[-1].low in BUSINESS and said[0].text.islower()


def _is_of_job(thing: Words) -> bool:
    return len(thing) > 1 and thing[-2].low == "job"


def _without_owner(phrase: Words) -> Words:
    """An event without `our`, unless it is somebody's: `my sister's wedding`."""
    owned = any(word.text.endswith(("'s", "’s")) for word in phrase)
    return phrase if owned or phrase[0].low not in {"my", "our"} else phrase[1:]


# What ends a length of time: `a two-hour workshop`.
SPANS = ("-hour", "-day", "-minute", "-week", "-month", "-year")


def _event(phrase: Words, said: Words) -> Iterator[Candidate]:
    """An event, or whose it is where that somebody has a name."""
    if owner := owner_of(phrase):
        yield Candidate("NAME", owner, LIKELY)
    elif said[0].low.endswith(SPANS) and said[-1].low in EVENTS:
        yield from slot("EVENT", said[1:] if len(said) > 2 else (), LIKELY)
    else:
        yield from slot("EVENT", _without_owner(phrase), LIKELY)


def _of_event(said: Words) -> bool:
    """Whether an event is told more closely: `the opening of a new library`."""
    return len(said) > 2 and said[0].low in EVENTS and said[1].low in {"of", "in"}


def _purpose(said: Words, thing: Words) -> Iterator[Candidate]:
    """What a text is for, which is nobody that reads it."""
    if said[-1].low in _GENERIC:
        return
    if _is_of_job(thing):
        yield from slot("JOB_TITLE", said, LIKELY)
    elif said[0].low in {"grade", "year", "class", "level"} and len(said) == 2:
        yield from slot("LEVEL", said, LIKELY)
    elif all(word.capital for word in said):
        if said[-1].low in BUSINESS:
            yield from slot("COMPANY_NAME", said, LIKELY)
        elif len(said) > 1 and thing[-1].low in PRODUCT_COPY:
            yield from slot("PRODUCT_NAME", said, LIKELY)
    elif said[-1].low in BUSINESS and not said[0].capital:
        yield from slot("BUSINESS_TYPE", said, LIKELY)
    elif thing[-1].low in PRODUCT_COPY:
        yield from slot("PRODUCT", said, LIKELY)
    else:
        yield from slot("TOPIC", said, 0.7)


# A text may be for any of these, and is about none of them.
_GENERIC = frozenset(
    "more research work school class practice use reference review discussion study "
    "publication inspiration purposes comparison context clarity fun".split()
)


def _only_owned(said: Words) -> bool:
    """Whether words say of a thing only whose it is: `my product`."""
    return len(said) == 2 and (said[1].low in _THINGS or said[1].low in BUSINESS)


_THINGS = frozenset({"product", "service", "app", "book", "game", "item", "tool"})


def is_named(words: Words, end: int) -> bool:
    """Whether a name follows, which says more: `a customer named Maria`."""
    return end < len(words) and words[end].low in {"named", "called"}


PERIODS = frozenset(
    "day days week weeks weekend month months year years hour hours minutes evening "
    "night today tomorrow".split()
)


_GROUPS = frozenset(
    "volunteers donors colleagues members team teams students readers users fans "
    "neighbours families attendees participants backers sponsors".split()
)


_RECEIVERS = PEOPLE | _GROUPS


def _receives(phrase: Words, said: Words) -> bool:
    """Whether words are people to whom somebody writes: `our night drivers`."""
    known = said[-1].low in _RECEIVERS and len(said) <= _RECEIVING
    return known or (phrase[0].low in {"my", "our"} and is_audience(said))


def _receives_of(said: Words) -> bool:
    """Whether those are of somebody's: `the parents of my handball team`."""
    of = next((at for at, one in enumerate(said) if one.low == "of"), 0)
    return bool(of) and (said[of - 1].low in _RECEIVERS or is_audience(said[:of]))


_RECEIVING = 4  # words


def _is_known(name: str) -> bool:
    """Whether a name is one of a place or of a month, and nobody's."""
    return is_country(name) or is_city(name) or is_month(name)


def recipients(phrase: Words) -> Iterator[Candidate]:
    """Whom a text is sent to."""
    if not phrase or phrase[0].quoted or "@" in phrase[0].text:
        return
    said = (
        phrase[1:]
        if phrase[0].low in {"my", "our", "the", "a", "an", "all"}
        else phrase
    )
    if not said or said[0].low in {"his", "her", "their"}:
        return
    if said[0].text.endswith(("'s", "’s")):
        return
    if said[0].low.rstrip(".") in TITLES and len(said) > 1:
        yield from slot("RECIPIENT", phrase)
    elif _receives(phrase, said) or _receives_of(said):
        yield from slot("RECIPIENT", phrase, LIKELY)
    elif phrase[0].low == "the" and said[0].capital and said[-1].capital:
        yield from slot("RECIPIENT", said, LIKELY)
    elif said is phrase and said[0].capital and not _is_known(said[0].text):
        end = proper_end(said, 0)
        yield from slot("RECIPIENT", said[:end], LIKELY)
