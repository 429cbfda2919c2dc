"""Templatize over arbitrary text: the way back, a second run, hostile sizes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prompt_lsp.prompt_tools.engines.offline.templatize import templatize
from prompt_lsp.prompt_tools.schema import Templatize, texts_of, user
from prompt_lsp.prompt_tools.slots import render

PIECES = (
    "Translate Write Summarize Explain Compare Convert Act as a an the following text "
    "to into from about for of in with and or between German Japan Berlin Acme Corp. "
    "hello 5 100 USD ideas words 10-year-old Python function that Dr. Jane's 40th "
    "birthday 2024-05-17 $2,500 15% jane@example.com {{X}} {y} <a> </a> <text> </text> "
    'Text: Q: A: Input: Output: -> "hi there" \'x\' “q” , . : ; ? ! # - * ``` """ --- '
    "| \\ 🎉 日本 é"
).split(" ")
TEXTS = st.lists(
    st.tuples(
        st.sampled_from(PIECES) | st.text(max_size=4),
        st.sampled_from([" ", " ", " ", "", "\n", "\r\n", "\n\n", ": ", ", ", ". "]),
    ),
    max_size=25,
).map(lambda pairs: "".join(piece + gap for piece, gap in pairs))


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=2), st.none() | TEXTS)
def test_the_way_back_is_exact(texts: list[str], system: str | None) -> None:
    job = Templatize((user(*texts),), system)
    answer = templatize(job)
    made = (*answer.messages[0].texts,)
    if system is not None:
        made = (answer.system, *made)
    assert tuple(render(text, answer.variable_values) for text in made) == texts_of(job)
    assert templatize(job) == answer


@pytest.mark.parametrize(
    "token",
    [
        *"a \n\"'`<>{}[]()-:,.1#*|_~/\\\t“‘「é",
        *("a ", "a:", "a: b\n", "<a>", "<a></a>", "</a>", '"a" ', "- a\n", "1. "),
        *("A: \nB: \n", "a,b\n", "{{", "}}", '{"', "```\n", '"""', "x -> y\n", "---\n"),
        *("translate ", "write a ", "Germany ", "$1 ", "following:\n", "# a\n", "A "),
        *(
            "**a**\n",
            "[a]\n",
            "'a",
            "| a ",
            "From: a\n",
            "def f(\n",
            "a\r",
            "Bob: x\n",
            "{\n",
        ),
    ],
)
def test_a_long_row_of_one_token_comes_back(token: str) -> None:
    text = token * (40_000 // len(token))
    answer = templatize(Templatize((user(text),)))
    assert render(answer.messages[0].texts[0], answer.variable_values) == text
