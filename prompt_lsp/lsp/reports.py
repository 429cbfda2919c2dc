"""Which diagnostics belong to which file, and how an answer tells them."""

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from prompt_lsp.lsp.convert import Diagnostic
from prompt_lsp.lsp.frames import Json
from prompt_lsp.lsp.linted import Linted

if TYPE_CHECKING:
    from prompt_lsp.lsp.session import Session


class FileList(NamedTuple):
    """The diagnostics of a file, and the version of it where it is open."""

    version: int | None = None
    diagnostics: list[Diagnostic] = []  # noqa: RUF012 - nobody adds to it


class Lists(NamedTuple):
    """The diagnostics of a prompt's file, and of the sidecar that it speaks of."""

    own: list[Diagnostic]
    sidecar: str | None = None
    beside: list[Diagnostic] = []  # noqa: RUF012 - nobody adds to it


def beside(session: "Session") -> defaultdict[str, FileList]:
    """What prompts say of their sidecars, by address; of others, nothing.

    The prompt is open, or the sidecar is. Several prompts may share one.
    """
    lists: defaultdict[str, FileList] = defaultdict(FileList)
    for linted in session.judged():
        for file, diagnostics in zip(linted.files, linted.diagnostics, strict=True):
            if file is not linted.files[0] and diagnostics:
                before = lists[file.uri].diagnostics
                lists[file.uri] = FileList(file.version, [*before, *diagnostics])
    return lists


def report(linted: Linted, known: str | None) -> dict[str, Json]:
    """The answer about a prompt, to a client that has the result of a name."""
    if known == linted.result_id:
        return unchanged(known)
    return full(linted.diagnostics[0], linted.result_id)


def full(
    diagnostics: list[Diagnostic], result_id: str | None = None
) -> dict[str, Json]:
    """A whole list."""
    named = {} if result_id is None else {"resultId": result_id}
    return {"kind": "full", **named, "items": diagnostics}


def unchanged(result_id: str) -> dict[str, Json]:
    """That nothing has changed."""
    return {"kind": "unchanged", "resultId": result_id}
