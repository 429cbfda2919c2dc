"""What one client has open, and what is known of it.

Everything is made when it is asked for and kept until the text, a sidecar or a
setting changes. All of it belongs to the thread of the event loop.
"""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from prompt_lsp import formats
from prompt_lsp.analysis.engine import Report, analyse
from prompt_lsp.analysis.tokens import LastCount
from prompt_lsp.config import Resolved
from prompt_lsp.document.model import Document, Source
from prompt_lsp.lsp.address import key_of, name_of, path_of, uri_of
from prompt_lsp.lsp.client import Client
from prompt_lsp.lsp.diagnostics import Writer
from prompt_lsp.lsp.documents import OpenDocument
from prompt_lsp.lsp.linted import File, Linted
from prompt_lsp.lsp.messages import Messages
from prompt_lsp.lsp.place import Place, place_of
from prompt_lsp.lsp.protocol import PromptProtocol
from prompt_lsp.lsp.push import Pushed
from prompt_lsp.lsp.results import Results
from prompt_lsp.lsp.turns import Turns
from prompt_lsp.lsp.unopened import Unopened
from prompt_lsp.text import Encoding
from prompt_lsp.workspace.configuration import Configuration
from prompt_lsp.workspace.load import FileText, document_of, sidecars
from prompt_lsp.workspace.standing import SIDECARS

if TYPE_CHECKING:
    from prompt_lsp.lsp.engines import Engines
    from prompt_lsp.lsp.reports import Lists
    from prompt_lsp.workspace.index import Index


class Present(NamedTuple):
    """A document as it stands, and a file for each of its sources."""

    document: Document
    files: tuple[File, ...]


