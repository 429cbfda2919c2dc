"""The Neovim package in a real Neovim: `nvim/test_*.lua`, one process a file."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.prompt_tools.standin import Standin, stalls

HERE = Path(__file__).parent
PLUGIN = HERE.parents[1] / "editors" / "nvim"
TESTS = sorted((HERE / "nvim").glob("test_*.lua"))
SERVER = "\n".join((sys.executable, "-m", "prompt_lsp"))

Home = Callable[[str], Path]


@pytest.fixture
def neovim(editor_home: Home, tmp_path: Path) -> Callable[..., str]:
    """Runs a Lua file in Neovim and gives what it wrote, or fails with that."""
    program = editor_home("neovim") / "run"

    def run(test: Path, **environment: str) -> str:
        folders = {
            f"XDG_{name}_HOME": str(tmp_path / name.lower())
            for name in ("CONFIG", "DATA", "STATE", "CACHE")
        }
        own = {
            "PROMPT_LSP_PLUGIN": str(PLUGIN),
            "PROMPT_LSP_SERVER": SERVER,
            "PROMPT_LSP_TEST": str(test),
        }
        done = subprocess.run(
            [
                program,
                "nvim",
                "--headless",
                "-i",
                "NONE",
                "-u",
                test.with_name("init.lua"),
            ],
            cwd=tmp_path,
            env=os.environ | folders | own | environment,
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
        said = done.stdout + done.stderr
        assert done.returncode == 0, said
        assert "ok " in done.stdout, said
        return said

    return run


@pytest.mark.parametrize("test", TESTS, ids=lambda test: test.stem[5:])
def test_in_neovim(neovim: Callable[..., str], test: Path) -> None:
    # An engine that never answers is there to be cancelled.
    stand_in = Standin(stalls()) if test.stem == "test_cancel" else nullcontext()
    with stand_in as server:
        environment = server.environment() if server else {}
        neovim(test, **environment)
        if server:
            assert server.faults == []
            assert server.gone.wait(10)
