"""What the client says about settings and folders, at the start and later."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from prompt_lsp.config import SETTINGS
from prompt_lsp.lsp import watching
from prompt_lsp.lsp.address import path_of
from prompt_lsp.lsp.session import Session
from prompt_lsp.lsp.sync import at_rest, diagnostics_changed
from prompt_lsp.workspace.configuration import Configuration

SECTION = "promptLsp"

# Nobody shall wait longer for diagnostics because a client does not answer.
_PATIENCE = 1.0

Table = Mapping[str, Any]


def configure(session: Session) -> None:
    """Begin anew with the folders that are open and what the client has said."""
    made = Configuration(roots(session), initialization=session.initialization)
    for folder, table in session.answers.items():
        made.set_client(table, folder)
    session.configuration = made
    session.settings_changed()
    if session.watchers:
        watching.register(session)


def roots(session: Session) -> tuple[str, ...]:
    """The paths of the open folders."""
    documents = session.protocol.documents
    folders = [folder.uri for folder in documents.folders.values()]
    uris = folders or [documents.root_uri or ""]
    return tuple(path for uri in uris if (path := path_of(uri)))


def register(session: Session) -> None:
    """Have the client tell when its settings change."""
    if session.client.registers_configuration:
        session.protocol.register(
            types.WORKSPACE_DID_CHANGE_CONFIGURATION, {"section": SECTION}
        )


async def ask(session: Session) -> None:
    """Ask the client for its settings, and heed what it says, however late.

    Until it has answered, for a while, no diagnostics go out that might be wrong.
    """
    session.settled.clear()
    waiting = asyncio.get_running_loop().call_later(_PATIENCE, _settle, session)
    try:
        changed = heed(session, await _answers(session))
    except JsonRpcException as error:
        session.messages.warn(f"the client does not tell its settings: {error}")
        changed = False
    finally:
        waiting.cancel()
        _settle(session)
    if changed:
        diagnostics_changed(session)


async def did_change_configuration(
    session: Session, params: types.DidChangeConfigurationParams
) -> None:
    """Ask for the new settings; a client that cannot be asked pushes them."""
    if session.client.configures:
        await ask(session)
    elif heed(session, {None: _own(params.settings)}):
        diagnostics_changed(session)


async def did_change_workspace_folders(
    session: Session, _: types.DidChangeWorkspaceFoldersParams
) -> None:
    """Heed that folders were opened or closed."""
    configure(session)
    if session.client.configures:
        await ask(session)
    else:
        diagnostics_changed(session)


def heed(session: Session, answers: dict[str | None, Table]) -> bool:
    """Judge by what the client says, by folder; whether it says something else now."""
    said = {folder: table for folder, table in answers.items() if table}
    if said == session.answers:
        return False
    session.answers = said
    configure(session)
    return True


def _settle(session: Session) -> None:
    """Wait no longer: push what has been held back."""
    session.settled.set()
    at_rest(session)


async def _answers(session: Session) -> dict[str | None, Table]:
    folders: Sequence[str | None] = roots(session) or (None,)
    items = [_item(session, folder) for folder in folders]
    said = await session.protocol.send_request_async(
        types.WORKSPACE_CONFIGURATION, {"items": items}
    )
    tables = [one if isinstance(one, Mapping) else {} for one in _listed(said)]
    keys = folders if len(folders) > 1 else (None,)
    return dict(zip(keys, tables, strict=False))


def _item(session: Session, folder: str | None) -> dict[str, str]:
    scope = {} if folder is None else {"scopeUri": session.uri_of(folder)}
    return scope | {"section": SECTION}


def _listed(said: object) -> Sequence[object]:
    return said if isinstance(said, Sequence) and not isinstance(said, str) else ()


def _own(settings: object) -> Table:
    """Our settings among all that a client pushes, or alone."""
    if not isinstance(settings, Mapping):
        return {}
    own = settings.get(SECTION)
    if isinstance(own, Mapping):
        return own
    known = {setting.camel.partition(".")[0] for setting in SETTINGS}
    return settings if known & settings.keys() else {}
