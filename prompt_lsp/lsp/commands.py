"""Commands: changes that a client, a script or a key asks for by name.

Each takes one object, `{uri?, range?, version?, apply?}`, and answers with
`{applied, edit?, changes: [{kind, reason}], response}`.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams

from prompt_lsp.features.code_actions import FixMany, carry_out
from prompt_lsp.features.hover import touching
from prompt_lsp.lsp.actions import ContentModified, subject_of
from prompt_lsp.lsp.conversion import Unconvertible, conversion_edit, conversion_text
from prompt_lsp.lsp.convert import span_of
from prompt_lsp.lsp.edits import WorkspaceEdit, workspace_edit
from prompt_lsp.lsp.frames import Json
from prompt_lsp.lsp.linted import Linted
from prompt_lsp.lsp.repair import Unreadable
from prompt_lsp.lsp.session import Session


class RequestFailed(JsonRpcException):
    """What was asked for cannot be done; the message says why, for people."""

    CODE = types.LSPErrorCodes.RequestFailed.value


class Wish(NamedTuple):
    """What a command is asked to do.

    Attributes:
        linted: the prompt that it is about.
        range: the part of it; None for all.
        apply: the client is to apply the edit.
    """

    linted: Linted
    range: types.Range | None
    apply: bool


async def fix_all(session: Session, *arguments: Json) -> Json:
    """Apply all safe fixes in a document, or in a range of it."""
    wish = _wish(session, arguments)
    linted, numbers = wish.linted, None
    if wish.range is not None:
        span = span_of(linted.files[0].lines, wish.range, session.encoding)
        numbers = touching(linted.document, linted.findings, 0, span)
    fixing = carry_out(subject_of(linted), FixMany(), numbers)
    names = {finding.rule.code: finding.rule.name for finding in linted.findings}
    changes = [
        {"kind": code, "reason": f"{names.get(code, code)} ({number})"}
        for code, number in sorted(fixing.applied.items())
    ]
    edit = workspace_edit(linted.files, fixing.edits, session.client, session.encoding)
    return await _answered(session, wish, edit if fixing.edits else None, changes)


async def convert_to_messages(session: Session, *arguments: Json) -> Json:
    """Write a text-completions prompt as a body of the Messages API, in a new file.

    A client that cannot create files gets the body in `response`, with `apply: false`.
    """
    wish = _wish(session, arguments)
    change = {"kind": "convert-to-messages", "reason": "text completions are legacy"}
    try:
        if not (wish.apply or session.client.creates_files):
            text = conversion_text(wish.linted)
            return {"applied": False, "changes": [change], "response": text}
        edit = conversion_edit(session, wish.linted)
    except Unconvertible as refusal:
        raise RequestFailed(str(refusal)) from refusal
    return await _answered(session, wish, edit, [change])


async def _answered(
    session: Session,
    wish: Wish,
    edit: WorkspaceEdit | None,
    changes: list[dict[str, str]],
) -> Json:
    applied = edit is not None and wish.apply and await _apply(session, edit)
    answer: dict[str, Any] = {"applied": applied, "changes": changes, "response": None}
    return answer if edit is None else answer | {"edit": edit}


async def _apply(session: Session, edit: WorkspaceEdit) -> bool:
    """Have the client apply an edit; a user may take any time to agree."""
    if not session.client.applies:
        return False
    said = await session.protocol.send_request_async(
        types.WORKSPACE_APPLY_EDIT, {"edit": edit}
    )
    return bool(said.applied)


def _wish(session: Session, arguments: tuple[Json, ...]) -> Wish:
    """The arguments, read.

    Raises:
        JsonRpcInvalidParams: they are not what they must be.
        ContentModified: they speak of an older version.
    """
    table = _table(arguments)
    linted = _meant(session, table.get("uri"))
    version = table.get("version")
    if version is not None and version != linted.version:
        message = (
            f"`{linted.uri}` is at version {linted.version} now, "
            f"and the command is for version {version}"
        )
        raise ContentModified(message)
    apply = table.get("apply", True)
    if not isinstance(apply, bool):
        msg = "`apply` must be true or false"
        raise _invalid(msg)
    return Wish(linted, _range(session, table.get("range")), apply)


def _table(arguments: tuple[Json, ...]) -> Mapping[str, Json]:
    table = arguments[0] if arguments else {}
    if len(arguments) > 1 or not isinstance(table, Mapping):
        msg = "a command takes one object"
        raise _invalid(msg)
    if unknown := [key for key in table if key not in _KEYS]:
        msg = f"unknown argument `{unknown[0]}`"
        raise _invalid(msg)
    return table


_KEYS = ("uri", "range", "version", "apply")


def _meant(session: Session, uri: Json) -> Linted:
    """The prompt that a command is about; without an address the only one open."""
    if uri is None:
        prompts = [*session.prompts()]
        if len(prompts) != 1:
            msg = "`uri` must say which of the open prompts is meant"
            raise _invalid(msg)
        return prompts[0]
    if not isinstance(uri, str):
        msg = "`uri` must be a string"
        raise _invalid(msg)
    if session.opened(uri) is None:
        msg = f"`{uri}` is not open"
        raise _invalid(msg)
    linted = session.linted(uri)
    if linted is None:
        msg = f"`{uri}` is no prompt"
        raise _invalid(msg)
    return linted


def _range(session: Session, raw: Json) -> types.Range | None:
    if raw is None:
        return None
    try:
        return session.protocol.read(raw, types.Range)
    except Unreadable as error:
        msg = f"`range` must be a range: {error}"
        raise _invalid(msg) from error


def _invalid(message: str) -> JsonRpcInvalidParams:
    return JsonRpcInvalidParams(message)
