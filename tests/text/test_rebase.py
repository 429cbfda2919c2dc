import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompt_lsp.text import Edit, Span, apply_edits
from prompt_lsp.text.difference import difference
from prompt_lsp.text.rebase import rebased

TEXTS = st.text("ab \r\n😀", max_size=20)
WELL = [Edit(Span(4, 4), "very ")]


def _moved(before: str, stretch: str, after: str) -> str | None:
    """A text after an edit in the middle of a stretch, if it has a place there."""
    start = before.index(stretch)
    within = Span(start, start + len(stretch))
    edits = [Edit(edit.span.shifted(start), edit.text) for edit in WELL]
    moved = rebased(before, edits, after, within=[within])
    return None if moved is None else apply_edits(after, moved)


@pytest.mark.parametrize(
    ("above", "now"),
    [
        ("", "# Notes\n"),
        ("# Notes\n", ""),
        ("# Notes\n", "# Notes\nMore.\n"),
        ("# Notes\r\n", "# Other\r\n\r\nMore.\r\n"),
        ("One.\n\n", "One.\n"),
        ("One.\n\n", "Two!\nOne.\n\n"),
    ],
)
@pytest.mark.parametrize("below", ["", "\n", "\nBye.\n"])
def test_lines_above_may_come_and_go(above: str, now: str, below: str) -> None:
    before, after = above + "Say well." + below, now + "Say well." + below
    assert _moved(before, "Say well.", after) == now + "Say very well." + below


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Say well.", "Not Say well."),
        ("Not Say well.", "Say well."),
        ("a\nSay well.", "aSay well."),
        ("a\nSay well.", "a\n Say well."),
        ("aSay well.", "a\nSay well."),
        ("a\nSay well.", "a\nSay well. b"),
        ("Say well.", "Say well.\n"),
        ("Say well.", "Say quite well."),
        ("Say well.", ""),
    ],
)
def test_what_touches_its_lines_does_not_fit(before: str, after: str) -> None:
    assert _moved(before, "Say well.", after) is None


def test_two_insertions_at_one_place_do_not_fit() -> None:
    made = [Edit(Span(2, 2), "mine\n")]
    assert rebased("a\nb\n", made, "a\nother\nb\n") is None
    assert rebased("a\nb\n", made, "other\na\nb\n") == (Edit(Span(8, 8), "mine\n"),)


@given(TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS)
def test_what_is_replaced_stays_the_same(  # noqa: PLR0913, PLR0917 - three places, twice
    above: str, stretch: str, below: str, better: str, above_now: str, below_now: str
) -> None:
    before, after = above + stretch + below, above_now + stretch + below_now
    within = Span(len(above), len(above) + len(stretch))
    edits = [
        Edit(edit.span.shifted(within.start), edit.text)
        for edit in difference(stretch, better)
    ]
    moved = rebased(before, edits, after, within=[within])
    if moved is None:
        return
    assert [edit.text for edit in moved] == [edit.text for edit in edits]
    replaced = [edit.span.of(after) for edit in moved]
    assert replaced == [edit.span.of(before) for edit in edits]
    assert better in apply_edits(after, moved)
