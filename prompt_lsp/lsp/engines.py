"""The engines that a session has asked, each kept for the settings that made it.

An engine holds connections, and remembers what its server does not understand. One
whose settings are others now is left to the work that it may still do; all are closed
when the session ends.
"""

import asyncio
import os
from collections.abc import Hashable

from prompt_lsp.config import SETTINGS, Resolved
from prompt_lsp.prompt_tools import catalogue
from prompt_lsp.prompt_tools.engine import Engine

_FAREWELL = 1.0  # seconds for all connections to close


class Engines:
    """The engines of one session."""

    def __init__(self) -> None:
        self._made: dict[Hashable, Engine] = {}

    async def engine(self, name: str | None, resolved: Resolved) -> Engine:
        """An engine by its name; None for the one that the settings name.

        What it needs is read beside the event loop, for that takes a while.

        Raises:
            Misconfigured: it cannot be asked as it is set up.
        """
        key = (name or resolved.settings.engine, *_facts(resolved))
        if key not in self._made:
            make = catalogue.engine
            made = await asyncio.to_thread(make, name, resolved, os.environ)
            self._made.setdefault(key, made)
        return self._made[key]

    async def aclose(self) -> None:
        """Close them all, whatever one of them says to that."""
        engines = [*self._made.values()]
        self._made.clear()
        if engines:
            closing = [asyncio.ensure_future(each.aclose()) for each in engines]
            await asyncio.wait(closing, timeout=_FAREWELL)


def _facts(resolved: Resolved) -> tuple[Hashable, ...]:
    """What says where requests go and with which key: the values and who set them."""
    return tuple(
        (getattr(resolved.settings, each.field), resolved.origin(each.key).level)
        for each in SETTINGS
        if each.guarded
    )
