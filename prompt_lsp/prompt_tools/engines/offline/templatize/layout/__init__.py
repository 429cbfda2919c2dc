"""What of a text is data, what is only shown, and what is prose.

Each step takes lines that are still free, so the surest come first. Prose is what
remains: the sentences in which grammars look for slots.
"""

from typing import NamedTuple

from prompt_lsp.document.model import Part
from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.briefs import (
    cells,
    fields,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.fences import (
    fences,
    ruled,
    triple_quotes,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.following import (
    announced,
    following,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.forms import forms
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.labelled import (
    labelled,
    rule_lists,
    sections,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.lines import is_heading
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.preceding import (
    preceding,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.raw import raw, yaml
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import (
    SHOWN,
    Sheet,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.shots import (
    arrows,
    dashes,
    shots,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.tags import (
    elements,
    payloads,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.talk import mails, talk
from prompt_lsp.text import Span

__all__ = ["Layout", "layout"]

_STEPS = (
    fields,
    fences,
    forms,
    payloads,
    elements,
    triple_quotes,
    yaml,
    shots,
    arrows,
    dashes,
    mails,
    talk,
    sections,
    ruled,
    announced,
    rule_lists,
    cells,
    labelled,
    raw,
    preceding,
    following,
)


class Layout(NamedTuple):
    """A text laid out.

    Attributes:
        data: blocks of text to work on, and facts under a label.
        shown: what is there to be seen and stays, in order and apart.
        prose: sentences and paragraphs, in order and apart.
    """

    data: tuple[Candidate, ...]
    shown: tuple[Span, ...]
    prose: tuple[Span, ...]


def layout(part: Part, role: str, *, instructed: bool = False) -> Layout:
    """Lay a text out; `instructed` says that what to do is said elsewhere."""
    sheet = Sheet(part, role, instructed)
    for quote in part.quotes:
        if quote.example:
            first, last = sheet.line_of(quote.span.start), sheet.line_of(quote.span.end)
            sheet.own(first, last + 1, SHOWN)
    for step in _STEPS:
        step(sheet)
    return Layout(tuple(sheet.data), tuple(_shown(sheet)), tuple(_prose(sheet)))


def _shown(sheet: Sheet) -> list[Span]:
    spans: list[Span] = []
    for index, owner in enumerate(sheet.owner):
        heading = not owner and is_heading(sheet.text, sheet.lines[index])
        if owner == SHOWN or heading:
            line = sheet.lines[index]
            if spans and spans[-1].end >= line.start - 2:
                line = spans.pop().hull(line)
            spans.append(line)
    return spans


def _prose(sheet: Sheet) -> list[Span]:
    """The paragraphs without headings and without what stands apart in them."""
    apart = sorted(sheet.apart)
    spans: list[Span] = []
    at = 0
    for paragraph in sheet.paragraphs():
        lines = sheet.lines[paragraph.start : paragraph.end]
        body = Span(lines[0].start, lines[-1].end)
        if len(lines) == 1 and is_heading(sheet.text, lines[0]):
            continue
        while at < len(apart) and apart[at].end <= body.start:
            at += 1
        start, inside = body.start, at
        while inside < len(apart) and apart[inside].start < body.end:
            if start < apart[inside].start:
                spans.append(Span(start, apart[inside].start))
            start = max(start, apart[inside].end)
            inside += 1
        if start < body.end:
            spans.append(Span(start, body.end))
    return spans
