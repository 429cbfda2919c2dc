r"""Text and places in it: offsets only, the standard library only.

Offsets are code points from 0. Line ends are those of the Language Server
Protocol and no others: `\n`, `\r\n` and `\r`.
"""

from prompt_lsp.text.buffer import TextBuffer
from prompt_lsp.text.edits import Edit, Overlap, apply_edits
from prompt_lsp.text.lines import Encoding, LineIndex
from prompt_lsp.text.span import Span

__all__ = [
    "Edit",
    "Encoding",
    "LineIndex",
    "Overlap",
    "Span",
    "TextBuffer",
    "apply_edits",
]
