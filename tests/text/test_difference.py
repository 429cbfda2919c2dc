import re

from hypothesis import given, settings
from hypothesis import strategies as st

from prompt_lsp.text import Edit, Span, apply_edits
from prompt_lsp.text.difference import difference

TEXTS = st.text("ab \r\n\u2028😀", max_size=40)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_the_edits_lead_from_one_text_to_the_other(before: str, after: str) -> None:
    edits = difference(before, after)
    assert apply_edits(before, edits) == after
    spans = [edit.span for edit in edits]
    assert spans == sorted(spans)
    inside = {match.start() + 1 for match in re.finditer("\r\n", before)}
    assert not inside & {offset for span in spans for offset in span}


def test_equal_texts_have_no_difference() -> None:
    assert difference("a\nb", "a\nb") == ()


def test_edits_are_small() -> None:
    before = "Human: hi\nkeep\nAssistant: \n"
    after = "\n\nHuman: hi\nkeep\nAssistant:\n"
    assert difference(before, after) == (
        Edit(Span(0, 0), "\n\n"),
        Edit(Span(25, 26), ""),
    )


def test_a_pair_of_line_ends_stays_a_pair() -> None:
    (edit,) = difference("a\r\nb", "a\nb")
    assert edit == Edit(Span(1, 3), "\n")


def test_no_edit_begins_or_ends_inside_a_pair() -> None:
    assert difference("a\r\nb", "a\rXb") == (Edit(Span(1, 3), "\rX"),)
    assert difference("aX\nb", "a\r\nb") == (Edit(Span(1, 2), "\r"),)
    (edit,) = difference("a\r\nb", "aX\nb")
    assert edit == Edit(Span(1, 3), "X\n")
