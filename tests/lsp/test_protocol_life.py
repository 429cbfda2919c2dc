"""From `initialize` to the exit code; each test has a server of its own."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from tests.lsp.raw import Message, RawClient, framed, request, running

SERVER = str(Path(__file__).with_name("protocol_server.py"))


@pytest.fixture
def client() -> Iterator[RawClient]:
    with running(SERVER) as client:
        yield client


def test_order_of_life(client: RawClient) -> None:
    client.notify("textDocument/didOpen", {})
    assert client.ask(1, "test/echo")["error"]["code"] == -32002
    assert client.ask(2, "shutdown")["error"]["code"] == -32002
    client.initialize()
    assert client.ask(3, "initialize", {"capabilities": {}})["error"]["code"] == -32600
    assert client.ask(4, "test/echo", 1)["result"] == 1
    assert client.ask(5, "shutdown")["result"] is None
    assert client.ask(6, "test/echo")["error"]["code"] == -32600
    client.notify("exit")
    assert client.exit_code() == 0
    assert all("showMessage" not in str(message) for message in client.seen)


def test_exit_without_shutdown(client: RawClient) -> None:
    client.initialize()
    client.notify("exit")
    assert client.exit_code() == 1


def test_exit_before_initialize(client: RawClient) -> None:
    client.notify("exit")
    assert client.exit_code() == 1


def test_end_of_input_does_not_wait_for_threads(client: RawClient) -> None:
    client.initialize()
    client.send(request(1, "test/thread"))
    client.error_line("working")
    client.close_input()
    assert client.exit_code() == 1


def test_end_of_input_does_not_wait_for_a_handler(client: RawClient) -> None:
    client.initialize()
    client.send(request(1, "test/hang"))
    client.error_line("hanging")
    client.close_input()
    assert client.exit_code() == 1


def test_end_of_input_after_shutdown(client: RawClient) -> None:
    client.initialize()
    client.send_bytes(framed(request(1, "shutdown")))
    client.close_input()
    assert client.answer(1)["result"] is None
    assert client.exit_code() == 0


def errors(client: RawClient) -> list[Message]:
    with suppress(EOFError):
        while client.receive():
            pass
    return [message for message in client.seen if "error" in message]


def test_shutdown_cancels_what_runs(client: RawClient) -> None:
    client.initialize()
    params = {"command": "test.sleep", "arguments": ["on"]}
    client.send(request(1, "workspace/executeCommand", params))
    client.error_line("sleeping")
    client.send(request(2, "test/sleep", "feature"), request(3, "test/thread"))
    client.error_line("working")
    client.send(request(4, "shutdown"))
    assert client.answer(4)["result"] is None
    client.error_line("stopped")
    client.error_line("stopped")
    client.notify("exit")
    assert client.exit_code() == 0
    codes = {message["id"]: message["error"]["code"] for message in errors(client)}
    assert codes == {1: -32800, 2: -32800, 3: -32800}


def test_the_death_of_the_parent_ends_the_server(client: RawClient) -> None:
    editor = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    client.initialize(processId=editor.pid)
    assert client.ask(1, "test/echo", "lives")["result"] == "lives"
    editor.communicate(b"\n")
    assert client.exit_code() == 1


@pytest.mark.parametrize(
    ("offered", "chosen"),
    [
        (None, "utf-16"),
        (["utf-7"], "utf-16"),
        (["utf-7", "utf-32", "utf-8"], "utf-32"),
    ],
)
def test_a_strange_client(
    client: RawClient, offered: list[str] | None, chosen: str
) -> None:
    unknown = {"valueSet": [1, 99]}
    item = {"tagSupport": unknown, "insertTextModeSupport": unknown}
    capabilities = {
        "general": {"positionEncodings": offered, "novel": {"a": 1}},
        "workspace": {
            "workspaceEdit": {
                "resourceOperations": ["create", "explode"],
                "failureHandling": "shrug",
            }
        },
        "textDocument": {
            "completion": {"completionItem": item, "insertTextMode": 9},
            "publishDiagnostics": {"tagSupport": unknown},
            "codeAction": {"tagSupport": unknown},
            "documentSymbol": {"symbolKind": {"valueSet": [1, 200]}},
            "hover": {"contentFormat": ["asciidoc", "markdown"]},
            "semanticTokens": {"formats": ["odd"], "requests": {}},
            "foldingRange": {"rangeLimit": 4294967295},
        },
        "novel": [],
    }
    more = {"trace": "loud", "clientInfo": {"name": "x", "version": 5}, "novel": 1}
    result = client.initialize(capabilities, rootUri="http://[", **more)
    assert result["capabilities"]["positionEncoding"] == chosen
    assert client.ask(1, "test/echo", "on")["result"] == "on"


def test_initialize_without_capabilities(client: RawClient) -> None:
    assert "result" in client.ask(1, "initialize", {})
    client.send({"jsonrpc": "2.0", "method": "initialized"})
    asked = count(2)
    # What is frozen is what the first rest leaves, which follows no message.
    while client.ask(next(asked), "test/state")["result"]["frozen"] < 10_000:
        assert next(asked) < 10_000
    assert "logMessage" not in str(client.seen)


def test_one_client_over_tcp() -> None:
    with running(SERVER, "tcp") as client:
        address = client.error_line("listening on").rpartition(" ")[2]
        host, _, port = address.rpartition(":")
        client.connect(host, int(port))
        client.initialize()
        assert client.ask(1, "test/echo", "é")["result"] == "é"
        client.send_bytes(b"content-length:2\n\n{]")
        assert client.answer(None)["error"]["code"] == -32700
        assert client.ask(2, "shutdown")["result"] is None
        client.notify("exit")
        assert client.exit_code() == 0


def test_a_tcp_client_that_goes() -> None:
    with running(SERVER, "tcp") as client:
        address = client.error_line("listening on").rpartition(" ")[2]
        host, _, port = address.rpartition(":")
        client.connect(host, int(port))
        client.initialize()
        client.disconnect()
        assert client.exit_code() == 1
