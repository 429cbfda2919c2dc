r"""Blanks of other tools' templates: `[COMPANY NAME]`, `$name`, `%DATE%`, `○○`.

The document model knows the placeholders that are filled here; these are filled by
somebody else, or by hand, and mean the same: what stands there is no value.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.protected import overlaps, united
from prompt_lsp.text import Span

_SHELL = (
    r"\$(?:[a-z][a-z\d]{0,20}(?:_[a-z\d]{1,20}){0,4}|[A-Z]{1,30}_[A-Z_]{1,30})\b"
    r"(?![(\[])"
)
_BATCH = r"%[A-Z][A-Z\d]{1,20}(?:_[A-Z\d]{1,20}){0,4}%"
# In capitals, and yet no blanks: what marks a message, a log line, a transcript.
_MARKS = (
    r"URGENT|WIP|REDACTED|RFC|FEATURE|BUG|DRAFT|TODO|FIXME|ERROR|WARN(?:ING)?|INFO|DEBUG"
    r"|NOTE|SIC|IMPORTANT|EXTERNAL|CONFIDENTIAL|INAUDIBLE|LAUGHTER|APPLAUSE|MUSIC"
    r"|CROSSTALK|OK|FAIL(?:ED)?|PASS(?:ED)?|INST|SYS|SEP|CLS|MASK|END|START|DONE|MEDIUM"
    r"|HIGH|LOW|IMAGE|EOS|BOS|SPOILER|UPDATE|HELP|SOLVED|ACTION|CRITICAL|FIX|FEAT"
)
_CAPITALS = (
    rf"\[(?!(?:{_MARKS})\])"
    r"(?=[^\[\]\r\n]{0,48}[A-ZÀ-Ý]{2})[A-ZÀ-Ý\d][A-ZÀ-Ý\d _/'’&.,#-]{1,47}\](?![(\[])"
)
_SAID = (
    r"\[(?:[Ii]nsert|[Yy]our|[Nn]ame|[Ee]nter|[Aa]dd|[Ff]ill|[Dd]escribe|[Cc]hoose"
    r"|[Ss]elect|[Ss]pecify|[Dd]ein|[Ii]hr|[Vv]otre|[Tt]on|[Tt]u|[Ss]u|[Ss]eu|[Nn]om"
    r"|[Nn]ombre|[Nn]ome)\b[^\[\]\r\n]{0,60}\](?![(\[])"
)
_CIRCLES = "○◯\u3007"
_HAN = rf"【[^【】\r\n]{{1,20}}】|[{_CIRCLES}]{{2,6}}|\[[^\x00-\x7f\[\]]{{1,20}}\]"
_BRACED = r"(?<![\\{}$A-Za-z\d_])\{[^\W\d_][\w -]{0,40}\}(?!\})"
_LINES = r"_{3,80}"
_TAGS = r"<[A-Z][A-Z_ ]{1,30}>|<%[=-]?[^%<>\r\n]{1,60}%>"
_BLANK = re.compile(
    "|".join(
        (
            rf"(?<![\w$\\]){_SHELL}",
            rf"(?<![\w%]){_BATCH}",
            rf"(?<![\w\]\\]){_CAPITALS}",
            rf"(?<![\w\]\\]){_SAID}",
            _HAN,
            _BRACED,
            rf"(?<![\w_]){_LINES}(?![\w_])",
            _TAGS,
        )
    )
)
_LONGEST = 100  # characters of what may be a blank
_SIGN = re.compile(rf"[\[$%<【{{_{_CIRCLES}]")
# In small letters they make a blank where sentences are built around them.
_SMALL = re.compile(r"(?<![\w\]\\])\[[a-z][a-z /_-]{2,40}\](?![(\[:])")
_WORD = re.compile(r"[^\W\d_]{2,40}")
_NEAR = 120  # characters of a line before and after a blank
_FEW = 4  # words around such a blank that make a sentence
# A value that only says what will stand there: `[formal / informal]`, `<a sentence>`.
_ANNOUNCED = re.compile(
    r"(?:\[[^\[\]\r\n\"']{1,80}\]|<[^\W\d][^<>=\r\n]{0,80}>|\{[^{}:\r\n\"']{1,80}\}"
    r"|_{2,80}|\.{3,80}|…{1,40}|\([^()\r\n]{1,80}\))[.,;]?"
)
_FILLED = re.compile(r"(?:\$\{?[A-Za-z_]\w{0,40}\}?|%[A-Za-z_]\w{0,40}%)[.,;]?")


@dataclass(frozen=True, slots=True, eq=False)
class Blanks:
    """The blanks of one text.

    Attributes:
        text: the whole of it.
        spans: of its blanks, in order and apart.
    """

    text: str = ""
    spans: tuple[Span, ...] = ()

    def hold(self, one: Candidate, *, block: bool) -> bool:
        """Whether a candidate is a blank, or part of one, or would fill one up.

        A block of data may well hold such a thing, `[inaudible]`, but not begin so.
        """
        value = one.span.of(self.text)[:_LONGEST].strip()
        if _ANNOUNCED.fullmatch(value) or _FILLED.fullmatch(value.split("\n", 1)[0]):
            return True
        return not block and overlaps(self.spans, one.span)


def blanks(reading: Reading) -> Blanks:
    """What is left to be filled in by other means than ours; not in code."""
    return Blanks(reading.text, tuple(_outside_code(reading)))


def _outside_code(reading: Reading) -> Iterator[Span]:
    for span in united(_found(reading.text)):
        if not overlaps(reading.part.code, span):
            yield span


def _found(text: str) -> Iterator[Span]:
    for sign in _SIGN.finditer(text):
        found = _BLANK.match(text, sign.start())
        if found is None:
            found = _SMALL.match(text, sign.start())
            if found is None or not _is_said_around(text, found):
                continue
        elif found[0][0] == "<" and f"</{found[0][1:]}" in text:
            continue
        yield Span(*found.span())


def _is_said_around(text: str, found: re.Match[str]) -> bool:
    """Whether a line says more than the form of an answer: `[name]: [role]`."""
    start = text.rfind("\n", max(0, found.start() - _NEAR), found.start()) + 1
    end = text.find("\n", found.end(), found.end() + _NEAR)
    line = text[
        max(start, found.start() - _NEAR) : end if end > 0 else found.end() + _NEAR
    ]
    said = _SMALL.sub("", line)
    return sum(1 for _ in islice(_WORD.finditer(said), _FEW)) == _FEW
