import errno
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

Run = Callable[..., Any]
Served = dict[str, Any]
ROOT = Path(__file__).parents[2]
ANY = "0.0.0.0"  # noqa: S104 - what is refused


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable of whoever runs the tests."""
    for name in os.environ:
        if name.startswith(("PROMPT_LSP_", "ANTHROPIC_")):
            monkeypatch.delenv(name)


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """What would be served, instead of serving."""
    found: Served = {}

    def serve(app: Any, sockets: list[socket.socket], **more: Any) -> None:  # noqa: ANN401 - as it comes
        found.update(app=app, sockets=sockets, **more)
        more["ready"]()

    monkeypatch.setattr("prompt_lsp.http_api.serving.serve", serve)
    yield found
    for each in found.get("sockets", ()):
        each.close()


def port_of(served: Served) -> int:
    return int(served["sockets"][0].getsockname()[1])


def options_of(served: Served) -> Any:  # noqa: ANN401 - of another layer
    (door,) = served["app"].user_middleware
    return door.kwargs["options"]


def test_one_line_says_where(run: Run, served: Served) -> None:
    ran = run("serve", "--port", "0")
    url = f"http://127.0.0.1:{port_of(served)}"
    assert ran == (0, f"prompt-lsp serves the prompt tools at {url} (offline)\n", "")
    assert port_of(served) > 0
    assert not served["log_requests"]
    assert not options_of(served).strict
    assert options_of(served).deadline == 120


def test_the_options(run: Run, served: Served) -> None:
    options = ("--strict", "--deadline", "7.5", "--log-requests", "--engine", "offline")
    hosts = ("--allow-host", "Prompts.Example", "--allow-host", "other")
    assert run("serve", "--port=0", *options, *hosts).code == 0
    assert options_of(served).strict
    assert options_of(served).deadline == 7.5
    assert options_of(served).hosts == {"prompts.example", "other"}
    assert served["log_requests"]


def test_the_environment(
    run: Run, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROMPT_LSP_TOKEN", " the key\n")
    monkeypatch.setenv("PROMPT_LSP_ALLOWED_HOSTS", "One.example, two.example,,")
    monkeypatch.setenv("PROMPT_LSP_STRICT", "1")
    monkeypatch.setenv("PROMPT_LSP_DEADLINE", "3")
    assert run("serve", "--port", "0", "--allow-host", "three").code == 0
    options = options_of(served)
    assert options.token == "the key"  # noqa: S105 - of the test
    assert options.hosts == {"one.example", "two.example", "three"}
    assert options.strict
    assert options.deadline == 3


def test_a_project_has_no_say(run: Run, folder: Path, served: Served) -> None:
    (folder / "prompt-lsp.toml").write_text('engine = "messages"\ndeadline = 1\n')
    ran = run("serve", "--port", "0")
    assert ran.code == 0
    assert "(offline)" in ran.out
    assert options_of(served).deadline == 120


@pytest.mark.parametrize("host", [ANY, "::", "[::]", "192.168.0.1", "example.org"])
@pytest.mark.parametrize("token", [None, "", " "])
def test_other_machines_need_a_key(
    run: Run,
    served: Served,
    monkeypatch: pytest.MonkeyPatch,
    host: str,
    token: str | None,
) -> None:
    if token is not None:
        monkeypatch.setenv("PROMPT_LSP_TOKEN", token)
    ran = run("serve", "--host", host)
    assert (ran.code, ran.out, served) == (2, "", {})
    assert "can be reached from other machines" in ran.err
    assert "`PROMPT_LSP_TOKEN`" in ran.err
    assert ran.err.count("\n") == 1


def test_other_machines_with_a_key(
    run: Run, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROMPT_LSP_TOKEN", "the key")
    ran = run("serve", "--host", ANY, "--port", "0")
    assert ran.code == 0
    assert f"http://{ANY}:{port_of(served)} " in ran.out
    assert "the key" not in ran.out + ran.err


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.9.1", "[::1]"])
def test_this_machine_needs_none(run: Run, served: Served, host: str) -> None:
    ran = run("serve", "--host", host, "--port", "0")
    if host == "[::1]" and ran.code == 2:
        pytest.skip("this machine has no IPv6")
    assert ran.code == 0
    assert f"http://{host}:{port_of(served)} " in ran.out


def test_a_name_is_served_at_all_its_addresses(
    run: Run, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = [
        (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("::1", 0, 0, 0)),
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 0)),
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    assert run("serve", "--host", "localhost", "--port", "0").code == 0
    families = [each.family for each in served["sockets"]]
    assert families[0] == socket.AF_INET
    assert len({each.getsockname()[1] for each in served["sockets"]}) == 1
    if socket.has_ipv6 and len(families) > 1:
        assert families == [socket.AF_INET, socket.AF_INET6]


def test_a_port_in_use(run: Run, served: Served) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        ran = run("serve", "--port", str(port))
    assert (ran.code, ran.out, served) == (2, "", {})
    assert ran.err == (
        f"error: port {port} of `127.0.0.1` is in use; "
        "use another `--port` (`--port 0` takes one that is free)\n"
    )


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(errno.EACCES, "no"), "is not for this user"),
        (OSError(errno.ENOBUFS, "no"), "cannot be listened at: "),
        (OSError(errno.EADDRNOTAVAIL, "no"), "is no address of this machine"),
        (socket.gaierror(socket.EAI_NONAME, "no"), "is no address of this machine"),
    ],
)
def test_an_address_that_cannot_be_had(
    run: Run,
    served: Served,
    monkeypatch: pytest.MonkeyPatch,
    error: OSError,
    said: str,
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(socket.socket, "bind", refuse)
    ran = run("serve")
    assert (ran.code, ran.out, served) == (2, "", {})
    assert said in ran.err


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--port", "70000"], "a port is a number from 0 to 65535"),
        (["--port", "-1"], "a port is a number from 0 to 65535"),
        (["--port", "http"], "a port is a number from 0 to 65535"),
        (["--host", ""], "an address or a name is needed"),
        (["--deadline", "0"], "a number of seconds above 0"),
        (["--deadline", "inf"], "a number of seconds above 0"),
        (["--deadline", "soon"], "a number of seconds above 0"),
        (["--engine", "steam"], "invalid choice: 'steam'"),
        (["--token", "x"], "unrecognized arguments"),
    ],
)
def test_what_is_no_option(
    run: Run, served: Served, argv: list[str], said: str
) -> None:
    ran = run("serve", *argv)
    assert (ran.code, ran.out, served) == (2, "", {})
    assert said in ran.err


def test_an_engine_that_is_not_set_up(
    run: Run, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = run("serve", "--port", "0", "--engine", "messages")
    monkeypatch.setenv("PROMPT_LSP_ENGINE", "messages")
    assert run("serve", "--port", "0") == asked
    assert (asked.code, asked.out, served) == (2, "", {})
    assert asked.err.startswith("error: ")
    assert asked.err.count("\n") == 1


@pytest.mark.parametrize("missing", ["fastapi", "uvicorn"])
def test_without_the_extra(
    run: Run, served: Served, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    def found(name: str) -> object:
        return None if name == missing else find_spec(name)

    monkeypatch.setattr("prompt_lsp.cli.serve.find_spec", found)
    ran = run("serve", "--port", "0")
    assert (ran.code, ran.out, served) == (2, "", {})
    assert ran.err == (
        "error: `prompt-lsp serve` needs more than is installed here; "
        "install it with `pip install 'prompt-lsp[serve]'`\n"
    )


def test_the_help_tells_of_the_variables(run: Run) -> None:
    told = run("serve", "--help").out
    for name in ("TOKEN", "ALLOWED_HOSTS", "STRICT", "ENGINE"):
        assert f"PROMPT_LSP_{name}" in told


def test_no_other_verb_pays_for_it() -> None:
    script = (
        "import sys; from prompt_lsp.cli import arguments; arguments._parser();"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    heavy = {"fastapi", "starlette", "pydantic", "uvicorn", "httpx", "asyncio"}
    assert not heavy & set(ran.stdout.split())


@pytest.mark.skipif(os.name == "nt", reason="it is ended by a signal")
def test_the_program_serves_until_it_is_ended(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT), prepend=os.pathsep)
    program = [sys.executable, "-m", "prompt_lsp", "serve", "--port", "0"]
    with subprocess.Popen(
        [*program, "--log-requests"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        text=True,
    ) as process:
        assert process.stdout
        url = process.stdout.readline().partition(" at ")[2].partition(" ")[0]
        message = {"role": "user", "content": "Hello"}
        asked = Request(  # noqa: S310 - the address is our own
            f"{url}/v1/experimental/templatize_prompt",
            json.dumps({"messages": [message]}).encode(),
            {"content-type": "application/json"},
        )
        with urlopen(asked) as answer:  # noqa: S310 - likewise
            assert json.load(answer)["variable_values"] == {}
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (0, "")
    assert err.startswith("INFO: POST /v1/experimental/templatize_prompt 200 ")
    assert err.count("\n") == 1
