import io
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from prompt_lsp.__main__ import main
from prompt_lsp.cli.rule import has_fix, reference
from prompt_lsp.rules import ALL, Rule

Run = Callable[..., Any]

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
# What the catalogue has no fix for, or an action of the editor instead of one.
NEVER_FIXED = {"TRN003", "TRN008", "TRN016", "TRN018", "TRN020"}
NEVER_FIXED |= {"VAR009", "VAR010", "VAR015"}
NEVER_FIXED |= {"MSG001", "MSG003", "MSG005", "MSG010", "DOC001", "DOC004"}


def test_the_catalogue_is_listed_in_order(run: Run) -> None:
    ran = run("rule")
    assert ran.code == 0
    rows = [line.split() for line in ran.out.splitlines()]
    assert [row[0] for row in rows if row[0].startswith("VAR")] == sorted(
        rule.code for rule in ALL if rule.family == "VAR"
    )
    assert len(rows) == len(ALL)
    assert ["TRN005", "warning", "unseparated-turn", "fix"] in rows
    assert ["TRN003", "error", "human-turn-not-first"] in rows


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.code)
def test_the_mark_of_a_fix_is_that_of_the_catalogue(rule: Rule) -> None:
    assert has_fix(rule) == (rule.code not in NEVER_FIXED)


def test_a_manual_is_found_by_code_and_by_name(run: Run) -> None:
    by_code = run("rule", "TRN005")
    assert by_code.code == 0
    assert by_code.out.startswith("# TRN005 unseparated-turn (warning)\n\n")
    assert "\n## Why\n" in by_code.out
    assert by_code == run("rule", "unseparated-turn") == run("rule", "trn005")


def test_a_terminal_shows_the_manual_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert main(["rule", "TRN005"]) == 0
    text = re.sub(r"\x1b\[[0-9;]*m", "", stream.getvalue())
    assert "TRN005 unseparated-turn (warning)" in text
    assert "## " not in text
    assert "Human: Hello, Claude" in text


def test_several_manuals(run: Run) -> None:
    ran = run("rule", "TRN001", "TRN002")
    assert re.findall(r"^# (\w+)", ran.out, re.MULTILINE) == ["TRN001", "TRN002"]


def test_an_unknown_rule_has_a_near_one(run: Run) -> None:
    ran = run("rule", "unseperated-turn", "TRN001")
    assert ran.code == 2
    assert ran.err == (
        "error: there is no rule `unseperated-turn`, did you mean `unseparated-turn`\n"
    )
    assert ran.out.startswith("# TRN001")


def test_the_beginning_of_codes_is_no_rule(run: Run) -> None:
    ran = run("rule", "TRN00")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: there is no rule `TRN00`")


def test_the_page_of_the_docs_is_the_manuals() -> None:
    command = (
        'python -c "from prompt_lsp.cli.rule import reference as r; '
        "print(r(), end='')\" > docs/rules.md"
    )
    assert PAGE.read_text(encoding="utf-8") == reference(), f"run: {command}"


def test_the_page_links_to_its_own_headings() -> None:
    page = reference()
    links = re.findall(r"\]\(#([^)]+)\)", page)
    headings = re.findall(r"^### (\w+) (\S+)$", page, re.MULTILINE)
    assert links == [f"{code.lower()}-{name}" for code, name in headings]
    assert len(links) == len(ALL)
    assert "\n## What it does" not in page
