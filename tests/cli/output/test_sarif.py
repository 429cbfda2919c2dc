import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from prompt_lsp.cli.output import sarif
from prompt_lsp.cli.output.outcome import (
    Aside,
    Checked,
    CheckedFile,
    Outcome,
    Remedy,
    Skipped,
    Trouble,
)
from prompt_lsp.formats.format import SourceEdit
from prompt_lsp.rules import ALL
from prompt_lsp.rules.rule import Severity
from prompt_lsp.text import Edit, Span

Make = Callable[..., Checked]


def run_of(checked: Checked | None, *others: Outcome) -> dict[str, Any]:
    stream = io.StringIO()
    outcomes = others if checked is None else (checked, *others)
    rules = {shown.rule.code: shown.rule for shown in checked.shown} if checked else {}
    sarif.write(outcomes, stream, rules=[*rules.values()])
    log = json.loads(stream.getvalue())
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    return run


def test_a_result_points_into_the_rules_and_the_file(checked: Make) -> None:
    run = run_of(checked("a\r👍 Human:", "Human:", path="p q/ü#%.prompt"))
    [rule] = run["tool"]["driver"]["rules"]
    assert rule["id"] == "TRN005"
    assert rule["name"] == "unseparated-turn"
    assert rule["shortDescription"] == {"text": "Something is wrong."}
    assert rule["fullDescription"] == {"text": "Reports that something is wrong."}
    assert rule["help"]["markdown"].startswith("Something is wrong.")
    assert rule["defaultConfiguration"] == {"level": "warning"}
    assert "helpUri" not in rule  # no home on the web yet
    [result] = run["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == (
        "TRN005",
        0,
        "error",
    )
    uri = "p%20q/%C3%BC%23%25.prompt"
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": uri},
        "region": {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 9},
    }
    assert run["artifacts"] == [{"location": {"uri": uri}}]
    assert run["columnKind"] == "unicodeCodePoints"
    assert "\r" in run["newlineSequences"]


@pytest.mark.parametrize(
    ("severity", "level"),
    [
        (Severity.ERROR, "error"),
        (Severity.WARNING, "warning"),
        (Severity.INFORMATION, "note"),
        (Severity.HINT, "note"),
    ],
)
def test_levels(checked: Make, severity: Severity, level: str) -> None:
    [result] = run_of(checked("x", "x", severity=severity))["results"]
    assert result["level"] == level
    assert result["properties"] == {"severity": str(severity)}


def test_a_fix_replaces_regions_of_each_file(checked: Make) -> None:
    one = checked("{{A}} {{B}}", "{{B}}")
    edits = (
        SourceEdit(1, Edit(Span(1, 1), '"B": ""')),
        SourceEdit(0, Edit(Span(6, 11), "y")),
        SourceEdit(0, Edit(Span(0, 5), "x")),
    )
    shown = replace(one.shown[0], remedy=Remedy("Do it", True, edits))  # noqa: FBT003 - a tuple
    files = (*one.files, CheckedFile("a.vars.json", "{}"))
    [fix] = run_of(Checked(files, (shown,)))["results"][0]["fixes"]
    assert fix["description"] == {"text": "Do it"}
    assert fix["properties"] == {"safety": "safe"}
    first, second = fix["artifactChanges"]
    assert first["artifactLocation"] == {"uri": "a.prompt"}
    assert [r["insertedContent"]["text"] for r in first["replacements"]] == ["x", "y"]
    assert first["replacements"][1]["deletedRegion"] == {
        "startLine": 1,
        "startColumn": 7,
        "endLine": 1,
        "endColumn": 12,
    }
    assert second["artifactLocation"] == {"uri": "a.vars.json"}


def test_insertions_at_one_place_keep_their_order(checked: Make) -> None:
    one = checked("ab", "b")
    edits = (
        SourceEdit(0, Edit(Span(1, 1), "z")),
        SourceEdit(0, Edit(Span(1, 1), "a")),
        SourceEdit(0, Edit(Span(0, 1), "x")),
    )
    shown = replace(one.shown[0], remedy=Remedy("Do", False, edits))  # noqa: FBT003 - a tuple
    [fix] = run_of(replace(one, shown=(shown,)))["results"][0]["fixes"]
    assert fix["properties"] == {"safety": "unsafe"}
    [change] = fix["artifactChanges"]
    texts = [each["insertedContent"]["text"] for each in change["replacements"]]
    assert texts == ["x", "z", "a"]


def test_related_places(checked: Make) -> None:
    one = checked("{{A}} <<A>>", "<<A>>")
    shown = replace(one.shown[0], asides=(Aside(0, Span(0, 5), "the other"),))
    [related] = run_of(replace(one, shown=(shown,)))["results"][0]["relatedLocations"]
    assert related["id"] == 0
    assert related["message"] == {"text": "the other"}
    assert related["physicalLocation"]["region"]["endColumn"] == 6


def test_troubles_are_notifications_of_a_run_that_failed(checked: Make) -> None:
    run = run_of(
        checked("x", "x"),
        Trouble("rule TRN005 crashed", "a.prompt", "TRN005"),
        Trouble("no such file or folder", "b.prompt"),
    )
    [invocation] = run["invocations"]
    assert not invocation["executionSuccessful"]
    crash, missing = invocation["toolExecutionNotifications"]
    assert crash["associatedRule"] == {"id": "TRN005", "index": 0}
    assert crash["level"] == "error"
    place = missing["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "b.prompt"}


def test_skipped_files_are_notes_of_a_run_that_succeeded() -> None:
    [invocation] = run_of(None, Skipped("a.json", "JSON"))["invocations"]
    assert invocation["executionSuccessful"]
    [note] = invocation["toolExecutionNotifications"]
    assert note["level"] == "note"
    assert note["message"]["text"] == "skipped: no reader for JSON"


def test_a_path_that_leaves_the_folder_is_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    monkeypatch.chdir(inside)
    assert sarif.uri_of("./a.prompt") == "a.prompt"
    assert sarif.uri_of("../a b.prompt") == (tmp_path / "a b.prompt").as_uri()
    assert sarif.uri_of(str(Path.cwd() / "x")) == (inside / "x").as_uri()


def test_the_whole_catalogue_is_described() -> None:
    stream = io.StringIO()
    sarif.write((), stream)
    [run] = json.loads(stream.getvalue())["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in ALL]
    assert all(rule["shortDescription"]["text"] for rule in rules)
    assert all(rule["fullDescription"]["text"] for rule in rules)
