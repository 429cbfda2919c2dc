"""Diagnostics for a client that asks for them."""

from pathlib import Path

from tests.lsp.editor import PULLED, PUSHED, Editor, codes, editing
from tests.lsp.raw import notification, request

FIRST = "Human: hi\n\nAssistant:"


def test_what_is_announced(tmp_path: Path) -> None:
    with Editor(tmp_path) as editor:
        announced = editor.start(PULLED)["capabilities"]["diagnosticProvider"]
    assert announced == {
        "identifier": "prompt-lsp",
        "interFileDependencies": True,
        "workspaceDiagnostics": True,
    }
    with Editor(tmp_path) as editor:
        assert "diagnosticProvider" not in editor.start(PUSHED)["capabilities"]


def test_pulled_lists_are_the_pushed_ones(pushed: Editor, pulled: Editor) -> None:
    text = "Human: {{A}} <<A>>\n\nAssistant: \n"
    name = "same.prompt"
    there, here = pushed.open(name, text), pulled.open(name, text)
    sent = pushed.published(there)
    assert len(sent) > 2
    for finding in sent:
        for related in finding.get("relatedInformation", ()):
            related["location"]["uri"] = here
    assert pulled.pull(here)["items"] == sent


def test_nothing_is_pushed_to_who_pulls(pulled: Editor) -> None:
    uri = pulled.open("quiet.prompt", FIRST)
    pulled.rewrite(uri, 2, "<<X>>")
    assert codes(pulled.pull(uri)["items"]) == ["VAR001"]
    pulled.close(uri)
    assert pulled.pull(uri) == {"kind": "full", "items": []}
    methods = {message.get("method") for message in pulled.seen}
    assert "textDocument/publishDiagnostics" not in methods


def test_an_unchanged_list_is_not_sent_again(pulled: Editor) -> None:
    uri = pulled.open("unchanged.prompt", FIRST)
    report = pulled.pull(uri)
    assert codes(report["items"]) == ["TRN006"]
    known = report["resultId"]
    assert pulled.pull(uri, known) == {"kind": "unchanged", "resultId": known}
    pulled.rewrite(uri, 2, FIRST.replace("hi", "hello"))
    assert pulled.pull(uri, known)["kind"] == "unchanged"
    pulled.rewrite(uri, 3, "\n" + FIRST)
    report = pulled.pull(uri, known)
    assert report["kind"] == "full"
    assert report["resultId"] != known


def test_other_documents_have_no_diagnostics(pulled: Editor) -> None:
    uri = pulled.open("notes.txt", FIRST, "plaintext")
    assert pulled.pull(uri)["items"] == []


def test_an_answer_is_for_the_newest_text(pulled: Editor) -> None:
    uri = pulled.open("newest.prompt", FIRST)
    params = {"textDocument": {"uri": uri, "version": 2}}
    pulled.send(
        notification(
            "textDocument/didChange", params | {"contentChanges": [{"text": "{{A}}"}]}
        ),
        request("one", "textDocument/diagnostic", {"textDocument": {"uri": uri}}),
    )
    assert pulled.answer("one")["result"]["items"] == []


def test_a_sidecar_is_asked_about_by_its_own_name(pulled: Editor) -> None:
    pulled.open("named.prompt", "{{USED}}")
    uri = pulled.open("named.vars.json", '{"USED": "", "IDLE": ""}', "json")
    assert codes(pulled.pull(uri)["items"]) == ["VAR012"]


def test_a_sidecar_comes_with_its_prompt_where_the_client_takes_it(
    tmp_path: Path,
) -> None:
    sidecar = tmp_path / "a.vars.json"
    sidecar.write_text('{"IDLE": ""}')
    document = PULLED["textDocument"] | {"diagnostic": {"relatedDocumentSupport": True}}
    with editing(tmp_path, PULLED | {"textDocument": document}) as editor:
        uri = editor.open("a.prompt", "text")
        report = editor.pull(uri)
        assert report["items"] == []
        (related,) = report["relatedDocuments"].items()
        assert related[0] == sidecar.as_uri()
        assert codes(related[1]["items"]) == ["VAR012"]


