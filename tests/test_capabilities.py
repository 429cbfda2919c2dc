"""What `prompt-lsp config --capabilities` says, held to what a client sees."""

import argparse
import json
import re
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from prompt_lsp.cli import config
from prompt_lsp.cli.capabilities import capabilities
from prompt_lsp.features.code_actions import Kind
from tests.lsp.editor import PULLED, editing

Capture = pytest.CaptureFixture[str]


def printed(capsys: Capture) -> dict[str, Any]:
    parser = argparse.ArgumentParser()
    config.add(parser.add_subparsers())
    arguments = parser.parse_args(["config", "--capabilities"])
    assert arguments.run(arguments) == 0
    out, err = capsys.readouterr()
    assert err == ""
    said: dict[str, Any] = json.loads(out)
    return said


def test_it_is_printed_and_the_same_every_time(capsys: Capture) -> None:
    said = printed(capsys)
    assert said == capabilities() == printed(capsys)
    assert said["version"] == version("prompt-lsp")
    assert said["codeActionKinds"] == [*Kind]


def test_a_client_is_offered_the_same(tmp_path: Path) -> None:
    said = capabilities()
    with editing(tmp_path, PULLED) as editor:
        offered = editor.capabilities
        assert offered["executeCommandProvider"]["commands"] == [*said["commands"]]
        kinds = offered["codeActionProvider"]["codeActionKinds"]
        assert kinds == said["codeActionKinds"]
        for command in said["commands"]:
            assert_known(lambda argument, name=command: editor.command(name, argument))
        for method, keys in said["requests"].items():
            uri = editor.open("asked.prompt", "text")
            assert "result" in editor.reply(method, {"uri": uri} | dict.fromkeys(keys))


def assert_known(call: Callable[[dict[str, str]], dict[str, Any]]) -> None:
    """A command that exists complains of a key, and not of its own name."""
    assert call({"nonsense": ""})["error"]["message"] == "unknown argument `nonsense`"


def test_all_that_is_heard() -> None:
    heard = capabilities()["methods"]["heard"]
    stopping = {"$/cancelRequest", "window/workDoneProgress/cancel"}
    assert stopping | {"shutdown", "exit"} < {*heard}
    assert [each for each in heard if each.startswith("notebookDocument/")] == []
    directions = {types.message_direction(each) for each in heard}
    assert directions == {"clientToServer", "both"}


def test_keys_of_commands() -> None:
    said = capabilities()["commands"]
    assert said["promptLsp.fixAll"] == ["uri", "range", "version", "apply"]
    assert {"feedback", "task", "engine"} < {*said["promptLsp.improve"]}


def test_nothing_else_is_sent() -> None:
    sources = "".join(each.read_text() for each in Path("prompt_lsp/lsp").glob("*.py"))
    named = {*re.findall(r"types\.([A-Z][A-Z_]+)\b", sources)} - {"METHOD_TO_TYPES"}
    methods = (str(getattr(types, name)) for name in named)
    theirs = {
        name for name in methods if types.message_direction(name) != "clientToServer"
    }
    assert theirs == {*capabilities()["methods"]["sent"]}


def test_variables_of_the_environment_work(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    names = capabilities()["environment"]["settings"]
    assert "PROMPT_LSP_ENGINES_MESSAGES_MODEL" in names
    for name in names:
        monkeypatch.setenv(name, "7" if name.endswith("DEADLINE") else "http://[::1]:1")
    parser = argparse.ArgumentParser()
    config.add(parser.add_subparsers())
    arguments = parser.parse_args(["config", "--json"])
    assert arguments.run(arguments) == 0
    settings = json.loads(capsys.readouterr().out)["settings"]
    set_there = [
        key
        for key, each in settings.items()
        if each["origin"]["level"] == "environment"
    ]
    assert len(set_there) == len(names)
