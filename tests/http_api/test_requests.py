"""What a tool takes, and in which words it refuses the rest."""

from typing import Any

import pytest
from pydantic import ValidationError

from prompt_lsp.http_api.jobs import REQUESTS
from prompt_lsp.prompt_tools.schema import Generate, Improve, Message, Templatize
from tests.http_api.steered import Call, Steered, complaint

USER = {"role": "user", "content": "Hello"}
BEGUN = {"role": "assistant", "content": "Well,"}
NO_USAGE = {
    "input_tokens": 0,
    "output_tokens": 0,
    "cache_creation_input_tokens": None,
    "cache_read_input_tokens": None,
    "cache_creation": None,
    "server_tool_use": None,
    "service_tier": None,
}
TOO_SHORT = "List should have at least 1 item after validation, not 0"


def blocks(*texts: str) -> list[dict[str, str]]:
    return [{"type": "text", "text": text} for text in texts]


def one(**block: object) -> dict[str, Any]:
    return {"messages": [{"role": "user", "content": [block]}]}


async def test_generate(call: Call, engine: Steered) -> None:
    response = await call("generate", {"task": "sort my mail", "target_model": "m"})
    assert response.json() == {
        "messages": [{"role": "user", "content": blocks("sort my mail")}],
        "system": "",
        "usage": NO_USAGE,
    }
    assert response.headers["content-type"] == "application/json"
    assert engine.jobs == [Generate("sort my mail", "m")]


async def test_improve(call: Call, engine: Steered) -> None:
    body = {
        "messages": [USER, {"role": "user", "content": blocks("a", "b")}, BEGUN],
        "system": "You are a chef",
        "feedback": "Shorter",
        "target_model": "claude-3-7-sonnet-20250219",
    }
    response = await call("improve", body)
    assert response.status_code == 200
    assert response.json().keys() == {"messages", "system", "usage"}
    assert engine.jobs == [
        Improve(
            (
                Message("user", ("Hello",)),
                Message("user", ("a", "b")),
                Message("assistant", ("Well,",)),
            ),
            "You are a chef",
            "Shorter",
            "claude-3-7-sonnet-20250219",
        )
    ]


async def test_templatize(call: Call, engine: Steered) -> None:
    response = await call("templatize", {"messages": [USER, BEGUN], "system": "Be."})
    assert response.json() == {
        "messages": [
            {"role": "user", "content": blocks("Hello")},
            {"role": "assistant", "content": blocks("Well,")},
        ],
        "system": "Be.",
        "usage": NO_USAGE,
        "variable_values": {},
    }
    messages = (Message("user", ("Hello",)), Message("assistant", ("Well,",)))
    assert engine.jobs == [Templatize(messages, "Be.")]


async def test_there_may_be_nothing_to_templatize(call: Call) -> None:
    nothing = {"role": "user", "content": blocks("", " ")}
    response = await call("templatize", {"messages": [nothing]})
    assert response.json()["messages"] == [nothing]


@pytest.mark.parametrize(
    "said",
    [
        {"target_model": None},
        {"target_model": ""},
        {},
        {"system": None, "feedback": None},
        {"system": "", "feedback": ""},
    ],
)
async def test_what_may_be_left_out(
    call: Call, engine: Steered, said: dict[str, object]
) -> None:
    response = await call("improve", {"messages": [USER], **said})
    assert response.status_code == 200
    assert engine.jobs == [Improve((Message("user", ("Hello",)),))]


