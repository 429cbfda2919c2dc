"""A text while it is laid out: whose each line is, and what was found so far."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from prompt_lsp.document.model import Part
from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.lines import (
    Label,
    label_at,
    lines_of,
    stripped,
)
from prompt_lsp.text import Span

FREE, DATA, SHOWN = range(3)
_SIGNS = re.compile(r"[:：#*\[]")  # a line without any of them has no label
_QUOTED_ENDS = frozenset({'".', "”.", "».", "“.", "」。"})
_PAIRS = ('""', "“”", "«»", "„“", "''", "‘’", "「」", "``")
LABELLED = 0.9


@dataclass(slots=True)
class Sheet:
    """What the steps of the layout share; each takes lines that are still free.

    Attributes:
        part: the text, read.
        role: who says it.
        instructed: what to do is said elsewhere.
        text: the whole of it.
        lines: without their ends.
        texts: of the lines, with the white space at their ends.
        labels: of each line the label, if it has one.
        blanks: of each line whether it holds nothing but white space.
        owner: of each line who has taken it: `FREE`, `DATA` or `SHOWN`.
        data: the blocks of data.
        apart: stretches inside lines that are no prose, in any order.
    """

    part: Part
    role: str
    instructed: bool = False
    text: str = field(init=False)
    lines: list[Span] = field(init=False)
    texts: list[str] = field(init=False)
    labels: list[Label | None] = field(init=False)
    blanks: list[bool] = field(init=False)
    owner: bytearray = field(init=False)
    data: list[Candidate] = field(default_factory=list)
    apart: list[Span] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = text = self.part.text
        self.lines = lines_of(text)
        self.texts = [text[start:end] for start, end in self.lines]
        self.labels = [
            label_at(text, line) if _SIGNS.search(said) else None
            for line, said in zip(self.lines, self.texts, strict=True)
        ]
        self.blanks = [not line or line.isspace() for line in self.texts]
        self.owner = bytearray(len(self.lines))

    def blank(self, index: int) -> bool:
        """Whether a line holds nothing but white space."""
        return self.blanks[index]

    def line(self, index: int) -> str:
        """What a line says, without white space at its ends."""
        return self.texts[index].strip()

    def free(self, index: int) -> bool:
        """Whether a line is nobody's, and not blank."""
        return not self.owner[index] and not self.blanks[index]

    def frees(self) -> Iterator[int]:
        """The lines that are nobody's when their turn comes, and not blank."""
        owner, blanks = self.owner, self.blanks
        return (at for at, blank in enumerate(blanks) if not (blank or owner[at]))

    def told(self) -> Iterator[int]:
        """The lines with a label that are nobody's when their turn comes."""
        owner, labels = self.owner, self.labels
        return (at for at, label in enumerate(labels) if label and not owner[at])

    def label(self, index: int) -> Label | None:
        """The label of a line that is nobody's."""
        return self.labels[index] if self.owner[index] == FREE else None

    def own(self, first: int, end: int, owner: int) -> None:
        """Give the lines from `first` to before `end` to somebody."""
        self.owner[first:end] = bytes([owner]) * (end - first)

    def add(self, name: str, span: Span, confidence: float = LABELLED) -> None:
        """Add a block of data, if it holds anything."""
        span = unquoted(self.text, stripped(self.text, span))
        if span.start < span.end:
            self.data.append(Candidate(name, span, confidence))

    def line_of(self, offset: int) -> int:
        """The line that holds an offset."""
        return max(0, bisect_right(self.lines, (offset, len(self.text))) - 1)

    def paragraphs(self) -> Iterator[Span]:
        """The prose: stretches of free lines without a blank one, by line numbers."""
        first = -1
        for index, (blank, owner) in enumerate(
            zip(self.blanks, self.owner, strict=True)
        ):
            if not (blank or owner):
                first = index if first < 0 else first
            elif first >= 0:
                yield Span(first, index)
                first = -1
        if first >= 0:
            yield Span(first, len(self.lines))


def unquoted(text: str, span: Span) -> Span:
    """A span without the one pair of quotation marks around all of it.

    A full stop after them belongs to the sentence that quotes.
    """
    if span.end - span.start > 3 and text[span.end - 2 : span.end] in _QUOTED_ENDS:
        shorter = Span(span.start, span.end - 1)
        inner = unquoted(text, shorter)
        return span if inner == shorter else inner
    if span.end - span.start <= len(_PAIRS[0]):
        return span
    pair = text[span.start] + text[span.end - 1]
    inner = Span(span.start + 1, span.end - 1)
    inside = inner.of(text) if pair in _PAIRS else pair
    return span if pair[0] in inside or pair[1] in inside else stripped(text, inner)
