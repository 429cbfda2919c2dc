import asyncio
import contextlib
import logging
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from prompt_lsp.prompt_tools.access import Access
from prompt_lsp.prompt_tools.errors import BadAnswer, TimedOut, Unreachable
from prompt_lsp.prompt_tools.reply import Reply
from prompt_lsp.prompt_tools.transport import Transport
from tests.prompt_tools.asking import Clock, access_to, transport_to
from tests.prompt_tools.standin import (
    KEY,
    Act,
    Standin,
    fails,
    resets,
    says,
    sends,
    stalls,
)

BODY = {
    "model": "m",
    "max_tokens": 1,
    "messages": [{"role": "user", "content": "hi 😀"}],
}
HEADERS = {"anthropic-version": "2023-06-01"}
NO = "api_error"


async def post(transport: Transport, seconds: float = 60) -> Reply:
    ends = transport.timing.now() + seconds
    return await transport.post("/v1/messages", BODY, HEADERS, ends)


async def status(server: Standin, clock: Clock, seconds: float = 60) -> int:
    async with transport_to(access_to(server), clock) as transport:
        return (await post(transport, seconds)).status


# Retries


@pytest.mark.parametrize("code", [408, 409, 429, 500, 503, 504, 529, 599])
async def test_what_may_pass_is_tried_two_more_times(code: int) -> None:
    clock = Clock()
    with Standin(fails(code, NO)) as server:
        assert await status(server, clock) == code
    assert len(server.requests) == 3
    assert clock.slept == [0.5, 1.0]


@pytest.mark.parametrize("code", [400, 401, 403, 404, 413, 422, 301, 307])
async def test_what_will_not_pass_is_tried_once(code: int) -> None:
    with Standin(fails(code, NO)) as server:
        assert await status(server, Clock()) == code
    assert len(server.requests) == 1


async def test_a_retry_may_succeed() -> None:
    with Standin(fails(529, NO), resets(), says("yes")) as server:
        assert await status(server, Clock()) == 200
    assert len(server.requests) == 3
    assert server.faults == []


@pytest.mark.parametrize(
    ("code", "said", "times"),
    [(400, "true", 3), (529, "false", 1), (529, "perhaps", 3), (200, "true", 1)],
)
async def test_the_server_has_the_last_word(code: int, said: str, times: int) -> None:
    with Standin(fails(code, NO, x_should_retry=said)) as server:
        assert await status(server, Clock()) == code
    assert len(server.requests) == times


@pytest.mark.parametrize(
    ("headers", "delay"),
    [
        ({}, 0.375),
        ({"retry_after": "7"}, 7.0),
        ({"retry_after": "0.25"}, 0.25),
        ({"retry_after": "0"}, 0.0),
        ({"retry_after_ms": "1500"}, 1.5),
        ({"retry_after": "7", "retry_after_ms": "20"}, 0.02),
        ({"retry_after": "7", "retry_after_ms": "soon"}, 7.0),
        ({"retry_after": "Thu, 01 Jan 2026 00:00:30 GMT"}, 30.0),
        ({"retry_after": "Thu, 01 Jan 2026 00:00:30"}, 30.0),
        ({"retry_after": "Wed, 31 Dec 2025 00:00:00 GMT"}, 0.0),
        ({"retry_after": "-3"}, 0.375),
        ({"retry_after": "nan"}, 0.375),
        ({"retry_after": "inf"}, 0.375),
        ({"retry_after": "tomorrow"}, 0.375),
        ({"retry_after": "1e400"}, 0.375),
    ],
)
async def test_the_server_says_how_long_to_wait(
    headers: dict[str, str], delay: float
) -> None:
    clock = Clock(chance=1.0)
    with Standin(fails(429, NO, **headers), says("yes")) as server:
        assert await status(server, clock) == 200
    assert clock.slept == [delay]


