"""From paths that somebody gives to the prompt files that they mean."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from prompt_lsp import formats
from prompt_lsp.workspace import paths, standing
from prompt_lsp.workspace.configuration import Configuration
from prompt_lsp.workspace.ignored import Ignores
from prompt_lsp.workspace.trouble import Unreadable, reason_of


class Found(NamedTuple):
    """A file to read.

    Attributes:
        path: absolute.
        name: as users are told of it: as given, or the given folder joined with `/`.
        declared: its configuration declares it text-completions.
    """

    path: str
    name: str
    declared: bool = False


class Skipped(NamedTuple):
    """A prompt file of a format that has no reader yet."""

    path: str
    name: str
    format: str


class LeftOut(NamedTuple):
    """A path that was given but is left out, because that was asked for too."""

    path: str
    name: str
    reason: str


Discovery = Found | Skipped | LeftOut | Unreadable


def discover(
    given: Iterable[str], configuration: Configuration, *, force_exclude: bool = False
) -> Iterator[Discovery]:
    """The prompts that are given or lie in given folders, each once.

    A given file is read whatever it is called and wherever it lies; with
    `force_exclude`, what leaves out the files of a folder leaves it out too. Folders
    are walked in the order of their names. A link to a file is followed, one to a
    folder is not, unless it was given itself.
    """
    seen: set[str] = set()
    for name in given:
        for found in _given(name, configuration, force_exclude=force_exclude):
            if isinstance(found, Unreadable):
                yield found
            elif found.path not in seen:
                seen.add(found.path)
                yield found


def _given(
    name: str, configuration: Configuration, *, force_exclude: bool
) -> Iterator[Discovery]:
    path = paths.absolute(name)
    if not paths.exists(path):
        yield Unreadable(name, "no such file or directory")
        return
    folder = Path(path).is_dir()
    if force_exclude and (out := _left_out(configuration, path, folder=folder)):
        yield LeftOut(path, name, out)
    elif folder:
        yield from _walk(path, name, configuration)
    else:
        yield _of_format(path, name, configuration)


def _left_out(configuration: Configuration, path: str, *, folder: bool) -> str | None:
    if folder:
        return standing.folder_left_out(configuration, path)
    return standing.left_out(configuration, path)


def _of_format(path: str, name: str, configuration: Configuration) -> Found | Skipped:
    format_ = formats.format_of(path)
    if format_.read is None:
        return Skipped(path, name, format_.name)
    return Found(path, name, configuration.declared(path))


def _walk(start: str, name: str, configuration: Configuration) -> Iterator[Discovery]:
    ignores = _ignores(configuration, start)
    rest = [_listing(start, name)]
    while rest:
        entry = next(rest[-1], None)
        if entry is None:
            rest.pop()
        elif isinstance(entry, Unreadable):
            yield entry
        elif entry.folder:
            if not standing.subfolder_left_out(configuration, entry.path, ignores):
                rest.append(_listing(entry.path, entry.name, below=True))
        elif _is_prompt(entry.path, configuration, ignores):
            yield _of_format(entry.path, entry.name, configuration)


def _is_prompt(path: str, configuration: Configuration, ignores: Ignores) -> bool:
    """Whether a file of a folder that is not left out is a prompt."""
    if not standing.is_named(configuration, path):
        return False
    return standing.file_left_out(configuration, path, ignores) is None


def _ignores(configuration: Configuration, folder: str) -> Ignores:
    """The rules for what lies in a folder that was given.

    Who names a folder that Git ignores wants what is in it, so the rules above it
    say nothing then.
    """
    if standing.folder_left_out(configuration, folder):
        return Ignores((folder,), strict=True)
    return configuration.ignores


class _Entry(NamedTuple):
    """A file or folder; `order` sorts whole names as their text sorts."""

    order: str
    path: str
    name: str
    folder: bool


def _listing(
    folder: str, name: str, *, below: bool = False
) -> Iterator[_Entry | Unreadable]:
    """The files and folders of a folder; none if it is an environment below it."""
    prefix = name if name.endswith(("/", os.sep)) else name + "/"
    try:
        with os.scandir(folder) as listing:
            entries = [_entry(entry, prefix) for entry in listing]
    except OSError as error:
        yield Unreadable(name, reason_of(error))
        return
    if not below or all(entry.order != standing.VENV for entry in entries if entry):
        yield from sorted(filter(None, entries))


def _entry(entry: "os.DirEntry[str]", prefix: str) -> _Entry | None:
    """A folder or a file, perhaps by a link; None for anything else.

    An editor's lock is a link to nowhere, and reading a pipe would never end.
    """
    name = prefix + entry.name
    try:
        if entry.is_dir(follow_symlinks=False):
            return _Entry(entry.name + "/", entry.path, name, folder=True)
        if entry.is_file():
            return _Entry(entry.name, entry.path, name, folder=False)
    except OSError:  # a link to itself
        return None
    return None
