"""Edits of a text, stated against the text as it was before any of them."""

from collections.abc import Iterable
from typing import NamedTuple

from prompt_lsp.text.span import Span


class Edit(NamedTuple):
    """Replace what `span` covers by `text`."""

    span: Span
    text: str


class Overlap(ValueError):
    """Two edits change the same characters."""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text after all edits.

    Insertions at one offset keep their given order, before a replacement there.

    Raises:
        Overlap: two edits share a character, or one lies inside another.
    """
    pieces: list[str] = []
    end = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        if edit.span.start < end:
            raise Overlap(edit)
        pieces += (text[end : edit.span.start], edit.text)
        end = edit.span.end
    pieces.append(text[end:])
    return "".join(pieces)
