"""Fixes of a prompt alone, for one whose sidecar is not ours to write."""

from collections import Counter
from dataclasses import replace

from prompt_lsp import formats
from prompt_lsp.analysis.engine import Finding, analyse
from prompt_lsp.analysis.fixer import MOST_PASSES, Fixed, together
from prompt_lsp.analysis.tokens import NotCounted
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document
from prompt_lsp.rules.rule import Fix


def fix_own(document: Document, settings: Settings, *, unsafe: bool) -> Fixed:
    """The document with its fixes applied, but for those that change the sidecar."""
    applied: Counter[str] = Counter()
    for _ in range(MOST_PASSES + 1):
        report = analyse(document, settings, NotCounted())
        findings = [_own(document, finding) for finding in report.findings]
        mended, edits = together(document, findings, settings, unsafe=unsafe)
        if not edits:
            return Fixed(document, applied)
        applied.update(finding.rule.code for finding in mended)
        before, document = document, formats.apply(document, edits)
    return Fixed(before, applied, unstable=True)


def _own(document: Document, finding: Finding) -> Finding:
    """The finding with those of its fixes that change nothing but the prompt."""

    def stays(fix: Fix) -> bool:
        edits = formats.edits(document, finding.prompt, fix.operations)
        return all(edit.source == 0 for edit in edits or ())

    return replace(finding, fixes=tuple(filter(stays, finding.fixes)))
