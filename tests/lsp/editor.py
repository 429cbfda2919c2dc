"""An editor as the server sees it: it opens, types, asks, and answers questions."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from prompt_lsp.text import Edit, Encoding, LineIndex, Span, apply_edits
from tests.lsp.raw import Message, RawClient

COMMAND = [sys.executable, "-m", "prompt_lsp", "--stdio"]

# What all editors of today can do, but for asking for diagnostics.
PUSHED: dict[str, Any] = {
    "workspace": {
        "applyEdit": True,
        "configuration": True,
        "workspaceFolders": True,
        "workspaceEdit": {
            "documentChanges": True,
            "resourceOperations": ["create", "rename", "delete"],
        },
        "didChangeConfiguration": {"dynamicRegistration": True},
        "didChangeWatchedFiles": {
            "dynamicRegistration": True,
            "relativePatternSupport": True,
        },
    },
    "textDocument": {
        "publishDiagnostics": {
            "relatedInformation": True,
            "tagSupport": {"valueSet": [1, 2]},
            "codeDescriptionSupport": True,
            "dataSupport": True,
            "versionSupport": True,
        },
        "codeAction": {
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": [""]}},
            "isPreferredSupport": True,
            "dataSupport": True,
            "resolveSupport": {"properties": ["edit"]},
        },
        "hover": {"contentFormat": ["markdown", "plaintext"]},
    },
}

PULLED: dict[str, Any] = {
    "workspace": PUSHED["workspace"] | {"diagnostics": {"refreshSupport": True}},
    "textDocument": PUSHED["textDocument"]
    | {"diagnostic": {"dynamicRegistration": True, "relatedDocumentSupport": False}},
}


class Editor(RawClient):
    """A client that keeps its documents and answers what the server asks.

    Attributes:
        settings: the answer to `workspace/configuration`, for each of its items.
        agrees: whether it applies edits that it is sent.
        capabilities: those of the server.
        registered: what the server wants to be told, with its options.
        asked: the methods that the server asked.
    """

    def __init__(
        self,
        root: Path,
        command: list[str] = COMMAND,
        env: dict[str, str] | None = None,
    ) -> None:
        super().__init__(command, env)
        self.root = root
        self.settings: Any = {}
        self.agrees = True
        self.answers_settings = True
        self.registered: dict[str, Any] = {}
        self.asked: list[str] = []
        self.applied: list[Message] = []
        self.capabilities: Message = {}
        self.texts: dict[str, str] = {}
        self.opened: dict[str, None] = {}
        self.encoding = Encoding.UTF16
        self._ids = 0

    def __enter__(self) -> Self:
        return self

    def start(
        self, capabilities: dict[str, Any], *folders: Path, **more: object
    ) -> Message:
        """The handshake, with one folder or several."""
        named = [{"uri": each.as_uri(), "name": each.name} for each in folders]
        result = self.initialize(
            capabilities,
            rootUri=(folders[0] if folders else self.root).as_uri(),
            workspaceFolders=named or None,
            **more,
        )
        self.capabilities = result["capabilities"]
        return result

    # What a user does

    def open(
        self, name: str, text: str, language: str = "llm-prompt", version: int = 1
    ) -> str:
        """Open a document of the root folder, or one with an address; its address."""
        uri = name if ":" in name else (self.root / name).as_uri()
        self.texts[uri] = text
        self.opened[uri] = None
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})
        return uri

    def change(self, uri: str, version: int, *changes: Message) -> None:
        self.notify(
            "textDocument/didChange",
            {
                "textDocument": {"uri": uri, "version": version},
                "contentChanges": [*changes],
            },
        )

    def rewrite(self, uri: str, version: int, text: str) -> None:
        """Replace a whole text."""
        self.texts[uri] = text
        self.change(uri, version, {"text": text})

    def close(self, uri: str) -> None:
        self.opened.pop(uri, None)
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def watched(self, path: Path, change: int = 2) -> None:
        """Tell of a file that was made (1), written (2) or removed (3)."""
        event = {"uri": path.as_uri(), "type": change}
        self.notify("workspace/didChangeWatchedFiles", {"changes": [event]})

    def write(self, name: str, text: str) -> Path:
        """Write a file of the root folder, and tell of it."""
        file = self.root / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
        self.watched(file)
        return file

    # What it sees

    def published(self, uri: str, version: int | None = None) -> list[Message]:
        """The next diagnostics pushed for a document, of a version if given."""

        def wanted(message: Message) -> bool:
            params = message.get("params", {})
            return (
                message.get("method") == "textDocument/publishDiagnostics"
                and params["uri"] == uri
                and version in (None, params.get("version"))
            )

        found: list[Message] = self.until(wanted)["params"]["diagnostics"]
        return found

    def request(self, method: str, params: object = None) -> Any:  # noqa: ANN401 - each method has its own
        """The result of a request."""
        answer = self.reply(method, params)
        assert "error" not in answer, answer
        return answer["result"]

    def reply(self, method: str, params: object = None) -> Message:
        """The whole answer to a request."""
        self._ids += 1
        return self.ask(f"editor-{self._ids}", method, params)

    def pull(self, uri: str, known: str | None = None) -> Message:
        params = {"textDocument": {"uri": uri}, "identifier": "prompt-lsp"}
        if known is not None:
            params["previousResultId"] = known
        report: Message = self.request("textDocument/diagnostic", params)
        return report

    def survey(
        self, known: dict[str, str] | None = None, **more: object
    ) -> dict[str, Message]:
        """The reports of what lies in the root folder, by address."""
        previous = [
            {"uri": uri, "value": value} for uri, value in (known or {}).items()
        ]
        params = {"identifier": "prompt-lsp", "previousResultIds": previous}
        answer = self.request("workspace/diagnostic", params | more)
        here = self.root.as_uri() + "/"
        return {
            item["uri"]: item
            for item in answer["items"]
            if item["uri"].startswith(here)
        }

    def actions(
        self,
        uri: str,
        span: tuple[int, int],
        only: list[str] | None = None,
        diagnostics: list[Message] | None = None,
        trigger: int | None = None,
    ) -> list[Message]:
        """What is offered at a stretch of the text, by offsets."""
        context: Message = {"diagnostics": diagnostics or []}
        context |= {} if only is None else {"only": only}
        context |= {} if trigger is None else {"triggerKind": trigger}
        found: list[Message] = self.request(
            "textDocument/codeAction",
            {
                "textDocument": {"uri": uri},
                "range": self.range(uri, *span),
                "context": context,
            },
        )
        return found

    def resolved(self, action: Message) -> Message:
        edit: Message = self.request("codeAction/resolve", action)["edit"]
        return edit

    def command(self, name: str, *arguments: object) -> Message:
        """The whole answer to a command."""
        return self.reply(
            "workspace/executeCommand", {"command": name, "arguments": [*arguments]}
        )

    def hover(self, uri: str, offset: int) -> Message | None:
        found: Message | None = self.request(
            "textDocument/hover",
            {
                "textDocument": {"uri": uri},
                "position": self.range(uri, offset, offset)["start"],
            },
        )
        return found

    def logged(self, holding: str) -> Message:
        """The next line of the log that holds a text."""
        return self.until(
            lambda message: (
                message.get("method") == "window/logMessage"
                and holding in message["params"]["message"]
            )
        )["params"]

    # Places

    def range(self, uri: str, start: int, end: int) -> Message:
        lines = LineIndex(self.texts[uri])
        points = (lines.position(offset, self.encoding) for offset in (start, end))
        first, last = ({"line": line, "character": column} for line, column in points)
        return {"start": first, "end": last}

    def covered(self, uri: str, diagnostic: Message) -> str:
        """The text that a diagnostic underlines."""
        return self.span(uri, diagnostic["range"]).of(self.texts[uri])

    def span(self, uri: str, range_: Message) -> Span:
        lines = LineIndex(self.texts[uri])
        start, end = (
            lines.offset(range_[end]["line"], range_[end]["character"], self.encoding)
            for end in ("start", "end")
        )
        return Span(start, end)

    def after(self, edit: Message) -> dict[str, str]:
        """The texts that a workspace edit makes, by address."""
        texts = dict(self.texts)
        changes = [
            {"textDocument": {"uri": uri}, "edits": edits}
            for uri, edits in edit.get("changes", {}).items()
        ]
        for change in changes + edit.get("documentChanges", []):
            if change.get("kind") == "create":
                assert change["uri"] not in texts
                texts[change["uri"]] = ""
                continue
            uri = change["textDocument"]["uri"]
            self.texts.setdefault(uri, "")
            edits = [
                Edit(self.span(uri, each["range"]), each["newText"])
                for each in change["edits"]
            ]
            texts[uri] = apply_edits(texts.get(uri, ""), edits)
        return texts

    # What it answers

    def receive(self) -> Message:
        message = super().receive()
        if "method" in message and "id" in message:
            self.asked.append(message["method"])
            self._answer(message)
        return message

    def _answer(self, message: Message) -> None:
        method, params = message["method"], message.get("params")
        result: Any = None
        if method == "workspace/configuration":
            if not self.answers_settings:
                return
            asked = [item.get("scopeUri") for item in params["items"]]
            by_folder = callable(self.settings)
            result = [
                self.settings(uri) if by_folder else self.settings for uri in asked
            ]
        elif method == "client/registerCapability":
            for one in params["registrations"]:
                self.registered[one["method"]] = one.get("registerOptions")
        elif method == "client/unregisterCapability":
            for one in params["unregisterations"]:
                del self.registered[one["method"]]
        elif method == "workspace/applyEdit":
            self.applied.append(params["edit"])
            result = {"applied": self.agrees}
        self.send({"jsonrpc": "2.0", "id": message["id"], "result": result})


@contextmanager
def editing(
    root: Path, capabilities: dict[str, Any] = PUSHED, **more: object
) -> Iterator[Editor]:
    """An editor with a folder open."""
    with Editor(root) as editor:
        editor.start(capabilities, **more)
        yield editor


def codes(diagnostics: list[Message]) -> list[str]:
    return [each["code"] for each in diagnostics]


def titled(actions: list[Message], title: str) -> Message:
    """The one action of a title."""
    found = [each for each in actions if each["title"] == title]
    assert len(found) == 1, [each["title"] for each in actions]
    return found[0]
