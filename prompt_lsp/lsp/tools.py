"""The prompt tools as commands: improve, templatize, generate.

Each takes one object, `{uri?, range?, version?, feedback?, task?, engine?, apply?}`,
and answers with `{applied, edit?, changes: [{kind, reason}], response}`, where
`response` is the body that the protocol of the prompt tools has for the answer.

The work shows its progress and stops where it is when it is cancelled. A failure is
the error that the command answers, and nothing else.
"""

import asyncio
import logging
import traceback
from collections.abc import Sequence
from contextlib import AsyncExitStack
from typing import Any, NamedTuple

from pygls.exceptions import JsonRpcException

from prompt_lsp.config import Settings
from prompt_lsp.features.tool_actions import by_engine
from prompt_lsp.lsp.address import key_of, name_of
from prompt_lsp.lsp.applying import applied
from prompt_lsp.lsp.arguments import (
    at_version,
    invalid,
    prompt_meant,
    range_meant,
    switch,
    table_of,
    text,
)
from prompt_lsp.lsp.convert import span_of
from prompt_lsp.lsp.edits import WorkspaceEdit
from prompt_lsp.lsp.engines import Engines
from prompt_lsp.lsp.frames import Json
from prompt_lsp.lsp.progress import progress
from prompt_lsp.lsp.proposal import proposal
from prompt_lsp.lsp.refusals import ContentModified, RequestFailed
from prompt_lsp.lsp.session import Session
from prompt_lsp.lsp.tool_places import home_of
from prompt_lsp.lsp.tool_work import About, Wish, asked, revised, task_alone
from prompt_lsp.lsp.turns import Turn
from prompt_lsp.prompt_tools import catalogue, wire
from prompt_lsp.prompt_tools.answering import answered
from prompt_lsp.prompt_tools.engine import Engine
from prompt_lsp.prompt_tools.errors import PromptToolsError
from prompt_lsp.prompt_tools.revision import Revision
from prompt_lsp.prompt_tools.schema import Answer, Change, Generate, Job, Tool

_LOG = logging.getLogger(__name__)

KEYS = ("uri", "range", "version", "feedback", "task", "engine", "apply")

_CHANGED = "the prompt has changed since it was asked about; ask again"
_LABELS: dict[Tool, str] = {
    "improve": "Improve prompt",
    "templatize": "Templatize prompt",
    "generate": "Generate prompt",
}


class Done(NamedTuple):
    """What has come of a wish, before anything is applied.

    Attributes:
        revision: None where the answer stands in no document.
    """

    job: Job
    answer: Answer
    changes: Sequence[Change]
    revision: Revision | None = None


async def improve(session: Session, *arguments: Json) -> Json:
    """Make a prompt, or what is selected of it, better."""
    return await _run(session, "improve", arguments)


async def templatize(session: Session, *arguments: Json) -> Json:
    """Put placeholders in the stead of what varies in a prompt."""
    return await _run(session, "templatize", arguments)


async def generate(session: Session, *arguments: Json) -> Json:
    """Write a prompt for a task: the argument `task`, or the text of a document.

    With `task` and without `uri` the answer is only returned.
    """
    return await _run(session, "generate", arguments)


async def _run(session: Session, tool: Tool, arguments: tuple[Json, ...]) -> Json:
    """Do what is asked, or fail with one message for people and nothing in a log."""
    wish = None
    try:
        wish = _wish(session, tool, arguments)
        return await _command(session, wish)
    except PromptToolsError as error:
        raise RequestFailed(str(error)) from error
    except ContentModified as error:
        # Editors keep this one error to themselves.
        session.messages.tell(error.message if wish else _CHANGED)
        raise
    except JsonRpcException:
        raise
    except Exception as error:  # noqa: BLE001 - our bug, told without its text
        # What the error itself says may be text of the prompt.
        frames = "".join(traceback.format_tb(error.__traceback__))
        _LOG.error("a prompt tool failed with %s\n%s", type(error).__name__, frames)
        message = (
            f"internal error: {type(error).__name__}; nothing was changed, "
            "please report it"
        )
        raise RequestFailed(message) from None


def _wish(session: Session, tool: Tool, arguments: tuple[Json, ...]) -> Wish:
    """The arguments, read.

    Raises:
        JsonRpcInvalidParams: they are not what they must be.
        ContentModified: they speak of an older version.
    """
    table = table_of(arguments, KEYS)
    feedback, task = text(table, "feedback"), text(table, "task")
    engine, apply = text(table, "engine"), switch(table, "apply")
    if engine is not None and engine not in catalogue.NAMES:
        known = ", ".join(f"`{each}`" for each in catalogue.NAMES)
        msg = f"`engine` must be one of {known}"
        raise invalid(msg)
    range_ = range_meant(session, table)
    if tool == "generate" and task is not None and table.get("uri") is None:
        return Wish(tool, None, None, feedback, task, engine, apply)
    linted = prompt_meant(session, table.get("uri"))
    at_version(linted, table.get("version"))
    span = None
    if range_ is not None and range_.start != range_.end:  # an empty one means all
        span = span_of(linted.files[0].lines, range_, session.encoding)
    return Wish(tool, linted.uri, span, feedback, task, engine, apply)


