"""Output that never makes the event loop wait for the client.

Stock pygls writes to the pipe inside the loop: a client that stops reading freezes
the server once the pipe is full. Here a frame goes out at once if the system says
that it fits, else a thread of its own writes what has piled up, in order, without
the diagnostics that newer ones of the same file have superseded.
"""

import logging
import select
import threading
from collections.abc import Callable, Hashable
from itertools import count

_LOG = logging.getLogger(__name__)

# What POSIX lets through without blocking once a pipe polls as writable.
_FITS = getattr(select, "PIPE_BUF", 512)


class Outbox:
    """The frames on their way to the client, from any thread.

    `write` takes bytes and says how many it took; it may block. `descriptor` is
    polled before; without it (or on Windows) every frame takes the thread.
    """

    def __init__(
        self, write: Callable[[bytes], int], descriptor: int | None = None
    ) -> None:
        self._write = write
        self._writable = _writable(descriptor)
        self._changed = threading.Condition()
        self._waiting: dict[Hashable, bytes] = {}
        self._order = count()
        self._writing = False
        self._lost = False
        self._thread: threading.Thread | None = None

    def write(self, data: bytes, supersedes: str | None = None) -> None:
        """Send a frame; one with the same `supersedes` that still waits is dropped."""
        with self._changed:
            if self._lost:
                return
            if self._waiting or self._writing:
                self._wait_with(data, supersedes)
            elif rest := self._at_once(data):
                # A frame that has begun can no longer be superseded.
                self._wait_with(rest, supersedes if rest is data else None)

    def flush(self, seconds: float) -> bool:
        """Wait until all is written, no longer than that; whether it is."""
        with self._changed:
            return self._changed.wait_for(
                lambda: not (self._waiting or self._writing), seconds
            )

    def close(self) -> None:
        """Nothing: the process that owns the stream ends it."""

    def _at_once(self, data: bytes) -> bytes:
        """Write what fits; what is left."""
        sent = 0
        try:
            while sent < len(data) and self._writable():
                sent += self._write(data[sent : sent + _FITS])
        except OSError as error:
            self._lose(error)
            return b""
        return data[sent:] if sent else data

    def _wait_with(self, data: bytes, supersedes: str | None) -> None:
        key: Hashable = next(self._order) if supersedes is None else supersedes
        self._waiting.pop(key, None)
        self._waiting[key] = data
        if self._thread is None:
            self._thread = threading.Thread(
                target=self._work, name="prompt-lsp-writer", daemon=True
            )
            self._thread.start()
        self._changed.notify_all()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._writing = False
                self._changed.notify_all()
                self._changed.wait_for(lambda: self._waiting)
                self._writing = True
                data = self._waiting.pop(next(iter(self._waiting)))
            try:
                while data:
                    data = data[self._write(data) :]
            except OSError as error:
                with self._changed:
                    self._lose(error)

    def _lose(self, error: OSError) -> None:
        self._lost = True
        self._waiting.clear()
        _LOG.warning("the client no longer reads: %s", error)


def _writable(descriptor: int | None) -> Callable[[], bool]:
    if descriptor is None or not hasattr(select, "poll"):
        return lambda: False
    poll = select.poll()
    poll.register(descriptor, select.POLLOUT)
    return lambda: bool(poll.poll(0))
