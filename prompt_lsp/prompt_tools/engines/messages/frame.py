"""The request for a job: the rules, the data between its tags, the task at the end."""

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from prompt_lsp.prompt_tools.engines.messages import api, wording
from prompt_lsp.prompt_tools.engines.messages.structure import schema
from prompt_lsp.prompt_tools.protected import read
from prompt_lsp.prompt_tools.schema import (
    Generate,
    Improve,
    Job,
    Message,
    Templatize,
    texts_of,
)

Body = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """A job as a model is asked it.

    Attributes:
        job: the job.
        nonce: the mark of its tags, which stands in no text of it.
        amiss: what was wrong with the last answer to it.
    """

    job: Job = field(repr=False)
    nonce: str
    amiss: tuple[str, ...] = field(default=(), repr=False)

    @property
    def budget(self) -> int:
        """The tokens that the answer may have, at first."""
        return api.budget(sum(map(len, texts_of(self.job))))


def question(job: Job, amiss: tuple[str, ...] = ()) -> Question:
    """The question that a job is, and what was wrong with the last answer to it."""
    told = (job.context, job.feedback) if isinstance(job, Improve) else ()
    known = " ".join(filter(None, (*texts_of(job), *told, *amiss)))
    nonce = secrets.token_hex(4)
    while nonce in known:
        nonce = secrets.token_hex(4)
    return Question(job, nonce, amiss)


def request_body(asked: Question, model: str, budget: int, *, structured: bool) -> Body:
    """The body of a request that at most `budget` tokens answer.

    `structured` asks for JSON by a schema, else it is text between tags.
    """
    job, nonce = asked.job, asked.nonce
    data = (*_data(job, nonce), ("amiss", "\n".join(asked.amiss)))
    content = (
        *(_element(name, text, nonce) for name, text in data if text),
        wording.task(job, nonce, amiss=bool(asked.amiss)),
        wording.form(job, nonce, structured=structured),
    )
    body: Body = {
        "model": model,
        "max_tokens": budget,
        "system": wording.instructions(job, nonce),
        "messages": [{"role": "user", "content": "\n\n".join(content)}],
    }
    if structured:
        body["output_config"] = {"format": schema(job)}
    return body


def _data(job: Job, nonce: str) -> Iterator[tuple[str, str]]:
    """What stands between the tags, by their names."""
    match job:
        case Generate():
            yield "task", job.task
            yield "placeholders", _written(texts_of(job))
            yield "target_model", job.target_model or ""
        case Improve():
            yield "prompt_to_edit", _conversation(job.messages, nonce)
            yield "existing_system", job.system or ""
            yield "context", job.context
            yield "placeholders", _written(texts_of(job))
            yield "feedback", job.feedback or ""
            yield "target_model", job.target_model or ""
        case Templatize():
            system = _element("message", job.system or "", nonce, ' index="system"')
            messages = _conversation(job.messages, nonce)
            yield "prompt_to_edit", f"{system}\n{messages}" if job.system else messages
            yield "taken", "\n".join(sorted(_names(texts_of(job)) | job.reserved))


def _conversation(messages: Iterable[Message], nonce: str) -> str:
    """Messages between tags that tell their places, and those of their blocks."""
    return "\n".join(
        _element(
            "message",
            _blocks(message.texts, nonce),
            nonce,
            f' index="{index}" role="{message.role}"',
        )
        for index, message in enumerate(messages)
    )


def _blocks(texts: tuple[str, ...], nonce: str) -> str:
    if len(texts) == 1:
        return texts[0]
    return "\n".join(_element("block", text, nonce) for text in texts)


def _element(name: str, text: str, nonce: str, attributes: str = "") -> str:
    return f"<{name}_{nonce}{attributes}>\n{text}\n</{name}_{nonce}>"


def _written(texts: Iterable[str]) -> str:
    """Placeholders and tags of template engines as they are written, one a line."""
    found = (
        item.written
        for part in map(read, texts)
        for items in (part.placeholders, part.logic)
        for item in items
    )
    return "\n".join(dict.fromkeys(found))


def _names(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(
        placeholder.name
        for part in map(read, texts)
        for placeholder in part.placeholders
    )
