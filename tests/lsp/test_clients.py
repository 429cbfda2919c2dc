"""Each method as real clients speak it, with the capabilities that they announce.

The client checks every answer against these; what it hides (raw messages, order,
silence) the other tests of this folder look at.
"""

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import (
    ClientServerConfig,
    LanguageClient,
    client_capabilities,
    make_test_lsp_client,
)

COMMAND = [sys.executable, "-m", "prompt_lsp"]
FIRST = "Human: hi <<NAME>>\n\nAssistant:"
FIXED = "\n\nHuman: hi <<NAME>>\n\nAssistant:"

# VS Code pulls since 1.66; its recorded capabilities are older.
MODERN = types.DiagnosticClientCapabilities(
    dynamic_registration=True, related_document_support=False
)


def capabilities_of(name: str) -> types.ClientCapabilities:
    found = client_capabilities(name.removesuffix("+pull"))
    if name.endswith("+pull"):
        assert found.text_document is not None
        found.text_document.diagnostic = MODERN
    return found


def make_client() -> LanguageClient:
    client = make_test_lsp_client()
    for method in (
        types.CLIENT_REGISTER_CAPABILITY,
        types.CLIENT_UNREGISTER_CAPABILITY,
    ):
        client.feature(method)(lambda _: None)
    return client


@pytest_lsp.fixture(
    config=ClientServerConfig(server_command=COMMAND, client_factory=make_client),
    scope="module",
    params=[
        "visual-studio-code",
        "visual-studio-code+pull",
        "neovim",
        "neovim@v0.9.1",
        "emacs",
    ],
)
async def client(
    lsp_client: LanguageClient,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[None]:
    root = tmp_path_factory.mktemp("client")
    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=capabilities_of(request.param),
            root_uri=root.as_uri(),
            workspace_folders=[types.WorkspaceFolder(root.as_uri(), "client")],
        )
    )
    lsp_client.root = root
    yield
    await lsp_client.shutdown_session()


pytestmark = pytest.mark.asyncio(loop_scope="module")


def opened(client: LanguageClient, name: str, text: str = FIRST) -> str:
    root = Path(client.root)
    uri = (root / name).as_uri()
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(
            types.TextDocumentItem(uri, "llm-prompt", 1, text)
        )
    )
    return uri


def pulls(client: LanguageClient) -> bool:
    assert client.capabilities is not None
    assert client.capabilities.text_document is not None
    return client.capabilities.text_document.diagnostic is not None


async def diagnostics(client: LanguageClient, uri: str) -> list[types.Diagnostic]:
    """The diagnostics of a document, as the client gets them."""
    if pulls(client):
        report = await client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
        )
        assert uri not in client.diagnostics
        return [*report.items]
    while uri not in client.diagnostics:
        await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return [*client.diagnostics.pop(uri)]


def everywhere(text: str) -> types.Range:
    lines = text.split("\n")
    return types.Range(
        types.Position(0, 0), types.Position(len(lines) - 1, len(lines[-1]))
    )


async def test_diagnostics_follow_the_text(client: LanguageClient) -> None:
    uri = opened(client, "follow.prompt")
    found = await diagnostics(client, uri)
    assert [(each.code, each.source) for each in found] == [
        ("TRN006", "prompt-lsp"),
        ("VAR001", "prompt-lsp"),
    ]
    place = types.Range(types.Position(0, 10), types.Position(0, 18))
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(2, uri),
            [types.TextDocumentContentChangePartial(place, "{{NAME}}")],
        )
    )
    assert [each.code for each in await diagnostics(client, uri)] == ["TRN006"]
    client.text_document_did_close(
        types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
    )
    if not pulls(client):
        assert await diagnostics(client, uri) == []


async def test_code_action_and_resolve(client: LanguageClient) -> None:
    uri = opened(client, "action.prompt")
    found = await diagnostics(client, uri)
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(
            types.TextDocumentIdentifier(uri),
            everywhere(FIRST),
            types.CodeActionContext(found),
        )
    )
    assert actions
    kinds = {each.kind for each in actions if isinstance(each, types.CodeAction)}
    assert {"quickfix", "source.fixAll.promptLsp"} <= kinds
    # This client takes every action with a command for a bare command.
    tools = [each.title for each in actions if isinstance(each, types.Command)]
    assert "Improve prompt (offline)" in tools
    for action in actions:
        if isinstance(action, types.Command):
            continue
        if action.edit is None:
            action = await client.code_action_resolve_async(action)  # noqa: PLW2901
        assert action.edit is not None
        assert action.edit.document_changes or action.edit.changes


async def test_hover(client: LanguageClient) -> None:
    uri = opened(client, "hover.prompt")
    found = await client.text_document_hover_async(
        types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(0, 2))
    )
    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    assert found.contents.kind is types.MarkupKind.Markdown
    assert "TRN006" in found.contents.value
    nothing = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(0, 8))
    assert await client.text_document_hover_async(nothing) is None


async def test_execute_command(client: LanguageClient) -> None:
    uri = opened(client, "command.prompt")
    result = await client.workspace_execute_command_async(
        types.ExecuteCommandParams("promptLsp.fixAll", [{"uri": uri, "apply": False}])
    )
    assert result["applied"] is False
    assert result["changes"]
    assert result["edit"]


async def test_workspace_diagnostic(client: LanguageClient) -> None:
    if not pulls(client):
        return
    file = client.root / "closed.prompt"
    file.write_text(FIRST)
    report = await client.workspace_diagnostic_async(
        types.WorkspaceDiagnosticParams(previous_result_ids=[])
    )
    found = {item.uri: item for item in report.items}[file.as_uri()]
    assert isinstance(found, types.WorkspaceFullDocumentDiagnosticReport)
    assert [each.code for each in found.items] == ["TRN006", "VAR001"]


async def test_settings(client: LanguageClient) -> None:
    uri = opened(client, "settings.prompt")
    assert len(await diagnostics(client, uri)) == 2
    client.set_configuration({"ignore": ["TRN006"]}, section="promptLsp")
    client.workspace_did_change_configuration(
        types.DidChangeConfigurationParams({"promptLsp": {"ignore": ["TRN006"]}})
    )
    assert [each.code for each in await diagnostics(client, uri)] == ["VAR001"]
    client.set_configuration({}, section="promptLsp")
    client.workspace_did_change_configuration(
        types.DidChangeConfigurationParams({"promptLsp": {}})
    )
    assert len(await diagnostics(client, uri)) == 2
