"""The Neovim package in a real Neovim: `nvim/test_*.lua`, one process a file."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from tests.editors.pages import ROOT
from tests.prompt_tools.standin import Standin, stalls

PLUGIN = ROOT / "editors" / "nvim"
HERE = Path(__file__).with_name("nvim")
CANCEL = HERE / "test_cancel.lua"
TESTS = sorted({*HERE.glob("test_*.lua")} - {CANCEL})
SERVER = f"{sys.executable}\n-m\nprompt_lsp"

# A configuration of the README, and what stands around it.
README = {
    "runtimepath": "{}",
    "vim.pack": "{}",
    "alone": "{}",
    "lazy.nvim": """
        local spec = (function() {} end)()
        vim.opt.runtimepath:prepend(vim.fn.expand(spec.dir))
        spec.config()
    """,
    "settings": """
        vim.opt.runtimepath:prepend(vim.env.PROMPT_LSP_PLUGIN)
        {}
        vim.lsp.enable("prompt_lsp")
    """,
}

Run = Callable[..., str]


@pytest.fixture
def neovim(editor_home: Callable[[str], Path], tmp_path: Path) -> Run:
    """Runs a Lua file in Neovim and gives what it wrote, or fails with that."""
    program = editor_home("neovim") / "run"

    def run(test: Path, init: Path = HERE / "init.lua", **environment: str) -> str:
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
            [program, "nvim", "--headless", "-i", "NONE", "-u", init],
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
def test_in_neovim(neovim: Run, test: Path) -> None:
    neovim(test)


def test_what_is_at_work_is_cancelled(neovim: Run, tmp_path: Path) -> None:
    asked, gone = tmp_path / "asked", tmp_path / "gone"
    with Standin(stalls()) as server, ThreadPoolExecutor(2) as beside:
        beside.submit(_tell, server.asked, asked)
        beside.submit(_tell, server.gone, gone)
        files = {"PROMPT_LSP_ASKED": str(asked), "PROMPT_LSP_GONE": str(gone)}
        neovim(CANCEL, **server.environment(), **files)
        assert server.faults == []


@pytest.mark.parametrize("name", README)
def test_configurations_of_the_readme(neovim: Run, tmp_path: Path, name: str) -> None:
    clone = tmp_path / "prompt-lsp"
    _clone(clone)
    init = tmp_path / "init.lua"
    snippet = README[name].replace("{}", _snippet(name))
    mark = "of this folder.\n"
    runner = (HERE / "init.lua").read_text(encoding="utf-8").partition(mark)[2]
    text = snippet.replace("~/prompt-lsp", str(clone)) + "\n" + runner
    init.write_text(text, encoding="utf-8")
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    neovim(HERE / "readme.lua", init, PATH=path, PROMPT_LSP_README=name)


def _tell(event: Event, told: Path) -> None:
    """Make a file of what happens."""
    if event.wait(30):
        told.touch()


def _snippet(name: str) -> str:
    readme = (PLUGIN / "README.md").read_text(encoding="utf-8")
    found = re.search(
        f"<!-- try: {re.escape(name)} -->\n```lua\n(.*?)```", readme, re.DOTALL
    )
    assert found, name
    return found[1]


def _clone(folder: Path) -> None:
    """Make a repository that has the plugin where ours has it."""
    shutil.copytree(PLUGIN, folder / "editors" / "nvim")
    who = ("-c", "user.name=A", "-c", "user.email=a@example.invalid")
    for command in ("init", "add --all", "commit --quiet --message one"):
        subprocess.run(
            ["git", *who, *command.split()],
            cwd=folder,
            check=True,
            capture_output=True,
        )
