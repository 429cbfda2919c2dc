"""Vim with ALE in a terminal, set up as its page says."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.editors.homes import editor_home
from tests.editors.pages import fence
from tests.editors.terminal import Terminal, environment, wait_for

UNSEPARATED = "\n\nHuman: Hello {{NAME}}\nAssistant:\n"


@contextmanager
def vim(folder: Path, text: str) -> Iterator[Terminal]:
    """Vim with a prompt open, whose file is `a.prompt`."""
    home = editor_home("vim")
    lines = ["set nocompatible", f"set runtimepath^={home}/usr/share/vim-ale"]
    lines += ["filetype plugin on", fence("vim", "vim", 0), fence("vim", "vim", 1)]
    (folder / "vimrc").write_text("\n".join(lines))
    (folder / "a.prompt").write_text(text)
    program = [str(home / "run"), "vim.basic", "-u", str(folder / "vimrc")]
    with Terminal([*program, "a.prompt"], folder, environment(folder)) as shown:
        yield shown


def test_a_finding_its_manual_and_its_fix(tmp_path: Path) -> None:
    with vim(tmp_path, UNSEPARATED) as shown:
        shown.see("E Assistant:")
        shown.type("4G")
        shown.type(":ALEHover")
        shown.press("Enter")
        shown.see("TRN005 unseparated-turn")
        shown.type(":only")
        shown.press("Enter")
        shown.type(":ALECodeAction")
        shown.press("Enter")
        menu = shown.see("Type number")
        assert "Improve" not in menu, "the page says otherwise"
        assert "1) Separate the turn by an empty line" in menu
        shown.type("1")
        shown.press("Enter")
        shown.type(":w")
        shown.press("Enter")
        file = tmp_path / "a.prompt"
        fixed = "\n\nHuman: Hello {{NAME}}\n\nAssistant:\n"
        wait_for(lambda: file.read_text() == fixed, lambda: shown.screen)
