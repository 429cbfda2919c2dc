"""What is offered about findings, and what it does."""

from pathlib import Path

import pytest

from tests.lsp.editor import PUSHED, Editor, codes, editing, titled
from tests.lsp.raw import Message

FIRST = "Human: hi <<NAME>>\n\nAssistant:"
TO_MESSAGES = "refactor.rewrite.convertToMessages"
FIXED = "\n\nHuman: hi <<NAME>>\n\nAssistant:"
SAFE = "Write two line ends before the first turn"
STYLE = "Write `{{NAME}}` (unsafe)"
ALL_SAFE = "Apply all safe fixes of prompt-lsp in this file"
CONVERT = "Convert to Messages"
IMPROVE = "Improve prompt (offline)"
TEMPLATIZE = "Templatize prompt (offline)"


def titles(actions: list[Message]) -> list[str]:
    return [each["title"] for each in actions]


def test_what_is_announced(pushed: Editor) -> None:
    assert pushed.capabilities["codeActionProvider"] == {
        "codeActionKinds": [
            "quickfix",
            "source.fixAll.promptLsp",
            "refactor.rewrite.convertToMessages",
            "refactor.rewrite.improve",
            "refactor.rewrite.templatize",
            "source.generate.promptLsp",
        ],
        "resolveProvider": True,
    }


def test_a_quick_fix(pushed: Editor) -> None:
    uri = pushed.open("quick.prompt", FIRST)
    (finding, _) = pushed.published(uri)
    actions = pushed.actions(uri, (3, 3))
    assert titles(actions) == [SAFE, CONVERT, ALL_SAFE, IMPROVE, TEMPLATIZE]
    action = actions[0]
    assert action["kind"] == "quickfix"
    assert action["isPreferred"] is True
    assert action["diagnostics"] == [finding]
    assert "edit" not in action
    edit = pushed.resolved(action)
    (change,) = edit["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": 1}
    assert pushed.after(edit)[uri] == FIXED


def test_an_unsafe_fix_says_so_and_is_preferred(pushed: Editor) -> None:
    uri = pushed.open("unsafe.prompt", FIRST)
    action = titled(pushed.actions(uri, (12, 14), ["quickfix"]), STYLE)
    assert action["isPreferred"] is True
    after = pushed.after(pushed.resolved(action))
    assert after[uri] == FIRST.replace("<<NAME>>", "{{NAME}}")


def test_a_selection_gathers_the_fixes_of_all_that_it_touches(pushed: Editor) -> None:
    uri = pushed.open("select.prompt", FIRST)
    found = pushed.actions(uri, (0, len(FIRST)), ["quickfix"])
    assert titles(found) == [SAFE, STYLE]
    assert pushed.actions(uri, (21, 21), ["quickfix"]) == []


def test_a_finding_with_two_fixes_prefers_the_first(pushed: Editor) -> None:
    (pushed.root / "two.vars.json").write_text('{"COLOUR": "red"}')
    uri = pushed.open("two.prompt", "{{COLOR}} {{COLOUR}}")
    found = pushed.actions(uri, (2, 2), ["quickfix"])
    assert titles(found) == [
        "Declare `COLOR` (unsafe)",
        "Change to `COLOUR` (unsafe)",
    ] or titles(found) == ["Change to `COLOUR` (unsafe)", "Declare `COLOR` (unsafe)"]
    assert [each.get("isPreferred", False) for each in found] == [True, False]


def test_a_fix_may_edit_the_sidecar(pushed: Editor) -> None:
    sidecar = pushed.root / "declare.vars.json"
    sidecar.write_text('{"ONE": "1"}')
    uri = pushed.open("declare.prompt", "{{ONE}} {{MISSING}}")
    pushed.texts[sidecar.as_uri()] = sidecar.read_text()
    action = titled(pushed.actions(uri, (10, 10)), "Declare `MISSING` (unsafe)")
    edit = pushed.resolved(action)
    (change,) = edit["documentChanges"]
    assert change["textDocument"] == {"uri": sidecar.as_uri(), "version": None}
    assert '"MISSING"' in pushed.after(edit)[sidecar.as_uri()]


def test_a_sidecar_has_the_fixes_of_its_findings(pushed: Editor) -> None:
    pushed.open("idle.prompt", "{{ONE}}")
    text = '{"ONE": "1", "IDLE": ""}'
    uri = pushed.open("idle.vars.json", text, "json", version=5)
    actions = pushed.actions(uri, (text.index("IDLE"),) * 2, ["quickfix"])
    edit = pushed.resolved(actions[0])
    (change,) = edit["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": 5}
    assert pushed.after(edit)[uri] == '{"ONE": "1"}'


