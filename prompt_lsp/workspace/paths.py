# ruff: noqa: PTH100, PTH118, PTH119, PTH120
# Paths as strings are the purpose of this module.
"""Absolute paths as strings.

The server asks about the same folders at every turn and a walk about thousands of
files: a `Path` for each costs more than the answer.
"""

import os
from collections.abc import Callable, Iterator
from os import PathLike
from typing import TypeVar

StrPath = str | PathLike[str]
Found = TypeVar("Found")


def absolute(path: StrPath) -> str:
    """The path from the root, without `.` and `..`; links are not followed."""
    return os.path.abspath(path)


def followed(path: str) -> str:
    """The path of what is meant when all links on the way are followed."""
    return os.path.realpath(path)


def parent(path: str) -> str:
    """The folder above; the root is above itself."""
    return os.path.dirname(path)


def upwards(folder: str) -> Iterator[str]:
    """A folder and those above it, to the root."""
    above = parent(folder)
    while above != folder:
        yield folder
        folder, above = above, parent(above)
    yield folder


def nearest_upwards(
    folder: str, known: dict[str, Found | None], look: Callable[[str], Found | None]
) -> Found | None:
    """What is found in a folder, or in the nearest one above that has it.

    `known` keeps the answer for every folder on the way.
    """
    found: Found | None = None
    passed = []
    for above in upwards(folder):
        if above in known:
            found = known[above]
            break
        passed.append(above)
        if (found := look(above)) is not None:
            break
    known.update(dict.fromkeys(passed, found))
    return found


def name_of(path: str) -> str:
    """The last name."""
    return os.path.basename(path)


def join(folder: str, *names: str) -> str:
    """A path below a folder."""
    return os.path.join(folder, *names)


def below(folder: str, path: str) -> str:
    """The path from a folder above it, with `/` between the names."""
    return path[len(folder) :].replace(os.sep, "/").lstrip("/")


def inside(path: str, folder: str) -> bool:
    """Whether a path is a folder or lies in it."""
    return path == folder or path.startswith(join(folder, ""))


def exists(path: str) -> bool:
    """Whether something is there."""
    return os.path.lexists(path)
