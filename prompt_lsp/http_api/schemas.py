"""The bodies of requests and responses, as the protocol has them.

They hold for the requests that come in and are what `/openapi.json` says; responses
are made by `prompt_tools.wire`, and tests hold them against these.
"""

import re
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

# How pydantic tells the two forms of a content apart; no client knows these words.
STRING, BLOCKS = "string", "blocks"

# What is not white space, neither to Python nor to those who read JSON schemas.
_SAYS = r"[^\s\x1c-\x1f\x85\ufeff]"


def _said(text: str) -> str:
    if not re.search(_SAYS, text):
        kind, message = "blank", "Input should not be blank"
        raise PydanticCustomError(kind, message)
    return text


def _form(content: object) -> str | None:
    if isinstance(content, str):
        return STRING
    return BLOCKS if isinstance(content, list) else None


TargetModel = Annotated[str, Field(max_length=256)]


class _Asked(BaseModel):
    """A table of a request: exactly these fields, of exactly these types."""

    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)

    @model_validator(mode="before")
    @classmethod
    def _one_stranger(cls, data: object) -> object:
        """Leave one field of those that do not belong there, for each costs an error.

        Only the first is told of.
        """
        if not isinstance(data, dict):
            return data
        own = {name: data[name] for name in cls.model_fields if name in data}
        stranger = next((name for name in data if name not in own), None)
        return own if stranger is None else {**own, stranger: data[stranger]}


class InputTextBlock(_Asked):
    """A part of a message's text."""

    type: Literal["text"]
    text: str


Content = Annotated[
    Annotated[str, Tag(STRING)]
    | Annotated[list[InputTextBlock], Field(min_length=1, fail_fast=True), Tag(BLOCKS)],
    Discriminator(
        _form,
        custom_error_type="content",
        custom_error_message="Input should be a valid string or list of text blocks",
    ),
]


class InputMessage(_Asked):
    """A message; its content is a string or a list of text blocks."""

    role: Literal["user", "assistant"]
    content: Content


Messages = Annotated[
    list[InputMessage],
    Field(
        min_length=1,
        fail_fast=True,
        description=(
            "One or more messages of the `user`, and perhaps one of the `assistant` "
            "as the last, which is a prefill."
        ),
    ),
]


class GeneratePromptRequest(_Asked):
    """A task to write a prompt for."""

    task: Annotated[
        str, AfterValidator(_said), Field(json_schema_extra={"pattern": _SAYS})
    ]
    target_model: TargetModel | None = ""


class ImprovePromptRequest(_Asked):
    """A prompt to make better."""

    messages: Messages
    system: str | None = None
    feedback: str | None = None
    target_model: TargetModel | None = ""


class TemplatizePromptRequest(_Asked):
    """A prompt whose variable parts become placeholders."""

    messages: Messages
    system: str | None = None


class _Answered(BaseModel):
    model_config = ConfigDict(extra="forbid")


class TextBlock(_Answered):
    """A part of a message's text."""

    type: Literal["text"]
    text: str


class Message(_Answered):
    """A message of the prompt."""

    role: Literal["user", "assistant"]
    content: list[TextBlock]


class Usage(_Answered):
    """The tokens that were used; zeros and nulls where no model was asked."""

    input_tokens: Annotated[int, Field(ge=0)]
    output_tokens: Annotated[int, Field(ge=0)]
    cache_creation_input_tokens: int | None
    cache_read_input_tokens: int | None
    cache_creation: dict[str, Any] | None
    server_tool_use: dict[str, Any] | None
    service_tier: str | None


class PromptResponse(_Answered):
    """A prompt; `system` is empty, for what it says stands in the messages."""

    messages: list[Message]
    system: Literal[""]
    usage: Usage


class TemplatizePromptResponse(_Answered):
    """A prompt with placeholders, and what stood in their places."""

    messages: list[Message]
    system: str
    usage: Usage
    variable_values: dict[str, str]


class ErrorDetail(_Answered):
    """What is wrong; the message is for people and may change."""

    type: str
    message: str


class ErrorResponse(_Answered):
    """A refusal; the id is the one of the header `request-id`."""

    type: Literal["error"]
    error: ErrorDetail
    request_id: str


class Health(_Answered):
    """That the service is up."""

    status: Literal["ok"]
