"""Where settings come from, and what happens when they change."""

from pathlib import Path

import pytest

from tests.lsp.editor import PULLED, PUSHED, Editor, codes, editing
from tests.lsp.raw import Message

FIRST = "Human: hi\n\nAssistant:"

# A client that cannot be asked for settings, but sends them.
SENDS = PUSHED | {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}


def is_refresh(message: Message) -> bool:
    return message.get("method") == "workspace/diagnostic/refresh"


def test_initialization_options(tmp_path: Path) -> None:
    with editing(
        tmp_path, SENDS, initializationOptions={"ignore": ["TRN006"]}
    ) as editor:
        assert editor.published(editor.open("a.prompt", FIRST)) == []


def test_the_client_is_asked_before_anything_is_said(tmp_path: Path) -> None:
    with Editor(tmp_path) as editor:
        editor.settings = {"severity": {"TRN006": "error"}}
        editor.start(PUSHED)
        (finding,) = editor.published(editor.open("a.prompt", FIRST))
        assert finding["severity"] == 1
        pushes = [
            message
            for message in editor.seen
            if message.get("method") == "textDocument/publishDiagnostics"
        ]
        assert len(pushes) == 1


def test_a_client_that_does_not_answer_is_not_waited_for_long(tmp_path: Path) -> None:
    with Editor(tmp_path) as editor:
        editor.answers_settings = False
        editor.start(PUSHED)
        assert codes(editor.published(editor.open("a.prompt", FIRST))) == ["TRN006"]


