"""The server: which handler hears what, and the streams that it is served on."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any, NamedTuple, NoReturn, TypeAlias

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from prompt_lsp import __version__
from prompt_lsp.lsp import pull, settings, start, sync, transport
from prompt_lsp.lsp.converter import converter_factory
from prompt_lsp.lsp.diagnostics import SOURCE
from prompt_lsp.lsp.frames import Json
from prompt_lsp.lsp.protocol import PromptProtocol
from prompt_lsp.lsp.session import Session

Handler: TypeAlias = Callable[..., Any]


class Later(NamedTuple):
    """A handler of a module that is read when it is first called."""

    module: str
    name: str

    def read(self) -> Handler:
        """The handler itself."""
        handler: Handler = getattr(
            import_module(f"prompt_lsp.lsp.{self.module}"), self.name
        )
        return handler


# As `features.code_actions.Kind` has them.
_ACTION_KINDS = (
    "quickfix",
    "source.fixAll.promptLsp",
    "refactor.rewrite.convertToMessages",
    "refactor.rewrite.improve",
    "refactor.rewrite.templatize",
    "source.generate.promptLsp",
)

# In the order of a session. A handler that the first diagnostics do not need is named
# by its module and its name, and read when it is first called.
_HANDLERS: dict[str, Handler | Later] = {
    types.INITIALIZED: start.initialized,
    types.TEXT_DOCUMENT_DID_OPEN: sync.did_open,
    types.TEXT_DOCUMENT_DID_CHANGE: sync.did_change,
    types.TEXT_DOCUMENT_DID_SAVE: Later("watching", "did_save"),
    types.TEXT_DOCUMENT_DID_CLOSE: sync.did_close,
    types.TEXT_DOCUMENT_HOVER: Later("hovers", "hover"),
    types.CODE_ACTION_RESOLVE: Later("actions", "resolve"),
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: settings.did_change_configuration,
    types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: settings.did_change_workspace_folders,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: Later(
        "watching", "did_change_watched_files"
    ),
}
# Methods of our own; their parameters come as plain JSON.
_REQUESTS = {"promptLsp/preview": Later("previews", "preview")}
_COMMANDS = {
    "promptLsp.fixAll": Later("commands", "fix_all"),
    "promptLsp.convertToMessages": Later("commands", "convert_to_messages"),
    "promptLsp.improve": Later("tools", "improve"),
    "promptLsp.templatize": Later("tools", "templatize"),
    "promptLsp.generate": Later("tools", "generate"),
}


def serve_stdio() -> NoReturn:
    """Serve one client on the standard streams, and end the process."""
    transport.leave(transport.start_io(create_server()))


def serve_tcp(host: str, port: int) -> NoReturn:
    """Serve one client that connects to an address, and end the process."""
    transport.leave(transport.start_tcp(create_server(), host, port))


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
    _register(server, Session(protocol), protocol)
    return server


def _register(
    server: LanguageServer, session: Session, protocol: PromptProtocol
) -> None:
    protocol.on_rest = partial(sync.at_rest, session)
    offer = partial(_offer_diagnostics, server, session)
    server.feature(types.INITIALIZE)(partial(start.initialize, session, offer))
    server.feature(types.SHUTDOWN)(partial(start.shut_down, session))
    server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(
            code_action_kinds=[*_ACTION_KINDS], resolve_provider=True
        ),
    )(_bound(Later("actions", "code_action"), session))
    for method, handler in (_HANDLERS | _REQUESTS).items():
        server.feature(method)(_bound(handler, session))
    for name, command in _COMMANDS.items():
        server.command(name)(_bound_async(command, session))


def _offer_diagnostics(server: LanguageServer, session: Session) -> None:
    options = types.DiagnosticOptions(
        identifier=SOURCE, inter_file_dependencies=True, workspace_diagnostics=True
    )
    server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)(
        partial(pull.document_diagnostic, session)
    )
    server.feature(types.WORKSPACE_DIAGNOSTIC)(
        _bound_async(Later("survey", "workspace_diagnostic"), session)
    )


def _bound(handler: Handler | Later, session: Session) -> Handler:
    """A handler with its session."""
    if not isinstance(handler, Later):
        return partial(handler, session)
    return lambda params: handler.read()(session, params)


def _bound_async(handler: Later, session: Session) -> Handler:
    async def run(*arguments: Json) -> Json:
        return await handler.read()(session, *arguments)

    return run
