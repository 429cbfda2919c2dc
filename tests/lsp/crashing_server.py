"""The server with a rule that crashes; run as a process by the tests."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Never

from prompt_lsp.analysis import engine
from prompt_lsp.lsp.server import serve_stdio


def crash(*_: object) -> Iterator[Never]:
    message = "the text of a prompt"
    raise RuntimeError(message)


engine.ALL = tuple(
    replace(rule, check=crash) if rule.code == "TRN017" else rule for rule in engine.ALL
)
serve_stdio()