def test_changed_settings_judge_what_is_open(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        uri = editor.open("a.prompt", FIRST)
        assert codes(editor.published(uri)) == ["TRN006"]
        assert editor.registered["workspace/didChangeConfiguration"] == {
            "section": "promptLsp"
        }
        editor.settings = {"ignore": ["TRN"]}
        editor.notify("workspace/didChangeConfiguration", {"settings": None})
        assert editor.published(uri) == []


@pytest.mark.parametrize("nested", [True, False])
def test_settings_that_are_sent(tmp_path: Path, *, nested: bool) -> None:
    sent = {"ignore": ["TRN006"]}
    with editing(tmp_path, SENDS) as editor:
        uri = editor.open("a.prompt", FIRST)
        assert codes(editor.published(uri)) == ["TRN006"]
        settings = {"promptLsp": sent} if nested else sent
        editor.notify("workspace/didChangeConfiguration", {"settings": settings})
        assert editor.published(uri) == []


def test_who_pulls_is_told_to_ask_again(tmp_path: Path) -> None:
    with editing(tmp_path, PULLED) as editor:
        uri = editor.open("a.prompt", FIRST)
        assert codes(editor.pull(uri)["items"]) == ["TRN006"]
        assert "workspace/diagnostic/refresh" not in editor.asked
        editor.settings = {"ignore": ["TRN006"]}
        editor.notify("workspace/didChangeConfiguration", {"settings": None})
        editor.until(is_refresh)
        assert editor.pull(uri)["items"] == []


def test_a_configuration_file_is_watched(pushed: Editor) -> None:
    file = pushed.root / "prompt-lsp.toml"
    uri = pushed.open("a.prompt", FIRST)
    assert codes(pushed.published(uri)) == ["TRN006"]
    file.write_text('ignore = ["TRN006"]\n')
    pushed.watched(file, 1)
    assert pushed.published(uri) == []
    file.unlink()
    pushed.watched(file, 3)
    assert codes(pushed.published(uri)) == ["TRN006"]


def test_what_is_watched(tmp_path: Path) -> None:
    (tmp_path / "prompt-lsp.toml").write_text(
        'include = ["*.llm", "texts/*.txt"]\ntext-completions = ["old/**"]\n'
    )
    with editing(tmp_path) as editor:
        editor.published(editor.open("a.llm", FIRST))
        watchers = editor.registered["workspace/didChangeWatchedFiles"]["watchers"]
        globs = [watcher["globPattern"] for watcher in watchers]
    assert "**/prompt-lsp.toml" in globs
    assert "**/pyproject.toml" in globs
    assert "**/*.vars.{json,yaml,yml}" in globs
    assert "**/*.llm" in globs
    assert {"baseUri": tmp_path.as_uri(), "pattern": "texts/*.txt"} in globs
    assert {"baseUri": tmp_path.as_uri(), "pattern": "old/**"} in globs


def test_new_globs_are_watched(tmp_path: Path) -> None:
    file = tmp_path / "prompt-lsp.toml"
    with editing(tmp_path) as editor:
        uri = editor.open("a.prompt", FIRST)
        editor.published(uri)
        file.write_text('include = ["*.prompt", "*.other"]\n')
        editor.watched(file, 1)
        editor.published(uri)
        watchers = editor.registered["workspace/didChangeWatchedFiles"]["watchers"]
        assert {"globPattern": "**/*.other"} in watchers


def test_saving_looks_again_where_nothing_is_watched(bare: Editor) -> None:
    uri = bare.open("a.prompt", FIRST)
    assert codes(bare.published(uri)) == ["TRN006"]
    (bare.root / "prompt-lsp.toml").write_text('ignore = ["TRN006"]\n')
    bare.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    assert bare.published(uri) == []


def test_problems_are_logged_once_with_the_nearest_key(pushed: Editor) -> None:
    file = pushed.root / "prompt-lsp.toml"
    file.write_text('\nignored = ["TRN006"]\n')
    uri = pushed.open("a.prompt", FIRST)
    pushed.published(uri)
    said = pushed.logged("unknown key `ignored`")
    assert said["type"] == 2
    assert "did you mean `ignore`" in said["message"]
    assert f"{file}:2" in said["message"]
    pushed.rewrite(uri, 2, FIRST + " ")
    pushed.published(uri, 2)
    pushed.published(pushed.open("b.prompt", FIRST))
    log = [m for m in pushed.seen if m.get("method") == "window/logMessage"]
    assert len(log) == 1
    assert not [m for m in pushed.seen if m.get("method") == "window/showMessage"]


def test_a_broken_file_is_shown_once(pushed: Editor) -> None:
    (pushed.root / "prompt-lsp.toml").write_text("ignore = [\n")
    uri = pushed.open("a.prompt", FIRST)
    assert codes(pushed.published(uri)) == ["TRN006"]
    box = pushed.notified("window/showMessage")["params"]
    assert "is not valid TOML" in box["message"]
    pushed.rewrite(uri, 2, FIRST)
    pushed.published(uri, 2)
    boxes = [m for m in pushed.seen if m.get("method") == "window/showMessage"]
    assert len(boxes) == 1


def test_text_completions_globs_declare(pushed: Editor) -> None:
    (pushed.root / "prompt-lsp.toml").write_text('text-completions = ["old/*.txt"]\n')
    uri = pushed.open("old/a.txt", "Hello, world", "plaintext")
    assert codes(pushed.published(uri)) == ["TRN001", "TRN002"]


def test_folders_have_settings_of_their_own(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    (two / "prompt-lsp.toml").write_text('ignore = ["VAR001"]\n')
    text = "Human: <<X>>\n\nAssistant:"

    def settings(folder: str | None) -> Message:
        return {"ignore": ["TRN006"]} if folder == one.as_uri() else {}

    with Editor(tmp_path) as editor:
        editor.settings = settings
        editor.start(PUSHED, one, two)
        assert codes(editor.published(editor.open("one/a.prompt", text))) == ["VAR001"]
        uri = editor.open("two/a.prompt", text)
        assert codes(editor.published(uri)) == ["TRN006"]
        # What is no file is judged by the first folder.
        untitled = editor.open("untitled:a", text, "llm-prompt")
        assert codes(editor.published(untitled)) == ["VAR001"]


def test_folders_come_and_go(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
        (folder / "a.prompt").write_text(FIRST)
    with Editor(tmp_path) as editor:
        editor.start(PULLED, one)
        assert set(editor.survey()) == {(one / "a.prompt").as_uri()}
        added = [{"uri": two.as_uri(), "name": "two"}]
        removed = [{"uri": one.as_uri(), "name": "one"}]
        editor.notify(
            "workspace/didChangeWorkspaceFolders",
            {"event": {"added": added, "removed": removed}},
        )
        assert set(editor.survey()) == {(two / "a.prompt").as_uri()}


def test_actions_wait_for_the_settings(tmp_path: Path) -> None:
    with Editor(tmp_path) as editor:
        editor.settings = {"ignore": ["TRN006"]}
        editor.start(PULLED)
        uri = editor.open("a.prompt", FIRST)
        only = ["quickfix", "source.fixAll.promptLsp"]
        assert editor.actions(uri, (0, 0), only) == []


def test_commands_wait_for_the_settings(tmp_path: Path) -> None:
    with Editor(tmp_path) as editor:
        editor.settings = {"ignore": ["TRN006"]}
        editor.start(PULLED)
        uri = editor.open("a.prompt", FIRST)
        done = editor.command("promptLsp.fixAll", {"uri": uri, "apply": False})
        assert done["result"]["changes"] == []
