"""The program `prompt-lsp`: the server for editors, and the command line."""

import os
import sys
from collections.abc import Sequence

from prompt_lsp.cli import server

_INTERRUPTED = 128 + 2  # as shells report a process that a signal ended
_PIPE_CLOSED = 128 + 13


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line, without the program's name; the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        if server.is_meant(arguments):
            return server.run(arguments)
        from prompt_lsp.cli import arguments as verbs  # noqa: PLC0415 - not to serve

        return verbs.run(arguments)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read us has seen enough. What is still buffered must go somewhere
        # when the interpreter flushes it, or it complains.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED


if __name__ == "__main__":
    sys.exit(main())
