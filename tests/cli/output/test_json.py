import io
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from prompt_lsp.cli.output import json as output
from prompt_lsp.cli.output.outcome import (
    Checked,
    CheckedFile,
    Outcome,
    Remedy,
    Skipped,
    Trouble,
)
from prompt_lsp.formats.format import SourceEdit
from prompt_lsp.rules.rule import Severity
from prompt_lsp.text import Edit, Span

Make = Callable[..., Checked]


def written(*outcomes: Outcome) -> list[dict[str, Any]]:
    stream = io.StringIO()
    output.write(outcomes, stream)
    return json.loads(stream.getvalue())


def test_a_finding_has_exactly_the_keys_of_the_contract(checked: Make) -> None:
    text = "a\r\n👍 Human:\r\n"
    assert written(checked(text, "Human:", new="\n\nHuman:", message="日本")) == [
        {
            "path": "a.prompt",
            "code": "TRN005",
            "name": "unseparated-turn",
            "severity": "error",
            "message": "日本",
            "start": {"line": 2, "column": 3, "offset": 5},
            "end": {"line": 2, "column": 9, "offset": 11},
            "fix": {
                "title": "Separate it",
                "safety": "safe",
                "edits": [
                    {
                        "start": {"line": 2, "column": 3, "offset": 5},
                        "end": {"line": 2, "column": 9, "offset": 11},
                        "newText": "\n\nHuman:",
                    }
                ],
            },
            "url": None,
        }
    ]


def test_lines_end_where_editors_end_them(checked: Make) -> None:
    one = checked("a\rb\u2028c\x0bd\x0c\x85Human:", "Human:")
    assert written(one)[0]["start"] == {"line": 2, "column": 8, "offset": 9}


def test_an_end_after_a_line_end_is_the_next_line(checked: Make) -> None:
    [finding] = written(checked("Assistant: \r\nx", " \r\n"))
    assert finding["start"] == {"line": 1, "column": 11, "offset": 10}
    assert finding["end"] == {"line": 2, "column": 1, "offset": 13}


def test_the_middle_of_a_line_end_is_the_end_of_its_line(checked: Make) -> None:
    [finding] = written(checked("ab\r\nc", Span(3, 4)))
    assert finding["start"] == {"line": 1, "column": 3, "offset": 3}
    assert finding["end"] == {"line": 2, "column": 1, "offset": 4}


def test_findings_are_sorted_by_path_offset_code(checked: Make) -> None:
    later = checked("ab", "b", path="b.prompt")
    first = checked("ab", "a", path="b.prompt").shown[0]
    other = replace(first, rule=replace(first.rule, code="TRN001"))
    later = replace(later, shown=(*later.shown, first, other))
    found = written(later, checked("ab", "b", path="a.prompt"))
    assert [(f["path"], f["start"]["offset"], f["code"]) for f in found] == [
        ("a.prompt", 1, "TRN005"),
        ("b.prompt", 0, "TRN001"),
        ("b.prompt", 0, "TRN005"),
        ("b.prompt", 1, "TRN005"),
    ]


def test_edits_ascend_and_name_the_other_file_only(checked: Make) -> None:
    one = checked("{{A}} {{B}}", "{{B}}", severity=Severity.HINT)
    edits = (
        SourceEdit(1, Edit(Span(1, 1), '"B": ""')),
        SourceEdit(0, Edit(Span(6, 11), "y")),
        SourceEdit(0, Edit(Span(0, 5), "x")),
    )
    shown = replace(one.shown[0], remedy=Remedy("Do", False, edits))  # noqa: FBT003 - a tuple
    sidecar = CheckedFile("a.vars.json", "{}")
    both = Checked((*one.files, sidecar), (shown,))
    [finding] = written(both)
    assert finding["fix"]["safety"] == "unsafe"
    assert finding["severity"] == "hint"
    assert [
        (edit.get("path"), edit["start"]["offset"], edit["newText"])
        for edit in finding["fix"]["edits"]
    ] == [(None, 0, "x"), (None, 6, "y"), ("a.vars.json", 1, '"B": ""')]

    # For a finding in the sidecar the prompt itself is the other file.
    [finding] = written(replace(both, shown=(replace(shown, file=1, span=Span(0, 2)),)))
    assert finding["path"] == "a.vars.json"
    assert [edit.get("path") for edit in finding["fix"]["edits"]] == [
        None,
        "a.prompt",
        "a.prompt",
    ]


def test_an_action_is_no_fix(checked: Make) -> None:
    one = checked("x", "x", action="convert-to-messages")
    assert written(one)[0]["fix"] is None


def test_what_is_no_finding_is_not_in_the_list() -> None:
    assert written(Skipped("a.json", "JSON"), Trouble("broken", "b.prompt")) == []
