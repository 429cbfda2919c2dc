"""A stand-in for a Messages server: real HTTP on a loopback port, no model.

It plays a script, one act a request; the last act is played for all further requests.
What it is sent it keeps in `requests`, and what must not be sent in `faults`.

```python
with Standin(fails(529, "overloaded_error"), improves("Say {{X}}")) as server:
    environment = server.environment("some-model")
    ...  # ask the engine `messages` with this environment
assert server.faults == []
assert len(server.requests) == 2
```

The threads of the server are no concern of the caller's event loop. To wait for
something that happens there, wait for the events `asked` and `gone`.
"""

import json
import re
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, ClassVar, Self

KEY = "sk-stand-in-0123456789"
USAGE = {"input_tokens": 100, "output_tokens": 20}
FORBIDDEN = ("temperature", "top_p", "top_k", "tool_choice", "tools", "stop_sequences")
VERSIONS = ("2023-06-01", "2026-10-21")

_NONCE = re.compile(r"<prompt_to_edit_([0-9a-f]+)>|<task_([0-9a-f]+)>")


@dataclass(frozen=True)
class Seen:
    """A request as it came: the body parsed, header names in small letters."""

    path: str
    headers: tuple[tuple[str, str], ...]
    body: Any

    def header(self, name: str) -> str | None:
        """The value of a header, if it came."""
        return next((value for key, value in self.headers if key == name), None)

    @property
    def text(self) -> str:
        """All that the model would read."""
        messages = self.body.get("messages", [])
        return "\n".join((self.body.get("system", ""), *map(_text, messages)))

    @property
    def structured(self) -> bool:
        """Whether a JSON schema is asked for."""
        return "output_config" in self.body

    @property
    def nonce(self) -> str:
        """The mark of this request in its tags."""
        found = _NONCE.search(self.text)
        return (found[1] or found[2]) if found else ""

    def tagged(self, name: str, text: str) -> str:
        """A text between the tags of this request."""
        return f"<{name}_{self.nonce}>\n{text}\n</{name}_{self.nonce}>"


@dataclass(frozen=True)
class Sent:
    """What the server does: answers, or `stall`s, or sends half and `reset`s."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    how: str = "answer"


Act = Callable[[Seen], Sent]


# What the model says


def says(
    text: str, *, stop: str = "end_turn", thinking: str | None = None, split: int = 1
) -> Act:
    """The model says a text, in one text block or several, perhaps after thinking."""
    step = max(1, -(-len(text) // split))
    pieces = [text[at : at + step] for at in range(0, len(text), step)] or [""]
    blocks = [{"type": "text", "text": piece} for piece in pieces]
    if thinking is not None:
        blocks.insert(0, {"type": "thinking", "thinking": thinking})
    return lambda seen: _message(seen, blocks, stop)


def improves(
    prompt: str,
    *changes: tuple[str, str],
    prefill: str | None = None,
    wrap: str = "{}",
    thinking: str | None = None,
) -> Act:
    """The model gives a new prompt, in the form that it is asked for.

    `wrap` is what stands around all it says, such as a fence.
    """

    def act(seen: Seen) -> Sent:
        if seen.structured:
            listed = [{"kind": kind, "reason": reason} for kind, reason in changes]
            data = {"prompt": prompt, "prefill": prefill, "changes": listed}
            text = json.dumps(data)
        else:
            lines = "\n".join(f"{kind}: {reason}" for kind, reason in changes)
            text = seen.tagged("prompt", prompt)
            text += seen.tagged("changes", lines) if changes else ""
            text += seen.tagged("prefill", prefill) if prefill else ""
        return says(wrap.replace("{}", text), thinking=thinking)(seen)

    return act


def templatizes(*variables: Mapping[str, Any], wrap: str = "{}") -> Act:
    """The model names variables, in the form that it is asked for."""

    def act(seen: Seen) -> Sent:
        text = json.dumps({"variables": variables})
        if not seen.structured:
            text = seen.tagged("result", text)
        return says(wrap.replace("{}", text))(seen)

    return act


def declines() -> Act:
    """The model refuses."""
    return says("", stop="refusal")


def runs_out(text: str = "<prompt") -> Act:
    """The budget of the answer is used up."""
    return says(text, stop="max_tokens")


# What the server does


def fails(status: int, kind: str, message: str = "No", **headers: str) -> Act:
    """The server says no; header names with `_` for `-`."""
    error = {"type": kind, "message": message}
    body = {"type": "error", "error": error, "request_id": "req_1"}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: Sent(json.dumps(body).encode(), status, named)


def without_schema(act: Act) -> Act:
    """A server that does not know `output_config`."""
    no = fails(
        400, "invalid_request_error", "output_config: Extra inputs are not permitted"
    )
    return lambda seen: no(seen) if seen.structured else act(seen)


def sends(body: bytes, status: int = 200, **headers: str) -> Act:
    """The server sends bytes of some kind."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: Sent(body, status, named)


def stalls() -> Act:
    """The server never answers; `gone` is set when the client lets go."""
    return lambda _: Sent(how="stall")


def resets() -> Act:
    """The connection breaks amid the body."""
    return lambda _: Sent(b'{"type": "message", "content": [' * 50, how="reset")


