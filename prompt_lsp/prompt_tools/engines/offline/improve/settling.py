"""The transformations, again and again until they change nothing.

So a prompt that was improved is not improved once more: what comes out is a text that
stays the same under all of them. A prompt that they would never leave alone is left
alone from the start.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import NamedTuple

from prompt_lsp.document.model import Part
from prompt_lsp.prompt_tools.engines.offline.improve.draft import Block, Draft, said
from prompt_lsp.prompt_tools.engines.offline.improve.feedback.wish import Want, Wish
from prompt_lsp.prompt_tools.engines.offline.improve.keeping import promise_of
from prompt_lsp.prompt_tools.engines.offline.improve.language import (
    Language,
    is_other,
    language_of,
)
from prompt_lsp.prompt_tools.engines.offline.improve.reading import blocks_of, part_of
from prompt_lsp.prompt_tools.engines.offline.improve.transformations import (
    ALL,
    Transformation,
)
from prompt_lsp.prompt_tools.engines.offline.improve.turns import Turns, turns_of
from prompt_lsp.prompt_tools.engines.offline.profile import Profile
from prompt_lsp.prompt_tools.schema import Change

_MOST_PASSES = 6
_TIDIED = Change("tidied", "removed blanks at line ends and superfluous empty lines")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked, beside the prompt itself.

    Attributes:
        profile: which habits suit the model.
        feedback: the whole of it, for a prompt in whose language we write nothing.
        wishes: what the feedback asks for.
        feedback_language: the language of the feedback.
        context: text around the prompt.
    """

    profile: Profile = Profile.MODERN
    feedback: str = ""
    wishes: tuple[Wish, ...] = ()
    feedback_language: Language | None = None
    context: str = ""


class Settled(NamedTuple):
    """A text that no transformation changes, and all that was done for it.

    Attributes:
        text: the text, as it came where it says several turns itself.
        changes: what was done, in order.
        blocks: of what was improved; none where nothing could be.
    """

    text: str
    changes: tuple[Change, ...] = ()
    blocks: tuple[Block, ...] = ()


class _Reading(NamedTuple):
    """A text with what is read of it."""

    text: str
    turns: Turns
    part: Part  # of its body, without blanks around it

    @property
    def ending(self) -> str:
        """The last line end, which stays as it is."""
        final = self.turns.body.endswith("\n") and not self.turns.tail
        return "\n" if final else ""


def settled(
    text: str, wanted: Wanted, transformations: Sequence[Transformation] = ALL
) -> Settled:
    """A text as the transformations leave it."""
    found: dict[Change, None] = {}
    now = _read(text)
    if now.turns.several or not now.part.text:
        return Settled(text)
    for _ in range(_MOST_PASSES):
        draft = _drafted(now, wanted)
        after, changes = _pass(now, draft, transformations)
        if after.text == now.text:
            return Settled(now.text, tuple(found), draft.blocks)
        found |= dict.fromkeys(changes or (_TIDIED,))
        now = after
    return Settled(text)


def _read(text: str) -> _Reading:
    turns = turns_of(text)
    return _Reading(text, turns, part_of(turns.body.strip("\n").rstrip()))


def _drafted(reading: _Reading, wanted: Wanted) -> Draft:
    blocks = blocks_of(reading.part)
    told = said(blocks)
    language = language_of(told)
    wishes = wanted.wishes
    if wishes and is_other(told):
        wishes = (Wish(Want.VERBATIM, wanted.feedback),)
    context = f"{wanted.context}\n{reading.turns.head}".strip()
    speaks = language or wanted.feedback_language or Language.ENGLISH
    return Draft(blocks, language, speaks, wanted.profile, wishes, context)


def _pass(
    now: _Reading, draft: Draft, transformations: Sequence[Transformation]
) -> tuple[_Reading, tuple[Change, ...]]:
    """A text after each transformation had its turn, in order."""
    made = reduce(lambda one, transform: transform(one), transformations, draft)
    after = _after(now, made)
    if _keeps(now, after):
        return after, made.changes
    # One of them loses something: they are taken one by one, and it is left out.
    after, kept = _after(now, draft), draft
    if not _keeps(now, after):
        return now, ()
    for transform in transformations:
        made = transform(kept)
        following = _after(now, made)
        if _keeps(after, following):
            after, kept = following, made
    return after, kept.changes


def _after(now: _Reading, draft: Draft) -> _Reading:
    text = now.turns.around(f"{draft.text}{now.ending}")
    return now if text == now.text else _read(text)


def _keeps(before: _Reading, after: _Reading) -> bool:
    """Whether nothing of a text is lost in another, and no turn begins there."""
    if before is after:
        return True
    if after.turns.several or not after.part.text:
        return False
    return promise_of(before.part).kept_by(promise_of(after.part))
