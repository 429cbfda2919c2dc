"""Input that has arrived and waits: cancels first, then in order, then rest.

One thread blocks in a read and hands over bytes. Stock pygls reads on the thread
pool of its handlers, so that slow handlers leave it deaf, and reads a cancel only
after every earlier request has run.
"""

import asyncio
import logging
import threading
from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import Protocol

from prompt_lsp.lsp.frames import FrameParser, Json, Malformed

CANCEL = "$/cancelRequest"
"""The one notification that is dealt with here, before its turn."""

_LOG = logging.getLogger(__name__)

_SLICE = 0.02  # seconds of messages before other work of the loop gets its turn
_PATIENCE = 0.05  # seconds that rest waits for the other half of a frame


class Receiver(Protocol):
    """Who deals with the messages, on the thread of the event loop."""

    def receive(self, message: Json) -> bool:
        """Deal with one message, never raising; whether it began a task."""

    def refuse(self, why: Malformed) -> None:
        """Answer what is no message."""

    def cancel(self, msg_id: object) -> None:
        """Stop a running request."""

    def answer_cancelled(self, msg_id: object) -> None:
        """Answer a request that will not run."""

    def rest(self) -> None:
        """No complete message is left: the time for one analysis of it all."""

    def input_ended(self) -> None:
        """No message will come any more."""


class Inbox:
    """The messages between the reading thread and their receiver."""

    def __init__(
        self, receiver: Receiver, loop: asyncio.AbstractEventLoop | None = None
    ) -> None:
        self._receiver = receiver
        self._loop = loop or asyncio.get_running_loop()
        self._parser = FrameParser()
        self._chunks: deque[bytes] = deque()
        self._pending: deque[Json] = deque()
        self._wanted = False  # a turn of the loop is on its way
        self._yielding = False  # … and nothing may be received before it
        self._ended = False
        self._closed = False
        self._unrested = False
        self._rest: asyncio.Handle | None = None

    def read_from(self, read: Callable[[], bytes], at_end: Callable[[], None]) -> None:
        """Start the thread that reads until `read` gives nothing or fails.

        It then calls `at_end` itself, since the event loop may be busy.
        """
        threading.Thread(
            target=self._read,
            args=(read, at_end),
            name="prompt-lsp-reader",
            daemon=True,
        ).start()

    def close(self) -> None:
        """Deal with no further message."""
        self._closed = True

    def _read(self, read: Callable[[], bytes], at_end: Callable[[], None]) -> None:
        data = b"-"
        while data:
            try:
                data = read()
            except OSError:
                data = b""
            self._hand_over(data)
        at_end()

    def _hand_over(self, data: bytes) -> None:
        # The order matters: `_drain` clears the flag before it takes the chunks.
        self._chunks.append(data)
        if not self._wanted:
            self._wanted = True
            try:
                self._loop.call_soon_threadsafe(self._drain)
            except RuntimeError:
                _LOG.debug("input after the end of the event loop")

    def _drain(self) -> None:
        self._wanted = False
        if self._rest is not None:
            self._rest.cancel()
        end = monotonic() + _SLICE
        while not (self._closed or self._yielding):
            self._take()
            if not self._pending:
                self._come_to_rest()
                return
            self._unrested = True
            if self._receiver.receive(self._pending.popleft()) or monotonic() > end:
                self._yield_turn()

    def _yield_turn(self) -> None:
        # A task's first step runs before a later edit changes the text.
        self._yielding = True
        self._loop.call_soon(self._resume)

    def _resume(self) -> None:
        self._yielding = False
        self._drain()

    def _take(self) -> None:
        while self._chunks:
            data = self._chunks.popleft()
            self._ended = self._ended or not data
            for message in self._parser.feed(data):
                if isinstance(message, Malformed):
                    self._receiver.refuse(message)
                elif _is_cancel(message):
                    self._cancel(message["params"].get("id"))
                else:
                    self._pending.append(message)

    def _cancel(self, msg_id: object) -> None:
        for request in self._pending:
            if _is_request(request) and request["id"] == msg_id:
                self._pending.remove(request)
                self._receiver.answer_cancelled(msg_id)
                return
        self._receiver.cancel(msg_id)

    def _come_to_rest(self) -> None:
        if self._ended:
            self._closed = True
            self._receiver.input_ended()
        elif self._parser.within_frame:
            self._rest = self._loop.call_later(_PATIENCE, self._rest_now)
        else:
            # One turn of the loop lets the reading thread run.
            self._rest = self._loop.call_soon(self._rest_now)

    def _rest_now(self) -> None:
        if self._unrested and not self._chunks:
            self._unrested = False
            self._receiver.rest()


def _is_cancel(message: Json) -> bool:
    return (
        isinstance(message, dict)
        and message.get("method") == CANCEL
        and isinstance(message.get("params"), dict)
    )


def _is_request(message: Json) -> bool:
    return isinstance(message, dict) and "id" in message and "method" in message
