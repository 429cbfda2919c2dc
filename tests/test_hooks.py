"""The hooks for pre-commit."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from prompt_lsp.__main__ import main

ROOT = Path(__file__).parent.parent
HOOKS: list[dict[str, Any]] = YAML(typ="safe").load(
    (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
)

PROMPTS = (
    "a.prompt",
    "deep/a.prompt.txt",
    "a.prompt.md",
    "a.prompt.json",
    "a.prompt.yml",
    "a.prompt.yaml",
    "a.prompty",
    "a.messages.json",
    "prompts/a.md",
    "deep/prompts/deeper/a.txt",
)
OTHERS = ("a.md", "a.vars.json", "a.prompt.py", "aprompt", "myprompts/a.md", "a.json")


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_which_files_it_is_handed(hook: dict[str, Any]) -> None:
    assert [name for name in PROMPTS if not re.search(hook["files"], name)] == []
    assert [name for name in OTHERS if re.search(hook["files"], name)] == []


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_name_is_no_option(
    hook: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = ["-x.prompt", "--stdin-filename=x.prompt"]
    for name in names:
        (tmp_path / name).write_text("Human: hi\n\nAssistant: \n")
    command = [*shlex.split(hook["entry"])[1:], *hook["args"], *names]
    assert main(command) == (0 if "--fix" in command else 1)


def test_what_they_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "a.prompt"
    entries = {hook["id"]: shlex.split(hook["entry"])[1:] for hook in HOOKS}
    broken, fixed = "Human: hi\n\nAssistant:\n", "\n\nHuman: hi\n\nAssistant:\n"
    file.write_text(broken)
    assert main([*entries["prompt-lsp"], "a.prompt"]) == 1
    assert file.read_text() == broken
    main([*entries["prompt-lsp-fix"], "a.prompt"])
    assert file.read_text() == fixed
    (tmp_path / "prompt-lsp.toml").write_text('exclude = ["a.prompt"]')
    file.write_text(broken)
    assert main([*entries["prompt-lsp"], "a.prompt"]) == 0
