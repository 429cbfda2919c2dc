"""Every text of every case file: what is found in it, and what fixing makes of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from prompt_lsp import formats
from prompt_lsp.analysis.engine import analyse
from prompt_lsp.analysis.fixer import fix_document
from prompt_lsp.document.model import Document
from prompt_lsp.rules import ALL
from tests.cases.reading import Case, Note, read_file
from tests.rules.catalogue import CATALOGUE, Row

FOLDER = Path(__file__).parent.parent / "cases"
CASES = {path.stem: read_file(path) for path in sorted(FOLDER.glob("rules/*.md"))}
# What the API's documentation says, and what was decided beyond it.
DOCUMENTED = {
    name: read_file(FOLDER / f"{name}.md") for name in ("oracle", "decisions")
}

every_case = pytest.mark.parametrize(
    ("code", "case"),
    [
        pytest.param(code, case, id=f"{code}:{case.line} {case.title}")
        for code, of_file in (CASES | DOCUMENTED).items()
        for case in of_file
    ],
)
every_row = pytest.mark.parametrize("row", CATALOGUE, ids=lambda row: row.code)


def parsed(case: Case) -> Document:
    return formats.parse(case.sources, declared=case.declared)


def found(code: str, case: Case) -> list[Note]:
    document = parsed(case)
    report = analyse(document, case.settings)
    assert not report.crashes
    notes = []
    for finding in report.findings:
        if case.exact or finding.rule.code == code:
            source, span = document.locate(finding.prompt, finding.where)
            severity = str(finding.severity)
            notes.append(Note(source, span, finding.rule.code, severity))
    return sorted(notes)


@every_case
def test_the_findings_are_those_that_the_case_says(code: str, case: Case) -> None:
    assert found(code, case) == case.notes


@every_case
def test_fixing_gives_the_text_that_the_case_says(code: str, case: Case) -> None:
    settings = case.settings if case.exact else replace(case.settings, select=(code,))
    for unsafe, source, text in case.fixed:
        fixed = fix_document(parsed(case), settings, unsafe=unsafe)
        assert not fixed.unstable
        assert fixed.document.sources[source].text == text
        again = fix_document(fixed.document, settings, unsafe=unsafe)
        assert again.document.sources == fixed.document.sources


def test_what_is_documented_is_told_whole() -> None:
    assert all(case.exact for of_file in DOCUMENTED.values() for case in of_file)


def test_every_case_file_is_of_a_rule() -> None:
    assert CASES.keys() <= {rule.code for rule in ALL}


@every_row
def test_every_rule_has_a_hit_a_clean_text_and_what_its_fix_makes(row: Row) -> None:
    of_rule = CASES[row.code]
    hits = [case for case in of_rule if any(n.code == row.code for n in case.notes)]
    clean = [
        case for case in of_rule if not any(n.code == row.code for n in case.notes)
    ]
    fixed = [
        case
        for case in hits
        if any(text != case.sources[source].text for _, source, text in case.fixed)
    ]
    assert hits
    assert clean
    assert bool(fixed) == row.fixable
