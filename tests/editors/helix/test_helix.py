"""Helix in a terminal, set up as its page says."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.editors.homes import editor_home
from tests.editors.pages import ROOT, fence, fences
from tests.editors.terminal import Terminal, environment, wait_for

WORK = "my work"  # an address of it has an escape
UNSEPARATED = "\n\nHuman: Hello {{NAME}}\nAssistant:\n"


@contextmanager
def helix(folder: Path, text: str, *others: str) -> Iterator[Terminal]:
    """Helix with a prompt open, whose file is `a.prompt`, and perhaps others behind."""
    program = editor_home("helix") / "run"
    settings = folder / ".config" / "helix"
    settings.mkdir(parents=True)
    (settings / "languages.toml").write_text(fence("helix", "toml"))
    (settings / "config.toml").write_text(fence("helix", "toml", 2))
    work = folder / WORK
    work.mkdir()
    for name in ("a.prompt", *others):
        (work / name).write_text(text)
    command = [str(program), "hx", "a.prompt", *others]
    with Terminal(command, work, environment(folder)) as shown:
        yield shown


def saves(shown: Terminal, folder: Path, text: str) -> None:
    """Save the prompt, and wait until its file has a text."""
    file = folder / WORK / "a.prompt"
    shown.type(":w")
    shown.press("Enter")
    wait_for(lambda: read(file) == text, lambda: shown.screen)


def read(file: Path) -> str | None:
    """What a file holds; None while another one is put into its place."""
    try:
        return file.read_text()
    except FileNotFoundError:
        return None


def test_a_finding_its_manual_and_its_fix(tmp_path: Path) -> None:
    with helix(tmp_path, UNSEPARATED) as shown:
        shown.see("`Assistant:` begins no turn here")
        shown.type("3j")
        shown.type(" k")
        shown.see("TRN005 unseparated-turn")
        shown.press("Escape")
        shown.type(" a")
        menu = shown.see("Separate the turn by an empty line")
        assert "Improve prompt (offline): Make it shorter" in menu
        shown.press("Enter")
        shown.see("5  Assistant:")
        saves(shown, tmp_path, "\n\nHuman: Hello {{NAME}}\n\nAssistant:\n")


@pytest.mark.parametrize("others", [(), ("b.prompt",)], ids=["alone", "of two"])
def test_fix_all_with_a_key(tmp_path: Path, others: tuple[str, ...]) -> None:
    with helix(tmp_path, UNSEPARATED, *others) as shown:
        shown.see("`Assistant:` begins no turn here")
        shown.type(" F")
        shown.see("5  Assistant:")


def test_no_line_end_is_added(tmp_path: Path) -> None:
    page = fences(ROOT / "docs" / "editors.md")
    (settings,) = (each.text for each in page if each.language == "ini")
    (tmp_path / ".editorconfig").write_text(settings)
    with helix(tmp_path, "Say hello") as shown:
        shown.see("Say hello")
        shown.type("A at once")
        shown.press("Escape")
        shown.see("Say hello at once")
        saves(shown, tmp_path, "Say hello at once")


@pytest.mark.parametrize(("number", "others"), [(0, ()), (1, ("b.prompt",))])
def test_feedback(tmp_path: Path, number: int, others: tuple[str, ...]) -> None:
    said = fence("helix", "text", number).strip()
    with helix(tmp_path, "Name three rivers of <<AREA>>\n", *others) as shown:
        shown.see("●")
        shown.type(said)
        shown.press("Enter")
        shown.see("JSON only")


def test_templatize_makes_the_sidecar(tmp_path: Path) -> None:
    with helix(tmp_path, "Translate hello to German\n\n<<CONTEXT>>\n") as shown:
        shown.see("●")
        shown.type(" a")
        shown.see("Templatize prompt (offline)")
        shown.press("Escape")
        shown.type(":lsp-workspace-command promptLsp.templatize")
        shown.press("Enter")
        shown.see("Translate {{")
        wait_for((tmp_path / WORK / "a.vars.json").exists, lambda: shown.screen)
