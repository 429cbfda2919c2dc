"""A prompt while it is made better: values only.

A draft is the prompt cut into blocks, each of them whole lines. Line ends are line
feeds here; those of the prompt come back at the end.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.improve.feedback.wish import Wish
from prompt_lsp.prompt_tools.engines.offline.improve.language import Language
from prompt_lsp.prompt_tools.engines.offline.profile import Profile
from prompt_lsp.prompt_tools.schema import Change

# A prompt says at its start or its end what it wants, in so many characters.
_HEAD = 3_500
_TAIL = 1_500


class Kind(Enum):
    """What a block is."""

    PROSE = auto()
    LIST = auto()
    HEADING = auto()
    SECTION = auto()  # an XML element of its own lines
    OPAQUE = auto()  # code, quotations, template logic: never looked into


_OWN_KINDS = frozenset({Kind.PROSE, Kind.LIST, Kind.HEADING})
_OWN_SECTIONS = frozenset({"instructions", "task", "rules"})


class Block(NamedTuple):
    """Some lines that belong together.

    Attributes:
        text: the lines, without blanks at their ends where nobody needs them.
        kind: what they are.
        name: of a section, its tag.
        glued: only a line end stands between it and the block before.
        fresh: a section of data that was made in this very pass, and may still be
            moved.
    """

    text: str
    kind: Kind = Kind.PROSE
    name: str = ""
    glued: bool = False
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A prompt in blocks, with what its author wants and what was done to it.

    Attributes:
        blocks: in order.
        language: of the prompt; None where nobody can tell, or where we have no
            sentences in it.
        speaks: the language of what the feedback adds, where it adds something.
        profile: which habits suit the model.
        wishes: what the feedback asks for, in order.
        context: text around the prompt, which is heeded and never repeated.
        rules: sentences that are still to be placed.
        changes: what was done in this pass, in order.
    """

    blocks: tuple[Block, ...]
    language: Language | None = None
    speaks: Language = Language.ENGLISH
    profile: Profile = Profile.MODERN
    wishes: tuple[Wish, ...] = ()
    context: str = ""
    rules: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def text(self) -> str:
        """The prompt as it stands."""
        return render(self.blocks)

    def changed(self, blocks: Iterable[Block], kind: str, reason: str) -> "Draft":
        """The draft with other blocks, and why."""
        changes = (*self.changes, Change(kind, reason))
        return replace(self, blocks=tuple(blocks), changes=changes)

    def ruled(self, rule: str, kind: str, reason: str) -> "Draft":
        """The draft with one more rule to place, and why."""
        changes = (*self.changes, Change(kind, reason))
        return replace(self, rules=(*self.rules, rule), changes=changes)


def render(blocks: Iterable[Block]) -> str:
    """The text of some blocks, with line feeds and without a last line end."""
    pieces: list[str] = []
    for block in blocks:
        if pieces:
            pieces.append("\n" if block.glued else "\n\n")
        pieces.append(block.text)
    return "".join(pieces)


def said(blocks: Sequence[Block]) -> str:
    """What a prompt says itself, not its data: as much of it as is worth a look."""
    first = [*_own(blocks, _HEAD)]
    last = [*_own(reversed(blocks[len(first) :]), _TAIL)]
    return "\n".join(text for text in (*first, *reversed(last)) if text)


def _own(blocks: Iterable[Block], enough: int) -> Iterator[str]:
    """The texts of blocks until they are enough; empty ones for data."""
    for block in blocks:
        own = block.kind in _OWN_KINDS or block.name in _OWN_SECTIONS
        text = block.text[:enough] if own else ""
        yield text
        enough -= len(text)
        if enough <= 0:
            return


def section(name: str, content: str, *, fresh: bool = False) -> Block:
    """A block of its own that holds some content in a tag."""
    text = f"<{name}>\n{content}\n</{name}>"
    return Block(text, Kind.SECTION, name, fresh=fresh)


def is_said(sentence: str, *texts: str) -> bool:
    """Whether one of some texts already holds a sentence, whatever its capitals."""
    wanted = folded(sentence)
    return any(wanted in folded(text) for text in texts)


def folded(text: str) -> str:
    """A text as far as its words go: one blank between them, no capitals."""
    return " ".join(text.split()).casefold().rstrip(".!。")
