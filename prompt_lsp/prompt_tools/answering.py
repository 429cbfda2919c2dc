"""Has an engine do a job, and lets nothing through that breaks a promise."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace

from prompt_lsp.prompt_tools.engine import Engine
from prompt_lsp.prompt_tools.errors import GuardRefused, NotApplicable, TooLarge
from prompt_lsp.prompt_tools.guard import Violation, violations
from prompt_lsp.prompt_tools.schema import (
    Answer,
    Generate,
    Improve,
    Job,
    Templatize,
    texts_of,
)

LIMIT = 1024 * 1024  # bytes of prompt text in UTF-8


async def answered(engine: Engine, job: Job) -> Answer:
    """What an engine answers, after the guard has seen it.

    An engine that can repair gets one more try, and hears what was wrong.

    Raises:
        PromptToolsError: it cannot be done, or is refused by the guard.
    """
    _weigh(job)
    _check_said(job)
    answer = await engine.answer(job)
    broken = await _broken(job, answer)
    if broken and engine.repairs:
        first = answer.usage
        answer = await engine.answer(job, tuple(each.detail for each in broken))
        answer = replace(answer, usage=first + answer.usage)
        broken = await _broken(job, answer)
    if broken:
        raise GuardRefused(_refusal(engine, broken))
    return answer


async def _broken(job: Job, answer: Answer) -> tuple[Violation, ...]:
    """What the guard finds, beside the event loop: a long prompt takes a while."""
    return await asyncio.to_thread(violations, job, answer)


def _weigh(job: Job) -> None:
    """Refuse what would cost too much.

    Raises:
        NotApplicable: it is no text.
        TooLarge: it is over the limit, with all that an engine may be told.
    """
    try:
        size = sum(len(text.encode()) for text in (*texts_of(job), *_beside(job)))
    except UnicodeEncodeError:
        message = "the prompt text holds half a character and cannot be UTF-8"
        raise NotApplicable(message) from None
    if size > LIMIT:
        message = (
            f"the prompt text has {size:,} bytes, and the limit is {LIMIT:,} "
            "(1 MiB); select a part of it"
        )
        raise TooLarge(message)


def _check_said(job: Job) -> None:
    """Refuse what says nothing that could be improved: a begun answer is no prompt.

    Raises:
        NotApplicable: it is blank.
    """
    if not isinstance(job, Improve):
        return
    own = (text for one in job.messages if one.role == "user" for text in one.texts)
    if not any(text.strip() for text in (*own, job.system or "")):
        message = "the prompt is blank"
        raise NotApplicable(message)


def _beside(job: Job) -> Iterable[str]:
    """What a job says beside its texts; a file may say that, too."""
    match job:
        case Generate():
            return (job.target_model or "",)
        case Improve():
            return (job.feedback or "", job.context, job.target_model or "")
        case Templatize():
            return job.reserved


def _refusal(engine: Engine, broken: Sequence[Violation]) -> str:
    reasons = "; ".join(dict.fromkeys(each.message for each in broken))
    rest = (
        "nothing was changed, please report it"
        if engine.name == "offline"
        else "nothing was changed; try again, or use the engine `offline`"
    )
    return f"the answer of {engine.label} is refused: {reasons}; {rest}"
