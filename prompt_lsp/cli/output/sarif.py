"""Findings in the Static Analysis Results Interchange Format, version 2.1.0."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any, TextIO
from urllib.parse import quote

from prompt_lsp import __version__
from prompt_lsp.cli.output.manual import lead, section
from prompt_lsp.cli.output.outcome import (
    Checked,
    CheckedFile,
    Outcome,
    Remedy,
    Shown,
    Skipped,
    Trouble,
)
from prompt_lsp.cli.output.printable import printable
from prompt_lsp.rules import ALL, Rule
from prompt_lsp.rules.page import page
from prompt_lsp.rules.rule import Severity
from prompt_lsp.text import Edit, Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFORMATION: "note",
    Severity.HINT: "note",
}

Json = dict[str, Any]


def write(
    outcomes: Iterable[Outcome], stream: TextIO, *, rules: Sequence[Rule] = ALL
) -> None:
    """Write one run once everything is known.

    `rules` is the catalogue that the results point into.
    """
    indexes = {rule.code: index for index, rule in enumerate(rules)}
    files: dict[str, Json] = {}
    results: list[Json] = []
    notes: list[Json] = []
    for outcome in outcomes:
        if isinstance(outcome, Checked):
            places = (_file(file.path) for file in outcome.files)
            files |= {place["uri"]: place for place in places}
            results += [_result(outcome, shown, indexes) for shown in outcome.shown]
        else:
            notes.append(_notification(outcome, indexes))
    run = {
        "tool": {"driver": _driver(rules)},
        "invocations": [_invocation(notes)],
        "artifacts": [{"location": place} for place in files.values()],
        "results": results,
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],  # the default has no lone one
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    stream.write(printable(log))


def uri_of(path: str) -> str:
    """A path as a URI: relative where it lies below the current folder.

    A reference may not climb, so that what lies elsewhere is given absolutely.
    """
    pure = PurePath(path)
    if pure.is_absolute() or ".." in pure.parts:
        return Path(path).resolve().as_uri()
    return quote(pure.as_posix(), safe="/", errors="surrogateescape")


def _driver(rules: Sequence[Rule]) -> Json:
    return {
        "name": "prompt-lsp",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in rules],
    }


def _rule(rule: Rule) -> Json:
    address = page(rule)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": lead(rule.manual)},
        "fullDescription": {"text": section(rule.manual, "What it does")},
        "help": {"text": rule.manual, "markdown": rule.manual},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        **({} if address is None else {"helpUri": address}),
    }


def _invocation(notes: Sequence[Json]) -> Json:
    return {
        "executionSuccessful": all(note["level"] != "error" for note in notes),
        "toolExecutionNotifications": notes,
    }


def _notification(outcome: Skipped | Trouble, indexes: Mapping[str, int]) -> Json:
    if isinstance(outcome, Skipped):
        text = f"skipped: no reader for {outcome.kind}"
        return _note("note", text, outcome.path)
    note = _note("error", outcome.message, outcome.path)
    if outcome.rule is not None and outcome.rule in indexes:
        note["associatedRule"] = {"id": outcome.rule, "index": indexes[outcome.rule]}
    return note


def _note(level: str, text: str, path: str | None) -> Json:
    note: Json = {"level": level, "message": {"text": text}}
    if path is not None:
        note["locations"] = [{"physicalLocation": {"artifactLocation": _file(path)}}]
    return note


def _result(checked: Checked, shown: Shown, indexes: Mapping[str, int]) -> Json:
    result: Json = {
        "ruleId": shown.rule.code,
        "ruleIndex": indexes[shown.rule.code],
        "level": _LEVELS[shown.severity],
        # There are no arguments, so that nobody takes braces in it for their places.
        "message": {"text": shown.message},
        "locations": [_location(checked.files[shown.file], shown.span)],
        "properties": {"severity": str(shown.severity)},
    }
    if shown.asides:
        result["relatedLocations"] = [
            _location(checked.files[aside.file], aside.span)
            | {"id": number, "message": {"text": aside.message}}
            for number, aside in enumerate(shown.asides)
        ]
    if shown.remedy is not None:
        result["fixes"] = [_fix(checked, shown.remedy)]
    return result


def _fix(checked: Checked, remedy: Remedy) -> Json:
    changed = sorted({edit.source for edit in remedy.edits})
    changes = [
        {
            "artifactLocation": _file(checked.files[source].path),
            "replacements": [
                _replacement(checked.files[source], edit)
                for edit in _edits_of(remedy, source)
            ],
        }
        for source in changed
    ]
    return {
        "description": {"text": remedy.title},
        "artifactChanges": changes,
        "properties": {"safety": "safe" if remedy.safe else "unsafe"},
    }


def _edits_of(remedy: Remedy, source: int) -> list[Edit]:
    """The edits of one file in order; insertions at one place keep theirs."""
    edits = (each.edit for each in remedy.edits if each.source == source)
    return sorted(edits, key=lambda edit: edit.span)


def _replacement(file: CheckedFile, edit: Edit) -> Json:
    return {
        "deletedRegion": _region(file, edit.span),
        "insertedContent": {"text": edit.text},
    }


def _location(file: CheckedFile, span: Span) -> Json:
    place = {"artifactLocation": _file(file.path), "region": _region(file, span)}
    return {"physicalLocation": place}


def _region(file: CheckedFile, span: Span) -> Json:
    start, end = file.point(span.start), file.point(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _file(path: str) -> Json:
    return {"uri": uri_of(path)}
