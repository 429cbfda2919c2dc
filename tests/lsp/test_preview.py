"""The request `promptLsp/preview`, over the wire."""

import pytest

from tests.lsp.editor import Editor
from tests.lsp.raw import notification, request

PREVIEW = "promptLsp/preview"
TURNS = "\n\nHuman: Hello {{NAME}}!\n\nAssistant:"


def test_turns_and_variables(pushed: Editor) -> None:
    uri = pushed.open("turns.prompt", TURNS)
    assert pushed.request(PREVIEW, {"uri": uri}) == {
        "messages": [
            {
                "role": "user",
                "parts": [{"text": "Hello "}, {"placeholder": "NAME"}, {"text": "!"}],
            },
            {"role": "assistant", "parts": []},
        ],
        "variables": [{"name": "NAME", "declared": False}],
    }


def test_values_of_the_sidecar_and_of_the_user(pushed: Editor) -> None:
    pushed.write("mail.vars.json", '{"NAME": "Ada", "IDLE": "7"}')
    uri = pushed.open("mail.prompt", "{{NAME}}")
    found = pushed.request(PREVIEW, {"uri": uri})
    (message,) = found["messages"]
    assert message["parts"] == [{"placeholder": "NAME", "value": "Ada"}]
    assert found["variables"] == [
        {"name": "NAME", "value": "Ada", "declared": True},
        {"name": "IDLE", "value": "7", "declared": True},
    ]
    values = {"NAME": "Bo\nb", "GONE": "x", "IDLE": None}
    found = pushed.request(PREVIEW, {"uri": uri, "values": values})
    (message,) = found["messages"]
    assert message["parts"] == [{"placeholder": "NAME", "value": "Bo\nb"}]
    assert [each.get("value") for each in found["variables"]] == ["Bo\nb", "7"]


def test_it_is_of_the_text_as_it_is(pushed: Editor) -> None:
    uri = pushed.open("typed.prompt", "one")
    pushed.rewrite(uri, 2, "two")
    (message,) = pushed.request(PREVIEW, {"uri": uri})["messages"]
    assert message == {"role": "user", "parts": [{"text": "two"}]}


def test_what_counts_as_a_placeholder_is_a_setting(pushed: Editor) -> None:
    pushed.write("prompt-lsp.toml", 'placeholder-style = "{NAME}"')
    uri = pushed.open("style.prompt", "{low} {{B}}")
    (message,) = pushed.request(PREVIEW, {"uri": uri})["messages"]
    assert message["parts"] == [{"placeholder": "low"}, {"text": " {{B}}"}]


@pytest.mark.parametrize(
    ("params", "code", "said"),
    [
        ({"uri": "file:///nowhere.prompt"}, -32602, "`file:///nowhere.prompt` is not"),
        ({"uri": 7}, -32602, "`uri` must be a string"),
        ({"values": []}, -32602, "`values` must be an object"),
        ({"values": {"NAME": 7}}, -32602, "`values.NAME` must be a string"),
        ({"version": 1}, -32602, "unknown argument `version`"),
        (None, -32602, "it takes one object"),
        ([], -32602, "it takes one object"),
    ],
)
def test_what_cannot_be_asked(
    pushed: Editor, params: object, code: int, said: str
) -> None:
    uri = pushed.open("asked.prompt", TURNS)
    asked = {"uri": uri} | params if isinstance(params, dict) else params
    error = pushed.reply(PREVIEW, asked)["error"]
    assert error["code"] == code
    assert error["message"].startswith(said)


def test_what_cannot_be_shown(pushed: Editor) -> None:
    uri = pushed.open("notes.txt", "text", "plaintext")
    error = pushed.reply(PREVIEW, {"uri": uri})["error"]
    assert (error["code"], error["message"]) == (-32602, f"`{uri}` is no prompt")
    uri = pushed.open("chat.messages.json", "{}", "json")
    error = pushed.reply(PREVIEW, {"uri": uri})["error"]
    said = f"no prompts are read in `{uri}` (messages in JSON)"
    assert (error["code"], error["message"]) == (-32803, said)


def test_one_that_nobody_waits_for(pushed: Editor) -> None:
    uri = pushed.open("gone.prompt", TURNS)
    pushed.send(
        request("gone", PREVIEW, {"uri": uri}),
        notification("$/cancelRequest", {"id": "gone"}),
    )
    answer = pushed.until(lambda message: message.get("id") == "gone")
    assert answer["error"]["code"] == -32800
