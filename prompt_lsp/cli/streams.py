"""The standard streams, as the verbs use them.

What users read is text in the terminal's encoding, where a character that it lacks
is escaped rather than fatal. What goes on into another program is bytes, for line
ends and byte order marks must pass unchanged on every platform.
"""

import errno
import io
import os
import sys

from prompt_lsp.cli.output.cells import visible


def soften() -> None:
    """Make the standard streams escape what their encoding lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(message: str) -> None:
    """Tell the user something beside the output, on one line."""
    sys.stdout.flush()
    sys.stderr.write(f"{visible(message)}\n")


def on_one_terminal() -> bool:
    """Whether a user reads the output and what is told beside it together."""
    return sys.stdout.isatty() and sys.stderr.isatty()


def put(data: bytes) -> None:
    """Write bytes to standard output as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def take() -> bytes:
    """All of standard input.

    Raises:
        OSError: it cannot be read, or was closed by whoever started us.
    """
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdin.buffer.read()
