"""What a rule may know of a whole prompt beside its own subject."""

from dataclasses import dataclass, field

from prompt_lsp.document.model import Placeholder


@dataclass(frozen=True, slots=True)
class Summary:
    """The names of a prompt's placeholders and their occurrences, in order."""

    uses: dict[str, tuple[Placeholder, ...]] = field(default_factory=dict)
    has_logic: bool = False