@pytest.mark.parametrize(
    ("tool", "body", "said"),
    [
        ("generate", {}, "task: Field required"),
        ("generate", {"task": None}, "task: Input should be a valid string"),
        ("generate", {"task": 3}, "task: Input should be a valid string"),
        ("generate", {"task": ""}, "task: Input should not be blank"),
        ("generate", {"task": " \n\t"}, "task: Input should not be blank"),
        ("generate", {"task": "\ufeff\x85\x1c"}, "task: Input should not be blank"),
        (
            "generate",
            {"task": "x", "target_model": "m" * 257},
            "target_model: String should have at most 256 characters",
        ),
        (
            "generate",
            {"task": "x", "messages": [USER]},
            "messages: Extra inputs are not permitted",
        ),
        ("generate", [], "Input should be a valid object"),
        ("improve", {}, "messages: Field required"),
        ("improve", {"messages": "x"}, "messages: Input should be a valid list"),
        (
            "improve",
            {"messages": []},
            f"messages: {TOO_SHORT}",
        ),
        (
            "improve",
            {"messages": [USER], "foo": 1},
            "foo: Extra inputs are not permitted",
        ),
        (
            "improve",
            {"messages": [USER], "feedback": ["x"]},
            "feedback: Input should be a valid string",
        ),
        (
            "templatize",
            {"messages": [USER], "system": blocks("x")},
            "system: Input should be a valid string",
        ),
        (
            "templatize",
            {"messages": [USER], "target_model": "m"},
            "target_model: Extra inputs are not permitted",
        ),
        (
            "templatize",
            {"messages": [USER], "feedback": "m"},
            "feedback: Extra inputs are not permitted",
        ),
        (
            "improve",
            {"messages": [{"role": "user", "content": blocks(" ", "\n")}]},
            "messages: Input should not be blank",
        ),
        (
            "improve",
            {"messages": [{"role": "user", "content": " "}, BEGUN]},
            "messages: Input should not be blank",
        ),
        ("improve", {"messages": [1]}, "messages.0: Input should be a valid object"),
        ("improve", {"messages": [USER, {}]}, "messages.1.role: Field required"),
        (
            "improve",
            {"messages": [{"role": "user"}]},
            "messages.0.content: Field required",
        ),
        (
            "improve",
            {"messages": [{"role": "system", "content": "x"}]},
            "messages.0.role: Input should be 'user' or 'assistant'",
        ),
        (
            "improve",
            {"messages": [{**USER, "name": "x"}]},
            "messages.0.name: Extra inputs are not permitted",
        ),
        (
            "improve",
            {"messages": [{"role": "user", "content": None}]},
            "messages.0.content: Input should be a valid string or list of text blocks",
        ),
        (
            "improve",
            {"messages": [{"role": "user", "content": {"type": "text"}}]},
            "messages.0.content: Input should be a valid string or list of text blocks",
        ),
        (
            "improve",
            {"messages": [{"role": "user", "content": []}]},
            f"messages.0.content: {TOO_SHORT}",
        ),
        (
            "improve",
            {"messages": [{"role": "user", "content": ["x"]}]},
            "messages.0.content.0: Input should be a valid object",
        ),
        ("improve", one(text="x"), "messages.0.content.0.type: Field required"),
        ("improve", one(type="text"), "messages.0.content.0.text: Field required"),
        (
            "improve",
            one(type="text", text=1),
            "messages.0.content.0.text: Input should be a valid string",
        ),
        (
            "improve",
            one(type="image", source={"type": "url", "url": "x"}),
            "messages.0.content.0.type: Input should be 'text'",
        ),
        (
            "templatize",
            one(type="text", text="x", cache_control={"type": "ephemeral"}),
            "messages.0.content.0.cache_control: Extra inputs are not permitted",
        ),
        (
            "templatize",
            one(type="text", text="x", content=1),
            "messages.0.content.0.content: Extra inputs are not permitted",
        ),
        (
            "improve",
            {"messages": [BEGUN]},
            'messages.0.role: The first must use the "user" role',
        ),
        (
            "improve",
            {"messages": [USER, BEGUN, USER]},
            'messages.1.role: A message before the last must use the "user" role',
        ),
        (
            "templatize",
            {"messages": [USER, BEGUN, BEGUN]},
            'messages.1.role: A message before the last must use the "user" role',
        ),
        (
            "improve",
            {"messages": [USER], **{f"f{n}": n for n in range(100)}},
            "f0: Extra inputs are not permitted",
        ),
        (
            "improve",
            {"messages": [USER], "a\nb\x1b" + "c" * 99: 1},
            "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}"
            + "c" * 60
            + "…: Extra inputs are not permitted",
        ),
    ],
)
async def test_what_is_refused(
    call: Call, engine: Steered, tool: str, body: object, said: str
) -> None:
    response = await call(tool, body)
    assert response.status_code == 400
    assert complaint(response) == said
    assert response.json()["error"]["type"] == "invalid_request_error"
    assert engine.jobs == []


