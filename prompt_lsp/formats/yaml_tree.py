"""YAML as a tree with places.

It is built from the events of the parser, not from its nodes: only events say where
an alias stands, and a loop over them cannot exhaust the stack. The parser is
imported when there is YAML to read.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from prompt_lsp.formats.tree import (
    Array,
    Entry,
    Mapping,
    Misread,
    Node,
    Scalar,
    Tree,
    duplicates,
    problem_span,
    size_of,
)
from prompt_lsp.text import Span

# The parser takes quadratic time over brackets in brackets.
_DEEPEST = 100

_COLON = re.compile(r"[ \t]*:")


@lru_cache(maxsize=16)
def read_yaml(text: str, at: int = 0) -> Tree:
    """The tree of a YAML text that stands at offset `at` of its file.

    Spans are those of the file. The root is None where the text is empty or does
    not parse; the reasons are then among the misreads.
    """
    try:
        root = _built(text, at, _events(text))
    except Exception as error:  # noqa: BLE001 - the parser leaks built-in errors for some texts, and reading must not fail
        span = problem_span(text, _offset(text, error)).shifted(at)
        return Tree(None, (Misread(span, _message(error)),))
    return Tree(root, tuple(duplicates(root)))


class _SecondDocument(Exception):
    """The text holds more than one YAML document."""

    def __init__(self, offset: int) -> None:
        super().__init__()
        self.offset = offset


@dataclass(slots=True)
class _Open:
    """A collection that has begun and not ended."""

    start: int
    flow: bool
    mapping: bool
    anchor: str | None
    children: list[Node] = field(default_factory=list)


def _events(text: str) -> Iterable[Any]:
    from ruamel.yaml import YAML  # noqa: PLC0415 - paid for when there is YAML

    events: Iterable[Any] = YAML(typ="safe", pure=True).parse(text)
    return events


def _built(text: str, at: int, events: Iterable[Any]) -> Node | None:
    """The tree of the events of one document."""
    anchors: dict[str, Node] = {}
    stack: list[_Open] = []
    root: Node | None = None
    for event in events:
        kind = type(event).__name__
        if kind in ("MappingStartEvent", "SequenceStartEvent"):
            flow, mapping = bool(event.flow_style), kind == "MappingStartEvent"
            start = event.start_mark.index
            stack.append(_Open(start, flow, mapping, event.anchor))
            if len(stack) > _DEEPEST:
                raise _TooDeep(start)
            continue
        if kind == "DocumentStartEvent" and root is not None:
            raise _SecondDocument(event.start_mark.index)
        node, anchor = _leaf_or_closed(kind, event, text, at, stack, anchors)
        if node is None:
            continue
        if anchor:
            anchors[anchor] = node
        if stack:
            stack[-1].children.append(node)
        else:
            root = node
    return root


def _leaf_or_closed(  # noqa: PLR0913, PLR0917 - the state of one loop
    kind: str,
    event: Any,  # noqa: ANN401 - the parser is not typed
    text: str,
    at: int,
    stack: list[_Open],
    anchors: dict[str, Node],
) -> tuple[Node | None, str | None]:
    """The node that an event completes, if it does, and its anchor."""
    if kind == "ScalarEvent":
        return _scalar(event, text, at, stack), event.anchor
    if kind == "AliasEvent":
        return _alias(event, at, anchors), None
    if kind in ("MappingEndEvent", "SequenceEndEvent"):
        closed = stack.pop()
        return _collection(closed, event, text, at), closed.anchor
    return None, None


def _scalar(event: Any, text: str, at: int, stack: list[_Open]) -> Scalar:  # noqa: ANN401 - the parser is not typed
    start, end = event.start_mark.index, event.end_mark.index
    plain = event.style is None and event.implicit[0]
    if start == end:
        start = end = _nothing(text, start, at, stack)
    else:
        end = start + len(text[start:end].rstrip())
    return Scalar(Span(start + at, end + at), event.value, plain)


def _nothing(text: str, start: int, at: int, stack: list[_Open]) -> int:
    """Where a value that is not there would stand.

    The parser puts it where it found out, which may be lines further down.
    """
    parent = stack[-1] if stack else None
    if parent and parent.mapping and len(parent.children) % 2:
        key_end = parent.children[-1].span.end - at
        colon = _COLON.match(text, key_end)
        return colon.end() if colon else key_end
    return len(text[:start].rstrip())


def _alias(event: Any, at: int, anchors: dict[str, Node]) -> Node:  # noqa: ANN401 - the parser is not typed
    """What an alias stands for, at the alias; nothing inside its own anchor."""
    span = Span(event.start_mark.index + at, event.end_mark.index + at)
    known = anchors.get(event.anchor)
    if known is None:
        raise _UnknownAlias(event.start_mark.index, event.anchor)
    return replace(known, span=span)


class _TooDeep(Exception):
    """More collections inside each other than any prompt has."""

    def __init__(self, offset: int) -> None:
        super().__init__()
        self.offset = offset


class _UnknownAlias(Exception):
    """An alias without an anchor before it."""

    def __init__(self, offset: int, name: str) -> None:
        super().__init__(name)
        self.offset = offset


def _collection(closed: _Open, event: Any, text: str, at: int) -> Node:  # noqa: ANN401 - the parser is not typed
    children = closed.children
    start = closed.start + at
    end = event.end_mark.index + at
    if not closed.flow:
        end = children[-1].span.end if children else start
        start = min(start, children[0].span.start) if children else start
    span, size = Span(start, end), 1 + sum(map(size_of, children))
    if not closed.mapping:
        dashes = (
            () if closed.flow else tuple(_dash(text, at, each) for each in children)
        )
        return Array(span, tuple(children), closed.flow, dashes, size)
    entries = (
        Entry(_as_key(key), value)
        for key, value in zip(children[::2], children[1::2], strict=True)
    )
    return Mapping(span, tuple(entries), closed.flow, size)


def _as_key(node: Node) -> Scalar:
    """A key that is a collection has no name."""
    return node if isinstance(node, Scalar) else Scalar(node.span, "")


def _dash(text: str, at: int, item: Node) -> int:
    """The dash of a block's item."""
    return text.rfind("-", 0, max(item.span.start - at, 1)) + at


def _offset(text: str, error: Exception) -> int:
    """Where it went wrong: where an unclosed thing began, else where it was noticed."""
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if mark is not None and context is not None and not text[mark.index :].strip():
        mark = context
    offset = getattr(error, "position", getattr(error, "offset", 0))
    return min(int(offset if mark is None else mark.index), len(text))


def _message(error: Exception) -> str:
    if isinstance(error, _SecondDocument):
        return "a second document begins here"
    if isinstance(error, _TooDeep):
        return "it is nested too deeply"
    if isinstance(error, _UnknownAlias):
        return f"nothing is called `&{error}`"
    character = getattr(error, "character", None)
    if isinstance(character, int):
        return f"the character U+{character:04X} is not allowed"
    problem = getattr(error, "problem", None)
    return str(problem) if problem else "it cannot be read"
