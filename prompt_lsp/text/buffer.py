"""The text of an open document, as its editor changes it."""

from prompt_lsp.text.lines import Encoding, LineIndex


class TextBuffer:
    """A text that edits by line and column change in place.

    Its readers know `text`, `index` and `replace`; how the text is kept is the
    buffer's own affair.
    """

    def __init__(self, text: str, encoding: Encoding = Encoding.UTF16) -> None:
        self.encoding = encoding
        self._text = text
        self._index: LineIndex | None = None

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    @property
    def index(self) -> LineIndex:
        """The lines of the present text."""
        if self._index is None:
            self._index = LineIndex(self._text)
        return self._index

    def replace(self, start: tuple[int, int], end: tuple[int, int], text: str) -> None:
        """Replace what lies between two positions (line, column), end exclusive.

        Positions are clamped as `LineIndex` does; an end before its start is taken
        as its start.
        """
        first = self.index.offset(*start, self.encoding)
        last = max(first, self.index.offset(*end, self.encoding))
        self.reset(self._text[:first] + text + self._text[last:])

    def reset(self, text: str) -> None:
        """Replace the whole text."""
        self._text = text
        self._index = None
