"""What the tools are asked and what they answer: values, as the protocol has them.

Nothing here shows the text of a prompt in its `repr`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal, NamedTuple

Speaker = Literal["user", "assistant"]
Tool = Literal["generate", "improve", "templatize"]

_NO_VALUES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Message:
    """One message, and the text of each of its blocks."""

    role: Speaker
    texts: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Generate:
    """Write a prompt for a task.

    Attributes:
        task: what the prompt shall do, in a few words or lines.
        target_model: the id of the model that it is for.
    """

    task: str = field(repr=False)
    target_model: str | None = None


@dataclass(frozen=True, slots=True)
class Improve:
    """Make a prompt better and keep all that it says.

    Attributes:
        messages: the prompt: messages of the user, perhaps a begun answer after them.
        system: the system prompt; the answer incorporates it into the user's message.
        feedback: what its author wishes to be better.
        target_model: the id of the model that it is for.
        context: text that stands around the messages and stays where it is, such as
            the system prompt of a file; heeded, and never repeated.
        prefill: the answer may begin the assistant's message.
    """

    messages: tuple[Message, ...]
    system: str | None = field(default=None, repr=False)
    feedback: str | None = field(default=None, repr=False)
    target_model: str | None = None
    context: str = field(default="", repr=False)
    prefill: bool = True


@dataclass(frozen=True, slots=True)
class Templatize:
    """Find what varies in a prompt, and put placeholders in its stead.

    Attributes:
        messages: the prompt; also a conversation of several turns.
        system: the system prompt.
        reserved: names that no new variable may have, beside those of the texts.
    """

    messages: tuple[Message, ...]
    system: str | None = field(default=None, repr=False)
    reserved: frozenset[str] = field(default=frozenset(), repr=False)


Job = Generate | Improve | Templatize


class Change(NamedTuple):
    """One thing that a tool did: a word for programs, and why, for people."""

    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Usage:
    """The tokens that a job took; none where no model was asked."""

    input_tokens: int = 0
    output_tokens: int = 0
    cache_creation_input_tokens: int | None = None
    cache_read_input_tokens: int | None = None
    cache_creation: Mapping[str, int] | None = None
    server_tool_use: Mapping[str, int] | None = None
    service_tier: str | None = None

    def __add__(self, other: "Usage") -> "Usage":
        """What two calls took, with the rest as the second says it."""

        def added(a: int | None, b: int | None) -> int | None:
            return None if a is None and b is None else (a or 0) + (b or 0)

        return replace(
            other,
            input_tokens=self.input_tokens + other.input_tokens,
            output_tokens=self.output_tokens + other.output_tokens,
            cache_creation_input_tokens=added(
                self.cache_creation_input_tokens, other.cache_creation_input_tokens
            ),
            cache_read_input_tokens=added(
                self.cache_read_input_tokens, other.cache_read_input_tokens
            ),
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What a tool answers.

    Attributes:
        messages: for a templatized prompt as many as were given, with as many blocks.
        system: the templatized system prompt; empty for the other tools.
        usage: of all the calls that it took.
        variable_values: of a templatized prompt: placing them again, in one pass,
            gives what was asked about.
        changes: what was done, in order.
        notes: what people should know beside that, such as proposals of a model that
            had to be dropped; without any text of the prompt.
        engine: the name of the engine that did it.
    """

    messages: tuple[Message, ...]
    system: str = field(default="", repr=False)
    usage: Usage = field(default_factory=Usage)
    variable_values: Mapping[str, str] = field(
        default_factory=lambda: _NO_VALUES, repr=False
    )
    changes: tuple[Change, ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = ()
    engine: str = "offline"


def tool_of(job: Job) -> Tool:
    """The name of the tool that a job is for."""
    match job:
        case Generate():
            return "generate"
        case Improve():
            return "improve"
        case Templatize():
            return "templatize"


def texts_of(job: Job) -> tuple[str, ...]:
    """All texts of a job: the system prompt first, then block by block."""
    match job:
        case Generate():
            return (job.task,)
        case Improve() | Templatize():
            system = () if job.system is None else (job.system,)
            return (*system, *(text for one in job.messages for text in one.texts))


def user(*texts: str) -> Message:
    """A message of the user."""
    return Message("user", texts)
