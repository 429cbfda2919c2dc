"""The engine that asks a server which speaks the protocol of the prompt tools.

First of all our own, `prompt-lsp serve`. The hosted one is gone since 2026-08-17.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from prompt_lsp.document.names import canonical, is_canonical
from prompt_lsp.prompt_tools.access import RETIRED, Access
from prompt_lsp.prompt_tools.errors import BadAnswer, PromptToolsError, Retired
from prompt_lsp.prompt_tools.reply import Reply, refusal
from prompt_lsp.prompt_tools.schema import (
    Answer,
    Improve,
    Job,
    Message,
    Templatize,
    texts_of,
    tool_of,
)
from prompt_lsp.prompt_tools.slots import free_name, render, spans_of, written
from prompt_lsp.prompt_tools.transport import Timing, Transport
from prompt_lsp.prompt_tools.wire import read_answer, request_body

__all__ = ["PromptToolsEngine"]

_HEADERS = {
    "anthropic-version": "2023-06-01",  # of the protocol's time, and of its clients
    "anthropic-beta": "prompt-tools-2025-04-02",
}
_GONE = frozenset({400, 403, 404, 410})


class PromptToolsEngine:
    """A server of the protocol, as an `Engine`."""

    name = "prompt-tools"
    repairs = False

    def __init__(self, access: Access, timing: Timing | None = None) -> None:
        self._access = access
        self._transport = Transport(access, timing or Timing())

    @property
    def label(self) -> str:
        """The protocol and the host."""
        return f"{self.name} at {self._access.host}"

    async def answer(self, job: Job, amiss: tuple[str, ...] = ()) -> Answer:  # noqa: ARG002 - the protocol has no word for it
        """Have the server do a job."""
        path = f"/v1/experimental/{tool_of(job)}_prompt"
        ends = self._transport.timing.now() + self._access.deadline
        body = request_body(_sendable(job))
        reply = await self._transport.post(path, body, _HEADERS, ends)
        if not reply.ok:
            raise self._refusal(reply)
        if reply.data is None:
            message = (
                f"`{self._access.host}` does not answer in JSON: check "
                f"`{self._access.setting}`"
            )
            raise BadAnswer(message)
        return _fitted(job, read_answer(job, reply.data, engine=self.name))

    async def aclose(self) -> None:
        """Close the connections."""
        await self._transport.aclose()

    def _refusal(self, reply: Reply) -> PromptToolsError:
        if reply.status in _GONE and "retired" in reply.complaint:
            return Retired(RETIRED)
        tools = (
            "the prompt tools, which `prompt-lsp serve` has, and the hosted API had "
            "until 2026-08-17"
        )
        return refusal(reply, self._access, tools)


def _sendable(job: Job) -> Job:
    """A job as the grammar `user+ assistant?` can say it.

    A conversation becomes messages of the user, with the same blocks.
    """
    if not isinstance(job, Templatize):
        return job
    roles = [message.role for message in job.messages]
    if "assistant" not in roles[:-1] and roles[:1] != ["assistant"]:
        return job
    messages = tuple(Message("user", message.texts) for message in job.messages)
    return replace(job, messages=messages)


def _fitted(job: Job, answer: Answer) -> Answer:
    """An answer in the shape of its job.

    Raises:
        BadAnswer: it has none.
    """
    match job:
        case Templatize():
            return _renamed(job, _answers_kept(job, _reshaped(job, answer)))
        case Improve() if not job.prefill:
            return replace(answer, messages=answer.messages[:1])
        case _:
            return answer


def _reshaped(job: Templatize, answer: Answer) -> Answer:
    before = [len(message.texts) for message in job.messages]
    if before != [len(message.texts) for message in answer.messages]:
        message = (
            "the server gives back other messages and blocks than it was given: use "
            "another server, or the engine `offline`"
        )
        raise BadAnswer(message)
    pairs = zip(job.messages, answer.messages, strict=True)
    messages = tuple(Message(one.role, other.texts) for one, other in pairs)
    return replace(answer, messages=messages)


def _answers_kept(job: Templatize, answer: Answer) -> Answer:
    """The same answer without variables that stand only in what the assistant says.

    Where its turns went as messages of the user, the server could not tell them.
    """
    if _sendable(job) is job:
        return answer
    values = answer.variable_values
    asked = (one.texts for one in answer.messages if one.role == "user")
    spoken = "\n".join((answer.system, *(text for texts in asked for text in texts)))
    known = {name for name, _ in spans_of(spoken, values)}
    alone = {name: value for name, value in values.items() if name not in known}
    messages = tuple(
        replace(one, texts=tuple(render(text, alone) for text in one.texts))
        for one in answer.messages
    )
    kept = {name: value for name, value in values.items() if name in known}
    return replace(answer, messages=messages, variable_values=kept)


def _renamed(job: Templatize, answer: Answer) -> Answer:
    """The same answer with other names for what must not be called as it is."""
    names = dict(_other_names(job, answer))
    if not names:
        return answer
    found = re.compile("|".join(re.escape(written(name)) for name in names))

    def rename(text: str) -> str:
        return found.sub(lambda match: written(names[match[0][2:-2]]), text)

    values = answer.variable_values.items()
    return replace(
        answer,
        messages=tuple(
            Message(message.role, tuple(map(rename, message.texts)))
            for message in answer.messages
        ),
        system=rename(answer.system),
        variable_values={names.get(name, name): value for name, value in values},
    )


def _other_names(job: Templatize, answer: Answer) -> Iterator[tuple[str, str]]:
    given = texts_of(job)
    reserved = frozenset(map(canonical, job.reserved))
    taken = {*reserved, *answer.variable_values}
    for name in answer.variable_values:
        if name in reserved and is_canonical(name):
            other = free_name(name, taken, given)
            taken.add(other)
            yield name, other
