"""Diagnostics of the whole workspace, for a client that asks for them now and then.

Files that are not open are kept in an index: each is read once, and again only when
it was said to have changed. Open documents are answered as they stand.
"""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from time import monotonic
from typing import NamedTuple

from lsprotocol import types

from prompt_lsp.analysis.engine import analyse
from prompt_lsp.analysis.tokens import CountNow
from prompt_lsp.lsp.address import key_of, path_of, uri_of
from prompt_lsp.lsp.convert import Diagnostic
from prompt_lsp.lsp.frames import Json
from prompt_lsp.lsp.linted import File
from prompt_lsp.lsp.reports import Lists, full, unchanged
from prompt_lsp.lsp.session import Session
from prompt_lsp.workspace.index import Index
from prompt_lsp.workspace.load import load
from prompt_lsp.workspace.trouble import Unreadable

_SLICE = 0.02  # seconds of reading before a keystroke gets its turn


class Entry(NamedTuple):
    """A prompt and what there is to say of it.

    Attributes:
        uri, version: of the file; the version only where it is open.
        name: of the result.
    """

    uri: str
    version: int | None
    name: str
    lists: Lists


async def workspace_diagnostic(
    session: Session, params: types.WorkspaceDiagnosticParams
) -> Json:
    """What there is to say of every prompt, open or not, and of their sidecars."""
    await session.settled.wait()
    known = {key_of(one.uri): one for one in params.previous_result_ids}
    answer = _Answer(session, params.partial_result_token)
    entries: list[Entry] = []
    until = monotonic() + _SLICE
    for entry in _entries(session):
        entries.append(entry)
        previous = known.pop(key_of(entry.uri), None)
        answer.add(entry.uri, entry.version, _report(entry, previous))
        if monotonic() > until:
            answer.send()
            await asyncio.sleep(0)
            until = monotonic() + _SLICE
    for uri, name, diagnostics in _sidecars(entries):
        previous = known.pop(key_of(uri), None)
        document = session.opened(uri)
        version = None if document is None else document.version
        same = previous is not None and previous.value == name
        said = unchanged(name) if same else full(diagnostics, name)
        answer.add(uri, version, said)
    session.messages.misconfigured(session.configuration.problems)
    for gone in known.values():
        answer.add(gone.uri, None, full([]))
    return answer.end()


def _entries(session: Session) -> Iterator[Entry]:
    """Open prompts first, then those that lie below the open folders."""
    open_paths: set[str | None] = set()
    for linted in [*session.prompts()]:
        open_paths.add(path_of(linted.uri))
        lists = _lists(linted.files, linted.diagnostics)
        yield Entry(linted.uri, linted.version, linted.result_id, lists)
    index = _index(session)
    for path in [*index]:
        if path not in open_paths and path in index:
            found = index.report(path)
            if found.result is not None:
                yield Entry(uri_of(path), None, found.result_id, found.result)


def _index(session: Session) -> Index[Lists]:
    """The index of the open folders, walked anew only where nobody tells of changes."""
    index = session.index
    if index is None:
        index = Index(session.configuration, lambda path: _examined(session, path))
        session.index = index
    elif session.client.watches:
        return index
    session.messages.troubled(index.refresh(session.configuration.roots))
    return index


def _examined(session: Session, path: str) -> Lists:
    configuration = session.configuration
    declared, settings = configuration.declared(path), configuration.settings(path)
    try:
        loaded = load(path, declared=declared, buffers=session.sidecar_buffers())
    except Unreadable as trouble:
        session.messages.troubled((trouble,))
        return Lists([])
    found = analyse(loaded.document, settings, CountNow())
    session.messages.crashed(found.crashes)
    files = tuple(
        File(session.uri_of(file.path), file.text, None) for file in loaded.files
    )
    return _lists(files, session.writer(loaded.document, files).lists(found.findings))


def _lists(files: Sequence[File], lists: Sequence[list[Diagnostic]]) -> Lists:
    if len(files) == 1:
        return Lists(lists[0])
    return Lists(lists[0], files[1].uri, lists[1])


def _report(entry: Entry, previous: types.PreviousResultId | None) -> Json:
    if previous is not None and previous.value == entry.name:
        return unchanged(entry.name)
    return full(entry.lists.own, entry.name)


def _sidecars(entries: Iterable[Entry]) -> Iterator[tuple[str, str, list[Diagnostic]]]:
    """Of each sidecar with findings its address, the result's name, and the list."""
    merged: dict[str, tuple[str, list[Diagnostic]]] = {}
    for entry in entries:
        uri, diagnostics = entry.lists.sidecar, entry.lists.beside
        if uri is not None and diagnostics:
            name, before = merged.get(uri, ("", []))
            merged[uri] = (f"{name}+{entry.name}", [*before, *diagnostics])
    for uri, (name, diagnostics) in merged.items():
        yield uri, name, diagnostics


class _Answer:
    """The reports, sent in portions to a client that takes them so."""

    def __init__(self, session: Session, token: types.ProgressToken | None) -> None:
        self._session = session
        self._token = token
        self._items: list[Json] = []

    def add(self, uri: str, version: int | None, said: dict[str, Json]) -> None:
        self._items.append({"uri": uri, "version": version, **said})

    def send(self) -> None:
        """Send what there is, if the client takes it now."""
        if self._token is not None and self._items:
            value = {"items": self._items}
            self._session.protocol.notify(
                types.PROGRESS, {"token": self._token, "value": value}
            )
            self._items = []

    def end(self) -> Json:
        """The answer: what was not sent before."""
        self.send()
        return {"items": self._items}
