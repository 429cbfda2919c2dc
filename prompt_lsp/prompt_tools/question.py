"""What an engine is asked about a document, whichever tool it is and whoever asks."""

from typing import NamedTuple

from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document
from prompt_lsp.prompt_tools.revision import fixed_first
from prompt_lsp.prompt_tools.schema import Change, Tool
from prompt_lsp.prompt_tools.work import (
    Wishes,
    Work,
    generation,
    improvement,
    templatization,
)


class Question(NamedTuple):
    """Some work, and the document that its places are of.

    Attributes:
        document: the one that was asked about, or that with its safe fixes.
        fixes: what these were.
    """

    document: Document
    work: Work
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
            fixes: tuple[Change, ...] = ()
            if wishes.within is None:
                document, fixes = fixed_first(document, settings)
            work = improvement(document, settings, wishes, number)
            return Question(document, work, fixes)
        case "templatize":
            return Question(document, templatization(document, wishes, number))
        case "generate":
            return Question(document, generation(document, settings, wishes, number))
