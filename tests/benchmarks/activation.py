"""How long VS Code activates the extension: `python -m tests.benchmarks.activation`.

Each round starts VS Code anew with a folder that has no prompt, waits for calm, and
opens one. What is printed is the time that *Developer: Show Running Extensions* tells:
loading and `activate`, in a host that other extensions and a browser share.
"""

import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.editors.homes import editor_home
from tests.editors.vsix import packaged
from tests.editors.workbench import Workbench

PROGRAMS = {"prompt-lsp": str(Path(sys.executable).with_name("prompt-lsp"))}
PROMPT = "\n\nHuman: Translate {{WORD}}\nAssistant:"


def main() -> None:
    """Print the milliseconds of each round, and their median."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    took = [_activation() for _ in range(rounds)]
    sys.stdout.write(f"{took} median {median(took):.0f} ms\n")


def _activation() -> int:
    home = editor_home("code-server")
    with TemporaryDirectory() as folder:
        data = Path(folder)
        with Workbench(home, packaged(), data, data / "shots") as workbench:
            took: int = workbench.play("wakes", programs=PROGRAMS, text=PROMPT)
    return took


if __name__ == "__main__":
    main()
