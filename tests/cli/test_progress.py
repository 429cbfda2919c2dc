import io
import subprocess
import sys
from collections.abc import Callable

import pytest

from prompt_lsp.cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


Terminals = Callable[[], Terminal]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminals:
    """Puts a terminal in the place of standard error, from within a test."""

    def put() -> Terminal:
        stream = Terminal()
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setattr(sys, "stderr", stream)
        return stream

    return put


def test_a_bar_shows_once_patience_ends(
    terminal: Terminals, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1)
    stream = terminal()
    seen = list(progress.watched("abc", 3, writes=lambda _: True))
    assert seen == ["a", "b", "c"]
    assert "Checking" in stream.getvalue()
    assert "1/3" in stream.getvalue()


def test_a_bar_shows_while_the_first_item_is_waited_for(
    terminal: Terminals, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1)
    stream = terminal()
    seen = progress.watched([None, "a"], 1, title="Improving")
    assert next(seen) == "a"
    shown = stream.getvalue()
    assert "Improving" in shown
    assert "0/1" in shown
    assert shown.endswith("\x1b[2K"), "it is away again"
    assert [*seen] == []


def test_what_is_done_shows_no_bar(
    terminal: Terminals, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1)
    stream = terminal()
    assert list(progress.watched("a", 1, writes=lambda _: True)) == ["a"]
    assert stream.getvalue() == ""


def test_quick_work_shows_nothing(terminal: Terminals) -> None:
    stream = terminal()
    assert list(progress.watched("abc", 3, writes=lambda _: True)) == ["a", "b", "c"]
    assert stream.getvalue() == ""


def test_the_bar_is_away_while_the_caller_writes(
    terminal: Terminals, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1)
    monkeypatch.setattr(progress, "_PACE", -1)
    stream = terminal()
    erased = "\x1b[2K"
    for item in progress.watched("abcd", 4, writes=lambda item: item == "c"):
        before = stream.getvalue().rpartition("/4")[2]
        if item == "b":
            assert erased not in before
        if item == "c":
            assert erased in before


def test_no_terminal_no_bar() -> None:
    script = (
        "import sys; from prompt_lsp.cli import progress; progress.PATIENCE = -1;"
        "assert [*progress.watched([None, *'abc'], 3)] == [*'abc'];"
        "assert 'rich' not in sys.modules"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True
    )
    assert ran.stderr == b""