class Standin:
    """The server; a context manager.

    Attributes:
        requests: what came, in order.
        faults: what came and must not, one line each.
        asked: set when a request has come.
        gone: set when a client lets go of a stalled request.
    """

    def __init__(
        self, *script: Act, key: str | None = KEY, tools: bool = False
    ) -> None:
        """Play a script.

        Args:
            script: what it does, request by request.
            key: the key that must come; None where none may come.
            tools: it is a server of the prompt tools and not of messages.
        """
        self.requests: list[Seen] = []
        self.faults: list[str] = []
        self.asked = threading.Event()
        self.gone = threading.Event()
        self._script = script
        self._key = key
        self._tools = tools
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}
        )

    @property
    def url(self) -> str:
        """Its base URL."""
        return f"http://{self.host}"

    @property
    def host(self) -> str:
        """Its host and port, as labels show them."""
        return f"127.0.0.1:{self._server.server_port}"

    def environment(self, model: str = "some-model") -> dict[str, str]:
        """The environment in which the engine `messages` asks this server."""
        found = {
            "PROMPT_LSP_ENGINES_MESSAGES_BASE_URL": self.url,
            "PROMPT_LSP_ENGINES_MESSAGES_MODEL": model,
        }
        return found if self._key is None else {**found, "PROMPT_LSP_API_KEY": KEY}

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        with self._lock:
            for connection in self._open:
                connection.shutdown(socket.SHUT_RDWR)
        self._server.server_close()

    def play(self, seen: Seen) -> Sent:
        """Note a request, and what the script has for it."""
        with self._lock:
            self.requests.append(seen)
            act = self._script[min(len(self.requests), len(self._script)) - 1]
            own = _faults_of_tools if self._tools else _faults_of_messages
            faults = [*_faults(seen, self._key), *own(seen)]
            self.faults += faults
        self.asked.set()
        if faults:
            return fails(400, "invalid_request_error", "; ".join(faults))(seen)
        return act(seen)

    def stall(self, connection: socket.socket) -> None:
        """Keep a connection until its client, or the test, lets go."""
        with self._lock:
            self._open.add(connection)
        try:
            while connection.recv(1024):
                pass
        except OSError:
            pass
        with self._lock:
            self._open.discard(connection)
        self.gone.set()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128  # so that many may come at once


def _faults(seen: Seen, key: str | None) -> Iterator[str]:
    """What no server shall be sent."""
    if seen.header("anthropic-version") not in VERSIONS:
        yield "no known `anthropic-version`"
    if seen.header("content-type") != "application/json":
        yield "the body is not said to be JSON"
    names = [name for name, value in seen.headers if KEY in value]
    if names != ([] if key is None else ["x-api-key"]):
        yield f"the key is in {names}"
    if KEY in json.dumps(seen.body) or KEY in seen.path:
        yield "the key is not in a header alone"


def _faults_of_messages(seen: Seen) -> Iterator[str]:
    """What no Messages API shall be sent."""
    body = seen.body
    if seen.path != "/v1/messages":
        yield f"the path is {seen.path}"
    yield from (f"{name} is sent" for name in FORBIDDEN if name in body)
    messages = body.get("messages") or [{}]
    if messages[-1].get("role") != "user":
        yield "the answer is begun"
    if not isinstance(body.get("max_tokens"), int) or not body.get("model"):
        yield "`max_tokens` or `model` is missing"


def _faults_of_tools(seen: Seen) -> Iterator[str]:
    """What no server of the prompt tools shall be sent."""
    if not re.fullmatch(
        "/v1/experimental/(generate|improve|templatize)_prompt", seen.path
    ):
        yield f"the path is {seen.path}"
    if seen.header("anthropic-beta") != "prompt-tools-2025-04-02":
        yield "`anthropic-beta` is missing"


def _message(seen: Seen, blocks: list[dict[str, str]], stop: str) -> Sent:
    body = {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": seen.body.get("model"),
        "content": blocks,
        "stop_reason": stop,
        "stop_sequence": None,
        "usage": USAGE,
    }
    return Sent(json.dumps(body).encode())


def _text(message: Mapping[str, Any]) -> str:
    content = message.get("content", "")
    if isinstance(content, str):
        return content
    return "\n".join(block.get("text", "") for block in content)


def _handler(standin: Standin) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm: ClassVar[bool] = True

        def do_POST(self) -> None:
            length = int(self.headers.get("content-length", "0"))
            data = self.rfile.read(length)
            pairs = tuple((name.lower(), value) for name, value in self.headers.items())
            sent = standin.play(Seen(self.path, pairs, json.loads(data)))
            if sent.how == "stall":
                self.close_connection = True
                standin.stall(self.connection)
                return
            self.send_response(sent.status)
            headers = {"content-type": "application/json", **sent.headers}
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(sent.body)))
            self.end_headers()
            if sent.how == "reset":
                self.wfile.write(sent.body[: len(sent.body) // 2])
                self.close_connection = True
                socket.close(self.connection.detach())
                return
            self.wfile.write(sent.body)

        def log_message(self, *_: object) -> None:
            """Tests read `requests`, and nothing else."""

    return Handler
