"""The workbench of VS Code with the extension, as one process for all scenarios.

What is done and seen in it is written in `vscode/`; this starts it, and tells it what
to play.
"""

import json
import subprocess
from pathlib import Path
from typing import Any, Self

SCENES = Path(__file__).parent / "vscode" / "scenes.mjs"


class Workbench:
    """A server of the workbench and a browser, until the end of the context."""

    def __init__(self, home: Path, vsix: Path, data: Path, shots: Path) -> None:
        words = ["node", *map(str, (SCENES, home, vsix, data, shots))]
        self._process = subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        self._answer()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()  # the end of its input ends it

    def play(self, scenario: str, **wanted: object) -> Any:  # noqa: ANN401 - as JSON has it
        """Play a scenario, and give what it tells; its failure is the test's."""
        line = json.dumps({"scenario": scenario, "with": wanted})
        stdin = self._process.stdin
        assert stdin
        stdin.write(f"{line}\n")
        stdin.flush()
        return self._answer()

    def _answer(self) -> Any:  # noqa: ANN401
        assert self._process.stdout
        line = self._process.stdout.readline()
        assert line, "the workbench has ended"
        answer = json.loads(line)
        assert answer["ok"], f"{answer['error']}\nas seen in {answer.get('seen')}"
        return answer.get("told")
