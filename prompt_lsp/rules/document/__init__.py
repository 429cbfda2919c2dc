"""DOC: rules about the document itself."""

from prompt_lsp.rules.document.unused_suppression import unused_suppression

DOCUMENT = (unused_suppression,)
