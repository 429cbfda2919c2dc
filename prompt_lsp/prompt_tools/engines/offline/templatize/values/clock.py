"""Times of day and how long something takes."""

import re

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.values.figure import (
    END,
    TO,
    Figure,
)

_AM_PM = r"(?:[ \u00a0]?(?:[ap]\.m\.|[ap]m|[AP]\.M\.|[AP]M)(?![A-Za-z]))"
_ZONE = (
    r"(?:[ ](?:UTC|GMT|CET|CEST|[ECMP][SD]?T|BST|IST|JST)(?:[+-]\d{1,2})?(?![A-Za-z]))?"
)
_CLOCK = rf"\d{{1,2}}:\d{{2}}(?::\d{{2}})?{_AM_PM}?"
_HOUR = rf"\d{{1,2}}{_AM_PM}"
_TIME = re.compile(
    rf"(?:{_CLOCK}|{_HOUR}|\d{{1,2}}(?=[ ]?(?:-|–|to)[ ]?\d{{1,2}}(?::\d\d)?{_AM_PM}))"
    rf"(?:{TO}(?:{_CLOCK}|{_HOUR}))?{_ZONE}(?:[ ]Uhr)?" + END
)
_LOCAL = re.compile(
    r"\d{1,2}(?:[.:]\d{2})? Uhr(?: \d{2})?"
    + END
    + r"|\d{1,2}[ ]?h[ ]?\d{2}"
    + END
    + r"|\d{1,2} heures"
    + END
    + r"|(?:(?:午前|午後|上午|下午))?\d{1,2}[時点](?:\d{1,2}分|半)?(?!間)"
)
_BARE_HOUR = re.compile(r"\d{1,2}[ \u00a0]?h" + END)
_HALF_DAY = re.compile(r"(?:午前|午後|上午|下午|早上|晚上)$")
_PARTS = re.compile(r"(\d{1,2})(?::(\d{2}))?")
_TOLD = frozenset(
    """
    at by from until till to um gegen ab bis à vers las a às before after around
    is between and time
    """.split()
)
TIME_UNITS = frozenset(
    """
    second seconds sec secs minute minutes min mins hour hours hr hrs day days night
    nights week weeks weekend weekends month months quarters year years yr yrs decade
    decades semester semesters h s
    Sekunde Sekunden Minute Minuten Stunde Stunden Tag Tage Tagen Nacht Nächte Nächten
    Woche Wochen Monat Monate Monaten Jahr Jahre Jahren
    seconde secondes heure heures jour jours nuit nuits semaine semaines mois année
    années ans segundo segundos minuto minutos hora horas día días dia dias noches
    noites semana semanas meses mês años anos
    """.split()
)
_WORKING = re.compile(r"[ ](?:business|working|calendar|school)[ ]days(?![A-Za-z])")
_MORE = re.compile(
    r"(?:[ ]and[ ]|[ ])\d{1,2}[ ]?(?:minutes?|mins?|hours?|m|s)(?![A-Za-z\d])"
)
_UNSPACED_DURATION = re.compile(
    r"\d{1,4}[ ]?(?:秒钟|秒|分钟|分鐘|分間|小时|小時|時間|天|日間|周|星期|週間"
    r"|个月|個月|か月間?|ヶ月間?|年間|个小时|个星期)"
)
# The first half of a range: `between 5 and 10 minutes`, `2 or 3 weeks`.
_FIRST_HALF = re.compile(
    r"(?<![\w.,])\d{1,4}[ ](?:(?<=between \d )and|(?<=between \d\d )and|or|oder|ou)[ ]$"
)
_DECADE = re.compile(r"1[0-9]\d0s(?![A-Za-z\d])|20\d0s(?![A-Za-z\d])")
_CLOCK_HOURS = re.compile(r"(?:12|24)-hour")
_WORDS_BEFORE = frozenset({"step", "phase", "question", "version", "python"})


# From one time to another: these are two, and no span.
_MOVED = re.compile(r"(?i)\b(?:mov(?:e|ing)|reschedul|postpon|shift|push|chang)")
_MOVE = 48  # characters before a time


def time_of_day(figure: Figure) -> Candidate | None:
    """A time that begins at a number; a doubtful one without its half of the day."""
    if found := figure.match(_LOCAL):
        half = _HALF_DAY.search(figure.head[-2:])
        return figure.candidate("TIME", found.end(), before=len(half[0]) if half else 0)
    hour = figure.match(_BARE_HOUR)
    if hour and figure.word in _TOLD:
        return figure.candidate("TIME", hour.end())
    found = figure.match(_TIME)
    if not found:
        return None
    parts = _PARTS.match(found[0])
    if parts is None or int(parts[1]) > 24 or int(parts[2] or 0) > 59:
        return None
    if figure.word == "from" and _MOVED.search(figure.head[-_MOVE:]):
        return figure.candidate("TIME", figure.start + len(found[0].split(" to ")[0]))
    sure = "m" in found[0].lower() or figure.word in _TOLD
    return figure.candidate("TIME", found.end(), 0.8 if sure else 0.55)


def duration(figure: Figure) -> Candidate | None:
    """How long: a number and its unit, also with a hyphen (`7-day`)."""
    if figure.word in _WORDS_BEFORE:
        return None
    if figure.match(_DECADE):
        return figure.candidate("DECADE", figure.start + 5, 0.55)
    if figure.unit in TIME_UNITS and not figure.match(_CLOCK_HOURS):
        end = figure.text.index(figure.unit, figure.end) + len(figure.unit)
        more = _MORE.match(figure.text, end)
        half = _FIRST_HALF.search(figure.head[-24:])
        reach = len(half[0]) if half else 0
        return figure.candidate("DURATION", more.end() if more else end, before=reach)
    found = _WORKING.match(figure.text, figure.end)
    found = found or figure.match(_UNSPACED_DURATION)
    return figure.candidate("DURATION", found.end()) if found else None