def test_a_sidecar_alone_has_quick_fixes_only(pushed: Editor) -> None:
    pushed.write("alone.prompt", "Human: {{ONE}}\n\nAssistant:")
    text = '{"ONE": "1", "IDLE": ""}'
    uri = pushed.open("alone.vars.json", text, "json", version=5)
    actions = pushed.actions(uri, (text.index("IDLE"),) * 2)
    assert {action["kind"] for action in actions} == {"quickfix"}
    edit = pushed.resolved(actions[0])
    assert pushed.after(edit)[uri] == '{"ONE": "1"}'
    assert pushed.actions(uri, (0, 0), ["source.fixAll"]) == []


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (["quickfix"], {SAFE}),
        (["source"], {ALL_SAFE}),
        (["source.fixAll"], {ALL_SAFE}),
        (["source.fixAll.promptLsp"], {ALL_SAFE}),
        (["source.fixAll.ruff"], set()),
        (["source.fix"], set()),
        (["refactor"], {CONVERT, IMPROVE, TEMPLATIZE}),
        (["refactor.rewrite"], {CONVERT, IMPROVE, TEMPLATIZE}),
        (["refactor.rewrite.improve"], {IMPROVE}),
        (["refactor.rewrite.templatize"], {TEMPLATIZE}),
        (["source.generate"], set()),
        (["refactor.extract"], set()),
        (["quickfix", "refactor"], {SAFE, CONVERT, IMPROVE, TEMPLATIZE}),
        ([""], {SAFE, CONVERT, ALL_SAFE, IMPROVE, TEMPLATIZE}),
        ([], set()),
    ],
)
def test_kinds_that_are_asked_for(
    pushed: Editor, only: list[str], expected: set[str]
) -> None:
    uri = pushed.open("kinds.prompt", FIRST)
    assert set(titles(pushed.actions(uri, (3, 3), only))) == expected


def test_what_is_for_the_whole_file_does_not_pop_up(pushed: Editor) -> None:
    uri = pushed.open("calm.prompt", FIRST)
    assert titles(pushed.actions(uri, (3, 3), trigger=2)) == [SAFE, CONVERT]
    assert ALL_SAFE in titles(pushed.actions(uri, (3, 3), trigger=1))
    assert ALL_SAFE in titles(pushed.actions(uri, (3, 3), ["source"], trigger=2))


def test_fix_all_of_a_rule(pushed: Editor) -> None:
    text = "<<ONE>> <<TWO>> <<three>>\n"
    uri = pushed.open("many.prompt", text)
    actions = pushed.actions(uri, (2, 2), ["quickfix"])
    assert titles(actions) == [
        "Write `{{ONE}}` (unsafe)",
        "Fix all VAR001 in this file (unsafe)",
    ]
    assert codes(actions[1]["diagnostics"]) == ["VAR001"] * 3
    after = pushed.after(pushed.resolved(actions[1]))
    assert after[uri] == "{{ONE}} {{TWO}} {{three}}\n"


def test_fix_all_of_a_rule_needs_more_than_one(pushed: Editor) -> None:
    uri = pushed.open("one.prompt", FIRST)
    assert not [
        each for each in titles(pushed.actions(uri, (3, 3))) if "all TRN" in each
    ]


def test_fix_all_of_a_rule_whose_fixes_are_safe(pushed: Editor) -> None:
    pushed.write("prompt-lsp.toml", 'placeholder-style = "{{NAME}}"\n')
    uri = pushed.open("a.prompt", "<<ONE>> <<TWO>>")
    actions = pushed.actions(uri, (2, 2), ["quickfix"])
    assert titles(actions) == ["Write `{{ONE}}`", "Fix all VAR001 in this file"]


def test_fix_all_takes_safe_fixes_only(pushed: Editor) -> None:
    uri = pushed.open("all.prompt", FIRST)
    (action,) = pushed.actions(uri, (0, 0), ["source.fixAll"])
    assert action["kind"] == "source.fixAll.promptLsp"
    assert pushed.after(pushed.resolved(action))[uri] == FIXED


def test_nothing_to_fix_gives_no_action(pushed: Editor) -> None:
    uri = pushed.open("clean.prompt", FIXED)
    assert pushed.actions(uri, (0, 0), ["source.fixAll"]) == []
    other = pushed.open("other.txt", FIRST, "plaintext")
    assert pushed.actions(other, (0, 0)) == []


def test_an_edit_for_an_older_text_is_refused(pushed: Editor) -> None:
    uri = pushed.open("stale.prompt", FIRST)
    action = pushed.actions(uri, (3, 3))[0]
    pushed.rewrite(uri, 2, FIRST + " ")
    error = pushed.reply("codeAction/resolve", action)["error"]
    assert error["code"] == -32801
    pushed.close(uri)
    assert pushed.reply("codeAction/resolve", action)["error"]["code"] == -32801


