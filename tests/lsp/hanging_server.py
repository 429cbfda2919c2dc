"""The server with an offline engine that never answers."""

import sys
import threading

from prompt_lsp.lsp.server import serve_stdio
from prompt_lsp.prompt_tools.engines import offline


def answer(_: object) -> None:
    sys.stderr.write("the engine hangs\n")
    sys.stderr.flush()
    threading.Event().wait()


offline._answer = answer
serve_stdio()
