r"""Bytes to messages and back: the header part and JSON, nothing about methods.

The reader is lenient where stock pygls is strict. Its pattern accepts exactly
`Content-Length: N\r\n` and waits for ever on anything else, so that a lower-case
or LF-only header hangs the server without a word.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

Json: TypeAlias = Any
"""What JSON can say; a type of its own shape is more than checkers can bear."""

# Searched, not matched: after a lost frame the next header follows on one line
# with what is left of a body.
_LENGTH = re.compile(rb"content-length[ \t]*:[ \t]*(\d+)[ \t]*\r?$", re.IGNORECASE)
_HEADER = re.compile(rb"[\w-]+[ \t]*:")
_HEADER_IN_BODY = re.compile(
    rb"content-length[ \t]*:[ \t]*\d+[ \t]*\r?\n", re.IGNORECASE
)
_LONGEST_HEADER = 64
_LONGEST_BODY = 1 << 30
_LONGEST_LINE = 1 << 14


class Malformed(ValueError):
    """What the client sent is no message; its text says what is wrong."""


class FrameParser:
    """Takes bytes as they come, gives the messages that are complete."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._searched = 0  # no line end lies before this offset
        self._headers = 0  # lines of the present header part
        self._length: int | None = None
        self._in_body = False

    @property
    def within_frame(self) -> bool:
        """Whether the rest of a frame is still on its way."""
        return self._in_body or bool(self._headers or self._buffer)

    def feed(self, data: bytes) -> Iterator[Json]:
        """Every message that `data` completes: decoded JSON, or `Malformed`."""
        self._buffer += data
        while True:
            if not self._in_body:
                line = self._line()
                if line is None:
                    return
                if (wrong := self._header(line)) is not None:
                    yield wrong
            elif (body := self._body()) is not None:
                yield self._decoded(body)
            else:
                return

    def _line(self) -> bytes | None:
        end = self._buffer.find(b"\n", self._searched)
        if end < 0:
            # Noise without a line end must neither grow nor be searched again.
            del self._buffer[: max(0, len(self._buffer) - _LONGEST_LINE)]
            self._searched = len(self._buffer)
            return None
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        self._searched = 0
        return line

    def _header(self, line: bytes) -> Malformed | None:
        if (found := _LENGTH.search(line)) is not None:
            self._length = _length(found[1])
            self._headers += 1
        elif _HEADER.match(line) is not None:
            self._headers += 1
        elif line.strip():
            return Malformed("a header such as `Content-Length: 2` must come first")
        elif self._headers:
            return self._end_of_header()
        return None

    def _end_of_header(self) -> Malformed | None:
        self._headers = 0
        if self._length is None:
            return Malformed("the header has no usable `Content-Length`")
        self._in_body = True
        return None

    def _body(self) -> bytes | None:
        length = self._length or 0
        if len(self._buffer) < length:
            return None
        body = bytes(self._buffer[:length])
        del self._buffer[:length]
        self._in_body, self._length = False, None
        return body

    def _decoded(self, body: bytes) -> Json:
        try:
            return json.loads(body)
        except (ValueError, RecursionError) as error:
            # A length that was too long swallowed the next frame: give it back.
            # JSON has no raw line ends inside strings, so this is a header.
            found = _HEADER_IN_BODY.search(body + self._buffer[:_LONGEST_HEADER])
            if found is not None and found.start() < len(body):
                self._buffer[:0] = body[found.start() :]
            return Malformed(f"the body is no JSON: {error}")


def frame(message: object, default: Callable[[Any], Any] | None = None) -> bytes:
    """A message as it goes over the wire.

    Stock pygls escapes all that is not ASCII and counts characters: twelve bytes
    for an emoji. This is UTF-8 with its length in bytes; `default` turns what JSON
    does not know into what it knows.

    Raises:
        TypeError, ValueError: the message cannot be written as JSON.
    """
    try:
        body = _json(message, default, ascii_only=False).encode()
    except UnicodeEncodeError:  # half of a surrogate pair exists only as an escape
        body = _json(message, default, ascii_only=True).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def _json(
    message: object, default: Callable[[Any], Any] | None, *, ascii_only: bool
) -> str:
    return json.dumps(
        message,
        default=default,
        ensure_ascii=ascii_only,
        allow_nan=False,
        separators=(",", ":"),
    )


def _length(digits: bytes) -> int | None:
    length = int(digits) if len(digits) < 20 else _LONGEST_BODY + 1
    return length if length <= _LONGEST_BODY else None
