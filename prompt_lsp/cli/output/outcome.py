"""What checking gives, as every output format writes it.

Spans are in the text of a file, without its byte order mark; what they mean to a
reader (lines, columns, cells of a terminal) is each format's own affair.
"""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from prompt_lsp.formats.format import SourceEdit
from prompt_lsp.rules.rule import Rule, Severity
from prompt_lsp.text import LineIndex, Span


class Point(NamedTuple):
    """A place of a file: line and column from 1, offset from 0, in code points."""

    line: int
    column: int
    offset: int


@dataclass(frozen=True)
class CheckedFile:
    """A file as its user named it, and its text."""

    path: str
    text: str

    @cached_property
    def lines(self) -> LineIndex:
        """The lines of the text; found once, and only when something is shown."""
        return LineIndex(self.text)

    def point(self, offset: int) -> Point:
        """Where an offset lies."""
        line = self.lines.line_of(offset)
        start, end = self.lines.content(line)
        return Point(line + 1, min(offset, end) - start + 1, offset)


class Remedy(NamedTuple):
    """A fix that is offered: its title, and its edits in the files as they stand."""

    title: str
    safe: bool
    edits: tuple[SourceEdit, ...]


class Aside(NamedTuple):
    """Another place that explains a finding; `file` as in `Shown`."""

    file: int
    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as users see it.

    Attributes:
        rule, severity, message: what it says.
        file: which of the files of its `Checked` holds it.
        span: where it stands there.
        remedy: the first of its fixes that is offered.
        action: the editor's action that is its remedy.
        asides: other places that explain it.
    """

    rule: Rule
    severity: Severity
    message: str
    file: int
    span: Span
    remedy: Remedy | None = None
    action: str | None = None
    asides: tuple[Aside, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """A prompt that was checked, or a configuration file.

    Attributes:
        files: the prompt itself, then the sidecar of its variables if it has one.
        shown: its findings, those of the prompt itself first, each file's in order.
        applied: how often a fix was applied, by code.
        is_prompt: it is counted as one that was checked.
    """

    files: tuple[CheckedFile, ...]
    shown: tuple[Shown, ...] = ()
    applied: Counter[str] = field(default_factory=Counter)
    is_prompt: bool = True


class Skipped(NamedTuple):
    """A prompt of a kind that nothing reads yet."""

    path: str
    kind: str


class Trouble(NamedTuple):
    """What kept a file from being checked, fixed or written; never a finding.

    `path` is None where no one file is meant. `rule` is the code of a rule that
    crashed.
    """

    message: str
    path: str | None = None
    rule: str | None = None


Outcome = Checked | Skipped | Trouble
