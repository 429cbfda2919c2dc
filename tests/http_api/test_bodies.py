"""Large bodies, slow ones, and clients that leave."""

import asyncio
import importlib
import threading
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any, NoReturn

import httpx
import pytest
from starlette.types import Message

from prompt_lsp.http_api.app import create_app
from prompt_lsp.http_api.options import Options
from prompt_lsp.prompt_tools.schema import Answer, Job
from tests.http_api.steered import Steered, client_of, complaint

MIB = 1024 * 1024
JSON = {"content-type": "application/json"}
PATH = "/v1/experimental/generate_prompt"
START = b'{"task": "sort my mail"'
SOON = 0.02  # seconds: of a clock that is to run out


class Waiting(Steered):
    """An engine that is never done."""

    def __init__(self) -> None:
        super().__init__()
        self.started, self.stopped = asyncio.Event(), asyncio.Event()
        self.handler = self.wait

    async def wait(self, _: Job) -> NoReturn:
        self.started.set()
        try:
            await asyncio.Event().wait()
        finally:
            self.stopped.set()
        raise AssertionError


def padded(size: int) -> bytes:
    """A body of so many bytes, most of which say nothing."""
    return START.ljust(size - 1) + b"}"


async def test_a_body_at_the_limit(client: httpx.AsyncClient) -> None:
    response = await client.post(PATH, content=padded(32 * MIB), headers=JSON)
    assert response.status_code == 200


async def test_a_body_over_the_limit(
    client: httpx.AsyncClient, engine: Steered
) -> None:
    response = await client.post(PATH, content=padded(32 * MIB + 1), headers=JSON)
    assert response.status_code == 413
    assert complaint(response) == "The request body is larger than 32 MiB"
    assert response.json()["error"]["type"] == "request_too_large"
    assert engine.jobs == []


async def test_a_body_that_says_to_be_too_long_is_not_read(
    client: httpx.AsyncClient,
) -> None:
    async def unread() -> AsyncIterator[bytes]:
        pytest.fail("the body was read")
        yield b""

    headers = {**JSON, "content-length": str(32 * MIB + 1)}
    response = await client.post(PATH, content=unread(), headers=headers)
    assert response.status_code == 413


@pytest.mark.parametrize("length", [{}, {"content-length": "7"}])
async def test_a_body_that_does_not_end_is_left(length: dict[str, str]) -> None:
    given = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal given
        while True:
            given += 1000
            yield b" " * 1000

    options = Options(body_limit=10_000)
    async with client_of(Steered(), options) as client:
        headers = {**JSON, **length}
        response = await client.post(PATH, content=endless(), headers=headers)
    assert response.status_code == 413
    assert given == 11_000


async def test_a_body_that_stops_is_given_up() -> None:
    async def stopping() -> AsyncIterator[bytes]:
        yield START
        await asyncio.Event().wait()

    engine = Steered()
    async with client_of(engine, Options(patience=SOON)) as client:
        response = await client.post(PATH, content=stopping(), headers=JSON)
    assert response.status_code == 504
    assert response.json()["error"]["type"] == "timeout_error"
    assert "nothing came for 0.02 seconds" in complaint(response)
    assert engine.jobs == []


async def test_a_body_that_trickles_is_given_up() -> None:
    async def trickling() -> AsyncIterator[bytes]:
        yield START
        while True:
            await asyncio.sleep(0)
            yield b" "

    async with client_of(Steered(), Options(deadline=SOON)) as client:
        response = await client.post(PATH, content=trickling(), headers=JSON)
    assert response.status_code == 504
    assert complaint(response) == "The request took longer than 0.02 seconds"


async def test_a_body_in_pieces(client: httpx.AsyncClient) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for byte in padded(100):
            yield bytes([byte])

    response = await client.post(PATH, content=pieces(), headers=JSON)
    assert response.status_code == 200


async def test_an_answer_that_does_not_come_is_given_up() -> None:
    engine = Waiting()
    async with client_of(engine, Options(deadline=SOON)) as client:
        response = await client.post(PATH, json={"task": "x"})
    assert response.status_code == 504
    assert response.json()["error"]["type"] == "timeout_error"
    assert engine.stopped.is_set()


async def test_a_time_out_within_the_deadline_is_a_crash(engine: Steered) -> None:
    async def fail(_: Job) -> NoReturn:
        raise TimeoutError

    engine.handler = fail
    async with client_of(engine) as client:
        response = await client.post(PATH, json={"task": "x"})
    assert response.status_code == 500


async def run(engine: Steered, received: AsyncIterator[Message]) -> list[Message]:
    """What the application sends for what it receives."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": PATH,
        "headers": [(b"content-type", b"application/json")],
        "server": ("127.0.0.1", 8787),
        "query_string": b"",
    }
    app = create_app(engine, Options(), environment={})
    with suppress(asyncio.CancelledError):
        await app(scope, received.__anext__, send)
    return sent


async def test_who_leaves_is_not_worked_for() -> None:
    engine = Waiting()

    async def leaving() -> AsyncIterator[Message]:
        yield {"type": "http.request", "body": padded(50), "more_body": False}
        await engine.started.wait()
        yield {"type": "http.disconnect"}

    assert await run(engine, leaving()) == []
    assert engine.stopped.is_set()


async def test_who_leaves_within_the_body_is_forgotten() -> None:
    async def leaving() -> AsyncIterator[Message]:
        yield {"type": "http.request", "body": START, "more_body": True}
        yield {"type": "http.disconnect"}

    engine = Steered()
    assert await run(engine, leaving()) == []
    assert engine.jobs == []


async def test_a_server_that_cannot_wait_says_so() -> None:
    """As one does whose time for stopping is over."""
    engine = Waiting()

    async def staying() -> AsyncIterator[Message]:
        yield {"type": "http.request", "body": padded(50), "more_body": False}
        await asyncio.Event().wait()

    running = asyncio.create_task(run(engine, staying()))
    await engine.started.wait()
    running.cancel()
    start, body = await running
    assert start["status"] == 500
    assert b'"The server is stopping"' in body["body"]
    assert engine.stopped.is_set()


async def test_long_prompts_hold_nobody_up(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are read and guarded beside the event loop."""
    threads: list[threading.Thread] = []

    def seen(*where: str) -> None:
        module = importlib.import_module(where[0])
        original = getattr(module, where[1])

        def noted(*given: Any) -> Any:  # noqa: ANN401 - whatever it takes
            threads.append(threading.current_thread())
            return original(*given)

        monkeypatch.setattr(module, where[1], noted)

    seen("prompt_lsp.http_api.working", "job_of")
    seen("prompt_lsp.prompt_tools.answering", "violations")
    response = await client.post(PATH, content=padded(MIB), headers=JSON)
    assert response.status_code == 200
    assert len(threads) == 2
    assert threading.current_thread() not in threads


async def test_many_at_once(client: httpx.AsyncClient, engine: Steered) -> None:
    """All of them are in the engine before the first is answered."""
    count, everyone = 200, asyncio.Event()

    async def together(job: Job) -> Answer:
        if len(engine.jobs) == count:
            everyone.set()
        await everyone.wait()
        return await Steered().answer(job)

    engine.handler = together
    tasks = [f"task number {number}" for number in range(count)]
    answers = await asyncio.gather(
        *(client.post(PATH, json={"task": task}) for task in tasks)
    )
    found = [answer.json()["messages"][0]["content"][0]["text"] for answer in answers]
    assert found == tasks
    assert len({answer.headers["request-id"] for answer in answers}) == count
