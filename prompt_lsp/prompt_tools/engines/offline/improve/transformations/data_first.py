"""Long data before the instructions, which stand nearest to the answer then.

Only what was put in tags just now is moved, and only past instructions that do not
speak of what follows. Questions stay after the data that they are asked of, and go
after examples, which belong to the instructions.
"""

from prompt_lsp.prompt_tools.engines.offline.improve.draft import Block, Draft, Kind
from prompt_lsp.prompt_tools.engines.offline.improve.grammar import (
    begins_with_role,
    points_onward,
    speaks_of_following,
    split_role,
)
from prompt_lsp.prompt_tools.engines.offline.improve.nouns import is_question
from prompt_lsp.prompt_tools.engines.offline.improve.telling import tags


def data_first(draft: Draft) -> Draft:
    """Move fresh sections of data to the top, after the role, and a question last."""
    return _question_last(_data_first(draft))


def _data_first(draft: Draft) -> Draft:
    blocks = draft.blocks
    last = max((i for i, block in enumerate(blocks) if block.fresh), default=-1)
    head = blocks[: last + 1]
    passed = [block for block in head if not block.fresh]
    if last < 0 or draft.language is None:
        return draft
    if not all(_may_be_passed(head, at) for at in range(len(head))):
        return draft
    role, rest = _role(passed)
    moved = (*role, *(block for block in head if block.fresh), *rest)
    if moved == head:
        return draft
    whole = (*moved, *_loose(blocks[last + 1 :]))
    names = tags(block.name for block in head if block.fresh)
    reason = (
        f"moved {names} before the instructions, which stand nearest to the answer then"
    )
    return draft.changed(whole, "data-first", reason)


def _question_last(draft: Draft) -> Draft:
    """The draft with a question that was just put in tags after its examples."""
    blocks = draft.blocks
    if not any(change.kind == "data-wrapped" for change in draft.changes):
        return draft
    at = len(blocks)
    while at > 1 and blocks[at - 1].name in ("example", "examples"):
        at -= 1
    asked = blocks[at - 1] if at and at < len(blocks) else None
    if asked is None or asked.kind is not Kind.SECTION or not is_question(asked.name):
        return draft
    moved = (*blocks[: at - 1], *_loose(blocks[at:]), asked._replace(glued=False))
    reason = f"moved {tags([asked.name])} to the end, after the examples"
    return draft.changed(moved, "question-last", reason)


def _may_be_passed(blocks: tuple[Block, ...], at: int) -> bool:
    block = blocks[at]
    if block.fresh:
        return True
    follows = blocks[at + 1] if at + 1 < len(blocks) else None
    # A colon before the list that it announces says nothing about data.
    announces = follows is not None and follows.glued and not follows.fresh
    points = speaks_of_following if announces else points_onward
    return block.kind in (Kind.PROSE, Kind.LIST) and not points(block.text)


def _role(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """The block that says the role, and the others."""
    if not blocks or not begins_with_role(blocks[0].text):
        return [], blocks
    role, rest = split_role(blocks[0].text)
    if not role:
        return blocks[:1], [*_loose(tuple(blocks[1:]))]
    return [Block(role)], [Block(rest), *blocks[1:]]


def _loose(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return (blocks[0]._replace(glued=False), *blocks[1:]) if blocks else ()
