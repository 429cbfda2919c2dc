"""Code actions: what is offered at a range, and the edit of the one that is chosen."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from prompt_lsp.features.code_actions import (
    Action,
    Change,
    Convert,
    FixMany,
    FixOne,
    Kind,
    Subject,
    carry_out,
    conversions,
    fix_all,
    fixes_of_rules,
    quick_fixes,
)
from prompt_lsp.features.hover import touching
from prompt_lsp.features.tool_actions import kinds_to_offer
from prompt_lsp.lsp.conversion import Unconvertible, conversion_edit, has_place
from prompt_lsp.lsp.convert import span_of
from prompt_lsp.lsp.diagnostics import SOURCE
from prompt_lsp.lsp.edits import WorkspaceEdit, workspace_edit
from prompt_lsp.lsp.frames import Json
from prompt_lsp.lsp.linted import Linted
from prompt_lsp.lsp.refusals import ContentModified
from prompt_lsp.lsp.session import Session
from prompt_lsp.text import Span

_CHANGES: dict[str, type[Change]] = {
    "fix": FixOne,
    "fixMany": FixMany,
    "convert": Convert,
}
_NAMES = {kind: name for name, kind in _CHANGES.items()}


def code_action(session: Session, params: types.CodeActionParams) -> list[Json]:
    """What is offered at a range of an open document."""
    only = params.context.only
    kinds = None if only is None else [getattr(one, "value", one) for one in only]
    # What is meant for all of a file does not belong into a menu that opens by itself.
    invoked = params.context.trigger_kind is not types.CodeActionTriggerKind.Automatic
    listed: list[Json] = []
    for linted, source in session.subjects(params.text_document.uri):
        span = span_of(linted.files[source].lines, params.range, session.encoding)
        near = dict.fromkeys(touching(linted.document, linted.findings, source, span))
        near.update(dict.fromkeys(_told(linted, params.context.diagnostics)))
        listed += [
            _written(session, linted, action)
            for action in _offered(subject_of(linted), [*near], kinds, invoked=invoked)
            if _fits(session, linted, action)
        ]
        if source == 0 and session.opened(linted.uri) is not None:
            listed += _tools(session, linted, params, kinds, invoked=invoked)
    return listed


def resolve(session: Session, action: types.CodeAction) -> Json:
    """The same action with its edit.

    Raises:
        ContentModified: it was listed for another text, or under other settings.
        JsonRpcInvalidParams: it is none of ours.
    """
    if action.command is not None:
        # A client asks for the edit of whatever has none; a tool's comes when it runs.
        return session.protocol.plain(action)
    data = action.data
    if not isinstance(data, dict) or "change" not in data:
        message = "`data` of the code action is not what the server sent"
        raise JsonRpcInvalidParams(message)
    linted = session.judgement(str(data.get("uri")))
    if linted is None or data.get("serial") != linted.serial:
        raise ContentModified
    kind, *arguments = data["change"]
    edit = edit_of_change(session, linted, _CHANGES[kind](*arguments))
    if edit is None:
        message = "the change can no longer be made"
        raise ContentModified(message)
    return session.protocol.plain(action) | {"edit": edit}


def edit_of_change(
    session: Session, linted: Linted, change: Change
) -> WorkspaceEdit | None:
    """The edit that makes a change; None where it cannot be made."""
    if isinstance(change, Convert):
        try:
            return conversion_edit(session, linted, change.prompt)
        except Unconvertible:
            return None
    edits = carry_out(subject_of(linted), change).edits
    if not edits:
        return None
    return workspace_edit(linted.files, edits, session.client, session.encoding)


def subject_of(linted: Linted) -> Subject:
    """What features are asked about."""
    return Subject(linted.document, linted.settings, linted.findings)


def _offered(
    subject: Subject, near: Sequence[int], kinds: Iterable[str] | None, *, invoked: bool
) -> Iterator[Action]:
    if Kind.QUICK_FIX.wanted(kinds):
        yield from quick_fixes(subject, near)
        yield from fixes_of_rules(subject, near)
    if Kind.CONVERT.wanted(kinds):
        yield from conversions(subject)
    if Kind.FIX_ALL.wanted(kinds) and (kinds is not None or invoked):
        yield from fix_all(subject)


def _tools(
    session: Session,
    linted: Linted,
    params: types.CodeActionParams,
    only: Sequence[str] | None,
    *,
    invoked: bool,
) -> Iterable[Json]:
    """What the prompt tools can do; they are read when they are worth a look.

    Their edits come when they have run, so that a client must be able to apply them.
    """
    if not session.client.applies:
        return ()
    span = _selected(session, linted, params.range)
    selected = span.start < span.end
    kinds = kinds_to_offer(only, invoked=invoked, selected=selected)
    if not kinds:
        return ()
    from prompt_lsp.lsp import tool_actions  # noqa: PLC0415 - as said above

    said = session.protocol.plain(params.range)
    return tool_actions.listed(session, linted, span, said, kinds)


def _selected(session: Session, linted: Linted, range_: types.Range) -> Span:
    """What a user has selected of a prompt; empty where there is only a cursor.

    Helix and Vim have no cursor between two characters: theirs is on one.
    """
    span = span_of(linted.files[0].lines, range_, session.encoding)
    text = span.of(linted.document.sources[0].text)
    return Span(span.start, span.start) if len(text) == 1 or text == "\r\n" else span


def _fits(session: Session, linted: Linted, action: Action) -> bool:
    """Whether the client can carry it out, and it is meant for what is open."""
    if action.kind is not Kind.QUICK_FIX and session.opened(linted.uri) is None:
        # What is done when a sidecar is saved must not edit what nobody looks at.
        return False
    if not isinstance(action.change, Convert):
        return True
    return session.client.creates_files and has_place(session, linted.uri)


def _told(linted: Linted, diagnostics: Iterable[types.Diagnostic]) -> Iterator[int]:
    """The findings that diagnostics of the present text tell, by their data."""
    for diagnostic in diagnostics:
        data = diagnostic.data
        if diagnostic.source != SOURCE or not isinstance(data, dict):
            continue
        number = data.get("id")
        if data.get("version") == linted.version and isinstance(number, int):
            told = linted.findings[number : number + 1]
            if told and told[0].rule.code == diagnostic.code:
                yield number


def _written(session: Session, linted: Linted, action: Action) -> Json:
    """An action in the client's words; with its edit unless it asks for that later."""
    written: dict[str, Any] = {"title": action.title, "kind": action.kind.value}
    if action.findings:
        writer = session.writer(linted.document, linted.files)
        written["diagnostics"] = [
            writer.diagnostic(number, linted.findings[number])
            for number in action.findings
        ]
    if action.preferred:
        written["isPreferred"] = True
    if session.client.resolves:
        written["data"] = {
            "uri": linted.uri,
            "serial": linted.serial,
            "change": [_NAMES[type(action.change)], *action.change],
        }
    else:
        written["edit"] = edit_of_change(session, linted, action.change)
    return written
