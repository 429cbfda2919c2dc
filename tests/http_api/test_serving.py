"""A real server, at the other end of real sockets."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

MIB = 1024 * 1024
PATH = "/v1/experimental/generate_prompt"
JSON = {"content-type": "application/json"}
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="it is ended by a signal")


class Server:
    """A process that serves, and holds its answers back until `release`."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.http_api.held_server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        assert self.process.stdout
        self.url = self.process.stdout.readline().strip()
        self.address = ("127.0.0.1", urlsplit(self.url).port or 0)

    def started(self, count: int) -> None:
        """Wait until so many requests more have come to the engine."""
        assert self.process.stdout
        assert [self.process.stdout.readline() for _ in range(count)] == [
            "started\n"
        ] * count

    def release(self) -> None:
        assert self.process.stdin
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def told(self, words: str) -> None:
        """Wait until it says something on standard error."""
        assert self.process.stderr
        assert any(words in line for line in self.process.stderr)

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()

    def raw(self, *pieces: bytes) -> tuple[int, dict[str, str], bytes]:
        """The answer to bytes as they are: status, headers and body."""
        with socket.create_connection(self.address, timeout=20) as connection:
            for piece in pieces:
                connection.sendall(piece)
            return answer_from(connection)


def answer_from(connection: socket.socket) -> tuple[int, dict[str, str], bytes]:
    with connection.makefile("rb") as stream:
        status = int(stream.readline().split()[1])
        headers: dict[str, str] = {}
        while line := stream.readline().strip():
            name, _, value = line.decode().partition(": ")
            headers[name] = value
        return status, headers, stream.read(int(headers["content-length"]))


@pytest.fixture
def held() -> Iterator[Server]:
    server = Server()
    yield server
    server.end()


@pytest.fixture(scope="module")
def open_server() -> Iterator[Server]:
    server = Server()
    server.release()
    yield server
    server.end()


async def closed(server: Server) -> None:
    """Wait until nobody can connect any more."""
    while True:
        try:
            _, stream = await asyncio.open_connection(*server.address)
        except ConnectionError:
            return
        stream.close()


async def test_stopping_loses_nothing(held: Server) -> None:
    count = 200
    limits = httpx.Limits(max_connections=count)
    async with httpx.AsyncClient(limits=limits, timeout=30) as client:
        asked = [
            asyncio.create_task(
                client.post(held.url + PATH, json={"task": f"task number {number}"})
            )
            for number in range(count)
        ]
        await asyncio.to_thread(held.started, count)
        held.process.send_signal(signal.SIGTERM)
        await asyncio.to_thread(held.told, "Shutting down")
        await closed(held)
        held.release()
        answers = await asyncio.gather(*asked)
    assert {answer.status_code for answer in answers} == {200}
    found = [answer.json()["messages"][0]["content"][0]["text"] for answer in answers]
    assert found == [f"task number {number}" for number in range(count)]
    assert await asyncio.to_thread(held.process.wait, 20) == 0


