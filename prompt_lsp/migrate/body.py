"""Bodies of Messages requests as JSON.

Only what a prompt can say is read; anything else is refused by its name, for to
drop it would change the request. The layout is described in the package.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from prompt_lsp.migrate.request import (
    Body,
    Layout,
    Message,
    Reason,
    Refused,
    final_line_end,
    first_line_end,
)

_KEYS = ("model", "system", "messages")
_MESSAGE_KEYS = ("role", "content")
_ROLES = ("user", "assistant")

# Between quotation marks without a backslash, so never inside a string. Who lays out
# a body tightly leaves out the blank before the role, too.
_CONTENT = re.compile(r'("role": "(?:user|assistant)",\s+"content":)( ?)(?=")')


class _Twice(ValueError):
    """An object has a key twice; of which value is meant, nobody can say."""


def read_body(text: str) -> Body | Refused:
    """The request that a JSON file holds."""
    try:
        data = json.loads(text, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        message = f"it is no JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        return Refused(Reason.NO_JSON, message, f"line {_line(text, error.pos)}")
    except _Twice as twice:
        return Refused(Reason.NO_BODY, f"an object has the key `{twice}` twice")
    except (ValueError, RecursionError):
        return Refused(Reason.NO_JSON, "it is no JSON that can be read")
    return next(_faults(data), None) or _body(text, data)


def write_body(body: Body) -> str:
    """The JSON of a request, laid out as the prompt was."""
    facts = {"model": body.model, "system": body.system}
    data: dict[str, Any] = {
        key: value for key, value in facts.items() if value is not None
    }
    data["messages"] = [
        {"role": message.role, "content": message.content} for message in body.messages
    ]
    blanks = iter([" " if message.spaced else "" for message in body.messages])
    written = _CONTENT.sub(
        lambda found: found[1] + next(blanks),
        json.dumps(data, indent=2, ensure_ascii=False),
    )
    layout = body.layout
    return written.replace("\n", layout.line_end) + layout.final_line_end


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Twice(key)
        found[key] = value
    return found


def _line(text: str, offset: int) -> int:
    return len(re.findall(r"\r\n?|\n", text[:offset])) + 1


def _body(text: str, data: dict[str, Any]) -> Body:
    found = data["messages"]
    blanks = [blank for _, blank in _CONTENT.findall(text)]
    if len(blanks) != len(found):
        blanks = [" " for _ in found]
    messages = (
        Message(message["role"], message["content"], blank == " ")
        for message, blank in zip(found, blanks, strict=True)
    )
    layout = Layout(first_line_end(text), final_line_end(text))
    return Body(tuple(messages), data.get("system"), data.get("model"), layout)


def _faults(data: object) -> Iterator[Refused]:
    """What keeps a JSON value from being a body that a prompt can say."""
    if not isinstance(data, dict) or not isinstance(data.get("messages"), list):
        message = "it is no request body: it has no list of `messages`"
        yield Refused(Reason.NO_BODY, message)
        return
    yield from _unknown_keys(data, _KEYS, "")
    for key in ("model", "system"):
        if key in data:
            yield from _no_text(data[key], key)
    for index, message in enumerate(data["messages"]):
        yield from _message_faults(message, f"messages[{index}]")


def _message_faults(message: object, where: str) -> Iterator[Refused]:
    if not isinstance(message, dict):
        yield Refused(Reason.NO_BODY, "it is no message", where)
        return
    for key in _MESSAGE_KEYS:
        if key not in message:
            yield Refused(Reason.NO_BODY, f"it has no `{key}`", where)
    yield from _unknown_keys(message, _MESSAGE_KEYS, where)
    if message.get("role") not in _ROLES:
        text = "a prompt has turns of `user` and `assistant` only"
        yield Refused(Reason.UNSUPPORTED, text, f"{where}.role")
    yield from _no_text(message.get("content"), f"{where}.content")


def _unknown_keys(
    data: dict[str, Any], known: tuple[str, ...], where: str
) -> Iterator[Refused]:
    unknown = [f"`{key}`" for key in data if key not in known]
    if unknown:
        message = f"a text-completions prompt has no place for {', '.join(unknown)}"
        yield Refused(Reason.UNSUPPORTED, message, where)


def _no_text(value: object, where: str) -> Iterator[Refused]:
    if isinstance(value, str):
        return
    if isinstance(value, list) and value and all(_is_text_block(one) for one in value):
        message = "these are blocks; a prompt has plain text, so write it as one string"
    elif isinstance(value, list):
        message = "a prompt has no place for blocks that are not only text"
    else:
        message = "it is no string"
    yield Refused(Reason.UNSUPPORTED, message, where)


def _is_text_block(block: object) -> bool:
    return isinstance(block, dict) and set(block) == {"type", "text"}
