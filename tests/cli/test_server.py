import subprocess
import sys
import types

import pytest

from prompt_lsp import __version__
from prompt_lsp.__main__ import main
from prompt_lsp.cli.server import Refused, is_meant, loopback_address

Calls = list[str | tuple[str, int]]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """What the server was asked to serve, instead of serving."""
    calls: Calls = []
    module = types.ModuleType("prompt_lsp.lsp.server")
    module.serve_stdio = lambda: calls.append("stdio") or 0
    module.serve_tcp = lambda host, port: calls.append((host, port)) or 0
    monkeypatch.setitem(sys.modules, "prompt_lsp.lsp.server", module)
    monkeypatch.setattr("prompt_lsp.lsp.server", module, raising=False)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    return calls


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["--stdio"],
        ["server"],
        ["server", "--stdio"],
        ["--stdio", "--clientProcessId=123"],
        ["--clientProcessId=123"],
        ["server", "--stdio", "--clientProcessId", "123"],
    ],
)
def test_editors_start_the_server(served: Calls, argv: list[str]) -> None:
    assert main(argv) == 0
    assert served == ["stdio"]


@pytest.mark.parametrize(
    ("argv", "address"),
    [
        (["--tcp", "127.0.0.1:2087"], ("127.0.0.1", 2087)),
        (["server", "--tcp=localhost:0"], ("localhost", 0)),
        (["--tcp", "[::1]:2087"], ("::1", 2087)),
        (["--tcp", "127.9.9.9:1"], ("127.9.9.9", 1)),
    ],
)
def test_tcp(served: Calls, argv: list[str], address: tuple[str, int]) -> None:
    assert main(argv) == 0
    assert served == [address]


@pytest.mark.parametrize(
    "host",
    [
        "0.0.0.0",  # noqa: S104 - it is refused
        "[::]",
        "192.168.0.1",
        "example.org",
        "localhost.example.org",
    ],
)
def test_other_machines_are_refused(
    served: Calls, capsys: pytest.CaptureFixture[str], host: str
) -> None:
    assert main(["--tcp", f"{host}:2087"]) == 2
    assert served == []
    assert "can be reached from other machines" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text", ["", "2087", ":2087", "localhost", "localhost:", "localhost:x", "::1:70000"]
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="HOST:PORT"):
        loopback_address(text)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--node-ipc"], "--stdio"),
        (["server", "--socket=6009"], "--tcp HOST:PORT"),
        (["--whatever"], "unknown option `--whatever`"),
        (["server", "file"], "unknown option `file`"),
        (["--stdio", "--tcp", "127.0.0.1:1"], "exclude each other"),
    ],
)
def test_what_is_not_served_is_refused(
    served: Calls, capsys: pytest.CaptureFixture[str], argv: list[str], said: str
) -> None:
    assert main(argv) == 2
    assert served == []
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("argv", [[], ["server"]])
def test_a_person_at_a_terminal_gets_the_usage(
    served: Calls,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    argv: list[str],
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert main(argv) == 2
    assert served == []
    captured = capsys.readouterr()
    assert captured.err.startswith("usage: prompt-lsp")
    assert captured.out == ""
    assert main(["--stdio"]) == 0  # but whoever asks for it gets it


def test_help_of_the_server(served: Calls, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["server", "--help"]) == 0
    assert served == []
    assert "--tcp HOST:PORT" in capsys.readouterr().out


def test_the_command_line_is_told_from_the_server() -> None:
    assert not is_meant(["check"])
    assert not is_meant(["--help"])
    assert not is_meant(["--version"])
    assert not is_meant(["-h"])


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"prompt-lsp {__version__}\n"


def test_starting_reads_only_what_it_needs() -> None:
    script = (
        "import sys; import prompt_lsp.__main__; from prompt_lsp.cli import server;"
        "server.run(['--tcp', 'x']); print(*sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        capture_output=True,
        text=True,
    )
    loaded = set(ran.stdout.split())
    assert "prompt_lsp.cli.server" in loaded
    assert not loaded & {"argparse", "rich", "json", "prompt_lsp.rules"}
