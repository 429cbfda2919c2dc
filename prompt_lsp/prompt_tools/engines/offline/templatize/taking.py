"""Candidates of all texts to slots: what is guarded, and one name for one value."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.readings import Read
from prompt_lsp.prompt_tools.engines.offline.templatize.recognizers import RECOGNIZERS
from prompt_lsp.prompt_tools.slots import Slot
from prompt_lsp.text import Span

LEAST = 0.5  # of confidence; what is less sure is no variable
_BLOCK = 0.85  # of confidence, from which a candidate may cover code
_BRIEF = 120  # characters
# Numbers in a system prompt are limits of a product, not what its user changes.
_LIMITS = frozenset(
    """
    WORD_COUNT SENTENCE_COUNT PARAGRAPH_COUNT CHARACTER_COUNT LINE_COUNT PAGE_COUNT
    NUMBER_OF_ITEMS NUMBER_OF_POINTS NUMBER_OF_BULLETS DURATION PERCENTAGE AMOUNT TIME
    NUMBER TEMPERATURE DISTANCE WEIGHT VOLUME AGE LENGTH SIZE QUOTED_TEXT TONE
    CONTENT_TYPE TOPIC CONCEPT ITEM STYLE
    """.split()
)
_OCCURRENCES = 200  # of one value that become placeholders


def slots(texts: Sequence[Read]) -> list[Slot]:
    """What varies in some texts, the same value under one name."""
    return [
        Slot(one.name, number, one.span, one.confidence)
        for number, read in enumerate(texts)
        for one in _candidates(read)
    ]


def _candidates(read: Read) -> Iterator[Candidate]:
    """What the recognizers say of a text, without what is guarded."""
    reading = read.reading
    if reading is None:
        return
    for recognizer in RECOGNIZERS:
        for one in recognizer(reading):
            if reading.role == "system" and one.name in _LIMITS and not _brief(reading):
                continue
            if one.confidence < LEAST or _shares(read.shown, one.span):
                continue
            if _shares(reading.part.code, one.span) and one not in reading.data:
                continue
            yield one


def _brief(reading: Reading) -> bool:
    """Whether a system prompt is one order, and no rules of a product."""
    return len(reading.text) < _BRIEF and "\n" not in reading.text.strip()


def _shares(apart: Sequence[Span], span: Span) -> bool:
    """Whether a span shares a character with one of several, in order and apart."""
    at = bisect_right(apart, span.end - 1, key=lambda one: one.start)
    return at > 0 and apart[at - 1].end > span.start
