"""Judged documents, each result with a name that tells whether it is another."""

import os
from collections.abc import Sequence
from itertools import count

from prompt_lsp.analysis.engine import Report
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document
from prompt_lsp.lsp.address import key_of
from prompt_lsp.lsp.diagnostics import Writer, same
from prompt_lsp.lsp.linted import File, Linted


class Results:
    """The last result of each open document.

    One that says the same of the same text is the same object, so that actions which
    were listed for it hold; one that says the same of another text has the same name,
    so that a client need not hear it again.
    """

    def __init__(self) -> None:
        self._last: dict[str, Linted] = {}
        self._serials = count(1)
        # A name must not come again in another life of the server.
        self._life = os.urandom(4).hex()

    def result(
        self, document: Document, settings: Settings, report: Report, writer: Writer
    ) -> Linted:
        """What a report says of a document."""
        files, lists = writer.files, writer.lists(report.findings)
        key = key_of(files[0].uri)
        last = self._last.get(key)
        alike = last is not None and lists == last.diagnostics
        if last and alike and _is_of(last, document, settings, files):
            return last
        serial = next(self._serials)
        unchanged = last is not None and same(lists, last.diagnostics)
        result_id = last.result_id if last and unchanged else f"{self._life}-{serial}"
        made = Linted(
            serial, document, settings, report.findings, files, lists, result_id
        )
        self._last[key] = made
        return made

    def forget(self, uri: str) -> None:
        """Heed that a document was closed."""
        self._last.pop(key_of(uri), None)


def _is_of(
    linted: Linted, document: Document, settings: Settings, files: Sequence[File]
) -> bool:
    """Whether the same versions of the same texts were judged by the same settings."""
    return (
        linted.document.sources == document.sources
        and linted.settings == settings
        and [each.facts for each in linted.files] == [each.facts for each in files]
    )
