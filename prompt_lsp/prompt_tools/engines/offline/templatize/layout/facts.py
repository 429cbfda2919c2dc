"""Facts in `Name: value` lines: what a label names, and what stands on its line."""

import re

from prompt_lsp.prompt_tools.engines.offline.templatize.labels import (
    DIRECTIONS,
    FIELDS,
    data_name,
    is_known,
    slug,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.directions import (
    begins_with_verb,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.lines import (
    Label,
    is_heading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import (
    DATA as OWN_DATA,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import Sheet
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.typed import all_typed
from prompt_lsp.text import Span

AIMS = frozenset({"goal", "objective", "role", "mission", "scope"})
WORDS = 16  # of a one-line fact; a longer text is a text
_NAME_WORDS = 5  # of the name of somebody or something
_SURE = 0.85
_NUMBER = re.compile(r"\d{1,3}(?:[,.]?\d{3}){0,3}(?:[ ]?[-–][ ]?\d{1,6})?")
_ROLES = ("you ", "you're ", "act as", "as a", "i ", "we ")
_STARTS = frozenset("if when be do don't never always use no not you the a for".split())
_FACTS = frozenset(
    """
    address age amount audience author brand budget channel character city client
    company country customer date deadline degree department destination diagnosis dob
    duration education employee event experience genre goal height hobbies id industry
    interests invoice job keyword keywords language level location manager medication
    model month mood name number occasion occupation patient person phone platform
    position price product profession quantity recipient region role salary school
    sender setting size skills specialty subject supplier symptom team theme time title
    tone topic type url username vendor venue website weight year
    """.split()
)


def known_fact(key: str) -> bool:
    """Whether a label names a fact that prompts are told."""
    if key in FIELDS:
        return True
    last = key.rsplit(maxsplit=1)[-1]
    return key not in DIRECTIONS and (key in _FACTS or last in _FACTS)


def take_measure(sheet: Sheet, index: int, label: Label) -> None:
    """Take a bare number: `Word count: 600`; with a unit it is prose that says more."""
    name = "WORD_COUNT" if "word" in label.key else slug(label.key)
    if _NUMBER.fullmatch(sheet.text, *label.value):
        sheet.own(index, index + 1, OWN_DATA)
        sheet.add(name, label.value, _SURE)


def take_fact(sheet: Sheet, index: int, label: Label) -> None:
    """Take a fact on one line, if its label says what it is."""
    if is_heading(sheet.text, sheet.lines[index]):
        _take_fact_below(sheet, index, label)
        return
    value = label.value.of(sheet.text)
    words = len(value.split())
    field = FIELDS.get(label.key, "") if words <= _NAME_WORDS else ""
    name = field or data_name(label.key) or slug(_OWNER.sub("", label.key))
    if value.lower().startswith(_ROLES) or all_typed(value):
        return
    most = _RUN_WORDS if _in_run(sheet, index) else WORDS
    if not value or not name or words > most or _directs(sheet, value):
        return
    first = label.key.split()[0]
    if label.listed and data_name(label.key) and not known_fact(label.key):
        return
    known = known_fact(label.key) and label.key not in AIMS
    if known or sheet.instructed or _beside_facts(sheet, index):
        if begins_with_verb(label.key) and len(label.key.split()) > 1:
            return
        if first in _STARTS or value.endswith(":"):
            return
        sheet.own(index, index + 1, OWN_DATA)
        stop = value.endswith(".") and (words > 1 or value[-3:-1].islower())
        end = label.value.end - stop
        sheet.add(name, Span(label.value.start, end), _SURE)


def _in_run(sheet: Sheet, index: int) -> bool:
    """Whether a line stands among several that have a label and a value each."""
    first = index
    while first > 0 and index - first < _RUN and _is_told(sheet, first - 1):
        first -= 1
    last = index
    while last - index < _RUN and _is_told(sheet, last + 1):
        last += 1
    return last - first >= _RUN


def _is_told(sheet: Sheet, index: int) -> bool:
    label = sheet.labels[index] if index < len(sheet.lines) else None
    if label is None or label.listed or label.key in DIRECTIONS:
        return False
    value = label.value.of(sheet.text)
    return bool(value) and not begins_with_verb(value)


_RUN = 2  # lines beside one that make a run with it
_RUN_WORDS = 30  # of a fact in a run
_OWNER = re.compile(r"^(?:my|our|your) ")


def _directs(sheet: Sheet, value: str) -> bool:
    """Whether what stands under a label is an order to the model."""
    return begins_with_verb(value) and not sheet.instructed


def _take_fact_below(sheet: Sheet, index: int, label: Label) -> None:
    """Take the one short line under a heading that names a fact."""
    at = index + 1
    while at < len(sheet.lines) and sheet.blank(at):
        at += 1
    last = at + 1 >= len(sheet.lines) or sheet.blank(at + 1)
    if at == len(sheet.lines) or not last or not sheet.free(at):
        return
    value = sheet.line(at)
    if value.lower().startswith(_ROLES):
        return
    short = len(value.split()) <= WORDS and not begins_with_verb(value)
    if short and known_fact(label.key) and not sheet.labels[at]:
        sheet.own(index, at + 1, OWN_DATA)
        end = sheet.lines[at].end - value.endswith(".")
        name = FIELDS.get(label.key) or slug(label.key)
        sheet.add(name, Span(sheet.lines[at].start, end), _SURE)


def _beside_facts(sheet: Sheet, index: int) -> bool:
    """Whether a line beside it is a short fact too."""
    for at in (index - 1, index + 1):
        if 0 <= at < len(sheet.lines):
            label = sheet.labels[at]
            if label is None or label.key in DIRECTIONS:
                continue
            value = label.value.of(sheet.text)
            known = is_known(label.key) or known_fact(label.key)
            most = WORDS if known else 8
            most = _RUN_WORDS if _in_run(sheet, index) else most
            short = len(value.split()) <= most
            if value and short and not begins_with_verb(value):
                return True
    return False
