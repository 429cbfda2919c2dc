"""What a tool made of a prompt, as an edit of what the prompt has become meanwhile."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from prompt_lsp.document.model import Document
from prompt_lsp.formats.format import SourceEdit
from prompt_lsp.lsp.address import name_of
from prompt_lsp.lsp.edits import (
    Note,
    WorkspaceEdit,
    annotated,
    creating,
    workspace_edit,
)
from prompt_lsp.lsp.linted import File
from prompt_lsp.lsp.refusals import ContentModified
from prompt_lsp.lsp.session import Session
from prompt_lsp.lsp.tool_places import sidecar_uri
from prompt_lsp.prompt_tools.revision import Revision, carried_over
from prompt_lsp.prompt_tools.schema import Change
from prompt_lsp.workspace import paths

_LONGEST = 300  # characters of a description in a preview


def proposal(
    session: Session, uri: str, made: Revision, label: str, changes: Iterable[Change]
) -> WorkspaceEdit:
    """The edit of an open prompt, for the versions that the client has now.

    Raises:
        ContentModified: what it is about was changed, or closed, meanwhile.
    """
    present = session.present(uri)
    if present is None:
        message = "the prompt was closed meanwhile; nothing was changed"
        raise ContentModified(message)
    document, files = present
    edits = _carried(made, document)
    if edits is None:
        message = f"{_meanwhile(made, document)}; nothing was changed, ask again"
        raise ContentModified(message)
    new = sidecar_uri(files[0].uri, made.before.sources[-1].name)
    if made.creates:
        files = (*files, File(new, "", None))
    edit = workspace_edit(files, edits, session.client, session.encoding)
    notes = _notes(files, {each.source for each in edits}, label, changes)
    written = creating(edit, new) if made.creates else edit
    return annotated(written, notes, session.client)


def _carried(made: Revision, now: Document) -> Sequence[SourceEdit] | None:
    """The edits for what the document is now; None where they have no place in it."""
    if made.creates and paths.exists(made.before.sources[-1].name):
        return None
    if not made.creates and now.sources == made.before.sources:
        return made.edits
    return None if _declares_the_same(now, made) else carried_over(made, now.sources)


def _meanwhile(made: Revision, now: Document) -> str:
    """What was changed meanwhile."""
    own, *beside = made.before.sources
    beside = [*now.sources[1:]] or beside
    if beside and now.sources[0] == own:
        return f"`{PurePath(beside[-1].name).name}` was changed meanwhile"
    return "the prompt was changed meanwhile where the answer belongs"


def _declares_the_same(now: Document, made: Revision) -> bool:
    """Whether somebody has declared a variable meanwhile that is to be declared."""
    known = _declared(made.before)
    return bool((_declared(now) - known) & (_declared(made.after) - known))


def _declared(document: Document) -> set[str]:
    return {each.name for each in document.declarations or ()}


def _notes(
    files: Sequence[File],
    sources: Iterable[int],
    label: str,
    changes: Iterable[Change],
) -> dict[str, Note]:
    reasons = "; ".join(dict.fromkeys(each.reason for each in changes))
    if len(reasons) > _LONGEST:
        reasons = reasons[: _LONGEST - 1] + "…"
    notes: dict[str, Note] = {}
    for source in sources:
        uri = files[source].uri
        if source:
            notes[uri] = {"label": f"Write the values to `{name_of(uri)}`"}
        else:
            notes[uri] = {"label": label}
            if reasons:
                notes[uri]["description"] = reasons
    return notes
