"""Which stretches of a text are prose: not code, fenced or inline."""

from bisect import bisect_right

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Reading


class Prose:
    """A text, asked offset by offset whether it is prose there."""

    def __init__(self, reading: Reading) -> None:
        self._code = reading.part.code
        self._starts = [span.start for span in self._code]

    def has(self, offset: int) -> bool:
        """Whether the character at `offset` stands outside of code."""
        last = bisect_right(self._starts, offset) - 1
        return last < 0 or offset >= self._code[last].end
