"""Ways to the network engines for tests: no waiting, and no chance."""

from contextlib import aclosing
from dataclasses import dataclass, field

from prompt_lsp.prompt_tools.access import Access
from prompt_lsp.prompt_tools.engines.messages import MessagesEngine
from prompt_lsp.prompt_tools.engines.prompt_tools import PromptToolsEngine
from prompt_lsp.prompt_tools.transport import Timing, Transport
from tests.prompt_tools.standin import KEY, Standin

DATE = 1_767_225_600.0  # 2026-01-01 00:00:00 UTC, where dates are compared


@dataclass
class Clock:
    """A clock that goes forward only by sleeping, and what was slept."""

    chance: float = 0.0
    now: float = 1000.0
    slept: list[float] = field(default_factory=list)

    @property
    def timing(self) -> Timing:
        async def sleep(seconds: float) -> None:
            self.slept.append(seconds)
            self.now += seconds

        return Timing(lambda: self.now, lambda: DATE, sleep, lambda: self.chance)


def access_to(
    server: Standin, *, key: str | None = KEY, deadline: float = 60
) -> Access:
    """Access to a stand-in."""
    return Access(server.url, server.host, key, deadline, loopback=True)


def transport_to(access: Access, clock: Clock | None = None) -> aclosing[Transport]:
    """A transport, closed in the end."""
    return aclosing(Transport(access, (clock or Clock()).timing))


def engine_to(access: Access, clock: Clock | None = None) -> aclosing[MessagesEngine]:
    """The engine `messages`, closed in the end."""
    timing = (clock or Clock()).timing
    return aclosing(MessagesEngine(access, "some-model", timing))


def tools_to(access: Access) -> aclosing[PromptToolsEngine]:
    """The engine `prompt-tools`, closed in the end."""
    return aclosing(PromptToolsEngine(access, Clock().timing))
