"""Requests, notifications and cancels, on one server that lives for all tests."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.lsp.raw import Message, RawClient, framed, notification, request, running

SERVER = str(Path(__file__).with_name("protocol_server.py"))
CANCEL = "$/cancelRequest"

ids = count(1000)


@pytest.fixture(scope="module")
def server() -> Iterator[RawClient]:
    with running(SERVER) as client:
        client.initialize()
        yield client


@pytest.fixture
def client(server: RawClient) -> RawClient:
    """The server, with nothing left over from the test before."""
    server.ask(next(ids), "test/echo")
    server.notified("test/rest")
    server.seen.clear()
    return server


def opened(client: RawClient, uri: str, text: str, version: int = 1) -> None:
    item = {"uri": uri, "languageId": "x", "version": version, "text": text}
    client.notify("textDocument/didOpen", {"textDocument": item})


def edit(uri: str, text: str, version: int = 2) -> Message:
    params = {
        "textDocument": {"uri": uri, "version": version},
        "contentChanges": [{"text": text}],
    }
    return notification("textDocument/didChange", params)


def methods(client: RawClient) -> set[object]:
    return {message.get("method") for message in client.seen}


# What is kept: defect 4


def test_nothing_is_kept_per_message(client: RawClient) -> None:
    opened(client, "file:///many", "")
    client.send(*(edit("file:///many", "x", number) for number in range(300)))
    params = {"textDocument": {"uri": "file:///many"}, "position": position(0, 0)}
    for number in range(50):
        client.ask(f"h{number}", "textDocument/hover", params)
    state = client.ask(next(ids), "test/state")["result"]
    kept = {key: state[key] for key in ("running", "noticed", "sent", "types")}
    assert kept == {"running": 0, "noticed": 0, "sent": 0, "types": 0}
    assert state["changes"] >= 300


def test_ended_progress_is_forgotten(client: RawClient) -> None:
    client.send(request(1, "test/progress", {"token": "t1"}))
    created = client.until(lambda message: "method" in message and "id" in message)
    client.send({"jsonrpc": "2.0", "id": created["id"], "result": None})
    assert client.answer(1)["result"] == "done"
    assert client.ask(2, "test/state")["result"]["tokens"] == 0


@pytest.mark.parametrize(
    ("custom", "reply", "result"),
    [
        (False, {"result": [{"feedback": {"jsonrpc": "2.0"}}]}, [[{}]]),
        (True, {"result": {"type_name": 1}}, [{"type_name": 1}]),
        (True, {"error": {"code": -32001, "message": "no"}}, None),
        (False, {"error": "not even an error"}, None),
        (False, {"result": 5}, None),
    ],
)
def test_client_answers(
    client: RawClient, *, custom: bool, reply: Message, result: object
) -> None:
    msg_id = next(ids)
    client.send(request(msg_id, "test/askClient", {"custom": custom}))
    asked = client.until(lambda message: "method" in message and "id" in message)
    client.send({"jsonrpc": "2.0", "id": asked["id"]} | reply)
    assert ("error" in client.answer(msg_id)) is (result is None)
    state = client.ask(next(ids), "test/state")["result"]
    assert (state["sent"], state["types"]) == (0, 0)


def test_cancel_reaches_what_the_server_asks(client: RawClient) -> None:
    client.send(request("outer", "test/askClient", {"custom": True}))
    asked = client.until(lambda message: "method" in message and "id" in message)
    client.notify(CANCEL, {"id": "outer"})
    assert client.notified(CANCEL)["params"] == {"id": asked["id"]}
    assert client.answer("outer")["error"]["code"] == -32800
    state = client.ask(next(ids), "test/state")["result"]
    assert (state["sent"], state["types"]) == (0, 0)
    client.send({"jsonrpc": "2.0", "id": asked["id"], "result": "late"})
    assert client.ask(next(ids), "test/echo", "on")["result"] == "on"


def test_an_answer_is_never_taken_for_a_request(client: RawClient) -> None:
    client.send(request(77, "test/sleep", "answered"))
    client.error_line("sleeping answered")
    client.send({"jsonrpc": "2.0", "id": 77, "result": "confused"})
    client.notify(CANCEL, {"id": 77})
    assert client.answer(77)["error"]["code"] == -32800


# What cannot be read: defects 5, 6 and 10


def position(line: object, character: object) -> Message:
    return {"line": line, "character": character}


@pytest.mark.parametrize(
    "params",
    [
        None,
        {},
        5,
        [1],
        {"textDocument": {"uri": "file:///a"}},
        {"textDocument": {"uri": None}, "position": {"line": 0, "character": 0}},
        {"textDocument": 7, "position": {"line": 0, "character": 0}},
    ],
)
def test_unreadable_request_is_answered(client: RawClient, params: object) -> None:
    answer = client.ask(next(ids), "textDocument/hover", params)
    assert answer["error"]["code"] == -32602
    assert answer["error"]["message"].startswith("Invalid params: cannot read ")
    assert "window/showMessage" not in methods(client)


@pytest.mark.parametrize("params", [None, {}, {"textDocument": []}, 5, "x"])
def test_unreadable_notification_is_logged(client: RawClient, params: object) -> None:
    client.notify("textDocument/didOpen", params)
    log = client.notified("window/logMessage")
    assert "`textDocument/didOpen` was left out" in log["params"]["message"]
    client.ask(next(ids), "test/echo")
    assert "window/showMessage" not in methods(client)


def test_diagnostics_of_other_servers(client: RawClient) -> None:
    where = {"start": position(-1, 0), "end": position(0, 4294967295)}
    foreign = {
        "range": where,
        "message": "m",
        "severity": 9,
        "tags": [1, 7],
        "code": {"odd": 1},
        "data": {"jsonrpc": "2.0", "id": 1},
        "novel": True,
    }
    params = {
        "textDocument": {"uri": "file:///a"},
        "range": where,
        "context": {"diagnostics": [{"message": "nowhere"}, foreign], "only": ["odd"]},
    }
    (action,) = client.ask(next(ids), "textDocument/codeAction", params)["result"]
    (echoed,) = action["diagnostics"]
    assert echoed["tags"] == [1]
    assert "severity" not in echoed
    assert echoed["data"] == {"jsonrpc": "2.0", "id": 1}
    assert echoed["range"]["end"]["character"] == 2**31 - 1


@pytest.mark.parametrize("method", ["test/echo", "workspace/executeCommand"])
def test_nested_jsonrpc_is_data(client: RawClient, method: str) -> None:
    nested = {"jsonrpc": "2.0", "id": 1, "inner": [{"jsonrpc": 3, "method": "x"}]}
    params: object = nested
    if method == "workspace/executeCommand":
        params = {"command": "test.echo", "arguments": [nested]}
    result = client.ask(next(ids), method, params)["result"]
    assert result == (nested if params is nested else [nested])


def test_unicode_comes_back_as_it_was(client: RawClient) -> None:
    text = "日本 😀 \u2028 \ud83d \x00 \x85"
    assert client.ask(next(ids), "test/echo", text)["result"] == text


# Failures


def test_failing_request_shows_no_paths(client: RawClient) -> None:
    error = client.ask(next(ids), "test/fail")["error"]
    assert error == {"code": -32603, "message": "RuntimeError: it broke"}
    client.error_line("RuntimeError: it broke")


def test_failing_notification_is_logged(client: RawClient) -> None:
    client.notify("test/failingNotification")
    log = client.notified("window/logMessage")["params"]
    assert log["message"] == "`test/failingNotification` failed: RuntimeError: it broke"
    client.ask(next(ids), "test/echo")
    assert "window/showMessage" not in methods(client)


def test_result_that_is_no_json_is_an_error(client: RawClient) -> None:
    error = client.ask(next(ids), "test/unsendable")["error"]
    assert error == {"code": -32603, "message": "TypeError: a object is no JSON"}


def test_unknown_method(client: RawClient) -> None:
    client.notify("$/novel", {})
    assert client.ask(next(ids), "no/such")["error"]["code"] == -32601


@pytest.mark.parametrize(
    ("message", "msg_id"),
    [
        ([request(1, "test/echo")], None),
        (7, None),
        ({"jsonrpc": "2.0", "id": 5}, 5),
        ({"jsonrpc": "2.0", "id": None, "method": "test/echo"}, None),
        ({"jsonrpc": "2.0", "id": {}, "method": "test/echo"}, None),
    ],
)
def test_what_is_no_request(client: RawClient, message: object, msg_id: object) -> None:
    client.send(message)
    refused = client.until(lambda message: "error" in message)
    assert (refused["id"], refused["error"]["code"]) == (msg_id, -32600)


def test_malformed_frames_are_answered(client: RawClient) -> None:
    client.send_bytes(b"Content-Length: 2\r\n\r\n{]")
    assert client.answer(None)["error"]["code"] == -32700
    client.send_bytes(b"X-Other: 1\r\n\r\n" + framed(request(9, "test/echo", "on")))
    assert client.answer(None)["error"]["code"] == -32700
    assert client.answer(9)["result"] == "on"


def test_printing_harms_nobody(client: RawClient) -> None:
    assert client.ask(next(ids), "test/print")["result"] == "0"
    client.error_line("noise on standard output")
    client.error_line("from the child")


# What comes first: defects 1, 2 and 3


def test_cancel_of_a_command_stops_it(client: RawClient) -> None:
    params = {"command": "test.sleep", "arguments": ["command"]}
    client.send(request(41, "workspace/executeCommand", params))
    client.error_line("sleeping ('command',)")
    client.notify(CANCEL, {"id": 41})
    assert client.answer(41)["error"]["code"] == -32800
    client.error_line("stopped ('command',)")


def test_cancel_of_a_feature_is_answered_once(client: RawClient) -> None:
    client.send(request(42, "test/sleep", "feature"))
    client.error_line("sleeping feature")
    cancel = notification(CANCEL, {"id": 42})
    client.send(cancel, cancel, notification(CANCEL, {"id": "unknown"}))
    client.error_line("stopped feature")
    assert client.answer(42)["error"]["code"] == -32800
    client.ask(43, "test/echo")
    assert sum(message.get("id") == 42 for message in client.seen) == 1


def test_cancel_overtakes_queued_requests(client: RawClient) -> None:
    client.send(request(50, "test/block"), request(51, "test/note", "cancelled"))
    client.error_line("blocking")
    client.send(request(52, "test/note", "kept"), notification(CANCEL, {"id": 51}))
    assert client.answer(51)["error"]["code"] == -32800
    assert client.answer(52)["result"] is None
    assert "kept" in client.error_line("noted")


def test_busy_threads_leave_the_server_listening(client: RawClient) -> None:
    busy = range(60, 80)
    client.send(*(request(number, "test/thread") for number in busy))
    client.error_line("working")
    assert client.ask(next(ids), "test/echo", "here")["result"] == "here"
    client.notify("test/release")
    assert client.answer(busy[0])["result"] == "worked"
    for number in busy[1:]:
        if not any(message.get("id") == number for message in client.seen):
            client.answer(number)


def test_a_request_sees_the_text_of_its_moment(client: RawClient) -> None:
    opened(client, "file:///moment", "before")
    params = {"textDocument": {"uri": "file:///moment"}, "position": position(0, 0)}
    hover = request(90, "textDocument/hover", params)
    client.send(hover, edit("file:///moment", "after"))
    assert client.answer(90)["result"]["contents"] == "before"
    assert client.ask(91, "textDocument/hover", params)["result"]["contents"] == "after"


def test_a_burst_of_edits_comes_to_rest_once(client: RawClient) -> None:
    opened(client, "file:///burst", "")
    before = client.ask(next(ids), "test/state")["result"]["changes"]
    client.until(lambda message: message.get("method") == "test/rest")
    client.send(*(edit("file:///burst", f"{number}") for number in range(200)))
    rested = client.notified("test/rest")["params"]["changes"]
    assert rested - before == 200


def test_noise_is_no_reason_to_come_to_rest(client: RawClient) -> None:
    before = client.ask(next(ids), "test/state")["result"]["rests"]
    client.notified("test/rest")
    for _ in range(5):
        client.send_bytes(b"Content-Length: 2\r\n\r\n{]")
        client.answer(None)
    assert client.ask(next(ids), "test/state")["result"]["rests"] == before + 1


def test_half_a_frame_does_not_prevent_rest(client: RawClient) -> None:
    whole = framed(request(99, "test/echo", "late"))
    client.send_bytes(framed(notification("test/note", "x")) + whole[:30])
    client.notified("test/rest")
    client.send_bytes(whole[30:])
    assert client.answer(99)["result"] == "late"