def test_fields_that_do_not_belong_there_cost_one_error() -> None:
    body = {"task": "x", **{f"f{n}": n for n in range(1000)}}
    with pytest.raises(ValidationError) as caught:
        REQUESTS["generate"].model_validate(body)
    assert caught.value.error_count() == 1


JSON = {"content-type": "application/json"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Expecting value: line 1 column 1"),
        (b'{"task": "example\\mandu"}', "Invalid \\escape: line 1 column 18"),
        (b'{"task": "x",\n}', "line 2 column 1"),
        (b'{"task": NaN}', "a number in it cannot be read"),
        (b"1" * 9999, "a number in it cannot be read"),
        (b"[" * 200_000, "it is nested too deeply"),
        (b'{"task": "\xff"}', "byte 10 is not UTF-8"),
        ('{"task": "x"}'.encode("utf-16-le"), "Expecting"),
    ],
)
async def test_what_is_no_json(call: Call, content: bytes, said: str) -> None:
    response = await call("generate", None, content=content, headers=JSON)
    assert response.status_code == 400
    message = complaint(response)
    assert message.startswith("The request body is not valid JSON: ")
    assert said in message


@pytest.mark.parametrize(
    "content",
    [
        b'{"messages": [{"role": "user", "content": "a\\ud83d"}]}',
        b'{"messages": [{"role": "user", "content": "a\\uDE00"}]}',
        b'{"messages": [{"role": "user", "content": "a"}], "\\udc00": 1}',
    ],
)
async def test_half_a_character_is_no_text(call: Call, content: bytes) -> None:
    response = await call("improve", None, content=content, headers=JSON)
    assert response.status_code == 400
    assert complaint(response).endswith("holds half a surrogate pair")


async def test_escaped_characters(call: Call, engine: Steered) -> None:
    content = b'{"task": "a \\ud83d\\ude00, and \\\\ud83d"}'
    response = await call("generate", None, content=content, headers=JSON)
    assert response.status_code == 200
    assert engine.jobs == [Generate("a \U0001f600, and \\ud83d")]


async def test_a_byte_order_mark_says_nothing(call: Call, engine: Steered) -> None:
    content = '\ufeff{"task": "für 😀"}'.encode()
    response = await call("generate", None, content=content, headers=JSON)
    assert response.status_code == 200
    assert engine.jobs == [Generate("für 😀")]
    assert "für 😀".encode() in response.content


@pytest.mark.parametrize(
    "kind",
    [
        "application/json",
        "Application/JSON; charset=utf-8",
        "application/json;charset=UTF-8;x=y",
    ],
)
async def test_json_may_have_parameters(call: Call, kind: str) -> None:
    headers = {"content-type": kind}
    response = await call("generate", {"task": "x"}, headers=headers)
    assert response.status_code == 200


@pytest.mark.parametrize(
    "kind",
    [
        "",
        "text/plain",
        "application/jsonp",
        "application/x-www-form-urlencoded",
        "text/plain; application/json",
    ],
)
async def test_another_type_is_refused(call: Call, engine: Steered, kind: str) -> None:
    headers = {"content-type": kind}
    response = await call("generate", {"task": "x"}, headers=headers)
    assert response.status_code == 400
    assert "`application/json`" in complaint(response)
    assert engine.jobs == []
