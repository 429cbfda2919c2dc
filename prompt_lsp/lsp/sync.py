"""What the client tells of its documents.

Nothing is judged while messages wait: at rest each document that has changed is
judged once, as it stands then.
"""

from lsprotocol import types

from prompt_lsp.lsp.counting import count_when_idle
from prompt_lsp.lsp.session import Session


def did_open(session: Session, params: types.DidOpenTextDocumentParams) -> None:
    """Judge it at rest."""
    session.changed(params.text_document.uri)


def did_change(session: Session, params: types.DidChangeTextDocumentParams) -> None:
    """Judge it anew at rest."""
    session.changed(params.text_document.uri)


def did_close(session: Session, params: types.DidCloseTextDocumentParams) -> None:
    """Take back what was pushed for it."""
    uri = params.text_document.uri
    session.closed(uri)
    session.pushed.take_back(uri)


def at_rest(session: Session) -> None:
    """Push what has changed; count tokens once nobody types any more."""
    if not session.settled.is_set():
        return
    dirty = [*session.dirty.values()]
    session.dirty.clear()
    if not session.client.pulls:
        for uri in dirty:
            _push(session, uri)
        session.pushed.push_sidecars(session)
    session.messages.misconfigured(session.configuration.problems)
    if dirty:
        count_when_idle(session, diagnostics_changed)


def _push(session: Session, uri: str) -> None:
    """Push one document; what goes wrong with it is no reason to leave out others."""
    try:
        session.pushed.push(session, uri)
    except Exception as error:  # noqa: BLE001 - told, so that typing can go on
        session.protocol.report(f"`{uri}` was not judged: {type(error).__name__}")


def diagnostics_changed(session: Session) -> None:
    """Push what is dirty though no text has changed, or have the client ask again."""
    at_rest(session)
    if session.client.pulls and session.client.refreshes:
        session.protocol.send_request(types.WORKSPACE_DIAGNOSTIC_REFRESH)
