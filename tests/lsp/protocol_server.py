"""A tiny server on our protocol layer; run as a process by the protocol's tests."""

import asyncio
import gc
import sys
import threading
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from prompt_lsp.lsp.converter import converter_factory
from prompt_lsp.lsp.protocol import PromptProtocol
from prompt_lsp.lsp.transport import leave, start_io, start_tcp


class Protocol(PromptProtocol):
    parent_period = 0.05


server = LanguageServer(
    "fixture", "1", protocol_cls=Protocol, converter_factory=converter_factory
)
protocol = server.protocol
assert isinstance(protocol, Protocol)
calls = {"changes": 0, "rests": 0, "stopped": 0}
gate = threading.Event()


def tell(what: str) -> None:
    sys.stderr.write(f"{what}\n")
    sys.stderr.flush()


@server.feature("test/echo")
def echo(params: Any) -> Any:
    return params


@server.feature("test/sleep")
async def sleep(params: Any) -> str:
    tell(f"sleeping {params}")
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        tell(f"stopped {params}")
        raise
    return "slept"


@server.feature("test/block")
def block(params: Any) -> str:
    """Keep the event loop until the pipe has more input, as slow analyses do."""
    tell("blocking")
    gate.clear()
    threading.Event().wait(params["seconds"])
    return "blocked"


@server.feature("test/thread")
@server.thread()
def work(params: Any) -> str:
    tell("working")
    threading.Event().wait(params["seconds"])
    return threading.current_thread().name


@server.feature("test/state")
def state(_: Any) -> Any:
    return calls | {
        "running": len(protocol.running),
        "noticed": len(protocol.noticed),
        "sent": len(protocol._request_futures),
        "types": len(protocol._result_types),
        "tokens": len(protocol.progress.tokens),
        "frozen": gc.get_freeze_count(),
    }


@server.feature("test/text")
def text(params: Any) -> Any:
    document = protocol.documents.get_text_document(params["uri"])
    return {
        "text": document.text,
        "version": document.version,
        "revision": document.revision,
        "languageId": document.language_id,
        "lines": len(document.index.starts),
    }


@server.feature("test/fail")
def fail(_: Any) -> None:
    message = "it broke"
    raise RuntimeError(message)


@server.feature("test/unsendable")
def unsendable(_: Any) -> Any:
    return {"a": object()}


@server.feature("test/failingNotification")
def failing_notification(_: Any) -> None:
    message = "it broke"
    raise RuntimeError(message)


@server.feature("test/print")
def printing(_: Any) -> str:
    print("noise on standard output")  # noqa: T201 - what the test is about
    return input_of_a_child()


def input_of_a_child() -> str:
    """What a child process finds on its standard input."""
    import subprocess  # noqa: PLC0415 - only here

    script = "import sys; print('from the child'); sys.exit(len(sys.stdin.read()))"
    return str(subprocess.call([sys.executable, "-c", script]))


@server.feature("test/flood")
def flood(params: Any) -> str:
    """Publish many diagnostics for one file, more than a pipe holds."""
    for number in range(params["count"]):
        diagnostic = {"message": "x" * params["size"], "range": {}}
        protocol.notify(
            "textDocument/publishDiagnostics",
            {"uri": "file:///a", "version": number, "diagnostics": [diagnostic]},
        )
    return "flooded"


@server.feature("test/note")
def note(params: Any) -> None:
    tell(f"noted {params}")


@server.feature("test/progress")
async def progress(params: Any) -> str:
    await server.work_done_progress.create_async(params["token"])
    begin = types.WorkDoneProgressBegin(title="work")
    server.work_done_progress.begin(params["token"], begin)
    server.work_done_progress.end(params["token"], types.WorkDoneProgressEnd())
    return "done"


@server.feature("test/askClient")
async def ask_client(params: Any) -> Any:
    """Ask the client; what it answers, as a list of its parts."""
    if params.get("custom"):
        return await protocol.send_request_async("client/custom", {"a": 1})
    item = types.ConfigurationItem(section="promptLsp")
    request = types.ConfigurationParams(items=[item])
    return await server.workspace_configuration_async(request)


@server.feature(types.TEXT_DOCUMENT_CODE_ACTION)
def code_action(params: types.CodeActionParams) -> Any:
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
async def sleeping_command(*arguments: Any) -> str:
    return await sleep(arguments)


@server.command("test.echo")
def echoing_command(*arguments: Any) -> Any:
    return arguments


def rest() -> None:
    calls["rests"] += 1
    protocol.notify("test/rest", {"changes": calls["changes"]})


if __name__ == "__main__":
    protocol.on_rest = rest
    if sys.argv[1:] == ["tcp"]:
        leave(start_tcp(server, "127.0.0.1", 0))
    leave(start_io(server))
