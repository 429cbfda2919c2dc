"""A prompt as the command line opens it: from a file or from standard input."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import NamedTuple

from prompt_lsp.analysis.fixer import Fixed, fix_document
from prompt_lsp.cli.held_back import held_back
from prompt_lsp.cli.streams import put
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document, Source
from prompt_lsp.formats import parse
from prompt_lsp.workspace.configuration import Configuration
from prompt_lsp.workspace.discover import Found
from prompt_lsp.workspace.load import (
    FileText,
    Loaded,
    decoded,
    document_of,
    encoded,
    load,
)
from prompt_lsp.workspace.paths import parent
from prompt_lsp.workspace.trouble import Unwritable
from prompt_lsp.workspace.write import rewrite_together


class Opened(NamedTuple):
    """A prompt, what holds for it, and what its files are called.

    Attributes:
        loaded: the document and its files.
        names: of the files, as users are told of them.
        settings: what holds for the prompt.
        unread: sidecars that could not be read, and why.
        piped: it came through standard input, and only the prompt is handed back.
    """

    loaded: Loaded
    names: tuple[str, ...]
    settings: Settings
    unread: tuple[tuple[str, str], ...] = ()
    piped: bool = False

    @property
    def document(self) -> Document:
        """The prompt."""
        return self.loaded.document

    @property
    def folder(self) -> str:
        """The folder whose configuration holds, absolute."""
        return parent(self.loaded.files[0].path)


class Change(NamedTuple):
    """What fixing makes of one file; both texts without the byte order mark."""

    name: str
    file: FileText
    after: str


def opened(found: Found, configuration: Configuration) -> Opened:
    """The prompt of a file.

    Raises:
        Unreadable: there is no such file any more, or it is not UTF-8.
    """
    loaded = load(found.path, declared=found.declared)
    return _named(loaded, found.name, configuration.settings(found.path))


def opened_stdin(data: bytes, name: str | None, configuration: Configuration) -> Opened:
    """The prompt that standard input holds, in the place of a file if it has a name.

    Raises:
        Unreadable: it is not UTF-8.
    """
    settings = configuration.settings(name)
    shown = "-" if name is None else name
    file = decoded(shown, data)
    if name is None:
        document = parse((Source(shown, file.text),))
        return Opened(Loaded(document, (file,)), (shown,), settings, piped=True)
    loaded = document_of(file, declared=configuration.declared(name))
    return _named(loaded, shown, settings)._replace(piped=True)


def fixed(prompt: Opened, *, unsafe: bool) -> Fixed:
    """The prompt with its safe fixes applied, or with all.

    The sidecar of a piped one stays as it is, and so does what needs both.
    """
    return fix_document(
        prompt.document, prompt.settings, unsafe=unsafe, alone=prompt.piped
    )


def changes(prompt: Opened, after: Document) -> Iterator[Change]:
    """The files that a fixed document changes."""
    files = zip(prompt.names, prompt.loaded.files, after.sources, strict=True)
    for name, file, source in files:
        if source.text != file.text:
            yield Change(name, file, source.text)


def written(prompt: Opened, after: Document) -> Document:
    """Keep a fixed prompt in its files; the document that holds from then on.

    Raises:
        Unwritable: a file refuses, or somebody else changed it meanwhile; none of
            them is changed then.
    """
    changed = tuple(changes(prompt, after))
    try:
        with held_back():
            rewrite_together([(change.file, change.after) for change in changed])
    except Unwritable as trouble:
        names = {change.file.path: change.name for change in changed}
        raise Unwritable(names[trouble.path], trouble.reason) from trouble
    return after


def printed(prompt: Opened, after: Document) -> Document:
    """Print a fixed prompt; the document that holds from then on."""
    put(encoded(after.sources[0].text, bom=prompt.loaded.files[0].bom))
    return after


def _named(loaded: Loaded, name: str, settings: Settings) -> Opened:
    """The prompt, its sidecar called as one that was found in the same way."""
    own, *others = loaded.files
    folder = name[: len(name) - len(PurePath(own.path).name)]

    def beside(path: str) -> str:
        return folder + PurePath(path).name

    names = (beside(other.path) for other in others)
    unread = ((beside(each.path), each.reason) for each in loaded.troubles)
    return Opened(loaded, (name, *names), settings, tuple(unread))
