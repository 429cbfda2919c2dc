"""The list of a JSON schema that requires properties by their names."""

from prompt_lsp.document.model import Declaration
from prompt_lsp.formats.assembly import Host
from prompt_lsp.formats.extents import entry_extent, item_extent
from prompt_lsp.formats.tree import Array, Mapping, Scalar
from prompt_lsp.text import Span

_SCHEMAS = (("input", "schema"), ("inputSchema",))


def required_extent(host: Host, declaration: Declaration) -> Span | None:
    """What goes with a property of the front matter's schema that it requires."""
    if declaration.field.source != 0 or host.front.root is None:
        return None
    for path in _SCHEMAS:
        schema = host.front.root.get(*path)
        if isinstance(schema, Mapping) and schema.span.covers(declaration.field.span):
            return _extent(host.text, schema, declaration.name)
    return None


def _extent(text: str, schema: Mapping, name: str) -> Span | None:
    """The item with the name, or the whole list where it is the only one."""
    entry = schema.entry("required")
    if entry is None or not isinstance(entry.value, Array):
        return None
    items = entry.value.items
    named = [
        index
        for index, item in enumerate(items)
        if isinstance(item, Scalar) and item.text == name
    ]
    if not named or schema.entry("properties") is None:
        return None
    if len(items) == 1:
        return entry_extent(text, schema, schema.entries.index(entry))
    return item_extent(text, entry.value, named[0])
