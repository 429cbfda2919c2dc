"""Settings: the one list of them, their values, and how layers of them resolve.

Parsed tables in, values and problems out. Nothing here reads a file: finding and
reading configuration files is the workspace's affair.
"""

from prompt_lsp.config.declared import SETTINGS, Setting
from prompt_lsp.config.layers import (
    Layer,
    Level,
    Provenance,
    Resolved,
    SettingProblem,
    environment_layer,
    resolve,
)
from prompt_lsp.config.settings import Globs, PerFileIgnores, Settings

__all__ = [
    "SETTINGS",
    "Globs",
    "Layer",
    "Level",
    "PerFileIgnores",
    "Provenance",
    "Resolved",
    "Setting",
    "SettingProblem",
    "Settings",
    "environment_layer",
    "resolve",
]
