import pytest

from prompt_lsp.prompt_tools.engines.offline.templatize.values.counts import (
    counts_in_words,
)
from tests.prompt_tools.engines.offline.templatize.told import told


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Give me three ideas", ["NUMBER_OF_ITEMS=three"]),
        ("in three sentences", ["SENTENCE_COUNT=three"]),
        ("a three-day trip", ["DURATION=three-day"]),
        ("in drei Sätzen", ["SENTENCE_COUNT=drei"]),
        ("en cinq phrases", ["SENTENCE_COUNT=cinq"]),
        ("para dos personas", ["NUMBER_OF_PEOPLE=dos"]),
        ("用三句话总结", ["SENTENCE_COUNT=三"]),
        ("Compare the two articles", []),
        ("one of three ideas", []),
        ("in two or three sentences", []),
        ("Ask one or two questions", []),
        ("Suggest two or three ideas", ["NUMBER_OF_ITEMS=two or three"]),
        ("four to six ideas", ["NUMBER_OF_ITEMS=four to six"]),
        ("zwischen zwei und vier Fragen", ["NUMBER_OF_ITEMS=zwei und vier"]),
        ("two and three ideas", ["NUMBER_OF_ITEMS=three"]),
        ("the five most useful tips", ["NUMBER_OF_ITEMS=five"]),
        ("the five tips", []),
        ("two of the five largest rivers", []),
        ("the two most useful tips", []),
        ("one of the five", []),
        ("often ideas", []),
        ("这两个句子", []),
    ],
)
def test_counts_in_words(text: str, values: list[str]) -> None:
    assert told(counts_in_words, text) == values


def test_a_long_text_tells_only_some_of_its_numbers() -> None:
    long = "We talk about the job, and no more than that. " * 12
    assert told(counts_in_words, f"{long}Stop. After eight questions, end.") == [
        "NUMBER_OF_ITEMS=eight"
    ]
    assert told(counts_in_words, f"{long}Rank the six largest rivers.") == [
        "NUMBER_OF_ITEMS=six"
    ]
    assert told(counts_in_words, f"{long}Say it in one to two sentences.") == [
        "SENTENCE_COUNT=one to two"
    ]
    assert told(counts_in_words, f"{long}Look at the six ideas for it.") == []


def test_a_system_prompt_counts_for_itself() -> None:
    assert told(counts_in_words, "Give three ideas", "system") == []
