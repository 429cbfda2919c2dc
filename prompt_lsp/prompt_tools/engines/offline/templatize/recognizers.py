"""All recognizers, in one list."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
    Recognizer,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english import english, role
from prompt_lsp.prompt_tools.engines.offline.templatize.tongues import TONGUES
from prompt_lsp.prompt_tools.engines.offline.templatize.values import VALUES


def data(reading: Reading) -> Iterator[Candidate]:
    """The blocks of data of a text's layout."""
    yield from reading.data


RECOGNIZERS: tuple[Recognizer, ...] = (data, english, role, *TONGUES, *VALUES)
