"""Declaring variables where a prompt keeps them, in the style of that place."""

from collections.abc import Sequence

from prompt_lsp.document.operations import Declare
from prompt_lsp.formats.format import SourceEdit
from prompt_lsp.formats.growth import Pair, Value, whole, with_entries, with_items
from prompt_lsp.formats.homes import Home, Shape
from prompt_lsp.formats.tree import Array, Mapping, Scalar
from prompt_lsp.text import Edit


def declare(
    homes: Sequence[Home], declares: Sequence[Declare]
) -> tuple[SourceEdit, ...] | None:
    """The edits that declare variables, or None where there is no place for them.

    Where names and values have homes of their own, each goes to its own.
    """
    writable = [home for home in homes if home.shape is not Shape.UNREADABLE]
    if not writable:
        return None
    first, *rest = writable
    beside = next((home for home in rest if home.source == first.source), None)
    made = _names_and_values(first, beside, declares)
    if None in made:
        return None
    return tuple(SourceEdit(first.source, edit) for edit in made if edit)


def _names_and_values(
    home: Home, beside: Home | None, declares: Sequence[Declare]
) -> list[Edit | None]:
    valued = [(each.name, each.value) for each in declares if each.value]
    if home.shape in (Shape.SCHEMA, Shape.PROPERTIES):
        typed = [_typed(home, each.name) for each in declares]
        made = [_entries(home, typed)]
        if valued:
            made.append(_entries(beside, valued) if beside else _defaults(home, valued))
        return made
    if home.shape in (Shape.INPUTS, Shape.INPUT_LIST) and beside:
        made = [_inputs(home, [each._replace(value="") for each in declares])]
        return [*made, _entries(beside, valued)] if valued else made
    if home.shape in (Shape.INPUTS, Shape.INPUT_LIST):
        return [_inputs(home, declares)]
    if home.shape is Shape.NAMES:
        return [_items(home, [_named(each) for each in declares])]
    return [_entries(home, [(each.name, each.value) for each in declares])]


def _entries(home: Home, pairs: Sequence[Pair]) -> Edit | None:
    if isinstance(home.node, Mapping) and (home.node.flow or home.node.entries):
        return with_entries(home.sheet, home.parent, home.node, pairs)
    if home.parent is None:
        return whole(home.sheet, pairs) if home.blank else None
    if isinstance(home.node, Scalar):
        return with_entries(home.sheet, home.parent, home.node, pairs)
    return None


def _items(home: Home, items: Sequence[Value]) -> Edit | None:
    if isinstance(home.node, Array | Scalar):
        return with_items(home.sheet, home.parent, home.node, items)
    return None


def _inputs(home: Home, declares: Sequence[Declare]) -> Edit | None:
    """Inputs as Prompty lists them, in the words of their neighbours."""
    kind = _kind(home)
    if home.shape is Shape.INPUT_LIST:
        return _items(
            home, [{"name": each.name} | _facts(kind, each) for each in declares]
        )
    if _bare(home):
        return _entries(home, [(each.name, each.value) for each in declares])
    return _entries(home, [(each.name, _facts(kind, each)) for each in declares])


def _facts(kind: str, declare: Declare) -> dict[str, str]:
    default = {"default": declare.value} if declare.value else {}
    return {kind: "string"} | default


def _kind(home: Home) -> str:
    """The word for an input's type: `type` in the first Prompty, later `kind`."""
    node = home.node
    if isinstance(node, Array):
        return "kind"
    if isinstance(node, Mapping):
        known = [entry.value for entry in node.entries]
        if any(isinstance(each, Mapping) and each.entry("kind") for each in known):
            return "kind"
    return "type"


def _bare(home: Home) -> bool:
    """Whether all inputs are given by their values alone."""
    return (
        isinstance(home.node, Mapping)
        and bool(home.node.entries)
        and all(isinstance(entry.value, Scalar) for entry in home.node.entries)
    )


def _typed(home: Home, name: str) -> Pair:
    if home.shape is Shape.PROPERTIES:
        return name, {"type": "string"}
    return name, "string"


def _defaults(home: Home, valued: Sequence[tuple[str, str]]) -> Edit | None:
    """A home for values beside a schema that stands alone."""
    if home.around is None:
        return None
    new = [("default", dict(valued))]
    return with_entries(home.sheet, None, home.around, new)


def _named(declare: Declare) -> Value:
    if declare.name == "name" and declare.value:  # else the value would be the name
        return {"name": declare.name, "default": declare.value}
    return {declare.name: declare.value} if declare.value else declare.name
