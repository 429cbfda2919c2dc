"""There and back is where one was."""

import json

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from prompt_lsp.migrate import Refused, read_body, to_text, write_body
from prompt_lsp.migrate.request import Body
from tests.migrate.prompts import (
    LINE_ENDS,
    bodies,
    converted,
    read,
    texts,
    turn_codes,
)

CLEAN = {"TRN016", "TRN017", "TRN018"}
LAYOUTS = (
    {"indent": 2},
    {"indent": 2, "separators": (",", ":")},
    {"indent": "\t", "sort_keys": True},
    {"separators": (",", ":")},
    {"ensure_ascii": True},
)


def body_in(text: str) -> Body:
    body = read_body(text)
    assert not isinstance(body, Refused), str(body)
    return body


@settings(max_examples=60, deadline=None)
@given(texts())
@example("\n\nHuman: Hi\n\nAssistant:")
@example("\n\nHuman: Hi\n\nAssistant:\n")
@example("\n\nHuman: Hi\n\nAssistant:\r\n")
@example("\n\nHuman: Hi\n\nAssistant:\r")
@example("\n\nHuman: Hi\n\nAssistant:{")
@example("\n\nHuman: Hi\n\nAssistant: {\n")
@example("\n\nHuman:\nHi\n\nAssistant:Hello \n\nHuman: \nHi\n\nAssistant:\n{")
@example("System: Be kind. \n\nHuman:  Hi\r\nthere\t\n\nAssistant:")
@example("---\nno end\n\nHuman: Hi\n\nAssistant:")
def test_text_to_messages_to_text(text: str) -> None:
    # What stands between two fences at the top is no text of the prompt.
    assume(read(text).prompts[0].parts[0].text == text)
    assume({"TRN016"} <= turn_codes(text) <= CLEAN)
    written = write_body(converted(text))
    json.loads(written)
    assert to_text(body_in(written)) == text


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
@pytest.mark.parametrize("final", ["", "\r\n", "\r"])
def test_a_file_of_other_line_ends_comes_back_too(line_end: str, final: str) -> None:
    lines = ("Be", "kind.", "", "Human: Hi", "there", "", "Assistant: a", "b")
    text = line_end.join(lines) + final
    assert to_text(body_in(write_body(converted(text)))) == text


def test_front_matter_of_a_target_model_comes_back_too() -> None:
    text = "---\ntarget-model: claude-2.1\n---\n\n\nHuman: Hi\n\nAssistant:\n"
    assert to_text(body_in(write_body(converted(text)))) == text


@settings(max_examples=60, deadline=None)
@given(
    bodies(),
    st.sampled_from(LAYOUTS),
    st.sampled_from(LINE_ENDS),
    st.sampled_from(("", *LINE_ENDS)),
    st.sampled_from(("case.prompt", "case.txt", "case.prompt.md")),
)
def test_messages_to_text_to_messages(
    body: dict[str, object],
    layout: dict[str, object],
    line_end: str,
    final: str,
    name: str,
) -> None:
    dumped = json.dumps(body, **{"ensure_ascii": False, **layout})  # type: ignore[arg-type]
    text = to_text(body_in(dumped.replace("\n", line_end) + final))
    assume(not isinstance(text, Refused))
    assert isinstance(text, str)
    assert not text.startswith("\ufeff"), "which the decoder of a file would take off"
    assert json.loads(write_body(converted(text, name))) == body


@settings(max_examples=30, deadline=None)
@given(bodies())
def test_a_whole_request_comes_back_without_its_settings(
    body: dict[str, object],
) -> None:
    messages = body["messages"]
    assert isinstance(messages, list)
    wrapped = [
        {**message, "content": [{"type": "text", "text": message["content"]}]}
        for message in messages
    ]
    sent = {"max_tokens": 9, **body, "messages": wrapped, "temperature": 1, "top_k": 2}
    text = to_text(body_in(json.dumps(sent)))
    assert text == to_text(body_in(json.dumps(body)))
    assume(isinstance(text, str))
    assert isinstance(text, str)
    assert json.loads(write_body(converted(text))) == body
