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
_NAME = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{2,12}(?![^\W_]|[ ][A-Z]|-[A-Z]|[ ]\d)")
_CUE = re.compile(
    r"(?<![^\W_])(?:in|for|during|since|until|by|of|on(?: an?)?|this|next|last|before"
    r"|after|from|leaving|arriving"
    r"|im|am|bis|seit|en|el|em|no|na|le)[ ]((?:early|mid|late|next|this)[ -])?$"
)
_REACH = 18  # characters before a name that its cue takes at most
# Between two days of the week.
_TO = (" to ", " through ", " until ", " bis ", " à ", " au ", " a ", "-", "–", " – ")
_WORD = re.compile(r"[^\W\d_]{4,12}(?![^\W_])")
_WORD_BEFORE = re.compile(r"(?<![^\W_])[^\W\d_]{4,12}$")


def named_days(reading: Reading) -> Iterator[Candidate]:
    """`in September`, `on Friday`: a month or a day of the week after its word."""
    if reading.role != "user":
        return
    prose, last = Prose(reading), set()
    for days in _spans(reading.text):
        if prose.has(days[0].start):
            yield Candidate("DAYS", days[0].hull(days[1]), _SURE + 0.01)
            last.add(days[1].start)
    for found in _NAME.finditer(reading.text):
        start, end = found.span()
        name = _name(found[0])
        cue = _cue(reading.text, start) if name else None
        if name and cue and prose.has(cue.start()) and start not in last:
            part = cue[1] in {"early ", "mid ", "late ", "mid-"}
            span = Span(cue.start(1) if part else start, end)
            yield Candidate("DATE" if part else name, span, _SURE)


def _cue(text: str, at: int) -> re.Match[str] | None:
    """What before a name says that it is a time; `to` only where something is moved."""
    found = _CUE.search(text, max(0, at - _REACH), at)
    if found or not text.startswith("to ", max(0, at - 3), at):
        return found
    moved = _MOVES.search(text, max(0, at - _FAR), at) is not None
    return _MOVED_TO.search(text, max(0, at - 3), at) if moved else None


# No part of the day stands before the name, and yet a group for it.
_MOVED_TO = re.compile(r"to ()$")


def _spans(text: str) -> Iterator[tuple[Span, Span]]:
    """Both ends of `Monday to Friday`."""
    for to in _TO:
        at = text.find(to)
        while at >= 0:
            after = at + len(to)
            last = _WORD.match(text, after)
            if last and last[0] in all_weekdays():
                begin = max(0, at - 13)
                first = _WORD_BEFORE.search(text[begin:at])
                moved = _MOVES.search(text, max(0, at - _FAR), at) is not None
                if first and first[0] in all_weekdays() and not moved:
                    yield Span(begin + first.start(), at), Span(*last.span())
            at = text.find(to, after)


# From one day to another: two days, and no span of them.
_MOVES = re.compile(
    r"(?i)\b(?:move|moved|moving|shift|shifted|postpone|postponed|reschedule|rescheduled"
    r"|change|changed|push|pushed|verschieben|verlegen|déplacer|mover|cambiar|mudar)\b"
    r"[^.!?\n]{0,50}$"
)
_FAR = 80  # characters


def _name(word: str) -> str | None:
    """What a single word names, if it is a month or a day."""
    low = word.lower()
    if low in all_months().names:
        return "MONTH"
    return "DAY" if low in all_weekdays().names else None
