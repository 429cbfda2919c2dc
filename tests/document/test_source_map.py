"""Source maps against a toy language of string literals.

A toy source is literals in double quotes with blanks between them, read as one text:
a backslash and a character are an atom, `\\p` says two characters, `{…}` is a hole
and `~` a character that stands nowhere.
"""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompt_lsp.document.source_map import Kind, Segment, SourceMap
from prompt_lsp.text import Edit, Span, apply_edits

HOLE = "\ue000"
ESCAPES = {r"\n": "\n", r"\"": '"', r"\\": "\\", r"\p": "\r\n"}
PIECE = re.compile(r'\\.|\{\w\}|~|[^\\{~"]+')


class ToyCodec:
    def encode(self, text: str) -> str | None:
        if HOLE in text or "~" in text or "{" in text:
            return None
        written = text.replace("\\", r"\\").replace('"', r"\"")
        return written.replace("\r\n", r"\p").replace("\n", r"\n")


def read(source: str) -> tuple[str, SourceMap]:
    text, segments = "", []
    for literal in re.finditer(r'"((?:\\.|[^"\\])*)"', source):
        for piece in PIECE.finditer(source, *literal.span(1)):
            kind, said = meaning(piece.group())
            start, end = piece.span()
            place = Span(end, end) if kind is Kind.SYNTHETIC else Span(start, end)
            segments.append(Segment(kind, Span(len(text), len(text + said)), place))
            text += said
    return text, SourceMap(segments, ToyCodec())


def meaning(piece: str) -> tuple[Kind, str]:
    if piece in ESCAPES:
        return Kind.ATOM, ESCAPES[piece]
    if piece.startswith("{"):
        return Kind.HOLE, HOLE
    if piece == "~":
        return Kind.SYNTHETIC, "~"
    return Kind.VERBATIM, piece


VERBATIM = st.text("abc ", min_size=1, max_size=4)
ATOMS = st.sampled_from(tuple(ESCAPES))
SAYABLE = st.lists(st.one_of(VERBATIM, ATOMS), max_size=4).map("".join)
ANYTHING = st.lists(
    st.one_of(VERBATIM, ATOMS, st.sampled_from(("{x}", "~"))), max_size=4
).map("".join)


def sources(literal: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    quoted = literal.map('"{}"'.format)
    return st.lists(quoted, min_size=1, max_size=4).map(" + ".join)


@st.composite
def edited(
    draw: st.DrawFn, literal: st.SearchStrategy[str]
) -> tuple[str, str, SourceMap, Edit]:
    source = draw(sources(literal))
    text, mapping = read(source)
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    new = draw(st.text('xy"\\\n', max_size=3))
    return source, text, mapping, Edit(Span(start, end), new)


@given(st.text(max_size=20), st.integers(0, 5), st.data())
def test_identity_only_shifts(text: str, at: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    mapping = SourceMap.identity(len(text), at)
    assert mapping.spans(span) == (span.shifted(at),)
    assert mapping.hull(span) == span.shifted(at)
    assert mapping.edits(text, Edit(span, "x")) == (Edit(span.shifted(at), "x"),)


@given(edited(SAYABLE))
def test_an_edited_source_reads_as_the_edited_text(
    case: tuple[str, str, SourceMap, Edit],
) -> None:
    source, text, mapping, edit = case
    made = mapping.edits(text, edit)
    if made is None:  # an empty literal alone has no segment to take an insertion
        assert not mapping.segments
        return
    assert read(apply_edits(source, made))[0] == apply_edits(text, (edit,))


@given(edited(ANYTHING))
def test_an_edit_is_exact_or_refused(
    case: tuple[str, str, SourceMap, Edit],
) -> None:
    source, text, mapping, edit = case
    made = mapping.edits(text, edit)
    if made is not None:
        assert read(apply_edits(source, made))[0] == apply_edits(text, (edit,))
    if HOLE in edit.span.of(text) or "~" in edit.span.of(text):
        assert made is None


@given(sources(ANYTHING), st.data())
def test_spans_of_a_stretch_say_that_stretch(source: str, data: st.DataObject) -> None:
    text, mapping = read(source)
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    pieces = mapping.spans(span)
    assert list(pieces) == sorted(pieces)
    assert all(one.end < two.start for one, two in pairwise(pieces))
    said = read(f'"{"".join(piece.of(source) for piece in pieces)}"')[0]
    if "~" not in text:  # which stands nowhere, so its place says it or says nothing
        assert span.of(text) in said
        assert len(said) - (span.end - span.start) <= 2  # an atom says two at most


@pytest.mark.parametrize(
    ("source", "span", "new", "expected"),
    [
        ('"ab" "cd"', (2, 2), "X", '"abX" "cd"'),
        ('"ab" "cd"', (1, 3), "X", '"aX" "d"'),
        ('"ab" "cd"', (0, 4), "", '"" ""'),
        (r'"a\pb"', (1, 2), "X", r'"aX\nb"'),
        (r'"a\pb"', (2, 2), "X", '"a\rX\\nb"'),
        (r'"a\nb"', (1, 1), "X", r'"aX\nb"'),
        (r'"a\nb"', (1, 2), '"', r'"a\"b"'),
        ('"a{x}b"', (1, 1), "X", '"aX{x}b"'),
        ('"a{x}b"', (2, 2), "X", '"a{x}Xb"'),
        ('"a{x}b"', (0, 2), "X", None),
        ('"a{x}b"', (2, 3), "~", None),
        ('"a~b"', (1, 1), "X", '"aX~b"'),
        ('"a~b"', (2, 2), "X", '"a~Xb"'),
        ('"a~b"', (1, 2), "X", None),
        ('"a~"', (2, 2), "X", None),
    ],
)
def test_edits(
    source: str, span: tuple[int, int], new: str, expected: str | None
) -> None:
    text, mapping = read(source)
    made = mapping.edits(text, Edit(Span(*span), new))
    assert expected == (None if made is None else apply_edits(source, made))


def test_a_hull_covers_a_seam() -> None:
    _, mapping = read('"ab" "cd"')
    assert mapping.spans(Span(1, 3)) == (Span(2, 3), Span(6, 7))
    assert mapping.hull(Span(1, 3)) == Span(2, 7)
