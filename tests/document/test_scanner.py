"""Tokens are line-local: blocks of whole lines scan to the tokens of the whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompt_lsp.document.scanner import Tokens, scan
from prompt_lsp.document.tokens import Role
from prompt_lsp.text import LineIndex, Span
from tests.analysis.prompts import texts


def spans_of(tokens: Tokens, by: int = 0) -> list[list[Span]]:
    return [[token.span.shifted(by) for token in kind] for kind in tokens]


@given(texts, st.integers(0, 20))
def test_blocks_scan_to_the_tokens_of_the_whole(text: str, line: int) -> None:
    starts = LineIndex(text).starts
    cut = starts[min(line, len(starts) - 1)]
    head, tail = spans_of(scan(text[:cut])), spans_of(scan(text[cut:]), cut)
    whole = spans_of(scan(text))
    assert [[*a, *b] for a, b in zip(head, tail, strict=True)] == whole


@pytest.mark.parametrize(
    ("line", "role", "written"),
    [
        ("Human: hi", Role.HUMAN, "Human:"),
        ("  assistant : hi", Role.ASSISTANT, "assistant :"),
        ("\u200bHuman\uff1a", Role.HUMAN, "Human\uff1a"),
        ("**Human:** hi", Role.HUMAN, "**Human:**"),
        ("__Human__: hi", Role.HUMAN, "__Human__:"),
        ("## *AI*: x", Role.ASSISTANT, "## *AI*:"),
        ("> > Claude: x", Role.ASSISTANT, "> > Claude:"),
        ("Assistant  ", Role.ASSISTANT, "Assistant"),
    ],
)
def test_turn_words(line: str, role: Role, written: str) -> None:
    text = f"text\n{line}\nmore"
    (word,) = scan(text).words
    assert (word.role, word.span.of(text)) == (role, written)


@pytest.mark.parametrize(
    "line",
    [
        "say Human: hi",
        "Humans: hi",
        "**Human: hi** there",
        "**Human:* hi",
        "H: hi",
        "A: hi",
        "Human- hi",
        "Human",
        "assistant",
        "Assistant to the manager",
        "- Human: hi",
        "#Human: hi",
    ],
)
def test_text_that_is_no_turn_word(line: str) -> None:
    assert scan(f"text\n{line}\nmore").words == ()
