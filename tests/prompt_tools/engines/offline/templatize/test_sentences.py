"""Sentences of English prose."""

from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import sentences
from prompt_lsp.text import Span


def test_a_sentence_without_an_end_comes_in_parts() -> None:
    text = "Explain it " + "to a " * 1_000
    parts = [one.words for one in sentences(text, Span(0, len(text)))]
    assert max(map(len, parts)) < 200
    assert [word.text for part in parts for word in part] == text.split()


def test_a_sentence_of_a_hundred_words_is_one() -> None:
    text = "Explain it " + "to a " * 49
    assert len(list(sentences(text, Span(0, len(text))))) == 1
