"""Diagnostics for a client that does not ask for them."""

from pathlib import Path

import pytest

from tests.lsp.editor import PUSHED, Editor, codes

FIRST = "Human: hi\n\nAssistant:"


def test_open_change_close(pushed: Editor) -> None:
    uri = pushed.open("life.prompt", FIRST)
    (finding,) = pushed.published(uri, 1)
    assert finding == {
        "range": pushed.range(uri, 0, 6),
        "severity": 2,
        "code": "TRN006",
        "source": "prompt-lsp",
        "message": finding["message"],
        "data": {"id": 0, "version": 1},
    }
    pushed.rewrite(uri, 2, "\n\n" + FIRST)
    (finding,) = pushed.published(uri, 2)
    assert (finding["code"], finding["severity"]) == ("TRN016", 4)
    pushed.close(uri)
    assert pushed.published(uri) == []


def test_incremental_edits_reach_the_text(pushed: Editor) -> None:
    uri = pushed.open("edits.prompt", "a 😀 <<NAME>> z\n")
    assert codes(pushed.published(uri, 1)) == ["VAR001"]
    # Columns in UTF-16: the emoji has two.
    place = {"start": {"line": 0, "character": 5}, "end": {"line": 0, "character": 13}}
    pushed.change(uri, 2, {"range": place, "text": "{{NAME}}"})
    assert pushed.published(uri, 2) == []
    end = {"start": {"line": 9, "character": 0}, "end": {"line": 9, "character": 0}}
    start = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
    pushed.change(
        uri, 3, {"range": end, "text": "<<OTHER>>"}, {"range": start, "text": "\n"}
    )
    (finding,) = pushed.published(uri, 3)
    assert finding["range"]["start"] == {"line": 2, "character": 0}


def test_a_burst_is_judged_once(pushed: Editor) -> None:
    uri = pushed.open("burst.prompt", FIRST)
    pushed.published(uri, 1)
    edits = [
        {
            "jsonrpc": "2.0",
            "method": "textDocument/didChange",
            "params": {
                "textDocument": {"uri": uri, "version": version},
                "contentChanges": [{"text": FIRST + " " * version}],
            },
        }
        for version in range(2, 200)
    ]
    pushed.send(*edits)
    pushed.published(uri, 199)
    versions = [
        message["params"]["version"]
        for message in pushed.seen
        if message.get("method") == "textDocument/publishDiagnostics"
        and message["params"]["uri"] == uri
    ]
    # The pipe may have handed the burst over in a few pieces.
    assert len(versions) < 20
    assert versions == sorted(versions)


def test_only_prompts_are_judged(pushed: Editor) -> None:
    pushed.open("notes.txt", FIRST, "plaintext")
    pushed.open("code.py", FIRST, "python")
    by_language = pushed.open("any.name", FIRST, "llm-prompt")
    by_glob = pushed.open("prompts/deep/x.txt", FIRST, "plaintext")
    assert codes(pushed.published(by_language)) == ["TRN006"]
    assert codes(pushed.published(by_glob)) == ["TRN006"]
    said = {
        message["params"]["uri"]
        for message in pushed.seen
        if message.get("method") == "textDocument/publishDiagnostics"
    }
    assert not {uri for uri in said if uri.endswith(("notes.txt", "code.py"))}


@pytest.mark.parametrize("language", ["prompty", "dotprompt", "llm-prompt"])
def test_a_document_that_is_no_file(pushed: Editor, language: str) -> None:
    uri = pushed.open(f"untitled:Untitled-{language}", "<<NAME>>", language)
    assert codes(pushed.published(uri)) == ["VAR001"]
    pushed.close(uri)


def test_related_information_names_the_other_spelling(pushed: Editor) -> None:
    text = "{{NAME}} and <<NAME>>"
    uri = pushed.open("mixed.prompt", text)
    (finding,) = pushed.published(uri)
    assert finding["code"] == "VAR002"
    (related,) = finding["relatedInformation"]
    assert related["location"] == {"uri": uri, "range": pushed.range(uri, 0, 8)}


def test_extras_go_only_to_clients_that_know_them(bare: Editor) -> None:
    uri = bare.open("mixed.prompt", "{{NAME}} and <<NAME>>")
    (finding,) = bare.published(uri)
    assert set(finding) == {"range", "severity", "code", "source", "message", "data"}


def test_positions_are_in_the_encoding_that_the_client_wants(tmp_path: Path) -> None:
    wanted = {"general": {"positionEncodings": ["utf-8", "utf-16"]}}
    with Editor(tmp_path) as editor:
        result = editor.start(PUSHED | wanted)
        assert result["capabilities"]["positionEncoding"] == "utf-8"
        uri = editor.open("a.prompt", "ä😀 <<NAME>>")
        (finding,) = editor.published(uri)
        assert finding["range"]["start"]["character"] == 7


