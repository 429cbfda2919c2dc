"""Data that shows by its own form: rows with commas, logs, JSON, code."""

import re
from collections.abc import Callable
from itertools import pairwise

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

_LOG = re.compile(
    r"[ \t]*(?:\[?\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}|\[?\d{2}:\d{2}:\d{2}"
    r"|\[?(?:ERROR|WARN|WARNING|INFO|DEBUG|FATAL)\]?[ :]"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d{2}:\d{2}"
    r"|\d{1,3}(?:\.\d{1,3}){3} - )"
)
_CODE = re.compile(
    r"[ \t]*(?:(?:async )?def \w+\(|class \w+[(:{]|(?:export )?(?:async )?function \w*"
    r"\(|(?:const|let|var) \w+ =|import [\w{*.]+|from \w[\w.]* import|#include|SELECT |"
    r"INSERT INTO|CREATE TABLE|public (?:static |class )|func \w+\(|fn \w+\(|package "
    r"\w+;?$|Traceback \(most|<\?php|using \w+;)"
)
_COMMA = re.compile(r"[^\d\s],|,[^\d\s]")
_TRACE = re.compile(r"[ \t]*Traceback \(most")
_UNCLOSED = 8  # braces that never close; whoever writes more writes no JSON
_JSON = re.compile(r"[ \t]*[{\[](?:[ \t]*$|[ \t]*[\"{\[]|[ \t]*\d(?!\d{0,2}\] ))")


def raw(sheet: Sheet) -> None:
    """Take rows, logs, JSON and code that stand in the text without any mark."""
    if "," in sheet.text:
        _runs(sheet, _is_row, 3, "CSV_DATA")
    if "[2] " in sheet.text and sheet.role == "user":
        _runs(sheet, _is_numbered, 2, "PASSAGES")
    if "|" in sheet.text:
        _runs(sheet, _is_cell_row, 2, "TABLE")
    _runs(sheet, _is_log, 2, "LOG")
    index, unclosed = 0, 0
    while index < len(sheet.lines):
        if sheet.free(index):
            line = sheet.lines[index]
            if unclosed < _UNCLOSED and _JSON.match(sheet.text, line.start, line.end):
                last = _braced(sheet, index)
                unclosed += sheet.owner[index] == FREE
                index = last
            elif _CODE.match(sheet.text, line.start, line.end):
                index = _code(sheet, index)
        index += 1


def yaml(sheet: Sheet) -> None:
    """Take paragraphs of keys in small letters, one with others indented below it."""
    if ":\n" not in sheet.text or sheet.role == "system":
        return
    end = 0
    for index, said in enumerate(sheet.texts):
        starts = index >= end and (index == 0 or sheet.blanks[index - 1])
        if starts and _YAML_KEY.match(said):
            end = _yaml_end(sheet, index)
            if end > index:
                _take(sheet, index, end, "YAML")


def _yaml_end(sheet: Sheet, first: int) -> int:
    """Where a paragraph of nested keys ends; its start if it is none."""
    end = first
    while end < len(sheet.texts) and sheet.free(end):
        if not _YAML_LINE.match(sheet.texts[end]):
            return first
        end += 1
    lines = sheet.texts[first:end]
    nested = any(
        _YAML_OPEN.fullmatch(one) and _YAML_INNER.match(other)
        for one, other in pairwise(lines)
    )
    return end if nested else first


_YAML_KEY = re.compile(r"[a-z][\w.-]{0,30}:(?: |$)")
_YAML_OPEN = re.compile(r"[ ]{0,20}(?:- )?[\w.-]{1,30}:[ ]{0,4}")
_YAML_INNER = re.compile(r"[ ]{1,24}(?:- )?\S")
_YAML_LINE = re.compile(r"[ ]{0,24}(?:- |[\w.\"'/-]{1,40}:(?: |$)|#)")


def _is_row(text: str) -> int:
    """How many commas a row of values has; 0 for prose."""
    commas = text.count(",")
    if not commas or text.count(", ") * 2 > commas:
        return 0
    return 0 if " " in text and not _COMMA.search(text) else commas


def _is_cell_row(text: str) -> int:
    return text.count("|") if text.lstrip()[:1] == "|" else 0


def _is_numbered(text: str) -> int:
    """Whether a line is a passage that is cited by its number: `[2] It carries …`."""
    return 1 if _PASSAGE.match(text) else 0


_PASSAGE = re.compile(r"[ \t]{0,4}\[\d{1,3}\][ ](?:[^\s]{1,40}[ ]){3}")


def _is_log(text: str) -> int:
    return 1 if _LOG.match(text) else 0


def _runs(sheet: Sheet, is_one: Callable[[str], int], least: int, kind: str) -> None:
    """Take runs of at least so many lines that are alike."""
    first, like = 0, 0
    for index, said in enumerate(sheet.texts):
        now = 0 if sheet.owner[index] or not said else is_one(said)
        if now == like:
            continue
        if like and index - first >= least:
            _take(sheet, first, index, kind)
        first, like = index, now
    if like and len(sheet.lines) - first >= least:
        _take(sheet, first, len(sheet.lines), kind)


def _braced(sheet: Sheet, first: int) -> int:
    """Take a JSON value that begins on a line of its own; the last line it covers."""
    depth = 0
    for index in range(first, len(sheet.lines)):
        line = sheet.lines[index].of(sheet.text)
        depth += sum(map(line.count, "{[")) - sum(map(line.count, "}]"))
        if depth <= 0:
            _take(sheet, first, index + 1, "JSON_DATA")
            return index
        if index - first > 2000 or (sheet.blank(index) and depth > 20):
            break
    return first


def _code(sheet: Sheet, first: int) -> int:
    """Take code up to the blank line after which no code follows."""
    end = first + 1
    for index in range(first + 1, len(sheet.lines)):
        if sheet.owner[index] != FREE:
            break
        if sheet.blank(index):
            continue
        line = sheet.lines[index]
        text = line.of(sheet.text)
        inside = text[:1] in " \t})" or _CODE.match(text) or not sheet.blank(index - 1)
        if not inside:
            break
        end = index + 1
    trace = _TRACE.match(sheet.text, sheet.lines[first].start)
    _take(sheet, first, end, "STACK_TRACE" if trace else "CODE")
    return end - 1


def _take(sheet: Sheet, first: int, end: int, kind: str) -> None:
    before = first - 1
    while before >= 0 and sheet.blank(before) and before > first - 3:
        before -= 1
    said = noun_of(sheet.line(before)) if before >= 0 else noun_of("")
    span = Span(sheet.lines[first].start, sheet.lines[end - 1].end)
    brought = said.near and said.name
    if kind == "JSON_DATA" and not brought and is_skeleton(span.of(sheet.text)):
        sheet.own(first, end, SHOWN)
        return
    sheet.own(first, end, OWN_DATA)
    if not said.directs:
        sheet.add(brought or kind, span, 0.86)
