"""Bodies as JSON."""

import json

import pytest

from prompt_lsp.migrate import (
    Body,
    Layout,
    Message,
    Reason,
    Refused,
    messages_name,
    prompt_name,
    read_body,
    write_body,
)

BLOCK = '{"type": "text", "text": "a"}'
WRITTEN = """\
{
  "model": "claude-2.1",
  "system": "Sei höflich.",
  "messages": [
    {
      "role": "user",
      "content": "Say \\"x\\"\\n"
    },
    {
      "role": "assistant",
      "content":"{"
    }
  ]
}
"""
BODY = Body(
    (Message("user", 'Say "x"\n'), Message("assistant", "{", spaced=False)),
    "Sei höflich.",
    "claude-2.1",
)


def test_a_body_is_written_as_it_is_read() -> None:
    assert write_body(BODY) == WRITTEN
    assert read_body(WRITTEN) == BODY


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("final", ["", "\n", "\r\n", "\r"])
def test_the_layout_is_that_of_the_prompt(line_end: str, final: str) -> None:
    body = Body(BODY.messages, layout=Layout(line_end, final))
    written = write_body(body)
    assert json.loads(written)["messages"][1] == {"role": "assistant", "content": "{"}
    assert read_body(written) == body


def test_a_body_of_another_layout_has_turns_of_the_usual_form() -> None:
    data = {"messages": [{"role": "user", "content": "a"}]}
    for written in (
        json.dumps(data),
        json.dumps(data, separators=(",", ":")),
        '{"messages": [{"content":"a", "role": "user"}]}',
    ):
        body = read_body(written)
        assert isinstance(body, Body)
        assert body.messages == (Message("user", "a"),)
        assert body.layout == Layout("\n", "")


def test_settings_of_the_answer_are_left_out_by_name() -> None:
    settings = {"temperature": 0.5, "max_tokens": 1024, "metadata": {"user_id": "x"}}
    data = {**settings, "messages": [{"role": "user", "content": "a"}], "stream": True}
    body = read_body(json.dumps(data))
    assert isinstance(body, Body)
    assert body.messages == (Message("user", "a"),)
    assert body.left_out == (*settings, "stream")


def test_one_block_of_text_is_its_text() -> None:
    block = {"type": "text", "text": "a"}
    messages = [
        {"role": "user", "content": "b"},
        {"role": "assistant", "content": [block]},
    ]
    body = read_body(json.dumps({"system": [block], "messages": messages}))
    assert isinstance(body, Body)
    assert body.system == "a"
    assert body.messages == (Message("user", "b"), Message("assistant", "a"))
    assert body.unwrapped == ("system", "messages[1].content")


@pytest.mark.parametrize(
    ("text", "reason", "said"),
    [
        ("", Reason.NO_JSON, "line 1: it is no JSON: expecting value"),
        ('{\r\n"messages"', Reason.NO_JSON, "line 2: it is no JSON: expecting"),
        ("[" * 100_000, Reason.NO_JSON, "it is no JSON that can be read"),
        ("[1]", Reason.NO_BODY, "it is no request body: it has no list of `messages`"),
        ('{"messages": {}}', Reason.NO_BODY, "it is no request body"),
        ('{"system": "a", "system": "b"}', Reason.NO_BODY, "the key `system` twice"),
        (
            '{"max_tokens": 1, "messages": [], "tools": []}',
            Reason.UNSUPPORTED,
            "a text-completions prompt has no place for `tools`",
        ),
        ('{"messages": [], "model": null}', Reason.UNSUPPORTED, "model: it is no str"),
        ('{"messages": [], "system": []}', Reason.UNSUPPORTED, "system: a prompt has"),
        ('{"messages": ["a"]}', Reason.NO_BODY, "messages[0]: it is no message"),
        ('{"messages": [{"role": "user"}]}', Reason.NO_BODY, "it has no `content`"),
        (
            '{"messages": [{"role": "system", "content": "a"}]}',
            Reason.UNSUPPORTED,
            "messages[0].role: a prompt has turns of `user` and `assistant` only",
        ),
        (
            '{"messages": [{"role": "user", "content": "a", "name": "b"}]}',
            Reason.UNSUPPORTED,
            "messages[0]: a text-completions prompt has no place for `name`",
        ),
        (
            f'{{"messages": [], "system": [{BLOCK}, {BLOCK}]}}',
            Reason.UNSUPPORTED,
            "system: these are several blocks; a prompt has one text, so write it",
        ),
        *(
            (
                f'{{"messages": [{{"role": "user", "content": [{block}]}}]}}',
                Reason.UNSUPPORTED,
                "messages[0].content: a prompt has no place for blocks that are not",
            )
            for block in (
                '{"type": "text", "text": "a", "cache_control": {}}',
                '{"type": "text", "text": 1}',
                '{"type": "thinking", "text": "a"}',
                '"a"',
            )
        ),
        *(
            (
                f'{{"messages": [], "max_tokens": 1, "{key}": []}}',
                Reason.UNSUPPORTED,
                f"a text-completions prompt has no place for `{key}`",
            )
            for key in (
                "tool_choice",
                "mcp_servers",
                "context_management",
                "container",
                "max_token",
            )
        ),
        (
            '{"messages": [], "model": [{"type": "text", "text": "a"}]}',
            Reason.UNSUPPORTED,
            "model: it is no string",
        ),
        (
            '{"messages": [{"role": "user", "content": [{"type": "image"}]}]}',
            Reason.UNSUPPORTED,
            "messages[0].content: a prompt has no place for blocks that are not only",
        ),
    ],
)
def test_what_is_no_body_is_refused(text: str, reason: Reason, said: str) -> None:
    refused = read_body(text)
    assert isinstance(refused, Refused)
    assert refused.reason is reason
    assert said in str(refused)


@pytest.mark.parametrize(
    ("name", "messages", "prompt"),
    [
        ("a.prompt", "a.messages.json", "a.prompt"),
        ("a.b.prompt.md", "a.b.messages.json", "a.b.prompt"),
        ("A.PROMPT.TXT", "A.messages.json", "A.prompt"),
        ("a.txt", "a.messages.json", "a.prompt"),
        ("a.prompty", "a.messages.json", "a.prompt"),
        ("a.messages.json", "a.messages.json", "a.prompt"),
        ("a.json", "a.messages.json", "a.prompt"),
        ("a", "a.messages.json", "a.prompt"),
        (".prompt", ".prompt.messages.json", ".prompt.prompt"),
        (".prompt.md", ".prompt.messages.json", ".prompt.prompt"),
    ],
)
def test_names(name: str, messages: str, prompt: str) -> None:
    assert (messages_name(name), prompt_name(name)) == (messages, prompt)
