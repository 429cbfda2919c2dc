"""Counting tokens, which takes long: in a thread, when nobody has typed for a while."""

import asyncio
from collections.abc import Callable

from prompt_lsp.analysis.engine import analyse
from prompt_lsp.analysis.tokens import surely_fewer
from prompt_lsp.lsp.linted import Linted
from prompt_lsp.lsp.session import Session

IDLE = 1.0  # seconds without an edit


def count_when_idle(session: Session, changed: Callable[[Session], None]) -> None:
    """Count a while from now; `changed` is called if that gives other findings.

    Each call begins the wait anew.
    """
    if session.counting is not None:
        session.counting.cancel()
        session.counting = None
    if any(_is_long(linted) for linted in session.prompts()):
        loop = asyncio.get_running_loop()
        session.counting = loop.create_task(_count(session, changed))


async def _count(session: Session, changed: Callable[[Session], None]) -> None:
    await asyncio.sleep(IDLE)
    session.counting = None  # from here on an edit does not stop it, but outdates it
    others = False
    for linted in filter(_is_long, [*session.prompts()]):
        counter = session.last_count(linted.uri).renew()
        report = await asyncio.to_thread(
            analyse, linted.document, linted.settings, counter
        )
        others |= session.counted(linted, report)
    if others:
        changed(session)


def _is_long(linted: Linted) -> bool:
    """Whether the number of tokens may matter and is not known."""
    limit = linted.settings.token_limit
    return not linted.counted and any(
        prompt.verdict is not None and not surely_fewer(prompt.parts[0].text, limit)
        for prompt in linted.document.prompts
    )
