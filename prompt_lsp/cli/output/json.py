"""Findings for programs: one list, sorted by path, start offset, code."""

from collections.abc import Iterable
from typing import Any, TextIO

from prompt_lsp.cli.output.outcome import Checked, CheckedFile, Outcome, Shown
from prompt_lsp.cli.output.printable import printable
from prompt_lsp.formats.format import SourceEdit
from prompt_lsp.rules.page import page
from prompt_lsp.text import Span


def write(outcomes: Iterable[Outcome], stream: TextIO) -> None:
    """Write the list once everything is known."""
    findings = [
        _finding(outcome, shown)
        for outcome in outcomes
        if isinstance(outcome, Checked)
        for shown in outcome.shown
    ]
    findings.sort(key=_order)
    stream.write(printable(findings))


def _order(finding: dict[str, Any]) -> tuple[str, int, str]:
    return finding["path"], finding["start"]["offset"], finding["code"]


def _finding(checked: Checked, shown: Shown) -> dict[str, Any]:
    file = checked.files[shown.file]
    return {
        "path": file.path,
        "code": shown.rule.code,
        "name": shown.rule.name,
        "severity": str(shown.severity),
        "message": shown.message,
        **_range(file, shown.span),
        "fix": _fix(checked, shown),
        "url": page(shown.rule),
    }


def _fix(checked: Checked, shown: Shown) -> dict[str, Any] | None:
    if shown.remedy is None:
        return None
    edits = sorted(
        shown.remedy.edits,
        # The finding's own file first, then the other; in each from its start on.
        key=lambda edit: (edit.source != shown.file, edit.source, edit.edit.span),
    )
    return {
        "title": shown.remedy.title,
        "safety": "safe" if shown.remedy.safe else "unsafe",
        "edits": [_edit(checked, shown.file, edit) for edit in edits],
    }


def _edit(checked: Checked, own: int, edit: SourceEdit) -> dict[str, Any]:
    file = checked.files[edit.source]
    named = {} if edit.source == own else {"path": file.path}
    return named | _range(file, edit.edit.span) | {"newText": edit.edit.text}


def _range(file: CheckedFile, span: Span) -> dict[str, Any]:
    return {
        "start": file.point(span.start)._asdict(),
        "end": file.point(span.end)._asdict(),
    }
