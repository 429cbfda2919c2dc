"""Requests to a server, within a deadline; the only place that knows HTTP.

What leaves it holds neither a key nor a prompt: errors are made here anew, outside of
the handlers that catch those of the library, so that no exception drags them along.
"""

import asyncio
import json
import logging
import random
import ssl
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from prompt_lsp import __version__
from prompt_lsp.prompt_tools.access import Access
from prompt_lsp.prompt_tools.errors import (
    BadAnswer,
    PromptToolsError,
    TimedOut,
    Unreachable,
)
from prompt_lsp.prompt_tools.reply import Reply
from prompt_lsp.prompt_tools.retrying import (
    TRIES,
    asked_delay,
    is_worth_retrying,
    own_delay,
)

_CONNECT = 5.0  # seconds
_MOST = 16 * 1024 * 1024  # bytes of a reply

_LOG = logging.getLogger(__name__)
# They tell addresses and headers, whoever listens.
_TALKATIVE = ("httpx", *(f"httpcore.{part}" for part in ("connection", "http11")))
_TALKATIVE += ("httpcore.http2", "httpcore.proxy", "httpcore.socks")


@dataclass(frozen=True, slots=True)
class Timing:
    """Time and chance, which tests play themselves.

    Attributes:
        now: seconds of a clock that only goes forward.
        date: seconds since 1970.
        sleep: waits for seconds.
        chance: of 0 to 1.
    """

    now: Callable[[], float] = time.monotonic
    date: Callable[[], float] = time.time
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    chance: Callable[[], float] = random.random


_REAL = Timing()


class Transport:
    """Connections to one server, opened when they are needed."""

    def __init__(self, access: Access, timing: Timing = _REAL) -> None:
        self.access = access
        self.timing = timing
        self._client: httpx.AsyncClient | None = None

    async def post(
        self,
        path: str,
        body: Mapping[str, Any],
        headers: Mapping[str, str],
        ends: float,
    ) -> Reply:
        """Send a request, and once more where that may help.

        Args:
            path: below the base URL.
            body: what becomes JSON.
            headers: beside those that every request has.
            ends: when it is given up, by the clock of `timing`.

        Raises:
            Unreachable: no server, or the connection broke.
            TimedOut: no reply came in time.
            BadAnswer: the reply is too long.
        """
        client = await self._opened()
        content = json.dumps(body).encode()
        request = client.build_request(
            "POST", self.access.base_url + path, content=content, headers=headers
        )
        found = await self._try(client, request, ends)
        for tries in range(1, TRIES):
            delay = self._delay(found, tries)
            if delay is None or self.timing.now() + delay >= ends:
                break
            if not client.is_closed:
                await self.timing.sleep(delay)
            if client.is_closed:  # by somebody who does not want it any more
                break
            found = await self._try(client, request, ends)
        if found.error is not None:
            raise found.error
        return found.reply

    async def aclose(self) -> None:
        """Close all connections."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def _opened(self) -> httpx.AsyncClient:
        """The client; certificates are read beside the event loop.

        Raises:
            Unreachable: the environment has a proxy or certificates that do not work.
        """
        if self._client is None:
            client = await asyncio.to_thread(_client, self.access)
            if client is None:
                message = (
                    "cannot connect: check the proxy and the certificates that the "
                    "environment names (`HTTPS_PROXY`, `ALL_PROXY`, `SSL_CERT_FILE`)"
                )
                raise Unreachable(message)
            self._client = self._client or client
        return self._client

    async def _try(
        self, client: httpx.AsyncClient, request: httpx.Request, ends: float
    ) -> "_Outcome":
        """Ask once. Errors are given and not raised: see the module."""
        try:
            async with asyncio.timeout(ends - self.timing.now()):
                return await self._exchanged(client, request)
        except TimeoutError:
            return _Outcome(error=self._late())
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            _LOG.debug("POST %s: %s", self.access.host, type(error).__name__)
            return self._broken(error)

    async def _exchanged(
        self, client: httpx.AsyncClient, request: httpx.Request
    ) -> "_Outcome":
        response = await client.send(request, stream=True)
        try:
            body = await _body(response)
        finally:
            await response.aclose()
        _LOG.debug("POST %s: %d", self.access.host, response.status_code)
        if body is None:
            message = f"the answer of `{self.access.host}` is too long"
            return _Outcome(error=BadAnswer(message))
        status, headers = response.status_code, response.headers
        delay = asked_delay(headers, self.timing.date())
        again = not response.is_success and is_worth_retrying(status, headers)
        return _Outcome(Reply(status, _parsed(body), delay), again)

    def _delay(self, found: "_Outcome", tries: int) -> float | None:
        """The seconds to wait before the next try; None if there is to be none."""
        if not found.again:
            return None
        asked = found.reply.retry_after
        return own_delay(tries, self.timing.chance()) if asked is None else asked

    def _late(self) -> TimedOut:
        seconds = f"{self.access.deadline:g} seconds"
        message = (
            f"no answer of `{self.access.host}` within {seconds}: try again, or raise "
            "`deadline` in the user file"
        )
        return TimedOut(message)

    def _broken(self, error: Exception) -> "_Outcome":
        host, setting = f"`{self.access.host}`", f"`{self.access.setting}`"
        if _is_tls(error):
            message = (
                f"no secure connection to {host}: check {setting} and the certificates "
                "(`SSL_CERT_FILE`)"
            )
            return _Outcome(error=Unreachable(message))
        if not isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
            message = f"the connection to {host} broke: try again"
        elif self.access.loopback:
            message = f"nothing answers at {host}: start the server, or check {setting}"
        else:
            message = f"cannot connect to {host}: check the network and {setting}"
        return _Outcome(again=True, error=Unreachable(message))


_NO_REPLY = Reply(0)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of one try; `again` says whether another may help."""

    reply: Reply = _NO_REPLY
    again: bool = False
    error: PromptToolsError | None = None


def _client(access: Access) -> httpx.AsyncClient | None:
    """A client; None where the environment has what it cannot use."""
    headers = {
        "accept": "application/json",
        "accept-encoding": "identity",  # so that a short reply stays one
        "content-type": "application/json",
        "user-agent": f"prompt-lsp/{__version__}",
    }
    if access.key is not None:
        headers["x-api-key"] = access.key
    # What goes to this machine goes through no proxy, for there may be a key in it.
    direct = ("http://", "https://", "all://") if access.loopback else ()
    for logger in _TALKATIVE:
        logging.getLogger(logger).addFilter(_silent)
    # To read all certificates takes a while, and here none are asked for: without
    # any this context trusts nobody.
    plain = access.loopback and access.base_url.startswith("http:")
    try:
        return httpx.AsyncClient(
            headers=headers,
            verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if plain else True,
            timeout=httpx.Timeout(None, connect=_CONNECT),
            follow_redirects=False,
            mounts=dict.fromkeys(direct),
        )
    except (ImportError, ValueError, OSError, httpx.InvalidURL):
        return None


def _silent(_: logging.LogRecord) -> bool:
    return False


async def _body(response: httpx.Response) -> bytes | None:
    """The body of a response; None if it is too long."""
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > _MOST:
            return None
    return bytes(body)


def _parsed(body: bytes) -> Any:  # noqa: ANN401 - nobody knows what a server sends
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _is_tls(error: BaseException) -> bool:
    """Whether it is about the security of the connection, which no other try mends."""
    seen: BaseException | None = error
    for _ in range(8):
        if seen is None or isinstance(seen, ssl.SSLError):
            break
        seen = seen.__cause__ or seen.__context__
    return isinstance(seen, ssl.SSLError)
