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
_RULED = re.compile(r"[ \t]*\|?[ \t:|-]*-[ \t:|-]*\|?[ \t]*")
_ROWS = 3  # of a table with its head and one row
_COUNTED = frozenset(
    """
    AMOUNT DURATION PERCENTAGE BUDGET WORD_COUNT SENTENCE_COUNT PARAGRAPH_COUNT
    CHARACTER_COUNT LINE_COUNT PAGE_COUNT
    """.split()
)
_NAMES = frozenset(DATA.values())


def shows_a_form(text: str, one: Candidate, *, block: bool) -> bool:
    """Whether a value is a line of a rubric, a limit, or the head of a table."""
    value = one.span.of(text)
    if block and one.name not in _NAMES and _is_own(one.name, value):
        return True
    if len(value) > _LONGEST:
        return False
    if one.name == "TABLE":
        lines = [line for line in value.splitlines() if line.strip()]
        return len(lines) < _ROWS and _RULED.fullmatch(lines[-1]) is not None
    if block:
        return "\n" not in value and _POINTS.match(value) is not None
    if one.name.startswith("NUMBER_OF_"):
        return _is_mark(text, one)
    return one.name not in _COUNTED and _COMPARED.match(value) is not None


def _is_own(name: str, value: str) -> bool:
    """Whether a label and what stands under it speak of the prompt itself."""
    return bool(_OWN.match(name) or _TO_YOU.match(value))


def _is_mark(text: str, one: Candidate) -> bool:
    """Whether a number says how many points an answer gets."""
    start, end = one.span
    if not _MARKS_AFTER.match(text, end):
        return False
    ranged = re.fullmatch(_RANGE, one.span.of(text)) is not None
    return ranged or _MARKS_BEFORE.search(text[max(0, start - 60) : start]) is not None
