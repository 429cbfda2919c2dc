"""Bounds of token counts hold, and cost no more than they must."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompt_lsp.analysis.tokens import token_bounds

LIMIT = 99_999


def test_few_bytes_settle_it() -> None:
    assert token_bounds("a" * 99_998, LIMIT).most == 99_998
    assert token_bounds("a" * 99_998, LIMIT).least == 0


def test_many_words_settle_it() -> None:
    assert token_bounds("word " * 120_000, LIMIT).least >= LIMIT


def test_compatibility_characters_count_as_what_they_stand_for() -> None:
    ligature = "\ufdfa"  # three bytes; eighteen letters once it is normalised
    most = len(unicodedata.normalize("NFKC", ligature).encode())
    assert token_bounds(ligature, 1).most == most == 33


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("one two three", 3),
        ("don't", 2),
        ("x's", 2),
        ("a, b", 3),
        ("a  b", 3),
        ("1234", 1),
        ("\u65e5\u672c\u8a9e", 1),
        ("!?!", 1),
        ("snake_case", 3),
    ],
)
def test_pieces_are_a_lower_bound(text: str, pieces: int) -> None:
    enough = len(text.encode())  # so that bytes do not settle it
    assert token_bounds(text, enough).least == pieces


def test_special_tokens_are_one_each() -> None:
    assert token_bounds("<META_START>" * 3, 30).least <= 3


@given(st.text())
def test_the_bounds_are_in_order(text: str) -> None:
    bounds = token_bounds(text, 1)
    assert 0 <= bounds.least <= bounds.estimate
    assert bounds.least <= bounds.most
