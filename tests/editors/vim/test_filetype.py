"""Which files are prompts to Vim, set up as its page says."""

import subprocess
from pathlib import Path

import pytest

from tests.editors.homes import editor_home
from tests.editors.pages import fence
from tests.editors.terminal import environment

NAMES = ("a.prompt", "a.prompt.txt", "a.prompt.md", "a.prompty")
OTHERS = {"a.txt": "text", "a.md": "markdown"}


@pytest.mark.parametrize("early", [True, False], ids=["ours first", "ours last"])
def test_filetypes(tmp_path: Path, *, early: bool) -> None:
    lines = ["filetype plugin on", fence("vim", "vim", 0)]
    (tmp_path / "vimrc").write_text("\n".join(lines if early else lines[::-1]))
    for name in (*NAMES, *OTHERS):
        (tmp_path / name).write_text("Hello\n")
    told = "bufdo call writefile([&filetype], 'told', 'a')"
    vim = [str(editor_home("vim") / "run"), "vim.basic", "-N", "-u", "vimrc"]
    done = subprocess.run(
        [*vim, "-es", "-c", told, "-c", "qa!", *NAMES, *OTHERS],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment(tmp_path),
        timeout=60,
    )
    said = (tmp_path / "told").read_text().split("\n")[:-1]
    expected = [*["llm-prompt"] * len(NAMES), *OTHERS.values()]
    assert said == expected, done.stderr
