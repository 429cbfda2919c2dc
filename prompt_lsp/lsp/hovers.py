"""Hover: the manual of the rules that speak at a place."""

from lsprotocol import types

from prompt_lsp.features.hover import hover as hover_at
from prompt_lsp.lsp.convert import offset_of, range_of
from prompt_lsp.lsp.frames import Json
from prompt_lsp.lsp.session import Session


def hover(session: Session, params: types.HoverParams) -> Json:
    """The manuals, in what the client can show; None where there is no finding."""
    for linted, source in session.subjects(params.text_document.uri):
        lines = linted.files[source].lines
        offset = offset_of(lines, params.position, session.encoding)
        found = hover_at(linted.document, linted.findings, source, offset)
        if found is not None:
            kind = types.MarkupKind.PlainText
            value = found.plain
            if session.client.markdown:
                kind, value = types.MarkupKind.Markdown, found.markdown
            return {
                "contents": {"kind": kind.value, "value": value},
                "range": range_of(lines, found.span, session.encoding),
            }
    return None
