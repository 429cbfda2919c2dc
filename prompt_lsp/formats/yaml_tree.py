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
        root = _built(_State(text, at))
    except Exception as error:  # noqa: BLE001 - the parser leaks built-in errors for some texts, and reading must not fail
        span = problem_span(text, _offset(text, error)).shifted(at)
        return Tree(None, (Misread(span, _message(error)),))
    return Tree(root, tuple(duplicates(root)))


class _Unreadable(Exception):
    """What the parser takes and we do not, at an offset of the text."""

    def __init__(self, offset: int, message: str) -> None:
        super().__init__(message)
        self.offset = offset
        self.message = message


@dataclass(slots=True)
class _Open:
    """A collection that has begun and not ended."""

    start: int
    flow: bool
    mapping: bool
    anchor: str | None
    children: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class _State:
    """How far a tree is built: what is open, and what aliases may speak of."""

    text: str
    at: int
    stack: list[_Open] = field(default_factory=list)
    anchors: dict[str, Node] = field(default_factory=dict)

    def span(self, start: int, end: int) -> Span:
        """A stretch of the text as one of the file."""
        return Span(start + self.at, end + self.at)


def _built(state: _State) -> Node | None:
    """The tree of a text of one document."""
    root: Node | None = None
    for event in _events(state.text):
        kind = type(event).__name__
        if kind == "DocumentStartEvent" and root is not None:
            start = event.start_mark.index
            raise _Unreadable(start, "a second document begins here")
        if kind in ("MappingStartEvent", "SequenceStartEvent"):
            _open(state, event, mapping=kind == "MappingStartEvent")
        node = _completed(state, event, kind)
        if node is not None and state.stack:
            state.stack[-1].children.append(node)
        elif node is not None:
            root = node
    return root


def _events(text: str) -> Iterable[Any]:
    from ruamel.yaml import YAML  # noqa: PLC0415 - paid for when there is YAML

    events: Iterable[Any] = YAML(typ="safe", pure=True).parse(text)
    return events


def _open(state: _State, event: Any, *, mapping: bool) -> None:  # noqa: ANN401 - the parser is not typed
    start = event.start_mark.index
    if len(state.stack) >= _DEEPEST:
        raise _Unreadable(start, "it is nested too deeply")
    state.stack.append(_Open(start, bool(event.flow_style), mapping, event.anchor))


def _completed(state: _State, event: Any, kind: str) -> Node | None:  # noqa: ANN401 - the parser is not typed
    """The node that an event completes, if it does."""
    if kind == "AliasEvent":
        return _alias(state, event)
    if kind == "ScalarEvent":
        node, anchor = _scalar(state, event), event.anchor
    elif kind in ("MappingEndEvent", "SequenceEndEvent"):
        closed = state.stack.pop()
        node, anchor = _collection(state, closed, event.end_mark.index), closed.anchor
    else:
        return None
    if anchor:
        state.anchors[anchor] = node
    return node


def _scalar(state: _State, event: Any) -> Node:  # noqa: ANN401 - the parser is not typed
    start, end = event.start_mark.index, event.end_mark.index
    plain = event.style is None and event.implicit[0]
    if start == end:
        start = end = _nothing(state, start)
    else:
        end = start + len(state.text[start:end].rstrip())
    return Scalar(state.span(start, end), event.value, plain)


def _nothing(state: _State, start: int) -> int:
    """Where a value that is not there would stand.

    The parser puts it where it found out, which may be lines further down.
    """
    parent = state.stack[-1] if state.stack else None
    if parent and parent.mapping and len(parent.children) % 2:
        key_end = parent.children[-1].span.end - state.at
        colon = _COLON.match(state.text, key_end)
        return colon.end() if colon else key_end
    return len(state.text[:start].rstrip())


def _alias(state: _State, event: Any) -> Node:  # noqa: ANN401 - the parser is not typed
    """What an alias stands for, at the alias; it may not stand inside of that."""
    start = event.start_mark.index
    known = state.anchors.get(event.anchor)
    if known is None:
        raise _Unreadable(start, f"nothing is called `&{event.anchor}`")
    return replace(known, span=state.span(start, event.end_mark.index))


def _collection(state: _State, closed: _Open, end: int) -> Node:
    children = closed.children
    span = state.span(closed.start, end)
    if not closed.flow and children:  # the parser ends a block where the next begins
        span = Span(span.start, children[-1].span.end)
    size = 1 + sum(map(size_of, children))
    if closed.mapping:
        pairs = zip(children[::2], children[1::2], strict=True)
        entries = tuple(Entry(_as_key(key), value) for key, value in pairs)
        return Mapping(span, entries, closed.flow, size)
    dashes = () if closed.flow else tuple(_dash(state, item) for item in children)
    return Array(span, tuple(children), closed.flow, dashes, size)


def _as_key(node: Node) -> Scalar:
    """A key that is a collection has no name."""
    return node if isinstance(node, Scalar) else Scalar(node.span, "")


def _dash(state: _State, item: Node) -> int:
    """The dash of a block's item."""
    return state.text.rfind("-", 0, max(item.span.start - state.at, 1)) + state.at


def _offset(text: str, error: Exception) -> int:
    """Where it went wrong: where an unclosed thing began, else where it was noticed."""
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if mark is not None and context is not None and not text[mark.index :].strip():
        mark = context
    offset = getattr(error, "position", getattr(error, "offset", 0))
    return min(int(offset if mark is None else mark.index), len(text))


def _message(error: Exception) -> str:
    if isinstance(error, _Unreadable):
        return error.message
    character = getattr(error, "character", None)
    if isinstance(character, int):
        return f"the character U+{character:04X} is not allowed"
    problem = getattr(error, "problem", None)
    return str(problem) if problem else "it cannot be read"
