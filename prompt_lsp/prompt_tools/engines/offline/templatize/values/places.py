"""Languages, countries and cities that a prompt is about."""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables import (
    PlaceName,
    is_country,
    is_language,
    is_month,
    is_weekday,
    place_names,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables.months import (
    all_weekdays,
    every_month,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables.regions import (
    all_regions,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.prose import Prose
from prompt_lsp.text import Span

_KINDS = {
    "language": "LANGUAGE",
    "country": "COUNTRY",
    "city": "CITY",
    "region": "LOCATION",
}
_MANY = 6  # so many places make a text about places, not a place in a prompt
_YEAR = 4  # digits
_SURE, _DOUBTFUL = 0.6, 0.4
# What may stand before a place that a sentence is about.
_TOWARDS = frozenset(
    """
    in to from near around visiting visit of for about at across between via toward
    towards nach aus bei in à en au aux de vers a desde em no na para
    """.split()
)
_ARTICLES = frozenset("the der die das den le la les l' el los o os a as da do".split())
_OF_LANGUAGES = frozenset(
    """
    in into to from speak speaks speaking learn learning study teach fluent auf ins aus
    en vers al del em para do
    """.split()
)
# The language that a prompt is written in is no choice but a rule.
_OWN = frozenset(
    """
    english deutsch deutsche français español castellano português 日本語 中文 汉语 英文
    plain english
    """.split()
)
_SPELLINGS = frozenset(
    """
    british american australian canadian uk us indian plain modern simple
    """.split()
)
_SPELLINGS = frozenset(f"{which} english" for which in _SPELLINGS)
# Unless the work is to change it.
_RESPELT = re.compile(
    r"(?i)(?<![a-z])(?:rewrite|convert|translate|change|adapt|turn|localize)"
    r"(?![a-z])[^.!?\n]{0,70}$"
)
# In these words a noun stands behind its adjectives, and a verb may end a sentence.
_GERMAN = re.compile(r"[ ](?:der|die|und|eine?|ist|für)[ ]")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’-]{0,24})[ ]$")
_REACH = 27  # characters that `_WORD_BEFORE` takes at most
_SENTENCE = re.compile(r"(?:^|[.!?:;\n\r][ ]?|[-*•>\"“(][ ]?)$")
_CAPITAL_AFTER = re.compile(r"[ ][A-ZÀ-Þ]|-[A-Z]|[&@]")
_LOWER_AFTER = re.compile(r"[ ]([a-z][\w-]{0,24})")
_FOLLOWS = frozenset(
    """
    and or to for in with on at from by is are was were has have had as of during over
    between that which who when while using including within under about near next this
    last before after via than but if because so will can would should und oder y e ou
    nach até hasta vers à em earning living working looking leaving visiting starting
    et para por con com mit für avec pour im am von bis zum pendant durante
    """.split()
)
# What is in a language.
_IN_LANGUAGE = frozenset(
    """
    version translation equivalent words word vocabulary phrases phrase sentence
    sentences verbs grammar idioms expressions subtitles lesson lessons
    """.split()
)
_CUED = 0.55
_NAMED_SURE = 0.86  # more than a company of that name
_SETTLED = frozenset(
    """
    village town city island kingdom hamlet county district province region parish
    municipality suburb borough port planet realm valley
    """.split()
)
_SITES = frozenset(
    """
    plant office offices branch store shop factory warehouse restaurant hotel house flat
    apartment home live lives lived living based located town village weekend trip
    vacation holiday stay staying bakery clinic born campus site café cafe studio
    headquarters farm cottage property cabin school arriving moving born filiale büro
    werk wohnung laden standort wohne wohnt bureau usine appartement habite oficina
    tienda fábrica piso vivo escritório loja service shop salon gym cottage garden
    market museum library theatre theater choir orchestra
    """.split()
)
_WAYS = frozenset(
    """
    trip travel travelling traveling flight flights move moving moved drive fly flying
    relocate relocating commute journey
    """.split()
)
_WHERE = frozenset({"in", "near", "from", "around", "across"})
_PARTS = "rural downtown upstate suburban northern southern eastern western central"
_CUES = dict.fromkeys((f" {part} " for part in _PARTS.split()), _WHERE) | {
    **dict.fromkeys((" in ", " near ", " à ", " em "), _SITES),
    " to ": _WAYS,
}
_PLACE = re.compile(
    r"[A-ZÀ-ÖØ-Þ][^\W\d_]{2,20}(?:-[^\W\d_]{2,16}){0,2}"
    r"(?:[ ][A-ZÀ-ÖØ-Þ][^\W\d_]{2,16})?"
    r"(?![^\W_]|[ ][A-ZÀ-Þ]|['’-])"
)
_NO_PLACES = frozenset(
    """
    The This Microsoft Google Excel Python Java Slack Zoom Spring Summer Autumn Winter
    Fall Christmas Easter Kindergarten God Heaven Space Mars Q1 Q2 Q3 Q4 JSON AWS Azure
    """.split()
)


def places(reading: Reading) -> Iterator[Candidate]:
    """Languages, countries and cities, few and where a sentence is about them."""
    prose = Prose(reading)
    found = list(place_names(reading.text, prose.has))
    many = len({name.span.of(reading.text) for name in found}) > _MANY
    meant = set()
    german = bool(found) and _GERMAN.search(reading.text, 0, 2_000) is not None
    for name in found:
        if _is_meant(reading.text, name, german=german):
            meant.add(name.span.start)
            confidence = _DOUBTFUL if many or _is_own(reading.text, name) else _SURE
            yield Candidate(_KINDS[name.kind], name.span, confidence)
    for one in _named_sites(reading.text):
        if prose.has(one.span.start):
            yield one
    for span in _unknown(reading.text):
        if span.start not in meant and prose.has(span.start):
            yield Candidate("CITY", span, _CUED)


def _unknown(text: str) -> Iterator[Span]:
    """Places that no table knows: `our office in …`, `a trip to …`."""
    for preposition, cues in _CUES.items():
        at = text.find(preposition)
        while at >= 0:
            after = at + len(preposition)
            before = text[max(0, at - 16) : at].rpartition(" ")[2].lower()
            cued = before in cues or (preposition == " in " and _is_day(text, at))
            found = _PLACE.match(text, after) if cued else None
            if found and not _is_other(found[0]):
                yield Span(*found.span())
            at = text.find(preposition, after)


def _named_sites(text: str) -> Iterator[Candidate]:
    """`the village of …`, which says itself what is named."""
    at = text.find(" of ")
    while at >= 0:
        kind = text[max(0, at - 16) : at].rpartition(" ")[2].lower()
        found = _PLACE.match(text, at + 4) if kind in _SETTLED else None
        if found and not _is_other(found[0]):
            name = "CITY" if kind in {"city", "town"} else "LOCATION"
            yield Candidate(name, Span(*found.span()), _NAMED_SURE)
        at = text.find(" of ", at + 4)


def _is_day(text: str, end: int) -> bool:
    """Whether a date ends there: where something happens follows when it does."""
    word = text[max(0, end - 12) : end].rpartition(" ")[2]
    year = len(word) == _YEAR and word.isdecimal() and word.startswith(("19", "20"))
    return year or word in every_month() or word in all_weekdays()


def _is_other(words: str) -> bool:
    knows = (is_language, is_month, is_weekday, is_country)
    known = words in all_regions() or any(known(words) for known in knows)
    return known or words.split(maxsplit=1)[0] in _NO_PLACES


def _is_own(text: str, name: PlaceName) -> bool:
    """Whether it is the prompt's own language, or how that one shall be spelt."""
    said = name.span.of(text).lower()
    if said in _OWN:
        return True
    head = text[max(0, name.span.start - 80) : name.span.start]
    return said in _SPELLINGS and _RESPELT.search(head) is None


def _is_meant(text: str, name: PlaceName, *, german: bool) -> bool:
    """Whether a name stands for itself, and in no name of something else."""
    start, end = name.span
    if not text[start].isascii() and text[start] > "⺀":
        return _is_meant_east_asian(text, name)
    head, tail = text[max(0, start - 40) : start], text[end : end + 28]
    if _CAPITAL_AFTER.match(tail) or head.endswith(("-", "/", "_", "#", "@", ".")):
        return False
    before = _WORD_BEFORE.search(head, max(0, len(head) - _REACH))
    word = before[1].lower() if before else ""
    if name.kind == "language":
        return _is_language_meant(word, tail)
    if before and _is_proper(head, before, word):
        return False
    if (
        (name.ambiguous or name.kind == "region")
        and word not in _TOWARDS
        and not (tail.startswith(",") and (word or not name.ambiguous))
    ):
        return False
    ends = _ends_phrase(tail) or tail.startswith(("'s", "’s", "-based"))
    return ends or (word == "in" and german)


def _is_proper(head: str, before: re.Match[str], word: str) -> bool:
    """Whether the words before a name are a name with it: `Bank of China`."""
    if word == "of":
        last = _WORD_BEFORE.search(head, 0, before.start())
        if last is None:
            return False
        before, word = last, last[1].lower()
    begins = _SENTENCE.search(head[: before.start()])
    return before[1][0].isupper() and not begins and word not in _TOWARDS


def _is_meant_east_asian(text: str, name: PlaceName) -> bool:
    """No name of one: `日本` in `日本語`; a language only where it is asked for."""
    start, end = name.span
    after = text[end : end + 1]
    if name.kind == "language":
        return after in {"で", "に"} or text[max(0, start - 1) : start] in {"用", "成"}
    return after not in {"語", "语", "文", "人", "式"} or not after


def _ends_phrase(tail: str) -> bool:
    """Whether the noun phrase ends with the name: `French fries` goes on."""
    word = _LOWER_AFTER.match(tail)
    return word is None or word[1].lower() in _FOLLOWS


def _is_language_meant(word: str, tail: str) -> bool:
    """`in Spanish`, `Spanish words`, but no `Spanish teacher` and no `the Spanish`."""
    following = _LOWER_AFTER.match(tail)
    if following and following[1] in _IN_LANGUAGE:
        return True
    return word in _OF_LANGUAGES and _ends_phrase(tail)
