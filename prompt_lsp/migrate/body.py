"""Bodies of Messages requests as JSON.

What a prompt can say is read; which keys are left out and what is refused is
`body_faults`' affair. The layout is described in the package.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from prompt_lsp.migrate.body_faults import SETTINGS, body_faults
from prompt_lsp.migrate.request import (
    Body,
    Layout,
    Message,
    Reason,
    Refused,
    final_line_end,
    first_line_end,
)

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
    return next(body_faults(data), None) or _body(text, data)


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
        Message(message["role"], _plain(message["content"]), blank == " ")
        for message, blank in zip(found, blanks, strict=True)
    )
    return Body(
        tuple(messages),
        _plain(data["system"]) if "system" in data else None,
        data.get("model"),
        Layout(first_line_end(text), final_line_end(text)),
        left_out=tuple(key for key in data if key in SETTINGS),
        unwrapped=tuple(_unwrapped(data)),
    )


def _plain(text: str | list[dict[str, str]]) -> str:
    """The string that a text is, or that its one block holds."""
    return text if isinstance(text, str) else text[0]["text"]


def _unwrapped(data: dict[str, Any]) -> Iterator[str]:
    """The places of texts that are blocks."""
    if isinstance(data.get("system"), list):
        yield "system"
    for index, message in enumerate(data["messages"]):
        if isinstance(message["content"], list):
            yield f"messages[{index}].content"
