"""Placeholders in angles, what was meant as one, and blanks to be filled by hand."""

import re
from collections.abc import Iterator

from prompt_lsp.document.model import SlipKind
from prompt_lsp.document.names import NAME
from prompt_lsp.document.page import Item, Page
from prompt_lsp.document.tokens import Style
from prompt_lsp.text import Span

_RUN = re.compile(r"<+")
_DOUBLE = re.compile(rf"<<({NAME})(>{{1,3}})")
_EMPTY = re.compile(r"<<>>(?!>)")
_SINGLE = re.compile(rf"<({NAME})>>(?!>)")

# What fills a blank is a few words, never an attribute or another bracket.
_ANGLE_BLANK = re.compile(
    r"<(?i:your|insert)[ _-]+([^\s<>\[\]{}=\"'`/][^<>\[\]{}=\"`/\r\n]{0,79})>"
)
_SQUARE_BLANK = re.compile(
    r"\[(?:(?i:insert|your|todo)\b|INSERT_|TODO_|(?i:your_))"
    r"[ \t:_-]*([^<>\[\]{}=\"`\r\n]{0,80})\](?![\[(:])"
)
_LONE = re.compile(r"\[(?:INSERT|YOUR|TODO)\]")
_NAMED_AS_TAG = re.compile(r"[ \t]+(?:(?i:xml)[ \t]+)?tags?\b")

# What a shell writes to, right after `>` or `>>`.
_FILE = re.compile(r"[\w./~$&\"-]")
# The marks of Llama's system prompt, and the end of a file in lex.
_NO_NAMES = frozenset({"SYS", "EOF"})


def angles(page: Page) -> Iterator[Item]:
    """What angles make, in order."""
    text = page.text
    shifts = ">>" in text
    at = text.find("<")
    while at >= 0:
        after = text[at + 1 : at + 2]
        end = at + 1
        if after == "<":
            run = _RUN.match(text, at)
            end = run.end() if run else at + 2
            yield from _double(page, at)
        elif after in ("y", "Y", "i", "I"):
            yield from _blank(page, at)
        if shifts and after != "<":
            yield from _single(page, at)
        at = text.find("<", end)


def squares(page: Page) -> Iterator[Item]:
    """Blanks in square brackets, in order."""
    text = page.text
    at = text.find("[")
    while at >= 0:
        if text[at + 1 : at + 2] in ("I", "i", "Y", "y", "T", "t"):
            yield from _square_blank(page, at)
        at = text.find("[", at + 1)


def _double(page: Page, at: int) -> Iterator[Item]:
    match = _DOUBLE.match(page.text, at)
    if match is None:
        if _EMPTY.match(page.text, at) and not page.after_word(at):
            span = Span(at, at + 4)
            yield page.slip(SlipKind.EMPTY, "", Style.ANGLES, span)
        return
    name, closers = match[1], len(match[2])
    span = Span(*match.span())
    if name in _NO_NAMES or closers > 2 or _opens_a_heredoc(page, name, span.end):
        return
    if closers == 2:
        guarded = page.after_word(at)
        yield page.placeholder(name, Style.ANGLES, span, guarded=guarded)
    elif _may_slip(page, at):
        yield page.slip(SlipKind.UNCLOSED, name, Style.ANGLES, span)


def _single(page: Page, at: int) -> Iterator[Item]:
    match = _SINGLE.match(page.text, at)
    if match and _may_slip(page, at):
        span = Span(*match.span())
        yield page.slip(SlipKind.UNCLOSED, match[1], Style.ANGLES, span)


def _may_slip(page: Page, at: int) -> bool:
    """Whether an angle too few there is a mistake; not in `<<NAME> <ID>>`."""
    if page.after_word(at) or page.before(at) in ("$", "/"):
        return False
    return not page.line(at).angles_balance


def _blank(page: Page, at: int) -> Iterator[Item]:
    """`<your name>`, unless it is a tag that is closed or spoken of."""
    match = _ANGLE_BLANK.match(page.text, at)
    if match is None or page.after_word(at):
        return
    span = Span(*match.span())
    tag = span.of(page.text)[1:-1]
    if _NAMED_AS_TAG.match(page.text, span.end) or tag in page.closing_tags:
        return
    yield page.slip(SlipKind.BLANK, match[1], Style.BRACES, span)


def _square_blank(page: Page, at: int) -> Iterator[Item]:
    """`[INSERT NAME]`, unless it is a link or an index."""
    match = _SQUARE_BLANK.match(page.text, at)
    if match is None or page.after_word(at) or page.before(at) in ("]", "\\"):
        return
    if match[1].strip(" \t.") or _LONE.match(page.text, at):
        span = Span(*match.span())
        yield page.slip(SlipKind.BLANK, match[1], Style.BRACES, span)


def _opens_a_heredoc(page: Page, name: str, end: int) -> bool:
    """Whether it is `cat <<EOF>>log`, and a line that ends it says the name alone."""
    return _FILE.match(page.text, end) is not None and name in page.lone_names
