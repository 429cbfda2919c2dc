"""A text line by line, with the labels that lines begin with."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from prompt_lsp.text import Span

_LINE_END = re.compile(r"\r\n?|\n")
_LABEL = re.compile(
    r"[ \t>]{0,12}([-*•+][ \t]+|\(?\d{1,2}[.)][ \t]+|)(\*{1,2}|_{1,2}|)"
    r"(\[?[^\W\d_][^\n\r:：*]{0,48}?\]?)"
    r"(?:(\*{1,2}|_{1,2})[ \t]?[:：]|[ \t]?[:：](\*{1,2}|_{1,2}|))(?!//)[ \t]*"
)
_HEADING = re.compile(
    r" {0,3}#{1,6}[ \t]+(?=\S)|\*\*(?=[^*\r\n]{1,48}\*\*[ \t]*$)"
    r"|\[(?=[A-Za-z][^\[\]\r\n]{0,30}\][ \t]*$)"
)
_CODE_SIGNS = frozenset('{}=;<>"`$')
_WORDS = 5  # of a label; more make a sentence that ends in a colon
# What begins a condition: `Over 300 euros: BIG` is a rule.
_CONDITIONS = frozenset(
    "above at below between fewer from if less more over under up when".split()
)


class Label(NamedTuple):
    """The label of a line.

    Attributes:
        key: in small letters, with single blanks.
        span: with the decoration around it and its colon.
        value: the rest of the line, without white space at its ends; may be empty.
        listed: it stands behind a bullet or a number.
    """

    key: str
    span: Span
    value: Span
    listed: bool = False


def lines_of(text: str) -> list[Span]:
    r"""The lines of a text, without their ends: `\n`, `\r\n` or `\r`."""
    lines, start = list[Span](), 0
    for found in _LINE_END.finditer(text):
        end, after = found.span()
        lines.append(Span(start, end))
        start = after
    return [*lines, Span(start, len(text))]


def label_at(text: str, line: Span) -> Label | None:
    """The label that a line begins with, if it does with one."""
    if line.end - line.start < 2:
        return None
    heading = _heading(text, line)
    if heading is not None:
        rest = text[heading.end() : line.end]
        return Label(_key(rest.rstrip(" #*]")), line, Span(line.end, line.end))
    found = _labelled(text, line) if _colon(text, line) >= 0 else None
    if found is None:
        return None
    value = stripped(text, Span(found.end(), line.end))
    span = Span(line.start, found.end())
    return Label(_key(found[3]), span, value, listed=bool(found[1]))


def _labelled(text: str, line: Span) -> re.Match[str] | None:
    """What reads as a label with its colon, and is no time, code or sentence."""
    found = _LABEL.match(text, line.start, line.end)
    if found is None or bool(found[2]) != bool(found[4] or found[5]):
        return None
    after = text[found.end() : found.end() + 1]
    if found[3][-1].isdigit() and after.isdigit() and text[found.end() - 1] == ":":
        return None
    key = _key(found[3])
    words = key.split()
    if not words or len(words) > _WORDS or _is_condition(words):
        return None
    code = not _CODE_SIGNS.isdisjoint(key) or ("(" in key and " (" not in key)
    return None if code else found


def _is_condition(words: Sequence[str]) -> bool:
    return words[0] in _CONDITIONS and any(word[0].isdigit() for word in words)


def is_heading(text: str, line: Span) -> bool:
    """Whether a line is a heading of Markdown."""
    return _heading(text, line) is not None


def _heading(text: str, line: Span) -> re.Match[str] | None:
    """What a heading begins with, if a line is one; a quick look before a long one."""
    start, end = line
    opens = start < end and text[start] in "# *["
    return _HEADING.match(text, start, end) if opens else None


def stripped(text: str, span: Span) -> Span:
    """A span without the white space at its ends."""
    inside = span.of(text)
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, max(start, span.start + len(inside.rstrip())))


def _key(written: str) -> str:
    return " ".join(written.rstrip(":： ").strip(" []\"'").lower().split())


def _colon(text: str, line: Span) -> int:
    """Where the first colon stands, if it stands near enough for a label."""
    start, end = line
    near = min(end, start + 72)
    at = text.find(":", start, near)
    return at if at >= 0 else text.find("：", start, near)
