"""Values that only show a form: a scale, a limit, a table without rows."""

import re

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.labels import DATA

_LONGEST = 160  # characters of what is one line of a rubric
_UNIT = r"[ ]?(?:points?|pts?|Punkte?n?|puntos?|pontos?|点|分)(?![^\W\d_])"
_RANGE = r"\d{1,4}[ ]?(?:to|bis|à|a|-|–|/)[ ]?\d{1,4}"
_POINTS = re.compile(
    rf"(?i)(?:[^\W\d]{{1,20}} ){{0,3}}(?:{_RANGE}|\d{{1,4}}){_UNIT}"
    r"|[01][ ]?(?:to|bis|à|a|-|–)[ ]?\d{1,3}(?=[.\s]*$)"
)
# So many points are a mark, and no items of a list.
_MARKS_AFTER = re.compile(_UNIT)
_SIGNS_AFTER = re.compile(r"(?i)[ -](?:char(?:acter)?s?|Zeichen|caract|signes)")
_MARKS_BEFORE = re.compile(
    r"(?i)\b(?:award|subtract|deduct|minus|plus|score[sd]?|grade[sd]?|rate[sd]?|worth"
    r"|ziehe|vergib|enlève|attribue|resta|descuenta|desconte)\b[^\n.!?]{0,40}$"
    r"|\d[ ]?(?:to|bis|à|a|-|–|/)[ ]?$"
)
_OWN = re.compile(
    r"(?:REQUIRED|ALLOWED|ACCEPTED|FORBIDDEN|PERMITTED|MANDATORY)_|(?:STEP|STAGE|PHASE"
    r"|SCHRITT|ÉTAPE|PASO)_\d"
)
_TO_YOU = re.compile(r"(?i)(?:you (?:are|will|must|should)|your (?:task|job|role))\b")
_COMPARED = re.compile(
    r"(?i)(?:at (?:most|least)|no (?:more|fewer|less) than|(?:more|less|fewer) than"
    r"|up to|not more than|a maximum of|höchstens|mindestens|au plus|au moins"
    r"|como máximo|al menos|no máximo|pelo menos)[ ]\d"
)
# How a field of the answer is written.
_SHAPED = re.compile(
    r"(?i)<[a-z][a-z _-]{0,40}>(?![^\n]{0,160}</)|\b(?:separated by (?:a )?(?:commas?"
    r"|semicolons?|spaces?)|comma-separated|in (?:lower|upper) case|wrap(?:ped)? at"
    r" \d{1,4}|(?:max\.?|at most|up to|no more than|höchstens|maximal|máximo|maximum)"
    r" \d{1,5} (?:char|word|line|sentence|item|Zeichen|W[oö]rt|caract|mots|palabras"
    r"|palavras)\w{0,9}|ISO[ -]\d{3,4}|YYYY[-/.]MM|durch Kommas? getrennt"
    r"|separad[oa]s? por (?:comas|vírgulas)|séparés? par des virgules)\b"
)
_RULED = re.compile(r"[ \t]*\|?[ \t:|-]*-[ \t:|-]*\|?[ \t]*")
# What a field of a form says before it is filled in.
_OPEN = re.compile(
    r"[:：=][ \t]{0,4}(?:<[^<>\r\n]{1,80}>|\[[^\[\]\r\n\d\"',]{1,80}\]"
    r"|\([^()\r\n\d\"']{1,80}\)|\.{3}|…|_{3,80}|string|number|integer|boolean)"
    r"[ \t,.;]{0,4}$"
)
_CHOICES = re.compile(
    r"(?i)\b(?:one of|labels?|categor(?:y|ies)|class(?:es)?|these|kategorien?"
    r"|etiquetas?|categor[ií]as?|catégories?)\b[^\n.]{0,40}:\s{0,4}$"
)
_DEFINED = re.compile(r"[ \t]{0,8}(?:[-*] )?[A-Z][A-Z_ -]{1,24}(?::| [-–=]) ?\S")
_TYPED = frozenset("DATE TIME AMOUNT PERCENTAGE NUMBER".split())
# How all of a kind are written: `Times: 14:30`.
_WRITTEN = re.compile(
    r"(?i)\b(?:dates|times|numbers|amounts|prices|percentages|money|currency|currencies"
    r"|datumsangaben|uhrzeiten|zahlen|beträge|fechas|horas|datas|valores)"
    r"\b[^.\n:]{0,30}[:：][ ]?[\"“'`]?$"
)
_BULLET = r"[ \t]{0,8}(?:[-*•・]|\d{1,2}[.)])[ \t]?"
_ITEM = re.compile(rf"{_BULLET}\S")
_DEMANDS = re.compile(
    rf"(?i){_BULLET}(?:never|always|do not|don['’]t|avoid|no|you must|nie|niemals|immer"
    r"|keine?|jamais|toujours|ne|nunca|siempre|sempre|não)[ ]"
)
_SEEN = 4_000  # characters of a block that are looked at
_ROWS = 3  # of a table with its head and one row
_COUNTED = frozenset(
    """
    AMOUNT DURATION PERCENTAGE BUDGET WORD_COUNT SENTENCE_COUNT PARAGRAPH_COUNT
    CHARACTER_COUNT LINE_COUNT PAGE_COUNT
    """.split()
)
_NAMES = frozenset(DATA.values())


