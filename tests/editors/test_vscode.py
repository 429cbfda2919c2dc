"""The extension in the real workbench of VS Code: `vscode/scenarios/*.mjs`.

All scenarios share one server and one browser; each has a window, a folder and
settings of its own. `PROMPT_LSP_SHOTS` in the environment names a folder that keeps
the screenshots, and `PROMPT_LSP_PICTURES=1` puts those of the manuals into the tree.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.editors.vsix import packaged
from tests.editors.workbench import Workbench

SERVER = Path(sys.executable).with_name("prompt-lsp")
# An interpreter without our package, as a machine has it.
BARE = Path(sys.executable).resolve()
INSTALLED = {"prompt-lsp": str(SERVER)}

LEGACY = "\n\nHuman: 😀 Translate {{WORD}} and {{ TERM }}\nAssistant:"
SEPARATED = "\n\nHuman: 😀 Translate {{WORD}} and {{ TERM }}\n\nAssistant:"
FIXED = "\n\nHuman: 😀 Translate {{WORD}} and {{TERM}}\n\nAssistant:"


@pytest.fixture(scope="session")
def workbench(
    editor_home: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workbench]:
    """The workbench with the extension, from the package that is installed."""
    home = editor_home("code-server")
    data = tmp_path_factory.mktemp("workbench")
    shots = Path(os.environ.get("PROMPT_LSP_SHOTS") or data / "shots")
    with Workbench(home, packaged(), data, shots) as started:
        yield started


def test_findings_are_fixed_by_keyboard(workbench: Workbench) -> None:
    separate = "Separate the turn by an empty line"
    spell = "Write `{{TERM}}` (unsafe)"
    workbench.play(
        "fixes_by_keyboard",
        programs=INSTALLED,
        text=LEGACY,
        squiggles=squiggles(LEGACY),
        steps=[
            {"at": [4, 1], "title": separate, "squiggles": squiggles(SEPARATED)},
            {"at": [3, 34], "title": spell, "squiggles": squiggles(FIXED)},
        ],
        fixed=FIXED,
    )


def test_what_is_saved_is_fixed(workbench: Workbench) -> None:
    workbench.play("fixes_on_save", programs=INSTALLED, text=LEGACY, fixed=SEPARATED)


def squiggles(text: str) -> list[Any]:
    """Where the command line finds something, as an editor counts columns."""
    lines = text.split("\n")

    def column(place: dict[str, int]) -> int:
        before = lines[place["line"] - 1][: place["column"] - 1]
        return len(before.encode("utf-16-le")) // 2 + 1

    def place(found: dict[str, Any]) -> list[Any]:
        # The dots under the beginning of a hint do not show where it ends.
        end = None if found["severity"] == "hint" else column(found["end"])
        line = found["start"]["line"]
        return [line, column(found["start"]), end, found["severity"]]

    return sorted(place(each) for each in findings(text))


def findings(text: str) -> list[dict[str, Any]]:
    """What the command line says of a prompt."""
    words = ["check", "--output-format", "json", "--stdin-filename", "a.prompt", "-"]
    done = subprocess.run(
        [SERVER, *words], input=text, capture_output=True, text=True, check=False
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found
