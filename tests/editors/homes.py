"""Where the editors of the tests are installed, outside of the repository.

An editor that is missing skips its tests. With `PROMPT_LSP_EDITORS=1` in the
environment it is installed instead, and what cannot be installed is a failure.
"""

import os
import subprocess
from functools import cache
from pathlib import Path

import pytest

INSTALL = Path(__file__).with_name("install") / "editor.sh"
INSTALLS = "PROMPT_LSP_EDITORS"


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
    done = subprocess.run(
        [str(INSTALL), name], check=False, capture_output=True, text=True
    )
    if done.returncode:
        pytest.fail(f"{name} cannot be installed:\n{done.stdout}{done.stderr}")
    return home


def _cache() -> Path:
    above = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(above) / "prompt-lsp-editors"
