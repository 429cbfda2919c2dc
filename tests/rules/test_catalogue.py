"""The catalogue: complete, unique, in order, and each rule with its manual."""

import re

import pytest

from prompt_lsp import formats
from prompt_lsp.analysis.engine import analyse
from prompt_lsp.rules import ALL
from prompt_lsp.rules.rule import Rule, Severity
from tests.cases.reading import Case, cases
from tests.rules.catalogue import CATALOGUE, Row

SECTIONS = ["What it does", "Why", "Example", "Instead", "Fix safety"]
# Where an occurrence gets one finding of several rules, the first of these wins.
ONE_OF = {
    "style": ["VAR002", "VAR001", "VAR008", "VAR016"],
    "form": ["VAR009", "VAR010", "VAR014", "VAR005", "VAR004", "VAR003"],
}
BY_CODE = {rule.code: rule for rule in ALL}


def by_code(rule: Rule) -> str:
    return rule.code


every_rule = pytest.mark.parametrize("rule", ALL, ids=by_code)


def test_it_holds_every_rule_of_the_tables_once() -> None:
    assert sorted(rule.code for rule in ALL) == sorted(row.code for row in CATALOGUE)


def test_families_stand_in_order_and_codes_in_theirs_but_for_the_groups() -> None:
    families = [rule.family for rule in ALL]
    order = ["TRN", "VAR", "MSG", "DOC"]
    assert families == sorted(families, key=order.index)
    alone = [rule.code for rule in ALL if rule.one_of is None]
    assert alone == sorted(alone, key=lambda code: (order.index(code[:3]), code))


def test_of_rules_that_share_an_occurrence_the_stronger_stands_first() -> None:
    groups: dict[str, list[str]] = {}
    for rule in ALL:
        if rule.one_of is not None:
            groups.setdefault(rule.one_of, []).append(rule.code)
    assert {name: groups[name] for name in ONE_OF} == ONE_OF


@pytest.mark.parametrize("row", CATALOGUE, ids=lambda row: row.code)
def test_name_and_severity_are_those_of_the_table(row: Row) -> None:
    rule = BY_CODE[row.code]
    assert rule.name == row.name
    if row.severity == "verdict":
        assert rule.severity in (Severity.WARNING, Severity.ERROR)
    else:
        assert str(rule.severity) == row.severity


@every_rule
def test_the_manual_has_a_summary_and_its_sections_in_order(rule: Rule) -> None:
    summary, *rest = rule.manual.split("\n")
    assert re.fullmatch(r"[A-Z`].+[.]", summary)
    assert rest[0] == ""
    assert re.findall(r"^## (.+)$", rule.manual, re.MULTILINE) == SECTIONS


@every_rule
def test_the_manual_has_one_sentence_a_line(rule: Rule) -> None:
    prose = re.sub(r"(`{3,}).*?\n\1", "", rule.manual, flags=re.DOTALL)
    plain = re.sub(r"`[^`\n]+`", "code", prose)
    assert not re.search(r"[.?!] +[A-Z]", plain)


@every_rule
def test_the_examples_of_the_manual_give_the_code_and_its_cures_do_not(
    rule: Rule,
) -> None:
    examples, cures = manual_cases(rule, "Example"), manual_cases(rule, "Instead")
    assert examples
    assert cures
    for case in examples:
        assert rule.code in codes(case), f"no {rule.code} at {case.line}"
    for case in cures:
        assert rule.code not in codes(case), f"{rule.code} at {case.line}"


def manual_cases(rule: Rule, section: str) -> list[Case]:
    _, _, rest = rule.manual.partition(f"## {section}\n")
    return list(cases(rest.split("\n## ", 1)[0] + "\n"))


def codes(case: Case) -> set[str]:
    document = formats.parse(case.sources, declared=case.declared)
    report = analyse(document, case.settings)
    assert not report.crashes
    return {finding.rule.code for finding in report.findings}
