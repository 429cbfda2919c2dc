"""The commands that the pages about editors send, as the server reads them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from prompt_lsp.cli.capabilities import capabilities
from tests.editors.pages import ROOT, Fence, fences

KEYS: dict[str, list[str]] = capabilities()["commands"]
PAGES = sorted((ROOT / "editors").glob("*.md"))
# What Sublime's package puts in the stead of an argument, if it is the whole of one.
EXPANDED = {"$document_id": {"uri": "file:///a.prompt"}}

_HELIX = re.compile(r":lsp-workspace-command (\S+)(?: (\{.*\}))?")
_ELISP = re.compile(r':command "([\w.]+)"\s+:arguments \[\((.*?)\)\]\)', re.DOTALL)
_VIM = re.compile(r"'command': '([\w.]+)', 'arguments': \[[\s\\]*\{(.*?)\}\]")


class Sent(NamedTuple):
    """A command, and the keys of the one object that it takes."""

    command: str
    keys: set[str]


def sent(page: Path) -> list[Sent]:
    return [command for fence in fences(page) for command in _sent(fence)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_server_knows_them(page: Path) -> None:
    for command, keys in sent(page):
        assert keys <= {*KEYS[command]}


def test_they_are_looked_at() -> None:
    found = {page.stem: {each.command for each in sent(page)} for page in PAGES}
    improve, fix = "promptLsp.improve", "promptLsp.fixAll"
    assert {name: commands for name, commands in found.items() if commands} == {
        "emacs": {improve},
        "helix": {improve, fix},
        "sublime": {improve, fix},
        "vim": {improve},
    }


def _sent(fence: Fence) -> Iterator[Sent]:
    """The commands in a fence, by the syntax of its language."""
    if fence.language == "json":
        read = json.loads(fence.text)
        for entry in read if isinstance(read, list) else ():
            given = entry["args"]
            yield Sent(given["command_name"], {*_expanded(given["command_args"])})
    for command, table in _HELIX.findall(fence.text):
        yield Sent(command, {*json.loads(table or "{}")})
    for command, table in _ELISP.findall(fence.text):
        yield Sent(command, {*re.findall(r":(\w+)\s+,", table)})
    for command, table in _VIM.findall(fence.text):
        yield Sent(command, {*re.findall(r"'(\w+)':", table)})


def _expanded(arguments: list[Any]) -> dict[str, Any]:
    (only,) = (
        EXPANDED.get(each, each) if isinstance(each, str) else each
        for each in arguments
    )
    assert isinstance(only, dict), "a command takes one object"
    assert "$" not in json.dumps(only), "nothing is replaced inside of an object"
    return only
