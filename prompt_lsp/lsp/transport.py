"""The streams of the server: standard input and output, or one TCP connection.

Stock pygls leaves standard output to everyone, so that one `print` breaks the
protocol, waits for busy threads when its input ends, and always exits with 0.
"""

import asyncio
import contextlib
import os
import socket
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from prompt_lsp.lsp.inbox import Inbox
from prompt_lsp.lsp.outbox import Outbox
from prompt_lsp.lsp.protocol import PromptProtocol

if sys.platform == "win32":
    import msvcrt

if TYPE_CHECKING:
    from pygls.lsp.server import LanguageServer

_CHUNK = 1 << 16
_FAREWELL = 1.0  # seconds for the client to take the last answers
_GRACE = 3.0  # seconds for a handler to let the event loop end


def start_io(server: "LanguageServer") -> int:
    """Serve the client on standard input and output; the exit code.

    From now on both descriptors are the protocol's alone: `print` goes to standard
    error, `input` reads nothing, a child process inherits neither.
    """
    source, sink = _claim_standard_streams()
    return _serve(
        server,
        read=lambda: os.read(source, _CHUNK),
        outbox=Outbox(lambda data: os.write(sink, data), sink),
    )


def start_tcp(server: "LanguageServer", host: str, port: int) -> int:
    """Serve one client that connects; the exit code.

    The address is told on standard error; port 0 lets the system choose.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family) as listener:
        address = listener.getsockname()
        sys.stderr.write(f"listening on {address[0]}:{address[1]}\n")
        sys.stderr.flush()
        client, _ = listener.accept()
    with client:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return _serve(
            server,
            read=lambda: client.recv(_CHUNK),
            outbox=Outbox(client.send, client.fileno()),
        )


def leave(code: int) -> NoReturn:
    """End the process with a code, without waiting for threads that work on."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.flush()
    os._exit(code)


def _serve(server: "LanguageServer", read: Callable[[], bytes], outbox: Outbox) -> int:
    protocol = server.protocol
    if not isinstance(protocol, PromptProtocol):
        message = "the server must be made with `protocol_cls=PromptProtocol`"
        raise TypeError(message)
    protocol.outbox = outbox
    # `asyncio.run` would wait for every thread of the pool.
    loop = asyncio.new_event_loop()
    loop.set_default_executor(server.thread_pool)
    over = threading.Event()
    try:
        return loop.run_until_complete(_main(protocol, read, over))
    except KeyboardInterrupt:
        return 130
    finally:
        outbox.flush(_FAREWELL)
        server.thread_pool.shutdown(wait=False, cancel_futures=True)
        loop.close()
        over.set()


async def _main(
    protocol: PromptProtocol, read: Callable[[], bytes], over: threading.Event
) -> int:
    """Deal with the input until the server is to end; the exit code."""
    loop = asyncio.get_running_loop()
    ended: asyncio.Future[int] = loop.create_future()

    def end(code: int) -> None:  # from any thread
        _leave_at_last(code, over)
        with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(_resolve, ended, code)

    protocol.on_end = end
    inbox = Inbox(protocol)
    inbox.read_from(read, lambda: _leave_at_last(1, over))
    code = await ended
    inbox.close()
    await _cancel_the_rest()
    return code


def _resolve(ended: "asyncio.Future[int]", code: int) -> None:
    if not ended.done():
        ended.set_result(code)


async def _cancel_the_rest() -> None:
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    if tasks:
        await asyncio.wait(tasks, timeout=_FAREWELL)


def _leave_at_last(code: int, over: threading.Event) -> None:
    """End the process soon, even if a handler keeps the event loop from doing so."""

    def wait() -> None:
        if not over.wait(_GRACE):
            leave(code)

    threading.Thread(target=wait, name="prompt-lsp-end", daemon=True).start()


def _claim_standard_streams() -> tuple[int, int]:
    """Descriptors of the client's streams, which nobody else knows."""
    sys.stdout.flush()
    source, sink = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    try:
        os.dup2(2, 1)
    except OSError:  # there is no standard error
        os.dup2(nothing, 1)
    os.close(nothing)
    sys.stdout = sys.stderr
    _without_translation(source, sink)
    return source, sink


def _without_translation(*descriptors: int) -> None:
    """Keep Windows from writing CR LF for LF."""
    if sys.platform == "win32":
        for descriptor in descriptors:
            msvcrt.setmode(descriptor, os.O_BINARY)
