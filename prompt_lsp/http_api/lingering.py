"""The end of a connection that closes after its answer.

A request may be refused before its body is read. If the connection closed then, the
system would tell the sender, who still sends, that it broke, and the answer would be
lost. So the rest of the body is read first, and forgotten. Where a connection stays
open, the server does that by itself.
"""

import asyncio
from contextlib import suppress

from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send

_LONGEST = 30.0  # seconds for the rest of a body


def lingering(scope: Scope, receive: Receive, send: Send) -> tuple[Receive, Send]:
    """Ways in and out of a request, whose answer ends after the request does."""
    unread = _closes(scope)

    async def received() -> Message:
        nonlocal unread
        message = await receive()
        unread = unread and message.get("more_body", False)
        return message

    async def sent(message: Message) -> None:
        is_last = message["type"] == "http.response.body" and not message.get(
            "more_body", False
        )
        if is_last and unread:
            await send({**message, "more_body": True})
            with suppress(TimeoutError):
                async with asyncio.timeout(_LONGEST):
                    while unread:
                        await received()
            message = {"type": "http.response.body"}
        await send(message)

    return received, sent


def _closes(scope: Scope) -> bool:
    """Whether a connection is to close after the answer, and its body comes unasked."""
    headers = Headers(scope=scope)
    if "expect" in headers:
        return False
    asked = headers.get("connection", "").lower().split(",")
    return "close" in map(str.strip, asked) or scope.get("http_version") == "1.0"
