"""The one object that a command or a request of our own takes, read.

All raise `JsonRpcInvalidParams` where it is not what it must be.
"""

from collections.abc import Collection, Mapping

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from prompt_lsp.lsp.frames import Json
from prompt_lsp.lsp.linted import Linted
from prompt_lsp.lsp.refusals import ContentModified
from prompt_lsp.lsp.repair import Unreadable
from prompt_lsp.lsp.session import Session

Table = Mapping[str, Json]


def table_of(arguments: tuple[Json, ...], known: Collection[str]) -> Table:
    """The object itself, which has no other keys than those that are known."""
    table = arguments[0] if arguments else {}
    if len(arguments) > 1 or not isinstance(table, Mapping):
        msg = "it takes one object"
        raise invalid(msg)
    if unknown := [key for key in table if key not in known]:
        msg = f"unknown argument `{unknown[0]}`"
        raise invalid(msg)
    return table


def prompt_meant(session: Session, uri: Json) -> Linted:
    """The prompt that is meant; without an address the only one open."""
    if uri is None:
        prompts = [*session.prompts()]
        if len(prompts) != 1:
            msg = "`uri` must say which of the open prompts is meant"
            raise invalid(msg)
        return prompts[0]
    if not isinstance(uri, str):
        msg = "`uri` must be a string"
        raise invalid(msg)
    if session.opened(uri) is None:
        msg = f"`{uri}` is not open"
        raise invalid(msg)
    linted = session.linted(uri)
    if linted is None:
        msg = f"`{uri}` is no prompt"
        raise invalid(msg)
    return linted


def at_version(linted: Linted, version: Json) -> None:
    """Hold a command to the version that it is for, if it says one.

    Raises:
        ContentModified: it is another one.
    """
    if version is not None and type(version) is not int:  # true is 1 to Python
        msg = "`version` must be a whole number"
        raise invalid(msg)
    if version is not None and version != linted.version:
        message = (
            f"`{linted.uri}` is at version {linted.version} now, "
            f"and the command is for version {version}"
        )
        raise ContentModified(message)


def range_meant(session: Session, table: Table) -> types.Range | None:
    """The range that a command is about; None for the whole prompt."""
    raw = table.get("range")
    if raw is None:
        return None
    try:
        return session.protocol.read(raw, types.Range)
    except Unreadable as error:
        msg = f"`range` must be a range: {error}"
        raise invalid(msg) from error


def text(table: Table, key: str) -> str | None:
    """A text, if one is given."""
    found = table.get(key)
    if found is None or isinstance(found, str):
        return found
    msg = f"`{key}` must be a string"
    raise invalid(msg)


def switch(table: Table, key: str) -> bool:
    """True unless it is said to be false."""
    found = table.get(key, True)
    if not isinstance(found, bool):
        msg = f"`{key}` must be true or false"
        raise invalid(msg)
    return found


def invalid(message: str) -> JsonRpcInvalidParams:
    """What is raised for wrong arguments."""
    return JsonRpcInvalidParams(message)
