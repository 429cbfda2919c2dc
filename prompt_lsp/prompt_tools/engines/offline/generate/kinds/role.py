"""The first sentence: who is best asked for a task."""

from prompt_lsp.prompt_tools.engines.offline.generate import nouns
from prompt_lsp.prompt_tools.engines.offline.generate.clause import Clause
from prompt_lsp.prompt_tools.engines.offline.generate.words import article


def role(profession: str, clause: Clause, manner: str = "experienced") -> str:
    """A sentence that names a profession, in the field of the task's words."""
    field = nouns.field_of(clause.words)
    own = nouns.profession_of(field)
    words = " ".join(
        word for word in (manner, field * (not own), own or profession) if word
    )
    return f"You are {article(words)} {words}."
