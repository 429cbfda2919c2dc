"""The Neovim package names what the server has, and nothing else."""

import re

from prompt_lsp import __version__
from prompt_lsp.cli.capabilities import capabilities
from tests.editors.pages import ROOT

PLUGIN = ROOT / "editors" / "nvim"
LUA = {path: path.read_text(encoding="utf-8") for path in PLUGIN.rglob("*.lua")}
OFFERED = capabilities()


def lua(name: str) -> str:
    """The text of a file of the package."""
    return LUA[PLUGIN / name]


def test_commands_and_requests_exist() -> None:
    named = {name for text in LUA.values() for name in _NAMED.findall(text)}
    own = {*OFFERED["experimental"]["promptLsp"]["commands"]}
    assert named - own == {*OFFERED["commands"], *OFFERED["requests"]}
    assert own <= named


def test_engines_are_those_of_the_server() -> None:
    engines = [*OFFERED["engines"]]
    listed = ", ".join(f'"{name}"' for name in engines)
    assert f"values = {{ {listed} }}" in lua("lua/prompt_lsp/options.lua")
    assert f"done({{ {listed} }})" in lua("lua/prompt_lsp/subcommands.lua")


def test_the_server_s_languages_are_attached() -> None:
    server = lua("lsp/prompt_lsp.lua")
    for language in OFFERED["languageIds"]:
        assert f'"{language}"' in server


def test_the_server_of_this_repository_is_new_enough() -> None:
    found = re.search(r'M\.OLDEST = "([\d.]+)"', lua("lua/prompt_lsp/server.lua"))
    assert found
    assert _numbers(found[1]) <= _numbers(__version__)


_NAMED = re.compile(r'"(promptLsp[./][A-Za-z.]+)"')


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".")[:3]]
