"""Diagnostics for a client that asks for them."""

from lsprotocol import types

from prompt_lsp.lsp.frames import Json
from prompt_lsp.lsp.linted import Linted
from prompt_lsp.lsp.reports import beside, full, report
from prompt_lsp.lsp.session import Session


async def document_diagnostic(
    session: Session, params: types.DocumentDiagnosticParams
) -> Json:
    """The diagnostics of an open document, unless the client has them already."""
    await session.settled.wait()
    uri = params.text_document.uri
    linted = session.linted(uri)
    if linted is None:
        document = session.opened(uri)
        spelled = uri if document is None else document.uri
        return full(beside(session)[spelled].diagnostics)
    return report(linted, params.previous_result_id) | _related(session, linted)


def _related(session: Session, linted: Linted) -> dict[str, Json]:
    """The diagnostics of the sidecar, for a client that takes them here."""
    if len(linted.files) < 2 or not session.client.relates_documents:
        return {}
    lists = beside(session)
    uris = [file.uri for file in linted.files[1:]]
    return {"relatedDocuments": {uri: full(lists[uri].diagnostics) for uri in uris}}
