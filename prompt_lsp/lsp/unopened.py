"""Prompts that are not open, beside sidecars that are.

An open sidecar shows what is found in it whether or not its prompts are open.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from prompt_lsp.analysis.engine import analyse
from prompt_lsp.analysis.tokens import LastCount
from prompt_lsp.lsp.address import path_of
from prompt_lsp.lsp.linted import Linted
from prompt_lsp.workspace import paths
from prompt_lsp.workspace.load import Loaded, load, sidecars
from prompt_lsp.workspace.trouble import Unreadable

if TYPE_CHECKING:
    from prompt_lsp.lsp.session import Session


class Unopened:
    """What was found in them, kept until somebody says that a file is another."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Linted, ...]] = {}

    def prompts(self, session: "Session") -> Iterator[Linted]:
        """The findings of each, judged with the sidecar as it stands in the editor."""
        for sidecar in session.sidecar_paths():
            if sidecar not in self._known:
                self._known[sidecar] = tuple(_judged(session, sidecar))
            for linted in self._known[sidecar]:
                path = path_of(linted.uri)
                if path and session.opened_file(path) is None:
                    yield linted

    def forget(self) -> None:
        """Heed that a file or a setting has changed."""
        self._known.clear()


def _judged(session: "Session", sidecar: str) -> Iterator[Linted]:
    for path in _prompts_of(session, sidecar):
        try:
            loaded = load(
                path,
                declared=session.configuration.declared(path),
                buffers=session.sidecar_buffers(),
            )
        except Unreadable as trouble:
            session.messages.troubled((trouble,))
            continue
        session.messages.troubled(loaded.troubles)
        if any(file.path == sidecar for file in loaded.files[1:]):
            yield _linted(session, path, loaded)


def _prompts_of(session: "Session", sidecar: str) -> Iterator[str]:
    """The prompts on the disk that a sidecar may belong to, in the order of paths."""
    try:
        found = sorted(map(str, Path(paths.parent(sidecar)).iterdir()))
    except (OSError, ValueError):  # an editor may open what was never saved
        return
    for path in found:
        # The name is looked at first: a folder may hold very many files.
        named = sidecar in sidecars(path) and session.configuration.is_prompt(path)
        if named and Path(path).is_file():
            yield path


def _linted(session: "Session", path: str, loaded: Loaded) -> Linted:
    settings = session.configuration.settings(path)
    report = analyse(loaded.document, settings, LastCount())
    session.messages.crashed(report.crashes)
    files = tuple(session.file_of(file) for file in loaded.files)
    writer = session.writer(loaded.document, files)
    return session.results.result(loaded.document, settings, report, writer)
