"""Where added rules go: to those that stand there, else to the end, in proportion.

One rule is a paragraph. Several are a list, and where the prompt has sections they
stand in `<rules>`. A list at the end of the prompt takes them in, written as its own
items are.
"""

import re
from dataclasses import replace

from prompt_lsp.prompt_tools.engines.offline.improve.draft import (
    Block,
    Draft,
    Kind,
    section,
)
from prompt_lsp.prompt_tools.engines.offline.improve.language import Language
from prompt_lsp.prompt_tools.engines.offline.improve.transformations.feedback_rules import (  # noqa: E501 - the path
    closing_place,
    with_cue_apart,
)

_BULLET = re.compile(r"([ \t]*[-*+•][ \t]+)\S")
_RULES = re.compile(
    r"(?:rules?|requirements?|guidelines?|constraints?|regeln|vorgaben|anforderungen"
    r"|règles|consignes|contraintes|reglas|requisitos|regras)[*]{0,2}[ ]?:?[*]{0,2}\Z"
    r"|(?:ルール|条件|规则|要求)[:：]?\Z",
    re.IGNORECASE,
)
_LONGEST_HEADING = 60
_OWN = "rules"


def rules_placed(draft: Draft) -> Draft:
    """Put the rules that were added into the prompt."""
    if not draft.rules:
        return draft
    if (own := _own_list(draft)) is not None:
        return own
    blocks = with_cue_apart(draft.blocks)
    at = closing_place(blocks)
    head, tail = blocks[:at], blocks[at:]
    if tail:
        tail = (tail[0]._replace(glued=False), *tail[1:])
    last = head[-1] if head else None
    grown = last and (_with_items(last, draft.rules) or _with_rules(last, draft.rules))
    blocks = (*head[:-1], grown, *tail) if grown else (*head, _made(draft), *tail)
    return replace(draft, blocks=blocks, rules=())


def _own_list(draft: Draft) -> Draft | None:
    """The draft with more items in the list that the prompt calls its rules."""
    blocks = draft.blocks
    for at in range(1, len(blocks)):
        if blocks[at].kind is not Kind.LIST:
            continue
        if not _RULES.search(blocks[at - 1].text[-_LONGEST_HEADING:]):
            continue
        if grown := _with_items(blocks[at], draft.rules):
            whole = (*blocks[:at], grown, *blocks[at + 1 :])
            return replace(draft, blocks=whole, rules=())
    return None


def _made(draft: Draft) -> Block:
    if len(draft.rules) == 1:
        return Block(draft.rules[0])
    listed = "\n".join(f"- {rule}" for rule in draft.rules)
    sectioned = any(block.kind is Kind.SECTION for block in draft.blocks)
    if sectioned and draft.language in (Language.ENGLISH, None):
        return section(_OWN, listed)
    return Block(listed, Kind.LIST)


def _with_items(block: Block, rules: tuple[str, ...]) -> Block | None:
    """A bulleted list of sentences with more items."""
    if block.kind is not Kind.LIST:
        return None
    bullets = [_BULLET.match(line) for line in block.text.split("\n")]
    first, last = bullets[0], bullets[-1]
    if first is None or last is None or first[1] != last[1]:
        return None
    items = "\n".join(f"{first[1]}{rule}" for rule in rules)
    return block._replace(text=f"{block.text}\n{items}")


def _with_rules(block: Block, rules: tuple[str, ...]) -> Block | None:
    """A section of rules that we made, with more of them."""
    closing = f"\n</{_OWN}>"
    if block.name != _OWN or not block.text.endswith(closing):
        return None
    lines = block.text.removesuffix(closing).split("\n")
    if not all(_BULLET.match(line) for line in lines[1:]):
        return None
    return block._replace(
        text="\n".join((*lines, *(f"- {rule}" for rule in rules))) + closing
    )
