"""The manifest and README of the extension say what the server and its code have."""

import importlib.util
import json
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from prompt_lsp import __version__
from prompt_lsp.__main__ import main
from prompt_lsp.cli.capabilities import capabilities
from prompt_lsp.config.declared import SETTINGS
from prompt_lsp.config.layers import EDITOR_KEYS
from prompt_lsp.config.schema import editor_properties
from prompt_lsp.features.code_actions import Kind
from prompt_lsp.features.tool_actions import EngineName, tool_actions
from prompt_lsp.rules import ALL
from tests.editors.pages import ROOT

EXTENSION = ROOT / "editors" / "vscode"
MANIFEST = json.loads((EXTENSION / "package.json").read_text("utf-8"))
LOCK = (EXTENSION / "package-lock.json").read_text("utf-8")
README = (EXTENSION / "README.md").read_text("utf-8")
SOURCES = {
    path.relative_to(EXTENSION / "src").as_posix(): path.read_text("utf-8")
    for path in (EXTENSION / "src").rglob("*.ts")
}
CONTRIBUTED = MANIFEST["contributes"]
PROPERTIES = CONTRIBUTED["configuration"]["properties"]
COMMANDS = {each["command"]: each for each in CONTRIBUTED["commands"]}
STEPS = [step for tour in CONTRIBUTED["walkthroughs"] for step in tour["steps"]]
OFFERED = capabilities()

# Scopes under which no workspace can set something; the rest may differ by folder.
OWN = {
    "promptLsp.path": "machine",
    "promptLsp.interpreter": "machine",
    "promptLsp.improvePreview": "resource",
}
SVG = "{http://www.w3.org/2000/svg}"
# Commands of VS Code itself that the walkthrough names.
EDITORS = {
    "editor.action.quickFix",
    "workbench.action.files.newUntitledFile",
    "workbench.action.openSettings",
}


def listed(source: str, name: str) -> list[str]:
    """The words of a list of the code, by its name."""
    found = re.search(rf"\b{name}\b[^=]* = \[(.*?)\]", SOURCES[source], re.DOTALL)
    assert found, f"{source} has no {name}"
    return re.findall(r'"([^"]+)"', found[1])


# Settings


def test_settings_are_those_of_the_server_and_a_few_of_its_own() -> None:
    theirs = {name: each for name, each in PROPERTIES.items() if name not in OWN}
    stale = "`npm run settings` writes them anew"
    assert theirs == editor_properties(), stale
    assert list(PROPERTIES) == [*editor_properties(), *OWN], stale


def test_the_extension_s_own_settings() -> None:
    assert {name: PROPERTIES[name]["scope"] for name in OWN} == OWN
    for name in OWN:
        declared = PROPERTIES[name]
        assert declared["markdownDescription"]
        words, meanings = declared.get("enum"), declared.get("markdownEnumDescriptions")
        assert len(words or ()) == len(meanings or ())


def test_the_code_tells_the_server_only_what_it_knows() -> None:
    own = listed("settings.ts", "OWN")
    # Language clients know `trace` by themselves, and nobody needs it here.
    assert {*own} == EDITOR_KEYS == {name.split(".")[1] for name in OWN} | {"trace"}
    guarded = {each.camel.split(".")[0] for each in SETTINGS if each.guarded}
    assert {*listed("settings.ts", "GUARDED")} == guarded


def test_what_is_run_is_not_for_untrusted_workspaces_to_say() -> None:
    restricted = MANIFEST["capabilities"]["untrustedWorkspaces"]
    machine = {name for name, scope in OWN.items() if scope == "machine"}
    assert {*restricted["restrictedConfigurations"]} == machine


def test_the_manual_lists_the_settings() -> None:
    script = _script("settings")
    assert script.with_table(README, MANIFEST) == README, "`npm run settings`"
    assert script.with_settings(MANIFEST) == MANIFEST
    for name in PROPERTIES:
        assert README.count(f"\n| `{name}` | ") == 1


# Commands


def test_commands_are_those_that_the_code_registers() -> None:
    table = re.search(
        r"const commands: [^\n]* = \{\n(.*?)\n  \};",
        SOURCES["commands/index.ts"],
        re.DOTALL,
    )
    assert table
    keys = re.findall(r"^    (\w+): ", table[1], re.MULTILINE)
    menu = re.search(r'export const MENU = "([\w.]+)"', SOURCES["status.ts"])
    assert menu
    registered = [*(f"promptLsp.ui.{key}" for key in keys), menu[1]]
    assert sorted(COMMANDS) == sorted(registered)
    assert len(COMMANDS) == len(CONTRIBUTED["commands"])


def test_each_command_is_in_the_palette() -> None:
    for command in COMMANDS.values():
        assert command["title"]
        assert command["category"] == "Prompt"
    hidden = [
        each["command"]
        for each in CONTRIBUTED["menus"]["commandPalette"]
        if each["when"] == "false"
    ]
    assert hidden == []


def test_what_is_named_is_a_command() -> None:
    assert {*_named()} - EDITORS <= {*COMMANDS}


def test_commands_of_the_server_are_left_to_its_client() -> None:
    assert {*COMMANDS} & {*OFFERED["commands"]} == set()


def test_the_code_reads_the_engines_of_titles() -> None:
    found = re.search(r"/(\^Improve prompt [^/]+)/", SOURCES["offers.ts"])
    assert found
    engines = [EngineName("messages", "m at h:1"), EngineName("offline", "offline")]
    titles = [each.title for each in tool_actions([Kind.IMPROVE], engines)]
    read = [re.search(found[1], title) for title in titles]
    assert [each and (each[1] or each[2]) for each in read] == ["m at h:1", "offline"]


