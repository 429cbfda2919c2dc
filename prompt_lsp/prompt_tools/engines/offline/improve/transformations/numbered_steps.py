"""A run-on list of things to do, as numbered steps.

`First, read the report. Then list its risks. Finally, rank them.` says an order:
each sentence becomes a step, with its words as they are.
"""

import re

from prompt_lsp.prompt_tools.engines.offline.improve.draft import Block, Draft, Kind
from prompt_lsp.prompt_tools.engines.offline.improve.feedback.wish import Want
from prompt_lsp.prompt_tools.engines.offline.improve.grammar import (
    is_imperative,
    is_of_sequence,
    sentences,
)
from prompt_lsp.prompt_tools.engines.offline.improve.language import Language

_THEN = re.compile(r"[,;.] (?:and )?(?=then )", re.IGNORECASE)
_FEWEST = 3
_MOST = 12


def numbered_steps(draft: Draft) -> Draft:
    """Number the steps of paragraphs that tell them one after the other."""
    if draft.language is None:
        return draft
    wished = any(wish.want is Want.STEPS for wish in draft.wishes)
    blocks: list[Block] = []
    for block in draft.blocks:
        parted = _clauses(block) if wished else None
        blocks += [parted] if parted else _steps(block, draft.language)
    if blocks == [*draft.blocks]:
        return draft
    reason = "Steps that have an order stand in a numbered list"
    return draft.changed(blocks, "steps-numbered", reason)


def _clauses(block: Block) -> Block | None:
    """The steps of one English sentence: `Read it, then list …, and then rank …`."""
    if block.kind is not Kind.PROSE or not is_imperative(block.text):
        return None
    clauses = _THEN.split(block.text)
    if "\n" in block.text or not _FEWEST <= len(clauses) <= _MOST:
        return None
    told = [clause.strip().rstrip(".") for clause in clauses]
    steps = [f"{n}. {one[0].upper()}{one[1:]}." for n, one in enumerate(told, start=1)]
    return Block("\n".join(steps), Kind.LIST, glued=block.glued)


def _steps(block: Block, language: Language) -> list[Block]:
    if block.kind is not Kind.PROSE or "\n" in block.text or len(block.text) > 4_000:
        return [block]
    told = [*sentences(block.text)]
    ordered = [is_of_sequence(sentence, language) for sentence in told]
    if sum(ordered) < _FEWEST - 1 or (ordered[0] is False and sum(ordered) < _FEWEST):
        return [block]
    start = ordered.index(True)
    end = len(ordered) - ordered[::-1].index(True)
    if not _FEWEST <= end - start <= _MOST:
        return [block]
    steps = [f"{n}. {one}" for n, one in enumerate(told[start:end], start=1)]
    made = [Block("\n".join(steps), Kind.LIST)]
    gap = "" if re.search(r"[。！？]", block.text) else " "
    if start:
        made.insert(0, block._replace(text=gap.join(told[:start])))
    if end < len(told):
        made.append(Block(gap.join(told[end:])))
    return [made[0]._replace(glued=block.glued), *made[1:]]
