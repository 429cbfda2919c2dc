"""Reads what a model says: its text, and in it the last thing that can be the answer.

Nothing is ever evaluated, and nothing here takes more than a few looks at each
character, whatever a model says.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from prompt_lsp.prompt_tools.reply import Reply
from prompt_lsp.prompt_tools.schema import Usage
from prompt_lsp.prompt_tools.wire import read_usage

Json = Any

_BRACKET = re.compile(r"[\[\]{}\"]|\\.", re.DOTALL)
_PARTNER = {"}": "{", "]": "["}
_FENCE = re.compile(r"\A(`{3,8})[^`\n]{0,40}\n(.*?)\n?\1[ \t]*\Z", re.DOTALL)
_TRIES = 16  # places where JSON may stand that are looked into, from the last


class Said(NamedTuple):
    """What a model said.

    Attributes:
        text: of all text blocks; what it thought is left out.
        stop: why it stopped, in the API's words.
        usage: the tokens that it took.
    """

    text: str
    stop: str
    usage: Usage


def said(reply: Reply) -> Said | None:
    """What a reply has the model say; None if it is no message."""
    data = reply.data
    if not isinstance(data, Mapping) or "content" not in data:
        return None
    content, stop = data["content"], data.get("stop_reason")
    text = content if isinstance(content, str) else "".join(_texts(content))
    usage = read_usage(data.get("usage"))
    return Said(text, stop if isinstance(stop, str) else "", usage)


def tagged(text: str, tag: str) -> str | None:
    """What stands between the last tags of a name; None where there are none."""
    end = text.rfind(f"</{tag}>")
    start = text.rfind(f"<{tag}>", 0, max(0, end))
    return None if start < 0 else text[start + len(tag) + 2 : end].strip()


def whole_json(text: str) -> Json:
    """A text as the JSON that it is; None if it is none."""
    try:
        # Models write line ends into strings as they are.
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def last_json(text: str, fits: Callable[[Json], bool]) -> Json:
    """The last JSON in a text that fits; None if there is none."""
    for piece in list(_balanced(text))[-1 : -_TRIES - 1 : -1]:
        found = whole_json(piece)
        if fits(found):
            return found
    return None


def unfenced(text: str) -> str:
    """A text without a fence that stands around all of it."""
    found = _FENCE.match(text.strip())
    return found[2] if found else text


def _texts(content: Json) -> Iterator[str]:
    for block in content if isinstance(content, Sequence) else ():
        if isinstance(block, Mapping) and block.get("type", "text") == "text":
            text = block.get("text")
            yield text if isinstance(text, str) else ""


def _balanced(text: str) -> Iterator[str]:
    """The stretches from a bracket to its partner that lie in no other, in order."""
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    quoted = False
    for match in _BRACKET.finditer(text):
        mark = match[0]
        if mark == '"':
            quoted = bool(opened) and not quoted
        elif quoted or mark[0] == "\\":
            continue
        elif mark in "[{":
            opened.append((mark, match.start()))
        elif opened and opened[-1][0] == _PARTNER[mark]:
            _, start = opened.pop()
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, match.end()))
        else:
            opened.clear()
    return (text[start:end] for start, end in found)
