"""Jobs and answers as the JSON of the protocol, and back.

Nobody's JSON is trusted here: what is not as it must be is a `BadAnswer`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from prompt_lsp.prompt_tools.errors import BadAnswer
from prompt_lsp.prompt_tools.schema import (
    Answer,
    Generate,
    Improve,
    Job,
    Message,
    Templatize,
    Usage,
)

Json = Any


def request_body(job: Job) -> dict[str, Json]:
    """The body of a request; optional fields that say nothing are left out."""
    match job:
        case Generate():
            return _said({"task": job.task, "target_model": job.target_model})
        case Improve():
            return _said(
                {
                    "messages": _messages(job.messages),
                    "system": job.system,
                    "feedback": job.feedback,
                    "target_model": job.target_model,
                }
            )
        case Templatize():
            return _said({"messages": _messages(job.messages), "system": job.system})


def answer_body(job: Job, answer: Answer) -> dict[str, Json]:
    """The body of a response, with all its keys."""
    body: dict[str, Json] = {
        "messages": _messages(answer.messages),
        "system": answer.system,
        "usage": _usage(answer.usage),
    }
    if isinstance(job, Templatize):
        body["variable_values"] = dict(answer.variable_values)
    return body


def read_answer(job: Job, data: Json, *, engine: str) -> Answer:
    """The answer that the body of a response says.

    `usage` may also be a list of one object, as the documentation shows it.

    Raises:
        BadAnswer: it is no such body.
    """
    table = _table(data, "the response")
    system = table.get("system")
    return Answer(
        tuple(_message(one) for one in _list(table.get("messages"), "`messages`")),
        system if isinstance(system, str) else "",
        read_usage(table.get("usage")),
        _values(table) if isinstance(job, Templatize) else {},
        engine=engine,
    )


def read_usage(data: Json) -> Usage:
    """The tokens that a response says it took; none where it says nothing."""
    if isinstance(data, list) and data:
        data = data[0]
    table = data if isinstance(data, Mapping) else {}

    def count(key: str) -> int | None:
        value = table.get(key)
        return value if type(value) is int and value >= 0 else None

    return Usage(
        count("input_tokens") or 0,
        count("output_tokens") or 0,
        count("cache_creation_input_tokens"),
        count("cache_read_input_tokens"),
    )


def _values(table: Mapping[str, Json]) -> dict[str, str]:
    values = _table(table.get("variable_values"), "`variable_values`")
    if not all(isinstance(value, str) for value in values.values()):
        message = "the server's `variable_values` are not all strings"
        raise BadAnswer(message)
    return {str(name): value for name, value in values.items()}


def _said(table: dict[str, Json]) -> dict[str, Json]:
    return {key: value for key, value in table.items() if value is not None}


def _messages(messages: Sequence[Message]) -> list[dict[str, Json]]:
    return [
        {
            "role": message.role,
            "content": [{"type": "text", "text": text} for text in message.texts],
        }
        for message in messages
    ]


def _usage(usage: Usage) -> dict[str, Json]:
    return {name: getattr(usage, name) for name in Usage.__slots__}


def _message(data: Json) -> Message:
    table = _table(data, "a message")
    role, content = table.get("role"), table.get("content")
    if role not in ("user", "assistant"):
        message = "the server's answer has a message without a known role"
        raise BadAnswer(message)
    if isinstance(content, str):
        return Message(role, (content,))
    blocks = (_table(block, "a block") for block in _list(content, "`content`"))
    return Message(role, tuple(_text(block) for block in blocks))


def _text(block: Mapping[str, Json]) -> str:
    text = block.get("text")
    if not isinstance(text, str):
        message = "the server's answer has a block without text"
        raise BadAnswer(message)
    return text


def _table(data: Json, what: str) -> Mapping[str, Json]:
    if isinstance(data, Mapping):
        return data
    message = f"the server's answer is not understood: {what} is no object"
    raise BadAnswer(message)


def _list(data: Json, what: str) -> Sequence[Json]:
    if isinstance(data, list):
        return data
    message = f"the server's answer is not understood: {what} is no list"
    raise BadAnswer(message)
