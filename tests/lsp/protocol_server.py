"""A tiny server on our protocol layer; run as a process by the protocol's tests."""

import asyncio
import gc
import subprocess
import sys
import threading

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from prompt_lsp.lsp import transport
from prompt_lsp.lsp.converter import converter_factory
from prompt_lsp.lsp.frames import Json
from prompt_lsp.lsp.inbox import Inbox
from prompt_lsp.lsp.protocol import PromptProtocol
from prompt_lsp.lsp.transport import leave, start_io, start_tcp


class Protocol(PromptProtocol):
    parent_period = 0.05


server = LanguageServer(
    "fixture", "1", protocol_cls=Protocol, converter_factory=converter_factory
)
assert isinstance(server.protocol, Protocol)
protocol: Protocol = server.protocol
calls = {"changes": 0, "rests": 0, "stopped": 0}
gate = threading.Event()


inboxes: list[Inbox] = []
read_from = Inbox.read_from


def remembered_read_from(self: Inbox, *arguments: Json) -> None:
    """Let a handler that keeps the event loop see what has been read meanwhile."""
    inboxes.append(self)
    read_from(self, *arguments)


Inbox.read_from = remembered_read_from  # type: ignore[method-assign, assignment]
transport._GRACE = 0.3


def tell(what: str) -> None:
    sys.stderr.write(f"{what}\n")
    sys.stderr.flush()


@server.feature("test/echo")
def echo(params: Json) -> Json:
    return params


@server.feature("test/sleep")
async def sleep(params: Json) -> str:
    tell(f"sleeping {params}")
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        tell(f"stopped {params}")
        raise
    return "slept"


@server.feature("test/block")
def block(_: Json) -> str:
    """Keep the event loop until more input has been read."""
    tell("blocking")
    while not inboxes[0]._chunks:
        threading.Event().wait(0.001)
    return "blocked"


@server.feature("test/hang")
def hang(_: Json) -> None:
    """Keep the event loop for ever."""
    tell("hanging")
    threading.Event().wait()


@server.feature("test/thread")
@server.thread()
def work(_: Json) -> str:
    """Work in a thread until told to end."""
    tell("working")
    gate.wait()
    return "worked"


@server.feature("test/release")
def release(_: Json) -> None:
    gate.set()


@server.feature("test/state")
def state(_: Json) -> Json:
    return calls | {
        "running": len(protocol.running),
        "noticed": len(protocol.noticed),
        "sent": len(protocol._request_futures),
        "types": len(protocol._result_types),
        "tokens": len(protocol.progress.tokens),
        "frozen": gc.get_freeze_count(),
    }


@server.feature("test/text")
def text(params: Json) -> Json:
    document = protocol.documents.get_text_document(params["uri"])
    return {
        "text": document.text,
        "version": document.version,
        "revision": document.revision,
        "languageId": document.language_id,
        "lines": len(document.index.starts),
    }


@server.feature("test/fail")
def fail(_: Json) -> None:
    message = "it broke"
    raise RuntimeError(message)


@server.feature("test/unsendable")
def unsendable(_: Json) -> Json:
    return {"a": object()}


@server.feature("test/failingNotification")
def failing_notification(_: Json) -> None:
    message = "it broke"
    raise RuntimeError(message)


@server.feature("test/print")
def printing(_: Json) -> str:
    print("noise on standard output")  # noqa: T201 - what the test is about
    return input_of_a_child()


def input_of_a_child() -> str:
    """What a child process finds on its standard input."""
    script = "import sys; print('from the child'); sys.exit(len(sys.stdin.read()))"
    return str(subprocess.call([sys.executable, "-c", script]))


@server.feature("test/flood")
def flood(params: Json) -> str:
    """Publish many diagnostics for one file, more than a pipe holds."""
    for number in range(params["count"]):
        diagnostic = {"message": "x" * params["size"], "range": {}}
        protocol.notify(
            "textDocument/publishDiagnostics",
            {"uri": "file:///a", "version": number, "diagnostics": [diagnostic]},
        )
    return "flooded"


@server.feature("test/note")
def note(params: Json) -> None:
    tell(f"noted {params}")


@server.feature("test/progress")
async def progress(params: Json) -> str:
    await server.work_done_progress.create_async(params["token"])
    begin = types.WorkDoneProgressBegin(title="work")
    server.work_done_progress.begin(params["token"], begin)
    server.work_done_progress.end(params["token"], types.WorkDoneProgressEnd())
    return "done"


@server.feature("test/askClient")
async def ask_client(params: Json) -> Json:
    """Ask the client; what it answers, as a list of its parts."""
    if params.get("custom"):
        return await protocol.send_request_async("client/custom", {"a": 1})
    item = types.ConfigurationItem(section="promptLsp")
    request = types.ConfigurationParams(items=[item])
    return await server.workspace_configuration_async(request)


@server.feature(types.TEXT_DOCUMENT_CODE_ACTION)
def code_action(params: types.CodeActionParams) -> Json:
    """Echo the diagnostics in an action."""
    return [
        types.CodeAction(title="echo", diagnostics=list(params.context.diagnostics))
    ]


@server.feature(types.TEXT_DOCUMENT_HOVER)
async def hover(params: types.HoverParams) -> types.Hover:
    uri = params.text_document.uri
    return types.Hover(contents=protocol.documents.get_text_document(uri).text)


@server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def did_change(_: types.DidChangeTextDocumentParams) -> None:
    calls["changes"] += 1


@server.feature(types.TEXT_DOCUMENT_DID_OPEN)
async def did_open(_: types.DidOpenTextDocumentParams) -> None:
    await asyncio.sleep(0)


@server.command("test.sleep")
async def sleeping_command(*arguments: Json) -> str:
    return await sleep(arguments)


@server.command("test.echo")
def echoing_command(*arguments: Json) -> Json:
    return arguments


def rest() -> None:
    calls["rests"] += 1
    protocol.notify("test/rest", {"changes": calls["changes"]})


if __name__ == "__main__":
    protocol.on_rest = rest
    if sys.argv[1:] == ["tcp"]:
        leave(start_tcp(server, "127.0.0.1", 0))
    leave(start_io(server))
