"""What a format is: file text in, document out; operations in, edits out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from prompt_lsp.document.model import Document, Source
from prompt_lsp.document.operations import Declare
from prompt_lsp.text import Edit


class SourceEdit(NamedTuple):
    """An edit of one of a document's sources, by its place in `Document.sources`."""

    source: int
    edit: Edit


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of prompt file.

    Attributes:
        name: what users read, as in `skipped: no reader for NAME`.
        suffixes: ends of file names that are of this kind.
        languages: language ids of editors that mean this kind.
        read: text to document, never failing; None where there is no reader yet.
            The flag says that the configuration declares it text-completions.
        declare: how variables are declared together, where the prompt keeps them;
            None, here or from it, where it has no place for them.
    """

    name: str
    suffixes: tuple[str, ...]
    languages: tuple[str, ...]
    read: Callable[[tuple[Source, ...], bool], Document] | None
    declare: (
        Callable[[Document, Sequence[Declare]], tuple[SourceEdit, ...] | None] | None
    ) = None
