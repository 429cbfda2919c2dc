"""The life of the server: from `initialize` to `exit`, and the documents meanwhile.

A server is built on it as on stock pygls, with `protocol_cls=PromptProtocol` and
`converter_factory=converter_factory`, and run by `transport`. What a feature does is
not known here.
"""

import gc
import logging
from contextvars import ContextVar
from typing import TYPE_CHECKING, ClassVar

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidRequest, JsonRpcServerNotInitialized
from pygls.progress import Progress
from pygls.protocol import lsp_method

from prompt_lsp.lsp.calls import Steps
from prompt_lsp.lsp.documents import OpenDocuments
from prompt_lsp.lsp.exchange import Exchange
from prompt_lsp.lsp.parent import watch

if TYPE_CHECKING:
    from collections.abc import Callable

    from cattrs import Converter
    from pygls.lsp.server import LanguageServer

_LOG = logging.getLogger(__name__)

PROGRESS_TOKEN: ContextVar[types.ProgressToken | None] = ContextVar(
    "PROGRESS_TOKEN", default=None
)
"""Where the client wants to hear of the progress of the command that runs."""

_SHUT_DOWN = "the server has been shut down"
_TOO_EARLY = "the first request must be `initialize`"
_TWICE = "the server is initialized already"


class PromptProtocol(Exchange):
    """LSP as the specification has it, where stock pygls leaves it.

    `on_rest` is called when no complete message is left to deal with: the place for
    one analysis and one publishing of all that has changed. `on_end` is called with
    the exit code once the server must go; `transport` sets it. `documents` are those
    that are open, in the encoding that `initialize` settled.
    """

    parent_period: ClassVar[float] = 3.0
    """Seconds between two looks at whether the client's process still lives."""

    def __init__(self, server: "LanguageServer", converter: "Converter") -> None:
        super().__init__(server, converter)
        self.progress = EndedProgress(self)
        self.documents = OpenDocuments(None)
        self.on_rest: Callable[[], None] = _nothing
        self.on_end: Callable[[int], None] = _nothing_ends
        self._frozen = False

    def admit(self, method: str) -> None:
        """Hold requests to the life cycle.

        Stock pygls answers -32603 before `initialize` and nothing after `shutdown`.
        """
        if self._shutdown:
            raise JsonRpcInvalidRequest(_SHUT_DOWN)
        if self._workspace is None and method != types.INITIALIZE:
            raise JsonRpcServerNotInitialized(_TOO_EARLY)
        if self._workspace is not None and method == types.INITIALIZE:
            raise JsonRpcInvalidRequest(_TWICE)

    def ignores(self, method: str) -> bool:
        """Drop notifications before `initialize` and after `shutdown`."""
        return method != types.EXIT and (self._shutdown or self._workspace is None)

    def rest(self) -> None:
        """All input is dealt with."""
        if self._workspace is None or self._shutdown:
            return
        try:
            self.on_rest()
        except Exception as error:  # noqa: BLE001 - told, so that typing can go on
            _LOG.exception("the work at rest failed")
            self.report(f"internal error: {type(error).__name__}: {error}")
        if not self._frozen:
            # What lives as long as the process is not searched again: a full
            # collection took 20 ms in the middle of typing. Whoever starts the
            # server may have switched collecting off until now.
            self._frozen = True
            gc.freeze()
            gc.enable()

    def input_ended(self) -> None:
        """The client is gone, with or without a farewell."""
        self.end()

    def end(self) -> None:
        """End the server: 0 after `shutdown`, else 1."""
        self.on_end(0 if self._shutdown else 1)

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(self, params: types.InitializeParams) -> Steps:
        """Put our documents in place before the server's own handler runs."""
        steps = super().lsp_initialize(params)
        watch(params.process_id, self.parent_period, self.end)
        try:
            step = next(steps)
        except StopIteration as done:
            self._own_documents()
            return done.value
        self._own_documents()
        yield step
        result: types.InitializeResult = yield from steps
        if (commands := result.capabilities.execute_command_provider) is not None:
            commands.work_done_progress = True  # else a client sends no token
        return result

    def _own_documents(self) -> None:
        self.documents = OpenDocuments.instead_of(self.workspace)
        self._workspace = self.documents

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(
        self, params: types.DidChangeTextDocumentParams
    ) -> Steps:
        """Edit an open document; for another stock pygls pops up a KeyError."""
        if self.documents.open_document(params.text_document.uri) is None:
            self._not_open("didChange", params.text_document.uri)
            return
        yield from super().lsp_text_document__did_change(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(
        self, params: types.DidCloseTextDocumentParams
    ) -> Steps:
        """Close an open document."""
        if self.documents.open_document(params.text_document.uri) is None:
            self._not_open("didClose", params.text_document.uri)
            return
        yield from super().lsp_text_document__did_close(params)

    def _not_open(self, what: str, uri: str) -> None:
        self.report(f"`textDocument/{what}` of `{uri}`, which is not open")

    @lsp_method(types.WORKSPACE_EXECUTE_COMMAND)
    def lsp_workspace__execute_command(
        self, params: types.ExecuteCommandParams
    ) -> Steps:
        """Call a command; stock pygls keeps the token of its progress to itself."""
        PROGRESS_TOKEN.set(params.work_done_token)
        return (yield from super().lsp_workspace__execute_command(params))

    @lsp_method(types.SHUTDOWN)
    def lsp_shutdown(self, *args: object) -> Steps:
        """Cancel what runs, and answer.

        Stock pygls changes the table that it walks: with a command running it answers
        an error and has not shut down.
        """
        self._shutdown = True
        for msg_id, future in [*self.running.items()]:
            if msg_id != self.msg_id:
                future.cancel()
        for future in [*self.noticed]:
            future.cancel()
        if (handler := self.fm.features.get(types.SHUTDOWN)) is not None:
            yield handler, args, None

    @lsp_method(types.EXIT)
    def lsp_exit(self, *args: object) -> Steps:
        """Go; stock pygls swallows the exit code."""
        if (handler := self.fm.features.get(types.EXIT)) is not None:
            yield handler, args, None
        self.end()


class EndedProgress(Progress):
    """Forgets a token when its progress ends; stock pygls keeps each for ever."""

    def end(self, token: types.ProgressToken, value: types.WorkDoneProgressEnd) -> None:
        """Tell the client that the work is done."""
        super().end(token, value)
        self.tokens.pop(token, None)


def _nothing() -> None:
    pass


def _nothing_ends(_: int) -> None:
    pass
