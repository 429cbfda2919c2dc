import pytest

from prompt_lsp.prompt_tools.engines.offline.templatize.tongues.sayings import sayings
from tests.prompt_tools.engines.offline.templatize.told import told


@pytest.mark.parametrize(
    ("text", "word", "language"),
    [
        ("How do you say good night in Finnish?", "good night", "Finnish"),
        ("how would you say see you soon in Thai", "see you soon", "Thai"),
        ("What is the word for owl in Danish?", "owl", "Danish"),
        ("What's the Polish word for owl?", "owl", "Polish"),
        ("What is the French for window?", "window", "French"),
        ("What's the Polish word for 'red owl'?", "red owl", "Polish"),
    ],
)
def test_what_is_said(text: str, word: str, language: str) -> None:
    expected = [f"WORD_TO_TRANSLATE={word}", f"TARGET_LANGUAGE={language}"]
    assert sorted(told(sayings, text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "How do you say this in German?",
        "How do you say no to a friend?",
        "What is the word for that in Dutch?",
        "What is the best word for owl?",
        "What is the English Channel?",
        "Find a word for owl in the list.",
        "Translate word for word in English.",
    ],
)
def test_what_is_not_said(text: str) -> None:
    assert told(sayings, text) == []


def test_a_system_prompt_asks_for_no_word() -> None:
    assert told(sayings, "How do you say owl in Danish?", "system") == []
