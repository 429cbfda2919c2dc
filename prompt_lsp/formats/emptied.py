"""A list of variables that loses its only item and stays a list."""

from prompt_lsp.document.model import Declaration
from prompt_lsp.formats.assembly import Host
from prompt_lsp.formats.growth import Sheet
from prompt_lsp.formats.tree import Array
from prompt_lsp.text import Edit, Span

_KEYS = ("variables", "inputs")
_BLANK = " \t\r\n"


def emptied(host: Host, declaration: Declaration) -> Edit | None:
    """The edit that leaves `[]`; None where the item may go by itself.

    Nothing at all would read as a mapping to be, and what is declared next would
    stand in another style. In brackets they stay, and a comment behind the key
    leaves no place for them.
    """
    for entry in filter(None, map(host.front.entry, _KEYS)):
        array, extent = entry.value, declaration.field.extent
        if not isinstance(array, Array) or array.flow or len(array.items) > 1:
            continue
        if declaration.field.source or extent.start > array.span.start:
            continue
        key, text = entry.key.span, host.text
        if array.span.end > extent.end or key.end > extent.start:
            continue
        if text[key.end : extent.start].rstrip(_BLANK) == ":":
            line_end = Sheet(text).line_end
            return Edit(Span(key.end, extent.end), f": []{line_end}")
    return None
