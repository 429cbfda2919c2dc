"""Configuration files: where they lie, and what stands in them."""

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from prompt_lsp.config import Layer, Level, Provenance, SettingProblem
from prompt_lsp.config.lines import key_lines
from prompt_lsp.workspace.trouble import reason_of

NAMES = ("prompt-lsp.toml", ".prompt-lsp.toml", "pyproject.toml")
_USER_NAME = "config.toml"
_APPLICATION = "prompt-lsp"
_SECTION = ("tool", "prompt-lsp")
_PLACE = re.compile(r" *\(at (?:line (\d+), column (\d+)|end of document)\)$")


def user_file(environment: Mapping[str, str]) -> str | None:
    """The path of the user's own configuration, whether it exists or not."""
    folder = _linux_folder(environment) or _platform_folder()
    return str(Path(folder, _USER_NAME)) if folder else None


def user_layer(path: str) -> Layer | None:
    """The settings of the user's file, if there is one."""
    return _layer(path, Level.USER, ())


def project_layer(folder: str) -> Layer | None:
    """The settings of the configuration file that lies in a folder itself."""
    for name in NAMES:
        layer = _layer(str(Path(folder, name)), Level.PROJECT, section_of(name))
        if layer is not None:
            return layer
    return None


def section_of(path: str) -> tuple[str, ...]:
    """The table of a configuration file that is ours; empty where all of it is."""
    return _SECTION if Path(path).name == "pyproject.toml" else ()


def _linux_folder(environment: Mapping[str, str]) -> str | None:
    """What `platformdirs` would say, where that is plain without importing it."""
    if sys.platform != "linux" or "ANDROID_DATA" in environment:
        return None
    base, home = environment.get("XDG_CONFIG_HOME", ""), environment.get("HOME", "")
    if not base.startswith("/"):
        base = f"{home}/.config" if home.startswith("/") else ""
    return f"{base}/{_APPLICATION}" if base else None


def _platform_folder() -> str | None:
    # An import of its own weight, and of no use on most machines.
    from platformdirs import user_config_dir  # noqa: PLC0415

    try:
        return user_config_dir(_APPLICATION, appauthor=False)
    except (OSError, RuntimeError):  # there is no home folder
        return None


def _layer(path: str, level: Level, section: tuple[str, ...]) -> Layer | None:
    try:
        data = Path(path).read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None  # a path with a NUL is one of no file
    except OSError as error:
        return _broken(path, level, f"cannot be read: {reason_of(error)}")
    # Nearly every `pyproject.toml` is none of our business, so parse ours only.
    if section and section[-1].encode() not in data:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _broken(path, level, "is not UTF-8")
    return _parsed(path, level, section, text)


def _parsed(
    path: str, level: Level, section: tuple[str, ...], text: str
) -> Layer | None:
    import tomllib  # noqa: PLC0415 - most runs find no file and need no parser

    try:
        table: Any = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        said, line, column = _said(error, text)
        message = f"is not valid TOML at line {line}, column {column}: {said}"
        return _broken(path, level, message, line)
    for name in section:
        table = table.get(name) if isinstance(table, Mapping) else None
    if table is None:
        return None
    lines = {
        key[len(section) :]: line
        for key, line in key_lines(text).items()
        if key[: len(section)] == section
    }
    if not isinstance(table, Mapping):
        message = f"`{'.'.join(section)}` must be a table"
        return _broken(path, level, message, lines.get(()))
    return Layer(level, table, str(Path(path).parent), path, lines)


def _said(error: Exception, text: str) -> tuple[str, int, int]:
    """What the parser has to say, and at which line and column, from 1."""
    said = str(error)
    place = _PLACE.search(said)
    if isinstance(error, RecursionError):
        # There is no telling where; a value that deep has a beginning at least.
        deepest = max(text.split("\n"), key=lambda line: line.count("["))
        return "values nest too deeply", text.split("\n").index(deepest) + 1, 1
    if place and place[1]:
        return said[: place.start()], int(place[1]), int(place[2])
    lines = text.split("\n")
    said = said[: place.start()] if place else said
    return f"{said} (at the end of the file)", len(lines), len(lines[-1]) + 1


def _broken(path: str, level: Level, message: str, line: int | None = None) -> Layer:
    """A file of which nothing holds but that it is the nearest."""
    where = Provenance(level, path, line)
    problem = SettingProblem(where, message, whole_file=True)
    return Layer(level, {}, str(Path(path).parent), path, problems=(problem,))
