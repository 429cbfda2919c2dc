"""The service under uvicorn, from its first request to the end of its last."""

import logging
import signal
import socket
from collections.abc import Callable
from types import FrameType

import uvicorn
from fastapi import FastAPI

from prompt_lsp.http_api.door import LOGGER
from prompt_lsp.http_api.protocol import EnvelopeProtocol


def serve(
    app: FastAPI,
    sockets: list[socket.socket],
    *,
    ready: Callable[[], None],
    log_requests: bool = False,
) -> None:
    """Serve until a signal asks to stop, and finish what runs then.

    Each request has a deadline, so that this ends without one of its own. A second
    interrupt does not wait.

    Args:
        app: what answers.
        sockets: where it is asked.
        ready: called once requests are answered and signals are heeded.
        log_requests: tell of each request on standard error.

    Raises:
        SystemExit: after the signal to terminate, with exit code 0.
    """
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    if log_requests:
        LOGGER.setLevel(logging.INFO)
    # uvicorn repeats a signal once everything is done: that we were asked to stop,
    # and did, is no failure.
    signal.signal(signal.SIGTERM, _end)
    try:
        _Server(_config(app), ready).run(sockets)
    except KeyboardInterrupt:
        return


def _config(app: FastAPI) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=EnvelopeProtocol,
        log_config=None,
        access_log=False,  # it repeats what a URL says; `Door` logs what it is for
        lifespan="on",
        ws="none",
        proxy_headers=False,  # nothing here depends on who asks
        server_header=False,
    )


class _Server(uvicorn.Server):
    """A server that says when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()


def _end(_: int, __: FrameType | None) -> None:
    raise SystemExit(0)
