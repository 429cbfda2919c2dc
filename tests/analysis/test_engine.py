"""The engine: who speaks, who crashes, and what is silent."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from prompt_lsp import formats
from prompt_lsp.analysis import engine
from prompt_lsp.analysis.engine import Report, RuleCrashed, analyse
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document, Source
from prompt_lsp.document.turn import Marker
from prompt_lsp.rules import ALL
from prompt_lsp.rules.rule import Context, Hit, Rule, Scope, Severity, rule

LEGACY = "Human: Hello <<NAME>>\n\nAssistant: \n"


def read(text: str, name: str = "case.prompt.txt") -> Document:
    return formats.parse((Source(name, text),))


def codes(report: Report) -> list[str]:
    return [finding.rule.code for finding in report.findings]


@rule("TRN099", "always-crashes", Severity.ERROR, Scope.MARKER)
def always_crashes(_: Marker, __: Context) -> Iterator[Hit]:
    """A rule with a mistake in it."""
    said = "Hello"
    raise KeyError(said)
    yield


def test_a_rule_that_crashes_is_told_and_the_others_speak(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(engine, "ALL", (always_crashes, *ALL))
    report = analyse(read(LEGACY), Settings())
    (crash,) = report.crashes
    assert crash.code == "TRN099"
    assert crash.error.startswith("KeyError at test_engine.py:")
    assert "Hello" not in crash.error, "no text of a prompt in a log"
    assert codes(report) == ["TRN006", "VAR001", "TRN007"]


def test_a_rule_that_crashes_late_has_said_what_came_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ruled = next(each for each in ALL if each.code == "TRN006")

    def check(marker: Marker, context: Context) -> Iterator[Hit]:
        yield from ruled.check(marker, context)
        raise ZeroDivisionError

    broken = replace(ruled, check=check)
    catalogue: tuple[Rule, ...] = tuple(broken if r is ruled else r for r in ALL)
    monkeypatch.setattr(engine, "ALL", catalogue)
    report = analyse(read(LEGACY), Settings())
    assert [crash.code for crash in report.crashes] == ["TRN006"]
    assert "TRN006" in codes(report)
    assert isinstance(report.crashes[0], RuleCrashed)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (Settings(), ["TRN006", "VAR001", "TRN007"]),
        (Settings(select=("TRN",)), ["TRN006", "TRN007"]),
        (Settings(select=("TRN",), ignore=("TRN007",)), ["TRN006"]),
        (Settings(select=("TRN007",), ignore=("TRN",)), ["TRN007"]),
        (Settings(ignore=("trailing-whitespace",)), ["TRN006", "VAR001"]),
        (Settings(select=("TRN006",), ignore=("TRN006",)), []),
        (Settings(select=("TRN006",), silent=("TRN",)), []),
        (Settings(severity={"VAR001": "off"}), ["TRN006", "TRN007"]),
    ],
)
def test_selection(settings: Settings, expected: list[str]) -> None:
    assert codes(analyse(read(LEGACY), settings)) == expected


def test_severities() -> None:
    settings = Settings(severity={"TRN": "hint", "TRN007": "error"})
    report = analyse(read(LEGACY), settings)
    severities = {f.rule.code: str(f.severity) for f in report.findings}
    assert severities == {"TRN006": "hint", "TRN007": "error", "VAR001": "warning"}


def test_ignoring_a_rule_never_brings_another_back() -> None:
    """TRN016 speaks only where no turn rule has a warning, shown or not."""
    every = Settings(ignore=("TRN006", "TRN007"))
    assert codes(analyse(read(LEGACY), every)) == ["VAR001"]
    hinted = Settings(severity={"TRN006": "hint", "TRN007": "hint"})
    assert "TRN016" not in codes(analyse(read(LEGACY), hinted))


def test_findings_stand_in_order_of_place_and_code() -> None:
    document = read("\n\n\nHuman:Hi\n\nAssistant: {{ X }}\n")
    assert codes(analyse(document, Settings())) == [
        "TRN016",
        "TRN019",
        "TRN018",
        "VAR006",
    ]
