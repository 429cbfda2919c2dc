"""The catalogue of rules: one explicit tuple, in the order of their codes."""

from prompt_lsp.rules.document import DOCUMENT
from prompt_lsp.rules.placeholders import PLACEHOLDERS
from prompt_lsp.rules.rule import Rule
from prompt_lsp.rules.turns import TURNS

ALL: tuple[Rule, ...] = (*TURNS, *PLACEHOLDERS, *DOCUMENT)

__all__ = ["ALL", "Rule"]
