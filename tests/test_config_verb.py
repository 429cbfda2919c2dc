import argparse
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from prompt_lsp.cli import config
from prompt_lsp.config.schema import json_schema


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))
    return tmp_path


def run(*argv: str) -> int:
    parser = argparse.ArgumentParser()
    config.add(parser.add_subparsers())
    arguments = parser.parse_args(["config", *argv])
    code: int = arguments.run(arguments)
    return code


SETTINGS = """
text-completions = ["legacy/"]
ignore = ["DOC"]
severity = { "TRN001" = "off", "missing-human-turn" = "hint" }
feedback = ["say \\"shorter\\"\\n"]
selekt = []
[per-file-ignores]
"*.txt" = ["VAR"]
"""


def test_what_holds_for_a_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "prompt-lsp.toml"
    path.write_text(SETTINGS, "utf-8")
    assert run("legacy/x.txt") == 0
    out, err = capsys.readouterr()
    assert out.startswith(
        "# legacy/x.txt is a prompt: `text-completions` has `legacy/`\n"
        "# Its format is plain text, declared text-completions\n"
        f"# Its configuration file is {path}\n\n"
    )
    assert f'ignore = ["DOC"]  # {path}:3\n' in out
    silenced = f'{{ "*.txt" = ["VAR"] }}  # {path}:7, for this file ["VAR"]\n'
    assert f"per-file-ignores = {silenced}" in out
    assert "select = []  # default\n" in out
    assert "# target-model is not set\n" in out
    assert err == f"warning: {path}:6: unknown key `selekt`, did you mean `select`\n"


def test_a_code_of_no_rule_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "prompt-lsp.toml"
    path.write_text("ignore = ['TRN0O1']", "utf-8")
    assert run("x.prompt") == 0
    assert capsys.readouterr().err.startswith(f"warning: {path}:1: `ignore`: ")


def test_the_output_is_a_configuration_itself(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "prompt-lsp.toml").write_text(SETTINGS, "utf-8")
    run("x.prompt")
    printed = tomllib.loads(capsys.readouterr().out)
    written = tomllib.loads(SETTINGS)
    del written["selekt"]
    assert printed | written == printed
    assert printed["token-limit"] == 99_999


def test_the_same_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "prompt-lsp.toml"
    path.write_text(SETTINGS, "utf-8")
    assert run("legacy/x.txt", "--json") == 0
    facts: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert facts["path"] == "legacy/x.txt"
    assert facts["prompt"]
    assert facts["textCompletions"]
    assert facts["readable"]
    assert facts["configurationFile"] == str(path)
    assert facts["ignoredByFile"] == ["VAR"]
    assert facts["settings"]["ignore"] == {
        "value": ["DOC"],
        "origin": {"level": "project file", "file": str(path), "line": 3},
    }
    (problem,) = facts["problems"]
    assert problem["line"] == 6


def test_a_file_that_is_no_prompt(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("node_modules/x.prompt") == 0
    out = capsys.readouterr().out
    assert out.startswith(
        "# node_modules/x.prompt is no prompt: it lies in `node_modules`\n"
    )
    assert "# There is no configuration file in its folder or above it\n" in out


def test_without_a_file_the_folder_is_meant(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "prompt-lsp.toml").write_text("token-limit = 5", "utf-8")
    assert run() == 0
    out = capsys.readouterr().out
    assert f"token-limit = 5  # {folder}/prompt-lsp.toml:1\n" in out
    assert run("--json") == 0
    assert "path" not in json.loads(capsys.readouterr().out)


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--schema") == 0
    assert json.loads(capsys.readouterr().out) == json_schema()


def test_odd_characters_are_escaped(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = 'feedback = ["\\u007f\\u001b\u00e9"]\n'
    (folder / "prompt-lsp.toml").write_text(text, "utf-8")
    name = "a\x7f\x1b\nb.prompt"
    assert run("--json", name) == 0
    out = capsys.readouterr().out
    assert json.loads(out)["path"] == name
    assert out.isascii()
    assert out.replace("\n", "").isprintable()
    assert run(name) == 0
    out = capsys.readouterr().out
    assert out.replace("\n", "").isprintable()
    assert tomllib.loads(out)["feedback"] == ["\x7f\x1b\u00e9"]
