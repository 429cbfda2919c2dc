"""What recognizers see, and what they say."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from prompt_lsp.document.model import Part
from prompt_lsp.text import Span

_UNSPACED = re.compile("[\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


class Candidate(NamedTuple):
    """A stretch of a text that may be a variable.

    Attributes:
        name: what it is for, in UPPER_SNAKE.
        span: in the text, without white space, quotation marks and final full stop.
        confidence: of 0 to 1. An explicit grammar says 0.95, a labelled block 0.9, a
            typed value 0.8, a quoted string 0.65, a word of a table 0.6; what is
            below 0.5 is not taken.
    """

    name: str
    span: Span
    confidence: float


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """One text as recognizers see it.

    Attributes:
        text: of the system prompt, or of one block of a message.
        part: the same, read: placeholders, fences, inline code, quoted blocks.
        role: who says it.
        instructed: a system prompt, or an earlier text, gives the instruction.
        data: the blocks of data that its layout shows, each a candidate.
        prose: the stretches that are sentences, in order and apart: no data, no
            heading, nothing that is only shown.
        unspaced: it holds some Japanese or Chinese.
    """

    text: str
    part: Part
    role: str
    instructed: bool = False
    data: tuple[Candidate, ...] = ()
    prose: tuple[Span, ...] = ()
    unspaced: bool = field(init=False)

    def __post_init__(self) -> None:
        unspaced = not self.text.isascii() and _UNSPACED.search(self.text) is not None
        object.__setattr__(self, "unspaced", unspaced)


Recognizer: TypeAlias = Callable[[Reading], Iterator[Candidate]]
