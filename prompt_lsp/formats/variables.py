"""The variables that a prompt declares, read from their homes.

A name is declared once a file: what Prompty says of it in `inputs` and `sample`, or
dotprompt in `schema` and `default`, is one declaration, at the first of them and
with the value of the last. A name that both front matter and sidecar hold is
declared in both, for either may be removed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from prompt_lsp.document.model import Declaration, Field, Problem, ProblemKind
from prompt_lsp.formats.extents import entry_extent, item_extent
from prompt_lsp.formats.homes import Home, Shape
from prompt_lsp.formats.tree import Array, Entry, Mapping, Node, Scalar, value_of
from prompt_lsp.text import Span

_BARE_NAME = re.compile(r"[^?(]+")
# YAML takes a placeholder without quotes for braces in braces.
_PLACEHOLDER = re.compile(r"\{\{[^{}\r\n]*\}\}")
_VALUE_KEYS = ("sample", "default", "example")
_FACTS = frozenset(
    (*_VALUE_KEYS, "type", "kind", "description", "required", "strict", "name")
)


def declarations(homes: Iterable[Home]) -> tuple[Declaration, ...]:
    """What the homes declare, in their order."""
    found: dict[tuple[int, str], Declaration] = {}
    for home in homes:
        for each in _declared(home):
            key = each.field.source, each.name
            known = found.get(key)
            if known is None:
                found[key] = each
            elif home.shape in (Shape.SAMPLES, Shape.DEFAULTS):
                found[key] = _valued(known, each)
    return tuple(found.values())


def problems(homes: Iterable[Home]) -> Iterator[Problem]:
    """The homes that are there and name nothing."""
    for home in homes:
        if home.shape is Shape.UNREADABLE and not home.open and home.parent:
            key = home.parent.key
            yield Problem(
                ProblemKind.VARIABLES,
                Field(home.source, key.span, key.span),
                f"`{key.text}` must be a mapping of names, or a list of them",
            )


def _valued(known: Declaration, later: Declaration) -> Declaration:
    """A declaration with the value that a later home gives it, if it gives one.

    Where the value is written is then another place than where the name is.
    """
    if later.value is None:
        return known
    field = replace(known.field, value=later.field.value)
    return replace(known, field=field, value=later.value)


def _declared(home: Home) -> Iterator[Declaration]:
    if isinstance(home.node, Mapping) and home.shape is not Shape.UNREADABLE:
        for index, entry in enumerate(home.node.entries):
            extent = entry_extent(home.sheet.text, home.node, index)
            name, span = _name(home, entry.key)
            if name:
                yield _declaration(home, name, span, extent, _value(home, entry))
    if isinstance(home.node, Array) and home.shape is not Shape.UNREADABLE:
        for index, item in enumerate(home.node.items):
            extent = item_extent(home.sheet.text, home.node, index)
            named = _named(home, item)
            if named is not None and named[0].text:
                name, span, value = named[0].text, named[0].span, named[1]
                yield _declaration(home, name, span, extent, value)


def _declaration(
    home: Home, name: str, span: Span, extent: Span, value: Node | None
) -> Declaration:
    said = None if value is None else _said(home, value)
    place = (
        value.span if value is not None and value.span.start < value.span.end else None
    )
    return Declaration(name, Field(home.source, span, extent, place), said)


def _said(home: Home, value: Node) -> str | None:
    written = value.span.of(home.sheet.text)
    return written if _PLACEHOLDER.fullmatch(written) else value_of(value)


def _name(home: Home, key: Scalar) -> tuple[str, Span]:
    """A key's name and its place: of a schema's the bare identifier."""
    if home.shape is not Shape.SCHEMA:
        return key.text, key.span
    bare = _BARE_NAME.match(key.text)
    if bare is None:
        return "", key.span
    start = key.span.of(home.sheet.text).find(bare.group())
    if start < 0:
        return bare.group(), key.span
    start += key.span.start
    return bare.group(), Span(start, start + len(bare.group()))


def _value(home: Home, entry: Entry) -> Node | None:
    """What fills the variable, of all that is said of it."""
    if home.shape in (Shape.SCHEMA, Shape.PROPERTIES):
        return None
    if isinstance(entry.value, Mapping) and _describes(home, entry.value):
        return _example(entry.value)
    return entry.value


def _describes(home: Home, value: Mapping) -> bool:
    """Whether a mapping tells of a variable, rather than being its value."""
    if home.shape is Shape.INPUTS:
        return not _PLACEHOLDER.fullmatch(value.span.of(home.sheet.text))
    ours = home.shape is Shape.VALUES and home.parent is not None
    keys = {key.text for key, _ in value.entries}
    return ours and bool(keys) and keys <= _FACTS


def _named(home: Home, item: Node) -> tuple[Scalar, Node | None] | None:
    """The name of an array's item, and its value if it has one."""
    if isinstance(item, Scalar):
        return item, None
    if not isinstance(item, Mapping) or not item.entries:
        return None
    name = item.get("name")
    if isinstance(name, Scalar):
        return name, _example(item)
    return None if home.shape is Shape.INPUT_LIST else item.entries[0]


def _example(facts: Mapping) -> Node | None:
    return next((node for node in map(facts.get, _VALUE_KEYS) if node), None)
