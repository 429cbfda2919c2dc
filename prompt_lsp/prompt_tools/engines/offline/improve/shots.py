"""Whether feedback that speaks of examples means those of the prompt itself.

A story may get examples; an answer that is a label may not. Where a prompt has
examples, or its answer is short and exact, more of them can only be shown to the model,
and only its author can write those.
"""

from prompt_lsp.prompt_tools.engines.offline.improve.draft import Block, Kind, said
from prompt_lsp.prompt_tools.engines.offline.improve.feedback.wish import Want, Wish
from prompt_lsp.prompt_tools.engines.offline.improve.grammar import (
    imperative_of,
    sentences,
)

_NOTE = (
    "the feedback asks for examples, which only you can write: put each of them in"
    " `<example>` tags before the data"
)
_EXACT = frozenset(
    "categorise categorize classify convert correct detect extract flag grade identify"
    " label map mark match parse rate retrieve score select sort tag transcribe"
    " transform translate".split()
)


def asks_for_shots(wishes: tuple[Wish, ...], blocks: tuple[Block, ...]) -> bool:
    """Whether examples are wished for that only the author can write."""
    if not any(wish.want is Want.EXAMPLES for wish in wishes):
        return False
    if any(block.name in ("example", "examples") for block in blocks):
        return True
    return any(
        imperative_of(sentence) in _EXACT
        for block in blocks
        if block.kind is Kind.PROSE
        for line in said((block,)).split("\n")
        for sentence in sentences(line)
    )


def note(wishes: tuple[Wish, ...], blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """What the author is told then; nothing else."""
    return (_NOTE,) if asks_for_shots(wishes, blocks) else ()
