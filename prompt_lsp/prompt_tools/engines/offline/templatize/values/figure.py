"""A number in a text and what stands right before it."""

import re
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.text import Span

_FAR = 48  # characters before a number that may say what it is
_QUOTE = 400  # characters of a quoted string
_EDGES = ".,;:!?()[]{}\"'„“”«»*_`#<>|=~-–—"
# A number with groups of thousands, in the ways of several countries.
GROUPED = r"\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3}){1,4}(?:[.,]\d{1,2})?(?![\d])"
PLAIN = r"\d{1,15}(?:[.,]\d{1,4})?(?![\d])"
NUMBER = f"(?:{GROUPED}|{PLAIN})"
TO = r"[ \u00a0]?(?:-to-|-|–|—|to|bis|à|a|~|～|〜|から)[ \u00a0]?"
RANGE = f"{NUMBER}(?:{TO}{NUMBER})?"
# Where a word of a spaced script ends.
END = r"(?![A-Za-zÀ-ɏ\d_])"
_WITH_UNIT = re.compile(
    rf"({RANGE})(?:[ \u00a0\u202f-]?((?:km/h|m/s|m²|km²)|[^\W\d_]{{1,16}}|[^\w\s]))?"
)


class Figure(NamedTuple):
    """A run of digits that begins no other word.

    Attributes:
        text: the whole text.
        start: of the first digit.
        head: what stands before it on the same line, at most some fifty characters.
        words: the last words of `head`, at most three, without punctuation.
        end: of the number, with its groups of thousands, or of a range of numbers.
        unit: the word or sign that follows it, with at most a blank or a hyphen
            between, or nothing.
    """

    text: str
    start: int
    head: str
    words: tuple[str, ...]
    end: int
    unit: str

    @property
    def word(self) -> str:
        """The word before it, in small letters; empty at the beginning of a line."""
        return self.words[-1].lower() if self.words else ""

    @property
    def following(self) -> int:
        """Where the digits end."""
        end = self.start
        while end < len(self.text) and self.text[end].isdecimal():
            end += 1
        return end

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What a pattern finds at the number itself."""
        return pattern.match(self.text, self.start)

    def candidate(
        self, name: str, end: int, confidence: float = 0.8, *, before: int = 0
    ) -> Candidate:
        """What reaches from so many characters before the number to `end`."""
        return Candidate(name, Span(self.start - before, end), confidence)


def is_quoted(text: str, at: int) -> bool:
    """Whether an offset stands between quotation marks on its line, far as one sees."""
    far = max(0, at - _QUOTE)
    begin = max(text.rfind("\n", far, at) + 1, far)
    marks = text[begin:at]
    opened = marks.count('"') % 2 == 1
    return opened or any(
        marks.rfind(first) > marks.rfind(last) for first, last in ("“”", "«»", "„“")
    )


def figure_at(text: str, start: int) -> Figure:
    """A number with what stands before it."""
    head = text[max(0, start - _FAR) : start]
    head = head[max(head.rfind("\n"), head.rfind("\r")) + 1 :]
    words = tuple(word.strip(_EDGES) for word in head.split()[-3:])
    found = _WITH_UNIT.match(text, start)
    end, unit = (found.end(1), found[2] or "") if found else (start, "")
    return Figure(text, start, head, tuple(word for word in words if word), end, unit)
