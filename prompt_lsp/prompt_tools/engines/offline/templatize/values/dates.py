"""Dates: of the calendar, in the ways of several countries, and years and quarters."""

import re

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.tables.months import (
    every_month,
    every_weekday,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.figure import (
    END,
    Figure,
    is_quoted,
)

_ISO = re.compile(
    r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})"
    r"(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?)?" + END
)
_SHORT = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})" + END)
_DAY_AND_MONTH = re.compile(r"(?!24/7)(\d{1,2})/(\d{1,2})(?![\d/.:-]\d)(?![\d/])" + END)
_ON = frozenset("since on by until till due before after from starting le".split())
_EAST_ASIAN = re.compile(
    r"\d{4}[ ]?年(?:[ ]?\d{1,2}[ ]?月(?:[ ]?\d{1,2}[ ]?[日号])?)?|"
    r"\d{1,2}[ ]?月[ ]?\d{1,2}[ ]?[日号]"
)
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?"
    r"(?:[ ]?(?:-|–|to|bis|au|al|a)[ ]?\d{1,2}(?:st|nd|rd|th|º|\.)?)?"
    r"[ ](?:of |de )?([^\W\d_]{3,10})\.?"
    r"(?:,?[ ](?:de |del )?((?:19|20)\d{2}))?" + END
)
# After the name of a month: `3, 2025`, `3rd–5th, 2025`, `3 to April 5`.
_DAYS = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?"
    r"(?:[ ]?(?:-|–|to|through)[ ]?(?:[A-Z][a-z]{2,8}[ ])?\d{1,2}(?:st|nd|rd|th)?)?"
    r"(?:,?[ ](?:19|20)\d{2})?(?![\d:%])" + END
)
_NOT_AFTER_YEAR = re.compile(r"[ -][a-z]")
_NEXT_WORD = re.compile(r"[ ]([a-zà-ÿ]{1,12})")
_ONE_DAY = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?(?:,?[ ](?:19|20)\d{2})?(?![\d:%])" + END
)
_YEAR = re.compile(
    r"(?:19|20)\d{2}(?:[-–/](?:(?:19|20)\d{2}|\d{2}))?(?![\d.,:/%-]\w)" + END
)
_MONTH_BEFORE = re.compile(r"([^\W\d_]{3,10})\.?,?[ ](?:of |de |del )?$")
_WEEKDAY_BEFORE = re.compile(
    r"([^\W\d_]{3,15}(?:-feira)?)\.?,?[ ](?:the |der |den |dem |le )?$"
)
_QUARTER_BEFORE = re.compile(r"(?<![A-Za-z\d])(?:[QH][1-4]|FY)[ ]?(?:of |FY)?$")
_SEASON_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:spring|summer|autumn|fall|winter|early|mid|late)[ -](?:of )?$",
    re.IGNORECASE,
)
_OF_YEARS = frozenset(
    """
    in of since from by until till during for before after between and to year around
    circa fy im jahr seit ab von bis en de depuis avant après année dès jusqu'en desde
    hasta año em ano até entre through
    """.split()
)
_RANGE = 0.96  # both ends are said: surer than a grammar that sees one of them
_STARTS = frozenset({"from", "between", "von", "vom", "du", "del", "desde", "ab"})
_ENDS = frozenset({"to", "and", "until", "till", "through", "bis", "au", "al", "até"})
_STOPS = re.compile(r"[ ](?:to|and|until|till|through|bis|zum|au|al|hasta|até|ao)[ ]")


def date(figure: Figure) -> Candidate | None:
    """A date that begins at a number, or with the month or weekday before it."""
    return (
        _numeric(figure)
        or _month_first(figure)
        or _day_first(figure)
        or _quarter(figure)
        or _year(figure)
    )


