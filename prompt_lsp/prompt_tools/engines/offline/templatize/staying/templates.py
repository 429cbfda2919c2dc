"""Prompts that are templates already: what they leave standing is meant to stay."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.staying.blanks import Blanks
from prompt_lsp.text import Span

# What even a template leaves standing by oversight only: it is of one use.
_ONE_USE = frozenset(
    """
    SOURCE_LANGUAGE TARGET_LANGUAGE WORD_TO_TRANSLATE TEXT_TO_TRANSLATE EMAIL_ADDRESS
    PHONE_NUMBER URL IP_ADDRESS ORDER_ID TICKET_ID CUSTOMER_ID INVOICE_NUMBER USER_ID
    """.split()
)
# The same where the template is short; a long one has names of its own.
_NAMES = frozenset(
    """
    NAME RECIPIENT SENDER CUSTOMER_NAME COMPANY_NAME PRODUCT_NAME CITY COUNTRY LOCATION
    ADDRESS DATE
    """.split()
)
# What a label names and a template chooses once for all of its uses.
_CHOSEN = frozenset(
    """
    LANGUAGE PROGRAMMING_LANGUAGE TONE STYLE AUDIENCE TARGET_AUDIENCE FORMAT LENGTH
    CONTENT_TYPE ROLE TASK GOAL OBJECTIVE LEVEL WORD_COUNT NUMBER_OF_ITEMS
    """.split()
)
_NAMED = 0.6  # of confidence; what only its capital letters give away is less sure
_AROUND = 40  # characters; data with more of its own is no blank
_LINE = 80  # characters of a fact; longer values are texts
# Under a label it says what will stand there: `Thought: what you think of it`.
_DESCRIBES = re.compile(
    r"(?:the|an?|your|one|any|each|all|what|how|who|which|some|you|der|die|das|le|la|les"
    r"|el|los|las|os?|as?)[ ]"
)
_NUMBER = re.compile(r"_\d+$")


def is_template(reading: Reading, marked: Blanks) -> bool:
    """Whether a text has blanks of any style where it speaks to the model."""
    part = reading.part
    data = sorted(one.span for one in reading.data)
    places = (
        *(one.place.span for one in part.placeholders),
        *(one.place.span for one in part.slips),
        *_logic(reading),
        *marked.spans,
    )
    return any(
        not (_inside(data, place) or _in_code(reading, place)) for place in places
    )


def is_left(text: str, one: Candidate, *, block: bool, brief: bool) -> bool:
    """Whether a template left a value standing on purpose."""
    name = _NUMBER.sub("", one.name)
    named = brief and name in _NAMES and one.confidence >= _NAMED
    if named or name in _ONE_USE:
        return False
    if not block or name in _CHOSEN:
        return True
    value = one.span.of(text)
    return len(value) < _LINE and _DESCRIBES.match(value) is not None


def _logic(reading: Reading) -> Iterator[Span]:
    """Template logic that is not quoted, as something that is spoken of is."""
    for one in reading.part.logic:
        start = one.place.span.start
        if not start or reading.text[start - 1] not in "\"'`“":
            yield one.place.span


def _inside(data: Sequence[Span], place: Span) -> bool:
    """Whether a blank is a line or a word of some data, and not the most of it."""
    at = bisect_right(data, place.start, key=lambda one: one.start)
    one = data[at - 1] if at else place
    wide = one.end - one.start > place.end - place.start + _AROUND
    return wide and one.end >= place.end


def _in_code(reading: Reading, place: Span) -> bool:
    """Whether a blank belongs to code; a fence around one holds what fills it."""
    for one in reading.part.code:
        if one.covers(place):
            fenced = reading.text.startswith(("```", "~~~"), one.start)
            return not fenced or _inside((one,), place)
    return False
