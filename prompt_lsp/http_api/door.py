"""The door of the service: every request passes here, in and out.

It gives each request an id, refuses callers who come by a foreign name, and turns
what nobody expected into a plain answer. Of an error that nobody expected only its
type and place are logged: its text may hold a prompt.
"""

import asyncio
import logging
import time
import traceback
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from prompt_lsp.http_api.failures import REQUEST_ID, Failure, envelope, new_id
from prompt_lsp.http_api.hosts import is_ours
from prompt_lsp.http_api.lingering import lingering
from prompt_lsp.http_api.options import Options

LOGGER = logging.getLogger("prompt_lsp.http_api")

_KEY = "prompt_lsp.request_id"
_UNCOUNTED = 0  # the status of an answer that never began


class Door:
    """The outermost of our ASGI applications."""

    def __init__(self, app: ASGIApp, options: Options) -> None:
        self._app = app
        self._options = options

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, and its answer out."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        receive, send = lingering(scope, receive, send)
        scope[_KEY] = new_id()
        status, began = _UNCOUNTED, time.monotonic()

        async def sent(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[REQUEST_ID] = scope[_KEY]
            await send(message)

        try:
            await self._admitted(scope, receive, sent)
        except ClientDisconnect:
            pass  # and nobody is there to hear more
        except asyncio.CancelledError:
            if status == _UNCOUNTED:
                await refuse(_stopping(), scope, receive, sent)
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, it gets an answer
            LOGGER.error("%s failed: %s", scope[_KEY], _place_of(error))  # noqa: TRY400 - a traceback ends with the text
            if status == _UNCOUNTED:
                await refuse(_crash(), scope, receive, sent)
        finally:
            _log(scope, status, time.monotonic() - began)

    async def _admitted(self, scope: Scope, receive: Receive, send: Send) -> None:
        options, server = self._options, scope.get("server")
        if is_ours(
            Headers(scope=scope).getlist("host"),
            server[0] if server else None,
            named=options.hosts,
            open_=options.token is None,
        ):
            await self._app(scope, receive, send)
        else:
            await refuse(_foreign(), scope, receive, send)


async def refuse(failure: Failure, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a request with a refusal."""
    await refusal(failure, scope)(scope, receive, send)


def refusal(failure: Failure, scope: Scope) -> JSONResponse:
    """The answer that a refused request gets."""
    body = envelope(failure, scope[_KEY])
    return JSONResponse(body, failure.status, dict(failure.headers))


def _foreign() -> Failure:
    message = (
        "This server does not answer to the name in the `Host` header: call it by its "
        "address, or name the host in `PROMPT_LSP_ALLOWED_HOSTS`"
    )
    return Failure(HTTPStatus.FORBIDDEN, message)


def _crash() -> Failure:
    return Failure(HTTPStatus.INTERNAL_SERVER_ERROR, "Internal server error")


def _stopping() -> Failure:
    return Failure(HTTPStatus.INTERNAL_SERVER_ERROR, "The server is stopping")


def _place_of(error: Exception) -> str:
    """The type of an error and where it was raised, without any value."""
    kind = type(error).__name__
    frames = traceback.extract_tb(error.__traceback__)
    return f"{kind} at {frames[-1].filename}:{frames[-1].lineno}" if frames else kind


def _log(scope: Scope, status: int, seconds: float) -> None:
    """Log a request, by the path that it was taken for and not the one it says."""
    route = getattr(scope.get("route"), "path", "-")
    LOGGER.info(
        "%s %s %d %.0f ms %s",
        scope["method"] if route != "-" else "-",
        route,
        status,
        seconds * 1000,
        scope[_KEY],
    )
