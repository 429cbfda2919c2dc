"""JSON as a tree with places."""

import json
import re
from functools import lru_cache
from typing import NoReturn

from prompt_lsp.formats.tree import (
    Array,
    Entry,
    Mapping,
    Misread,
    Node,
    Scalar,
    Tree,
    duplicates,
    problem_span,
    size_of,
)
from prompt_lsp.text import Span

_BLANK = re.compile(r"[ \t\r\n]*")
_DEEPEST = 100


class _Unreadable(Exception):
    """The text is no JSON from an offset on."""

    def __init__(self, offset: int, message: str) -> None:
        super().__init__(message)
        self.offset = offset
        self.message = message


def _refuse(_constant: str) -> NoReturn:
    raise ValueError


# Numbers stay as they are written: nothing here counts with them.
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=_refuse)


@lru_cache(maxsize=16)
def read_json(text: str) -> Tree:
    """The tree of a JSON text; without a root where it is none."""
    try:
        root, end = _value(text, _skip(text, 0), 0)
        end = _skip(text, end)
        if end < len(text):
            raise _Unreadable(end, "nothing may follow the value")  # noqa: TRY301 - one way out for all that is wrong
    except _Unreadable as unreadable:
        span = problem_span(text, unreadable.offset)
        return Tree(None, (Misread(span, unreadable.message),))
    return Tree(root, tuple(duplicates(root)))


def _skip(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def _value(text: str, at: int, depth: int) -> tuple[Node, int]:
    opener = text[at : at + 1]
    if depth > _DEEPEST:
        raise _Unreadable(at, "it is nested too deeply")
    if opener == "{":
        return _mapping(text, at, depth)
    if opener == "[":
        return _array(text, at, depth)
    return _scalar(text, at)


def _mapping(text: str, start: int, depth: int) -> tuple[Node, int]:
    entries: list[Entry] = []
    at = _skip(text, start + 1)
    while text[at : at + 1] != "}" or entries:
        if text[at : at + 1] != '"':
            raise _Unreadable(at, "expected a key in double quotes")
        key, at = _scalar(text, at)
        at = _skip(text, at)
        if text[at : at + 1] != ":":
            raise _Unreadable(at, "expected `:` after a key")
        value, at = _value(text, _skip(text, at + 1), depth + 1)
        entries.append(Entry(key, value))
        at, more = _separator(text, at, "}")
        if not more:
            break
    size = 1 + sum(size_of(entry.value) for entry in entries)
    return Mapping(Span(start, at + 1), tuple(entries), flow=True, size=size), at + 1


def _array(text: str, start: int, depth: int) -> tuple[Node, int]:
    items: list[Node] = []
    at = _skip(text, start + 1)
    while text[at : at + 1] != "]" or items:
        item, at = _value(text, at, depth + 1)
        items.append(item)
        at, more = _separator(text, at, "]")
        if not more:
            break
    size = 1 + sum(map(size_of, items))
    return Array(Span(start, at + 1), tuple(items), flow=True, size=size), at + 1


def _separator(text: str, at: int, closer: str) -> tuple[int, bool]:
    """The place of the next value after a comma, or of the closing bracket."""
    at = _skip(text, at)
    if text[at : at + 1] == ",":
        return _skip(text, at + 1), True
    if text[at : at + 1] == closer:
        return at, False
    raise _Unreadable(at, f"expected `,` or `{closer}`")


def _scalar(text: str, at: int) -> tuple[Scalar, int]:
    try:
        value, end = _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise _Unreadable(error.pos, _message(error.msg)) from None
    except ValueError:
        raise _Unreadable(at, _message("Expecting value")) from None
    span = Span(at, end)
    if text[at] == '"':
        return Scalar(span, str(value)), end
    return Scalar(span, span.of(text), plain=True), end


def _message(message: str) -> str:
    """What the standard library says, as this project says it."""
    if message == "Expecting value":
        return "expected a value"
    words = message.removesuffix(" at").removesuffix(" starting")
    return words[:1].lower() + words[1:]
