"""Where a prompt's variables live: the places of front matter and sidecars.

A host's dialect says which of its keys declare variables. Front matter `variables:`
comes before them in every dialect, and then alone speaks for the front matter.

An empty mapping or list says that there are no variables. A key without a value and
a YAML file of nothing but comments are places for variables of which nothing is
known yet; an empty JSON file is no JSON.
"""

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from prompt_lsp.formats.front_matter import FrontMatter
from prompt_lsp.formats.growth import Sheet
from prompt_lsp.formats.sidecar import Sidecar
from prompt_lsp.formats.tree import Array, Entry, Mapping, Node, Scalar

_JSON_SCHEMA_TYPES = frozenset(
    ("any", "array", "boolean", "integer", "null", "number", "object", "string")
)


class Shape(Enum):
    """How a home names its variables."""

    VALUES = auto()  # a mapping of names to values
    NAMES = auto()  # an array of names, of `name: value`, or as Prompty's lists
    INPUTS = auto()  # Prompty: a mapping of names to what is known of them
    INPUT_LIST = auto()  # Prompty 2: an array of mappings with a `name`
    SAMPLES = auto()  # Prompty: a mapping of names to sample values
    SCHEMA = auto()  # dotprompt: a mapping of names, with marks, to types
    PROPERTIES = auto()  # dotprompt: a mapping of names to JSON schemas
    DEFAULTS = auto()  # dotprompt: a mapping of names to values
    UNREADABLE = auto()  # a key is there, but what it holds names nothing


class Home(NamedTuple):
    """One place where variables are declared.

    Attributes:
        shape: how it names them.
        source: which of the document's sources holds it.
        sheet: that source.
        node: the mapping or array; an empty scalar where nothing is declared yet.
        parent: the entry whose value the node is; None for a whole file.
        around: the mapping that holds the parent, where a neighbour may be put.
        open: its host allows names that it does not list.
        blank: it is a whole file in which nothing is declared yet.
    """

    shape: Shape
    source: int
    sheet: Sheet
    node: Node | None
    parent: Entry | None = None
    around: Mapping | None = None
    open: bool = False
    blank: bool = False

    @property
    def complete(self) -> bool:
        """Whether it lists all the names that it allows; `<<` merges in others."""
        merges = isinstance(self.node, Mapping) and self.node.entry("<<") is not None
        return not (self.open or merges)

    @property
    def silent(self) -> bool:
        """Whether nothing is said: no `{}`, which says that there are none."""
        return self.blank or (isinstance(self.node, Scalar) and self.node.null)


class Dialect(Enum):
    """Which keys of front matter declare variables, beside `variables`."""

    PLAIN = auto()
    PROMPTY = auto()
    DOTPROMPT = auto()


def homes(
    text: str, front: FrontMatter, dialect: Dialect, sidecar: Sidecar | None
) -> tuple[Home, ...]:
    """Every home that a document has, the preferred one first.

    `text` is the prompt's own file.
    """
    found = tuple(_in_front_matter(Sheet(text), front, dialect))
    if sidecar is None:
        return found
    beside = Home(
        Shape.VALUES,
        sidecar.source,
        sidecar.sheet,
        sidecar.root,
        blank=sidecar.blank,
    )
    return (*found, beside)


def _in_front_matter(
    sheet: Sheet, front: FrontMatter, dialect: Dialect
) -> Iterator[Home]:
    own = front.entry("variables")
    if own is not None:
        yield _own(sheet, own, front.root)
    elif dialect is Dialect.PROMPTY:
        yield from _prompty(sheet, front)
    elif dialect is Dialect.DOTPROMPT:
        yield from _dotprompt(sheet, front)


def _own(sheet: Sheet, entry: Entry, around: Mapping | None) -> Home:
    shape = _shape(entry.value, Shape.VALUES, Shape.NAMES)
    return Home(shape, 0, sheet, entry.value, entry, around)


def _prompty(sheet: Sheet, front: FrontMatter) -> Iterator[Home]:
    inputs, around = front.entry("inputs"), front.root
    schema = front.entry("inputSchema")
    if inputs is None and schema is not None and isinstance(schema.value, Mapping):
        inputs, around = schema.value.entry("properties"), schema.value
    if inputs is not None:
        shape = _shape(inputs.value, Shape.INPUTS, Shape.INPUT_LIST)
        yield Home(shape, 0, sheet, inputs.value, inputs, around)
    sample = front.entry("sample")
    # Prompty allows the name of a file with samples; what it holds is not known.
    if sample is not None:
        named = isinstance(sample.value, Scalar) and not sample.value.null
        shape = _shape(sample.value, Shape.SAMPLES, Shape.UNREADABLE)
        yield Home(shape, 0, sheet, sample.value, sample, front.root, open=named)


def _dotprompt(sheet: Sheet, front: FrontMatter) -> Iterator[Home]:
    holder = front.entry("input")
    if holder is None or not isinstance(holder.value, Mapping):
        return
    schema = holder.value.entry("schema")
    if schema is not None:
        yield _schema(sheet, schema, holder.value)
    defaults = holder.value.entry("default")
    if defaults is not None:
        shape = _shape(defaults.value, Shape.DEFAULTS, Shape.UNREADABLE)
        yield Home(shape, 0, sheet, defaults.value, defaults, holder.value)


def _schema(sheet: Sheet, entry: Entry, around: Mapping) -> Home:
    """Picoschema or JSON schema; the name of a schema leaves all names open."""
    node = entry.value
    if isinstance(node, Scalar) and not node.null:
        return Home(Shape.UNREADABLE, 0, sheet, node, entry, around, open=True)
    if not isinstance(node, Mapping):
        shape = _shape(node, Shape.SCHEMA, Shape.UNREADABLE)
        return Home(shape, 0, sheet, node, entry, around)
    properties, kind = node.entry("properties"), node.get("type")
    if properties is not None and isinstance(properties.value, Mapping):
        return Home(Shape.PROPERTIES, 0, sheet, properties.value, properties, around)
    if isinstance(kind, Scalar) and kind.text in _JSON_SCHEMA_TYPES:
        return Home(Shape.UNREADABLE, 0, sheet, node, entry, around, open=True)
    wild = any(key.text == "(*)" for key, _ in node.entries)
    return Home(Shape.SCHEMA, 0, sheet, node, entry, around, open=wild)


def _shape(node: Node, mapping: Shape, array: Shape) -> Shape:
    if isinstance(node, Array):
        return array
    if isinstance(node, Mapping) or node.null:
        return mapping
    return Shape.UNREADABLE
