"""The extension for VS Code as it is installed: the package, built at need."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.editors.homes import INSTALLS
from tests.editors.pages import ROOT

EXTENSION = ROOT / "editors" / "vscode"
PACKAGE = EXTENSION / "prompt-lsp.vsix"

_MADE = {"bundled", "dist", "node_modules", "out"}


def packaged() -> Path:
    """The package; without `PROMPT_LSP_EDITORS=1` only one that is there already."""
    if os.environ.get(INSTALLS) != "1":
        if not PACKAGE.exists():
            pytest.skip(f"the extension is not packaged; {INSTALLS}=1 packages it")
        return PACKAGE
    if not (EXTENSION / "node_modules").exists():
        _npm("ci", "--no-audit", "--no-fund")
    if not PACKAGE.exists() or PACKAGE.stat().st_mtime < _changed():
        _npm("run", "package")
    return PACKAGE


def _changed() -> float:
    """When what goes into the package was changed last, in seconds of the epoch."""
    own = [each for each in EXTENSION.iterdir() if each.name not in _MADE]
    sources = [each for each in (*own, ROOT / "prompt_lsp") if each != PACKAGE]
    return max(each.stat().st_mtime for source in sources for each in _files(source))


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    found = (each for each in path.rglob("*") if "__pycache__" not in each.parts)
    return [each for each in found if each.is_file()]


def _npm(*words: str) -> None:
    done = subprocess.run(
        ["npm", *words], cwd=EXTENSION, check=False, capture_output=True, text=True
    )
    if done.returncode:
        pytest.fail(f"npm {words[0]} fails:\n{done.stdout}{done.stderr}")
