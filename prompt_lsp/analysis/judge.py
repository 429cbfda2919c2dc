"""Whether edits leave a document no worse than it was.

The same prompts are there and as much of the host can be read, no prompt has lost
its turns or has a fault at an end that it had not, and no family of rules has more
errors or, where it has no fewer, a new kind of warning.
"""

from collections.abc import Iterable, Sequence

from prompt_lsp import formats
from prompt_lsp.analysis.engine import family_hits
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document, Prompt
from prompt_lsp.document.verdict import sent_faults
from prompt_lsp.formats.format import SourceEdit
from prompt_lsp.rules.rule import Severity

# Repairs bring these to light; they were there before.
_MAY_COME_TO_LIGHT = frozenset({"TRN011", "TRN012"})


class Judge:
    """Compares one document with what edits would make of it."""

    def __init__(self, document: Document, settings: Settings) -> None:
        self._document = document
        self._settings = settings
        self._before: dict[str, tuple[int, frozenset[str]]] = {}

    def approves(self, families: Iterable[str], edits: Sequence[SourceEdit]) -> bool:
        """Whether the document is no worse after edits that mend some families."""
        before, after = self._document, formats.apply(self._document, edits)
        return (
            len(after.problems) <= len(before.problems)
            and len(after.prompts) == len(before.prompts)
            and all(map(keeps_its_turns, before.prompts, after.prompts))
            and all(self._no_worse(family, after) for family in families)
        )

    def _no_worse(self, family: str, after: Document) -> bool:
        if family not in self._before:
            self._before[family] = _weighed(self._document, self._settings, family)
        errors, warnings = self._before[family]
        errors_after, warnings_after = _weighed(after, self._settings, family)
        if errors_after != errors:
            return errors_after < errors
        return warnings_after <= warnings | _MAY_COME_TO_LIGHT


def keeps_its_turns(before: Prompt, after: Prompt) -> bool:
    """Whether a prompt stays text-completions and gets no fault that it had not."""
    if before.verdict is None:
        return True
    if after.verdict is None:
        return False
    return all(
        had or not has
        for had, has in zip(
            sent_faults(before.verdict), sent_faults(after.verdict), strict=True
        )
    )


def _weighed(
    document: Document, settings: Settings, family: str
) -> tuple[int, frozenset[str]]:
    """How many errors a family has, and which of its codes are warnings."""
    hits = family_hits(document, settings, family)
    errors = sum(1 for raw in hits if raw.severity is Severity.ERROR)
    warnings = (raw.rule.code for raw in hits if raw.severity is Severity.WARNING)
    return errors, frozenset(warnings)
