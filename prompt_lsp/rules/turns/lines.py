"""Lines that findings about whole prompts underline."""

from prompt_lsp.document.tokens import WHITE_SPACE
from prompt_lsp.document.turn import Verdict
from prompt_lsp.text import Span


def first_marker_or_line(text: str, verdict: Verdict) -> Span:
    """The first marker that its author meant, else the first line that says much."""
    return verdict.meant[0].span if verdict.meant else first_said_line(text)


def first_said_line(text: str) -> Span:
    """The first line that is not blank, whole; empty at 0 where there is none."""
    start = len(text) - len(text.lstrip(WHITE_SPACE))
    return _line(text, start) if start < len(text) else Span(0, 0)


def last_said_line(text: str) -> Span:
    """The last line that is not blank, whole; empty at 0 where there is none."""
    end = len(text.rstrip(WHITE_SPACE))
    return _line(text, end - 1) if end else Span(0, 0)


def _line(text: str, offset: int) -> Span:
    """The line that holds a character, without its line end."""
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    ends = (text.find("\n", offset), text.find("\r", offset), len(text))
    return Span(start, min(end for end in ends if end >= 0))
