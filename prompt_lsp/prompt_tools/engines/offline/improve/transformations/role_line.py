"""A role for the model, where the task plainly calls for one.

Only for models of the legacy profile, which a role helps, or where the feedback asks
for it; never where the prompt, or what stands around it, gives a role already.
"""

import re

from prompt_lsp.prompt_tools.engines.offline.improve.draft import Block, Draft, Kind
from prompt_lsp.prompt_tools.engines.offline.improve.feedback.wish import Want
from prompt_lsp.prompt_tools.engines.offline.improve.grammar import (
    ROLE,
    begins_with_role,
    imperative_of,
    sentences,
)
from prompt_lsp.prompt_tools.engines.offline.improve.language import Language
from prompt_lsp.prompt_tools.engines.offline.profile import Profile

_CODE = re.compile(
    r"\b(?:code|function|bug|script|program|sql|python|javascript|api|unit tests?)\b",
    re.IGNORECASE,
)
_CUSTOMER = re.compile(r"\b(?:customer|client|support ticket)s?\b", re.IGNORECASE)
_ROLES = {
    "an editor who writes accurate, readable summaries": "summarize summarise condense",
    "a professional translator": "translate",
    "an expert in classifying texts": "classify categorize categorise label",
    "a careful analyst who reads every detail": (
        "extract identify compare analyze analyse"
    ),
    "a meticulous proofreader": "correct proofread",
    "a skilled writer": "write draft compose rewrite rephrase paraphrase",
    "a patient teacher": "explain",
}
_FIRST = 20  # blocks: what comes later gives no role to the whole
_BY_VERB = {verb: role for role, verbs in _ROLES.items() for verb in verbs.split()}


def role_line(draft: Draft) -> Draft:
    """Put a role before the prompt."""
    asked = any(wish.want is Want.ROLE for wish in draft.wishes)
    if draft.language is not Language.ENGLISH:
        return draft
    if not asked and draft.profile is not Profile.LEGACY:
        return draft
    if ROLE.search(draft.context) or _has_role(draft):
        return draft
    role = _role(draft)
    if not role:
        return draft
    blocks = (Block(f"You are {role}."), *_unglued(draft.blocks))
    reason = "gave the model a role that suits the task"
    return draft.changed(blocks, "role-added", reason)


def _unglued(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return (blocks[0]._replace(glued=False), *blocks[1:])


def _has_role(draft: Draft) -> bool:
    return any(
        begins_with_role(sentence)
        for block in draft.blocks[:_FIRST]
        if block.kind is not Kind.OPAQUE
        for line in block.text.split("\n")
        for sentence in sentences(line)
    )


def _role(draft: Draft) -> str:
    for block in draft.blocks:
        if block.kind is not Kind.PROSE:
            continue
        verb = imperative_of(block.text)
        if verb is None:
            continue
        if _CODE.search(block.text):
            return "an experienced software engineer"
        if verb in ("reply", "respond", "answer") and _CUSTOMER.search(block.text):
            return "a helpful customer support agent"
        return _BY_VERB.get(verb, "")
    return ""
