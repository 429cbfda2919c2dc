"""An editor that asks for prompt tools, and the model that they ask."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.lsp.editor import COMMAND, PUSHED, Editor
from tests.lsp.raw import DEADLINE, Message, request
from tests.prompt_tools.standin import Act, Seen, Sent, Standin

if TYPE_CHECKING:
    from collections.abc import Callable

CANCELLED, MODIFIED, FAILED, INVALID = -32800, -32801, -32803, -32602
IMPROVE = "promptLsp.improve"
TEMPLATIZE = "promptLsp.templatize"
GENERATE = "promptLsp.generate"
UI = "promptLsp.ui.improveWithFeedback"

_EDITS = PUSHED["workspace"]["workspaceEdit"]
ASKING: dict[str, Any] = PUSHED | {
    "workspace": PUSHED["workspace"]
    | {"workspaceEdit": _EDITS | {"changeAnnotationSupport": {"groupsOnLabel": True}}},
    "window": {"workDoneProgress": True},
    "experimental": {"promptLsp": {"commands": [UI]}},
}


class Stage(Standin):
    """A stand-in whose script each test writes anew."""

    def __init__(self) -> None:
        super().__init__(self._act)
        self.script: tuple[Act, ...] = ()
        self._played = 0

    def begin_anew(self) -> None:
        """Forget what was asked."""
        self.requests.clear()
        self.asked.clear()
        self.gone.clear()
        self.script, self._played = (), 0

    def plays(self, *script: Act) -> None:
        """Play these, one a request, the last one again and again."""
        self.script = script

    def wait(self) -> None:
        """Wait until it has been asked."""
        assert self.asked.wait(DEADLINE)

    def _act(self, seen: Seen) -> Sent:
        act = self.script[min(self._played, len(self.script) - 1)]
        self._played += 1
        return act(seen)


class Held:
    """An act that waits until the test lets it go."""

    def __init__(self, act: Act) -> None:
        self._act = act
        self._free = threading.Event()
        self._begun = threading.Event()

    def __call__(self, seen: Seen) -> Sent:
        self._begun.set()
        self._free.wait(DEADLINE)
        return self._act(seen)

    def wait(self) -> None:
        """Wait until it is played."""
        assert self._begun.wait(DEADLINE)

    def release(self) -> None:
        """Let it go on."""
        self._free.set()


class Asker(Editor):
    """An editor whose user agrees to edits, which are then made in its documents.

    Attributes:
        before_applying: called with each edit before it is made.
        at_place: called with the token of each progress before it gets its place.
        reason: why it applies none, if it says so.
        fails: it says that as an error.
    """

    def __init__(self, root: Path, env: dict[str, str] | None = None) -> None:
        super().__init__(root, COMMAND, env)
        self.versions: dict[str, int] = {}
        self.before_applying: Callable[[Message], None] | None = None
        self.at_place: Callable[[str], None] | None = None
        self.reason: str | None = None
        self.fails = False
        self._asked = 0

    def begin_anew(self) -> None:
        """Agree to everything again."""
        self.agrees, self.reason, self.before_applying = True, None, None
        self.at_place = None
        self.fails = False
        self.applied.clear()

    # What a user does

    def begin(self, name: str, **arguments: object) -> str:
        """Send a command, by the engine `messages` unless it says another; its id."""
        self._asked += 1
        sent = f"ask-{self._asked}"
        given = {"engine": "messages"} | arguments
        token = given.pop("shown_at", None)
        params: Message = {"command": name, "arguments": [given]}
        params |= {} if token is None else {"workDoneToken": token}
        self.send(request(sent, "workspace/executeCommand", params))
        return sent

    def sees_begin(self, name: str, **arguments: object) -> str:
        """The same, when its progress shows that it runs."""
        sent = self.begin(name, **arguments)
        self.shows("report")
        return sent

    def asks(self, name: str, **arguments: object) -> Message:
        """The whole answer to a command."""
        return self.answer(self.begin(name, **arguments))

    def gets(self, name: str, **arguments: object) -> Message:
        """The result of a command."""
        answer = self.asks(name, **arguments)
        assert "error" not in answer, answer
        result: Message = answer["result"]
        return result

    def types(self, uri: str, text: str) -> None:
        """Make the text another, and see to it that the server knows."""
        self.versions[uri] = self.versions.get(uri, 1) + 1
        self.rewrite(uri, self.versions[uri], text)
        self.hover(uri, 0)

    # What it sees

    def of(self, method: str) -> list[Any]:
        """The parameters of all messages of a method, so far."""
        return [
            each.get("params") for each in self.seen if each.get("method") == method
        ]

    @property
    def told(self) -> list[tuple[int, str]]:
        """What the user was shown, so far."""
        shown = self.of("window/showMessage")
        return [(each["type"], each["message"]) for each in shown]

    def shows(self, kind: str) -> Message:
        """The next beginning, report or end of a progress."""
        return self.until(
            lambda message: (
                message.get("method") == "$/progress"
                and message["params"]["value"]["kind"] == kind
            )
        )["params"]

    def _answer(self, message: Message) -> None:
        if message["method"] == "window/workDoneProgress/create" and self.at_place:
            self.at_place(message["params"]["token"])
        if message["method"] != "workspace/applyEdit":
            super()._answer(message)
            return
        edit = message["params"]["edit"]
        self.applied.append(edit)
        if self.before_applying is not None:
            self.before_applying(edit)
        done = self.agrees and self.reason is None
        if done:
            self._make(edit)
        said = {"failureReason": self.reason} if self.reason else {}
        answer: Message = {"result": {"applied": done} | said}
        if self.reason and self.fails:
            answer = {"error": {"code": -32603, "message": self.reason}}
        self.send({"jsonrpc": "2.0", "id": message["id"]} | answer)

    def _make(self, edit: Message) -> None:
        for change in edit.get("documentChanges", ()):
            if "kind" not in change and change["textDocument"]["version"] is not None:
                uri = change["textDocument"]["uri"]
                assert change["textDocument"]["version"] == self.versions.get(uri, 1)
        before, after = dict(self.texts), self.after(edit)
        for uri, text in after.items():
            if text != before.get(uri) and uri in self.opened:
                self.versions[uri] = self.versions.get(uri, 1) + 1
                self.rewrite(uri, self.versions[uri], text)
            self.texts[uri] = text
