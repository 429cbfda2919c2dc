"""What a terminal shows for a character, and how many columns that takes.

What a terminal would hide, obey or measure in its own way is written out, so that
a caret under a character is under it in every terminal.
"""

from functools import lru_cache
from typing import NamedTuple
from unicodedata import category, east_asian_width

TAB = "    "

# Controls, formats (zero width, direction), unassigned and private characters,
# lone surrogates, and the blanks that are not the blank.
_HIDDEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"})
_COMBINING = frozenset({"Mn", "Me"})
# Hangul vowels and final consonants join the syllable before them.
_JOINING = range(0x1160, 0x1200)
# Terminals disagree on how wide these make the character before them.
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)


class Cell(NamedTuple):
    """How one character of a line is shown, and its width in columns."""

    shown: str
    width: int


@lru_cache(maxsize=4096)  # a text has few characters, many times
def cell(character: str) -> Cell:
    """How a character is shown; line ends are shown as controls."""
    if " " <= character <= "~":
        return Cell(character, 1)
    if character == "\t":
        return Cell(TAB, len(TAB))
    kind = category(character)
    code = ord(character)
    if code in _VARIATION_SELECTORS:
        return Cell("", 0)
    if kind in _HIDDEN:
        name = f"<U+{code:04X}>"
        return Cell(name, len(name))
    if kind in _COMBINING or code in _JOINING:
        return Cell(character, 0)
    return Cell(character, 2 if east_asian_width(character) in "WF" else 1)


def visible(text: str) -> str:
    """A message or a path on one line, with nothing that a terminal would obey."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(cell(character).shown for character in text)
