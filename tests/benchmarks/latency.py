"""How long an editor waits: `python -m tests.benchmarks.latency [ROUNDS]`.

Prints wall time over real pipes beside that of a stock pygls server, and of
`ruff server` on Python of the same size where `ruff` is on PATH. Compare within one
run, on a machine that has nothing else to do. The CPU time of a start stays fair
even on one that has.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, NamedTuple

from tests.benchmarks.text import benchmark_text
from tests.lsp.raw import RawClient

SIZES = (1_000, 100_000, 400_000)
FOLDER = "file:///benchmark/"
PUBLISH = "textDocument/publishDiagnostics"
# As editors announce themselves, but without what would make a server wait.
CAPABILITIES: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {"publishDiagnostics": {"relatedInformation": True}},
}


class Server(NamedTuple):
    """A server, and a text of about so many characters in its language."""

    name: str
    command: list[str]
    document: str
    language: str
    text: Callable[[int], str]


def main() -> None:
    """Print both tables."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    servers = [*_servers()]
    with TemporaryDirectory() as cache:
        # As after an installation: compiled once, before anything is measured.
        os.environ["PYTHONPYCACHEPREFIX"] = cache
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        for server in servers:
            with _opened(server, SIZES[0]):
                pass
        _print_starts(servers, max(3, rounds // 4))
        _print_changes(servers, rounds)


def _servers() -> Iterator[Server]:
    python = sys.executable
    prompt = ("a.prompt", "llm-prompt", benchmark_text)
    yield Server("prompt-lsp", [python, "-m", "prompt_lsp"], *prompt)
    yield Server("stock pygls", [python, "-m", "tests.benchmarks.stock"], *prompt)
    if ruff := which("ruff"):
        yield Server("ruff server", [ruff, "server"], "a.py", "python", _python)


def _python(size: int) -> str:
    body = (
        "def answer(question):\n    return question + 1  # as it has always been\n\n\n"
    )
    return body * (size // len(body)) + "import os\n"


def _print_starts(servers: list[Server], rounds: int) -> None:
    """From the start of the process to its first diagnostics, of 1 KB."""
    spent: dict[str, list[tuple[float, float]]] = {each.name: [] for each in servers}
    for _ in range(rounds):  # in turns, so that a busy moment hits all of them
        for server in servers:
            start = perf_counter()
            with _opened(server, SIZES[0]) as client:
                wall = perf_counter() - start
                spent[server.name].append((wall, _cpu(client.process.pid)))
    _write(f"start to first diagnostics, median of {rounds}, ms\n")
    _write(f"{'':12} {'wall':>8} {'CPU':>8}\n")
    for name, both in spent.items():
        wall, cpu = (median(times) * 1e3 for times in zip(*both, strict=True))
        _write(f"{name:12} {wall:8.1f} {cpu:8.1f}\n")
    ours, stock = (
        median(cpu for _, cpu in spent[server.name]) for server in servers[:2]
    )
    _write(f"CPU of prompt-lsp : stock pygls = {ours / stock:.2f}\n\n")


def _print_changes(servers: list[Server], rounds: int) -> None:
    """From one typed character to the diagnostics of the new text."""
    _write(f"one character to diagnostics, {rounds} changes, ms\n")
    _write(f"{'':12} {'size':>9} {'p50':>8} {'p99':>8} {'stock':>7} {'ruff':>7}\n")
    for size in SIZES:
        times = {server.name: _changes(server, size, rounds) for server in servers}
        ours = median(times[servers[0].name])
        for name, spent in times.items():
            p50, p99 = median(spent), sorted(spent)[int(len(spent) * 0.99)]
            _write(f"{name:12} {size:9,} {p50 * 1e3:8.2f} {p99 * 1e3:8.2f}")
            if name == servers[0].name:
                for other in servers[1:]:
                    _write(f" {ours / median(times[other.name]):6.2f}x")
            _write("\n")


def _changes(server: Server, size: int, rounds: int) -> list[float]:
    spent = []
    with _opened(server, size) as client:
        for version in range(2, rounds + 2):
            add = version % 2 == 0
            place = {
                "start": {"line": 3, "character": 1},
                "end": {"line": 3, "character": 1 if add else 2},
            }
            start = perf_counter()
            client.notify(
                "textDocument/didChange",
                {
                    "textDocument": {"uri": _uri(server), "version": version},
                    "contentChanges": [{"range": place, "text": "x" if add else ""}],
                },
            )
            client.notified(PUBLISH)
            spent.append(perf_counter() - start)
    return spent


@contextmanager
def _opened(server: Server, size: int) -> Iterator[RawClient]:
    """A new process of a server that has published for one document."""
    with RawClient(server.command) as client:
        client.initialize(CAPABILITIES)
        item = {
            "uri": _uri(server),
            "languageId": server.language,
            "version": 1,
            "text": server.text(size),
        }
        client.notify("textDocument/didOpen", {"textDocument": item})
        client.notified(PUBLISH)
        yield client


def _uri(server: Server) -> str:
    return FOLDER + server.document


def _cpu(pid: int) -> float:
    """Seconds of CPU that a process has used; 0 where the system does not tell."""
    tasks = Path(f"/proc/{pid}/task")
    if not tasks.exists():
        return 0.0
    return sum(
        int((task / "schedstat").read_text().split()[0]) / 1e9
        for task in tasks.iterdir()
    )


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
