"""Whatever a model says, it is an answer that keeps every promise, or none."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from prompt_lsp.prompt_tools.engines.messages import reading
from prompt_lsp.prompt_tools.engines.messages.answers import answer_of
from prompt_lsp.prompt_tools.engines.messages.frame import question, request_body
from prompt_lsp.prompt_tools.guard import violations
from prompt_lsp.prompt_tools.schema import Generate, Improve, Templatize, user
from prompt_lsp.prompt_tools.slots import render

PIECES = (
    "Ada",
    "Rome",
    " ",
    "\n",
    "\r\n",
    "{{X}}",
    "{",
    "}",
    "<a>",
    "</a>",
    "$",
    "\\",
    "\n\nHuman:",
    "日本",
    "\U0001f600",
    '"',
    "`",
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
TOKENS = (*PIECES, "[", "]", "```", '{"prompt":', '"x"', "<prompt>", "</prompt>", ",")
SAYINGS = st.lists(st.sampled_from(TOKENS), max_size=25).map("".join)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["variables", "name", "value"]), inner)
    ),
    max_leaves=6,
)
VARIABLES = st.lists(
    st.fixed_dictionaries(
        {
            "name": st.sampled_from(["NAME", "x", "CITY_2", "", "1"]),
            "value": TEXTS | st.sampled_from(PIECES),
            "message_index": st.sampled_from([0, 1, 2, "system", "0", None]),
            "occurrence": st.integers(-1, 3) | st.none(),
        }
    )
    | ANYTHING,
    max_size=8,
)


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS, st.none() | TEXTS, VARIABLES)
def test_no_proposal_breaks_a_promise(
    one: str, other: str, system: str | None, variables: list[Any]
) -> None:
    job = Templatize((user(one, other), user(other)), system, frozenset({"X", "NAME"}))
    answer = answer_of(question(job), json.dumps({"variables": variables}))
    assert answer is not None
    assert violations(job, answer) == ()
    assert render(answer.messages[0].texts[0], answer.variable_values) == one


@settings(max_examples=200, deadline=None)
@given(SAYINGS)
def test_any_saying_is_read(text: str) -> None:
    for job in (
        Generate("Sing"),
        Improve((user("Sing"),)),
        Templatize((user("Sing"),)),
    ):
        asked = question(job)
        answer = answer_of(asked, text)
        assert answer is None or answer.messages


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(["{}", "```json\n{}\n```", "So { {} ", "[1] {} (2)"]))
def test_the_answer_is_found_in_any_text_around_it(prompt: str, around: str) -> None:
    data = {"prompt": prompt, "prefill": None, "changes": []}
    text = around.replace("{}", json.dumps(data))
    assert reading.last_json(text, lambda found: isinstance(found, dict)) == data


@settings(max_examples=200, deadline=None)
@given(one=TEXTS, other=TEXTS, structured=st.booleans())
def test_a_prompt_stands_whole_between_its_tags(
    one: str, other: str, *, structured: bool
) -> None:
    asked = question(Improve((user(one, other),), feedback=other))
    body = request_body(asked, "m", 10, structured=structured)
    content = body["messages"][0]["content"]
    for text in (one, other):
        assert f"<block_{asked.nonce}>\n{text}\n</block_{asked.nonce}>" in content
    assert ("output_config" in body) is structured
