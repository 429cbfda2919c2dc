"""Where a tool finds its text in an open prompt, and where values have a place."""

from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from prompt_lsp.document import model
from prompt_lsp.document.model import Document
from prompt_lsp.lsp.session import Session
from prompt_lsp.prompt_tools.errors import NotApplicable
from prompt_lsp.prompt_tools.passages import passages, place_of
from prompt_lsp.text import Span
from prompt_lsp.workspace import paths
from prompt_lsp.workspace.load import sidecars


class Text(NamedTuple):
    """A prompt of a document, by its number, or what is selected of it."""

    prompt: int = 0
    within: model.Place | None = None


class Home(NamedTuple):
    """Where the values of a prompt can go.

    Attributes:
        sidecar: the path of a file that may be made for them.
        lacking: why there is no place, and what to do; empty where there is one.
    """

    sidecar: str | None = None
    lacking: str = ""


def text_at(document: Document, span: Span | None) -> Text:
    """The text that a span of the document's file selects; None means all.

    A selection of all messages of a prompt is that, too: a place lies in one of them.

    Raises:
        NotApplicable: the selection holds nothing of a prompt.
    """
    if span is None:
        return Text()
    for number, prompt in enumerate(document.prompts):
        if span.start < span.end and (place := place_of(prompt, 0, span)):
            said = (document.locate(number, one.place) for one in passages(prompt))
            of_all = len(prompt.parts) > 1 and all(
                span.covers(one.span) for one in said
            )
            return Text(number, None if of_all else place)
    message = "the selection holds no text of the prompt"
    raise NotApplicable(message)


def home_of(session: Session, uri: str, document: Document) -> Home:
    """Where the values of an open prompt can go: where others are, or a new file."""
    if len(document.sources) > 1:
        return Home()
    opened = session.opened(uri)
    path = None if opened is None else session.place(opened).path
    beside = sidecars(path) if path else ()
    there = next(filter(paths.exists, beside), None)
    if beside and there is None and session.client.creates_files:
        return Home(beside[0])
    if document.declarations is not None:
        return Home()
    return Home(lacking=_lacking(path, there))


def sidecar_uri(uri: str, sidecar: str) -> str:
    """The address of a sidecar, beside a prompt as the client spells that."""
    return uri.rpartition("/")[0] + "/" + quote(Path(sidecar).name)


def _lacking(path: str | None, there: str | None) -> str:
    front_matter = "give the prompt front matter with `variables:`"
    if path is None:
        return f"its values have no place: save the prompt first, or {front_matter}"
    if there is not None:
        name = Path(there).name
        return f"its values belong into `{name}`, which cannot be read: mend it first"
    name = Path(sidecars(path)[0]).name
    return (
        "its values have no place, for the editor cannot create files for a server: "
        f"{front_matter}, or create `{name}` with `{{}}`"
    )
