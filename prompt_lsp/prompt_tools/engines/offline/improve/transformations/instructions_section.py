"""The instructions in tags of their own, beside data and examples that have theirs.

Only where something was reorganised anyway, where two kinds of sections stand beside
the instructions, and where these are more than a line or two.
"""

from itertools import takewhile

from prompt_lsp.prompt_tools.engines.offline.improve.draft import (
    Block,
    Draft,
    Kind,
    render,
    section,
)
from prompt_lsp.prompt_tools.engines.offline.improve.grammar import begins_with_role
from prompt_lsp.prompt_tools.engines.offline.improve.telling import tags

_FEWEST_LINES = 3
_SHORTEST = 200
_REORGANISED = frozenset({"data-wrapped", "examples-wrapped"})
_ADDED = frozenset({"rules", "additional_requirements"})


def instructions_section(draft: Draft) -> Draft:
    """Wrap the one run of instructions in `<instructions>`."""
    blocks = draft.blocks
    sections = (block.name for block in blocks if block.kind is Kind.SECTION)
    names = [name for name in dict.fromkeys(sections) if name not in _ADDED]
    if len(names) < 2 or "instructions" in names:
        return draft
    if not any(change.kind in _REORGANISED for change in draft.changes):
        return draft
    start = _start(blocks)
    run = tuple(takewhile(_is_bare, blocks[start:]))
    text = render(run)
    if not _is_long(text):
        return draft
    made = section("instructions", text)
    whole = (*blocks[:start], made, *blocks[start + len(run) :])
    reason = f"put the instructions in {tags(['instructions'])}, beside {tags(names)}"
    return draft.changed(whole, "instructions-wrapped", reason)


def _start(blocks: tuple[Block, ...]) -> int:
    """Where the first instructions begin that say no role."""
    return next(
        (
            i
            for i, block in enumerate(blocks)
            if _is_bare(block) and (i or not begins_with_role(block.text))
        ),
        len(blocks),
    )


def _is_bare(block: Block) -> bool:
    return block.kind in (Kind.PROSE, Kind.LIST) and not block.text.endswith(":")


def _is_long(text: str) -> bool:
    return text.count("\n") + 1 >= _FEWEST_LINES or len(text) >= _SHORTEST
