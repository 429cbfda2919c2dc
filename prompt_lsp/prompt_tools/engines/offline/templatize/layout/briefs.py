"""Facts that share a line: `Company: Acme | Plan: Pro`, and fields of JSON."""

import re
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.templatize.labels import (
    DIRECTIONS,
    FIELDS,
    MEASURES,
    data_name,
    slug,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.directions import (
    begins_with_verb,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.facts import (
    known_fact,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.lines import stripped
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import (
    DATA as OWN_DATA,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import Sheet
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.typed import all_typed
from prompt_lsp.text import Span

_KEY = re.compile(
    r"(?:^|(?<=[.!?;|][ ]))([A-Z][A-Za-z]{1,20}(?: [A-Za-z]{1,15}){0,2}):[ ]+(?=\S)",
    re.MULTILINE,
)
_STOP = re.compile(r"(?<=[\w)\"][\w)\"%])[.!?][ ]+(?=[A-Z])|[ ]*\|")
_TEXTS = frozenset({"complaint", "symptoms", "features", "issue"})
_ASKS = re.compile(
    r'"(?:task|instructions?|prompt|goal|request|command|action)"\s{0,4}:'
)
_FIELD = re.compile(
    r'"([A-Za-z][\w -]{0,40})"\s{0,8}:\s{0,8}(?:"((?:[^"\\\r\n]|\\.){1,400})"'
    r"|(-?\d{1,15}(?:\.\d{1,9})?))(?=\s{0,40}[,}\]])"
)
_ORDERS = frozenset(
    "task instruction instructions prompt goal request command action role system "
    "format output type schema rules constraints".split()
)
_WORDS = 20  # of a cell or a field; more make a text
_FACT = 0.85


class _Cell(NamedTuple):
    """A label and its value, among others on one line."""

    key: str
    span: Span
    value: Span


def cells(sheet: Sheet) -> None:
    """Take facts that share a line: `Client: Ada | Plan: Pro`, `… Tone: dry. …`."""
    for index, line in enumerate(sheet.lines):
        if sheet.owner[index] or ": " not in sheet.texts[index]:
            continue
        found = _cells(sheet, line)
        first = bool(found) and found[0].span.start == line.start
        if len(found) < 1 + first:
            continue
        if first:
            sheet.labels[index] = None
        for key, span, value in found:
            _take(sheet, key, span, value)


def _cells(sheet: Sheet, line: Span) -> list[_Cell]:
    """The labelled facts of a line, one behind the other or behind a sentence."""
    text = sheet.text
    every = list(_KEY.finditer(text, *line))
    keys = [key for key in every if _parts(text, line, key)]
    if len(keys) >= _KNOWN:
        keys = [key for key in every if key in keys or _is_own(key)]
    found = []
    for number, key in enumerate(keys):
        last = number + 1 == len(keys)
        end = line.end if last else keys[number + 1].start()
        whole = bool(data_name(key[1].lower())) and not last
        stop = None if whole else _STOP.search(text, key.end(), end)
        end = stop.start() if stop else end
        value = stripped(text, Span(key.end(), end))
        value = value._replace(end=value.start + len(value.of(text).rstrip(" .;|,")))
        label = " ".join(key[1].lower().split())
        found.append(_Cell(label, Span(key.start(), end), value))
    return found


_KNOWN = 2  # labels of a line that make the others labels too


def _is_own(key: re.Match[str]) -> bool:
    """Whether a label is one that only this brief has: `Desired outcome`."""
    label = " ".join(key[1].lower().split())
    return label not in DIRECTIONS and not begins_with_verb(label)


def _parts(text: str, line: Span, key: re.Match[str]) -> bool:
    """Whether a label is one of a brief, by what stands before it."""
    label = " ".join(key[1].lower().split())
    if key.start() == line.start:
        return label not in DIRECTIONS
    if text[key.start() - 2] in "|;":
        return label not in DIRECTIONS
    return known_fact(label) or label in MEASURES or label in _TEXTS


def _take(sheet: Sheet, key: str, span: Span, value: Span) -> None:
    """Take one fact; the number of a measure is found in the prose."""
    said = value.of(sheet.text)
    if key in MEASURES or not said or begins_with_verb(said) or all_typed(said):
        return
    if len(said.split()) <= _WORDS:
        sheet.apart.append(span)
        sheet.add(FIELDS.get(key) or data_name(key) or slug(key), value, _FACT)


def fields(sheet: Sheet) -> None:
    """Take the values of a prompt that is as a whole one object of JSON."""
    text = sheet.text.strip()
    if sheet.instructed or not (text.startswith("{") and text.endswith("}")):
        return
    if _ASKS.search(text) is None:
        return
    sheet.own(0, len(sheet.lines), OWN_DATA)
    for field in _FIELD.finditer(sheet.text):
        key = " ".join(re.split(r"[\s_-]+", field[1])).lower()
        value = Span(*field.span(2 if field[2] is not None else 3))
        said = value.of(sheet.text)
        order = begins_with_verb(said) and " " in said
        if key in _ORDERS or order or len(said.split()) > _WORDS:
            continue
        sheet.add(FIELDS.get(key) or data_name(key) or slug(key), value, _FACT)
