"""Diffs and YAML, known by the form of their lines before those are read as lists."""

import re

from prompt_lsp.prompt_tools.engines.offline.templatize.layout.nouns import noun_of
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import (
    DATA as OWN_DATA,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import (
    FREE,
    Sheet,
)
from prompt_lsp.text import Span

_DIFF = re.compile(r"diff --git |--- \S|@@ -\d")
_DIFF_GOES_ON = re.compile(
    r"[ +@\\-]|diff |index [\da-f]|new file|deleted file|rename |similarity |old mode"
    r"|new mode|Binary files"
)
_KEY = re.compile(r"[a-z_][\w.-]{0,40}:(?=$|[ ])")
_INSIDE = re.compile(r"[ ]{1,40}(?:- \S|[\w.\"'-]{1,60}:(?=$|[ ]))|- \S")
_YAML_GOES_ON = re.compile(r"[ ]{1,40}\S|- \S|#")
# A quick look for any of them, before one at each line.
_ANY = re.compile(
    r"^(?:diff --git |--- \S|@@ -\d|[a-z_][\w.-]{0,40}:\r?$)", re.MULTILINE
)
_NESTED = 2  # lines below a key that make YAML of it


def forms(sheet: Sheet) -> None:
    """Take diffs, and YAML with keys below keys, that no fence holds."""
    if _ANY.search(sheet.text) is None:
        return
    index = 0
    while index < len(sheet.lines):
        end = index + 1
        if sheet.owner[index] == FREE:
            if _is_diff(sheet, index):
                end = _diff_end(sheet, index)
                _take(sheet, index, end, "DIFF")
            elif _is_yaml(sheet, index):
                end = _yaml_end(sheet, index)
                _take(sheet, index, end, "YAML")
        index = end


def _take(sheet: Sheet, first: int, end: int, kind: str) -> None:
    before = first - 1
    while before > 0 and sheet.blank(before):
        before -= 1
    label = sheet.labels[before] if before >= 0 else None
    if label is not None and label.value.start == label.value.end:
        return  # whose text it is
    said = noun_of(sheet.line(before)) if before >= 0 else noun_of("")
    if said.directs:
        return
    sheet.own(first, end, OWN_DATA)
    span = Span(sheet.lines[first].start, sheet.lines[end - 1].end)
    sheet.add(said.name if said.near and said.name else kind, span)


def _is_diff(sheet: Sheet, index: int) -> bool:
    """Whether a diff begins on a line; of `--- a/x` the next line tells it."""
    line = sheet.lines[index]
    if _DIFF.match(sheet.text, line.start, line.end) is None:
        return False
    if not sheet.text.startswith("---", line.start):
        return True
    after = index + 1
    return after < len(sheet.lines) and sheet.text.startswith(
        "+++ ", sheet.lines[after].start
    )


def _diff_end(sheet: Sheet, first: int) -> int:
    """The line after the last one of a diff; blank lines may stand between."""
    end = first + 1
    for index in range(first + 1, len(sheet.lines)):
        line = sheet.lines[index]
        if sheet.blank(index):
            continue
        if (
            sheet.owner[index] != FREE
            or _DIFF_GOES_ON.match(sheet.text, line.start, line.end) is None
        ):
            break
        end = index + 1
    return end


def _is_yaml(sheet: Sheet, index: int) -> bool:
    """Whether a key stands alone on a line, with keys or items below it."""
    line = sheet.lines[index]
    key = _KEY.match(sheet.text, line.start, line.end)
    if key is None or key.end() < line.end or index + _NESTED >= len(sheet.lines):
        return False
    if index and not sheet.blank(index - 1):
        return False
    below = sheet.lines[index + 1 : index + 1 + _NESTED]
    return all(_INSIDE.match(sheet.text, *one) for one in below) and any(
        sheet.text.startswith(" ", one.start) for one in below
    )


def _yaml_end(sheet: Sheet, first: int) -> int:
    """The line after the last one of YAML; a key ends what is not below it."""
    end = first + 1
    for index in range(first + 1, len(sheet.lines)):
        line = sheet.lines[index]
        if sheet.blank(index):
            continue
        goes_on = _YAML_GOES_ON.match(sheet.text, *line) or _KEY.match(
            sheet.text, *line
        )
        if sheet.owner[index] != FREE or goes_on is None:
            break
        end = index + 1
    return end
