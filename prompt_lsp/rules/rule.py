"""What a rule is, and what it may say.

A rule is a function of one subject and a context that yields hits. Its docstring
is its manual. It never sees a path, a host's syntax or a type of the protocol.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, IntEnum
from inspect import getdoc
from typing import Any, NamedTuple, Protocol

from prompt_lsp.config import Settings
from prompt_lsp.document.model import (
    Document,
    Field,
    Place,
    Prompt,
    SuppressedCode,
    Suppression,
)
from prompt_lsp.document.operations import Operation
from prompt_lsp.document.summary import Summary
from prompt_lsp.document.turn import Verdict


class Severity(IntEnum):
    """How much a finding weighs; the heavier, the greater."""

    HINT = 1
    INFORMATION = 2
    WARNING = 3
    ERROR = 4

    def __str__(self) -> str:
        return self.name.lower()


class Scope(Enum):
    """What a rule is called with, once for each."""

    PLACEHOLDER = "placeholder"  # Placeholder
    SLIP = "slip"  # Slip: something that was meant as a placeholder
    LOGIC = "logic"  # LogicTag
    MARKER = "marker"  # Marker of a text-completions prompt
    TURN = "turn"  # Turn of a text-completions prompt
    MESSAGE = "message"  # Part with a role
    PROMPT = "prompt"  # Prompt; in family TRN only text-completions prompts
    DOCUMENT = "document"  # Document
    UNUSED = "unused suppression"  # UnusedSuppression, after all other rules


@dataclass(frozen=True, slots=True)
class Fix:
    """A remedy: an imperative title and the operations that carry it out."""

    title: str
    operations: tuple[Operation, ...]
    safe: bool = False


class Related(NamedTuple):
    """Another place that explains a finding."""

    where: Place | Field
    message: str


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule says: where and why, and how to mend it.

    Attributes:
        where: a stretch of a part, or a field of the host.
        message: what is wrong, with code in backticks and no full stop.
        severity: None for the rule's own.
        fixes: remedies, the preferred one first.
        related: other places that explain it.
        action: the name of an action of the editor that is the remedy.
    """

    where: Place | Field
    message: str
    severity: Severity | None = None
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    action: str | None = None


class TokenBounds(NamedTuple):
    """How many tokens a text has, as far as it is known.

    `estimate` lies between the two; all three are equal where it was counted.
    """

    least: int
    most: int
    estimate: int


class TokenCounter(Protocol):
    """Counts tokens; how exactly, and when, is the caller's choice."""

    def bounds(self, text: str, limit: int) -> TokenBounds | None:
        """Bounds good enough to compare with `limit`; None where not known yet."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know beside its subject.

    `summary` and `verdict` are those of the prompt at hand; a document-wide rule has
    the `summaries` of all prompts, and an empty one for its own.
    """

    settings: Settings
    document: Document
    summary: Summary
    counter: TokenCounter
    catalogue: tuple["Rule", ...]
    summaries: tuple[Summary, ...] = ()
    prompt: Prompt | None = None

    @property
    def verdict(self) -> Verdict:
        """The verdict; rules of the family TRN run only where there is one."""
        assert self.prompt is not None  # noqa: S101 - the engine's promise to mypy
        assert self.prompt.verdict is not None  # noqa: S101
        return self.prompt.verdict


class UnusedSuppression(NamedTuple):
    """A suppression, and those of its codes that silenced nothing."""

    suppression: Suppression
    codes: tuple[SuppressedCode, ...]


Check = Callable[[Any, Context], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the catalogue.

    Attributes:
        code: `TRN005`; its family is the letters.
        name: `unseparated-turn`.
        severity: what a hit weighs unless it says otherwise.
        scope: what `check` is called with.
        check: the rule itself.
        one_of: rules that share this name give a subject one finding between them:
            the first of the catalogue's order that has a hit.
        when_clean: it speaks only where no other rule of its family has an error or
            a warning.
    """

    code: str
    name: str
    severity: Severity
    scope: Scope
    check: Check
    one_of: str | None = None
    when_clean: bool = False

    @property
    def family(self) -> str:
        """`TRN`, `VAR`, `MSG` or `DOC`."""
        return self.code[:3]

    def answers_to(self, selector: str) -> bool:
        """Whether a selector (code, beginning of codes, or name) means this rule."""
        return selector == self.name or bool(
            selector and self.code.startswith(selector)
        )

    @property
    def manual(self) -> str:
        """What, why, example, instead and fix safety, in Markdown."""
        return getdoc(self.check) or ""


def rule(  # noqa: PLR0913 - a rule's facts, told by keyword
    code: str,
    name: str,
    severity: Severity,
    scope: Scope,
    *,
    one_of: str | None = None,
    when_clean: bool = False,
) -> Callable[[Check], Rule]:
    """Make a rule of a function; its docstring is the manual."""

    def make(check: Check) -> Rule:
        return Rule(code, name, severity, scope, check, one_of, when_clean)

    return make
