"""Suppressions in the comments of YAML: front matter and sidecars.

Alone on its line a comment holds for the next line that is neither blank nor a
comment, else for the line it stands on. Removing a comment never changes what YAML
says.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from prompt_lsp.document.model import Problem, SourceSpan, Suppression
from prompt_lsp.formats.lines import line_end, line_start
from prompt_lsp.formats.suppressions import problem, suppression
from prompt_lsp.formats.tree import Mapping, Node, Scalar
from prompt_lsp.text import Span

_MEANT = re.compile(r"(?:(?<=[ \t\r\n])|\A)#[ \t]{0,9}prompt-lsp:[^\r\n]*")
_COMMENT = re.compile(
    r"#[ \t]{0,9}prompt-lsp:[ \t]{0,9}ignore\[([^\[\]\r\n]*)\][^\r\n]*"
)
_REST = re.compile(r"\r\n?|\n|\Z")
_BLANKS = " \t"


class Yaml(NamedTuple):
    """A stretch of a source that is YAML, and its tree if it says anything."""

    source: int
    text: str
    span: Span
    root: Node | None


def yaml_suppressions(yaml: Yaml) -> Iterator[Suppression]:
    """What the comments silence."""
    for comment in _meant(yaml):
        match = _COMMENT.match(yaml.text, comment.start, comment.end)
        if match:
            over = (SourceSpan(yaml.source, _over(yaml, comment)),)
            extent = _extent(yaml, comment)
            yield suppression(yaml.source, yaml.text, match, extent, over)


def yaml_problems(yaml: Yaml) -> Iterator[Problem]:
    """The comments that are meant as suppressions and are none."""
    for comment in _meant(yaml):
        if not _COMMENT.match(yaml.text, comment.start, comment.end):
            message = (
                "this comment silences nothing; write `# prompt-lsp: ignore[CODE]`"
            )
            yield problem(yaml.source, comment, message)


def _meant(yaml: Yaml) -> Iterator[Span]:
    """The comments that speak to this program; none that a value only quotes."""
    found = [
        Span(*match.span())
        for match in _MEANT.finditer(yaml.text, yaml.span.start, yaml.span.end)
    ]
    if found:
        values = list(_values(yaml))
        yield from (
            comment
            for comment in found
            if not any(span.holds(comment.start) for span in values)
        )


def _values(yaml: Yaml) -> Iterator[Span]:
    """The stretches in which a `#` is text; a block's own line may have a comment."""
    waiting: list[Node] = [yaml.root] if yaml.root else []
    known: set[int] = set()
    while waiting:
        node = waiting.pop()
        if id(node) in known:
            continue
        known.add(id(node))
        if isinstance(node, Scalar):
            block = yaml.text[node.span.start : node.span.start + 1] in ("|", ">")
            start = node.span.start
            start = min(line_end(yaml.text, start), node.span.end) if block else start
            yield Span(start, node.span.end)
        elif isinstance(node, Mapping):
            waiting += chain.from_iterable(node.entries)
        else:
            waiting += node.items


def _over(yaml: Yaml, comment: Span) -> Span:
    """The line that a comment speaks of."""
    text = yaml.text
    line = Span(line_start(text, comment.start), line_end(text, comment.end))
    if not _silent(line.of(text)):
        return line
    while line.end < yaml.span.end:
        start = line.end + (2 if text[line.end : line.end + 2] == "\r\n" else 1)
        line = Span(start, line_end(text, start))
        if start < yaml.span.end and not _silent(line.of(text)):
            return line
    return Span(yaml.span.end, yaml.span.end)


def _silent(line: str) -> bool:
    """Whether a line says nothing: it is blank or a comment."""
    content = line.strip(_BLANKS)
    return not content or content.startswith("#")


def _extent(yaml: Yaml, comment: Span) -> Span:
    """The whole line of a comment alone on it, else the blanks before it too."""
    text = yaml.text
    start = line_start(text, comment.start)
    before = start + len(text[start : comment.start].rstrip(_BLANKS))
    rest = _REST.match(text, comment.end)
    if before == start and rest:
        return Span(start, rest.end())
    return Span(before, comment.end)
