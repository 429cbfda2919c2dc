"""One request from its headers to its answer."""

import asyncio
from collections.abc import Coroutine
from http import HTTPStatus
from typing import Any

from starlette.requests import ClientDisconnect, Request

from prompt_lsp.http_api.failures import Failure, failure_of
from prompt_lsp.http_api.jobs import job_of
from prompt_lsp.http_api.options import Options
from prompt_lsp.http_api.reading import admit, body_of
from prompt_lsp.prompt_tools.answering import answered
from prompt_lsp.prompt_tools.engine import Engine
from prompt_lsp.prompt_tools.errors import PromptToolsError
from prompt_lsp.prompt_tools.schema import Answer, Job, Tool
from prompt_lsp.prompt_tools.wire import answer_body

_SHORT = 64 * 1024  # bytes that are understood faster than a thread is asked


async def response_body(
    tool: Tool, request: Request, engine: Engine, options: Options
) -> dict[str, Any]:
    """What a request is answered, as JSON.

    Raises:
        Failure: it is refused, or took too long.
        ClientDisconnect: nobody waits for the answer any more.
    """
    admit(request, options)
    clock = asyncio.timeout(options.deadline)
    try:
        async with clock:
            job = await _understood(tool, await body_of(request, options))
            answer = await _while_awaited(request, answered(engine, job))
    except PromptToolsError as error:
        raise failure_of(error) from error
    except TimeoutError:
        if not clock.expired():
            raise
        message = f"The request took longer than {options.deadline:g} seconds"
        raise Failure(HTTPStatus.GATEWAY_TIMEOUT, message) from None
    return answer_body(job, answer)


async def _understood(tool: Tool, body: bytes) -> Job:
    if len(body) <= _SHORT:
        return job_of(tool, body)
    return await asyncio.to_thread(job_of, tool, body)


async def _while_awaited(request: Request, work: Coroutine[Any, Any, Answer]) -> Answer:
    """What a work gives, unless its client leaves: a model's time costs money.

    Raises:
        ClientDisconnect: the client left, and the work was stopped.
    """
    doing = asyncio.create_task(work)
    leaving = asyncio.create_task(_departure(request))
    both = doing, leaving
    try:
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        if not doing.done():
            raise ClientDisconnect
        return doing.result()
    finally:
        for task in both:
            task.cancel()
        await asyncio.gather(*both, return_exceptions=True)


async def _departure(request: Request) -> None:
    """Wait until the client is gone."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
