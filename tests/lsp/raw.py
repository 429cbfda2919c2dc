"""A client that speaks frames, byte by byte, over the pipes of a real process.

It knows no types: what the server writes is compared as it is. Every read has a
deadline, so that a server that says nothing fails a test and does not hang it.
"""

import json
import os
import re
import selectors
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Any, Self

DEADLINE = 10.0  # seconds; generous, for a busy machine

Message = dict[str, Any]


def framed(message: object) -> bytes:
    body = json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def request(msg_id: int | str, method: str, params: object = None) -> Message:
    return {"jsonrpc": "2.0", "id": msg_id, "method": method, "params": params}


def notification(method: str, params: object = None) -> Message:
    return {"jsonrpc": "2.0", "method": method, "params": params}


class RawClient:
    """One server process, or one connection to it."""

    def __init__(
        self,
        command: list[str],
        env: dict[str, str] | None = None,
        cwd: str | None = None,
    ) -> None:
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ | (env or {}),
            cwd=cwd,
        )
        self.seen: list[Message] = []
        self._inbox: deque[Message] = deque()
        self._buffer = b""
        self._errors = b""
        self._error_lines: deque[str] = deque()
        self._connection: socket.socket | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None:
                with suppress(BrokenPipeError):
                    stream.close()
        if self._connection is not None:
            self._connection.close()

    # Out

    def send(self, *messages: object) -> None:
        """Send messages in one write."""
        self.send_bytes(b"".join(framed(message) for message in messages))

    def send_bytes(self, data: bytes) -> None:
        if self._connection is not None:
            self._connection.sendall(data)
            return
        assert self.process.stdin is not None
        while data:
            data = data[os.write(self.process.stdin.fileno(), data) :]

    def notify(self, method: str, params: object = None) -> None:
        self.send(notification(method, params))

    def close_input(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()

    def connect(self, host: str, port: int) -> None:
        """Go on over a socket."""
        self._connection = socket.create_connection((host, port), DEADLINE)

    def disconnect(self) -> None:
        assert self._connection is not None
        self._connection.close()
        self._connection = None

    # In

    def receive(self) -> Message:
        """The next message."""
        if not self._inbox:
            self._read_until(lambda: bool(self._inbox))
        message = self._inbox.popleft()
        self.seen.append(message)
        return message

    def until(self, wanted: Callable[[Message], bool]) -> Message:
        """The next message that is wanted; the others stay in `seen`."""
        while not wanted(message := self.receive()):
            pass
        return message

    def answer(self, msg_id: int | str | None) -> Message:
        """The answer to a request, whole."""
        return self.until(
            lambda message: message.get("id") == msg_id and "method" not in message
        )

    def ask(self, msg_id: int | str, method: str, params: object = None) -> Message:
        """Send a request and wait for its answer."""
        self.send(request(msg_id, method, params))
        return self.answer(msg_id)

    def notified(self, method: str) -> Message:
        """The next notification of a method."""
        return self.until(lambda message: message.get("method") == method)

    def error_line(self, holding: str) -> str:
        """The next line on standard error that holds a text."""
        while True:
            if not self._error_lines:
                self._read_error_lines()
            if holding in (line := self._error_lines.popleft()):
                return line

    def exit_code(self, deadline: float = DEADLINE) -> int:
        """Wait for the end of the process."""
        return self.process.wait(deadline)

    def initialize(self, capabilities: object = None, **more: object) -> Message:
        """The handshake; the result of `initialize`."""
        params: Message = {
            "processId": None,
            "rootUri": None,
            "capabilities": capabilities or {},
        }
        answer = self.ask("initialize", "initialize", params | more)
        self.notify("initialized", {})
        result: Message = answer["result"]
        return result

    def _read_error_lines(self) -> None:
        assert self.process.stderr is not None
        deadline = monotonic() + DEADLINE
        while not self._error_lines:
            data = read_some(self.process.stderr.fileno(), deadline)
            if not data:
                message = "the server has closed its standard error"
                raise EOFError(message)
            *lines, self._errors = (self._errors + data).split(b"\n")
            self._error_lines.extend(line.decode() for line in lines)

    def _read_until(self, done: Callable[[], bool]) -> None:
        deadline = monotonic() + DEADLINE
        assert self.process.stdout is not None
        source = self._connection or self.process.stdout
        while not done():
            data = read_some(source.fileno(), deadline)
            if not data:
                raise EOFError(self._last_words())
            self._buffer += data
            self._inbox.extend(self._frames())

    def _last_words(self) -> str:
        self.process.kill()
        assert self.process.stderr is not None
        said = self._errors + self.process.stderr.read()
        return f"the server has closed its output, and said:\n{said.decode()}"

    def _frames(self) -> Iterator[Message]:
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            header, body = self._buffer[:end], end + 4
            length = re.search(rb"Content-Length: (\d+)", header)
            assert length is not None, header
            stop = body + int(length[1])
            if len(self._buffer) < stop:
                return
            yield json.loads(self._buffer[body:stop])
            self._buffer = self._buffer[stop:]


def read_some(descriptor: int, deadline: float) -> bytes:
    with selectors.DefaultSelector() as selector:
        selector.register(descriptor, selectors.EVENT_READ)
        if not selector.select(max(0.0, deadline - monotonic())):
            message = "the server said nothing before the deadline"
            raise TimeoutError(message)
    return os.read(descriptor, 1 << 16)


@contextmanager
def running(script: str, *arguments: str) -> Iterator[RawClient]:
    """A server that a Python script starts."""
    # Buffered as usual, so that a stray `print` shows where it goes.
    env = {"PYTHONUNBUFFERED": ""}
    with RawClient([sys.executable, script, *arguments], env) as client:
        yield client
