"""What feedback asks for, as values."""

from enum import Enum, auto
from typing import NamedTuple

# How a rule begins that asks for a form of the answer which has no kind of its own.
FORM = "Format the answer as "


class Want(Enum):
    """A kind of wish that is understood, whatever language says it."""

    SHORT = auto()
    LIMIT = auto()
    DETAILED = auto()
    SIMPLE = auto()
    ACCURATE = auto()
    CREATIVE = auto()
    STEPS = auto()
    EXAMPLES = auto()
    ONE_WORD = auto()
    JSON = auto()
    TABLE = auto()
    BULLETS = auto()
    NUMBERED = auto()
    PLAIN = auto()
    RESPOND = auto()
    TONE = auto()
    AUDIENCE = auto()
    ROLE = auto()
    RULE = auto()  # a sentence that is a rule as it is
    VERBATIM = auto()  # not understood


class Wish(NamedTuple):
    """One thing that feedback asks for.

    Attributes:
        want: what kind of thing.
        words: what it says about it: the noun that shall be short, a tone, a
            language, an audience, or the whole text.
    """

    want: Want
    words: str = ""
