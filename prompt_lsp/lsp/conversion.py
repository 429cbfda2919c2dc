"""A prompt written as a body of the Messages API, in a new file beside its own."""

from prompt_lsp.features.code_actions import converted, converted_name
from prompt_lsp.lsp.address import key_of, path_of
from prompt_lsp.lsp.edits import WorkspaceEdit, created_file
from prompt_lsp.lsp.linted import Linted
from prompt_lsp.lsp.session import Session
from prompt_lsp.workspace import paths


class Unconvertible(ValueError):
    """A prompt is not converted; the text says why, for people."""


def conversion_edit(session: Session, linted: Linted, prompt: int = 0) -> WorkspaceEdit:
    """The edit that makes the new file.

    Raises:
        Unconvertible: there is nothing to convert, no place for the result, or the
            client cannot create files: the answer to an edit of a file that is not
            there differs from client to client.
    """
    text = conversion_text(linted, prompt)
    if not session.client.creates_files:
        message = (
            "the editor cannot create files for a server; ask with `apply: false` for "
            "the text, or run `prompt-lsp convert --write`"
        )
        raise Unconvertible(message)
    return created_file(_free_uri(session, linted.uri), text)


def conversion_text(linted: Linted, prompt: int = 0) -> str:
    """The text of the new file.

    Raises:
        Unconvertible: there is nothing to convert.
    """
    text = converted(linted.document, prompt)
    if isinstance(text, str):
        return text
    # Who sits in an editor has a menu, and perhaps no shell.
    why = str(text).replace("run `prompt-lsp check --fix`", "apply the safe fixes")
    message = f"cannot be converted: {why}"
    raise Unconvertible(message)


def has_place(session: Session, uri: str) -> bool:
    """Whether the new file would lie somewhere, over nothing."""
    try:
        _free_uri(session, uri)
    except Unconvertible:
        return False
    return True


def _free_uri(session: Session, uri: str) -> str:
    """The address of the new file, beside that of the prompt.

    Raises:
        Unconvertible: it exists already, or the prompt lies nowhere.
    """
    folder, slash, name = uri.rpartition("/")
    if not slash:
        message = "save the prompt first: the new file goes beside it"
        raise Unconvertible(message)
    made = folder + slash + converted_name(name)
    path = path_of(made)
    if session.opened(made) or (path and paths.exists(path)):
        message = f"`{key_of(made).rpartition('/')[2]}` exists already"
        raise Unconvertible(message)
    return made
