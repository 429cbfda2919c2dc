"""A program in a terminal, as a person sees and steers it."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Self

from tests.editors.homes import editor_home

DEADLINE = 20.0  # seconds; generous, for a busy machine
_LOOK = 0.05  # seconds between two looks at the screen


class Terminal:
    """A terminal of 100 columns and 30 lines on a tmux server of its own."""

    def __init__(self, command: list[str], cwd: Path, env: dict[str, str]) -> None:
        self._folder = tempfile.mkdtemp(prefix="terminal-")
        self._socket = Path(self._folder, "tmux")
        size = ["-x", "100", "-y", "30"]
        # The server has a path of its own, and no option of its takes another.
        told = ["env", *map("=".join, env.items()), *command]
        self._tmux("new-session", "-d", *size, "-c", str(cwd), "--", *told)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(subprocess.CalledProcessError):  # the program has ended itself
            self._tmux("kill-server")
        shutil.rmtree(self._folder)

    def press(self, *keys: str) -> None:
        """Press keys by tmux's names for them: `Escape`, `Enter`, `C-s`, `x`."""
        self._tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type a text to the letter."""
        self._tmux("send-keys", "-l", text)

    @property
    def screen(self) -> str:
        """What stands on the screen."""
        return self._tmux("capture-pane", "-p")

    @property
    def coloured(self) -> str:
        """What stands on the screen, with the escapes of its colours."""
        return self._tmux("capture-pane", "-e", "-p")

    def see(self, text: str) -> str:
        """Wait for a text on the screen, and give the screen."""
        wait_for(lambda: text in self.screen, lambda: f"no {text!r} in\n{self.screen}")
        return self.screen

    def _tmux(self, *arguments: str) -> str:
        run = editor_home("tmux") / "run"
        # Without the user's configuration, and UTF-8 whatever the locale.
        command = [str(run), "tmux", "-u", "-f", "/dev/null", "-S", str(self._socket)]
        return subprocess.run(
            [*command, *arguments], check=True, capture_output=True, text=True
        ).stdout


def wait_for(true: Callable[[], bool], otherwise: Callable[[], str]) -> None:
    """Look until something is so; past the deadline fail with what there is."""
    end = monotonic() + DEADLINE
    while not true():
        assert monotonic() < end, otherwise()
        sleep(_LOOK)


def environment(home: Path) -> dict[str, str]:
    """A user who has nothing configured, and `prompt-lsp` on the path."""
    ours = Path(sys.executable).parent
    return {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "PATH": f"{ours}{os.pathsep}{os.environ['PATH']}",
        "LANG": "C.UTF-8",
    }
