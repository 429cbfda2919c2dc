"""Which engine a session asks, and what becomes of it."""

import asyncio
import threading
from dataclasses import dataclass, field
from typing import Any

import pytest
from pygls.lsp.server import LanguageServer

from prompt_lsp.config import Layer, Level, Resolved, resolve
from prompt_lsp.lsp.converter import converter_factory
from prompt_lsp.lsp.engines import Engines
from prompt_lsp.lsp.protocol import PromptProtocol
from prompt_lsp.lsp.session import Session
from prompt_lsp.lsp.start import shut_down
from prompt_lsp.prompt_tools import catalogue
from prompt_lsp.prompt_tools.errors import Misconfigured


@dataclass
class Made:
    """An engine that only knows who made it."""

    name: str | None
    thread: str = field(default_factory=lambda: threading.current_thread().name)
    closed: bool = False
    stays: bool = False

    async def aclose(self) -> None:
        if self.stays:
            await asyncio.Event().wait()
        self.closed = True


@pytest.fixture(autouse=True)
def making(monkeypatch: pytest.MonkeyPatch) -> None:
    def engine(name: str | None, _: Resolved, __: object) -> Made:
        if name == "messages":
            raise Misconfigured
        return Made(name)

    monkeypatch.setattr(catalogue, "engine", engine)


def create_session() -> Session:
    """A session without a client."""
    server = LanguageServer("x", "1", converter_factory=converter_factory)
    return Session(PromptProtocol(server, converter_factory()))


def settings(level: Level = Level.USER, **table: Any) -> Resolved:  # noqa: ANN401 - settings
    return resolve([Layer(level, table)])


async def test_one_engine_for_the_same_settings() -> None:
    engines = Engines()
    first = await engines.engine(None, settings(deadline=5))
    assert await engines.engine("offline", settings(deadline=5)) is first
    assert await engines.engine(None, settings(deadline=5, feedback=["x"])) is first


async def test_another_engine_for_other_settings() -> None:
    engines = Engines()
    made = [
        await engines.engine(None, found)
        for found in (
            settings(deadline=5),
            settings(deadline=6),
            # The key of the hosted API goes to who is named in the user's own file.
            settings(Level.INITIALIZATION, deadline=5),
        )
    ]
    assert len({id(each) for each in made}) == 3


async def test_engines_are_made_beside_the_event_loop() -> None:
    made = await Engines().engine(None, settings())
    assert isinstance(made, Made)
    assert made.thread != threading.current_thread().name


async def test_what_cannot_be_asked_is_tried_anew() -> None:
    engines = Engines()
    for _ in range(2):
        with pytest.raises(Misconfigured):
            await engines.engine("messages", settings())


async def test_the_session_closes_its_engines() -> None:
    session = create_session()
    await shut_down(session)
    session.engines = Engines()
    made = await session.engines.engine(None, settings())
    await shut_down(session)
    assert isinstance(made, Made)
    assert made.closed


async def test_all_are_closed_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prompt_lsp.lsp.engines._FAREWELL", 0.01)
    engines = Engines()
    one = await engines.engine(None, settings(deadline=1))
    other = await engines.engine(None, settings(deadline=2))
    assert isinstance(one, Made)
    assert isinstance(other, Made)
    one.stays = True
    await engines.aclose()
    assert (one.closed, other.closed) == (False, True)
