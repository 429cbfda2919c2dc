"""Work that shows itself, and that a user can stop."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from itertools import count
from typing import Any

from lsprotocol import types
from lsprotocol.types import ProgressToken

from prompt_lsp.lsp.protocol import PROGRESS_TOKEN, PromptProtocol
from prompt_lsp.lsp.session import Session

# Nobody shall wait longer for the work because a client does not show it.
_PATIENCE = 1.0

_NUMBERS = count(1)


class Progress:
    """The progress of one task; nothing is shown to a client that has no place for it.

    A client that sends `window/workDoneProgress/cancel` cancels the task, from the
    moment on when it knows the token.
    """

    def __init__(self, protocol: PromptProtocol, title: str) -> None:
        self._protocol = protocol
        self._title = title
        self._task = asyncio.current_task()
        self._token: ProgressToken | None = None
        self._claimed: ProgressToken | None = None
        if (token := PROGRESS_TOKEN.get()) is not None:
            self._claim(token)
        self._message = ""
        self._ended = False

    async def begin(self, session: Session) -> None:
        """Begin at the client's own token, or at one that it accepts."""
        token = self._claimed
        if token is not None:
            self._begin_at(token)
        elif session.client.progresses:
            await self._create(f"prompt-lsp-{next(_NUMBERS)}")

    def report(self, message: str) -> None:
        """Say what is going on."""
        self._message = message
        if message:
            self._say({"kind": "report", "message": message})

    def end(self) -> None:
        """Say that it is over, once."""
        self._say({"kind": "end"})
        if self._claimed is not None:
            self._protocol.progress.tokens.pop(self._claimed, None)
        self._token, self._claimed, self._ended = None, None, True

    async def _create(self, token: str) -> None:
        """Ask for a place; a client that answers late shows what is left to show."""
        self._claim(token)
        answered = asyncio.Event()

        def heed(created: "Future[Any]") -> None:
            answered.set()
            if created.cancelled() or created.exception() or self._ended:
                return
            self._begin_at(token)

        created = self._protocol.send_request(
            types.WINDOW_WORK_DONE_PROGRESS_CREATE, {"token": token}
        )
        created.add_done_callback(heed)
        with suppress(TimeoutError):
            # `wait_for` forgets a cancel that comes together with the answer.
            async with asyncio.timeout(_PATIENCE):
                await answered.wait()

    def _claim(self, token: ProgressToken) -> None:
        """Have a cancel at a token stop the task, until the end."""
        stop: Future[None] = Future()
        stop.add_done_callback(self._stop)
        self._protocol.progress.tokens[token] = stop
        self._claimed = token

    def _begin_at(self, token: ProgressToken) -> None:
        self._token = token
        self._say({"kind": "begin", "title": self._title, "cancellable": True})
        self.report(self._message)

    def _stop(self, asked: "Future[None]") -> None:
        if asked.cancelled() and self._task is not None and not self._ended:
            self._task.cancel()

    def _say(self, value: dict[str, Any]) -> None:
        if self._token is not None:
            self._protocol.notify(
                types.PROGRESS, {"token": self._token, "value": value}
            )


@contextmanager
def progress(session: Session, title: str) -> Iterator[Progress]:
    """The progress of the present task, which ends with the block at the latest."""
    shown = Progress(session.protocol, title)
    try:
        yield shown
    finally:
        shown.end()
