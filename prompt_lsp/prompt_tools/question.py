"""What an engine is asked about a document, whichever tool it is and whoever asks."""

from dataclasses import dataclass, field

from prompt_lsp.analysis.fixer import fix_document
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document
from prompt_lsp.prompt_tools.schema import Change, Tool
from prompt_lsp.prompt_tools.work import (
    Wishes,
    Work,
    generation,
    improvement,
    templatization,
)


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """Some work, and the document that its places are of.

    Attributes:
        document: the one that was asked about, or that with its safe fixes.
        origin: the document without these; None where there are none.
        fixes: what these were.
    """

    document: Document = field(repr=False)
    work: Work
    origin: Document | None = field(default=None, repr=False)
    fixes: tuple[Change, ...] = ()


def question(
    tool: Tool, document: Document, settings: Settings, wishes: Wishes, number: int = 0
) -> Question:
    """What an engine is asked about one prompt of a document.

    Safe fixes come before an improvement, unless only a selection is improved.

    Raises:
        NotApplicable: there is nothing that the tool could work on.
    """
    match tool:
        case "improve":
            if wishes.within is not None:
                work = improvement(document, settings, wishes, number)
                return Question(document, work)
            fixed, fixes = _fixed(document, settings)
            work = improvement(fixed, settings, wishes, number)
            return Question(fixed, work, document if fixes else None, fixes)
        case "templatize":
            return Question(document, templatization(document, wishes, number))
        case "generate":
            return Question(document, generation(document, settings, wishes, number))


def _fixed(
    document: Document, settings: Settings
) -> tuple[Document, tuple[Change, ...]]:
    """A document with its safe fixes, and what they were."""
    fixed = fix_document(document, settings, alone=True)
    if fixed.unstable:
        return document, ()
    changes = (
        Change("safe-fix", f"{code} ({number})")
        for code, number in sorted(fixed.applied.items())
    )
    return fixed.document, tuple(changes)
