"""Findings as diagnostics, and which list belongs to which file."""

from collections.abc import Sequence

from lsprotocol import types

from prompt_lsp.analysis.engine import Finding
from prompt_lsp.document.model import Document, SourceSpan
from prompt_lsp.lsp.client import Client
from prompt_lsp.lsp.convert import SEVERITIES, Diagnostic, Location, range_of
from prompt_lsp.lsp.linted import File
from prompt_lsp.rules.page import page
from prompt_lsp.text import Encoding

SOURCE = "prompt-lsp"

# What they are about can go: a variable or a suppression without effect.
_UNNECESSARY = frozenset({"VAR012", "DOC002"})


class Writer:
    """Writes the diagnostics of one document in the words of one client.

    Attributes:
        files: one for each source of the document.
    """

    def __init__(
        self,
        document: Document,
        files: tuple[File, ...],
        client: Client,
        encoding: Encoding,
    ) -> None:
        self._document = document
        self.files = files
        self._client = client
        self._encoding = encoding

    def lists(self, findings: Sequence[Finding]) -> tuple[list[Diagnostic], ...]:
        """For each of the document's files its diagnostics, in the order of findings.

        `data` tells a finding by its place in that order and the version of the text.
        """
        lists: tuple[list[Diagnostic], ...] = tuple([] for _ in self.files)
        for number, finding in enumerate(findings):
            place = self._document.locate(finding.prompt, finding.where)
            lists[place.source].append(self.diagnostic(number, finding, place))
        return lists

    def diagnostic(
        self, number: int, finding: Finding, place: SourceSpan | None = None
    ) -> Diagnostic:
        """One finding, the `number`th of its document."""
        place = place or self._document.locate(finding.prompt, finding.where)
        written: Diagnostic = {
            "range": self._location(place)["range"],
            "severity": SEVERITIES[finding.severity],
            "code": finding.rule.code,
            "source": SOURCE,
            "message": finding.message,
            "data": {"id": number, "version": self.files[0].version},
        }
        self._add_extras(written, finding)
        return written

    def _add_extras(self, written: Diagnostic, finding: Finding) -> None:
        """Add what only some clients understand."""
        if finding.related and self._client.related:
            written["relatedInformation"] = [
                {
                    "location": self._location(
                        self._document.locate(finding.prompt, related.where)
                    ),
                    "message": related.message,
                }
                for related in finding.related
            ]
        if self._client.unnecessary and finding.rule.code in _UNNECESSARY:
            written["tags"] = [types.DiagnosticTag.Unnecessary.value]
        if self._client.describes and (href := page(finding.rule)):
            written["codeDescription"] = {"href": href}

    def _location(self, place: SourceSpan) -> Location:
        file = self.files[place.source]
        return {
            "uri": file.uri,
            "range": range_of(file.lines, place.span, self._encoding),
        }


def same(
    lists: Sequence[Sequence[Diagnostic]], others: Sequence[Sequence[Diagnostic]]
) -> bool:
    """Whether lists say the same, whatever version of the text they are of."""
    return _without_data(lists) == _without_data(others)


def _without_data(
    lists: Sequence[Sequence[Diagnostic]],
) -> list[list[dict[str, object]]]:
    return [[dict(each) | {"data": None} for each in one] for one in lists]
