"""Answers to jobs, made of what a model says."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from prompt_lsp.prompt_tools.engines.messages import reading
from prompt_lsp.prompt_tools.engines.messages.frame import Question
from prompt_lsp.prompt_tools.engines.messages.spans import proposed
from prompt_lsp.prompt_tools.engines.messages.wording import may_begin
from prompt_lsp.prompt_tools.schema import (
    Answer,
    Change,
    Improve,
    Message,
    Templatize,
    texts_of,
    user,
)
from prompt_lsp.prompt_tools.slots import Slot, templated

Json = Any

NAME = "messages"

_LONGEST_REASON = 300  # characters
_MOST_CHANGES = 20
_NOT_OF_KIND = re.compile(r"[^a-z0-9]+")


def answer_of(asked: Question, text: str) -> Answer | None:
    """The answer that a text is; None where none can be found in it."""
    if isinstance(asked.job, Templatize):
        variables = _variables(asked, text)
        return None if variables is None else _templatized(asked.job, variables)
    found = _prompt(asked, text)
    if found is None or not isinstance(prompt := found.get("prompt"), str):
        return None
    if asked.nonce in prompt:
        return None  # it repeats the frame, and not the prompt alone
    given = texts_of(asked.job)
    if not any(given_text.lstrip().startswith("```") for given_text in given):
        prompt = reading.unfenced(prompt)
    messages = [user(prompt)]
    prefill = found.get("prefill")
    if may_begin(asked.job) and isinstance(prefill, str) and prefill.strip():
        messages.append(Message("assistant", (prefill.rstrip(),)))
    changes = _changes(found) if isinstance(asked.job, Improve) else ()
    return Answer(tuple(messages), changes=tuple(changes), engine=NAME)


# Improve and generate


def _prompt(asked: Question, text: str) -> Mapping[str, Json] | None:
    """The parts of an answer: JSON, or what stands between tags."""
    whole = reading.whole_json(text.strip())
    if _is_prompt(whole):
        return _mapping(whole)
    if "prompt" in (parts := _parts(text, f"_{asked.nonce}")):
        return parts
    found = reading.last_json(text, _is_prompt)
    if found is None and "prompt" in (parts := _parts(text, "")):
        return parts
    return _mapping(found)


def _parts(text: str, suffix: str) -> dict[str, Json]:
    names = ("prompt", "prefill", "changes")
    found = ((name, reading.tagged(text, name + suffix)) for name in names)
    return {name: part for name, part in found if part is not None}


def _is_prompt(data: Json) -> bool:
    return isinstance(data, Mapping) and isinstance(data.get("prompt"), str)


def _mapping(data: Json) -> Mapping[str, Json] | None:
    return data if isinstance(data, Mapping) else None


def _changes(found: Mapping[str, Json]) -> Iterator[Change]:
    """What a model says it did, in the shape of our own words."""
    for kind, reason in list(_told(found.get("changes")))[:_MOST_CHANGES]:
        word = _NOT_OF_KIND.sub("-", kind.lower()[:40]).strip("-")
        line = " ".join(reason.split())[:_LONGEST_REASON].rstrip(". ")
        line = line.encode(errors="replace").decode()  # JSON can say half a character
        if line:
            yield Change(word or "rewrite", line)


def _told(changes: Json) -> Iterator[tuple[str, str]]:
    if isinstance(changes, str):
        for line in changes.splitlines():
            kind, colon, reason = line.strip(" \t-*").partition(":")
            yield (kind, reason) if colon else ("", kind)
    for change in changes if isinstance(changes, list) else ():
        if isinstance(change, Mapping):
            yield str(change.get("kind", "")), str(change.get("reason", ""))


# Templatize


def _variables(asked: Question, text: str) -> list[Json] | None:
    """The proposals of an answer."""
    for tag in (f"result_{asked.nonce}", "result_json", "result"):
        if (inside := reading.tagged(text, tag)) is not None:
            text = inside
            break
    found = reading.whole_json(text.strip())
    if not _is_proposal(found):
        found = reading.last_json(text, _is_proposal)
    if isinstance(found, Mapping):
        found = found["variables"]
    return found if isinstance(found, list) else None


def _is_proposal(data: Json) -> bool:
    if isinstance(data, Mapping):
        return isinstance(data.get("variables"), list)
    is_list = isinstance(data, list) and bool(data)
    return is_list and all(isinstance(one, Mapping) and "value" in one for one in data)


def _templatized(job: Templatize, variables: Sequence[Json]) -> Answer:
    slots, missed = proposed(job, variables)
    texts = texts_of(job)
    slots = tuple(slot for slot in slots if not _is_all(slot, texts))
    made = templated(texts, slots, job.reserved)
    remaining = iter(made.texts)
    system = next(remaining) if job.system is not None else ""
    messages = tuple(
        Message(message.role, tuple(next(remaining) for _ in message.texts))
        for message in job.messages
    )
    return Answer(
        messages,
        system,
        variable_values=made.values,
        changes=tuple(
            Change("variable", f"`{name}` stands for what varies")
            for name in made.values
        ),
        notes=tuple(_notes(missed, made.dropped)),
        engine=NAME,
    )


def _is_all(slot: Slot, texts: tuple[str, ...]) -> bool:
    """Whether a variable would leave nothing of a prompt."""
    others = (text for number, text in enumerate(texts) if number != slot.text)
    whole = slot.span.of(texts[slot.text]) == texts[slot.text].strip()
    return whole and not any(text.strip() for text in others)


def _notes(missed: int, dropped: int) -> Iterator[str]:
    left_out = "left out {} of the model's proposals: "
    if missed:
        yield left_out.format(missed) + "not in the prompt character by character"
    if dropped:
        yield left_out.format(dropped) + "no place where a variable can stand"
