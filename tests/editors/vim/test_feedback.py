"""The commands that ask for feedback, as the page says them, in the real Vim."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.editors.homes import editor_home
from tests.editors.pages import ROOT, fences
from tests.editors.terminal import environment

# Instead of the clients; each tells what it is given.
CLIENTS = {
    "coc.nvim": ("plugin/coc.vim", "CocRequest"),
    "vim-lsp": ("autoload/lsp.vim", "lsp#send_request"),
}
TELLS = "function! {}(...)\n  call writefile([json_encode(a:000)], 'told')\nendfunction"


@pytest.mark.parametrize("client", CLIENTS)
def test_which_prompt_is_meant(tmp_path: Path, client: str) -> None:
    name, function = CLIENTS[client]
    stub = tmp_path / name
    stub.parent.mkdir()
    stub.write_text(TELLS.format(function))
    page = [each.text for each in fences(ROOT / "editors" / "vim.md")]
    (said,) = (each for each in page if each.startswith(f'" {client}\n'))
    (tmp_path / "vimrc").write_text(f"set runtimepath^={tmp_path}\n{said}")
    run(tmp_path, "edit b.prompt", "PromptLspImprove Answer in JSON")
    told: list[Any] = json.loads((tmp_path / "told").read_text())
    params = told[2] if client == "coc.nvim" else told[1]["params"]
    meant = {"uri": f"file://{tmp_path}/b.prompt", "feedback": "Answer in JSON"}
    assert params == {"command": "promptLsp.improve", "arguments": [meant]}


def run(folder: Path, *commands: str) -> None:
    program = [str(editor_home("vim") / "run"), "vim.basic", "-N", "-u", "vimrc"]
    typed = [word for command in (*commands, "qa!") for word in ("-c", command)]
    subprocess.run(
        [*program, "-es", *typed, "a.prompt"],
        check=True,
        capture_output=True,
        cwd=folder,
        env=environment(folder),
        timeout=60,
    )
