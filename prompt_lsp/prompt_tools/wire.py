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

# The words that the API has in `usage`; whatever else a server says stays out of it.
_CACHES = ("ephemeral_1h_input_tokens", "ephemeral_5m_input_tokens")
_TOOLS = ("web_fetch_requests", "web_search_requests")
_TIERS = ("standard", "priority", "batch")


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

    tier = table.get("service_tier")
    return Usage(
        _count(table, "input_tokens") or 0,
        _count(table, "output_tokens") or 0,
        _count(table, "cache_creation_input_tokens"),
        _count(table, "cache_read_input_tokens"),
        _counts(table, "cache_creation", _CACHES),
        _counts(table, "server_tool_use", _TOOLS),
        tier if tier in _TIERS else None,
    )


def _count(table: Mapping[str, Json], key: str) -> int | None:
    value = table.get(key)
    return value if type(value) is int and value >= 0 else None


def _counts(
    table: Mapping[str, Json], key: str, names: Sequence[str]
) -> Mapping[str, int] | None:
    """The counts of these names; None where a server says none of them."""
    inner = table.get(key)
    if not isinstance(inner, Mapping):
        return None
    counts = {name: _count(inner, name) for name in names}
    return {name: count for name, count in counts.items() if count is not None} or None


def _values(table: Mapping[str, Json]) -> dict[str, str]:
    values = _table(table.get("variable_values"), "`variable_values`")
    if not all(isinstance(value, str) for value in values.values()):
        message = "the server's `variable_values` are not all strings"
        raise BadAnswer(message)
    return dict(values)


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
