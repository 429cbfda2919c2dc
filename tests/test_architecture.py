"""The walls of the house; `docs/architecture.md` says why they stand there."""

import subprocess
import sys

HEAVY = ("httpx", "pydantic", "fastapi", "tree_sitter", "rich", "ruamel", "pathspec")


LINT = "from importlinter.cli import lint_imports as run; exit(run(no_cache=True))"


def test_imports_only_point_down() -> None:
    # In a process of its own, for it silences the loggers that are there.
    done = subprocess.run(
        [sys.executable, "-c", LINT], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_starting_the_server_imports_nothing_heavy() -> None:
    script = (
        "import sys, prompt_lsp.lsp.server as server; server.create_server();"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert not set(HEAVY) & set(done.stdout.split())


def test_the_core_touches_nothing_outside_itself() -> None:
    """Cases of rules, formats and fixes run while every way out raises."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.sealed"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 100, "many documents were read, linted and fixed"
