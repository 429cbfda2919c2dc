"""An engine that the tests steer, and clients of the application that has it."""

from collections.abc import Awaitable, Callable
from typing import Any

import httpx

from prompt_lsp.http_api.app import create_app
from prompt_lsp.http_api.options import Options
from prompt_lsp.prompt_tools.schema import (
    Answer,
    Generate,
    Improve,
    Job,
    Templatize,
    texts_of,
    user,
)

HERE = "http://127.0.0.1:8787"

Handler = Callable[[Job], Awaitable[Answer]]
Call = Callable[..., Awaitable[httpx.Response]]


async def echo(job: Job) -> Answer:
    """The prompt itself: an answer with which the guard is content."""
    match job:
        case Generate():
            return Answer((user(job.task),))
        case Improve():
            return Answer((user(*texts_of(job)),))
        case Templatize():
            return Answer(job.messages, job.system or "")


class Steered:
    """An engine that keeps its jobs and does what it is told with each."""

    name = label = "steered"
    repairs = False

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self.handler: Handler = echo
        self.closed = 0

    async def answer(self, job: Job, _: tuple[str, ...] = ()) -> Answer:
        self.jobs.append(job)
        return await self.handler(job)

    async def aclose(self) -> None:
        self.closed += 1


def client_of(engine: Steered, options: Options | None = None) -> httpx.AsyncClient:
    app = create_app(engine, options or Options(), environment={})
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=HERE)


def complaint(response: httpx.Response) -> str:
    """The message of a refusal whose envelope is as it must be."""
    body: dict[str, Any] = response.json()
    assert body.keys() == {"type", "error", "request_id"}
    assert body["type"] == "error"
    assert body["error"].keys() == {"type", "message"}
    assert body["request_id"] == response.headers["request-id"]
    assert body["request_id"].startswith("req_")
    return str(body["error"]["message"])
