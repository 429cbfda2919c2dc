"""The manual of a rule, where a finding is."""

from pathlib import Path

from tests.lsp.editor import PUSHED, Editor, editing

FIRST = "Human: hi <<NAME>>\n\nAssistant:"


def test_a_finding_shows_its_manual(pushed: Editor) -> None:
    uri = pushed.open("hover.prompt", FIRST)
    found = pushed.hover(uri, 3)
    assert found is not None
    assert found["range"] == pushed.range(uri, 0, 6)
    contents = found["contents"]
    assert contents["kind"] == "markdown"
    assert contents["value"].startswith("# TRN006 unseparated-first-turn\n\n")
    assert "## Fix safety" in contents["value"]


def test_elsewhere_there_is_nothing(pushed: Editor) -> None:
    uri = pushed.open("empty.prompt", FIRST)
    assert pushed.hover(uri, 8) is None
    other = pushed.open("hover.txt", FIRST, "plaintext")
    assert pushed.hover(other, 3) is None


def test_several_findings_are_joined(pushed: Editor) -> None:
    text = "\n\nHuman: hi\n\nAssistant: <<NAME>>"
    uri = pushed.open("joined.prompt", text)
    diagnostics = pushed.published(uri)
    place = text.index("NAME")
    here = {
        each["code"]
        for each in diagnostics
        if pushed.span(uri, each["range"]).holds(place)
    }
    assert len(here) > 1, "the text was chosen for that"
    found = pushed.hover(uri, place)
    assert found is not None
    value = found["contents"]["value"]
    assert all(f"# {code} " in value for code in here)
    assert "\n---\n" in value


def test_plain_text_for_who_shows_nothing_else(tmp_path: Path) -> None:
    document = PUSHED["textDocument"] | {"hover": {"contentFormat": ["plaintext"]}}
    with editing(tmp_path, PUSHED | {"textDocument": document}) as editor:
        uri = editor.open("a.prompt", FIRST)
        found = editor.hover(uri, 3)
        assert found is not None
        assert found["contents"]["kind"] == "plaintext"
        value = found["contents"]["value"]
        assert value.startswith("TRN006 unseparated-first-turn\n")
        assert "```" not in value
        assert "#" not in value


def test_a_sidecar_has_hovers_too(pushed: Editor) -> None:
    pushed.open("beside.prompt", "text")
    uri = pushed.open("beside.vars.json", '{"IDLE": ""}', "json")
    found = pushed.hover(uri, 3)
    assert found is not None
    assert "VAR012" in found["contents"]["value"]
