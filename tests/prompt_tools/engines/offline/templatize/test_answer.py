"""What an answer keeps of the question, whatever is found."""

import pytest

from prompt_lsp.prompt_tools.engines.offline.templatize import templatize
from prompt_lsp.prompt_tools.schema import Change, Message, Templatize, user

HELLO = "Translate hello to German"


def test_messages_and_blocks_are_as_many_as_there_were() -> None:
    job = Templatize((user(HELLO, "Then use it.", ""), user("Thanks, in German.")))
    answer = templatize(job)
    assert [len(one.texts) for one in answer.messages] == [3, 1]
    assert [one.role for one in answer.messages] == ["user", "user"]
    assert answer.messages[1].texts == ("Thanks, in {{TARGET_LANGUAGE}}.",)


def test_no_system_prompt_is_an_empty_one() -> None:
    assert templatize(Templatize((user(HELLO),))).system == ""
    assert templatize(Templatize((user(HELLO),), "Be kind.")).system == "Be kind."


def test_a_reserved_name_is_not_given_again() -> None:
    job = Templatize((user(HELLO),), reserved=frozenset({"TARGET_LANGUAGE"}))
    values = templatize(job).variable_values
    assert values == {"WORD_TO_TRANSLATE": "hello", "TARGET_LANGUAGE_2": "German"}


def test_a_change_tells_a_variable_and_not_its_value() -> None:
    job = Templatize((user("Translate pear to Dutch"), user("Translate plum to Dutch")))
    assert templatize(job).changes == (
        Change("variable", "`WORD_TO_TRANSLATE` stands for 1 place"),
        Change("variable", "`TARGET_LANGUAGE` stands for 2 places"),
        Change("variable", "`WORD_TO_TRANSLATE_2` stands for 1 place"),
    )


def test_what_an_assistant_says_is_left_alone() -> None:
    said = Message("assistant", ("Hallo is the German for hello, as of 2024-05-17.",))
    answer = templatize(Templatize((user(HELLO), said, user(HELLO), said)))
    assert answer.messages[1] == answer.messages[3] == said


def test_no_more_than_twelve_variables() -> None:
    orders = " ".join(f"Call 2024-05-{day:02} at {day}:15." for day in range(1, 24))
    assert len(templatize(Templatize((user(orders),))).variable_values) == 12


def test_an_answered_turn_is_an_example() -> None:
    turns = (
        user("Portugal"),
        Message("assistant", ("Lisbon",)),
        user("Kenya"),
        Message("assistant", ("Nairobi",)),
        user("Peru"),
    )
    answer = templatize(Templatize(turns, "Name the capital of each country given."))
    assert answer.messages[:4] == turns[:4]
    assert list(answer.variable_values.values()) == ["Peru"]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends(end: str) -> None:
    text = f"Summarize the review.{end}{end}Review: It broke.{end}Twice.{end}"
    answer = templatize(Templatize((user(text),)))
    assert answer.variable_values == {"REVIEW": f"It broke.{end}Twice."}
    assert answer.messages[0].texts[0].endswith("Review: {{REVIEW}}" + end)


def test_a_value_does_not_hide_in_a_longer_word() -> None:
    answer = templatize(Templatize((user("Visit Chad. Ask the eChads about Chad."),)))
    assert "eChads" in answer.messages[0].texts[0]
