"""Diagnostics for a client that asks for them."""

from pathlib import Path

from tests.lsp.editor import PULLED, Editor, codes, editing
from tests.lsp.raw import notification, request

FIRST = "Human: hi\n\nAssistant:"


def test_what_is_announced(pulled: Editor, pushed: Editor) -> None:
    assert pulled.capabilities["diagnosticProvider"] == {
        "identifier": "prompt-lsp",
        "interFileDependencies": True,
        "workspaceDiagnostics": True,
    }
    assert "diagnosticProvider" not in pushed.capabilities


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


def test_survey_of_files_that_are_not_open(pulled: Editor) -> None:
    bad = pulled.write("bad.prompt", FIRST)
    good = pulled.write("sub/good.prompt", "{{A}}")
    pulled.write("other.txt", FIRST)
    found = pulled.survey()
    assert set(found) == {bad.as_uri(), good.as_uri()}
    assert codes(found[bad.as_uri()]["items"]) == ["TRN006"]
    assert found[bad.as_uri()]["version"] is None
    assert found[good.as_uri()]["items"] == []
    known = {uri: item["resultId"] for uri, item in found.items()}
    again = pulled.survey(known)
    assert {item["kind"] for item in again.values()} == {"unchanged"}


def test_nothing_is_read_on_a_poll(pulled: Editor) -> None:
    file = pulled.write("a.prompt", FIRST)
    uri = file.as_uri()
    known = {uri: pulled.survey()[uri]["resultId"]}
    file.write_text("{{A}}")
    assert pulled.survey(known)[uri]["kind"] == "unchanged"
    pulled.watched(file)
    assert pulled.survey(known)[uri]["items"] == []


def test_survey_hears_of_new_files_and_of_lost_ones(pulled: Editor) -> None:
    assert pulled.survey() == {}
    file = pulled.write("a.prompt", FIRST)
    found = pulled.survey()[file.as_uri()]
    assert codes(found["items"]) == ["TRN006"]
    file.unlink()
    pulled.watched(file, 3)
    gone = pulled.survey({file.as_uri(): found["resultId"]})[file.as_uri()]
    assert gone == {"uri": file.as_uri(), "version": None, "kind": "full", "items": []}
    assert pulled.survey() == {}


def test_survey_takes_open_documents_as_they_stand(pulled: Editor) -> None:
    pulled.write("a.prompt", "{{A}}")
    uri = pulled.open("a.prompt", FIRST, version=4)
    found = pulled.survey()[uri]
    assert (found["version"], codes(found["items"])) == (4, ["TRN006"])
    assert pulled.pull(uri)["resultId"] == found["resultId"]
    pulled.close(uri)
    found = pulled.survey({uri: found["resultId"]})[uri]
    assert (found["version"], found["items"]) == (None, [])


def test_survey_of_sidecars(pulled: Editor) -> None:
    pulled.write("a.prompt", "text")
    sidecar = pulled.write("a.vars.json", '{"IDLE": ""}').as_uri()
    found = pulled.survey()
    assert codes(found[sidecar]["items"]) == ["VAR012"]
    known = {uri: item["resultId"] for uri, item in found.items()}
    assert pulled.survey(known)[sidecar]["kind"] == "unchanged"
    pulled.open("a.vars.json", "{}", "json", version=3)
    report = pulled.survey(known)[sidecar]
    assert (report["kind"], report["items"]) == ("full", [])


def test_survey_in_portions(pulled: Editor) -> None:
    uri = pulled.write("a.prompt", FIRST).as_uri()
    assert pulled.survey(partialResultToken=7) == {}
    portions = [
        message["params"]["value"]["items"]
        for message in pulled.seen
        if message.get("method") == "$/progress" and message["params"]["token"] == 7
    ]
    assert uri in {item["uri"] for items in portions for item in items}


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


def test_a_counted_length_asks_the_client_to_ask(pulled: Editor) -> None:
    pulled.write("prompt-lsp.toml", "token-limit = 20\n")
    text = "\n\nHuman: " + "one two three four five " * 10 + "\n\nAssistant:"
    uri = pulled.open("long.prompt", text)
    assert "TRN008" not in codes(pulled.pull(uri)["items"])
    before = pulled.asked.count("workspace/diagnostic/refresh")
    pulled.until(lambda _: pulled.asked.count("workspace/diagnostic/refresh") > before)
    assert "TRN008" in codes(pulled.pull(uri)["items"])


def test_the_same_text_again_has_its_own_version(pulled: Editor) -> None:
    uri = pulled.open("versions.prompt", "{{A}}")
    assert pulled.pull(uri)["items"] == []
    pulled.rewrite(uri, 2, "{{A}}")
    assert pulled.survey()[uri]["version"] == 2


def test_what_holds_after_closing_is_on_the_disk(pulled: Editor) -> None:
    file = pulled.write("a.prompt", "{{A}}")
    assert pulled.survey()[file.as_uri()]["items"] == []
    uri = pulled.open("a.prompt", "{{A}}")
    file.write_text(FIRST)
    pulled.close(uri)
    assert codes(pulled.survey()[uri]["items"]) == ["TRN006"]


def test_a_sidecar_alone_is_judged_with_the_prompt_on_the_disk(pulled: Editor) -> None:
    pulled.write("side.prompt", "{{ONE}}")
    uri = pulled.open("side.vars.json", '{"ONE": "", "TWO": ""}', "json")
    items = pulled.pull(uri)["items"]
    assert codes(items) == ["VAR012"]
    assert pulled.survey()[uri]["items"] == items
    before = pulled.asked.count("workspace/diagnostic/refresh")
    pulled.write("side.prompt", "{{ONE}} {{TWO}}")
    pulled.until(lambda _: pulled.asked.count("workspace/diagnostic/refresh") > before)
    assert pulled.pull(uri)["items"] == []
    pulled.rewrite(uri, 2, '{"ONE": "", "TWO": "", "SIX": ""}')
    assert codes(pulled.pull(uri)["items"]) == ["VAR012"]
    pulled.write("prompt-lsp.toml", 'exclude = ["*.prompt"]\n')
    assert pulled.pull(uri)["items"] == []
