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


def test_edits_of_one_line_are_small() -> None:
    before = "Say <<ONE>> to the reader, then <<TWO>>.\n"
    after = "Say {{ONE}} to the reader, then {{TWO}}.\n"
    assert difference(before, after) == (
        Edit(Span(4, 11), "{{ONE}}"),
        Edit(Span(32, 39), "{{TWO}}"),
    )


def test_lines_that_become_more_lines_keep_what_they_hold() -> None:
    before = "A long line of text\nHuman: hi\n  Assistant: and more text"
    after = "A long line of text\n\nHuman: hi\n\nAssistant: and more text"
    edits = difference(before, after)
    assert apply_edits(before, edits) == after
    assert sum(len(edit.text) for edit in edits) < 8
    assert all(edit.span.end - edit.span.start < 8 for edit in edits)


def test_a_very_long_line_is_compared_soon() -> None:
    before = "".join(f"<<N{n % 7}>> some, text " for n in range(400))
    after = before.replace("<<", "{{").replace(">>", "}}")
    assert apply_edits(before, difference(before, after)) == after
