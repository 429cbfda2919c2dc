"""Parameters read as far as they can be, by leaving out what cannot.

Stock pygls reads strictly: one unknown value of an enumeration, anywhere in the
client's capabilities or in another server's diagnostic, and the message is dropped
without an answer.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    Converter,
    IterableValidationNote,
)
from lsprotocol import types

from prompt_lsp.lsp.converter import explaining_converter
from prompt_lsp.lsp.frames import Json

_T = TypeVar("_T")

# Each round finds all that is wrong on one level; nothing in LSP is deeper.
_ROUNDS = 16

# Leaving out a part of an edit would edit something else.
_WHOLE_OR_NOT: frozenset[type[Any]] = frozenset(
    {types.DidChangeTextDocumentParams, types.DidChangeNotebookDocumentParams}
)


class Unreadable(ValueError):
    """No repair makes it readable; the text says what is wrong."""


class _Place(NamedTuple):
    holder: dict[str, Any] | list[Any]
    key: str | int
    value: Any


def structured(converter: Converter, raw: Json, kind: type[_T]) -> _T:
    """Parameters as a class of lsprotocol. It may change `raw`.

    Raises:
        Unreadable: what is missing or wrong cannot be left out.
    """
    if kind is types.InitializeParams and isinstance(raw, dict):
        _complete(raw)
    try:
        return converter.structure(raw, kind)
    except Exception as error:
        if kind in _WHOLE_OR_NOT:
            message = f"{type(error).__name__}: {error}"
            raise Unreadable(message) from error
    return _repaired(raw, kind)


def _complete(raw: dict[str, Any]) -> None:
    """Give `initialize` what it needs: a server that cannot start helps nobody."""
    if not isinstance(raw.get("capabilities"), dict):
        raw["capabilities"] = {}
    for key in ("rootUri", "rootPath"):
        if not _is_address(raw.get(key)):
            raw[key] = None


def _is_address(raw: object) -> bool:
    try:
        return isinstance(raw, str) and urlsplit(raw) is not None
    except ValueError:  # such as an unclosed bracket
        return False


def _repaired(raw: Json, kind: type[_T]) -> _T:
    said = ""
    for _ in range(_ROUNDS):
        try:
            return _explaining().structure(raw, kind)
        except Exception as error:  # noqa: BLE001 - hooks raise what they like
            paths = [*_paths(error)]
            said = ", ".join(".".join(map(str, path)) or "params" for path in paths)
            places = [place for path in paths if (place := _place(raw, path))]
            if len(places) < len(paths):
                break
            for place in places:
                _leave_out(place)
    message = f"cannot read {said}"
    raise Unreadable(message)


@cache
def _explaining() -> Converter:
    return explaining_converter()


def _paths(
    error: BaseException, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[str | int, ...]]:
    """Where each thing that is wrong stands, as keys and indexes from the root."""
    if not isinstance(error, BaseValidationError):
        yield path
        return
    for inner in error.exceptions:
        yield from _paths(inner, (*path, *_step(inner)))


def _step(error: BaseException) -> Iterator[str | int]:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            yield _camel_case(note.name)
            return
        if isinstance(note, IterableValidationNote):
            yield note.index
            return


def _camel_case(name: str) -> str:
    first, *rest = name.removesuffix("_").split("_")
    return first + "".join(part.title() for part in rest)


def _place(raw: Json, path: tuple[str | int, ...]) -> _Place | None:
    """What a path names, or what holds it if it is missing; None for the root."""
    place = None
    for step in path:
        holder = place.value if place else raw
        if isinstance(step, str):
            found = isinstance(holder, dict) and step in holder
        else:
            found = isinstance(holder, list)
        if not found:
            break
        place = _Place(holder, step, holder[step])
    return place


def _leave_out(place: _Place) -> None:
    if isinstance(place.holder, dict):
        place.holder.pop(str(place.key), None)
        return
    # By identity: earlier removals have moved the indexes.
    place.holder[:] = [each for each in place.holder if each is not place.value]