class Session:
    """The state of the server between `initialize` and `exit`.

    Attributes:
        client: what the client can do.
        configuration: which settings hold for a file.
        initialization: the client's settings of the beginning.
        answers: what it said later, by folder; None is for all the others.
        messages: what the user is told beside diagnostics.
        dirty: open documents that have changed since the last rest: key to address.
        settled: the client's settings are known, or are not worth waiting for.
        pushed: what a client shows that does not ask.
        unopened: prompts that are not open, beside sidecars that are.
        results: the last result of each prompt.
        index: the prompts that are not open, once a client has asked for them.
        watchers: what the client watches.
        counting: the wait for a moment to count tokens in.
        engines: those that have been asked, once one has been.
        turns: which tool may have a document edited.
    """

    def __init__(self, protocol: PromptProtocol) -> None:
        self.protocol = protocol
        self.client = Client()
        self.configuration = Configuration()
        self.initialization: Mapping[str, Any] = {}
        self.answers: dict[str | None, Mapping[str, Any]] = {}
        self.messages = Messages(protocol)
        self.dirty: dict[str, str] = {}
        self.settled = asyncio.Event()
        self.pushed = Pushed(protocol)
        self.unopened = Unopened()
        self.results = Results()
        self.index: Index[Lists] | None = None
        self.watchers: list[Any] = []
        self.counting: asyncio.Task[None] | None = None
        self.engines: Engines | None = None
        self.turns = Turns()
        self._places: dict[str, Place] = {}
        self._linted: dict[str, Linted | None] = {}
        self._counts: dict[str, LastCount] = {}
        self.settled.set()

    @property
    def encoding(self) -> Encoding:
        """The units of the client's columns."""
        return self.protocol.documents.encoding

    # What is open

    def opened(self, uri: str) -> OpenDocument | None:
        """The document, if it is open."""
        return self.protocol.documents.open_document(uri)

    def documents(self) -> tuple[OpenDocument, ...]:
        """All open documents, in the order in which they were opened."""
        return self.protocol.documents.opened

    def opened_file(self, path: str) -> OpenDocument | None:
        """The document that is open for a file."""
        return next(
            (each for each in self.documents() if path_of(each.uri) == path), None
        )

    def uri_of(self, path: str) -> str:
        """The address of a file, as the client spells it where it is open."""
        document = self.opened_file(path)
        return uri_of(path) if document is None else document.uri

    def sidecar_buffers(self) -> dict[str, str]:
        """The texts of the sidecars that are open, by path."""
        return {
            path: document.text
            for document in self.documents()
            if (path := sidecar_path(document.uri))
        }

    def sidecar_paths(self) -> tuple[str, ...]:
        """The paths of the sidecars that are open."""
        found = (sidecar_path(document.uri) for document in self.documents())
        return tuple(path for path in found if path)

    def file_of(self, file: FileText) -> File:
        """A file as the client knows it: with its buffer where it is open."""
        document = self.opened_file(file.path)
        if document is None:
            return File(uri_of(file.path), file.text, None)
        return File(document.uri, file.text, document.version, document.index)

    def writer(self, document: Document, files: tuple[File, ...]) -> Writer:
        """Writes diagnostics in the client's words."""
        return Writer(document, files, self.client, self.encoding)

    # What is known of it

    def place(self, document: OpenDocument) -> Place:
        """What the configuration says of an open document."""
        key = key_of(document.uri)
        if key not in self._places:
            self._places[key] = place_of(document, self.configuration)
        return self._places[key]

    def linted(self, uri: str) -> Linted | None:
        """The present findings of a document; None if it is not open or no prompt."""
        document = self.opened(uri)
        if document is None:
            return None
        key = key_of(uri)
        if key not in self._linted:
            self._linted[key] = self._lint(document)
        return self._linted[key]

    def last_count(self, uri: str) -> LastCount:
        """How many tokens a document had when somebody counted them last."""
        return self._counts.setdefault(key_of(uri), LastCount())

    def prompts(self) -> Iterator[Linted]:
        """The present findings of all open prompts."""
        for document in self.documents():
            if linted := self.linted(document.uri):
                yield linted

    def judged(self) -> Iterator[Linted]:
        """The same of all prompts with diagnostics in a document that is open."""
        yield from self.prompts()
        yield from self.unopened.prompts(self)

    def judgement(self, uri: str) -> Linted | None:
        """The present findings of one of them, open or not."""
        if self.opened(uri) is not None:
            return self.linted(uri)
        unopened = self.unopened.prompts(self)
        return next((each for each in unopened if each.uri == uri), None)

    def subjects(self, uri: str) -> tuple[tuple[Linted, int], ...]:
        """The prompts with findings in a document, each with its place among the files.

        It is the prompt itself, or the sidecar of several.
        """
        if linted := self.linted(uri):
            return ((linted, 0),)
        path = sidecar_path(uri)
        return tuple(
            (linted, source)
            for linted in (self.judged() if path else ())
            for source, file in enumerate(linted.files)
            if path_of(file.uri) == path
        )

    def present(self, uri: str) -> Present | None:
        """An open document as it stands, its sidecar read anew; None if not open."""
        document = self.opened(uri)
        if document is None:
            return None
        return self._parsed(document, self.place(document))

    def resolved(self, uri: str | None) -> Resolved:
        """What is set for an open document, and where; or for one that is no file."""
        document = None if uri is None else self.opened(uri)
        path = None if document is None else self.place(document).judged
        return self.configuration.resolve(path)

    # What changes it

    def changed(self, uri: str) -> None:
        """Heed that a document was opened, or that its text is another."""
        key = key_of(uri)
        self._linted.pop(key, None)
        self.dirty[key] = uri
        self.turns.changed(key)
        if path := sidecar_path(uri):
            self.sidecar_changed(path)

    def closed(self, uri: str) -> None:
        """Heed that a document was closed."""
        key = key_of(uri)
        self.results.forget(uri)
        self.turns.changed(key)
        for table in (self._places, self._linted, self._counts, self.dirty):
            table.pop(key, None)
        # The buffer may have been thrown away: what holds is on the disk.
        self.unopened.forget()
        if path := sidecar_path(uri):
            self.sidecar_changed(path)
        elif self.index is not None and (path := path_of(uri)):
            self.index.changed(path)

    def file_changed(self, path: str) -> bool:
        """Heed that a file changed outside; whether that touches an open sidecar."""
        self.unopened.forget()
        beside = {*sidecars(path)}.intersection(self.sidecar_paths())
        return bool(beside) and self.opened_file(path) is None

    def sidecar_changed(self, path: str) -> bool:
        """Heed that a sidecar says something else; whether that touches a prompt."""
        touched = False
        self.unopened.forget()
        if self.index is not None:
            self.index.changed(path)
        for document in self.documents():
            place = self.place(document)
            if place.prompt and place.path and path in sidecars(place.path):
                key = key_of(document.uri)
                self._linted.pop(key, None)
                self.dirty[key] = document.uri
                touched = True
        return touched

    def settings_changed(self) -> None:
        """Heed that other settings hold, or that other folders are open."""
        self._places.clear()
        self._linted.clear()
        self.unopened.forget()
        self.index = None
        for document in self.documents():
            self.dirty[key_of(document.uri)] = document.uri

    def look_again(self) -> bool:
        """Read settings and sidecars anew; whether findings are others now."""
        places, before = dict(self._places), dict(self._linted)
        unopened = [_serial(each) for each in self.unopened.prompts(self)]
        self.configuration.forget()
        self._places.clear()
        self._linted.clear()
        self.unopened.forget()
        others = unopened != [_serial(each) for each in self.unopened.prompts(self)]
        for document in self.documents():
            key = key_of(document.uri)
            if self.place(document) != places.get(key):
                self.index = None
            if _serial(self.linted(document.uri)) != _serial(before.get(key)):
                self.dirty[key] = document.uri
                others = True
        return others

    def counted(self, linted: Linted, report: Report) -> bool:
        """Take findings with counted tokens instead of those without.

        Returns:
            Whether the diagnostics are others now. Findings of an old text are
            dropped.
        """
        key = key_of(linted.uri)
        if self._linted.get(key) is not linted:
            return False
        document, settings = linted.document, linted.settings
        writer = self.writer(document, linted.files)
        made = self.results.result(document, settings, report, writer)
        self._linted[key] = replace(made, counted=True)
        if made is linted:
            return False
        self.dirty[key] = linted.uri
        return True

    def _lint(self, document: OpenDocument) -> Linted | None:
        place = self.place(document)
        if not place.prompt:
            return None
        parsed, files = self._parsed(document, place)
        counter = self.last_count(document.uri)
        report = analyse(parsed, place.settings, counter)
        self.messages.crashed(report.crashes)
        writer = self.writer(parsed, files)
        return self.results.result(parsed, place.settings, report, writer)

    def _parsed(self, document: OpenDocument, place: Place) -> Present:
        language, text = document.language_id, document.text
        own = File(document.uri, text, document.version, document.index)
        if place.path is None:
            sources = (Source(name_of(document.uri), text),)
            return Present(formats.parse(sources, language=language), (own,))
        loaded = document_of(
            FileText(place.path, text),
            declared=place.declared,
            language=language,
            buffers=self.sidecar_buffers(),
        )
        self.messages.troubled(loaded.troubles)
        beside = (self.file_of(file) for file in loaded.files[1:])
        return Present(loaded.document, (own, *beside))


def _serial(linted: Linted | None) -> int | None:
    return None if linted is None else linted.serial


def sidecar_path(uri: str) -> str | None:
    """The path of a sidecar, or None for any other document."""
    return path_of(uri) if key_of(uri).endswith(SIDECARS) else None