def test_stopping_waits_for_what_is_on_its_way(held: Server) -> None:
    body = b'{"task": "sort my mail"}'
    begun = f"POST {PATH} HTTP/1.1\r\nhost: localhost\r\n".encode()
    rest = b"content-type: application/json\r\ncontent-length: %d\r\n\r\n%b"
    held.release()
    with socket.create_connection(held.address, timeout=20) as connection:
        # Who has an answer is accepted; who only waits is lost to the system's queue.
        connection.sendall(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n")
        assert answer_from(connection)[0] == 200
        connection.sendall(begun)
        held.process.send_signal(signal.SIGTERM)
        held.told("Shutting down")
        connection.sendall(rest % (len(body), body))
        status, _, _ = answer_from(connection)
    assert status == 200
    assert held.process.wait(20) == 0


def test_an_interrupt_is_no_failure(held: Server) -> None:
    held.process.send_signal(signal.SIGINT)
    _, told = held.process.communicate(timeout=20)
    assert held.process.returncode == 0
    assert "Traceback" not in told


def test_a_stopped_client_is_answered_and_others_meanwhile(
    open_server: Server,
) -> None:
    head = b"POST %b HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
    head = head % PATH.encode() + b"content-length: 100\r\n\r\n{"
    with socket.create_connection(open_server.address, timeout=20) as stopped:
        stopped.sendall(head)
        answer = httpx.post(open_server.url + PATH, json={"task": "sort my mail"})
        assert answer.status_code == 200
        status, headers, body = answer_from(stopped)
    assert status == 504
    assert json.loads(body)["request_id"] == headers["request-id"]


@pytest.mark.parametrize("chunked", [True, False])
def test_a_body_over_the_limit_is_refused_readably(
    open_server: Server, *, chunked: bool
) -> None:
    """The whole body is sent before the answer is read."""
    connection = HTTPConnection(*open_server.address, timeout=20)
    piece = b" " * MIB
    body = iter([piece] * 33) if chunked else piece * 33
    connection.request("POST", PATH, body, JSON, encode_chunked=chunked)
    answer = connection.getresponse()
    assert answer.status == 413
    assert json.load(answer)["error"]["type"] == "request_too_large"
    connection.request("GET", "/healthz")
    assert connection.getresponse().status == 200
    connection.close()


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("HTTP/1.1\r\nconnection: close\r\ncontent-type: application/json", 413),
        ("HTTP/1.1\r\nconnection: te, Close\r\ncontent-type: text/plain", 400),
        ("HTTP/1.0\r\ncontent-type: application/json", 413),
    ],
)
def test_who_sends_all_and_then_closes_can_read_why_it_is_refused(
    open_server: Server, head: str, status: int
) -> None:
    with socket.create_connection(open_server.address, timeout=20) as connection:
        start = f"POST {PATH} {head}\r\nhost: localhost\r\n"
        connection.sendall(f"{start}content-length: {40 * MIB}\r\n\r\n".encode())
        for _ in range(40):
            connection.sendall(b" " * MIB)
        found, headers, body = answer_from(connection)
        assert connection.recv(1) == b""
    assert found == status
    assert json.loads(body)["request_id"] == headers["request-id"]


@pytest.mark.parametrize("more", ["", "connection: close\r\n"])
def test_what_is_no_http_after_a_refusal_closes_quietly(
    held: Server, more: str
) -> None:
    head = f"POST {PATH} HTTP/1.1\r\nhost: localhost\r\ncontent-type: text/plain\r\n"
    with socket.create_connection(held.address, timeout=20) as connection:
        connection.sendall(f"{head}{more}transfer-encoding: chunked\r\n\r\n".encode())
        assert answer_from(connection)[0] == 400
        connection.sendall(b"what is this\r\n")
        assert connection.recv(1) == b""
    held.process.send_signal(signal.SIGTERM)
    _, told = held.process.communicate(timeout=20)
    assert "Traceback" not in told


@pytest.mark.parametrize("more", ["", "connection: close\r\n"])
def test_a_client_that_asks_first_sends_nothing(open_server: Server, more: str) -> None:
    head = f"POST {PATH} HTTP/1.1\r\nhost: localhost\r\n{more}"
    head += "content-type: application/json\r\nexpect: 100-continue\r\n"
    with socket.create_connection(open_server.address, timeout=20) as connection:
        connection.sendall(f"{head}content-length: {33 * MIB}\r\n\r\n".encode())
        assert answer_from(connection)[0] == 413
        if more:
            assert connection.recv(1) == b"", "it closes and waits for no body"


def test_what_is_no_http(open_server: Server) -> None:
    status, headers, body = open_server.raw(b"what is this\r\n\r\n")
    said = json.loads(body)
    assert status == 400
    assert headers["content-type"] == "application/json"
    assert headers["request-id"] == said["request_id"]
    assert said["error"]["type"] == "invalid_request_error"


def test_a_page_that_took_our_address(open_server: Server) -> None:
    head = f"host: evil.example:{open_server.address[1]}\r\n\r\n"
    status, headers, body = open_server.raw(f"GET /healthz HTTP/1.1\r\n{head}".encode())
    assert status == 403
    assert json.loads(body)["request_id"] == headers["request-id"]
    assert "server" not in headers
