"""Turn markers and turns, and the verdict on them: values only.

Offsets are inside the one part that a text-completions prompt has.
"""

from dataclasses import dataclass
from enum import Enum

from prompt_lsp.document.tokens import WHITE_SPACE, Role
from prompt_lsp.text import Span


class Flaw(Enum):
    """What keeps a near-marker from being exactly a marker."""

    INVISIBLE = "an invisible character in it"
    ESCAPED = "its line ends are written out as backslash and n"
    FIRST = "too few line ends before it, at the start of the text"
    UNSEPARATED = "no blank line before it, or indented"
    MALFORMED = "its word, colon or decoration"


class Where(Enum):
    """What stands before the line of a marker."""

    START = "nothing but white space"
    AFTER_BLANK = "a blank line"
    AFTER_TEXT = "a line of text"


@dataclass(frozen=True, slots=True)
class Quote:
    """A block whose text is shown, not meant."""

    span: Span
    example: bool  # between `<example>` tags, perhaps inside a fence there


@dataclass(frozen=True, slots=True, eq=False)
class Marker:
    """A turn marker, or what its author meant as one.

    Attributes:
        role: whose turn it opens.
        span: decoration, word and colon, as written.
        separator: line ends, blanks and escapes before it that its canonical form
            replaces; for an exact marker the two line ends.
        slack: white space before the separator of an exact marker that nobody needs:
            further line ends, or all of a blank text before it.
        written: the text of `separator` and `span`.
        after: what follows the span: invisible characters, or one other character;
            empty at the end of the text.
        flaw: None for an exact marker.
        where: what stands before its line.
        renamed: it says `User`, `AI` or `Claude`.
        decorated: it has Markdown around it.
        quote: the innermost fact about the block that quotes it.
    """

    role: Role
    span: Span
    separator: Span
    slack: Span
    written: str
    after: str
    flaw: Flaw | None
    where: Where
    renamed: bool = False
    decorated: bool = False
    quote: Quote | None = None

    @property
    def sent(self) -> bool:
        """Whether the API takes it as a turn."""
        return self.flaw is None or self.flaw is Flaw.FIRST


@dataclass(frozen=True, slots=True, eq=False)
class Turn:
    """A turn that the API sees: its marker and its text, to the next separator."""

    marker: Marker
    text: str
    span: Span

    @property
    def blank(self) -> bool:
        """Whether it says nothing."""
        return not self.text.strip(WHITE_SPACE)


class Fault(Enum):
    """What is wrong with the first or the last turn of a prompt."""

    NO_HUMAN = "TRN001"
    NO_ASSISTANT = "TRN002"
    ASSISTANT_FIRST = "TRN003"
    HUMAN_LAST = "TRN004"


@dataclass(frozen=True, slots=True, eq=False)
class Verdict:
    """How the API judges a text-completions prompt, computed once.

    Attributes:
        markers: exact ones and near-markers, in order.
        sent: what the API takes as turns (E of the catalogue).
        meant: what the author meant as turns (R): unquoted ones and near-markers.
        turns: the turns of `sent` without quoted ones.
        start, end: the faults of the first and last turn that both sets have.
        culprits: the markers whose findings are errors, because they alone explain
            a fault of `sent`.
        open_start, open_end: a placeholder for whole turns stands before the first
            or after the last marker.
        open_middle: template logic encloses markers.
        safe_after_text: whether repairing near-markers after a single line end is
            safe: the last of them stands on the last non-blank line.
    """

    markers: tuple[Marker, ...]
    sent: tuple[Marker, ...]
    meant: tuple[Marker, ...]
    turns: tuple[Turn, ...]
    start: Fault | None
    end: Fault | None
    culprits: frozenset[Marker]
    open_start: bool
    open_end: bool
    open_middle: bool
    safe_after_text: bool

    @property
    def open_turns(self) -> bool:
        """Whether nobody can say which turns the model will get."""
        return self.open_start or self.open_end or self.open_middle
