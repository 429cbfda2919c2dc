"""Diagnostics for a client that does not ask for them."""

from typing import TYPE_CHECKING

from lsprotocol import types

from prompt_lsp.lsp.address import key_of
from prompt_lsp.lsp.convert import Diagnostic
from prompt_lsp.lsp.protocol import PromptProtocol
from prompt_lsp.lsp.reports import FileList, beside

if TYPE_CHECKING:
    from prompt_lsp.lsp.session import Session


class Pushed:
    """What the client shows: our prompts, and the sidecars of their variables."""

    def __init__(self, protocol: PromptProtocol) -> None:
        self._protocol = protocol
        self._prompts: dict[str, str] = {}
        self._sidecars: dict[str, FileList] = {}

    def push(self, session: "Session", uri: str) -> None:
        """Push the diagnostics of an open document, if it is a prompt."""
        linted = session.linted(uri)
        if linted is None:
            self.take_back(uri)
            return
        self._prompts[key_of(uri)] = linted.uri
        self._publish(linted.uri, linted.version, linted.diagnostics[0])

    def push_sidecars(self, session: "Session") -> None:
        """Push what has changed of the diagnostics of sidecars.

        Several prompts may share one.
        """
        lists = beside(session)
        for uri in {**self._sidecars, **lists}:
            wanted = lists[uri]
            if wanted != self._sidecars.pop(uri, None):
                self._publish(uri, *wanted)
            if wanted.diagnostics:
                self._sidecars[uri] = wanted

    def take_back(self, uri: str) -> None:
        """Clear what was pushed for a document that is closed or no prompt now."""
        known = self._prompts.pop(key_of(uri), None)
        if known is not None:
            self._publish(known, None, [])

    def _publish(
        self, uri: str, version: int | None, diagnostics: list[Diagnostic]
    ) -> None:
        params: dict[str, object] = {"uri": uri, "diagnostics": diagnostics}
        if version is not None:
            params["version"] = version
        self._protocol.notify(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, params)
