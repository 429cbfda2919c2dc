"""From the bytes of a body to the job that they ask for."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from http import HTTPStatus
from typing import Any, NoReturn

from pydantic import BaseModel, ValidationError

from prompt_lsp.http_api.failures import Failure
from prompt_lsp.http_api.schemas import (
    BLOCKS,
    STRING,
    GeneratePromptRequest,
    ImprovePromptRequest,
    InputMessage,
    TemplatizePromptRequest,
)
from prompt_lsp.prompt_tools.schema import (
    Generate,
    Improve,
    Job,
    Message,
    Templatize,
    Tool,
    texts_of,
)

REQUESTS: dict[Tool, type[BaseModel]] = {
    "generate": GeneratePromptRequest,
    "improve": ImprovePromptRequest,
    "templatize": TemplatizePromptRequest,
}

_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")  # as JSON may escape the half of a pair
_LONGEST_NAME = 64  # characters of a field's name that a message repeats


def job_of(tool: Tool, body: bytes) -> Job:
    """The job that a request asks for.

    Raises:
        Failure: it is not what the tool takes; the text says where and why, and holds
            nothing of the body but names of fields.
    """
    data = _json(body)
    try:
        request = REQUESTS[tool].model_validate(data)
    except ValidationError as error:
        first = error.errors(
            include_url=False, include_context=False, include_input=False
        )[0]
        _refuse(_complaint(first["type"], first["msg"]), first["loc"])
    return _job(request)


def _json(body: bytes) -> Any:  # noqa: ANN401 - it is judged next
    """The value of a JSON text.

    Raises:
        Failure: it is none.
    """
    try:
        data = json.loads(body.decode("utf-8-sig"), parse_constant=_no_constant)
        if _SURROGATE.search(body):
            json.dumps(data, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        why = f"{error.msg}: line {error.lineno} column {error.colno}"
    except UnicodeDecodeError as error:
        why = f"byte {error.start} is not UTF-8"
    except UnicodeEncodeError:
        why = "a string in it holds half a surrogate pair"
    except RecursionError:
        why = "it is nested too deeply"
    except ValueError:  # of an integer that would take long to read, or of `NaN`
        why = "a number in it cannot be read"
    else:
        return data
    return _refuse(f"The request body is not valid JSON: {why}")


def _no_constant(name: str) -> NoReturn:
    """Refuse `NaN` and the infinities, which Python reads and JSON has not."""
    raise ValueError(name)


def _complaint(kind: str, message: str) -> str:
    """The validator's words where the API says the same, and ours else."""
    return "Input should be a valid object" if kind == "model_type" else message


def _job(request: BaseModel) -> Job:
    match request:
        case GeneratePromptRequest():
            return Generate(request.task, request.target_model or None)
        case ImprovePromptRequest():
            improve = Improve(
                _messages(request.messages),
                system=request.system or None,
                feedback=request.feedback or None,
                target_model=request.target_model or None,
            )
            own = (one for one in improve.messages if one.role == "user")
            said = texts_of(replace(improve, messages=tuple(own)))
            if not any(text.strip() for text in said):
                _refuse("Input should not be blank", ("messages",))
            return improve
        case TemplatizePromptRequest():
            return Templatize(_messages(request.messages), request.system or None)
        case _:
            raise TypeError(type(request))


def _messages(messages: Sequence[InputMessage]) -> tuple[Message, ...]:
    last = len(messages) - 1
    for index, message in enumerate(messages):
        if message.role == "assistant" and (index == 0 or index != last):
            which = "The first" if index == 0 else "A message before the last"
            _refuse(f'{which} must use the "user" role', ("messages", index, "role"))
    return tuple(Message(message.role, _texts(message)) for message in messages)


def _texts(message: InputMessage) -> tuple[str, ...]:
    if isinstance(message.content, str):
        return (message.content,)
    return tuple(block.text for block in message.content)


def _refuse(complaint: str, path: Sequence[str | int] = ()) -> NoReturn:
    where = ".".join(map(_name, _plain(path)))
    text = f"{where}: {complaint}" if where else complaint
    raise Failure(HTTPStatus.BAD_REQUEST, text)


def _plain(path: Sequence[str | int]) -> list[str | int]:
    """A path without the words for the forms of a content."""
    return [
        step
        for before, step in zip(("", *path), path, strict=False)
        if before != "content" or step not in (STRING, BLOCKS)
    ]


def _name(step: str | int) -> str:
    """A step of a path, which somebody may have made up, on one short line."""
    name = str(step)[: _LONGEST_NAME + 1]
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name)
    return shown if len(shown) <= _LONGEST_NAME else f"{shown[:_LONGEST_NAME]}…"