def test_the_code_reads_the_list_of_rules(capsys: pytest.CaptureFixture[str]) -> None:
    found = re.search(r"matchAll\(/(.+)/gm\)", SOURCES["rules.ts"])
    assert found
    assert main(["rule"]) == 0
    listed = re.findall(found[1], capsys.readouterr().out, re.MULTILINE)
    wanted = [(rule.code, str(rule.severity), rule.name) for rule in ALL]
    assert sorted(listed) == sorted(wanted)


def test_the_code_asks_for_what_the_server_has() -> None:
    asked = SOURCES["server/requests.ts"]
    named = {*re.findall(r'"(promptLsp[./][A-Za-z]+)"', asked)}
    assert named == {*OFFERED["commands"], *OFFERED["requests"]}
    kinds = {*re.findall(r'"((?:refactor|source)\.[A-Za-z.]+)"', asked)}
    assert kinds
    assert kinds <= {*OFFERED["codeActionKinds"]}


def test_the_client_names_the_commands_that_the_server_knows() -> None:
    told = listed("client.ts", "COMMANDS")
    assert told == OFFERED["experimental"]["promptLsp"]["commands"]
    assert {*told} <= {*COMMANDS}


def test_the_manual_lists_the_commands() -> None:
    _, _, rest = README.partition("<!-- commands -->")
    table, _, _ = rest.partition("<!-- /commands -->")
    rows = re.findall(r"^\| \*(.+)\* \| (.+) \|$", table, re.MULTILINE)
    titles = [f"{each['category']}: {each['title']}" for each in COMMANDS.values()]
    assert [title for title, _ in rows] == titles
    assert all(said.endswith(".") for _, said in rows)


# Where it wakes


def test_languages_and_files_of_the_server_wake_it() -> None:
    events = {*MANIFEST["activationEvents"]}
    files = [*OFFERED["filePatterns"], *OFFERED["configurationFiles"]]
    files.remove("pyproject.toml")  # any Python project has one
    for language in OFFERED["languageIds"]:
        assert f"onLanguage:{language}" in events
    for pattern in files:
        deep = f"**/{pattern}" if pattern.startswith("*.") else pattern
        assert f"workspaceContains:{deep}" in events
    attached = listed("documents.ts", "LANGUAGES")
    assert {*OFFERED["languageIds"]} <= {*attached}


# Files


def test_files_that_are_named_exist() -> None:
    made = {MANIFEST["main"]}  # by the build
    named = {*_files(MANIFEST)} - made
    assert {MANIFEST["icon"], *(step["media"]["svg"] for step in STEPS)} <= named
    assert [name for name in named if not (EXTENSION / name).is_file()] == []


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step["id"])
def test_pictures_of_the_walkthrough(step: dict[str, Any]) -> None:
    media = step["media"]
    picture = ET.parse(EXTENSION / media["svg"]).getroot()  # noqa: S314 - our own
    assert picture.tag == f"{SVG}svg"
    title = picture.find(f"{SVG}title")
    assert title is not None
    assert title.text
    assert len(media["altText"]) >= len(title.text)
    # A picture that loads something or runs something is none.
    tags = {each.tag.rpartition("}")[2] for each in picture.iter()}
    assert tags & {"image", "use", "script", "style", "foreignObject"} == set()
    # VS Code's own policy for these pictures drops such attributes, and all is black.
    assert [each.tag for each in picture.iter() if "style" in each.attrib] == []


def test_steps_of_the_walkthrough_are_done_by_doing() -> None:
    assert [step["id"] for step in STEPS] == ["write", "fix", "improve", "engine"]
    for step in STEPS:
        kinds = {event.partition(":")[0] for event in step["completionEvents"]}
        assert kinds
        assert kinds <= {"onCommand", "onContext", "onSettingChanged"}
        changed = _ends(step, "onSettingChanged")
        assert changed <= {*PROPERTIES}
        assert _ends(step, "onContext") <= {"promptLsp.active"}


def test_links_of_the_manual() -> None:
    links = re.findall(r"\]\(([^)#\s]+)", README)
    assert links
    assert [link for link in links if not (EXTENSION / link).exists()] == []


# Versions


def test_version_is_that_of_the_server() -> None:
    lock = json.loads(LOCK)
    assert MANIFEST["version"] == __version__
    assert lock["version"] == lock["packages"][""]["version"] == __version__


def test_the_lock_names_no_registry() -> None:
    packages = json.loads(LOCK)["packages"]
    assert len(packages) > 1
    assert [name for name, each in packages.items() if "resolved" in each] == []
    assert all("integrity" in each for name, each in packages.items() if name)


def _named() -> Iterator[str]:
    """The commands that menus, keys and the walkthrough name."""
    for entries in CONTRIBUTED["menus"].values():
        yield from (each["command"] for each in entries if "command" in each)
    yield from (each["command"] for each in CONTRIBUTED["keybindings"])
    for step in STEPS:
        links = r"\(command:(?:toSide:)?([\w.]+)"
        yield from re.findall(links, step["description"])
        yield from _ends(step, "onCommand")


def _ends(step: dict[str, Any], kind: str) -> set[str]:
    """What completes a step, of a kind."""
    events = (event.partition(":") for event in step["completionEvents"])
    return {what for before, _, what in events if before == kind}


_FILE = re.compile(r"(?:\./|images/)[\w./-]+")


def _files(value: object) -> Iterator[str]:
    """The paths of files in a value of JSON."""
    if isinstance(value, str) and _FILE.fullmatch(value):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _files(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _files(each)


def _script(name: str) -> ModuleType:
    """A script of the extension, as a module."""
    path = EXTENSION / "scripts" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
