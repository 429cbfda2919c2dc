"""What a request to the Messages API says, as far as a prompt can say it."""

import re
from dataclasses import dataclass
from enum import Enum
from typing import Literal, NamedTuple

Speaker = Literal["user", "assistant"]

_LINE_ENDS = ("\r\n", "\n", "\r")
_LINE_END = re.compile(r"\r\n?|\n")


class Layout(NamedTuple):
    """What a file looks like, as prompt and as body.

    Attributes:
        line_end: the kind of its line ends.
        final_line_end: what it ends with; empty where it ends without a line end.
    """

    line_end: str = "\n"
    final_line_end: str = "\n"


USUAL = Layout()


@dataclass(frozen=True, slots=True)
class Message:
    """One message.

    Attributes:
        role: who speaks.
        content: the text, to the letter.
        spaced: a blank stands between the colon of its turn and its text.
    """

    role: Speaker
    content: str
    spaced: bool = True


@dataclass(frozen=True, slots=True)
class Body:
    """The request.

    Attributes:
        messages: in order.
        system: the system prompt.
        model: the model that it is for.
        layout: of the file that it is read from or goes to.
        left_out: the keys of the file that say nothing of the conversation, in order.
        unwrapped: the places of texts that stand in a block of their own there.
    """

    messages: tuple[Message, ...]
    system: str | None = None
    model: str | None = None
    layout: Layout = USUAL
    left_out: tuple[str, ...] = ()
    unwrapped: tuple[str, ...] = ()


class Reason(Enum):
    """Why something is not converted."""

    NO_TURNS = "it is no text-completions prompt"
    WRONG_TURNS = "the API refuses its turns"
    EMPTY_TURN = "a turn says nothing"
    INTERPOLATED = "code puts the text together"
    NO_JSON = "it is no JSON"
    NO_BODY = "it is no request body"
    UNSUPPORTED = "no prompt has a place for it"
    EMPTY = "it is blank"
    ORDER = "turns do not follow each other like that"
    MISREAD = "in a prompt it would be read as something else"


@dataclass(frozen=True, slots=True)
class Refused:
    """That something is not converted.

    Attributes:
        reason: why, for programs.
        message: why, for people.
        where: `line 7` of the prompt, `messages[1].content` of the body; empty for
            the whole.
    """

    reason: Reason
    message: str
    where: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


def first_line_end(text: str) -> str:
    """The kind of line end that a text uses first; a line feed if none."""
    found = _LINE_END.search(text)
    return found[0] if found else "\n"


def final_line_end(text: str) -> str:
    """The line end that a text ends with, or nothing."""
    return next((end for end in _LINE_ENDS if text.endswith(end)), "")


def with_line_feeds(text: str) -> str:
    """A text with every line end read as a line feed."""
    return _LINE_END.sub("\n", text) if "\r" in text else text
