"""The program `prompt-lsp`: the server for editors, and the command line."""

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from prompt_lsp.cli import server

_INTERRUPTED = 128 + 2  # as shells report a process that a signal ended
_PIPE_CLOSED = 128 + 13
_FAILED = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line, without the program's name; the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        if server.is_meant(arguments):
            return server.run(arguments)
        return _run_verb(arguments)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # whoever read us has seen enough
        _discard_output()
        return _PIPE_CLOSED
    except OSError as error:
        # Prompts and their files are told of where they are read: it is a stream.
        from prompt_lsp.workspace.trouble import reason_of  # noqa: PLC0415

        with suppress(OSError):
            sys.stderr.write(f"error: input or output failed: {reason_of(error)}\n")
        _discard_output()
        return _FAILED


def _run_verb(arguments: Sequence[str]) -> int:
    if sys.stderr is None:  # closed by whoever started us
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for as long as we run
    if sys.stdout is None:  # so was this, and nobody would learn anything
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    from prompt_lsp.cli import arguments as verbs  # noqa: PLC0415 - not to serve

    return verbs.run(arguments)


def _discard_output() -> None:
    """Let go what is still buffered.

    It must go somewhere when the interpreter flushes it, or it complains.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            os.dup2(nowhere, stream.fileno())


if __name__ == "__main__":
    sys.exit(main())