async def test_nothing_waits_for_what_comes_after_the_deadline() -> None:
    clock = Clock()
    with Standin(fails(429, NO, retry_after="61")) as server:
        async with transport_to(access_to(server), clock) as transport:
            reply = await post(transport, 60)
    assert (reply.status, reply.retry_after) == (429, 61)
    assert (clock.slept, len(server.requests)) == ([], 1)


# Connections


async def test_a_stalled_server_is_given_up_at_the_deadline() -> None:
    with Standin(stalls()) as server:
        async with transport_to(access_to(server, deadline=0.05)) as transport:
            with pytest.raises(TimedOut, match=r"within 0\.05 seconds: .*`deadline`"):
                await post(transport, 0.05)
        assert server.gone.wait(5)
    assert len(server.requests) == 1


async def test_cancelling_closes_the_connection_at_once() -> None:
    with Standin(stalls()) as server:
        async with transport_to(access_to(server)) as transport:
            task = asyncio.create_task(post(transport))
            assert await asyncio.to_thread(server.asked.wait, 5)
            assert not server.gone.is_set()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await asyncio.to_thread(server.gone.wait, 5), "before aclose"


async def test_cancelling_one_request_leaves_the_others() -> None:
    with Standin(stalls(), says("yes")) as server:
        async with transport_to(access_to(server)) as transport:
            task = asyncio.create_task(post(transport))
            assert await asyncio.to_thread(server.asked.wait, 5)
            other = asyncio.create_task(post(transport))
            task.cancel()
            assert (await other).ok


async def test_closing_breaks_off_what_is_under_way() -> None:
    with Standin(stalls()) as server:
        clock = Clock()
        transport = Transport(access_to(server), clock.timing)
        task = asyncio.create_task(post(transport))
        assert await asyncio.to_thread(server.asked.wait, 5)
        await transport.aclose()
        with pytest.raises(Unreachable):
            await task
        assert await asyncio.to_thread(server.gone.wait, 5)
    assert (len(server.requests), clock.slept) == (1, [])


async def test_cancelling_amid_a_wait_sends_nothing_more() -> None:
    waits = asyncio.Event()

    async def forever(_: float) -> None:
        waits.set()
        await asyncio.Event().wait()

    with Standin(fails(529, NO)) as server:
        transport = Transport(access_to(server), replace(Clock().timing, sleep=forever))
        task = asyncio.create_task(post(transport))
        await waits.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await transport.aclose()
    assert len(server.requests) == 1


async def test_a_connection_has_five_seconds_and_the_rest_the_deadline() -> None:
    with Standin(says("yes")) as server:
        async with transport_to(access_to(server)) as transport:
            await post(transport)
            client = transport._client
            assert client is not None
            assert client.timeout.as_dict() == {
                "connect": 5.0,
                "read": None,
                "write": None,
                "pool": None,
            }


async def test_a_connection_that_breaks_amid_the_body() -> None:
    clock = Clock()
    with Standin(resets()) as server:
        async with transport_to(access_to(server), clock) as transport:
            with pytest.raises(Unreachable, match="broke: try again"):
                await post(transport)
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    ("loopback", "message"),
    [
        (True, r"nothing answers at `127\.0\.0\.1:\d+`: start the server"),
        (False, r"cannot connect to `127\.0\.0\.1:\d+`: check the network"),
    ],
)
async def test_nobody_there(*, loopback: bool, message: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        host = f"127.0.0.1:{free.getsockname()[1]}"
    clock = Clock()
    access = Access(f"http://{host}", host, KEY, loopback=loopback)
    async with transport_to(access, clock) as transport:
        with pytest.raises(Unreachable, match=message):
            await post(transport)
    assert len(clock.slept) == 2


async def test_a_server_without_tls_where_there_should_be_some() -> None:
    clock = Clock()
    with Standin(says("no")) as server:
        access = replace(access_to(server), base_url=f"https://{server.host}")
        async with transport_to(access, clock) as transport:
            with pytest.raises(Unreachable, match="no secure connection to"):
                await post(transport)
    assert clock.slept == [], "no other try mends it"
    assert server.requests == []


@pytest.mark.parametrize("code", [301, 302, 307, 308])
async def test_no_redirect_is_followed(code: int) -> None:
    with Standin(says("stolen")) as other:
        redirect = fails(code, NO, location=f"{other.url}/v1/messages")
        with Standin(redirect) as server:
            assert await status(server, Clock()) == code
    assert other.requests == []


async def test_a_reply_without_end_is_given_up() -> None:
    with Standin(sends(b" " * (17 * 1024 * 1024))) as server:
        async with transport_to(access_to(server)) as transport:
            with pytest.raises(BadAnswer, match="is too long"):
                await post(transport)
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "body", [b"", b"\xff", b"<html>", b'{"a":', b"[" * 100_000, b"9" * 100_000]
)
async def test_what_is_no_json_is_none(body: bytes) -> None:
    with Standin(sends(body)) as server:
        async with transport_to(access_to(server)) as transport:
            assert await post(transport) == Reply(200)


