"""Facts that share a line: `Company: Acme | Plan: Pro`, and fields of JSON."""

import re
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.templatize.labels import (
    FIELDS,
    data_name,
    slug,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.directions import (
    begins_with_verb,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import (
    DATA as OWN_DATA,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import Sheet
from prompt_lsp.text import Span

_CELL = re.compile(
    r"[ \t]*([^\W\d_][^\r\n:|]{0,30}):[ \t]+([^\r\n|]{1,160})(?:\||$)", re.MULTILINE
)
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
    value: Span


def cells(sheet: Sheet) -> None:
    """Take the facts of lines that bars part: `Client: Ada | Plan: Pro`."""
    for index, line in enumerate(sheet.lines):
        if not sheet.free(index) or sheet.label(index) is None:
            continue
        if sheet.text.find("|", *line) < 0:
            continue
        found = _cells(sheet, line)
        if len(found) < 2 or found[-1].value.end < line.end - 1:
            continue
        sheet.own(index, index + 1, OWN_DATA)
        for key, value in found:
            name = FIELDS.get(key) or data_name(key) or slug(key)
            if name:
                sheet.add(name, value, _FACT)


def _cells(sheet: Sheet, line: Span) -> list[_Cell]:
    """The labelled cells with which a line begins, one behind the other."""
    found, at = [], line.start
    while (cell := _CELL.match(sheet.text, at, line.end)) is not None:
        found.append(_Cell(" ".join(cell[1].lower().split()), Span(*cell.span(2))))
        at = cell.end()
    return found


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
