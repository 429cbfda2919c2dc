"""Months and days of the week by their name alone, where a sentence is about them."""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables.months import (
    all_months,
    all_weekdays,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.prose import Prose
from prompt_lsp.text import Span

_SURE = 0.6
_CUE = re.compile(
    r"(?<![^\W_])(?:in|for|during|since|until|by|of|on|this|next|last|before|after|from"
    r"|im|am|bis|seit|en|el|em|no|na|le)[ ]"
    r"(?P<part>(?:early|mid|late|next|this)[ -])?(?P<name>[A-ZÀ-Þ][a-zà-ÿ]{2,12})"
    r"(?![^\W_]|[ ][A-Z]|-[A-Z]|[ ]\d)"
)
_SPAN_OF_DAYS = re.compile(
    r"(?<![^\W_])(?P<first>(?:[MTWFS]|Mitt|Donn|Diens|l|v|d|j)[a-zá]{2,9}(?:day|tag|woch|di"
    r"|es|do))(?:[ ]?[-–][ ]?|[ ](?:to|through|until|bis|à|au|a|al)[ ])"
    r"(?P<last>[^\W\d_]{4,12})(?![^\W_])"
)


def named_days(reading: Reading) -> Iterator[Candidate]:
    """`in September`, `on Friday`: a month or a day of the week after its word."""
    if reading.role != "user":
        return
    prose = Prose(reading)
    for days in _SPAN_OF_DAYS.finditer(reading.text):
        if not prose.has(days.start()):
            continue
        for kind in ("first", "last"):
            if _name(days[kind]) == "DAY":
                ends = "START_DAY" if kind == "first" else "END_DAY"
                yield Candidate(ends, Span(*days.span(kind)), _SURE + 0.01)
    for cue in _CUE.finditer(reading.text):
        name = _name(cue["name"])
        if name and prose.has(cue.start()):
            part = cue["part"] in {"early ", "mid ", "late ", "mid-"}
            span = Span(cue.start("part" if part else "name"), cue.end())
            yield Candidate("DATE" if part else name, span, _SURE)


def _name(word: str) -> str | None:
    if word in all_months():
        return "MONTH"
    return "DAY" if word in all_weekdays() else None
