"""Candidates of all texts to slots: what is guarded, and one name for one value."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.nesting import (
    without_containers,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.readings import Read
from prompt_lsp.prompt_tools.engines.offline.templatize.recognizers import RECOGNIZERS
from prompt_lsp.prompt_tools.engines.offline.templatize.staying import Stays, staying
from prompt_lsp.prompt_tools.engines.offline.templatize.values.weighing import (
    weighing,
)
from prompt_lsp.prompt_tools.protected import overlaps
from prompt_lsp.prompt_tools.slots import LIMIT, Slot
from prompt_lsp.text import Span

LEAST = 0.5  # of confidence; what is less sure is no variable
_BRIEF = 80  # characters
# Numbers in a system prompt are limits of a product, not what its user changes.
_LIMITS = frozenset(
    """
    WORD_COUNT SENTENCE_COUNT PARAGRAPH_COUNT CHARACTER_COUNT LINE_COUNT PAGE_COUNT
    NUMBER_OF_ITEMS NUMBER_OF_POINTS NUMBER_OF_BULLETS DURATION PERCENTAGE AMOUNT TIME
    NUMBER TEMPERATURE DISTANCE WEIGHT VOLUME AGE LENGTH SIZE QUOTED_TEXT TONE
    CONTENT_TYPE TOPIC CONCEPT ITEM STYLE
    """.split()
)
_LONG = 60  # characters; longer values are texts, and no names
_RELATIVE = re.compile(r"\b(?:who|whose|that)\b")
_ITEM = re.compile(r"(?m)^[ \t]{0,8}(?:[-*•+]|\d{1,2}[.)])[ \t]")
_FEW = 3  # items of a list, or sentences, that make rules
_STOP = re.compile(r"[.!?](?=\s|$)")
_KIND = "CONTENT_TYPE"  # which makes no template where nothing else varies
_AGAIN = 0.55  # of confidence in a value that stands once more
_OCCURRENCES = 200  # of one value that become placeholders


def slots(texts: Sequence[Read]) -> list[Slot]:
    """What varies in some texts, the same value under one name."""
    found = [
        Slot(one.name, number, one.span, one.confidence)
        for number, (read, stays) in enumerate(zip(texts, staying(texts), strict=True))
        for one in _candidates(read, stays)
    ]
    if all(slot.name == _KIND for slot in found):
        return []
    named = _named(texts, list(without_containers(found)))
    return [*named, *_again(texts, named)]


def _ruled(reading: Reading) -> bool:
    """Whether a text is a system prompt with a list of rules, or some sentences."""
    if reading.role != "system":
        return False
    return _counts(_ITEM, reading.text) or _counts(_STOP, reading.text)


def _counts(pattern: re.Pattern[str], text: str) -> bool:
    return sum(1 for _ in islice(pattern.finditer(text), _FEW)) == _FEW


def _is_for(reading: Reading, one: Candidate, *, ruled: bool) -> bool:
    """Whether a system prompt with rules, or with a relative clause, says for whom.

    That belongs to the product: `the first contact for people who write to us`. How
    old they are, its user may well change.
    """
    if reading.role != "system" or one.name != "AUDIENCE":
        return False
    said = one.span.of(reading.text)
    aged = any(map(str.isdigit, said)) and not _counts(_ITEM, reading.text)
    return (ruled and not aged) or _RELATIVE.search(said) is not None


def _named(texts: Sequence[Read], found: Sequence[Slot]) -> list[Slot]:
    """The same slots, those of one value under the name of the surest of them."""
    surest: dict[str, Slot] = {}
    values = [_value(texts, slot) for slot in found]
    for slot, value in zip(found, values, strict=True):
        if value not in surest or slot.confidence > surest[value].confidence:
            surest[value] = slot
    return [
        _renamed(slot, surest, value) for slot, value in zip(found, values, strict=True)
    ]


def _renamed(slot: Slot, surest: Mapping[str, Slot], value: str) -> Slot:
    name = surest[value].name
    same = name == slot.name or not _is_name(value)
    return slot if same else slot._replace(name=name)


def _again(texts: Sequence[Read], named: Iterable[Slot]) -> Iterator[Slot]:
    """Where the names among the values stand once more, in prose."""
    known: dict[str, Slot] = {}
    for slot in sorted(named, key=lambda slot: -slot.confidence):
        value = _value(texts, slot)
        if _is_name(value) and len(value) < _LONG and len(known) < LIMIT:
            known.setdefault(value, slot)
    for value, slot in known.items():
        for number, read in enumerate(texts):
            for span in islice(_occurrences(read, value), _OCCURRENCES):
                yield Slot(slot.name, number, span, _AGAIN)


def _occurrences(read: Read, value: str) -> Iterator[Span]:
    """Where a value stands in the prose of a text, from word edge to word edge."""
    if read.reading is None or value not in read.reading.text:
        return
    text, prose = read.reading.text, read.reading.prose
    at = text.find(value)
    while at >= 0:
        span, after = Span(at, at + len(value)), bisect_left(prose, (at + 1,))
        if after and span.end <= prose[after - 1].end:
            alone = not (_is_word(text, at - 1) or _is_word(text, span.end))
            if alone and not overlaps(read.reading.part.code, span):
                yield span
            at = text.find(value, span.end)
        else:
            at = text.find(value, prose[after].start) if after < len(prose) else -1


def _is_word(text: str, at: int) -> bool:
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_")


def _is_name(value: str) -> bool:
    """Whether a value means the same wherever it stands: a name, no word or number."""
    return len(value) > 2 and value[0].isupper() and "\n" not in value


def _value(texts: Sequence[Read], slot: Slot) -> str:
    reading = texts[slot.text].reading
    return slot.span.of(reading.text) if reading else ""


def _candidates(read: Read, stays: Stays) -> Iterator[Candidate]:
    """What the recognizers say of a text, without what is guarded or stays."""
    reading = read.reading
    if reading is None:
        return
    weighed = weighing(reading)
    blocks, ruled = frozenset(reading.data), _ruled(reading)
    for recognizer in RECOGNIZERS:
        for said in recognizer(reading):
            one = said if said in blocks else weighed(said)
            if reading.role == "system" and one.name in _LIMITS and not _brief(reading):
                continue
            if _is_for(reading, one, ruled=ruled):
                continue
            if one.confidence < LEAST or overlaps(read.shown, one.span):
                continue
            if overlaps(reading.part.code, one.span) and one not in blocks:
                continue
            if stays(one):
                continue
            yield one


def _brief(reading: Reading) -> bool:
    """Whether a system prompt is one order, and no rules of a product."""
    return len(reading.text) < _BRIEF and "\n" not in reading.text.strip()
