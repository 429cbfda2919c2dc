"""What the README shows is what its commands print."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHOWN = re.compile(r"```sh\n((?:(?!```).)*)```\n+```text\n(.*?)```", re.DOTALL)
SHIM = f'#!/bin/sh\nexec "{sys.executable}" -m prompt_lsp "$@"\n'

examples = SHOWN.findall((ROOT / "README.md").read_text("utf-8"))


@pytest.mark.skipif(os.name != "posix", reason="the README speaks to a shell")
@pytest.mark.parametrize(("commands", "output"), examples)
def test_commands_print_what_is_shown(
    commands: str, output: str, tmp_path: Path
) -> None:
    shim = tmp_path / "bin" / "prompt-lsp"
    shim.parent.mkdir()
    shim.write_text(SHIM)
    shim.chmod(0o755)
    done = subprocess.run(
        ["sh", "-c", commands],
        cwd=tmp_path,
        env={
            **os.environ,
            "PATH": f"{shim.parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "XDG_CONFIG_HOME": str(tmp_path),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == output, done.stderr


def test_both_first_steps_are_shown() -> None:
    assert len(examples) == 2
