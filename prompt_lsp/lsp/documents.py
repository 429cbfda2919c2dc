"""The documents that the client has open, as it edits them.

Stock pygls splits lines as Python does, at form feeds and U+2028 too, so that every
later edit lands on the wrong line; it inserts one character early past the end of
the last line; and each edit costs the whole document several times.
"""

from itertools import count
from typing import cast
from urllib.parse import unquote

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.workspace import Workspace

from prompt_lsp.lsp.converter import UNVERSIONED
from prompt_lsp.text import Encoding, LineIndex, TextBuffer

_REVISIONS = count(1)


class OpenDocument:
    """One open document.

    `version` is the client's, None if it sends none. `revision` is ours: no two texts
    of the process have the same, whatever the client says, and a later one is greater;
    compare it to know whether a text is still the same.
    """

    def __init__(
        self,
        uri: str,
        text: str,
        version: int | None,
        language_id: str,
        encoding: Encoding,
    ) -> None:
        self.uri = uri
        self.version = version
        self.language_id = language_id
        self.encoding = encoding
        self.revision = next(_REVISIONS)
        self._buffer = TextBuffer(text, encoding)

    @property
    def text(self) -> str:
        """The whole text."""
        return self._buffer.text

    @property
    def index(self) -> LineIndex:
        """The lines of the present text."""
        return self._buffer.index

    def apply_change(self, change: types.TextDocumentContentChangeEvent) -> None:
        """Replace a range or the whole text."""
        self.revision = next(_REVISIONS)
        if isinstance(change, types.TextDocumentContentChangeWholeDocument):
            self._buffer.reset(change.text)
            return
        start, end = change.range.start, change.range.end
        self._buffer.replace(
            (start.line, start.character), (end.line, end.character), change.text
        )


class OpenDocuments(Workspace):
    """The workspace of pygls with `OpenDocument`s, and without a way to the disk."""

    @classmethod
    def instead_of(cls, stock: Workspace) -> "OpenDocuments":
        """The same workspace, before any document is open."""
        return cls(
            stock.root_uri,
            workspace_folders=[*stock.folders.values()],
            position_encoding=stock.position_encoding,
        )

    @property
    def encoding(self) -> Encoding:
        """The units of the client's columns."""
        return Encoding(types.PositionEncodingKind(self.position_encoding).value)

    def open_document(self, uri: str) -> OpenDocument | None:
        """The document, if it is open."""
        return cast("OpenDocument | None", self._text_documents.get(unquote(uri)))

    @property
    def opened(self) -> tuple[OpenDocument, ...]:
        """All documents, in the order in which they were opened."""
        return tuple(cast("dict[str, OpenDocument]", self._text_documents).values())

    def get_text_document(self, doc_uri: str) -> OpenDocument:  # type: ignore[override]
        """The document; stock pygls would read a closed one from the disk.

        Raises:
            JsonRpcInvalidParams: it is not open.
        """
        if (document := self.open_document(doc_uri)) is None:
            message = f"`{doc_uri}` is not open"
            raise JsonRpcInvalidParams(message)
        return document

    def update_text_document(
        self,
        text_doc: types.VersionedTextDocumentIdentifier,
        change: types.TextDocumentContentChangeEvent,
    ) -> None:
        """Apply one change."""
        document = self.get_text_document(text_doc.uri)
        document.apply_change(change)
        document.version = _known(text_doc.version)

    def _create_text_document(  # type: ignore[override]
        self,
        doc_uri: str,
        source: str | None = None,
        version: int | None = None,
        language_id: str | None = None,
    ) -> OpenDocument:
        return OpenDocument(
            doc_uri, source or "", _known(version), language_id or "", self.encoding
        )


def _known(version: int | None) -> int | None:
    return None if version == UNVERSIONED else version
