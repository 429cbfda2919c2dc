"""Candidates of all texts to slots: what is guarded, and one name for one value."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.readings import Read
from prompt_lsp.prompt_tools.engines.offline.templatize.recognizers import RECOGNIZERS
from prompt_lsp.prompt_tools.slots import Slot
from prompt_lsp.text import Span

LEAST = 0.5  # of confidence; what is less sure is no variable
_BLOCK = 0.85  # of confidence, from which a candidate may cover code
_OCCURRENCES = 200  # of one value that become placeholders


def slots(texts: Sequence[Read]) -> list[Slot]:
    """What varies in some texts, the same value under one name."""
    found = [
        Slot(one.name, number, one.span, one.confidence)
        for number, read in enumerate(texts)
        for one in _candidates(read)
    ]
    return found


def _candidates(read: Read) -> Iterator[Candidate]:
    """What the recognizers say of a text, without what is guarded."""
    reading = read.reading
    if reading is None:
        return
    for recognizer in RECOGNIZERS:
        for one in recognizer(reading):
            if one.confidence < LEAST or _shares(read.shown, one.span):
                continue
            if _shares(reading.part.code, one.span) and one not in reading.data:
                continue
            yield one


def _shares(apart: Sequence[Span], span: Span) -> bool:
    """Whether a span shares a character with one of several, in order and apart."""
    at = bisect_right(apart, span.end - 1, key=lambda one: one.start)
    return at > 0 and apart[at - 1].end > span.start
