"""The process: streams, sockets, crashes, cancelled requests."""

import sys
from pathlib import Path

from prompt_lsp.lsp import server
from tests.lsp.editor import PULLED, PUSHED, Editor, codes, editing
from tests.lsp.raw import RawClient, notification, request

FIRST = "Human: hi <<NAME>>\n\nAssistant:"
CRASHING = [sys.executable, str(Path(__file__).with_name("crashing_server.py"))]


def test_every_handler_exists() -> None:
    for handler in (*server._HANDLERS.values(), *server._COMMANDS.values()):
        assert callable(
            handler.read() if isinstance(handler, server.Later) else handler
        )


def test_without_arguments_it_serves_standard_streams() -> None:
    with RawClient([sys.executable, "-m", "prompt_lsp"]) as client:
        result = client.initialize()
        assert result["serverInfo"]["name"] == "prompt-lsp"
        assert result["capabilities"]["textDocumentSync"]["change"] == 2
        assert client.ask(1, "shutdown")["result"] is None
        client.notify("exit")
        assert client.exit_code() == 0


def test_it_serves_a_socket_of_this_machine() -> None:
    command = [sys.executable, "-m", "prompt_lsp", "--tcp", "127.0.0.1:0"]
    with RawClient(command) as client:
        line = client.error_line("listening on")
        client.connect("127.0.0.1", int(line.rpartition(":")[2]))
        client.initialize()
        item = {"uri": "untitled:a", "languageId": "llm-prompt", "version": 1}
        client.notify(
            "textDocument/didOpen", {"textDocument": item | {"text": "<<NAME>>"}}
        )
        params = client.notified("textDocument/publishDiagnostics")["params"]
        assert codes(params["diagnostics"]) == ["VAR001"]
        client.ask(1, "shutdown")
        client.notify("exit")
        assert client.exit_code() == 0


def test_a_rule_that_crashes_is_told_once_and_silences_nobody(tmp_path: Path) -> None:
    with Editor(tmp_path, command=CRASHING) as editor:
        editor.start(PUSHED)
        uri = editor.open("a.prompt", FIRST)
        said = editor.logged("TRN017")
        assert said["type"] == 1
        assert "RuntimeError" in said["message"]
        assert "the text of a prompt" not in said["message"]
        assert "TRN017" in editor.error_line("TRN017")
        assert codes(editor.published(uri, 1)) == ["TRN006", "VAR001"]
        editor.rewrite(uri, 2, FIRST + "\n")
        editor.published(uri, 2)
        methods = [message.get("method") for message in editor.seen]
        assert methods.count("window/logMessage") == 1
        assert "window/showMessage" not in methods


def test_a_survey_can_be_cancelled(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number}.prompt").write_text(FIRST)
    with editing(tmp_path, PULLED) as editor:
        params = {"previousResultIds": [], "partialResultToken": 1}
        editor.send(request("survey", "workspace/diagnostic", params))
        editor.notified("$/progress")
        editor.send(notification("$/cancelRequest", {"id": "survey"}))
        assert editor.answer("survey")["error"]["code"] == -32800


def test_typing_goes_on_during_a_survey(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number}.prompt").write_text(FIRST)
    with editing(tmp_path, PULLED) as editor:
        uri = editor.open("new.prompt", FIRST)
        params = {"previousResultIds": [], "partialResultToken": 1}
        editor.send(request("survey", "workspace/diagnostic", params))
        editor.notified("$/progress")
        assert codes(editor.pull(uri)["items"]) == ["TRN006", "VAR001"]
        assert not [each for each in editor.seen if each.get("id") == "survey"]
        assert "result" in editor.answer("survey")