async def _command(session: Session, wish: Wish) -> Json:
    resolved = session.resolved(wish.uri)
    # Before anything is waited for: what is typed from here on changes nothing in it.
    about = _about(session, wish, resolved.settings)
    label = _LABELS[wish.tool]
    async with AsyncExitStack() as held:
        with progress(session, label) as shown:
            engine = await _engines(session).engine(wish.engine, resolved)
            await shown.begin(session)
            shown.report(_report(engine))
            done = await _done(wish, about, engine)
            turn = await _turn(session, wish, held)
            by = by_engine(engine.name, engine.label)
            edit = _edit(session, wish, done, f"{label} {by}")
        return await _finished(session, wish, done, edit, turn)


async def _turn(session: Session, wish: Wish, held: AsyncExitStack) -> Turn | None:
    """The turn to have the document edited; None where that is not wished."""
    if wish.uri is None or not wish.apply:
        return None
    return await held.enter_async_context(session.turns.turn(key_of(wish.uri)))


async def _finished(
    session: Session,
    wish: Wish,
    done: Done,
    edit: WorkspaceEdit | None,
    turn: Turn | None,
) -> Json:
    """Tell what has come of a wish, and have it applied."""
    for note in done.answer.notes:
        session.messages.note(note)
    if done.revision is not None and edit is None:
        session.messages.tell(f"nothing to {wish.tool} here")
        done = done._replace(changes=())
    written: dict[str, Any] = {
        "applied": False,
        "changes": [each._asdict() for each in done.changes],
        "response": wire.answer_body(done.job, done.answer),
    }
    if wish.uri is None or edit is None:
        return written
    apply = turn is not None and await _apply(session, wish, done, edit, turn)
    return written | {"applied": apply, "edit": edit}


def _about(session: Session, wish: Wish, settings: Settings) -> Generate | About:
    """What the wish is about, as it stands now.

    Raises:
        NotApplicable: it is about nothing.
    """
    if wish.uri is None:
        return task_alone(wish.task or "", settings)
    present = session.present(wish.uri)
    if present is None:
        raise ContentModified
    home = home_of(session, wish.uri, present.document)
    return About(present.document, settings, home)


async def _done(wish: Wish, about: Generate | About, engine: Engine) -> Done:
    """Have the engine do the work.

    Raises:
        PromptToolsError: it cannot be done.
    """
    if isinstance(about, Generate):
        answer = await answered(engine, about)
        return Done(about, answer, answer.changes)
    question = await asyncio.to_thread(asked, about, wish)
    answer = await answered(engine, question.work.job)
    made = await asyncio.to_thread(revised, about, question, answer)
    changes = answer.changes if made is None else made.changes
    return Done(question.work.job, answer, changes, made)


def _edit(session: Session, wish: Wish, done: Done, label: str) -> WorkspaceEdit | None:
    """The edit for the document as it stands; None where nothing is to be edited."""
    made = done.revision
    if wish.uri is None or made is None or not made.edits:
        return None
    return proposal(session, wish.uri, made, label, done.changes)


async def _apply(
    session: Session, wish: Wish, done: Done, edit: WorkspaceEdit, turn: Turn
) -> bool:
    """Have the client apply an edit, and tell what the user would not see."""
    uri = str(wish.uri)
    before = _text_of(session, uri)
    said = await applied(session, edit, _LABELS[wish.tool])
    if said.done and before == _text_of(session, uri):
        session.turns.comes(key_of(uri), turn)  # its change is still on its way
    made = done.revision
    if said.done and made is not None and made.creates:
        name = name_of(edit["documentChanges"][0]["uri"])
        session.messages.tell(f"`{name}` was created for the values of the prompt")
    elif said.reason:
        session.messages.tell(f"the editor did not apply the edit: {said.reason}")
    elif not said.done and before != _text_of(session, uri):
        # The edit met another one on its way.
        session.messages.tell("the prompt was changed meanwhile; ask again")
    return said.done


def _text_of(session: Session, uri: str) -> int | None:
    """Which text an open document has."""
    document = session.opened(uri)
    return None if document is None else document.revision


def _engines(session: Session) -> Engines:
    if session.engines is None:
        session.engines = Engines()
    return session.engines


def _report(engine: Engine) -> str:
    return "offline" if engine.name == catalogue.OFFLINE else f"asking {engine.label}"
