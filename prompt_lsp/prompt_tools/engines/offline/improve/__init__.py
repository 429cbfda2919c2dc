"""A prompt made better by rules that keep all that it says.

What is done, and in which order, is the tuple `transformations.ALL`; each module there
is the manual of one thing. Nothing here asks a model, so nothing here knows better
than the author: statements are moved, labelled and wrapped, and few are added.
"""

import re

from prompt_lsp.prompt_tools.engines.offline.improve import shots
from prompt_lsp.prompt_tools.engines.offline.improve.draft import said
from prompt_lsp.prompt_tools.engines.offline.improve.feedback.cleaning import (
    Clean,
    clean,
)
from prompt_lsp.prompt_tools.engines.offline.improve.feedback.understanding import (
    wishes_of,
)
from prompt_lsp.prompt_tools.engines.offline.improve.hints import hints
from prompt_lsp.prompt_tools.engines.offline.improve.language import language_of
from prompt_lsp.prompt_tools.engines.offline.improve.merging import (
    JOINED,
    join,
    line_end_of,
    with_line_feeds,
    with_system,
)
from prompt_lsp.prompt_tools.engines.offline.improve.prefill import (
    REWORDED,
    as_instruction,
    given_prefill,
    is_refused,
    new_prefill,
)
from prompt_lsp.prompt_tools.engines.offline.improve.settling import (
    Settled,
    Wanted,
    settled,
)
from prompt_lsp.prompt_tools.engines.offline.improve.turns import turns_of
from prompt_lsp.prompt_tools.engines.offline.profile import Profile
from prompt_lsp.prompt_tools.schema import Answer, Change, Improve, Message, user

_KEPT = "nothing was removed: what the prompt says is only its author's to delete"
_REMOVES = re.compile(
    r"\b(?:remove|delete|drop|cut|take out|get rid of)\b[^.\n]{0,40}"
    r"\b(?:examples?|sections?|paragraphs?|instructions?|rules?|placeholders?"
    r"|variables?|role|sentences?)\b",
    re.IGNORECASE,
)
_SEVERAL = "the text says several turns itself, which stay as they are"


def improve(job: Improve) -> Answer:
    """Make a prompt better and keep all that it says.

    The answer is one message of the user's, and after it perhaps the beginning of the
    assistant's. To improve it once more, with the same feedback, changes nothing.
    """
    spoken = [one for one in job.messages if one.role == "user"]
    texts = [text for one in spoken for text in one.texts]
    system = job.system or ""
    if not any(text.strip() for text in (*texts, system)):
        return Answer(job.messages)
    prefill = given_prefill(job)
    line_end = line_end_of((*texts, system, *prefill))
    told = join([with_line_feeds(text) for text in texts if text.strip()])
    joined = (JOINED,) if len(spoken) > 1 else ()
    made, notes = _improved(told, with_line_feeds(system), job)
    if prefill and not is_refused(job):
        return _answer(made, joined, line_end, Message("assistant", prefill), notes)
    begun = new_prefill(job, made.text)
    added = (_added(begun),) if begun else ()
    made = made._replace(changes=(*made.changes, *added))
    return _answer(made, joined, line_end, begun, notes)


def _answer(
    made: Settled,
    joined: tuple[Change, ...],
    line_end: str,
    begun: Message | None,
    notes: tuple[str, ...],
) -> Answer:
    text = made.text.replace("\n", line_end)
    messages = (user(text), *([begun] if begun else []))
    return Answer(messages, changes=(*joined, *made.changes), notes=notes)


def _added(begun: Message) -> Change:
    return Change("prefill-added", f"began the answer with `{begun.texts[0]}`")


def _improved(told: str, system: str, job: Improve) -> tuple[Settled, tuple[str, ...]]:
    """The text of the prompt made better, and notes for its author."""
    text = told
    changes: tuple[Change, ...] = ()
    if system.strip():
        turns = turns_of(told)
        body = with_system(turns.body, system)
        text, changes = turns.around(body.text), body.changes
    prefill = given_prefill(job)
    if prefill and is_refused(job):
        text, changes = (
            as_instruction(text, with_line_feeds("".join(prefill))),
            (*changes, REWORDED),
        )
    feedback = clean(job.feedback or "", "\n".join((text, *prefill)))
    wanted = _wanted(job, feedback)
    made = settled(text, wanted)
    if not made.blocks:
        return made._replace(changes=changes), (_SEVERAL,)
    notes = (
        *feedback.notes,
        *(_KEPT for _ in range(_REMOVES.search(feedback.text) is not None)),
        *shots.note(wanted.wishes, made.blocks),
        *hints(made.blocks, language_of(said(made.blocks))),
    )
    return Settled(made.text, (*changes, *made.changes)), notes


def _wanted(job: Improve, feedback: Clean) -> Wanted:
    return Wanted(
        Profile.of(job.target_model),
        feedback.text,
        wishes_of(feedback.text),
        language_of(feedback.text),
        job.context,
    )
