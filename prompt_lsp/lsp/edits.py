"""Edits of files in the words of the client."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, NotRequired, TypedDict

from prompt_lsp.formats.format import SourceEdit
from prompt_lsp.lsp.client import Client
from prompt_lsp.lsp.convert import Position, TextEdit, edit_of
from prompt_lsp.lsp.linted import File
from prompt_lsp.text import Encoding

WorkspaceEdit = dict[str, Any]

_START: Position = {"line": 0, "character": 0}


class Note(TypedDict):
    """What an edit does to a document, for the user who is to agree."""

    label: str
    description: NotRequired[str]


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
    return creating({"documentChanges": [_of_document(uri, None, [inserted])]}, uri)


def annotated(
    edit: WorkspaceEdit, notes: Mapping[str, Note], client: Client
) -> WorkspaceEdit:
    """An edit that says what it does, and waits for the user to agree.

    `notes` has one for each document by its address. A client that does not show them
    gets the edit as it is.
    """
    if not (client.confirms and "documentChanges" in edit):
        return edit
    changes = [_noted(change) for change in edit["documentChanges"]]
    written = {uri: {**note, "needsConfirmation": True} for uri, note in notes.items()}
    return {"documentChanges": changes, "changeAnnotations": written}


def _noted(change: dict[str, Any]) -> dict[str, Any]:
    if "kind" in change:
        return change | {"annotationId": change["uri"]}
    uri = change["textDocument"]["uri"]
    return change | {
        "edits": [each | {"annotationId": uri} for each in change["edits"]]
    }


def creating(edit: WorkspaceEdit, uri: str) -> WorkspaceEdit:
    """An edit that first makes a file, which it then fills; never over another."""
    changes = edit["documentChanges"]
    return {"documentChanges": [_creation(uri), *changes]}


def _creation(uri: str) -> dict[str, Any]:
    return {"kind": "create", "uri": uri, "options": {"overwrite": False}}


def _of_document(
    uri: str, version: int | None, texts: list[TextEdit]
) -> dict[str, Any]:
    return {"textDocument": {"uri": uri, "version": version}, "edits": texts}
