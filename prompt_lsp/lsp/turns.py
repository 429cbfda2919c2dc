"""One edit of a document after the other.

Two answers may come at once, and each edit is for one version: the second is made
when the first one has come back as a change of the document.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypeAlias

Turn: TypeAlias = asyncio.Future[None]

# Whoever still has not decided about an edit shall not keep others from theirs.
_PATIENCE = 3.0


class Turns:
    """Who may have a document edited, by the key of its address."""

    def __init__(self) -> None:
        self._last: dict[str, Turn] = {}
        self._coming: dict[str, Turn] = {}

    @asynccontextmanager
    async def turn(self, key: str) -> AsyncIterator[Turn]:
        """A turn, after the one before is over or has taken too long."""
        before = self._last.get(key)
        mine = self._last[key] = asyncio.get_running_loop().create_future()
        try:
            if before is not None:
                await asyncio.wait([before], timeout=_PATIENCE)
            yield mine
        finally:
            if self._coming.get(key) is not mine:
                self._end(key, mine)

    def comes(self, key: str, turn: Turn) -> None:
        """Have a turn last until the document changes."""
        self._coming[key] = turn

    def changed(self, key: str) -> None:
        """Heed that a document is another, or is closed."""
        if turn := self._coming.pop(key, None):
            self._end(key, turn)

    def _end(self, key: str, turn: Turn) -> None:
        if not turn.done():
            turn.set_result(None)
        if self._last.get(key) is turn:
            del self._last[key]
