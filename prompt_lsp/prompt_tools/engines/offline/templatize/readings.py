"""The texts of a job as recognizers see them."""

from collections.abc import Iterator
from typing import NamedTuple

from prompt_lsp.document.model import Part
from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Reading
from prompt_lsp.prompt_tools.engines.offline.templatize.layout import layout
from prompt_lsp.prompt_tools.engines.offline.templatize.payload import (
    closing,
    payload,
)
from prompt_lsp.prompt_tools.protected import read
from prompt_lsp.prompt_tools.schema import Templatize
from prompt_lsp.text import Span


class Read(NamedTuple):
    """A text that was read.

    Attributes:
        part: the text as it was read.
        reading: what recognizers see of it; None for what an assistant says.
        shown: what only shows something and stays, in order and apart.
    """

    part: Part
    reading: Reading | None
    shown: tuple[Span, ...] = ()


def readings(job: Templatize) -> tuple[Read, ...]:
    """The texts of a job, in the order of `texts_of`."""
    return tuple(_readings(job))


def _readings(job: Templatize) -> Iterator[Read]:
    said = system = job.system or ""
    if job.system is not None:
        yield _read(job.system, "system", "")
    last = max(
        (at for at, one in enumerate(job.messages) if one.role == "assistant"),
        default=-1,
    )
    for number, message in enumerate(job.messages):
        answered = number < last < len(job.messages) - 1
        for text in message.texts:
            if message.role == "assistant":
                yield Read(read(text), None)
            else:
                yield _read(text, message.role, said, answered=answered)
        said = "\n".join((said, *message.texts))
        if message.role == "assistant":
            said = system


def _read(text: str, role: str, said: str, *, answered: bool = False) -> Read:
    part = read(text)
    whole = payload(text, said) if role == "user" and said.strip() else None
    if whole is not None and answered:
        return Read(part, None)
    if whole is not None:
        return Read(part, Reading(text, part, role, instructed=True, data=(whole,)))
    laid = layout(part, role, instructed=bool(said.strip()))
    data = laid.data
    if role == "user" and said.strip() and (asked := closing(text, laid)):
        data = (*data, asked)
    reading = Reading(text, part, role, bool(said), data, laid.prose)
    return Read(part, reading, laid.shown)
