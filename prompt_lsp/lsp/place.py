"""What the configuration says of a document that is open."""

import os
from typing import NamedTuple

from prompt_lsp.config import Settings
from prompt_lsp.lsp.address import name_of, path_of
from prompt_lsp.lsp.documents import OpenDocument
from prompt_lsp.workspace import paths
from prompt_lsp.workspace.configuration import Configuration


class Place(NamedTuple):
    """Where a document stands, and what holds there.

    Attributes:
        path: of its file; None where it is no file.
        prompt: it is one.
        declared: it is declared to be a text-completions prompt.
        judged: the path whose configuration holds; None for that of the first folder.
    """

    path: str | None
    prompt: bool
    declared: bool
    settings: Settings
    judged: str | None = None


def place_of(document: OpenDocument, configuration: Configuration) -> Place:
    """The place of an open document.

    What is no file is judged as if it lay in the first folder.
    """
    path = path_of(document.uri)
    judged = path
    if judged is None:
        root = next(iter(configuration.roots), os.sep)
        judged = paths.join(root, name_of(document.uri) or "untitled")
    found = judged if configuration.roots or path else None
    return Place(
        path,
        configuration.is_prompt(judged, document.language_id),
        configuration.declared(judged),
        configuration.settings(found),
        found,
    )
