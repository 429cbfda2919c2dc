"""Which files are prompts to Vim, set up as its page says, and how it writes them."""

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
    names = [*NAMES, *OTHERS]
    told = "bufdo call writefile([&filetype], 'told', 'a')"
    vim(tmp_path, "Hello\n", told, names, early=early)
    said = (tmp_path / "told").read_text().split("\n")[:-1]
    assert said == [*["llm-prompt"] * len(NAMES), *OTHERS.values()]


def test_no_line_end_is_added(tmp_path: Path) -> None:
    vim(tmp_path, "Say hello.", "bufdo write", [*NAMES])
    assert {(tmp_path / name).read_text() for name in NAMES} == {"Say hello."}


def vim(
    folder: Path, text: str, command: str, names: list[str], *, early: bool = True
) -> None:
    """Have Vim run a command with some files open, all with the same text."""
    lines = ["filetype plugin on", fence("vim", "vim", 0)]
    (folder / "vimrc").write_text("\n".join(lines if early else lines[::-1]))
    for name in names:
        (folder / name).write_text(text)
    program = [str(editor_home("vim") / "run"), "vim.basic", "-N", "-u", "vimrc"]
    subprocess.run(
        [*program, "-es", "-c", command, "-c", "qa!", *names],
        check=True,
        capture_output=True,
        cwd=folder,
        env=environment(folder),
        timeout=60,
    )
