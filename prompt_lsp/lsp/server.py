"""The server: which handler hears what, and the streams that it is served on."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any, NamedTuple, NoReturn, TypeAlias

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from prompt_lsp import __version__
from prompt_lsp.lsp import pull, settings, start, sync, transport
from prompt_lsp.lsp.calls import Steps
from prompt_lsp.lsp.converter import converter_factory
from prompt_lsp.lsp.diagnostics import SOURCE
from prompt_lsp.lsp.frames import Json
from prompt_lsp.lsp.inbox import CANCEL
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

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that the object which it takes may have."""
        found: tuple[str, ...] = import_module(f"prompt_lsp.lsp.{self.module}").KEYS
        return found


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

# Stock pygls hears these too, and nothing comes of them.
_UNUSED = frozenset(
    {
        types.NOTEBOOK_DOCUMENT_DID_CHANGE,
        types.NOTEBOOK_DOCUMENT_DID_CLOSE,
        types.NOTEBOOK_DOCUMENT_DID_OPEN,
        types.SET_TRACE,
    }
)

# What a client hears or is asked, in no order.
_SENT = (
    types.CANCEL_REQUEST,
    types.CLIENT_REGISTER_CAPABILITY,
    types.CLIENT_UNREGISTER_CAPABILITY,
    types.PROGRESS,
    types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS,
    types.WINDOW_LOG_MESSAGE,
    types.WINDOW_SHOW_MESSAGE,
    types.WINDOW_WORK_DONE_PROGRESS_CREATE,
    types.WORKSPACE_APPLY_EDIT,
    types.WORKSPACE_CONFIGURATION,
    types.WORKSPACE_DIAGNOSTIC_REFRESH,
)


def serve_stdio() -> NoReturn:
    """Serve one client on the standard streams, and end the process."""
    transport.leave(transport.start_io(create_server()))


def serve_tcp(host: str, port: int) -> NoReturn:
    """Serve one client that connects to an address, and end the process."""
    transport.leave(transport.start_tcp(create_server(), host, port))


class Offer(NamedTuple):
    """What the server has for a client that can do everything.

    Attributes:
        methods: of the protocol, that it answers or hears.
        sent: those that it sends.
        requests, commands: of our own, each with the keys that its object may have.
        action_kinds: of the code actions.
    """

    methods: tuple[str, ...]
    sent: tuple[str, ...]
    requests: dict[str, tuple[str, ...]]
    commands: dict[str, tuple[str, ...]]
    action_kinds: tuple[str, ...]


def offer() -> Offer:
    """What the server has, as it registers it."""
    server, offer_diagnostics = _created()
    offer_diagnostics()
    features = server.protocol.fm
    heard = {*features.features, *features.builtin_features, CANCEL}
    return Offer(
        tuple(sorted(heard - _REQUESTS.keys() - _UNUSED)),
        _SENT,
        {name: handler.keys for name, handler in _REQUESTS.items()},
        {name: handler.keys for name, handler in _COMMANDS.items()},
        _ACTION_KINDS,
    )


def create_server() -> LanguageServer:
    """A server that no client has spoken to."""
    return _created()[0]


def _created() -> tuple[LanguageServer, Callable[[], None]]:
    """A server, and what makes it offer diagnostics to a client that asks for them."""
    server = LanguageServer(
        "prompt-lsp",
        __version__,
        protocol_cls=PromptProtocol,
        converter_factory=converter_factory,
    )
    protocol = server.protocol
    assert isinstance(protocol, PromptProtocol)  # noqa: S101 - told to mypy
    session = Session(protocol)
    offer_diagnostics = partial(_offer_diagnostics, server, session)
    _register(server, session, protocol, offer_diagnostics)
    return server, offer_diagnostics


def _register(
    server: LanguageServer,
    session: Session,
    protocol: PromptProtocol,
    offer_diagnostics: Callable[[], None],
) -> None:
    protocol.on_rest = partial(sync.at_rest, session)
    greet = partial(start.initialize, session, offer_diagnostics)
    server.feature(types.INITIALIZE)(greet)
    server.feature(types.SHUTDOWN)(partial(start.shut_down, session))
    server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(
            code_action_kinds=[*_ACTION_KINDS], resolve_provider=True
        ),
    )(_bound_settled(Later("actions", "code_action"), session))
    for method, handler in (_HANDLERS | _REQUESTS).items():
        server.feature(method)(_bound(handler, session))
    for name, command in _COMMANDS.items():
        server.command(name)(_bound_command(command, session))


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


def _bound_settled(handler: Later, session: Session) -> Handler:
    """The same for one that must not answer before the client's settings are known.

    It answers at once where they are: before what is typed next.
    """

    def run(params: Json) -> Steps:
        if not session.settled.is_set():
            yield session.settled.wait, (), None
        return handler.read()(session, params)

    return run


def _bound_command(handler: Later, session: Session) -> Handler:
    """A command, which works with the engine and the style of the client's settings."""
    command = _bound_async(handler, session)

    async def run(*arguments: Json) -> Json:
        await session.settled.wait()
        return await command(*arguments)

    return run


def _bound_async(handler: Later, session: Session) -> Handler:
    async def run(*arguments: Json) -> Json:
        return await handler.read()(session, *arguments)

    return run
