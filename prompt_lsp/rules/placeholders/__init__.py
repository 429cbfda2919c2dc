"""VAR: rules about placeholders."""

from prompt_lsp.rules.rule import Rule

PLACEHOLDERS: tuple[Rule, ...] = ()
