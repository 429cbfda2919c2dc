"""Positions are exact in every encoding, at every line end that the protocol has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompt_lsp.text import Encoding, LineIndex, TextBuffer

# Line ends of the protocol, line ends of others, astral and combining characters.
texts = st.text(alphabet="a \r\n\u2028\u0085\x0b\x0c\U0001f600e\u0301\u65e5")
encodings = st.sampled_from(Encoding)


def units(text: str, encoding: Encoding) -> int:
    """An independent count of the units of a text."""
    width = {Encoding.UTF8: 1, Encoding.UTF16: 2, Encoding.UTF32: 4}[encoding]
    codec = encoding if encoding is Encoding.UTF8 else f"{encoding}-le"
    return len(text.encode(codec)) // width


def lines_of(text: str) -> list[str]:
    """The lines without their ends, by the protocol's definition."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@given(texts, encodings)
def test_offsets_round_trip(text: str, encoding: Encoding) -> None:
    index = LineIndex(text)
    for offset in range(len(text) + 1):
        inside_crlf = text[offset - 1 : offset + 1] == "\r\n" and offset > 0
        expected = offset - 1 if inside_crlf else offset
        assert index.offset(*index.position(offset, encoding), encoding) == expected


@given(texts, encodings)
def test_positions_are_lines_and_units(text: str, encoding: Encoding) -> None:
    index, lines = LineIndex(text), lines_of(text)
    assert len(index.starts) == len(lines)
    for number, line in enumerate(lines):
        assert index.content(number).of(text) == line
        end = index.content(number).end
        assert index.position(end, encoding) == (number, units(line, encoding))


@given(texts, encodings, st.integers(-2, 9), st.integers(-2, 40))
def test_positions_are_clamped(
    text: str, encoding: Encoding, line: int, column: int
) -> None:
    index = LineIndex(text)
    offset = index.offset(line, column, encoding)
    assert 0 <= offset <= len(text)
    if 0 <= line < len(index.starts):
        assert index.content(line).start <= offset <= index.content(line).end


@pytest.mark.parametrize(
    ("encoding", "column", "offset"),
    [
        (Encoding.UTF16, 1, 1),
        (Encoding.UTF16, 2, 1),  # between the halves of the surrogate pair
        (Encoding.UTF16, 3, 2),
        (Encoding.UTF8, 2, 1),
        (Encoding.UTF8, 4, 1),
        (Encoding.UTF8, 5, 2),
        (Encoding.UTF32, 2, 2),
        (Encoding.UTF32, 99, 3),
        (Encoding.UTF16, 2**32 - 1, 3),
    ],
)
def test_a_column_inside_a_character_means_its_start(
    encoding: Encoding, column: int, offset: int
) -> None:
    assert LineIndex("a\U0001f600b\nc").offset(0, column, encoding) == offset


@given(encodings, st.integers(0, 400_000))
def test_one_line_of_400_kilobytes(encoding: Encoding, offset: int) -> None:
    position = _LONG.position(offset, encoding)
    assert position == (0, units(_LONG.text[:offset], encoding))
    assert _LONG.offset(*position, encoding) == offset


_LONG = LineIndex("prompt\u00e9\u65e5\U0001f600 " * 40_000)

places = st.tuples(st.integers(0, 6), st.integers(0, 8))
edits = st.lists(st.tuples(places, places, texts), max_size=8)


@given(texts, edits, encodings)
def test_incremental_edits_give_the_full_text(
    text: str,
    edits: list[tuple[tuple[int, int], tuple[int, int], str]],
    encoding: Encoding,
) -> None:
    buffer = TextBuffer(text, encoding)
    for one, other, new in edits:
        start, end = sorted((one, other))
        first = _offset(text, *start, encoding)
        last = max(first, _offset(text, *end, encoding))
        text = text[:first] + new + text[last:]
        buffer.replace(start, end, new)
        assert buffer.text == text
        assert buffer.index.starts == LineIndex(text).starts


def _offset(text: str, line: int, column: int, encoding: Encoding) -> int:
    """The offset of a position, by counting character for character."""
    starts = [0]
    for at, character in enumerate(text):
        crlf = character == "\r" and text[at + 1 : at + 2] == "\n"
        if character in "\r\n" and not crlf:
            starts.append(at + 1)
    if line >= len(starts):
        return len(text)
    offset, count = starts[line], 0
    while offset < len(text) and text[offset] not in "\r\n":
        count += units(text[offset], encoding)
        if count > column:
            break
        offset += 1
    return offset
