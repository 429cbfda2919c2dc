"""The server: which handler hears what, and the streams that it is served on."""

from collections.abc import Callable
from functools import partial
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from prompt_lsp import __version__
from prompt_lsp.lsp import (
    actions,
    commands,
    hovers,
    settings,
    start,
    sync,
    transport,
    watching,
)
from prompt_lsp.lsp.converter import converter_factory
from prompt_lsp.lsp.frames import Json
from prompt_lsp.lsp.protocol import PromptProtocol
from prompt_lsp.lsp.session import Session

_HANDLERS: dict[str, Callable[..., Any]] = {
    types.INITIALIZED: start.initialized,
    types.TEXT_DOCUMENT_DID_OPEN: sync.did_open,
    types.TEXT_DOCUMENT_DID_CHANGE: sync.did_change,
    types.TEXT_DOCUMENT_DID_CLOSE: sync.did_close,
    types.TEXT_DOCUMENT_DID_SAVE: watching.did_save,
    types.TEXT_DOCUMENT_HOVER: hovers.hover,
    types.CODE_ACTION_RESOLVE: actions.resolve,
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: settings.did_change_configuration,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: watching.did_change_watched_files,
    types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: settings.did_change_workspace_folders,
}

_COMMANDS: dict[str, Callable[..., Any]] = {
    commands.FIX_ALL: commands.fix_all,
    commands.CONVERT: commands.convert_to_messages,
}


def serve_stdio() -> int:
    """Serve one client on the standard streams; the exit code."""
    return transport.start_io(create_server())


def serve_tcp(host: str, port: int) -> int:
    """Serve one client that connects to an address; the exit code."""
    return transport.start_tcp(create_server(), host, port)


def create_server() -> LanguageServer:
    """A server that no client has spoken to."""
    server = LanguageServer(
        "prompt-lsp",
        __version__,
        protocol_cls=PromptProtocol,
        converter_factory=converter_factory,
    )
    protocol = server.protocol
    assert isinstance(protocol, PromptProtocol)  # noqa: S101 - told to mypy
    session = Session(protocol)
    protocol.on_rest = partial(sync.at_rest, session)
    server.feature(types.INITIALIZE)(partial(start.initialize, session, server))
    options = types.CodeActionOptions(
        code_action_kinds=[*actions.KINDS], resolve_provider=True
    )
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)(
        partial(actions.code_action, session)
    )
    for method, handler in _HANDLERS.items():
        server.feature(method)(partial(handler, session))
    for name, command in _COMMANDS.items():
        server.command(name)(_bound(command, session))
    return server


def _bound(command: Callable[..., Any], session: Session) -> Callable[..., Any]:
    """A command with its session, told in a signature that pygls can read."""

    async def run(*arguments: Json) -> Json:
        return await command(session, *arguments)

    return run
