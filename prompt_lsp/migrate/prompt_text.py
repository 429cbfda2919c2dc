"""From the body of a Messages request to a text-completions prompt.

What is written is read again before it is handed out: text that would come back as
another request is refused, with the first place where the two differ.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from prompt_lsp.document.model import Prompt
from prompt_lsp.document.parser import TEXT_COMPLETIONS, parse_part, parse_prompt
from prompt_lsp.document.source_map import SourceMap
from prompt_lsp.document.tokens import WHITE_SPACE, Role
from prompt_lsp.document.verdict import is_text_completions
from prompt_lsp.migrate.front_matter import begins_with_front_matter, front_matter
from prompt_lsp.migrate.messages import body_of
from prompt_lsp.migrate.request import Body, Message, Reason, Refused

_WORDS = {"user": Role.HUMAN, "assistant": Role.ASSISTANT}
_MARKER = re.compile(r"(?:\r\n?|\n){2}(?:Human|Assistant):")
_MODEL = re.compile(r"[!-~]+")
_HALF = re.compile("[\ud800-\udfff]")
_BOM = "\ufeff"


def to_text(body: Body) -> str | Refused:
    """The text of the prompt file that says what a request says."""
    if refused := next(_obstacles(body), None):
        return refused
    # Where a carriage return is text, only line feeds can be told from it.
    verbatim = any("\r" in text for _, text in _texts(body))
    line_end = "\n" if verbatim else body.layout.line_end
    text = _written(body, line_end) + body.layout.final_line_end
    part = parse_part(text, SourceMap.identity(len(text)))
    prompt = parse_prompt((part,), declared=True)
    return _misread(body, body_of(prompt)) or _head(body, prompt, line_end) + text


def _obstacles(body: Body) -> Iterator[Refused]:
    """What no prompt can say, or none so that it would come back."""
    if body.model is not None and not _MODEL.fullmatch(body.model):
        yield Refused(Reason.UNSUPPORTED, "it is no id of a model", "model")
    for where, text in _texts(body):
        if not text.strip(WHITE_SPACE):
            message = "it is blank, which a prompt cannot say; leave it out"
            yield Refused(Reason.EMPTY, message, where)
        if _HALF.search(text):
            message = "it holds half a character, which no file can"
            yield Refused(Reason.UNSUPPORTED, message, where)
    yield from _disorder(body.messages)


def _disorder(messages: tuple[Message, ...]) -> Iterator[Refused]:
    if not messages:
        message = "there are none, and a prompt begins with a Human turn"
        yield Refused(Reason.ORDER, message, "messages")
        return
    if messages[0].role != "user":
        message = "a prompt begins with a Human turn, so `user` must speak first"
        yield Refused(Reason.ORDER, message, "messages[0].role")
    for index, (one, other) in enumerate(pairwise(messages), start=1):
        if one.role == other.role:
            message = f"two messages of `{one.role}` in a row would become one"
            yield Refused(Reason.ORDER, message, f"messages[{index}].role")
    last = messages[-1]
    if last.role == "assistant" and last.content[-1:] in WHITE_SPACE:
        message = "white space at the end of the last turn is lost, and refused anyway"
        where = f"messages[{len(messages) - 1}].content"
        yield Refused(Reason.UNSUPPORTED, message, where)


def _texts(body: Body) -> Iterator[tuple[str, str]]:
    """What a body says, each text with its place."""
    if body.system is not None:
        yield "system", body.system
    for index, message in enumerate(body.messages):
        yield f"messages[{index}].content", message.content


def _written(body: Body, line_end: str) -> str:
    turns = [_turn(message) for message in body.messages]
    if body.messages[-1].role == "user":
        turns.append("\n\nAssistant:")
    text = (body.system or "") + "".join(turns)
    return text if line_end == "\n" else text.replace("\n", line_end)


def _turn(message: Message) -> str:
    # A blank that the text itself begins with would be taken for the other one.
    spaced = message.spaced or message.content.startswith(" ")
    blank = " " if spaced else ""
    return f"\n\n{_WORDS[message.role]}:{blank}{message.content}"


def _misread(body: Body, read: Body) -> Refused | None:
    """The first text of a body that a prompt made of it does not give back."""
    meant = [("system", body.system), *_told(body)]
    found = [("system", read.system), *_told(read)]
    if meant == found:
        return None
    index = next(
        index
        for index, (one, other) in enumerate(zip(meant, found, strict=False))
        if one != other
    )
    where = "system" if index == 0 else f"messages[{index - 1}].content"
    return Refused(Reason.MISREAD, _why(meant[index][1] or ""), where)


def _told(body: Body) -> Iterator[tuple[str, str]]:
    return ((message.role, message.content) for message in body.messages)


def _why(text: str) -> str:
    if found := _MARKER.search(text):
        word = found[0].strip()
        return f"it contains a blank line and `{word}`, which begins a turn"
    if text.endswith("\r"):
        return "its last carriage return would be part of the line end after it"
    return "it begins with `Human:`, which begins a turn"


def _head(body: Body, prompt: Prompt, line_end: str) -> str:
    """The front matter, where the prompt would not be read alike without."""
    part, values = prompt.parts[0], {}
    markers = prompt.verdict.markers if prompt.verdict else ()
    if body.model is not None:
        values["target-model"] = body.model
    guarded = part.text.startswith(_BOM) or begins_with_front_matter(part.text)
    if not is_text_completions(part.text, markers) or (guarded and not values):
        values["format"] = TEXT_COMPLETIONS
    return front_matter(values, line_end) if values else ""
