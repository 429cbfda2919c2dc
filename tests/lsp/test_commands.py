"""Commands: arguments, edits, answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lsp.editor import Editor, editing

FIRST = "Human: hi <<NAME>>\n\nAssistant:"
FIXED = "\n\nHuman: hi <<NAME>>\n\nAssistant:"
FIX = "promptLsp.fixAll"
CONVERT = "promptLsp.convertToMessages"
TOOLS = ("promptLsp.improve", "promptLsp.templatize", "promptLsp.generate")


@pytest.fixture
def agreeing(pushed: Editor) -> Iterator[Editor]:
    pushed.agrees = True
    pushed.applied.clear()
    yield pushed
    pushed.agrees = True


def test_what_is_announced(pushed: Editor) -> None:
    announced = pushed.capabilities["executeCommandProvider"]
    assert announced == {
        "commands": [FIX, CONVERT, *TOOLS],
        "workDoneProgress": True,
    }


def test_fix_all_applies(agreeing: Editor) -> None:
    uri = agreeing.open("fix.prompt", FIRST)
    result = agreeing.command(FIX, {"uri": uri, "version": 1})["result"]
    assert result["applied"] is True
    assert result["response"] is None
    (change,) = result["changes"]
    assert change["kind"] == "TRN006"
    assert change["reason"]
    (edit,) = agreeing.applied
    assert edit["documentChanges"][0]["textDocument"] == {"uri": uri, "version": 1}
    assert agreeing.after(edit)[uri] == FIXED


def test_a_user_may_refuse(agreeing: Editor) -> None:
    agreeing.agrees = False
    uri = agreeing.open("refuse.prompt", FIRST)
    assert agreeing.command(FIX, {"uri": uri})["result"]["applied"] is False
    assert agreeing.applied


def test_an_edit_that_is_only_wanted(agreeing: Editor) -> None:
    uri = agreeing.open("wanted.prompt", FIRST)
    result = agreeing.command(FIX, {"uri": uri, "apply": False})["result"]
    assert result["applied"] is False
    assert agreeing.applied == []
    assert agreeing.after(result["edit"])[uri] == FIXED


def test_nothing_to_fix(agreeing: Editor) -> None:
    uri = agreeing.open("nothing.prompt", FIXED)
    assert agreeing.command(FIX, {"uri": uri})["result"] == {
        "applied": False,
        "changes": [],
        "response": None,
    }
    assert agreeing.applied == []


def test_a_range_limits_the_fixes(agreeing: Editor) -> None:
    text = "Human: hi\n\nAssistant: \n"
    uri = agreeing.open("part.prompt", text)
    end = agreeing.range(uri, len(text) - 2, len(text))
    result = agreeing.command(FIX, {"uri": uri, "range": end, "apply": False})["result"]
    assert agreeing.after(result["edit"])[uri] == "Human: hi\n\nAssistant:\n"


def test_an_older_version_is_refused(agreeing: Editor) -> None:
    uri = agreeing.open("old.prompt", FIRST, version=4)
    error = agreeing.command(FIX, {"uri": uri, "version": 3})["error"]
    assert error["code"] == -32801
    assert "version 4" in error["message"]
    assert "version 3" in error["message"]
    assert agreeing.applied == []


@pytest.mark.parametrize(
    "arguments",
    [
        [7],
        [[]],
        [{}, {}],
        [{"uri": 7}],
        [{"uri": "file:///nowhere.prompt"}],
        [{"apply": "yes"}],
        [{"range": 7}],
        [{"range": {"start": {"line": 0}}}],
        [{"wrong": 1}],
    ],
)
@pytest.mark.parametrize("command", [FIX, CONVERT, *TOOLS])
def test_wrong_arguments(
    agreeing: Editor, command: str, arguments: list[object]
) -> None:
    uri = agreeing.open("wrong.prompt", FIRST)
    if isinstance(arguments[0], dict) and len(arguments) == 1:
        arguments = [{"uri": uri} | arguments[0]]
    error = agreeing.command(command, *arguments)["error"]
    assert error["code"] == -32602
    assert error["message"]


def test_a_document_that_is_no_prompt(agreeing: Editor) -> None:
    uri = agreeing.open("notes.txt", FIRST, "plaintext")
    error = agreeing.command(FIX, {"uri": uri})["error"]
    assert (error["code"], "no prompt" in error["message"]) == (-32602, True)


def test_without_an_address_the_only_prompt_is_meant(agreeing: Editor) -> None:
    agreeing.open("a.prompt", FIRST)
    assert agreeing.command(FIX)["result"]["applied"] is True
    assert agreeing.command(FIX, {})["result"]["applied"] is True
    agreeing.open("b.prompt", FIRST)
    assert agreeing.command(FIX)["error"]["code"] == -32602


def test_convert(agreeing: Editor) -> None:
    uri = agreeing.open("legacy.prompt", FIXED)
    result = agreeing.command(CONVERT, {"uri": uri})["result"]
    assert result["applied"] is True
    assert [change["kind"] for change in result["changes"]] == ["convert-to-messages"]
    (edit,) = agreeing.applied
    made = (agreeing.root / "legacy.messages.json").as_uri()
    assert '"role": "user"' in agreeing.after(edit)[made]


def test_convert_refuses_with_its_reason(agreeing: Editor) -> None:
    (agreeing.root / "there.messages.json").write_text("{}")
    uri = agreeing.open("there.prompt", FIXED)
    error = agreeing.command(CONVERT, {"uri": uri})["error"]
    assert error["code"] == -32803
    assert "`there.messages.json` exists already" in error["message"]
    uri = agreeing.open("plain.prompt", "no turns")
    assert agreeing.command(CONVERT, {"uri": uri})["error"]["code"] == -32803


def test_convert_without_files_that_edits_make(tmp_path: Path) -> None:
    with editing(tmp_path, {"workspace": {"applyEdit": True}}) as editor:
        uri = editor.open("a.prompt", FIXED)
        error = editor.command(CONVERT, {"uri": uri})["error"]
        assert (error["code"], "cannot create files" in error["message"]) == (
            -32803,
            True,
        )
        assert editor.applied == []
        result = editor.command(CONVERT, {"uri": uri, "apply": False})["result"]
        assert '"role": "user"' in result["response"]
        assert result["applied"] is False
        assert "edit" not in result


def test_a_refusal_speaks_of_what_an_editor_offers(agreeing: Editor) -> None:
    uri = agreeing.open("faulty.prompt", "\n\nAssistant: a\n\nHuman: b\n\nAssistant:")
    message = agreeing.command(CONVERT, {"uri": uri})["error"]["message"]
    assert "apply the safe fixes first" in message
    assert "check --fix" not in message


def test_a_client_that_cannot_apply_gets_the_edit(bare: Editor) -> None:
    uri = bare.open("a.prompt", FIRST)
    result = bare.command(FIX, {"uri": uri})["result"]
    assert result["applied"] is False
    assert bare.after(result["edit"])[uri] == FIXED


def test_unknown_commands(agreeing: Editor) -> None:
    error = agreeing.command("promptLsp.wish", {})["error"]
    assert error["code"] == -32602
