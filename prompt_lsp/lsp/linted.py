"""A document as it stood at one moment, with what was found in it."""

from dataclasses import dataclass
from functools import cached_property

from prompt_lsp.analysis.engine import Finding
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document
from prompt_lsp.lsp.convert import Diagnostic
from prompt_lsp.text import LineIndex


class File:
    """One of a document's sources, as the client knows it.

    Attributes:
        uri: as the client spells it, where it has said it.
        version: of the client's buffer; None where it has none.
    """

    def __init__(
        self, uri: str, text: str, version: int | None, lines: LineIndex | None = None
    ) -> None:
        self.uri = uri
        self.version = version
        self._text = text
        if lines is not None:
            self.__dict__["lines"] = lines

    @property
    def facts(self) -> tuple[str, int | None]:
        """Its address and version."""
        return self.uri, self.version

    @cached_property
    def lines(self) -> LineIndex:
        """The lines of its text."""
        return LineIndex(self._text)


@dataclass(frozen=True, slots=True, eq=False)
class Linted:
    """An open prompt with its findings.

    Attributes:
        serial: no other of this session has it.
        document, settings: what was judged, and by what.
        findings: in order of place and code.
        files: one for each source of the document.
        diagnostics: the findings as diagnostics, a list for each file.
        result_id: stays as long as the lists say the same.
        counted: tokens were counted, where that matters.
    """

    serial: int
    document: Document
    settings: Settings
    findings: tuple[Finding, ...]
    files: tuple[File, ...]
    diagnostics: tuple[list[Diagnostic], ...]
    result_id: str
    counted: bool = False

    @property
    def uri(self) -> str:
        """The address of the document."""
        return self.files[0].uri

    @property
    def version(self) -> int | None:
        """The client's version of the text."""
        return self.files[0].version
