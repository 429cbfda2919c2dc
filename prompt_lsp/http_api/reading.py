"""What a request brings before its body is understood: headers, and the body's bytes.

Nothing here waits for ever, and nothing here keeps more than the limit.
"""

import asyncio
import hmac
from contextlib import suppress
from http import HTTPStatus

from starlette.requests import ClientDisconnect, Request

from prompt_lsp.http_api.failures import Failure
from prompt_lsp.http_api.options import Options

BETA = "prompt-tools-2025-04-02"
VERSION_HEADER = "anthropic-version"
BETA_HEADER = "anthropic-beta"

_MEBIBYTE = 1024 * 1024


def admit(request: Request, options: Options) -> None:
    """Let a request in by its headers.

    Raises:
        Failure: its key is not the one, or a header is missing or says otherwise.
    """
    if options.token is not None:
        _authenticate(request, options.token)
    if options.strict:
        _demand_headers(request)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        message = "content-type: The request body must be `application/json`"
        raise Failure(HTTPStatus.BAD_REQUEST, message)


async def body_of(request: Request, options: Options) -> bytes:
    """The bytes of a body.

    Raises:
        Failure: they are too many, or they do not come.
        ClientDisconnect: nobody is there any more.
    """
    with suppress(ValueError):  # then it is counted
        if int(request.headers.get("content-length", "")) > options.body_limit:
            raise _too_large(options)
    body = bytearray()
    more = True
    while more:
        chunk, more = await _chunk(request, options.patience)
        body += chunk
        if len(body) > options.body_limit:
            raise _too_large(options)
    return bytes(body)


def _authenticate(request: Request, token: str) -> None:
    given = _bytes(request, "x-api-key")
    if not given:
        scheme, _, key = _bytes(request, "authorization").partition(b" ")
        given = key.strip() if scheme.lower() == b"bearer" else b""
    if not hmac.compare_digest(given, token.encode()):
        message = (
            "The key is not the one of this server"
            if given
            else "A key is needed, in `x-api-key` or as `Authorization: Bearer`"
        )
        headers = {"www-authenticate": "Bearer"}
        raise Failure(HTTPStatus.UNAUTHORIZED, message, headers)


def _bytes(request: Request, name: str) -> bytes:
    """A header as it was sent: as text it is read as Latin-1, where `à` ends blank."""
    return request.headers.get(name, "").encode("latin-1").strip()


def _demand_headers(request: Request) -> None:
    message = ""
    if not request.headers.get(VERSION_HEADER, "").strip():
        message = f"{VERSION_HEADER}: header is required"
    lists = ",".join(request.headers.getlist(BETA_HEADER))
    if not message and BETA not in map(str.strip, lists.split(",")):
        message = f"{BETA_HEADER}: header must hold `{BETA}`"
    if message:
        raise Failure(HTTPStatus.BAD_REQUEST, message)


async def _chunk(request: Request, patience: float) -> tuple[bytes, bool]:
    """The next bytes of a body, and whether more come."""
    try:
        async with asyncio.timeout(patience):
            message = await request.receive()
    except TimeoutError:
        text = f"The request body did not arrive: nothing came for {patience:g} seconds"
        raise Failure(HTTPStatus.GATEWAY_TIMEOUT, text) from None
    if message["type"] == "http.disconnect":
        raise ClientDisconnect
    return message.get("body", b""), message.get("more_body", False)


def _too_large(options: Options) -> Failure:
    limit = options.body_limit / _MEBIBYTE
    message = f"The request body is larger than {limit:g} MiB"
    return Failure(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, message)
