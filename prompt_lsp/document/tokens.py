"""The words that the scanner speaks: what stands where, without judgement."""

from enum import StrEnum
from typing import NamedTuple

from prompt_lsp.text import Span

WHITE_SPACE = " \t\r\n\f\v"

# Every `str.isspace()` character that is not white space, and the characters that
# have no width: they look like nothing, and the API takes them as text.
BLANK_LOOKING = (
    "\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
WIDTHLESS = (
    "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
)
INVISIBLE = BLANK_LOOKING + WIDTHLESS


class Role(StrEnum):
    """Who speaks in a text-completions prompt."""

    HUMAN = "Human"
    ASSISTANT = "Assistant"


class Style(StrEnum):
    """The ways of writing a placeholder, named as the configuration names them."""

    BRACES = "{{NAME}}"
    ANGLES = "<<NAME>>"
    BRACE = "{NAME}"
    DOLLAR = "{$NAME}"
    SHELL = "${NAME}"

    def write(self, name: str) -> str:
        """A placeholder of this style for a name."""
        return self.value.replace("NAME", name)


class TurnWord(NamedTuple):
    """A word at the start of a line that is or resembles a turn marker.

    Attributes:
        role: whose turn it would open.
        line: the offset at which its line starts.
        span: decoration, word and colon.
        canonical: spelled exactly `Human:` or `Assistant:`.
        renamed: it says `User`, `AI` or `Claude`.
        decorated: it has Markdown around it.
    """

    role: Role
    line: int
    span: Span
    canonical: bool
    renamed: bool
    decorated: bool


class Escape(NamedTuple):
    """A marker behind line ends that are written out as backslash and n."""

    role: Role
    span: Span


class FenceLine(NamedTuple):
    """A line that may open or close a fence: its mark, and whether it may close."""

    span: Span
    mark: str
    closes: bool


class Tag(NamedTuple):
    """An `<example…>` tag, or one that closes such."""

    span: Span
    name: str
    closes: bool


class Ticks(NamedTuple):
    """A run of backticks that is no fence."""

    span: Span
