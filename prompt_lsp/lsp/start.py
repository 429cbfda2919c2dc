"""The handshake."""

from collections.abc import Callable, Mapping

from lsprotocol import types

from prompt_lsp.lsp import settings, watching
from prompt_lsp.lsp.client import client_of
from prompt_lsp.lsp.session import Session


def initialize(
    session: Session,
    offer_diagnostics: Callable[[], None],
    params: types.InitializeParams,
) -> None:
    """Learn what the client can do, before it is told what the server can."""
    session.client = client_of(params.capabilities)
    options = params.initialization_options
    session.initialization = options if isinstance(options, Mapping) else {}
    settings.configure(session)
    if session.client.pulls:
        # To a client that does not ask, diagnostics are pushed instead.
        offer_diagnostics()


async def initialized(session: Session, _: types.InitializedParams) -> None:
    """Ask for the settings, and to be told when they or files change."""
    settings.register(session)
    watching.register(session)
    if session.client.configures:
        await settings.ask(session)


async def shut_down(session: Session, _: object = None) -> None:
    """Let go of connections; what runs is cancelled already."""
    if session.engines is not None:
        await session.engines.aclose()
