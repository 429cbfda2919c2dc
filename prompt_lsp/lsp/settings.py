"""What the client says about settings and folders, at the start and later."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from prompt_lsp.config import SETTINGS
from prompt_lsp.lsp.address import path_of
from prompt_lsp.lsp.session import Session
from prompt_lsp.lsp.sync import diagnostics_changed
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
    """Ask the client for its settings, and heed what it says, however late."""
    session.settled.clear()
    waiting = asyncio.get_running_loop().call_later(_PATIENCE, settle, session)
    try:
        await _ask(session)
    except JsonRpcException as error:
        session.messages.warn(f"the client does not tell its settings: {error}")
    finally:
        waiting.cancel()
        settle(session)


def settle(session: Session) -> None:
    """Wait no longer for settings: push what has been held back."""
    if not session.settled.is_set():
        session.settled.set()
        diagnostics_changed(session)


async def did_change_configuration(
    session: Session, params: types.DidChangeConfigurationParams
) -> None:
    """Ask for the new settings; a client that cannot be asked pushes them."""
    if session.client.configures:
        await ask(session)
    else:
        heed(session, {None: _own(params.settings)})


async def did_change_workspace_folders(
    session: Session, _: types.DidChangeWorkspaceFoldersParams
) -> None:
    """Heed that folders were opened or closed."""
    configure(session)
    if session.client.configures:
        await ask(session)
    else:
        diagnostics_changed(session)


def heed(session: Session, answers: dict[str | None, Table]) -> None:
    """Judge by what the client says, by folder; None is for all the others."""
    if answers == session.answers:
        return
    session.answers = answers
    configure(session)
    if session.settled.is_set():
        diagnostics_changed(session)


async def _ask(session: Session) -> None:
    folders: Sequence[str | None] = roots(session) or (None,)
    items = [_item(session, folder) for folder in folders]
    said = await session.protocol.send_request_async(
        types.WORKSPACE_CONFIGURATION, {"items": items}
    )
    tables = [one if isinstance(one, Mapping) else {} for one in _listed(said)]
    tables += [{}] * (len(folders) - len(tables))
    if len(folders) == 1:
        heed(session, {None: tables[0]})
    else:
        heed(session, dict(zip(folders, tables, strict=False)))


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
