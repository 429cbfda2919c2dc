"""Text that comes first, and the prompt below it: `… Make the text above shorter.`."""

import re

from prompt_lsp.prompt_tools.engines.offline.templatize.layout.closing import (
    resumes_at,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.directions import (
    begins_with_verb,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.lines import is_heading
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.nouns import noun_of
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import (
    DATA as OWN_DATA,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import FREE, Sheet
from prompt_lsp.text import Span

_ABOVE = re.compile(r"(?i)\b(?:above|preceding)\b")
_PERSONA = re.compile(r"(?i)(?:you are|you're|act as|your |i want|i need|i'd like|<)")
_LONGEST = 400  # characters of the paragraph below
_SURE = 0.8


def preceding(sheet: Sheet) -> None:
    """Take all that stands above a last paragraph that works on the text above."""
    last = _last_paragraph(sheet)
    if last <= 1 or sheet.data or sheet.instructed or any(sheet.owner):
        return
    below = Span(sheet.lines[last].start, sheet.lines[-1].end)
    said = below.of(sheet.text)[:_LONGEST]
    if below.end - below.start > _LONGEST or not _ABOVE.search(said):
        return
    head = sheet.line(0)
    orders = begins_with_verb(head) or _PERSONA.match(head) is not None
    if orders or not head or not resumes_at(sheet, last):
        return
    if any(is_heading(sheet.text, line) for line in sheet.lines[:last]):
        return
    if any(label is not None for label in sheet.labels[:last]):
        return
    sheet.own(0, last, OWN_DATA)
    name = noun_of(said).name or "TEXT"
    sheet.add(name, Span(0, sheet.lines[last - 1].end), _SURE)


def _last_paragraph(sheet: Sheet) -> int:
    """The first line of the last paragraph."""
    at = len(sheet.lines) - 1
    while at > 0 and sheet.blank(at):
        at -= 1
    while at > 0 and not sheet.blank(at - 1) and sheet.owner[at] == FREE:
        at -= 1
    return at
