"""The engine that needs nothing: no network, no model, the same answer every time.

It works on the structure of a prompt and claims nothing about what a model will make
of it.
"""

import asyncio

from prompt_lsp.prompt_tools.engines.offline.generate import generate
from prompt_lsp.prompt_tools.engines.offline.improve import improve
from prompt_lsp.prompt_tools.engines.offline.templatize import templatize
from prompt_lsp.prompt_tools.schema import Answer, Generate, Improve, Job, Templatize

__all__ = ["OfflineEngine", "generate", "improve", "templatize"]


class OfflineEngine:
    """The embedded engine, as an `Engine`."""

    name = "offline"
    label = "offline"
    repairs = False

    async def answer(self, job: Job, amiss: tuple[str, ...] = ()) -> Answer:  # noqa: ARG002 - it would answer the same again
        """Do a job, beside the event loop: a long prompt takes a while."""
        return await asyncio.to_thread(_answer, job)

    async def aclose(self) -> None:
        """Nothing is open."""


def _answer(job: Job) -> Answer:
    match job:
        case Generate():
            return generate(job)
        case Improve():
            return improve(job)
        case Templatize():
            return templatize(job)
