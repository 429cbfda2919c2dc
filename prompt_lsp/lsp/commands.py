"""Commands: changes that a client, a script or a key asks for by name.

Each takes one object, `{uri?, range?, version?, apply?}`, and answers with
`{applied, edit?, changes: [{kind, reason}], response}`.
"""

from typing import Any, NamedTuple

from lsprotocol import types

from prompt_lsp.features.code_actions import FixMany, carry_out
from prompt_lsp.features.hover import touching
from prompt_lsp.lsp.actions import subject_of
from prompt_lsp.lsp.applying import applied
from prompt_lsp.lsp.arguments import (
    at_version,
    prompt_meant,
    range_meant,
    switch,
    table_of,
)
from prompt_lsp.lsp.conversion import Unconvertible, conversion_edit, conversion_text
from prompt_lsp.lsp.convert import span_of
from prompt_lsp.lsp.edits import WorkspaceEdit, workspace_edit
from prompt_lsp.lsp.frames import Json
from prompt_lsp.lsp.linted import Linted
from prompt_lsp.lsp.refusals import RequestFailed
from prompt_lsp.lsp.session import Session

KEYS = ("uri", "range", "version", "apply")


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
    done = edit is not None and wish.apply and (await applied(session, edit)).done
    answer: dict[str, Any] = {"applied": done, "changes": changes, "response": None}
    return answer if edit is None else answer | {"edit": edit}


def _wish(session: Session, arguments: tuple[Json, ...]) -> Wish:
    """The arguments, read.

    Raises:
        JsonRpcInvalidParams: they are not what they must be.
        ContentModified: they speak of an older version.
    """
    table = table_of(arguments, KEYS)
    linted = prompt_meant(session, table.get("uri"))
    at_version(linted, table.get("version"))
    return Wish(linted, range_meant(session, table), switch(table, "apply"))
