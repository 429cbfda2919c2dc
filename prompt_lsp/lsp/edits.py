"""Edits of files in the words of the client."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from prompt_lsp.formats.format import SourceEdit
from prompt_lsp.lsp.client import Client
from prompt_lsp.lsp.convert import Position, TextEdit, edit_of
from prompt_lsp.lsp.linted import File
from prompt_lsp.text import Encoding

WorkspaceEdit = dict[str, Any]

_START: Position = {"line": 0, "character": 0}


def workspace_edit(
    files: Sequence[File],
    edits: Iterable[SourceEdit],
    client: Client,
    encoding: Encoding,
) -> WorkspaceEdit:
    """Edits of the sources of a document, for the versions that the client has."""
    grouped = {
        source: [edit_of(files[source].lines, each.edit, encoding) for each in group]
        for source, group in groupby(
            sorted(edits, key=lambda each: each.source), lambda each: each.source
        )
    }
    if client.versions_edits:
        return {
            "documentChanges": [
                _of_document(files[source].uri, files[source].version, texts)
                for source, texts in grouped.items()
            ]
        }
    return {"changes": {files[source].uri: texts for source, texts in grouped.items()}}


def created_file(uri: str, text: str) -> WorkspaceEdit:
    """A new file with a text, for a client that can create files."""
    inserted: TextEdit = {"range": {"start": _START, "end": _START}, "newText": text}
    create = {"kind": "create", "uri": uri, "options": {"overwrite": False}}
    return {"documentChanges": [create, _of_document(uri, None, [inserted])]}


def _of_document(
    uri: str, version: int | None, texts: list[TextEdit]
) -> dict[str, Any]:
    return {"textDocument": {"uri": uri, "version": version}, "edits": texts}
