"""Where a rule's manual is found on the web."""

from prompt_lsp.rules.rule import Rule

# The address that a rule's code completes; None until the project has a home there.
MANUALS: str | None = None


def page(rule: Rule) -> str | None:
    """The address of a rule's manual, if there is one."""
    return None if MANUALS is None else f"{MANUALS}{rule.code}"
