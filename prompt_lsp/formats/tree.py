"""What JSON and YAML have in common: a tree whose nodes know their places.

All offsets are those of the file. A tree is read by `json_tree` or `yaml_tree`; who
uses it needs not know by which.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from prompt_lsp.formats.lines import line_end, line_start
from prompt_lsp.text import Span

_NULL = re.compile(r"(?:~|null|Null|NULL|)\Z")
_BOOLEAN = re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?\Z")

# Aliases let a few lines of YAML stand for gigabytes; no prompt's variable does.
_MOST_NODES = 10_000


@dataclass(frozen=True, slots=True)
class Scalar:
    """A leaf.

    Attributes:
        span: as written, with quotes; after the colon or dash where it is empty.
        text: what it says, without quotes and escapes.
        plain: it has no quotes, so `null`, `true` and `1` are no strings.
    """

    span: Span
    text: str
    plain: bool = False

    @property
    def null(self) -> bool:
        """Whether it is no value at all."""
        return self.plain and bool(_NULL.match(self.text))


class Entry(NamedTuple):
    """A key and its value."""

    key: Scalar
    value: "Node"

    @property
    def span(self) -> Span:
        """From the key to the end of the value."""
        return Span(self.key.span.start, max(self.key.span.end, self.value.span.end))


@dataclass(frozen=True, slots=True)
class Mapping:
    """Entries in order; `flow` where they stand in braces."""

    span: Span
    entries: tuple[Entry, ...]
    flow: bool
    size: int = 1

    def get(self, *path: str) -> "Node | None":
        """The value at a path of keys, or None."""
        entry = self.entry(path[0])
        if entry is None:
            return None
        if not path[1:]:
            return entry.value
        return entry.value.get(*path[1:]) if isinstance(entry.value, Mapping) else None

    def entry(self, key: str) -> Entry | None:
        """The first entry of a key."""
        return next((each for each in self.entries if each.key.text == key), None)


@dataclass(frozen=True, slots=True)
class Array:
    """Items in order; `flow` where they stand in brackets.

    `dashes` are the places of the block's dashes, one an item.
    """

    span: Span
    items: tuple["Node", ...]
    flow: bool
    dashes: tuple[int, ...] = ()
    size: int = 1


Node = Scalar | Mapping | Array


class Misread(NamedTuple):
    """Why and where a text is no tree; the message has no full stop."""

    span: Span
    message: str


class Tree(NamedTuple):
    """What a text says, if anything, and what could not be read of it."""

    root: Node | None
    misreads: tuple[Misread, ...] = ()


def size_of(node: Node) -> int:
    """How many nodes it has when aliases are written out."""
    return 1 if isinstance(node, Scalar) else node.size


def value_of(node: Node) -> str | None:
    """A node as the text that fills a placeholder, or None for no value.

    A collection is written as JSON; one that is beyond all measure is no value.
    """
    if isinstance(node, Scalar):
        return None if node.null else node.text
    try:
        return _json(node) if node.size <= _MOST_NODES else None
    except RecursionError:
        return None


def leaves(root: Node | None) -> set[tuple[str, ...]]:
    """Every value with the keys that lead to it; none of a tree beyond all measure.

    The place of an item in its array does not count.
    """
    if root is None or size_of(root) > _MOST_NODES:
        return set()
    found: set[tuple[str, ...]] = set()
    waiting: list[tuple[tuple[str, ...], Node]] = [((), root)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, Mapping):
            waiting += [((*path, key.text), value) for key, value in node.entries]
        elif isinstance(node, Array):
            waiting += [((*path, ""), item) for item in node.items]
        elif not node.null:
            found.add((*path, node.text))
    return found


def duplicates(root: Node | None) -> Iterator[Misread]:
    """The keys that their mapping has had before."""
    waiting = [root] if root else []
    known: set[int] = set()
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar) or id(node) in known:
            continue
        known.add(id(node))
        if isinstance(node, Array):
            waiting += node.items
            continue
        waiting += [entry.value for entry in node.entries]
        yield from _repeated(node)


def problem_span(text: str, offset: int) -> Span:
    """From an offset to the end of its line.

    Where nothing stands there, it is the last line before that says something.
    """
    end = line_end(text, offset)
    if text[offset:end].strip():
        return Span(offset, end)
    end = len(text[:offset].rstrip())
    return Span(end - len(text[line_start(text, end) : end].lstrip()), end)


def _repeated(mapping: Mapping) -> Iterator[Misread]:
    seen: set[str] = set()
    for key, _ in mapping.entries:
        if key.text in seen:
            yield Misread(key.span, f"the key `{key.text}` stands here a second time")
        seen.add(key.text)


def _json(node: Node) -> str:
    if isinstance(node, Mapping):
        pairs = (f"{_string(key.text)}: {_json(value)}" for key, value in node.entries)
        return f"{{{', '.join(pairs)}}}"
    if isinstance(node, Array):
        return f"[{', '.join(map(_json, node.items))}]"
    if node.null:
        return "null"
    bare = node.plain and (_NUMBER.match(node.text) or _BOOLEAN.match(node.text))
    return node.text.lower() if bare else _string(node.text)


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
