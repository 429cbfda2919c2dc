"""The texts of a job as recognizers see them."""

from collections.abc import Iterator
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Reading
from prompt_lsp.prompt_tools.engines.offline.templatize.layout import layout
from prompt_lsp.prompt_tools.engines.offline.templatize.payload import payload
from prompt_lsp.prompt_tools.protected import read
from prompt_lsp.prompt_tools.schema import Templatize
from prompt_lsp.text import Span


class Read(NamedTuple):
    """A text that was read.

    Attributes:
        reading: what recognizers see; None for what an assistant says.
        shown: what only shows something and stays, in order and apart.
    """

    reading: Reading | None
    shown: tuple[Span, ...] = ()


def readings(job: Templatize) -> tuple[Read, ...]:
    """The texts of a job, in the order of `texts_of`."""
    return tuple(_readings(job))


def _readings(job: Templatize) -> Iterator[Read]:
    said = ""
    if job.system is not None:
        said = job.system
        yield _read(job.system, "system", "")
    for message in job.messages:
        for text in message.texts:
            if message.role == "assistant":
                yield Read(None)
            else:
                yield _read(text, message.role, said)
        said = "\n".join((said, *message.texts))


def _read(text: str, role: str, said: str) -> Read:
    part = read(text)
    whole = payload(text, said) if role == "user" and said.strip() else None
    if whole is not None:
        return Read(Reading(text, part, role, instructed=True, data=(whole,)))
    laid = layout(part, role, instructed=bool(said.strip()))
    reading = Reading(text, part, role, bool(said), laid.data, laid.prose)
    return Read(reading, laid.shown)
