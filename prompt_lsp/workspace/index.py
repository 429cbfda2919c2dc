"""The prompt files of a workspace and what is known of each.

It answers a client that polls `workspace/diagnostic` without reading anything
twice: a file is looked at again only after it was said to have changed, or when a
refresh finds another stamp on it. It belongs to one thread.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from prompt_lsp.workspace import paths
from prompt_lsp.workspace.configuration import Configuration
from prompt_lsp.workspace.discover import Found, discover
from prompt_lsp.workspace.load import Stamp, sidecars
from prompt_lsp.workspace.paths import StrPath
from prompt_lsp.workspace.standing import SIDECARS
from prompt_lsp.workspace.trouble import Unreadable

Result = TypeVar("Result")


class Report(NamedTuple, Generic[Result]):
    """What there is to say of one file.

    Attributes:
        path: absolute.
        result_id: names the result; another result has another name.
        result: None where the asker has it already, by its name.
    """

    path: str
    result_id: str
    result: Result | None


@dataclass(slots=True)
class _Entry(Generic[Result]):
    """A file: its stamps when it was last looked at, and what came of that.

    With `stale`, the result is that of an earlier state.
    """

    stamps: tuple[Stamp | None, ...]
    result_id: str = ""
    result: Result | None = None
    stale: bool = True


class Index(Generic[Result]):
    """The prompt files below some folders.

    Args:
        configuration: which files are prompts.
        examine: what is to be known of a file, from its absolute path. It is called
            when somebody asks, and once for each state of a file.
    """

    def __init__(
        self, configuration: Configuration, examine: Callable[[str], Result]
    ) -> None:
        self._configuration = configuration
        self._examine = examine
        self._entries: dict[str, _Entry[Result]] = {}
        # A name must not come again in another life of the server.
        self._life = os.urandom(4).hex()
        self._count = 0

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._entries))

    def __contains__(self, path: object) -> bool:
        return path in self._entries

    def refresh(self, folders: Iterable[StrPath]) -> tuple[Unreadable, ...]:
        """Walk the folders anew; results stay where the files have not changed.

        Returns:
            The folders that cannot be read.
        """
        entries: dict[str, _Entry[Result]] = {}
        troubles: list[Unreadable] = []
        given = [os.fspath(folder) for folder in folders]
        for found in discover(given, self._configuration):
            if isinstance(found, Unreadable):
                troubles.append(found)
            elif isinstance(found, Found):
                entries[found.path] = self._looked_at(found.path)
        self._entries = entries
        return tuple(troubles)

    def changed(self, path: StrPath) -> None:
        """Heed that a file was made or written, on the disk or in an editor."""
        name = paths.absolute(path)
        if name.endswith(SIDECARS):
            self._sidecar_changed(name)
        elif name in self._entries or self._is_prompt(name):
            self._entries[name] = self._looked_at(name, changed=True)

    def removed(self, path: StrPath) -> None:
        """Heed that a file is gone, or a folder with all that was in it."""
        name = paths.absolute(path)
        if name.endswith(SIDECARS):
            self._sidecar_changed(name)
        for known in [known for known in self._entries if paths.inside(known, name)]:
            del self._entries[known]

    def reports(self, known: Mapping[str, str]) -> Iterator[Report[Result]]:
        """Every file in the order of paths; `known` is path to name of result."""
        for path in self:
            if path in self._entries:  # while the asker wrote the last, it may be gone
                yield self.report(path, known.get(path))

    def report(self, path: str, known: str | None = None) -> Report[Result]:
        """One file of the index.

        Raises:
            KeyError: it is not in the index.
        """
        entry = self._entries[path]
        if entry.stale:
            self._examine_anew(path, entry)
        has_it = entry.result_id == known
        return Report(path, entry.result_id, None if has_it else entry.result)

    def _examine_anew(self, path: str, entry: _Entry[Result]) -> None:
        result = self._examine(path)
        # What came out the same again keeps its name, and is not sent again.
        if not entry.result_id or result != entry.result:
            self._count += 1
            entry.result_id = f"{self._life}-{self._count}"
        entry.result, entry.stale = result, False

    def _looked_at(self, path: str, *, changed: bool = False) -> _Entry[Result]:
        """The entry of a file, stale if its stamps or the caller say so."""
        stamps = _stamps(path)
        entry: _Entry[Result] = self._entries.get(path) or _Entry(stamps)
        entry.stale |= changed or entry.stamps != stamps
        entry.stamps = stamps
        return entry

    def _sidecar_changed(self, sidecar: str) -> None:
        folder = paths.parent(sidecar)
        for path in self._entries:
            if paths.parent(path) == folder and sidecar in sidecars(path):
                self._looked_at(path, changed=True)

    def _is_prompt(self, path: str) -> bool:
        found = next(discover([path], self._configuration, force_exclude=True), None)
        return isinstance(found, Found) and self._configuration.is_prompt(path)


def _stamps(path: str) -> tuple[Stamp | None, ...]:
    """The stamps of a prompt and its sidecars, None for what is not there."""
    return tuple(_stamp(each) for each in (path, *sidecars(path)))


def _stamp(path: str) -> Stamp | None:
    try:
        return Stamp.of(Path(path).stat())
    except (OSError, ValueError):  # a path with a NUL is one of no file
        return None
