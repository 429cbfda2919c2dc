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
        ("one of the five", []),
        ("often ideas", []),
        ("这两个句子", []),
    ],
)
def test_counts_in_words(text: str, values: list[str]) -> None:
    assert told(counts_in_words, text) == values


def test_a_system_prompt_counts_for_itself() -> None:
    assert told(counts_in_words, "Give three ideas", "system") == []
