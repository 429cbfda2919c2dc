"""Has the client apply an edit, and hears what came of it."""

from typing import NamedTuple

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from prompt_lsp.lsp.edits import WorkspaceEdit
from prompt_lsp.lsp.session import Session


class Applied(NamedTuple):
    """Whether a client applied an edit, and why not if it says so."""

    done: bool
    reason: str | None = None


async def applied(
    session: Session, edit: WorkspaceEdit, label: str | None = None
) -> Applied:
    """Have the client apply an edit; a user may take any time to agree.

    A client that cannot has the edit in the answer to its command.
    """
    if not session.client.applies:
        return Applied(done=False)
    named = {} if label is None else {"label": label}
    try:
        said = await session.protocol.send_request_async(
            types.WORKSPACE_APPLY_EDIT, named | {"edit": edit}
        )
    except JsonRpcException as error:  # a client's way to say no
        return Applied(done=False, reason=error.message)
    return Applied(bool(said.applied), said.failure_reason)
