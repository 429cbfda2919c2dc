"""Ways to the network engines for tests: no waiting, no chance; and jobs for them."""

from contextlib import aclosing
from dataclasses import dataclass, field

import pytest

from prompt_lsp.prompt_tools.access import Access
from prompt_lsp.prompt_tools.answering import answered
from prompt_lsp.prompt_tools.engines.messages import MessagesEngine
from prompt_lsp.prompt_tools.engines.prompt_tools import PromptToolsEngine
from prompt_lsp.prompt_tools.errors import PromptToolsError
from prompt_lsp.prompt_tools.schema import Answer, Improve, Job, Templatize, user
from prompt_lsp.prompt_tools.transport import Timing, Transport
from tests.prompt_tools.standin import KEY, Standin

SAY = Improve((user("Say {{THING}} loud"),), system="You are brief", feedback="shorter")
BETTER = "You are brief. Say {{THING}}."
TRIP = Templatize((user("Plan a trip to Berlin", "for Ada in Berlin"),), system="Ada")

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


async def ask(server: Standin, job: Job, clock: Clock | None = None) -> Answer:
    """Ask through the guard, and see that nothing was sent that must not be."""
    async with engine_to(access_to(server), clock) as engine:
        answer = await answered(engine, job)
    assert server.faults == []
    return answer


async def refused(
    server: Standin, error: type[PromptToolsError], job: Job = SAY
) -> str:
    """Ask in vain, and read why: one line for people."""
    with pytest.raises(error) as caught:
        await ask(server, job)
    assert server.faults == []
    message = str(caught.value)
    assert message.splitlines() == [message]
    assert not message.endswith(".")
    return message


def said(answer: Answer) -> str:
    """The text of the user's message."""
    return "".join(answer.messages[0].texts)