def test_an_action_of_somebody_else_is_refused(pushed: Editor) -> None:
    for data in (None, {"uri": "x"}, 7):
        action = {"title": "Do", "kind": "quickfix", "data": data}
        error = pushed.reply("codeAction/resolve", action)["error"]
        assert error["code"] == -32602


def test_edits_come_at_once_where_nobody_asks_for_them_later(bare: Editor) -> None:
    uri = bare.open("a.prompt", FIRST)
    actions = bare.actions(uri, (3, 3), ["quickfix", TO_MESSAGES, "source"])
    # Nothing tells that this client can make a file.
    assert titles(actions) == [SAFE, ALL_SAFE]
    assert [*actions[0]["edit"]] == ["changes"]
    for action in actions:
        assert bare.after(action["edit"])[uri] == FIXED


def test_diagnostics_of_others_do_no_harm(pushed: Editor) -> None:
    uri = pushed.open("others.prompt", FIRST)
    place = pushed.range(uri, 0, 4)
    other = {"range": place, "message": "m", "source": "spell", "code": "TRN006"}
    found = pushed.actions(
        uri, (21, 21), ["quickfix"], [other | {"data": {"id": 0, "version": 1}}]
    )
    assert found == []


def test_a_diagnostic_names_its_finding_wherever_the_range_is(pushed: Editor) -> None:
    uri = pushed.open("data.prompt", FIRST)
    finding, _ = pushed.published(uri)
    assert titles(pushed.actions(uri, (21, 21), ["quickfix"], [finding])) == [SAFE]
    stale = finding | {"data": {"id": 0, "version": 0}}
    assert pushed.actions(uri, (21, 21), ["quickfix"], [stale]) == []
    # Without data, or with old data, the place tells.
    for given in (stale, {key: finding[key] for key in ("range", "message", "code")}):
        found = pushed.actions(uri, (3, 3), ["quickfix"], [given])
        assert titles(found) == [SAFE]


def test_convert_to_messages(pushed: Editor) -> None:
    uri = pushed.open("old.prompt", FIXED)
    action = titled(pushed.actions(uri, (3, 3)), CONVERT)
    assert action["kind"] == "refactor.rewrite.convertToMessages"
    assert codes(action["diagnostics"]) == ["TRN016"]
    edit = pushed.resolved(action)
    made = (pushed.root / "old.messages.json").as_uri()
    create, fill = edit["documentChanges"]
    assert create["kind"] == "create"
    assert create["uri"] == made
    assert create["options"] == {"overwrite": False}
    assert fill["textDocument"] == {"uri": made, "version": None}
    assert '"content": "hi <<NAME>>"' in pushed.after(edit)[made]


def test_no_conversion_over_a_file_nor_of_what_is_no_file(pushed: Editor) -> None:
    (pushed.root / "taken.messages.json").write_text("{}")
    uri = pushed.open("taken.prompt", FIXED)
    assert pushed.actions(uri, (3, 3), [TO_MESSAGES]) == []
    uri = pushed.open("untitled:Old", FIXED, "llm-prompt")
    assert pushed.actions(uri, (3, 3), [TO_MESSAGES]) == []


def test_no_conversion_of_what_the_api_refuses(pushed: Editor) -> None:
    uri = pushed.open("refused.prompt", "\n\nHuman: hi")
    assert pushed.actions(uri, (3, 3), [TO_MESSAGES]) == []


def test_edits_keep_pairs_of_line_ends_whole(pushed: Editor) -> None:
    text = "Human: a\r\n\r\nAssistant:  \r\n\r\n"
    uri = pushed.open("crlf.prompt", text)
    (action,) = pushed.actions(uri, (0, 0), ["source.fixAll"])
    assert pushed.after(pushed.resolved(action))[uri] == (
        "\r\n\r\nHuman: a\r\n\r\nAssistant:\r\n"
    )


def test_an_action_outlives_a_save_that_changes_nothing(tmp_path: Path) -> None:
    resolving = {"textDocument": PUSHED["textDocument"]}
    with editing(tmp_path, resolving) as editor:
        uri = editor.open("a.prompt", FIRST)
        (action,) = editor.actions(uri, (0, 0), ["source.fixAll"])
        editor.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
        assert editor.after(editor.resolved(action))[uri] == FIXED
        (tmp_path / "prompt-lsp.toml").write_text('ignore = ["TRN"]\n')
        editor.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
        assert editor.reply("codeAction/resolve", action)["error"]["code"] == -32801


def test_edits_are_for_the_version_at_hand(pushed: Editor) -> None:
    uri = pushed.open("undo.prompt", FIRST)
    pushed.rewrite(uri, 2, FIXED)
    pushed.rewrite(uri, 3, FIRST)
    (action,) = pushed.actions(uri, (0, 0), ["source.fixAll"])
    (change,) = pushed.resolved(action)["documentChanges"]
    assert change["textDocument"]["version"] == 3