def test_findings_in_a_sidecar_go_to_the_sidecar(pushed: Editor) -> None:
    sidecar = pushed.root / "beside.vars.json"
    sidecar.write_text('{"USED": "1",\n "IDLE": "2"}')
    uri = pushed.open("beside.prompt", "{{USED}}")
    (finding,) = pushed.published(sidecar.as_uri())
    assert finding["code"] == "VAR012"
    assert finding["range"]["start"]["line"] == 1
    assert finding["tags"] == [1]
    # The buffer of the sidecar comes before its file.
    beside = pushed.open("beside.vars.json", '{"IDLE": "2"}', "json")
    assert codes(pushed.published(uri)) == ["VAR011"]
    assert codes(pushed.published(beside, 1)) == ["VAR012"]
    pushed.rewrite(beside, 2, '{"USED": "2"}')
    assert pushed.published(beside) == []
    pushed.rewrite(beside, 3, '{"USED": "2", "MORE": ""}')
    assert codes(pushed.published(beside, 3)) == ["VAR012"]
    pushed.close(uri)
    assert pushed.published(beside) == []


def test_a_sidecar_is_watched(pushed: Editor) -> None:
    uri = pushed.open("told.prompt", "{{NAME}}")
    assert pushed.published(uri) == []
    sidecar = pushed.root / "told.vars.json"
    sidecar.write_text("{}")
    pushed.watched(sidecar, 1)
    assert codes(pushed.published(uri)) == ["VAR011"]
    sidecar.unlink()
    pushed.watched(sidecar, 3)
    assert pushed.published(uri) == []


def test_an_unreadable_sidecar_is_told_and_left_out(pushed: Editor) -> None:
    (pushed.root / "bytes.vars.json").write_bytes(b"\xff\xfe\x00")
    uri = pushed.open("bytes.prompt", "{{NAME}}")
    assert pushed.logged("bytes.vars.json")["type"] == 2
    assert pushed.published(uri) == []


def test_reopening_judges_anew(pushed: Editor) -> None:
    uri = pushed.open("again.prompt", FIRST, version=7)
    assert codes(pushed.published(uri, 7)) == ["TRN006"]
    pushed.close(uri)
    assert pushed.published(uri) == []
    pushed.open("again.prompt", "{{NAME}}", version=1)
    assert pushed.published(uri, 1) == []


def test_edits_of_a_closed_document_do_no_harm(pushed: Editor) -> None:
    pushed.change((pushed.root / "never.prompt").as_uri(), 2, {"text": "x"})
    uri = pushed.open("after.prompt", FIRST)
    assert codes(pushed.published(uri)) == ["TRN006"]


def test_tokens_are_counted_when_nobody_types(pushed: Editor) -> None:
    pushed.write("prompt-lsp.toml", "token-limit = 30\n")
    text = "\n\nHuman: " + "one two three four five " * 10 + "\n\nAssistant:"
    uri = pushed.open("long.prompt", text)
    assert "TRN008" not in codes(pushed.published(uri, 1))
    assert "TRN008" in codes(pushed.published(uri, 1))
    pushed.rewrite(uri, 2, text.replace("one", "six"))
    assert "TRN008" in codes(pushed.published(uri, 2)), "it neither goes nor flickers"
    pushed.rewrite(uri, 3, "\n\nHuman: short\n\nAssistant:")
    assert "TRN008" not in codes(pushed.published(uri, 3))


def test_a_file_that_is_no_prompt_any_more_is_cleared(pushed: Editor) -> None:
    uri = pushed.open("a.prompt", FIRST, "plaintext")
    assert codes(pushed.published(uri)) == ["TRN006"]
    file = pushed.write("prompt-lsp.toml", 'exclude = ["*.prompt"]\n')
    assert pushed.published(uri) == []
    file.unlink()
    pushed.watched(file, 3)
    assert codes(pushed.published(uri)) == ["TRN006"]


def test_a_sidecar_alone_is_judged_with_the_prompt_on_the_disk(pushed: Editor) -> None:
    pushed.write("side.prompt", "{{ONE}}")
    uri = pushed.open("side.vars.json", '{"ONE": "", "TWO": ""}', "json")
    assert codes(pushed.published(uri, 1)) == ["VAR012"]
    pushed.rewrite(uri, 2, '{"ONE": ""}')
    assert pushed.published(uri) == []
    pushed.rewrite(uri, 3, '{"SIX": "", "TWO": ""}')
    assert codes(pushed.published(uri, 3)) == ["VAR012", "VAR012"]
    # While the prompt is open its buffer counts, and after that its file again.
    prompt = pushed.open("side.prompt", "{{SIX}} {{TWO}}")
    assert pushed.published(uri) == []
    pushed.close(prompt)
    assert codes(pushed.published(uri)) == ["VAR012", "VAR012"]
    pushed.close(uri)
    assert pushed.published(uri) == []
