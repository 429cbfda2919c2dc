"""Labelled text: `Article: …`, facts in `Name: value` lines, and sections."""

import re

from prompt_lsp.prompt_tools.engines.offline.templatize.labels import (
    DIRECTIONS,
    FIELDS,
    MEASURES,
    data_name,
    is_known,
    slug,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.directions import (
    begins_with_verb,
    resumes,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.lines import (
    Label,
    is_heading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import (
    DATA as OWN_DATA,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import (
    SHOWN,
    Sheet,
)
from prompt_lsp.text import Span

# Sections that say how to answer and hold nothing that another user would change.
_STAY = re.compile(
    r"(?:(?:output|response|return|answer|desired|expected|json|reply)[ -]"
    r"|(?:format|formatting|rules?|guidelines?|constraints?|examples?|steps?|process"
    r"|categories|labels?|classes|limitations?|principles|workflow|tools|safety|rubric"
    r"|procedure|criteria|options|scope|edge cases|never|checklist|intents?)\b)"
    r"|.* (?:format|rules|guidelines|examples?|criteria|constraints|labels|categories"
    r"|rubric|policy|instructions)$"
)
_SHOTS = re.compile(
    r"(?:for )?(?:few-shot )?examples?(?: \d+)?$|sample (?:output|input)"
)
_NAME_WORDS = 5  # of the name of somebody or something
_WORDS = 16  # of a one-line fact; a longer text is a text
_FACT = 0.85


def sections(sheet: Sheet) -> None:
    """Take sections that stay: rules, formats, examples, up to the next section."""
    for index in range(len(sheet.lines)):
        label = sheet.label(index)
        if label is None or data_name(label.key):
            continue
        if _STAY.match(label.key) or _SHOTS.match(label.key):
            sheet.own(index, _section_end(sheet, index, label), SHOWN)


def rule_lists(sheet: Sheet) -> None:
    """Take lists of rules: those of a system prompt, and those of a long guide."""
    listed = [at for at in range(len(sheet.lines)) if _ruled(sheet, at)]
    for at in range(len(sheet.lines)):
        line = sheet.lines[at]
        if not sheet.owner[at] and _KEY.match(sheet.text, line.start, line.end):
            sheet.own(at, at + 1, SHOWN)
    if len(listed) >= (3 if sheet.role == "system" else 8):
        for at in listed:
            sheet.own(at, at + 1, SHOWN)


_KEY = re.compile(r"[ \t]*(?:[-*•]|\d{1,2}[.)])[ \t]+[\"`][\w.-]{1,40}[\"`]")
_RULE = re.compile(r"[ \t]*(?:[-*•+]|\d{1,2}[.)])[ \t]+(?=\S+[ \t]+\S+[ \t]+\S)")


def _ruled(sheet: Sheet, index: int) -> bool:
    """Whether a line is an item of a list that says a rule in a sentence."""
    line = sheet.lines[index]
    if sheet.owner[index] or not _RULE.match(sheet.text, line.start, line.end):
        return False
    text = sheet.line(index)
    return text.endswith((".", "!", ";")) or begins_with_verb(text)


def labelled(sheet: Sheet) -> None:
    """Take labelled text, and facts on one line."""
    for index in range(len(sheet.lines)):
        label = sheet.label(index)
        if label is None or label.key in MEASURES:
            continue
        if (data_name(label.key) or _told(sheet, index, label)) and _holds_text(
            sheet, index, label
        ):
            _take_text(sheet, index, label)
        elif label.key not in DIRECTIONS or label.key in _AIMS:
            _take_fact(sheet, index, label)


def _told(sheet: Sheet, index: int, label: Label) -> bool:
    """Whether a label of its own holds data, as the system prompt says what to do."""
    if not sheet.instructed or label.key in DIRECTIONS or not slug(label.key):
        return False
    return label.value.end - label.value.start > 80 or (
        is_heading(sheet.text, sheet.lines[index])
        or label.value.start == label.value.end
    )


def _section_end(sheet: Sheet, index: int, label: Label) -> int:
    """The line before which a section ends."""
    heading = is_heading(sheet.text, sheet.lines[index])
    if label.value.start < label.value.end and not heading:
        return index + 1
    empty = True
    for at in range(index + 1, len(sheet.lines)):
        if sheet.blank(at):
            if not (heading or empty) and not _goes_on(sheet, at):
                return at
            continue
        empty = False
        if is_heading(sheet.text, sheet.lines[at]):
            return at
        other = sheet.label(at)
        parted = sheet.blank(at - 1)
        if other is not None and parted and not other.listed and _known(other):
            return at
    return len(sheet.lines)


def _goes_on(sheet: Sheet, blank: int) -> bool:
    """Whether a list goes on after a blank line."""
    for at in range(blank + 1, min(blank + 3, len(sheet.lines))):
        if not sheet.blank(at):
            return sheet.line(at)[:2] in {"- ", "* "} or sheet.line(at)[:1].isdigit()
    return False


def _known(label: Label) -> bool:
    return is_known(label.key)


def _holds_text(sheet: Sheet, index: int, label: Label) -> bool:
    """Whether what stands under a label is text to work on, and not a direction."""
    if label.listed:
        return False
    value = label.value.of(sheet.text)
    if is_heading(sheet.text, sheet.lines[index]):
        body = next((at for at in _below(sheet, index) if not sheet.blank(at)), None)
        asks = "QUESTION" in data_name(label.key)
        told = body is not None and resumes(sheet.line(body)) and not asks
        return body is not None and sheet.free(body) and not told
    return not (value and label.key in _UNSURE and begins_with_verb(value))


_UNSURE = frozenset(
    {"note", "notes", "output", "prompt", "context", "problem", "title"}
)


def _below(sheet: Sheet, index: int) -> range:
    return range(index + 1, len(sheet.lines))


def _take_text(sheet: Sheet, index: int, label: Label) -> None:
    if label.key == "output":
        return
    end = index + 1
    seen = label.value.start < label.value.end
    for at in _below(sheet, index):
        if sheet.owner[at] or is_heading(sheet.text, sheet.lines[at]):
            break
        if sheet.blank(at):
            continue
        other = sheet.labels[at]
        if other is not None and _ends_text(sheet, other, at):
            break
        if seen and sheet.blank(at - 1) and resumes(_paragraph(sheet, at)):
            break
        seen = True
        end = at + 1
    heading = is_heading(sheet.text, sheet.lines[index])
    start = sheet.lines[index].end if heading else label.span.end
    sheet.own(index, end, OWN_DATA)
    sheet.add(
        data_name(label.key) or slug(label.key), Span(start, sheet.lines[end - 1].end)
    )


def _ends_text(sheet: Sheet, label: Label, at: int) -> bool:
    """Whether a label is one of the prompt's, and no line of the text."""
    if label.listed:
        return False
    if label.key in FIELDS:
        return sheet.blank(at - 1) and len(label.key) > 4
    apart = sheet.instructed and sheet.blank(at - 1) and bool(slug(label.key))
    return is_known(label.key) or apart


def _paragraph(sheet: Sheet, at: int) -> str:
    end = at
    while end < len(sheet.lines) and not sheet.blank(end):
        end += 1
    return sheet.text[sheet.lines[at].start : sheet.lines[end - 1].end]


def _take_fact(sheet: Sheet, index: int, label: Label) -> None:
    """Take a fact on one line, if its label says what it is."""
    if is_heading(sheet.text, sheet.lines[index]):
        _take_fact_below(sheet, index, label)
        return
    value = label.value.of(sheet.text)
    words = len(value.split())
    field = FIELDS.get(label.key, "") if words <= _NAME_WORDS else ""
    name = field or data_name(label.key) or slug(label.key)
    if value.lower().startswith(_ROLES):
        return
    if not value or not name or words > _WORDS or _directs(sheet, value):
        return
    first = label.key.split()[0]
    if label.listed and data_name(label.key) and not known_fact(label.key):
        return
    known = known_fact(label.key) and label.key not in _AIMS
    if known or sheet.instructed or _beside_facts(sheet, index):
        if begins_with_verb(label.key) and len(label.key.split()) > 1:
            return
        if first in _STARTS or value.endswith(":"):
            return
        sheet.own(index, index + 1, OWN_DATA)
        end = label.value.end - (value.endswith(".") and words > 1)
        sheet.add(name, Span(label.value.start, end), _FACT)


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
    short = len(value.split()) <= _WORDS and not begins_with_verb(value)
    if short and known_fact(label.key) and not sheet.labels[at]:
        sheet.own(index, at + 1, OWN_DATA)
        end = sheet.lines[at].end - value.endswith(".")
        name = FIELDS.get(label.key) or slug(label.key)
        sheet.add(name, Span(sheet.lines[at].start, end), _FACT)


_ROLES = ("you ", "you're ", "act as", "as a", "i ", "we ")
_AIMS = frozenset({"goal", "objective", "role", "mission", "scope"})
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


def _beside_facts(sheet: Sheet, index: int) -> bool:
    """Whether a line beside it is a short fact too."""
    for at in (index - 1, index + 1):
        if 0 <= at < len(sheet.lines):
            label = sheet.labels[at]
            if label is None or label.key in DIRECTIONS:
                continue
            value = label.value.of(sheet.text)
            if value and len(value.split()) <= 8 and not begins_with_verb(value):
                return True
    return False
