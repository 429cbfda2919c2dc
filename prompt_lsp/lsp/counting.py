"""Counting tokens, which takes long: in a thread, when nobody has typed for a while."""

import asyncio
from collections.abc import Callable

from prompt_lsp.analysis.engine import analyse
from prompt_lsp.analysis.tokens import CountNow
from prompt_lsp.document.model import Prompt
from prompt_lsp.lsp.linted import Linted
from prompt_lsp.lsp.session import Session

IDLE = 1.0  # seconds without an edit

# Composing and folding characters makes none of them longer than this, in bytes.
_LONGEST_CHARACTER = 33


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
        report = await asyncio.to_thread(
            analyse, linted.document, linted.settings, CountNow()
        )
        others |= session.counted(linted, report)
    if others:
        changed(session)


def _is_long(linted: Linted) -> bool:
    """Whether the number of tokens may matter and is not known."""
    limit = linted.settings.token_limit
    return not linted.counted and any(
        _may_reach(prompt, limit) for prompt in linted.document.prompts
    )


def _may_reach(prompt: Prompt, limit: int) -> bool:
    if prompt.verdict is None:
        return False
    text = prompt.parts[0].text
    return len(text) * (1 if text.isascii() else _LONGEST_CHARACTER) >= limit
