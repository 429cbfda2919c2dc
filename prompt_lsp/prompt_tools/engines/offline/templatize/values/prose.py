"""Which stretches of a text are prose: sentences, and not code, fenced or inline."""

from bisect import bisect_left
from collections.abc import Sequence

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Reading
from prompt_lsp.text import Span


class Prose:
    """A text, asked offset by offset whether it is prose there.

    Where a text was not laid out, all of it is prose but its code.
    """

    def __init__(self, reading: Reading) -> None:
        self._code = reading.part.code
        laid = bool(reading.prose or reading.data)
        self._prose = reading.prose if laid else None

    def has(self, offset: int) -> bool:
        """Whether the character at `offset` stands in a sentence."""
        within = self._prose is None or _hold(self._prose, offset)
        return within and not _hold(self._code, offset)


def _hold(spans: Sequence[Span], offset: int) -> bool:
    """Whether one of some spans, which are in order and apart, holds an offset."""
    before = bisect_left(spans, (offset + 1,))
    return before > 0 and offset < spans[before - 1].end
