"""What the pages about editors name exists, in the server or in the tree."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from prompt_lsp.cli.capabilities import capabilities
from tests.editors.pages import ROOT, Fence, fences

PAGES = [
    *sorted((ROOT / "editors").glob("*.md")),
    ROOT / "docs" / "editors.md",
    ROOT / "docs" / "ci.md",
]
OFFERED = capabilities()
SETTINGS = {*OFFERED["initializationOptions"]}
OURS = {
    OFFERED["section"],
    *OFFERED["commands"],
    *OFFERED["requests"],
    *OFFERED["settings"],
    *OFFERED["editorSettings"],
    *OFFERED["experimental"]["promptLsp"]["commands"],
}
VARIABLES = {name for names in OFFERED["environment"].values() for name in names}

_CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
_OURS = re.compile(r"\bpromptLsp\b(?:[./][A-Za-z]+)*")
_METHOD = re.compile(
    r"(?:\$|\b(?:textDocument|workspace|codeAction|window|client))/[A-Za-z/]+"
)
_KIND = re.compile(r"\b(?:source|refactor)\.[A-Za-z.]+|\bquickfix\b")
_LANGUAGE = re.compile(r"\bllm[-_]\w+")
_VARIABLE = re.compile(r"\bPROMPT_LSP_\w+|\bANTHROPIC_\w+")
_VERB = re.compile(r"\bprompt-lsp ([a-z]+)\b")
_VERSION = re.compile(r"\b\d+(?:\.\d+)*\b")
_INSTALLED = re.compile(r"\binstall\s[^`\n]*?(?<![\w./~-])prompt-lsp\b(?![./-])")
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
# Where clients keep what goes to the server.
_HOLDERS = ("initializationOptions", "initialization_options", "config", "promptLsp")
# Scopes of Sublime Text look like kinds of code actions.
_SCOPES = {"source.json", "source.yaml"}

pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


def code(page: Path) -> str:
    """What stands in the page as code, inline or in fences."""
    return "\n".join(_CODE.findall(page.read_text(encoding="utf-8")))


def test_every_editor_has_its_page() -> None:
    told = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    for page in (ROOT / "editors").glob("*.md"):
        assert f"(../editors/{page.name})" in told


@pages
def test_names_of_ours(page: Path) -> None:
    named = {*_OURS.findall(code(page))}
    assert {name for name in named if not _exists(name)} == set()


def _exists(name: str) -> bool:
    # A kind of code action ends with our name, and a key follows in capabilities.
    return name in OURS or name == "promptLsp.commands"


@pages
def test_methods(page: Path) -> None:
    methods = {*OFFERED["methods"]["heard"], *OFFERED["methods"]["sent"]}
    assert {*_METHOD.findall(code(page))} - methods == set()


@pages
def test_kinds_of_code_actions(page: Path) -> None:
    kinds = {*_KIND.findall(code(page))} - _SCOPES
    assert kinds - {*OFFERED["codeActionKinds"]} == set()


@pages
def test_language_ids(page: Path) -> None:
    named = {*_LANGUAGE.findall(code(page).replace("llm-prompt-mode", ""))}
    assert named - {*OFFERED["languageIds"]} == set()


@pages
def test_variables_of_the_environment(page: Path) -> None:
    assert {*_VARIABLE.findall(code(page))} - VARIABLES == set()


@pages
def test_verbs(page: Path) -> None:
    verbs = {path.stem for path in (ROOT / "prompt_lsp" / "cli").glob("*.py")}
    assert {*_VERB.findall(code(page))} - verbs == set()


@pages
def test_links(page: Path) -> None:
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    files = [link for link in links if "://" not in link]
    assert files, "a page stands alone"
    assert [link for link in files if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES[:-2], ids=lambda page: page.stem)
def test_versions(page: Path) -> None:
    told = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    (row,) = (line for line in told.splitlines() if f"(../editors/{page.name})" in line)
    needs = page.read_text(encoding="utf-8").split("\n\n")[1]
    assert _VERSION.findall(row.split("|")[1]) == _VERSION.findall(needs)[:1]


def test_nothing_is_installed_by_a_bare_name() -> None:
    told = [ROOT / "README.md", *PAGES]
    told += [*(ROOT / "docs").glob("*.md"), *(ROOT / "editors").glob("*/README.md")]
    lines = (line for page in told for line in page.read_text("utf-8").splitlines())
    # No index has the name for sure: what it gives there may be anybody's.
    assert [line for line in lines if _INSTALLED.search(line)] == []


@pages
def test_settings(page: Path) -> None:
    named = {name for fence in fences(page) for name in _settings(fence)}
    assert {name for name in named if name.split(".")[0] not in _TABLES} == set()


_TABLES = {name.split(".")[0] for name in SETTINGS}


def test_settings_are_looked_at() -> None:
    by_page = {
        page.stem: {name for fence in fences(page) for name in _settings(fence)}
        for page in PAGES
    }
    silent = {name for name, found in by_page.items() if not found}
    assert silent == {"editors"}


def _settings(fence: Fence) -> Iterator[str]:
    """The names of settings in a fence, by the syntax of its language."""
    if fence.language in ("json", "toml"):
        read = json.loads if fence.language == "json" else tomllib.loads
        table = read(fence.text)
        yield from _held(table)
        if isinstance(table, dict) and {*table} <= SETTINGS:
            yield from table
    elif fence.language == "elisp":
        for inner in re.findall(r":promptLsp \(([^)]*)\)", fence.text):
            yield from re.findall(r":(\w+)", inner)
    elif fence.language == "vim":
        holder = r"'(?:initialization_options|promptLsp)': \{([^}]*)\}"
        for inner in re.findall(holder, fence.text):
            yield from re.findall(r"'(\w+)':", inner)


def _held(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _held(each)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key in _HOLDERS and isinstance(inner, dict) and "commands" not in inner:
                yield from inner
            elif key.startswith("promptLsp."):
                yield key.removeprefix("promptLsp.")
            yield from _held(inner)
