"""The role of the model, before everything else.

`Summarize the report.` and after it `You are a financial analyst.` change places: a
model reads all that follows in the light of its role. A first line that only names a
person, such as `a chef for a meal prep service`, becomes the role that it means.
"""

import re

from prompt_lsp.prompt_tools.engines.offline.improve.draft import Block, Draft, Kind
from prompt_lsp.prompt_tools.engines.offline.improve.grammar import (
    begins_with_role,
    points_onward,
)
from prompt_lsp.prompt_tools.engines.offline.improve.language import Language

_PERSONA = re.compile(
    r"(?:an?|the)\s+(?:[a-z-]{2,20}\s+){0,4}"
    r"(?:advisor|adviser|agent|analyst|architect|assistant|author|bot|chatbot|chef|coach"
    r"|consultant|copywriter|critic|dentist|designer|developer|director|doctor|economist"
    r"|editor|engineer|expert|financier|gardener|guide|historian|interviewer|journalist"
    r"|judge|lawyer|librarian|linguist|manager|marketer|mechanic|mentor|novelist|nurse"
    r"|nutritionist|pharmacist|philosopher|planner|poet|programmer|proofreader"
    r"|psychologist|recruiter|reporter|researcher|reviewer|salesperson|scientist"
    r"|screenwriter|specialist|storyteller|strategist|teacher|therapist|trainer"
    r"|translator|tutor|writer)"
    r"(?:\s+(?:for|at|of|in|from|with|who|that|specializing|specialising)\s[^\n?:]*)?"
    r"\.?\Z",
    re.IGNORECASE,
)

_FIRST = 20  # blocks: what comes later gives no role to the whole


def role_first(draft: Draft) -> Draft:
    """Move the paragraph that says the role to the start."""
    blocks = draft.blocks
    if not blocks or begins_with_role(blocks[0].text):
        return draft
    if persona := _persona(draft):
        return persona
    at = next((i for i, block in enumerate(blocks[:_FIRST]) if _is_role(block)), 0)
    between = blocks[:at]
    if not at or any(block.kind in (Kind.HEADING, Kind.OPAQUE) for block in between):
        return draft
    follows = blocks[at + 1] if at + 1 < len(blocks) else None
    if (
        blocks[at].glued
        or (follows and follows.glued)
        or points_onward(between[-1].text)
    ):
        return draft
    moved = (blocks[at], *between, *blocks[at + 1 :])
    reason = "moved the role to the start, so that all else is read in its light"
    return draft.changed(moved, "role-first", reason)


def _is_role(block: Block) -> bool:
    return (
        block.kind is Kind.PROSE
        and "\n" not in block.text
        and begins_with_role(block.text)
        and not points_onward(block.text)
    )


def _persona(draft: Draft) -> Draft | None:
    """The draft with a first line that only names a person made a role."""
    first = draft.blocks[0]
    if first.kind is not Kind.PROSE or not _PERSONA.match(first.text):
        return None
    if draft.language is not Language.ENGLISH or begins_with_role(draft.context):
        return None
    words = first.text[0].lower() + first.text[1:].removesuffix(".")
    role = first._replace(text=f"You are {words}.")
    reason = "made a role of the first line, which only named a person"
    return draft.changed((role, *draft.blocks[1:]), "role-first", reason)
