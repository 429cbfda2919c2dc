"""What the server offers to editors, gathered from the lists that it works with.

Nothing is said here that the server does not read itself, so that who sets up an
editor, and the pages about editors, can be held to it.
"""

from typing import Any

from prompt_lsp import __version__
from prompt_lsp.config import SETTINGS
from prompt_lsp.config.layers import EDITOR_KEYS, variable_of
from prompt_lsp.config.schema import editor_properties
from prompt_lsp.config.settings import DEFAULT_INCLUDE
from prompt_lsp.http_api.options import VARIABLES
from prompt_lsp.lsp.diagnostics import SOURCE
from prompt_lsp.lsp.server import offer
from prompt_lsp.lsp.settings import SECTION
from prompt_lsp.lsp.tool_actions import ASKING
from prompt_lsp.prompt_tools.access import KEY_VARIABLES
from prompt_lsp.prompt_tools.catalogue import NAMES as ENGINES
from prompt_lsp.workspace.files import NAMES as CONFIGURATION_FILES
from prompt_lsp.workspace.standing import LANGUAGES, SIDECARS


def capabilities() -> dict[str, Any]:
    """What the server offers, as plain JSON that is the same every time."""
    offered = offer()
    return {
        "name": SOURCE,
        "version": __version__,
        "methods": {"heard": [*offered.methods], "sent": [*offered.sent]},
        "requests": _with_keys(offered.requests),
        "commands": _with_keys(offered.commands),
        "codeActionKinds": [*offered.action_kinds],
        "languageIds": sorted(LANGUAGES),
        "filePatterns": [*DEFAULT_INCLUDE],
        "sidecarPatterns": [f"*{suffix}" for suffix in SIDECARS],
        "configurationFiles": [*CONFIGURATION_FILES],
        "section": SECTION,
        "settings": editor_properties(),
        # `initializationOptions` is that section without its name.
        "initializationOptions": [setting.camel for setting in SETTINGS],
        "editorSettings": sorted(f"{SECTION}.{key}" for key in EDITOR_KEYS),
        "engines": [*ENGINES],
        "environment": _environment(),
        # Commands of its own that a client lists among its experimental capabilities.
        "experimental": {SECTION: {"commands": [ASKING]}},
    }


def _with_keys(named: dict[str, tuple[str, ...]]) -> dict[str, list[str]]:
    return {name: [*keys] for name, keys in named.items()}


def _environment() -> dict[str, list[str]]:
    guarded = [variable_of(setting) for setting in SETTINGS if setting.guarded]
    return {
        "keys": [*KEY_VARIABLES],
        "settings": guarded,
        "service": [*VARIABLES],
    }
