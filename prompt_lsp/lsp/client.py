"""What the client at the other end can do, as far as it matters here."""

from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from lsprotocol import types


@dataclass(frozen=True, slots=True)
class Client:
    """The facts of its capabilities.

    Attributes:
        pulls: it asks for diagnostics, so none are pushed to it.
        refreshes: it can be told to ask again.
        related: it shows related information of a diagnostic.
        unnecessary: it fades what a diagnostic tags as unnecessary.
        describes: it links the code of a diagnostic to a page.
        relates_documents: an answer about one document may speak of others.
        versions_edits: its edits of documents name the version that they are for.
        applies: it applies edits that it is sent.
        creates_files: an edit may create a file.
        confirms: it shows an edit to the user where that says so, and what it is.
        progresses: the server may begin to show that it works.
        commands: those of its own that a code action may name.
        resolves: it asks for the edit of a code action when it is chosen.
        markdown: it shows Markdown in a hover, as far as it says.
        configures: it answers `workspace/configuration`.
        registers_configuration: it is told later that it should say when that changes.
        watches: it is told later which files to watch.
        relative_globs: the globs of these files may name their folder.
    """

    pulls: bool = False
    refreshes: bool = False
    related: bool = False
    unnecessary: bool = False
    describes: bool = False
    relates_documents: bool = False
    versions_edits: bool = False
    applies: bool = False
    creates_files: bool = False
    confirms: bool = False
    progresses: bool = False
    commands: frozenset[str] = frozenset()
    resolves: bool = False
    markdown: bool = False
    configures: bool = False
    registers_configuration: bool = False
    watches: bool = False
    relative_globs: bool = False


def client_of(capabilities: types.ClientCapabilities) -> Client:
    """The facts that some capabilities tell."""

    def at(path: str) -> Any:  # noqa: ANN401 - each capability has its own type
        return _at(capabilities, path)

    publish = "text_document.publish_diagnostics"
    watch = "workspace.did_change_watched_files"
    formats = at("text_document.hover.content_format")
    kinds = at("workspace.workspace_edit.resource_operations") or ()
    return Client(
        pulls=at("text_document.diagnostic") is not None,
        refreshes=bool(at("workspace.diagnostics.refresh_support")),
        related=bool(at(f"{publish}.related_information")),
        unnecessary=types.DiagnosticTag.Unnecessary
        in (at(f"{publish}.tag_support.value_set") or ()),
        describes=bool(at(f"{publish}.code_description_support")),
        relates_documents=bool(at("text_document.diagnostic.related_document_support")),
        # Who performs operations on files takes them among versioned edits.
        versions_edits=bool(at("workspace.workspace_edit.document_changes") or kinds),
        applies=bool(at("workspace.apply_edit")),
        creates_files=types.ResourceOperationKind.Create in kinds,
        confirms=at("workspace.workspace_edit.change_annotation_support") is not None,
        progresses=bool(at("window.work_done_progress")),
        commands=_commands(capabilities.experimental),
        resolves="edit"
        in (at("text_document.code_action.resolve_support.properties") or ()),
        markdown=not formats or types.MarkupKind.Markdown in formats,
        configures=bool(at("workspace.configuration")),
        registers_configuration=bool(
            at("workspace.did_change_configuration.dynamic_registration")
        ),
        watches=bool(at(f"{watch}.dynamic_registration")),
        relative_globs=bool(at(f"{watch}.relative_pattern_support")),
    )


def _commands(experimental: object) -> frozenset[str]:
    """Commands of the client, as it lists them for us among its experiments."""
    own = experimental.get("promptLsp") if isinstance(experimental, dict) else None
    listed = own.get("commands") if isinstance(own, dict) else None
    if not isinstance(listed, list | tuple):
        return frozenset()
    return frozenset(each for each in listed if isinstance(each, str))


def _at(holder: object, path: str) -> Any:  # noqa: ANN401
    try:
        return attrgetter(path)(holder)
    except AttributeError:  # a capability on the way is missing
        return None
