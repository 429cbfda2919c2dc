"""What holds for every candidate of every recognizer, whatever the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Reading
from prompt_lsp.prompt_tools.engines.offline.templatize.tongues import TONGUES
from prompt_lsp.prompt_tools.engines.offline.templatize.values import VALUES
from tests.prompt_tools.engines.offline.templatize.told import reading

RECOGNIZERS = (*VALUES, *TONGUES)
PIECES = (
    *"$€%°@#&(){}«»„“”「」《》\"'.,:;/-+ \n\t",
    "1",
    "2,500",
    "3 ",
    "May ",
    "in ",
    "2024",
    " to ",
    "https://",
    "a@b.de",
    "order ",
    "Dear ",
    "Mr. ",
    "named ",
    " Inc",
    "Berlin",
    "Übersetze ",
    "ins ",
    "Englische",
    "英語",
    "に翻訳",
    "翻译成",
    "三句话",
    "{{X}}",
    "`",
    "\r\n",
    "🎂",
)
TOKENS = ("a", "1", "1 ", "$1 ", "@", "a@a", "://", "A ", "(1", "1-", "「", "英", "„a")
LENGTH = 200_000


def check(text: Reading) -> int:
    """How many candidates a text has, each of which is a stretch of it."""
    count = 0
    for recognizer in RECOGNIZERS:
        for name, span, confidence in recognizer(text):
            value = text.text[span.start : span.end]
            assert 0 <= span.start < span.end <= len(text.text)
            assert value == value.strip()
            assert name.replace("_", "").isupper()
            assert name.isascii()
            assert 0 < confidence <= 1
            count += 1
    return count


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_candidates_are_stretches_of_the_text(text: str) -> None:
    check(reading(text))


@pytest.mark.parametrize("token", TOKENS)
def test_long_repetitions_come_to_an_end(token: str) -> None:
    check(reading(token * (LENGTH // len(token))))
