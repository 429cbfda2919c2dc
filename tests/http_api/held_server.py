"""A server of its own process, whose answers wait for a line on standard input.

It writes its address, and a line for each request that has come to the engine.
"""

import asyncio
import logging
import sys

from prompt_lsp.http_api.app import create_app
from prompt_lsp.http_api.listening import listen, url_of
from prompt_lsp.http_api.options import Options
from prompt_lsp.http_api.serving import serve
from prompt_lsp.prompt_tools.schema import Answer, Job
from tests.http_api.steered import Steered, echo


class Held(Steered):
    """Answers once somebody says so; who asks later is answered at once."""

    def __init__(self) -> None:
        super().__init__()
        self.word: asyncio.Task[str] | None = None

    async def answer(self, job: Job, _: tuple[str, ...] = ()) -> Answer:
        print("started", flush=True)  # noqa: T201 - for the test to read
        if self.word is None:
            self.word = asyncio.create_task(asyncio.to_thread(sys.stdin.readline))
        await asyncio.shield(self.word)
        return await echo(job)


def main() -> None:
    sockets = listen("127.0.0.1", 0)

    def ready() -> None:
        print(url_of("127.0.0.1", sockets), flush=True)  # noqa: T201 - likewise

    logging.basicConfig(format="%(message)s")
    logging.getLogger("uvicorn.error").setLevel(logging.INFO)
    app = create_app(Held(), Options(patience=0.2), environment={})
    serve(app, sockets, ready=ready)


if __name__ == "__main__":
    main()