def shows_a_form(text: str, one: Candidate, *, block: bool) -> bool:
    """Whether a value is a line of a rubric, a limit, or a form to be filled in."""
    if block or one.name == "TABLE":
        return _is_form(text, one)
    if one.name.startswith("NUMBER_OF_"):
        return _is_mark(text, one)
    start = one.span.start
    if one.name in _TYPED and _WRITTEN.search(text[max(0, start - 60) : start]):
        return True
    return one.name not in _COUNTED and _COMPARED.match(one.span.of(text)) is not None


def _is_form(text: str, one: Candidate) -> bool:
    """Whether a block says what shall stand there, and not what does."""
    value = one.span.of(text)
    if one.name not in _NAMES and (_OWN.match(one.name) or _TO_YOU.match(value)):
        return True
    if one.name == "TABLE" and _is_headed(value):
        return True
    if "\n" in value:
        return _waits(value) or _defines(text, one) or _orders(value)
    said = value[:_LONGEST]
    return bool(_POINTS.match(said) or _SHAPED.search(said))


def _is_headed(value: str) -> bool:
    """Whether a table has a head and no rows."""
    lines = [line for line in value[:_SEEN].splitlines() if line.strip()]
    return len(lines) < _ROWS and _RULED.fullmatch(lines[-1]) is not None


def _waits(value: str) -> bool:
    """Whether at least half of the lines of a form are still to be filled in."""
    lines = value[:_SEEN].splitlines()
    said = [line for line in lines if line.strip()]
    return 2 * sum(_OPEN.search(line) is not None for line in said) >= len(said)


def _defines(text: str, one: Candidate) -> bool:
    """Whether each line says what one of the labels to choose from means."""
    start = one.span.start
    if not _CHOICES.search(text[max(0, start - 120) : start]):
        return False
    lines = one.span.of(text)[:_SEEN].splitlines()
    return all(_DEFINED.match(line) for line in lines if line.strip())


def _orders(value: str) -> bool:
    """Whether all lines are items of a list, and one of them forbids or demands."""
    lines = [line for line in value[:_SEEN].splitlines() if line.strip()]
    listed = all(_ITEM.match(line) for line in lines)
    return listed and any(_DEMANDS.match(line) for line in lines)


def _is_mark(text: str, one: Candidate) -> bool:
    """Whether a number says how many points an answer gets, or counts characters.

    Those are a length, and where that is a rule they are no items either.
    """
    start, end = one.span
    if _SIGNS_AFTER.match(text, end):
        return True
    if not _MARKS_AFTER.match(text, end):
        return False
    ranged = re.fullmatch(_RANGE, one.span.of(text)) is not None
    return ranged or _MARKS_BEFORE.search(text[max(0, start - 60) : start]) is not None
