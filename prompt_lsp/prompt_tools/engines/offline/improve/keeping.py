"""What every transformation must keep, whatever it does.

A transformation whose outcome breaks one of these promises is left out, so none of
them has to be trusted.
"""

import re
from collections import Counter
from typing import NamedTuple

from prompt_lsp.document.model import Part

# A turn marker, and what reads like one: a line that begins with the word.
_MARKER = re.compile(r"(?:\A\n{0,2}|\n\n)(?=(?:Human|Assistant):)")
_TURN_LINE = re.compile(r"(?:\A|(?<=\n))[ \t]*(?:Human|Assistant)[ \t]*[:\uff1a]")


class Promise(NamedTuple):
    """What a text has that must not be lost, or not become more.

    Attributes:
        markers: turn markers, and lines that read like one; quoted ones too.
        written: how often each placeholder and each tag of template logic is written.
    """

    markers: tuple[int, int]
    written: Counter[str]

    def kept_by(self, other: "Promise") -> bool:
        """Whether another text keeps it."""
        more = any(b > a for a, b in zip(self.markers, other.markers, strict=True))
        return not (more or self.written - other.written)


def promise_of(part: Part) -> Promise:
    """What must be kept of a text."""
    written = Counter(placeholder.written for placeholder in part.placeholders)
    written.update(tag.written for tag in part.logic)
    return Promise(marker_counts(part.text), written)


def marker_counts(text: str) -> tuple[int, int]:
    """How many turn markers a text has, and how many lines that read like one."""
    if "Human" not in text and "Assistant" not in text:
        return 0, 0
    return len(_MARKER.findall(text)), len(_TURN_LINE.findall(text))
