"""The transformations, again and again until they change nothing.

So a prompt that was improved is not improved once more: what comes out is a text that
stays the same under all of them. A prompt that they would never leave alone is left
alone from the start.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.improve.draft import Block, Draft, Kind
from prompt_lsp.prompt_tools.engines.offline.improve.feedback.wish import Wish
from prompt_lsp.prompt_tools.engines.offline.improve.keeping import keeps
from prompt_lsp.prompt_tools.engines.offline.improve.language import (
    Language,
    language_of,
)
from prompt_lsp.prompt_tools.engines.offline.improve.reading import blocks_of
from prompt_lsp.prompt_tools.engines.offline.improve.transformations import (
    ALL,
    Transformation,
)
from prompt_lsp.prompt_tools.engines.offline.improve.turns import turns_of
from prompt_lsp.prompt_tools.engines.offline.profile import Profile
from prompt_lsp.prompt_tools.schema import Change

_MOST_PASSES = 6
_TIDIED = Change("tidied", "Blanks at the ends of lines and superfluous lines are gone")
_LANGUAGE_ENOUGH = 6_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked, beside the prompt itself.

    Attributes:
        profile: which habits suit the model.
        wishes: what the feedback asks for.
        feedback_language: the language of the feedback.
        context: text around the prompt.
    """

    profile: Profile = Profile.MODERN
    wishes: tuple[Wish, ...] = ()
    feedback_language: Language | None = None
    context: str = ""


class Settled(NamedTuple):
    """A text that no transformation changes, and all that was done for it."""

    text: str
    changes: tuple[Change, ...] = ()


def settled(
    text: str, wanted: Wanted, transformations: Sequence[Transformation] = ALL
) -> Settled:
    """A text as the transformations leave it."""
    found: dict[Change, None] = {}
    now = text
    for _ in range(_MOST_PASSES):
        after, changes = _pass(now, wanted, transformations)
        if after == now:
            return Settled(now, tuple(found))
        found |= dict.fromkeys(changes)
        now = after
    return Settled(text)


def language_of_blocks(blocks: Sequence[Block]) -> Language | None:
    """The language of what a prompt says itself, not of its data."""
    told: list[str] = []
    length = 0
    for block in blocks:
        if block.kind is Kind.OPAQUE or (
            block.kind is Kind.SECTION and block.name not in ("instructions", "task")
        ):
            continue
        told.append(block.text)
        length += len(block.text)
        if length > _LANGUAGE_ENOUGH:
            break
    return language_of("\n".join(told))


def _pass(
    text: str, wanted: Wanted, transformations: Sequence[Transformation]
) -> Settled:
    """A text after each transformation had its turn, in order."""
    turns = turns_of(text)
    body = turns.body.strip("\n").rstrip()
    if turns.several or not body:
        return Settled(text)
    ending = "\n" if turns.body.endswith("\n") and not turns.tail else ""
    draft = _drafted(body, wanted)
    before = draft.text
    for transform in transformations:
        made = transform(draft)
        if made is draft:
            continue
        after = made.text if made.blocks is not draft.blocks else before
        if after == before or keeps(before, after):
            draft, before = made, after
    whole = turns.around(f"{before}{ending}")
    changes = draft.changes
    if whole != text and not changes:
        changes = (_TIDIED,)
    return Settled(whole, changes) if keeps(text, whole) else Settled(text)


def _drafted(text: str, wanted: Wanted) -> Draft:
    blocks = blocks_of(text)
    language = language_of_blocks(blocks)
    draft = Draft(
        blocks,
        language,
        language or wanted.feedback_language or Language.ENGLISH,
        wanted.profile,
        wanted.wishes,
        wanted.context,
    )
    tidy = draft.text
    if tidy == text:
        return draft
    kept = blocks if keeps(text, tidy) else (Block(text, Kind.OPAQUE),)
    return draft.changed(kept, *_TIDIED)
