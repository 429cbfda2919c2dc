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

# A line of an initializer in C that goes on: braces, words and commas.
_BARE = re.compile(r"(?:[^{}]*=)?(?:[{} \t,;]|\w++[ \t]*(?=[,}]))*")
_CLOSING_TAG = re.compile(r"</([^<>\r\n]{1,100})>")
_FORMATS = re.compile(r"(?<![A-Za-z0-9_])(?:[rR]?[fF]|[fF][rR])[\"']|\.format\(")
_BRACKET = re.compile(r"[{}<>]")
_WORDS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_")


class Line:
    """A line without its line end; what is said of it is judged once."""

    def __init__(self, span: Span, text: str) -> None:
        self.span = span
        self.text = text

    @cached_property
    def braces_balance(self) -> bool:
        """Whether its braces nest and each has its partner."""
        return _balances(self.text, "{", "}")

    @cached_property
    def angles_balance(self) -> bool:
        """Whether its angles nest and each has its partner."""
        return _balances(self.text, "<", ">")

    @cached_property
    def formats_a_string(self) -> bool:
        """Whether it is Python whose doubled braces are those of a result."""
        return _FORMATS.search(self.text) is not None

    @cached_property
    def is_bare(self) -> bool:
        """Whether it may be a line of an initializer in C."""
        return _BARE.fullmatch(self.text) is not None

    @cached_property
    def goes_on(self) -> bool:
        """Whether it ends within a list of code."""
        return self.text.rstrip(" \t").endswith((",", "{", "("))


class Page:
    """The text of a part, its code spans, and how far reading has come.

    Attributes:
        command_end: where the last argument of a LaTeX command ended.
        slip_end: where the last placeholder that is not closed ended.
        go_blocks: how many blocks of a Go template are open.
    """

    def __init__(self, text: str, part: int, code: Sequence[Span]) -> None:
        self.text = text
        self.part = part
        self.command_end = -1
        self.slip_end = -1
        self.go_blocks = 0
        self._code = code
        self._next_code = 0
        self._next: dict[str, int] = {}
        self._line = Line(Span(-1, -1), "")

    @cached_property
    def lone_names(self) -> frozenset[str]:
        """The names that stand alone on a line: what may end a heredoc."""
        return frozenset(line for line in self.text.splitlines() if is_canonical(line))

    @cached_property
    def closing_tags(self) -> frozenset[str]:
        """What stands between `</` and `>`."""
        return frozenset(_CLOSING_TAG.findall(self.text))

    @cached_property
    def balanced_as_a_whole(self) -> bool:
        """Whether the text has as many braces that open as braces that close."""
        return self.text.count("{") == self.text.count("}")

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
        if not code:
            return False
        while self._next_code < len(code) and code[self._next_code].end <= at:
            self._next_code += 1
        return self._next_code < len(code) and code[self._next_code].start <= at

    def line(self, at: int) -> Line:
        """The line that holds an offset."""
        if not self._line.span.start <= at <= self._line.span.end:
            span = Span(self._line_start(at), self._line_end(at))
            self._line = Line(span, span.of(self.text))
        return self._line

    def closes_later(self, at: int) -> bool:
        """Whether there is a `}` from an offset to the end of its line."""
        return self.next("}", at) < self.line(at).span.end

    def next(self, literal: str, at: int) -> int:
        """Where a literal stands next, from an offset on; the text's end if nowhere."""
        found = self._next.get(literal, -1)
        if found < at:
            found = self.text.find(literal, at)
            found = self._next[literal] = len(self.text) if found < 0 else found
        return found

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
            guarded,
        )

    def slip(self, kind: SlipKind, name: str, style: Style, span: Span) -> Slip:
        """A slip that stands there."""
        written = span.of(self.text)
        in_code = self.in_code(span.start)
        return Slip(kind, name, style, Place(self.part, span), written, in_code)

    def _line_start(self, at: int) -> int:
        # Lines are asked for in order: what is before the last one is known.
        end = self._line.span.end
        low = max(0, end) if at > end else 0
        feed = self.text.rfind("\n", low, at)
        back = self.text.rfind("\r", low, at)
        found = max(feed, back)
        return found + 1 if found >= 0 else low

    def _line_end(self, at: int) -> int:
        feed = self.text.find("\n", at)
        end = len(self.text) if feed < 0 else feed
        back = self.text.find("\r", at, end)
        return end if back < 0 else back


def _balances(line: str, opens: str, closes: str) -> bool:
    if line.count(opens) != line.count(closes):
        return False
    depth = 0
    for bracket in _BRACKET.findall(line):
        depth += (bracket == opens) - (bracket == closes)
        if depth < 0:
            return False
    return True
