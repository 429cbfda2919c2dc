"""The smallest server that stock pygls allows: one expression, one publish a change."""

import re

from lsprotocol import types
from pygls.lsp.server import LanguageServer

WORD = re.compile(r"\b(?:TOPIC_1|TOPIC_2)\b")

server = LanguageServer("stock", "1")


@server.feature(types.TEXT_DOCUMENT_DID_OPEN)
def did_open(ls: LanguageServer, params: types.DidOpenTextDocumentParams) -> None:
    publish(ls, params.text_document.uri, params.text_document.version)


@server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def did_change(ls: LanguageServer, params: types.DidChangeTextDocumentParams) -> None:
    publish(ls, params.text_document.uri, params.text_document.version)


def publish(ls: LanguageServer, uri: str, version: int) -> None:
    text = ls.workspace.get_text_document(uri).source
    place = types.Range(types.Position(0, 0), types.Position(0, 1))
    found = [types.Diagnostic(place, match[0]) for match in WORD.finditer(text)]
    ls.text_document_publish_diagnostics(
        types.PublishDiagnosticsParams(uri, found, version)
    )


if __name__ == "__main__":
    server.start_io()
