"""The embedded engine, as an `Engine`; a tool is read when it is first asked for."""

import asyncio

from prompt_lsp.prompt_tools.schema import Answer, Generate, Improve, Job, Templatize


class OfflineEngine:
    """The tools that need nothing, run beside the event loop."""

    name = "offline"
    label = "offline"
    repairs = False

    async def answer(self, job: Job, amiss: tuple[str, ...] = ()) -> Answer:  # noqa: ARG002 - it would answer the same again
        """Do a job, beside the event loop: a long prompt takes a while."""
        return await asyncio.to_thread(_answer, job)

    async def aclose(self) -> None:
        """Nothing is open."""


def _answer(job: Job) -> Answer:
    # Each tool brings tables and grammars that the others do not need.
    match job:
        case Generate():
            from prompt_lsp.prompt_tools.engines.offline.generate import (  # noqa: PLC0415
                generate,
            )

            return generate(job)
        case Improve():
            from prompt_lsp.prompt_tools.engines.offline.improve import (  # noqa: PLC0415
                improve,
            )

            return improve(job)
        case Templatize():
            from prompt_lsp.prompt_tools.engines.offline.templatize import (  # noqa: PLC0415
                templatize,
            )

            return templatize(job)
