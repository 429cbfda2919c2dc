"""Text to blocks: what stands together, and what is not to be looked into.

Fences, quotations in triple quotes, blocks of template logic and XML elements stay
whole. Whatever is not understood is prose that nothing recognizes, so it stays too.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from prompt_lsp.document.blocks import any_covers
from prompt_lsp.document.model import Part
from prompt_lsp.document.parser import parse_part
from prompt_lsp.document.source_map import SourceMap
from prompt_lsp.prompt_tools.engines.offline.improve.draft import Block, Kind
from prompt_lsp.text import Span

# What stands before is looked at behind the sign, as signs are few.
_TAG = re.compile(r"<(?<!<<)(/?)([A-Za-z][\w.-]{0,63})(?:[ \t][^<>\n]{0,200})?>(?!>)")
_HEADING = re.compile(r"#{1,6}[ \t]")
_ITEM = re.compile(r"[ \t]*(?:[-*+•][ \t]|\d{1,3}[.)][ \t])")
_INDENTED = re.compile(r"[ \t]{2,}\S")


class _Stretch(NamedTuple):
    """A stretch that stays whole, and the tag that it begins with, if any."""

    span: Span
    name: str = ""


class _Line(NamedTuple):
    text: str
    whole: int  # the stretch that it lies in, or -1
    kind: Kind


def part_of(text: str) -> Part:
    """A text as the document model reads it."""
    return parse_part(text, SourceMap.identity(len(text)))


def blocks_of(part: Part) -> tuple[Block, ...]:
    """The blocks of a text that has line feeds only."""
    text = part.text
    stretches = tuple(_stretches(text, part))
    lines = _lines(text, stretches)
    blocks: list[Block] = []
    for blank, group in groupby(lines, _is_blank):
        if not blank:
            found = list(_paragraph(group, text, stretches))
            blocks.append(found[0]._replace(glued=False))
            blocks += found[1:]
    return tuple(blocks)


def elements(text: str, apart: Sequence[Span] = ()) -> Iterator[tuple[Span, str]]:
    """The outermost XML elements outside some stretches, with their names, in order."""
    spans: list[tuple[Span, str]] = []
    opened: list[re.Match[str]] = []
    waiting: dict[str, int] = {}
    for tag in _TAG.finditer(text):
        if apart and any_covers(apart, Span(*tag.span())):
            continue
        name = tag[2]
        if not tag[1]:
            opened.append(tag)
            waiting[name] = waiting.get(name, 0) + 1
        elif waiting.get(name):
            start = _opening(opened, waiting, name)
            while spans and spans[-1][0].start >= start:
                spans.pop()
            spans.append((Span(start, tag.end()), name))
    yield from spans


def _opening(opened: list[re.Match[str]], waiting: dict[str, int], name: str) -> int:
    while True:
        tag = opened.pop()
        waiting[tag[2]] -= 1
        if tag[2] == name:
            return tag.start()


def _stretches(text: str, part: Part) -> Iterator[_Stretch]:
    """What stays whole, in order and apart."""
    fences = [span for span in part.code if "\n" in span.of(text)]
    found = [_Stretch(span) for span in (*fences, *_logic(part), *_quotations(text))]
    found += [
        _Stretch(span, name)
        for span, name in elements(text, fences)
        if "\n" in span.of(text) or _owns_its_lines(text, span)
    ]
    last: _Stretch | None = None
    for stretch in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if last is None or stretch.span.start >= last.span.end:
            if last is not None:
                yield last
            last = stretch
        elif stretch.span.end > last.span.end:
            last = _Stretch(last.span.hull(stretch.span))
    if last is not None:
        yield last


def _logic(part: Part) -> Iterator[Span]:
    depth, start = 0, 0
    for tag in part.logic:
        if not depth and tag.depth > 0:
            start = tag.place.span.start
        was, depth = depth, max(0, depth + tag.depth)
        if was and not depth:
            yield Span(start, tag.place.span.end)
    if depth:
        yield Span(start, len(part.text))


def _quotations(text: str) -> Iterator[Span]:
    for mark in ('"""', "'''"):
        start = text.find(mark)
        while start >= 0 and (end := text.find(mark, start + 3)) >= 0:
            yield Span(start, end + 3)
            start = text.find(mark, end + 3)


def _owns_its_lines(text: str, span: Span) -> bool:
    begins = not span.start or text[span.start - 1] == "\n"
    return begins and (span.end == len(text) or text[span.end] == "\n")


def _lines(whole: str, stretches: Sequence[_Stretch]) -> Iterator[_Line]:
    start, at = 0, 0
    beyond = Span(len(whole) + 1, len(whole) + 1)
    spans = [*(stretch.span for stretch in stretches), beyond]
    begins, ends = spans[0]
    for line in whole.split("\n"):
        end = start + len(line)
        while ends <= start:
            at += 1
            begins, ends = spans[at]
        inside = begins < max(end, start + 1)
        if inside and ends > end:
            yield _Line(line, at, Kind.OPAQUE)
        else:
            text = line.rstrip(" \t")
            kind = Kind.OPAQUE if inside else _kind(text)
            yield _Line(text, at if inside else -1, kind)
        start = end + 1


def _is_blank(line: _Line) -> bool:
    return line.whole < 0 and not line.text.strip()


def _paragraph(
    lines: Iterable[_Line], text: str, stretches: Sequence[_Stretch]
) -> Iterator[Block]:
    """The blocks that stand together without a blank line between."""
    for run in _runs(lines):
        written = "\n".join(line.text for line in run)
        at = run[0].whole
        if at < 0:
            yield Block(written, run[0].kind, glued=True)
            continue
        stretch = stretches[at]
        alone = run[-1].whole == at and _owns_its_lines(text, stretch.span)
        name = stretch.name if alone else ""
        kind = Kind.SECTION if name else Kind.OPAQUE
        yield Block(written, kind, name, glued=True)


def _runs(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    """Lines of one kind; a heading is one of its own, and so is a stretch."""
    run: list[_Line] = []
    for line in lines:
        if run and not _goes_on(run, line):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _goes_on(run: Sequence[_Line], line: _Line) -> bool:
    last = run[-1]
    if last.whole >= 0 or line.whole >= 0:
        return last.whole == line.whole
    kind = run[0].kind
    if kind is Kind.LIST and _INDENTED.match(line.text):
        return True
    return kind is line.kind is not Kind.HEADING


def _kind(line: str) -> Kind:
    if line[:1].isalpha():
        return Kind.PROSE
    if _HEADING.match(line):
        return Kind.HEADING
    return Kind.LIST if _ITEM.match(line) else Kind.PROSE
