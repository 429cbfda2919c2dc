"""The server with an offline engine that crashes, or else never answers."""

import sys
import threading

from prompt_lsp.lsp.server import serve_stdio
from prompt_lsp.prompt_tools.engines.offline import engine
from prompt_lsp.prompt_tools.schema import Job, texts_of


def answer(job: Job) -> None:
    text = "".join(texts_of(job))
    if "CRASH" in text:
        raise RuntimeError(text)
    sys.stderr.write("the engine hangs\n")
    sys.stderr.flush()
    threading.Event().wait()


engine._answer = answer
serve_stdio()
