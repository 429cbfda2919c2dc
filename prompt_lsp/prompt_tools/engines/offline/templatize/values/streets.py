"""Addresses of houses: the number and its street, in the ways of several countries."""

import re

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.values.figure import Figure

_SURE = 0.85
_NUMBER = r"\d{1,5}[A-Za-z]?(?:[-/–]\d{1,5}[A-Za-z]?)?"
_TOWN_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’-]{0,20}"
_CAPITAL = rf"{_TOWN_WORD}\.?"
_KINDS = (
    "Street|St|Lane|Ln|Road|Rd|Avenue|Ave|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl"
    "|Square|Sq|Terrace|Close|Crescent|Parkway|Pkwy|Highway|Hwy|Mews|Grove|Alley|Quay"
    "|Row|Walk|Way|Hill|Gardens"
)
# A town with its post code, or a post code alone, behind the street.
_TOWN = (
    rf"(?:,[ ]{_TOWN_WORD}(?:[ ]{_TOWN_WORD}){{0,2}}(?:,?[ ][A-Z]{{2}})?)?"
    r"(?:,?[ ](?:[A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}|\d{5}(?:-\d{4})?))?"
)
_ENDS = (
    r"(?=[,;:!?)\"”\n\r]|\.(?:\s|$)|$"
    r"|[ ](?:at|on|in|and|or|for|to|from|by|is|was|with|near|which|that|who|next|before"
    r"|after|this|have|has|est|et|à|le|am|um|und|mit|el|y|con|e|com|às?)(?![^\W_]))"
)
_ENGLISH = re.compile(
    rf"{_NUMBER}[ ](?:[NSEW]\.?[ ])?"
    rf"(?:{_CAPITAL}[ ]|\d{{1,3}}(?:st|nd|rd|th)[ ]){{1,3}}(?:{_KINDS})(?![^\W_])"
    r"(?:\.(?=,|[ ][a-z]))?(?:,[ ](?:Apt|Suite|Unit|Flat)\.?[ ]\w{1,5})?"
    rf"{_TOWN}{_ENDS}"
)
_FRENCH = re.compile(
    rf"{_NUMBER}(?:[ ](?:bis|ter))?,?[ ](?:rue|avenue|av\.|boulevard|bd|place|quai"
    rf"|chemin|impasse|allée|route)[ ](?:(?:de|du|des|la|le|les)[ ]|d['’]|l['’]){{0,2}}"
    rf"{_TOWN_WORD}(?:[ -]{_TOWN_WORD}){{0,3}}(?:,[ ]\d{{5}}[ ]{_TOWN_WORD})?{_ENDS}"
)
# Where the street stands before its number.
_STREET_FIRST = re.compile(
    r"(?<![^\W_])(?:(?!(?:Arbeits|Park|Sitz|Stell|Lager|Spiel|Heim|Lern|Rück)(?:weg|pl))"
    r"[A-ZÄÖÜ][a-zäöüß]{1,24}(?:straße|strasse|str\.|weg|allee|gasse|platz|ufer|damm)"
    r"|(?!(?:[MDS]ein|Ihr|Unser|Euer|Jede|Diese|De|Di|Ein|Kein)[a-z]{0,2}[ ])"
    rf"{_TOWN_WORD}[ -](?:Straße|Allee|Platz|Weg)"
    r"|(?:[Cc]alle|[Aa]venida|Av\.|[Pp]laza|[Pp]aseo|[Rr]ua|[Aa]lameda|[Tt]ravessa)"
    rf"[ ](?:(?:de|da|do|das|dos|del|la|los|las)[ ]){{0,2}}{_CAPITAL}"
    rf"(?:[ ](?:(?:de|da|do|das|dos|del|la)[ ])?{_CAPITAL}){{0,3}}),?[ ](?:n\.?º[ ]?)?$"
)
# What the word before the number ends with, or what stands somewhere before it.
_ROADS = (
    "straße", "strasse", "str", "weg", "allee", "gasse", "platz", "ufer", "damm", "º",
)  # fmt: skip
_WAYS = (
    "alle ", "venida ", "Av. ", "laza ", "aseo ", "Rua ", "rua ", "lameda ", "ravessa ",
)  # fmt: skip
_NUMBER_LAST = re.compile(
    rf"{_NUMBER}(?:,[ ]\d{{5}}[ ]{_TOWN_WORD}(?:[ ]{_TOWN_WORD})?)?(?![\w%€$])"
)

# A number after these is theirs: `Section 4 High Court`.
_PLACES = frozenset(
    """
    section page chapter figure table part step version no line level route season
    episode article rule clause paragraph volume item question round seite kapitel
    abschnitt página capítulo
    """.split()
)


def street(figure: Figure) -> Candidate | None:
    """The address of a house, with the town that follows it."""
    if figure.word in _PLACES:
        return None
    for pattern in (_ENGLISH, _FRENCH):
        if found := figure.match(pattern):
            return figure.candidate("ADDRESS", found.end(), _SURE)
    if not figure.head[-3:].strip(" ,º"):
        return None
    if not figure.word.endswith(_ROADS) and not any(
        kind in figure.head for kind in _WAYS
    ):
        return None
    before = _STREET_FIRST.search(figure.head)
    found = figure.match(_NUMBER_LAST) if before else None
    if before is None or found is None:
        return None
    return figure.candidate("ADDRESS", found.end(), _SURE, before=len(before[0]))
