"""Which stretches of a text are prose: sentences, and not code, fenced or inline."""

from bisect import bisect_right
from collections.abc import Sequence

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Reading
from prompt_lsp.text import Span


class Prose:
    """A text, asked offset by offset whether it is prose there.

    Where a text was not laid out, all of it is prose but its code.
    """

    def __init__(self, reading: Reading) -> None:
        self._code = _Stretches(reading.part.code)
        laid = bool(reading.prose or reading.data)
        self._prose = _Stretches(reading.prose) if laid else None

    def has(self, offset: int) -> bool:
        """Whether the character at `offset` stands in a sentence."""
        within = self._prose is None or self._prose.hold(offset)
        return within and not self._code.hold(offset)


class _Stretches:
    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def hold(self, offset: int) -> bool:
        """Whether one of the spans, which are in order and apart, holds an offset."""
        last = bisect_right(self._starts, offset) - 1
        return last >= 0 and offset < self._spans[last].end
