"""How a transformation adds a rule: once, and not where something says it already."""

from prompt_lsp.prompt_tools.engines.offline.improve.draft import Draft, is_said


def add_rule(draft: Draft, rule: str, kind: str, reason: str) -> Draft:
    """The draft with a rule to place, unless the prompt or its context says it."""
    if rule in draft.rules or is_said(rule, draft.text, draft.context):
        return draft
    return draft.ruled(rule, kind, reason)
