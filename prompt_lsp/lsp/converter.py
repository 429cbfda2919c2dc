"""JSON as lsprotocol's classes, with the numbers and versions that clients send.

Stock pygls cannot read `4294967295` as a column, the usual way to say "to the end",
nor a version that is null: it drops the edit or the document, and the text is wrong
for ever.
"""

from typing import Any

from cattrs import Converter
from lsprotocol import converters, types

from prompt_lsp.lsp.frames import Json

UNVERSIONED = -(2**31)
"""Stands for a version that the client left out or gave as null."""

_LARGEST = 2**31 - 1


def converter_factory() -> Converter:
    """The converter to give to `LanguageServer`.

    It does not explain what it cannot read: its code is smaller, so that the server
    starts sooner. `repair.structured` asks `explaining_converter` when it must.
    """
    return _tolerant(Converter(detailed_validation=False))


def explaining_converter() -> Converter:
    """A converter that reads the same and whose errors say where they are."""
    return _tolerant(Converter(detailed_validation=True))


def _tolerant(converter: Converter) -> Converter:
    converters.get_converter(converter)
    converter.register_structure_hook(str, _string)
    converter.register_structure_hook(types.Position, _position)
    converter.register_structure_hook(types.TextDocumentItem, _item)
    converter.register_structure_hook(types.DidChangeTextDocumentParams, _did_change)
    return converter


def _integer(raw: Json) -> int:
    if not isinstance(raw, int | float):
        raise TypeError(raw)
    return int(min(max(raw, -_LARGEST - 1), _LARGEST))


def _string(raw: Json, kind: type[Any]) -> Json:
    if kind is not str:  # this hook is found for enumerations of strings too
        return kind(raw)
    if not isinstance(raw, str):  # stock reads null as the text "None"
        raise TypeError(raw)
    return raw


def _position(raw: dict[str, Any], _: object) -> types.Position:
    return types.Position(
        line=max(0, _integer(raw["line"])),
        character=max(0, _integer(raw["character"])),
    )


def _item(raw: dict[str, Any], _: object) -> types.TextDocumentItem:
    return types.TextDocumentItem(
        uri=raw["uri"],
        language_id=raw.get("languageId") or "",
        version=_version(raw),
        text=raw["text"],
    )


def _did_change(raw: dict[str, Any], _: object) -> types.DidChangeTextDocumentParams:
    document = raw["textDocument"]
    return types.DidChangeTextDocumentParams(
        text_document=types.VersionedTextDocumentIdentifier(
            uri=document["uri"], version=_version(document)
        ),
        content_changes=tuple(_change(each) for each in raw["contentChanges"]),
    )


def _change(raw: dict[str, Any]) -> types.TextDocumentContentChangeEvent:
    text, place = raw["text"], raw.get("range")
    if place is None:
        return types.TextDocumentContentChangeWholeDocument(text)
    return types.TextDocumentContentChangePartial(
        types.Range(_position(place["start"], None), _position(place["end"], None)),
        text,
    )


def _version(raw: dict[str, Any]) -> int:
    version = raw.get("version")
    return UNVERSIONED if version is None else _integer(version)