# The environment


@contextlib.contextmanager
def proxy() -> Iterator[tuple[str, list[bytes]]]:
    """A proxy that hears what it is asked and refuses it."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with contextlib.suppress(OSError):
                while True:
                    connection, _ = server.accept()
                    with connection:
                        heard.append(connection.recv(65536))
                        connection.sendall(
                            b"HTTP/1.1 403 no\r\ncontent-length: 0\r\n\r\n"
                        )

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}", heard
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join()


async def test_the_proxy_of_the_environment_is_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with proxy() as (url, heard):
        monkeypatch.setenv("HTTPS_PROXY", url)
        access = Access("https://h.example", "h.example", KEY)
        async with transport_to(access) as transport:
            with pytest.raises(Unreachable):
                await post(transport)
    assert heard[0].startswith(b"CONNECT h.example:443")
    assert KEY.encode() not in b"".join(heard)


async def test_no_proxy_stands_before_this_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with proxy() as (url, heard), Standin(says("yes")) as server:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, url)
        assert await status(server, Clock()) == 200
    assert heard == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HTTPS_PROXY", "gopher://secret"),
        ("HTTPS_PROXY", "http://secret:port"),
        ("SSL_CERT_FILE", "/no/secret/file"),
    ],
)
async def test_an_environment_that_cannot_be_used(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    access = Access("https://h.example", "h.example", KEY)
    async with transport_to(access) as transport:
        with pytest.raises(Unreachable, match=f"`{name}`") as caught:
            await post(transport)
    assert "secret" not in str(caught.value)
    assert caught.value.__context__ is None


# What is sent and told


async def test_the_key_goes_in_one_header_and_not_without_one() -> None:
    with Standin(says("yes"), key=None) as server:
        async with transport_to(access_to(server, key=None)) as transport:
            assert (await post(transport)).ok
    names = {name for name, _ in server.requests[0].headers}
    assert not names & {"x-api-key", "authorization", "cookie"}
    assert server.requests[0].header("content-type") == "application/json"
    assert server.requests[0].body == BODY


@pytest.mark.parametrize("act", [says("yes"), fails(401, NO, request_id=KEY), resets()])
async def test_logs_tell_the_host_and_what_came_and_no_more(
    act: Act, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with Standin(act) as server:
        access = access_to(server)
        path = replace(access, base_url=f"{access.base_url}/secret")
        async with transport_to(path) as transport:
            with contextlib.suppress(Unreachable):
                await post(transport)
    ours = [r.getMessage() for r in caplog.records if "transport" in r.name]
    assert ours
    assert all(line.startswith(f"POST {server.host}: ") for line in ours)
    assert "secret" not in caplog.text
    assert KEY not in caplog.text
    assert not [record for record in caplog.records if record.name.startswith("http")]


def test_only_asking_imports_the_library() -> None:
    script = (
        "import sys; import prompt_lsp.prompt_tools.answering,"
        "prompt_lsp.prompt_tools.catalogue, prompt_lsp.prompt_tools.reply;"
        "assert 'httpx' not in sys.modules;"
        "import prompt_lsp.prompt_tools.transport; assert 'httpx' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
