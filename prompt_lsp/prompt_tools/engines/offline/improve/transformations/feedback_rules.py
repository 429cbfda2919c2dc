"""What the feedback asks for, as rules.

`Make the recipes shorter` becomes `Keep each recipe short.` What is not understood
stands in `<additional_requirements>`, as it was written.
"""

import re
from dataclasses import replace

from prompt_lsp.prompt_tools.engines.offline.improve.draft import (
    Block,
    Draft,
    Kind,
    is_said,
    section,
)
from prompt_lsp.prompt_tools.engines.offline.improve.feedback.rules import rule_of
from prompt_lsp.prompt_tools.engines.offline.improve.feedback.wish import Want, Wish
from prompt_lsp.prompt_tools.engines.offline.improve.grammar import (
    ROLE,
    is_spoken,
    labelled,
)
from prompt_lsp.prompt_tools.engines.offline.improve.nouns import is_question
from prompt_lsp.prompt_tools.engines.offline.improve.shots import asks_for_shots
from prompt_lsp.prompt_tools.engines.offline.improve.telling import tags
from prompt_lsp.prompt_tools.engines.offline.improve.transformations.adding import (
    add_rule,
)
from prompt_lsp.prompt_tools.schema import Change

REQUIREMENTS = "additional_requirements"
_KEPT_SHORT = re.compile(r"\bKeep (?:the|each) [\w -]{1,60} short\.")
_LONGEST_FORM = 12  # lines
_VERBATIM = (
    f"kept feedback that no rule covers in {tags([REQUIREMENTS])}, word for word"
)
_ABOUT = {
    Want.SHORT: "the length", Want.LIMIT: "the length", Want.DETAILED: "the detail",
    Want.SIMPLE: "plain language", Want.ACCURATE: "accuracy",
    Want.CREATIVE: "originality", Want.STEPS: "steps", Want.EXAMPLES: "examples",
    Want.ONE_WORD: "a single word", Want.JSON: "JSON", Want.TABLE: "a table",
    Want.BULLETS: "a list", Want.NUMBERED: "a numbered list", Want.PLAIN: "plain text",
    Want.RESPOND: "the language of the answer", Want.TONE: "the tone",
    Want.AUDIENCE: "the readers",
}  # fmt: skip


def feedback_rules(draft: Draft) -> Draft:
    """Make rules of the wishes, and keep what is left of them."""
    left: list[str] = []
    text = draft.text
    rules = draft.rules
    shots = asks_for_shots(draft.wishes, draft.blocks)
    for wish in draft.wishes:
        if wish.want is Want.EXAMPLES and shots:
            continue
        if wish.want is Want.STEPS and any("<thinking>" in x for x in (text, *rules)):
            continue
        if wish.want is Want.ROLE and ROLE.search(f"{text}\n{draft.context}"):
            continue
        if wish == Wish(Want.SHORT) and _KEPT_SHORT.search(text):
            continue
        rule = rule_of(wish, draft.speaks, text)
        if rule is None:
            left.append(wish.words or "Give the model a role.")
        else:
            draft = add_rule(draft, rule, "feedback-rule", _reason(wish))
    return _with_requirements(draft, left) if left else draft


def _reason(wish: Wish) -> str:
    about = _ABOUT.get(wish.want)
    said = f"what the feedback says about {about}" if about else "the feedback"
    return f"made a rule of {said}"


def _with_requirements(draft: Draft, wishes: list[str]) -> Draft:
    """The draft with a section for what is not understood."""
    lines = [wish for wish in wishes if not is_said(wish, draft.text, draft.context)]
    if not lines:
        return draft
    body = "\n".join(lines)
    blocks = with_cue_apart(draft.blocks)
    at = next((i for i, b in enumerate(blocks) if b.name == REQUIREMENTS), None)
    if at is not None:
        closing = f"\n</{REQUIREMENTS}>"
        whole = blocks[at].text.removesuffix(closing)
        grown = blocks[at]._replace(text=f"{whole}\n{body}{closing}")
        return draft.changed(
            (*blocks[:at], grown, *blocks[at + 1 :]), "feedback-added", _VERBATIM
        )
    place = closing_place(blocks)
    made = (*blocks[:place], section(REQUIREMENTS, body), *_loose(blocks[place:]))
    changes = (*draft.changes, Change("feedback-added", _VERBATIM))
    return replace(draft, blocks=made, changes=changes)


def with_cue_apart(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, with the lines that wait for an answer as a block of their own.

    `User: {{INPUT}}` and `Bob:` at the end of a paragraph stay the last lines.
    """
    last = blocks[-1] if blocks else None
    if last is None or last.kind is not Kind.PROSE or "\n" not in last.text:
        return blocks
    lines = last.text.split("\n")
    if not lines[-1].endswith((":", "：")) or not _is_labelled(lines[-1]):
        return blocks
    at, first = len(lines) - 1, max(0, len(lines) - _LONGEST_FORM)
    while at > first and _is_labelled(lines[at - 1]):
        at -= 1
    if not at or _is_labelled(lines[at - 1]):
        return blocks
    told = last._replace(text="\n".join(lines[:at]))
    return (*blocks[:-1], told, Block("\n".join(lines[at:])))


def _is_labelled(line: str) -> bool:
    return labelled(line) is not None or is_spoken(line)


def closing_place(blocks: tuple[Block, ...]) -> int:
    """Where a rule at the end goes: before a question, and before a last label."""
    at = len(blocks)
    if blocks and _is_form(blocks[-1]):
        return at - 1
    while at > 1 and _is_last(blocks[at - 1]) and not blocks[at - 1].glued:
        at -= 1
    return at


def _is_form(block: Block) -> bool:
    """Whether it is lines with labels, the last of which waits for what comes."""
    lines = block.text.split("\n")[-_LONGEST_FORM:]
    if block.kind is not Kind.PROSE or not lines[-1].endswith((":", "：")):
        return False
    return len(lines) > 1 and all(map(_is_labelled, lines))


def _is_last(block: Block) -> bool:
    if block.kind is Kind.SECTION:
        return is_question(block.name) or block.name == REQUIREMENTS
    bare = block.text.strip()
    return block.kind is Kind.PROSE and len(bare) < 40 and bare.endswith((":", "："))


def _loose(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return (blocks[0]._replace(glued=False), *blocks[1:]) if blocks else ()