def test_survey_of_files_that_are_not_open(tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.prompt", tmp_path / "sub" / "good.prompt"
    good.parent.mkdir()
    bad.write_text(FIRST)
    good.write_text("{{A}}")
    (tmp_path / "other.txt").write_text(FIRST)
    with editing(tmp_path, PULLED) as editor:
        found = editor.survey()
        assert set(found) == {bad.as_uri(), good.as_uri()}
        assert codes(found[bad.as_uri()]["items"]) == ["TRN006"]
        assert found[bad.as_uri()]["version"] is None
        assert found[good.as_uri()]["items"] == []
        known = {uri: item["resultId"] for uri, item in found.items()}
        again = editor.survey(known)
        assert {item["kind"] for item in again.values()} == {"unchanged"}

        # Nothing is read on a poll: only what is told counts.
        bad.write_text("{{A}}")
        assert editor.survey(known)[bad.as_uri()]["kind"] == "unchanged"
        editor.watched(bad)
        assert editor.survey(known)[bad.as_uri()]["items"] == []
        new = tmp_path / "new.prompt"
        new.write_text(FIRST)
        editor.watched(new, 1)
        assert codes(editor.survey(known)[new.as_uri()]["items"]) == ["TRN006"]
        bad.unlink()
        editor.watched(bad, 3)
        gone = editor.survey(known)[bad.as_uri()]
        assert gone == {
            "uri": bad.as_uri(),
            "version": None,
            "kind": "full",
            "items": [],
        }


def test_survey_takes_open_documents_as_they_stand(tmp_path: Path) -> None:
    file = tmp_path / "a.prompt"
    file.write_text("{{A}}")
    with editing(tmp_path, PULLED) as editor:
        uri = editor.open("a.prompt", FIRST, version=4)
        found = editor.survey()[uri]
        assert (found["version"], codes(found["items"])) == (4, ["TRN006"])
        assert editor.pull(uri)["resultId"] == found["resultId"]
        editor.close(uri)
        found = editor.survey({uri: found["resultId"]})[uri]
        assert (found["version"], found["items"]) == (None, [])


def test_survey_of_sidecars(tmp_path: Path) -> None:
    (tmp_path / "a.prompt").write_text("text")
    sidecar = tmp_path / "a.vars.json"
    sidecar.write_text('{"IDLE": ""}')
    with editing(tmp_path, PULLED) as editor:
        found = editor.survey()
        report = found[sidecar.as_uri()]
        assert codes(report["items"]) == ["VAR012"]
        known = {uri: item["resultId"] for uri, item in found.items()}
        assert editor.survey(known)[sidecar.as_uri()]["kind"] == "unchanged"
        uri = editor.open("a.vars.json", "{}", "json", version=3)
        report = editor.survey(known)[uri]
        assert (report["kind"], report["items"]) == ("full", [])


def test_survey_in_portions(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.prompt").write_text(FIRST)
    with editing(tmp_path, PULLED) as editor:
        assert editor.survey(partialResultToken=7) == {}
        portions = [
            message["params"]["value"]["items"]
            for message in editor.seen
            if message.get("method") == "$/progress" and message["params"]["token"] == 7
        ]
        assert sum(map(len, portions)) == 30


def test_survey_without_file_watching_looks_again(tmp_path: Path) -> None:
    file = tmp_path / "a.prompt"
    file.write_text(FIRST)
    blind = PULLED | {"workspace": {"configuration": True}}
    with editing(tmp_path, blind) as editor:
        found = editor.survey()[file.as_uri()]
        assert codes(found["items"]) == ["TRN006"]
        known = {file.as_uri(): found["resultId"]}
        assert editor.survey(known)[file.as_uri()]["kind"] == "unchanged"
        file.write_text("{{A}} other")
        assert editor.survey(known)[file.as_uri()]["items"] == []


def test_a_counted_length_asks_the_client_to_ask(tmp_path: Path) -> None:
    (tmp_path / "prompt-lsp.toml").write_text("token-limit = 20\n")
    text = "\n\nHuman: " + "one two three four five " * 10 + "\n\nAssistant:"
    with editing(tmp_path, PULLED) as editor:
        uri = editor.open("long.prompt", text)
        assert "TRN008" not in codes(editor.pull(uri)["items"])
        editor.until(
            lambda message: message.get("method") == "workspace/diagnostic/refresh"
        )
        assert "TRN008" in codes(editor.pull(uri)["items"])


def test_the_same_text_again_has_its_own_version(pulled: Editor) -> None:
    uri = pulled.open("versions.prompt", "{{A}}")
    assert pulled.pull(uri)["items"] == []
    pulled.rewrite(uri, 2, "{{A}}")
    assert pulled.survey()[uri]["version"] == 2


def test_what_holds_after_closing_is_on_the_disk(tmp_path: Path) -> None:
    file = tmp_path / "a.prompt"
    file.write_text("{{A}}")
    with editing(tmp_path, PULLED) as editor:
        assert editor.survey()[file.as_uri()]["items"] == []
        uri = editor.open("a.prompt", "{{A}}")
        file.write_text(FIRST)
        editor.close(uri)
        assert codes(editor.survey()[uri]["items"]) == ["TRN006"]
