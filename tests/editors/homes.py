"""Where the editors of the tests are installed, outside of the repository.

An editor that is missing skips its tests. With `PROMPT_LSP_EDITORS=1` in the
environment it is installed instead, and what cannot be installed is a failure.
"""

import os
import subprocess
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

SCRIPTS = Path(__file__).with_name("install")
INSTALLS = "PROMPT_LSP_EDITORS"


class Recipe(NamedTuple):
    """How an editor is installed: a script of `install/` and what it is told."""

    script: str
    packages: tuple[str, ...] = ()


RECIPES = {
    "code-server": Recipe("code_server.sh"),
    "neovim": Recipe("debian_tool.sh", ("neovim",)),
    "helix": Recipe("debian_tool.sh", ("hx",)),
    "emacs": Recipe("debian_tool.sh", ("emacs-nox",)),
    "vim": Recipe("debian_tool.sh", ("vim", "vim-ale")),
    "tmux": Recipe("debian_tool.sh", ("tmux", "ncurses-term")),
}


@cache
def editor_home(name: str) -> Path:
    """The folder of an editor that is installed; otherwise the test is skipped.

    What `debian_tool.sh` installed starts with `home / "run"`, the name of a program
    and its arguments.
    """
    home = _cache() / name
    if os.environ.get(INSTALLS) != "1":
        if not (home / ".done").exists():
            pytest.skip(f"{name} is not installed; {INSTALLS}=1 installs it")
        return home
    recipe = RECIPES[name]
    command = [str(SCRIPTS / recipe.script), str(home), *recipe.packages]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        pytest.fail(f"{name} cannot be installed:\n{done.stdout}{done.stderr}")
    return home


def _cache() -> Path:
    above = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(above) / "prompt-lsp-editors"
