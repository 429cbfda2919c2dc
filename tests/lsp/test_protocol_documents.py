"""Open documents, over the wire: every edit lands where the editor made it."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from lsprotocol import types

from prompt_lsp.lsp.converter import converter_factory
from prompt_lsp.lsp.repair import Unreadable, structured
from tests.lsp.raw import Message, RawClient, running

SERVER = str(Path(__file__).with_name("protocol_server.py"))

ids = count(1)


@pytest.fixture(scope="module")
def client() -> Iterator[RawClient]:
    with running(SERVER) as client:
        client.initialize()
        yield client


class Editor:
    """One document, and what the server says of it."""

    def __init__(self, client: RawClient, text: str, version: object = 1) -> None:
        self.client = client
        self.uri = f"file:///{next(ids)}.prompt"
        item = {"uri": self.uri, "languageId": "x", "version": version, "text": text}
        client.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, *changes: object, version: object = 2) -> None:
        document = {"uri": self.uri, "version": version}
        params = {"textDocument": document, "contentChanges": changes}
        self.client.notify("textDocument/didChange", params)

    @property
    def state(self) -> Message:
        answer = self.client.ask(next(ids), "test/text", {"uri": self.uri})
        result: Message = answer["result"]
        return result

    @property
    def text(self) -> object:
        return self.state["text"]


def put(text: str, *place: object) -> Message:
    """A change from line and column to line and column."""
    line, column, end_line, end_column = place
    return {
        "range": {
            "start": {"line": line, "character": column},
            "end": {"line": end_line, "character": end_column},
        },
        "text": text,
    }


@pytest.mark.parametrize(
    "odd", ["\x0c", "\x0b", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
)
def test_lines_end_as_the_protocol_says(client: RawClient, odd: str) -> None:
    editor = Editor(client, f"a{odd}b\nc\r\nd\re")
    editor.change(put("X", 1, 0, 1, 1), put("Y", 3, 1, 3, 1))
    assert editor.text == f"a{odd}b\nX\r\nd\reY"
    assert editor.state["lines"] == 4


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ((0, 10, 0, 10), "abcX"),
        ((0, 4294967295, 0, 4294967295), "abcX"),
        ((4294967295, 0, 4294967295, 0), "abcX"),
        ((0, 1, 9e99, 3.0), "aX"),
        ((-1, -5, 0, 1), "Xbc"),
        ((0, 2, 0, 1), "abXc"),
    ],
)
def test_places_outside_are_clamped(
    client: RawClient, place: tuple[object, ...], text: str
) -> None:
    editor = Editor(client, "abc")
    editor.change(put("X", *place))
    assert editor.text == text


def test_columns_count_utf16_units(client: RawClient) -> None:
    editor = Editor(client, "é😀x")
    editor.change(put("Y", 0, 3, 0, 4))
    assert editor.text == "é😀Y"


def test_whole_text(client: RawClient) -> None:
    editor = Editor(client, "old")
    before = editor.state["revision"]
    editor.change({"text": "new"}, {"range": None, "text": "newer"})
    editor.change(put("X", 0, 0, 0, 0), version=3)
    state = editor.state
    assert state.pop("revision") > before
    assert state == {"text": "Xnewer", "version": 3, "languageId": "x", "lines": 1}


def test_versions_that_are_null(client: RawClient) -> None:
    editor = Editor(client, "a", version=None)
    before = editor.state["revision"]
    editor.change({"text": "b"}, version=None)
    assert (editor.text, editor.state["version"]) == ("b", None)
    assert editor.state["revision"] > before
    editor.change({"text": "c"}, version=5)
    assert (editor.text, editor.state["version"]) == ("c", 5)


def test_an_edit_is_never_read_as_another(client: RawClient) -> None:
    editor = Editor(client, "kept")
    editor.change({"range": {"start": {}}, "text": "X"})
    assert "was left out" in client.notified("window/logMessage")["params"]["message"]
    assert editor.text == "kept"


def test_an_edit_of_a_notebook_is_never_read_as_another() -> None:
    change = {"range": {"start": {}}, "text": "X"}
    content = {"document": {"uri": "a", "version": 1}, "changes": [change]}
    raw = {
        "notebookDocument": {"uri": "a", "version": 1},
        "change": {"cells": {"textContent": [content]}},
    }
    with pytest.raises(Unreadable):
        structured(converter_factory(), raw, types.DidChangeNotebookDocumentParams)


def test_opened_without_language(client: RawClient) -> None:
    item = {"uri": "file:///bare", "text": "bare", "novel": 1}
    client.notify("textDocument/didOpen", {"textDocument": item})
    result = client.ask(next(ids), "test/text", {"uri": "file:///bare"})["result"]
    assert (result["text"], result["languageId"]) == ("bare", "")


@pytest.mark.parametrize("method", ["didChange", "didClose"])
def test_a_document_that_is_not_open(client: RawClient, method: str) -> None:
    client.ask(next(ids), "test/echo")
    client.seen.clear()
    before = client.ask(next(ids), "test/state")["result"]["changes"]
    document = {"uri": "file:///closed", "version": 1}
    params = {"textDocument": document, "contentChanges": []}
    client.notify(f"textDocument/{method}", params)
    assert "not open" in client.notified("window/logMessage")["params"]["message"]
    assert client.ask(next(ids), "test/state")["result"]["changes"] == before
    assert "showMessage" not in str(client.seen)


def test_a_closed_document_is_not_read_from_the_disk(client: RawClient) -> None:
    uri = Path(__file__).as_uri()
    answer = client.ask(next(ids), "test/text", {"uri": uri})
    assert answer["error"] == {"code": -32602, "message": f"`{uri}` is not open"}


def test_closing(client: RawClient) -> None:
    editor = Editor(client, "a")
    params = {"textDocument": {"uri": editor.uri}}
    client.notify("textDocument/didClose", params)
    answer = client.ask(next(ids), "test/text", {"uri": editor.uri})
    assert answer["error"]["code"] == -32602


def test_other_encodings() -> None:
    for encoding, column in (("utf-8", 6), ("utf-32", 2)):
        with running(SERVER) as client:
            client.initialize({"general": {"positionEncodings": [encoding]}})
            editor = Editor(client, "é😀x")
            editor.change(put("Y", 0, column, 0, column + 1))
            assert editor.text == "é😀Y"
