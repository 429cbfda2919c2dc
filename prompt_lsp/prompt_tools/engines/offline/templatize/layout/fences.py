"""Text between marks of its own: fences, triple quotes and lines of dashes."""

import re

from prompt_lsp.prompt_tools.engines.offline.templatize.labels import (
    DATA,
    DIRECTIONS,
    data_name,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.nouns import noun_of
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import (
    DATA as OWN_DATA,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import (
    FREE,
    SHOWN,
    Sheet,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.skeletons import (
    is_skeleton,
)
from prompt_lsp.text import Span

_KINDS = {
    "": "",
    "text": "TEXT",
    "txt": "TEXT",
    "md": "TEXT",
    "markdown": "TEXT",
    "json": "JSON_DATA",
    "yaml": "YAML_DATA",
    "yml": "YAML_DATA",
    "csv": "CSV_DATA",
    "xml": "XML_DATA",
    "log": "LOG",
    "logs": "LOG",
    "diff": "DIFF",
    "sql": "SQL_QUERY",
}
_PLAIN = frozenset({"", "TEXT"})
_FORMS = frozenset({"", "JSON_DATA"})
_SHAPE = re.compile(
    r"(?i)\b(?:example|format|schema|template|structure|shape|return|respond|output"
    r"|reply with|answer with|look(?:s)? like|should be|as follows:?$)\b"
)
_BETWEEN = re.compile(
    r"(?i)\b(?:between|delimited|enclosed|surrounded|separated|below)"
)
_NEAR = 200  # characters of a line around a quotation that are looked at
_TRIPLES = ('"""', "'''")
_MARK = re.compile(r"-{3,40}|={3,40}|\*{3,40}|#{3,40}|_{3,40}|~{3,40}|<{3}|>{3}|\+{3}")
_LONGEST = 40  # characters of a line of signs


def fences(sheet: Sheet) -> None:
    """Take fenced code: data, unless the words before it say that it shows a form."""
    for span in sheet.part.code:
        first, last = sheet.line_of(span.start), sheet.line_of(span.end)
        if sheet.owner[first] != FREE:
            continue
        if first == last:
            _take_ticked(sheet, first, span)
            continue
        opening = sheet.line(first)
        body = Span(sheet.lines[first].end, sheet.lines[last].start)
        _take(sheet, first, last + 1, body, opening.strip("`~ ").lower())


def _take_ticked(sheet: Sheet, index: int, span: Span) -> None:
    """Take what stands on one line between triple backticks, if it is announced."""
    text = sheet.text
    body = Span(span.start + 3, span.end - 3)
    if not (text.startswith("```", span.start) and text.endswith("```", 0, span.end)):
        return
    if body.end - body.start < 1 or "`" in body.of(text):
        return
    line = sheet.lines[index]
    head = text[max(line.start, span.start - _NEAR) : span.start].strip()
    before = head or _before(sheet, index)
    noun = noun_of(before)
    if noun.directs or not (_BETWEEN.search(before) or (noun.name and noun.cued)):
        return
    sheet.apart.append(span)
    if not head and span.end == line.end:
        sheet.own(index, index + 1, OWN_DATA)
    sheet.add(noun.name or "TEXT", body)


def triple_quotes(sheet: Sheet) -> None:
    """Take what stands between triple quotes, on lines of their own or within one."""
    for mark in _TRIPLES:
        start = sheet.text.find(mark)
        while start >= 0:
            end = sheet.text.find(mark, start + 3)
            if end < 0:
                break
            first, last = sheet.line_of(start), sheet.line_of(end)
            if sheet.owner[first] == FREE and sheet.owner[last] == FREE:
                _take_quoted(sheet, Span(start, end + 3))
            start = sheet.text.find(mark, end + 3)


def ruled(sheet: Sheet) -> None:
    """Take what stands between two like lines of signs, if it is announced."""
    opened: tuple[int, str] | None = None
    for index, said in enumerate(sheet.texts):
        if not 3 <= len(said) <= _LONGEST or sheet.owner[index] != FREE:
            continue
        mark = said.strip()
        if _MARK.fullmatch(mark) is None:
            continue
        mark = "<<<" if mark == ">>>" else mark
        if opened is None or opened[1] != mark:
            opened = index, mark
        elif _announced(sheet, opened[0]):
            body = Span(sheet.lines[opened[0]].end, sheet.lines[index].start)
            _take(sheet, opened[0], index + 1, body)
            opened = None
        else:
            opened = index, mark


def _announced(sheet: Sheet, index: int) -> bool:
    before = _before(sheet, index)
    if before.endswith(":") or _BETWEEN.search(before):
        return True
    noun = noun_of(before)
    return noun.cued and bool(noun.name)


def _take_quoted(sheet: Sheet, span: Span) -> None:
    first, last = sheet.line_of(span.start), sheet.line_of(span.end)
    line, near = sheet.lines[first].start, span.start - _NEAR
    head = sheet.text[max(line, near) : span.start].strip()
    tail = sheet.text[span.end : min(sheet.lines[last].end, span.end + _NEAR)].strip(
        " \t."
    )
    body = Span(span.start + 3, span.end - 3)
    if head or tail:
        name = noun_of(head or _before(sheet, first)).name or "TEXT"
        label = sheet.labels[first]
        if label is not None and label.value.start == span.start:
            name = data_name(label.key) or name
            head = ""
        sheet.apart.append(span)
        sheet.own(first + bool(head), last + (not tail), OWN_DATA)
        sheet.add(name, body)
    else:
        _take(sheet, first, last + 1, body)


def _take(sheet: Sheet, first: int, end: int, body: Span, info: str = "") -> None:
    """Take lines between marks, named by the words before them."""
    info = info.split(maxsplit=1)[0] if info else ""
    before = _before(sheet, first)
    label = _label_before(sheet, first)
    kind = _KINDS.get(info, "CODE")
    noun = noun_of(before)
    shape = _SHAPE.search(before) and not (noun.name or noun.cued)
    if label in DIRECTIONS or (info and label not in DATA and shape):
        sheet.own(first, end, SHOWN)
        return
    form = kind in _FORMS and not noun.near and is_skeleton(body.of(sheet.text))
    tables = _TABLES.match(sheet.text, body.start, body.end)
    if (noun.directs or form) and label not in DATA and not tables:
        sheet.own(first, end, SHOWN)
        return
    sheet.own(first, end, OWN_DATA)
    own = kind not in _PLAIN and not noun.near
    told = DATA.get(label, "") or ("" if kind == "CODE" or own else noun.name)
    told = "SCHEMA" if tables else told
    ticks = sheet.text.startswith(("`", "~"), sheet.lines[first].start)
    sheet.add(told or kind or ("CODE" if ticks else "TEXT"), body)


# A schema of a database is worked on, and no form of an answer.
_TABLES = re.compile(r"(?i)\s{0,80}(?:--[^\n]{0,200}\n\s{0,80})?create table\b")


def _before(sheet: Sheet, index: int) -> str:
    """The last line of words before a line, not further than a blank one away."""
    for back in range(index - 1, max(-1, index - 4), -1):
        if not sheet.blank(back):
            return sheet.line(back) if sheet.owner[back] == FREE else ""
    return ""


def _label_before(sheet: Sheet, index: int) -> str:
    for back in range(index - 1, max(-1, index - 3), -1):
        if not sheet.blank(back):
            label = sheet.label(back)
            return label.key if label and label.value.start == label.value.end else ""
    return ""
