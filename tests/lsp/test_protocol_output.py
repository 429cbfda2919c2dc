"""Output to a client that reads slowly, or not at all."""

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from time import monotonic

import pytest

from prompt_lsp.lsp.outbox import Outbox
from tests.lsp.raw import DEADLINE, notification, read_some, request, running

SERVER = str(Path(__file__).with_name("protocol_server.py"))
FULL = b"x" * (1 << 21)  # more than any pipe holds

Pipe = tuple[int, int]


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    source, sink = os.pipe()
    yield source, sink
    os.close(source)


def outbox(pipe: Pipe) -> Outbox:
    return Outbox(lambda data: os.write(pipe[1], data), pipe[1])


def read(source: int, size: int) -> bytes:
    data = b""
    while len(data) < size:
        data += read_some(source, monotonic() + DEADLINE)
    return data


def test_small_frames_go_out_at_once(pipe: Pipe) -> None:
    out = outbox(pipe)
    out.write(b"abc")
    out.write(b"d" * 10_000)
    assert out._thread is None
    assert read(pipe[0], 10_003) == b"abc" + b"d" * 10_000


def test_order_is_kept_and_superseded_frames_are_dropped(pipe: Pipe) -> None:
    out = outbox(pipe)
    out.write(FULL, supersedes="a")  # has begun: it must be completed
    out.write(b"[old a]", supersedes="a")
    out.write(b"[answer 1]")
    out.write(b"[only b]", supersedes="b")
    out.write(b"[new a]", supersedes="a")
    out.write(b"[answer 2]")
    expected = FULL + b"[answer 1][only b][new a][answer 2]"
    assert not out.flush(0.0)
    assert read(pipe[0], len(expected)) == expected
    assert out.flush(5.0)
    out.write(b"again")
    assert read(pipe[0], 5) == b"again"


def test_a_stream_that_cannot_be_polled(pipe: Pipe) -> None:
    out = Outbox(lambda data: os.write(pipe[1], data))
    out.write(b"a")
    out.write(b"b")
    assert read(pipe[0], 2) == b"ab"
    assert out.flush(5.0)


def test_a_client_that_is_gone() -> None:
    source, sink = os.pipe()
    out = outbox((source, sink))
    out.write(FULL)
    os.close(source)
    assert out.flush(5.0)
    out.write(b"into the void")
    assert out.flush(0.0)


def test_the_server_works_while_nobody_reads() -> None:
    with running(SERVER) as client:
        client.initialize()
        flood = request(1, "test/flood", {"count": 200, "size": 10_000})
        client.send(flood)
        # None of this is read, and all of it is done.
        client.send(*(request(number, "test/echo", number) for number in range(2, 50)))
        client.send(notification("test/note", "still here"))
        client.error_line("noted still here")
        for number in range(1, 50):
            client.answer(number)
        answered = [message["id"] for message in client.seen if "result" in message]
        assert answered == ["initialize", *range(1, 50)]
        client.ask(50, "test/echo")
        versions = [
            message["params"]["version"]
            for message in client.seen
            if message.get("method") == "textDocument/publishDiagnostics"
        ]
        assert versions[-1] == 199
        assert all(older < newer for older, newer in pairwise(versions))
        assert len(versions) < 150


def test_a_client_that_never_reads_cannot_keep_the_server() -> None:
    with running(SERVER) as client:
        client.initialize()
        flood = request(1, "test/flood", {"count": 20, "size": 1_000_000})
        client.send(flood, request(2, "shutdown"), notification("exit"))
        assert client.exit_code() == 0
