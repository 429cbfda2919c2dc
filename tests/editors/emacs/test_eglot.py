"""Emacs with eglot, set up as its page says."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.editors.homes import editor_home
from tests.editors.pages import fence
from tests.editors.terminal import environment

SESSION = Path(__file__).with_name("session.el")
UNSEPARATED = "\n\nHuman: Hello {{NAME}}\nAssistant:\n"


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a session of Emacs saw."""
    folder = tmp_path_factory.mktemp("emacs")
    (folder / "init.el").write_text(
        "".join(fence("emacs", "elisp", n) for n in (0, 1, 2))
    )
    work = folder / "work"
    work.mkdir()
    (work / "a.prompt").write_text(UNSEPARATED)
    (work / "b.prompt").write_text("Translate hello to German\n")
    (work / "b.vars.json").write_text("{}")
    (work / "c.prompt").write_text("Say hello.")
    program = [str(editor_home("emacs") / "run"), "emacs-nox", "--batch"]
    done = subprocess.run(
        [*program, "-l", str(folder / "init.el"), "-l", str(SESSION)],
        check=False,
        capture_output=True,
        text=True,
        cwd=work,
        env=environment(folder),
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    lines = {
        key: value
        for line in done.stdout.splitlines()
        for key, value in json.loads(line).items()
    }
    return lines | {"written": (work / "c.prompt").read_text()}


def test_findings(seen: dict[str, Any]) -> None:
    ((text, start, end),) = seen["found"]
    assert "`Assistant:` begins no turn here" in text
    assert UNSEPARATED[start - 1 : end - 1] == "Assistant:"
    assert "TRN005 unseparated-turn" in seen["manual"]


def test_actions(seen: dict[str, Any]) -> None:
    assert "Separate the turn by an empty line" in seen["actions"]
    assert "Improve prompt (offline): Make it shorter" in seen["actions"]
    assert "Convert to Messages" not in seen["actions"], "the page says otherwise"


def test_fix_all_on_save(seen: dict[str, Any]) -> None:
    assert seen["saved"] == "\n\nHuman: Hello {{NAME}}\n\nAssistant:\n"


def test_no_line_end_is_added(seen: dict[str, Any]) -> None:
    assert seen["written"] == "Say hello at once."


def test_tools(seen: dict[str, Any]) -> None:
    assert seen["improved"].startswith("Translate hello to German\n")
    assert "JSON only" in seen["improved"]
    assert seen["template"].startswith("Translate {{")