def _numeric(figure: Figure) -> Candidate | None:
    if found := figure.match(_ISO):
        good = 1 <= int(found[3]) <= 12 and 1 <= int(found[4]) <= 31
        return _dated(figure, found.end()) if good else None
    if found := figure.match(_SHORT):
        numbers = sorted((int(found[1]), int(found[3])))
        fits = 1 <= numbers[0] <= 12 and numbers[1] <= 31
        year = 1900 <= int(found[4]) <= 2100 if len(found[4]) == 4 else found[2] == "/"
        return _dated(figure, found.end()) if fits and year else None
    if (found := figure.match(_DAY_AND_MONTH)) and figure.word in _ON:
        numbers = sorted((int(found[1]), int(found[2])))
        fits = 1 <= numbers[0] <= 12 and numbers[0] < numbers[1] <= 31
        return _dated(figure, found.end()) if fits else None
    if found := figure.match(_EAST_ASIAN):
        only_year = found[0].rstrip().endswith("年")
        name = "YEAR" if only_year else "DATE" if found[0][-1] != "月" else "MONTH"
        return figure.candidate(name, found.end(), 0.6 if only_year else 0.8)
    return None


def _month_first(figure: Figure) -> Candidate | None:
    head = figure.head[-18:]
    month = _MONTH_BEFORE.search(head) if head.endswith((" ", " \n")) else None
    if not month or month[1] not in every_month():
        return None
    reach = len(month[0])
    if found := figure.match(_YEAR):
        return figure.candidate("MONTH", found.end(), before=reach)
    before = figure.head[:-reach].split()
    apart = bool(before) and before[-1].lower() in _STARTS
    found = figure.match(_ONE_DAY if apart else _DAYS)
    if not found or not 1 <= int(found[1]) <= 31:
        return None
    return _dated(figure, found.end(), reach)


def _day_first(figure: Figure) -> Candidate | None:
    found = figure.match(_DAY_FIRST)
    if not found or found[2] not in every_month() or not 1 <= int(found[1]) <= 31:
        return None
    abbreviated = found[3] is None and figure.text[found.end() - 1] == "."
    return _dated(figure, found.end() - abbreviated)


def _dated(figure: Figure, end: int, reach: int = 0) -> Candidate:
    """A date with its weekday; named for the end of a range that it is."""
    head = figure.head[: len(figure.head) - reach]
    weekday = _WEEKDAY_BEFORE.search(head[-28:])
    if weekday and weekday[1] in every_weekday():
        reach += len(weekday[0])
        head = head[: -len(weekday[0])]
    before = head.split()[-1].lower() if head.strip() else ""
    sure = 0.8 if is_quoted(figure.text, figure.start) else _RANGE
    if before in _STARTS and _STOPS.match(figure.text, end):
        return figure.candidate("START_DATE", end, sure, before=reach)
    if before in _ENDS and _starts_before(head):
        return figure.candidate("END_DATE", end, sure, before=reach)
    return figure.candidate("DATE", end, before=reach)


def _starts_before(head: str) -> bool:
    """Whether a date began shortly before the one that ends there."""
    words = head.split()[-7:]
    began = any(word.lower() in _STARTS for word in words)
    return began and any(word[:1].isdecimal() for word in words)


def _quarter(figure: Figure) -> Candidate | None:
    year = figure.match(_YEAR)
    if not year:
        return None
    if found := _QUARTER_BEFORE.search(figure.head[-12:]):
        return figure.candidate("QUARTER", year.end(), before=len(found[0]))
    if found := _SEASON_BEFORE.search(figure.head[-12:]):
        return figure.candidate("DATE", year.end(), 0.7, before=len(found[0]))
    return None


def _year(figure: Figure) -> Candidate | None:
    """A year by itself, where the word before it says that it is one."""
    found = figure.match(_YEAR)
    if not found or figure.word not in _OF_YEARS:
        return None
    if _NOT_AFTER_YEAR.match(figure.text, found.end()) and not _goes_on(figure, found):
        return None
    name = "YEAR" if len(found[0]) == 4 else "DATE_RANGE"
    return figure.candidate(name, found.end(), 0.6)


def _goes_on(figure: Figure, year: re.Match[str]) -> bool:
    """Whether the word after a year is one of grammar: `in 2024 and 2025`."""
    word = _NEXT_WORD.match(figure.text, year.end())
    return word is not None and word[1] in _AFTER_YEARS


_AFTER_YEARS = frozenset(
    """
    and or to until through in on at for with by from as that which who when while is
    was were has had und oder bis et ou y o e a the using based including
    """.split()
)
