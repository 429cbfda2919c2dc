"""Requests, answers and notifications, whatever they are about.

This replaces the exchange of stock pygls, which

- keeps an entry for every notification for ever, and the types of answers that were
  errors: 2 KB for each keystroke;
- gives no answer to a request with parameters that it cannot read, and shows the
  user a box instead;
- reads every nested object with a `jsonrpc` key as a message of its own;
- answers the cancel of a command and lets the command run on;
- tells the client the paths of its stack.
"""

import contextvars
import logging
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInternalError,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcMethodNotFound,
    JsonRpcParseError,
    JsonRpcRequestCancelled,
)
from pygls.protocol import LanguageServerProtocol

from prompt_lsp.lsp.calls import Args, Calls, Handler, Kwargs, Running
from prompt_lsp.lsp.frames import Json, Malformed, frame
from prompt_lsp.lsp.repair import Unreadable, structured

if TYPE_CHECKING:
    from cattrs import Converter
    from pygls.lsp.server import LanguageServer

    from prompt_lsp.lsp.outbox import Outbox

_LOG = logging.getLogger(__name__)

_T = TypeVar("_T")

MsgId: TypeAlias = str | int


class Exchange(LanguageServerProtocol):
    """The two tables of an exchange, and what goes in and out of them.

    `running` holds the client's requests until they are answered, `_request_futures`
    ours until the client answers them.
    """

    def __init__(self, server: "LanguageServer", converter: "Converter") -> None:
        super().__init__(server, converter)
        self.running: dict[MsgId, Running] = {}
        self.noticed: set[Running] = set()  # the event loop alone would forget them
        self.outbox: Outbox | None = None
        self._ids = count(1)
        self.calls = Calls(lambda: server.thread_pool)

    # What comes in

    def receive(self, message: Json) -> bool:
        """Deal with one decoded message, never raising; whether it began a task."""
        before = self.calls.tasks
        try:
            contextvars.copy_context().run(self.handle_message, message)
        except Exception:  # noqa: BLE001 - the next message must still be read
            _LOG.exception("a message was lost")
        return self.calls.tasks != before

    def handle_message(self, message: Json) -> None:
        """Deal with a request, a notification or an answer."""
        if not isinstance(message, dict):
            self._fail(None, JsonRpcInvalidRequest("a message is an object"))
            return
        method, msg_id = message.get("method"), message.get("id")
        if isinstance(method, str) and "id" not in message:
            self._handle_notification(method, message.get("params"))
        elif not isinstance(msg_id, str | int):
            self._fail(None, JsonRpcInvalidRequest("an `id` is a string or a number"))
        elif isinstance(method, str):
            self._handle_request(msg_id, method, message.get("params"))
        elif "result" in message or "error" in message:
            self._handle_response(msg_id, message.get("result"), message.get("error"))
        else:
            self._fail(msg_id, JsonRpcInvalidRequest("`method` is missing"))

    def refuse(self, why: Malformed) -> None:
        """Answer what is no message."""
        self._fail(None, JsonRpcParseError(f"Parse error: {why}"))

    def cancel(self, msg_id: object) -> None:
        """Stop a running request; one that is answered already is left alone."""
        future = self.running.get(msg_id) if isinstance(msg_id, str | int) else None
        if future is not None:
            future.cancel()

    def answer_cancelled(self, msg_id: object) -> None:
        """Answer a request that will not run."""
        if isinstance(msg_id, str | int):
            self._fail(msg_id, JsonRpcRequestCancelled())

    def admit(self, method: str) -> None:
        """Raise a `JsonRpcException` if a request comes at the wrong time."""

    def ignores(self, method: str) -> bool:  # noqa: ARG002 - for who overrides it
        """Whether a notification comes at the wrong time."""
        return False

    def _handle_request(self, msg_id: MsgId, method_name: str, params: Json) -> None:
        try:
            self.admit(method_name)
            handler = self._get_handler(method_name)
            readable = self._params(method_name, params)
        except JsonRpcException as error:
            self._fail(msg_id, error)
            return
        self._ctx_msg_id.set(msg_id)
        answer = partial(self._send_handler_result, msg_id=msg_id)
        self._execute_handler(msg_id, handler, answer, (readable,))

    def _handle_notification(self, method_name: str, params: Json) -> None:
        if self.ignores(method_name):
            return
        try:
            handler = self._get_handler(method_name)
            readable = self._params(method_name, params)
        except JsonRpcMethodNotFound:
            _LOG.debug("nobody handles `%s`", method_name)
        except JsonRpcException as error:
            self.report(f"`{method_name}` was left out: {error}")
        else:
            future = self.calls.start(handler, (readable,), None)
            self.noticed.add(future)
            future.add_done_callback(partial(self._check, method=method_name))

    def _params(self, method: str, raw: Json) -> Json:
        """The parameters for a method's handler: plain JSON for methods of our own.

        Raises:
            JsonRpcInvalidParams: they cannot be read.
        """
        if method not in types.METHOD_TO_TYPES:
            return raw
        kind = types.METHOD_TO_TYPES[method][2]
        if not isinstance(kind, type):
            return raw
        try:
            return structured(self._converter, {} if raw is None else raw, kind)
        except Unreadable as error:
            message = f"Invalid params: {error}"
            raise JsonRpcInvalidParams(message) from error

    # What handlers do

    def _execute_handler(
        self,
        msg_id: MsgId,
        handler: Handler,
        callback: Callable[[Any], None],
        args: Args | None = None,
        kwargs: Kwargs | None = None,
    ) -> None:
        future = self.calls.start(handler, args or (), kwargs)
        if not future.done():
            self.running[msg_id] = future
        future.add_done_callback(callback)

    def _send_handler_result(self, future: Running, *, msg_id: MsgId) -> None:
        self.running.pop(msg_id, None)
        if future.cancelled():
            self._fail(msg_id, JsonRpcRequestCancelled())
        elif (error := future.exception()) is not None:
            self._fail(msg_id, error)
        else:
            self._send_response(msg_id, future.result())

    def _check(self, future: Running, *, method: str) -> None:
        self.noticed.discard(future)
        if not future.cancelled() and (error := future.exception()) is not None:
            _LOG.error("`%s` failed", method, exc_info=error)
            self.report(f"`{method}` failed: {_said(error)}")

    # What goes out

    def notify(self, method: str, params: Json | None = None) -> None:
        """Send a notification; `params` is an lsprotocol object or plain JSON."""
        self._send_data(_message(method, params))

    def send_request(
        self,
        method: str,
        params: Json | None = None,
        callback: Callable[[Any], None] | None = None,
        msg_id: MsgId | None = None,
    ) -> "Future[Any]":
        """Send a request; to cancel the future cancels it at the client too."""
        sent = f"prompt-lsp-{next(self._ids)}" if msg_id is None else msg_id
        data = frame({"id": sent} | _message(method, params), self._serialize_message)
        future: Future[Any] = Future()
        self._request_futures[sent] = future
        self._result_types[sent] = self.get_result_type(method)
        future.add_done_callback(partial(self._forget, sent))
        if callback is not None:
            future.add_done_callback(partial(_call_back, callback))
        if self.outbox is not None:
            self.outbox.write(data)
        return future

    def register(self, method: str, options: Json) -> None:
        """Have the client send a method, under an id that is the method's name."""
        registration = {"id": method, "method": method, "registerOptions": options}
        self.send_request(
            types.CLIENT_REGISTER_CAPABILITY, {"registrations": [registration]}
        )

    def unregister(self, method: str) -> None:
        """Have it send the method no more."""
        # The protocol spells the parameter so.
        self.send_request(
            types.CLIENT_UNREGISTER_CAPABILITY,
            {"unregisterations": [{"id": method, "method": method}]},
        )

    def _forget(self, msg_id: MsgId, _: object) -> None:
        self._result_types.pop(msg_id, None)
        if self._request_futures.pop(msg_id, None) is not None:
            self.notify(types.CANCEL_REQUEST, {"id": msg_id})

    def _handle_response(
        self, msg_id: MsgId, result: Json | None = None, error: Json = None
    ) -> None:
        future = self._request_futures.pop(msg_id, None)
        kind = self._result_types.pop(msg_id, None)
        if future is None:
            _LOG.debug("an answer to the unknown request %r", msg_id)
        elif error is not None:
            future.set_exception(_client_error(error))
        else:
            self._resolve(future, result, kind)

    def _resolve(self, future: "Future[Any]", result: Json, kind: Json) -> None:
        envelope = {"id": 0, "jsonrpc": self.VERSION, "result": result}
        try:
            read = self._converter.structure(envelope, kind).result if kind else result
        except Exception as error:  # noqa: BLE001 - whoever asked must hear of it
            message = f"the client's answer cannot be read: {_said(error)}"
            future.set_exception(JsonRpcInternalError(message))
        else:
            future.set_result(read)

    def read(self, raw: Json, kind: type[_T]) -> _T:
        """JSON as a class of lsprotocol.

        Raises:
            Unreadable: it is none.
        """
        return structured(self._converter, raw, kind)

    def plain(self, message: object) -> Json:
        """An lsprotocol object as JSON."""
        return self._converter.unstructure(message)

    def report(self, message: str) -> None:
        """Tell the log of the client and ours; stock pygls pops up a box."""
        _LOG.warning("%s", message)
        params = {"type": types.MessageType.Error.value, "message": message}
        self.notify(types.WINDOW_LOG_MESSAGE, params)

    def _fail(self, msg_id: MsgId | None, error: BaseException) -> None:
        if not isinstance(error, JsonRpcException):
            _LOG.error("request %r failed", msg_id, exc_info=error)
            error = JsonRpcInternalError(_said(error))
        answer = {"code": error.code, "message": error.message}
        if error.data is not None:
            answer["data"] = error.data
        self._send_data({"jsonrpc": self.VERSION, "id": msg_id, "error": answer})

    def _send_response(
        self,
        msg_id: MsgId,
        result: Json | None = None,
        error: types.ResponseError | None = None,
    ) -> None:
        if error is not None:
            self._fail(msg_id, JsonRpcException(error.message, error.code, error.data))
            return
        message = {"jsonrpc": self.VERSION, "id": msg_id, "result": result}
        try:
            self._send_data(message)
        except Exception as unsendable:  # noqa: BLE001 - the client must not wait
            self._fail(msg_id, unsendable)

    def _send_data(self, data: Json) -> None:
        if self.outbox is not None:
            message = frame(data, self._serialize_message)
            self.outbox.write(message, supersedes=_superseded(data))

    def _serialize_message(self, data: Json) -> Json:
        if hasattr(data, "__attrs_attrs__"):
            return self._converter.unstructure(data)
        message = f"a {type(data).__name__} is no JSON"
        raise TypeError(message)


def _message(method: str, params: Json) -> dict[str, Any]:
    message = {"jsonrpc": Exchange.VERSION, "method": method}
    return message if params is None else message | {"params": params}


def _superseded(message: dict[str, Any]) -> str | None:
    """The file whose older diagnostics nobody needs once this is to be sent."""
    if message.get("method") != types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS:
        return None
    params = message["params"]
    return str(params["uri"] if isinstance(params, dict) else params.uri)


def _call_back(callback: Callable[[Any], None], done: "Future[Any]") -> None:
    if not done.cancelled() and done.exception() is None:
        callback(done.result())


def _client_error(raw: Json) -> JsonRpcException:
    error = raw if isinstance(raw, dict) else {}
    code = error.get("code")
    return JsonRpcException(
        code=code if isinstance(code, int) else JsonRpcInternalError.CODE,
        message=str(error.get("message", raw)),
        data=error.get("data"),
    )


def _said(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"
