"""A text that is read from left to right, and what stands around a place in it.

Every question is asked for ascending places, so that however many are asked, each
character is looked at a few times and no more.
"""

import re
from collections.abc import Sequence
from functools import cached_property

from prompt_lsp.document.model import LogicTag, Place, Placeholder, Slip, SlipKind
from prompt_lsp.document.names import is_canonical
from prompt_lsp.document.tokens import Style
from prompt_lsp.text import Span

Item = Placeholder | Slip | LogicTag

_CLOSING_TAG = re.compile(r"</([^<>\r\n]{1,100})>")
_BRACE = re.compile(r"[{}]")
_ENDS_LINE = re.compile(r"[ \t]*(?=[\r\n]|\Z)")
_WORDS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_")


class Page:
    """The text of a part, its code spans, and how far reading has come.

    Attributes:
        command_end: where the last argument of a LaTeX command ended.
        go_blocks: how many blocks of a Go template are open.
    """

    def __init__(self, text: str, part: int, code: Sequence[Span]) -> None:
        self.text = text
        self.part = part
        self.command_end = -1
        self.go_blocks = 0
        self._code = code
        self._next_code = 0
        self._close = -1
        self._line = Span(-1, -1)
        self._balanced = True

    @cached_property
    def lone_names(self) -> frozenset[str]:
        """The names that stand alone on a line: what may end a heredoc."""
        return frozenset(line for line in self.text.splitlines() if is_canonical(line))

    @cached_property
    def closing_tags(self) -> frozenset[str]:
        """What stands between `</` and `>`."""
        return frozenset(_CLOSING_TAG.findall(self.text))

    def before(self, at: int) -> str:
        """The character before an offset; empty at the start of the text."""
        return self.text[at - 1] if at else ""

    def after_word(self, at: int) -> bool:
        """Whether an ASCII letter, digit or `_` stands right before."""
        # Other letters do not count: where nobody puts blanks between words, a
        # placeholder follows a letter as a matter of course.
        return self.before(at) in _WORDS and at > 0

    def in_code(self, at: int) -> bool:
        """Whether an offset lies in a fence or an inline code span."""
        code = self._code
        while self._next_code < len(code) and code[self._next_code].end <= at:
            self._next_code += 1
        return self._next_code < len(code) and code[self._next_code].start <= at

    def line(self, at: int) -> Span:
        """The line that holds an offset, without its line end."""
        if not self._line.start <= at <= self._line.end:
            self._line = Span(self._line_start(at), self._line_end(at))
            line = self._line.of(self.text)
            self._balanced = is_balanced(line)
        return self._line

    def balanced(self, at: int) -> bool:
        """Whether every brace of a line has its partner there."""
        self.line(at)
        return self._balanced

    def closes_later(self, at: int) -> bool:
        """Whether there is a `}` from an offset to the end of its line."""
        if self._close < at:
            self._close = self.text.find("}", at)
            if self._close < 0:
                self._close = len(self.text)
        return self._close < self.line(at).end

    def alone(self, span: Span) -> bool:
        """Whether nothing but blanks stands beside a span on its line."""
        if not _ENDS_LINE.match(self.text, span.end):
            return False
        at = span.start
        while at and self.text[at - 1] in " \t":
            at -= 1
        return self.before(at) in "\r\n"

    def placeholder(
        self, name: str, style: Style, span: Span, *, guarded: bool = False
    ) -> Placeholder:
        """A placeholder that stands there."""
        return Placeholder(
            name,
            style,
            Place(self.part, span),
            self.text[span.start : span.end],
            self.in_code(span.start),
            self.alone(span),
            guarded,
        )

    def slip(self, kind: SlipKind, name: str, style: Style, span: Span) -> Slip:
        """A slip that stands there."""
        written = span.of(self.text)
        in_code = self.in_code(span.start)
        return Slip(kind, name, style, Place(self.part, span), written, in_code)

    def _line_start(self, at: int) -> int:
        # Lines are asked for in order: what is before the last one is known.
        low = max(0, self._line.end) if at > self._line.end else 0
        feed = self.text.rfind("\n", low, at)
        back = self.text.rfind("\r", low, at)
        found = max(feed, back)
        return found + 1 if found >= 0 else low

    def _line_end(self, at: int) -> int:
        feed = self.text.find("\n", at)
        end = len(self.text) if feed < 0 else feed
        back = self.text.find("\r", at, end)
        return end if back < 0 else back


def is_balanced(line: str) -> bool:
    """Whether the braces of a line nest and each has its partner."""
    if line.count("{") != line.count("}"):
        return False
    depth = 0
    for brace in _BRACE.findall(line):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return True
