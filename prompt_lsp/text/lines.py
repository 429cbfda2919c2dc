"""Lines and columns of a text, in the units that an editor counts."""

import re
from bisect import bisect_right
from enum import StrEnum

from prompt_lsp.text.span import Span

LINE_END = re.compile(r"\r\n?|\n")


class Encoding(StrEnum):
    """The units of a column, named as the Language Server Protocol names them."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"


class LineIndex:
    """Where the lines of a text begin.

    Lines and columns count from 0. A column past the end of its line means the
    line's end before its line end; a line past the last means the text's end; a
    column inside a character means that character's start.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = _line_starts(text)

    def position(self, offset: int, encoding: Encoding) -> tuple[int, int]:
        """The line and column of an offset, clamped into the text."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self.starts, offset) - 1
        start, end = self.content(line)
        return line, _units(self.text[start : min(offset, end)], encoding)

    def offset(self, line: int, column: int, encoding: Encoding) -> int:
        """The offset of a line and column, clamped into the text."""
        if line < 0:
            return 0
        if line >= len(self.starts):
            return len(self.text)
        start, end = self.content(line)
        # No character has fewer than one unit, so what lies further is past it.
        return start + _characters(
            self.text[start : min(end, start + max(column, 0))], column, encoding
        )

    def line_of(self, offset: int) -> int:
        """The number of the line that holds an offset."""
        return bisect_right(self.starts, offset) - 1

    def content(self, line: int) -> Span:
        """What a line holds, without its line end."""
        start = self.starts[line]
        if line + 1 == len(self.starts):
            return Span(start, len(self.text))
        end = self.starts[line + 1] - 1
        if self.text[end] == "\n" and end > start and self.text[end - 1] == "\r":
            end -= 1
        return Span(start, end)


def _line_starts(text: str) -> list[int]:
    starts = [0]
    if "\r" in text:
        starts += [match.end() for match in LINE_END.finditer(text)]
        return starts
    offset = text.find("\n")
    while offset >= 0:
        starts.append(offset + 1)
        offset = text.find("\n", offset + 1)
    return starts


def _units(text: str, encoding: Encoding) -> int:
    """How many units a stretch of one line has."""
    if encoding is Encoding.UTF32 or text.isascii():
        return len(text)
    if encoding is Encoding.UTF16:
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
    return len(text.encode("utf-8", "surrogatepass"))


def _characters(text: str, units: int, encoding: Encoding) -> int:
    """How many whole characters of `text` fit into so many units."""
    if units <= 0:
        return 0
    if encoding is Encoding.UTF32 or text.isascii():
        return min(units, len(text))
    if encoding is Encoding.UTF16:
        return _whole_utf16(text, units)
    return _whole_utf8(text, units)


def _whole_utf16(text: str, units: int) -> int:
    data = text.encode("utf-16-le", "surrogatepass")
    end = 2 * units
    if end >= len(data):
        return len(text)
    if data[end + 1] & 0xFC == 0xDC and data[end - 1] & 0xFC == 0xD8:
        end -= 2  # between the halves of one character
    return len(data[:end].decode("utf-16-le", "surrogatepass"))


def _whole_utf8(text: str, units: int) -> int:
    data = text.encode("utf-8", "surrogatepass")
    if units >= len(data):
        return len(text)
    while data[units] & 0xC0 == 0x80:  # a continuation byte: back to its head
        units -= 1
    return len(data[:units].decode("utf-8", "surrogatepass"))
