"""Random files of every kind, and what a test asks of a document."""

from hypothesis import strategies as st

from prompt_lsp.document.model import Document, Source
from prompt_lsp.formats import parse

NAMES = ("a.prompt", "a.md", "a.prompty", "a.unknown", "prompts/a.json")
SIDECARS = ("a.vars.json", "a.vars.yaml")

# What the readers know, in pieces, so that chance puts them together wrongly.
_PIECES = (
    *("---", "...", "\n", "\r\n", "\r", "\n---\n", "  ", "\t", " ", ": ", "- ", ","),
    *("# c", "{", "}", "[", "]", '"', "'", "|", ">-", "&a", "*a", "!t", "? ", "\\"),
    *("variables", "inputs", "sample", "input", "schema", "default", "prompt-lsp"),
    *("ignore", "format", "text-completions", "model", "X", "Y", "null", "1", "é"),
    *("<!-- prompt-lsp: ignore[TRN001, VAR002] -->", "user:", "system:", "Human: "),
    *('{{role "user"}}', "{{history}}", "{{X}}", "\ufeff", "\x00", "\ud800", "\x85"),
)
PIECES = st.lists(st.sampled_from(_PIECES), max_size=25).map("".join)
TEXTS = st.one_of(PIECES, PIECES.map("---\n{}\n---\nHi".format), st.text(max_size=30))

VALUES = st.one_of(
    st.sampled_from(
        ("", " ", "word", "two words", "yes", "null", "~", "1", "a: b", "# no", "- a")
    ),
    st.sampled_from(
        ("a\nb", "a\nb\n", "\na", " a\nb", "a\n\n b\n", "a\r\nb", "\tx\ny")
    ),
    st.text(max_size=12),
)


def document(name: str, *texts: str, sidecar: str = "a.vars.json") -> Document:
    """The document of a file, and of a sidecar if a second text is given."""
    names = (name, sidecar)
    return parse(tuple(map(Source, names, texts)))


def body(document: Document) -> str:
    """The text of a prompt of one part."""
    (part,) = document.prompts[0].parts
    return part.text


def values(document: Document) -> dict[str, str | None] | None:
    """The declared names and values."""
    if document.declarations is None:
        return None
    return {each.name: each.value for each in document.declarations}


def messages(document: Document) -> list[str]:
    """The problems in words."""
    return [problem.message for problem in document.problems]
