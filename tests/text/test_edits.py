from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompt_lsp.text import Edit, Overlap, Span, apply_edits


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([], "abcdef"),
        ([Edit(Span(1, 3), "X")], "aXdef"),
        ([Edit(Span(4, 4), "Y"), Edit(Span(0, 1), "")], "bcdYef"),
        ([Edit(Span(2, 2), "1"), Edit(Span(2, 2), "2")], "ab12cdef"),
        ([Edit(Span(2, 4), "Z"), Edit(Span(2, 2), "1")], "ab1Zef"),
        ([Edit(Span(0, 2), ""), Edit(Span(2, 6), "")], ""),
    ],
)
def test_edits_are_stated_against_the_text_before(
    edits: list[Edit], expected: str
) -> None:
    assert apply_edits("abcdef", edits) == expected


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(Span(0, 3), ""), Edit(Span(2, 4), "")],
        [Edit(Span(0, 4), ""), Edit(Span(1, 1), "x")],
    ],
)
def test_edits_that_overlap_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(Overlap):
        apply_edits("abcdef", edits)


@given(st.text(), st.lists(st.integers(0, 40)))
def test_replacing_every_piece_by_itself_changes_nothing(
    text: str, cuts: list[int]
) -> None:
    bounds = sorted({0, len(text), *(cut for cut in cuts if cut <= len(text))})
    spans = [Span(*pair) for pair in pairwise(bounds)]
    assert apply_edits(text, [Edit(span, span.of(text)) for span in spans]) == text


def test_spans_know_what_they_share() -> None:
    span = Span(2, 5)
    assert span.holds(2)
    assert not span.holds(5)
    assert span.covers(Span(3, 5))
    assert not span.covers(Span(3, 6))
    assert span.touches(Span(5, 9))
    assert not span.touches(Span(6, 9))
    assert span.shifted(3) == Span(5, 8)
    assert span.hull(Span(7, 9)) == Span(2, 9)
