"""File text to document, and operations to edits of files."""

from prompt_lsp.formats.catalogue import FORMATS, format_of, parse
from prompt_lsp.formats.editing import apply, edits
from prompt_lsp.formats.format import Format, SourceEdit

__all__ = [
    "FORMATS",
    "Format",
    "SourceEdit",
    "apply",
    "edits",
    "format_of",
    "parse",
]
