"""From a document to what users are shown of it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from prompt_lsp.analysis.engine import Finding, analyse
from prompt_lsp.analysis.remedies import Remedy as Offered
from prompt_lsp.analysis.remedies import offers
from prompt_lsp.cli.output.outcome import (
    Aside,
    Checked,
    CheckedFile,
    Remedy,
    Shown,
    Trouble,
)
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document


def findings(
    document: Document,
    names: Sequence[str],
    settings: Settings,
    applied: Counter[str],
) -> Iterator[Checked | Trouble]:
    """The rules that crashed over a document, then its findings.

    `names` are those of the document's files, as users are told of them; `applied`
    counts the fixes that made the document what it is, by code.
    """
    report = analyse(document, settings)
    for crash in report.crashes:
        message = f"rule {crash.code} crashed ({crash.error}); please report it"
        yield Trouble(message, names[0], crash.code)
    chosen = offers(document, report.findings, settings)
    shown = (
        _shown(document, finding, remedy)
        for finding, remedy in zip(report.findings, chosen, strict=True)
    )
    files = tuple(
        CheckedFile(name, source.text)
        for name, source in zip(names, document.sources, strict=True)
    )
    yield Checked(files, tuple(shown), applied)


def _shown(document: Document, finding: Finding, offered: Offered | None) -> Shown:
    place = document.locate(finding.prompt, finding.where)
    related = (
        (document.locate(finding.prompt, related.where), related.message)
        for related in finding.related
    )
    return Shown(
        finding.rule,
        finding.severity,
        finding.message,
        place.source,
        place.span,
        None if offered is None else _remedy(offered),
        finding.action,
        tuple(Aside(at.source, at.span, message) for at, message in related),
    )


def _remedy(offered: Offered) -> Remedy:
    return Remedy(offered.fix.title, offered.fix.safe, offered.edits)
