"""Which names of a prompt look like slips of another."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from prompt_lsp.document.model import Part, Place, Placeholder
from prompt_lsp.document.names import folded, is_canonical, one_edit
from prompt_lsp.text import Span

Uses = Mapping[str, Sequence[Placeholder]]

_DIGITS = "0123456789"
_SEGMENT = re.compile(r"[^_-]+\Z")
_ENDS_SENTENCE = re.compile(r"[.!?\u2026\u3002\uff01\uff1f\uff0e\uff61]")
_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)")
_LONGEST_SENTENCE = 2_000
# Nobody invents more names than this; those of a generated text lie close together.
_MOST_NAMES = 2_000


def near_duplicates(
    uses: Uses, parts: Sequence[Part], declared: Collection[str] = ()
) -> Iterator[tuple[str, str]]:
    """Each name that looks like a slip, and the commoner name that was meant.

    Of names that are used equally often, a declared one is taken for the commoner,
    then one in UPPER_SNAKE, then the first. Among very many names single edits are
    not looked for.
    """
    near = _near_heads(uses) if len(uses) <= _MOST_NAMES else {}
    by_fold: dict[str, str] = {}
    earlier: dict[tuple[str, str], str] = {}
    ranks = {name: at for at, name in enumerate(_by_rank(uses, declared))}
    for name in ranks:
        fold, (head, tail) = folded(name), _parted(name)
        alike = (earlier.get((other, tail)) for other in near.get(head, ()))
        found = by_fold.get(fold) or _likeliest(
            name, sorted(filter(None, alike), key=ranks.__getitem__), uses, parts
        )
        if found:
            yield name, found
        by_fold.setdefault(fold, name)
        earlier[head, tail] = name


def is_slip_of(name: str, other: str) -> bool:
    """Whether one edit makes them the same, and not one that is made on purpose."""
    at = one_edit(name, other) if _is_long(name) and _is_long(other) else None
    return at is not None and not _is_on_purpose(name, other, at)


def _likeliest(
    name: str, others: Iterable[str], uses: Uses, parts: Sequence[Part]
) -> str | None:
    """The first of the names, the commonest first, that one looks like a slip of."""
    for other in others:
        together = uses[name], uses[other]
        if is_slip_of(name, other) and not _stand_together(*together, parts):
            return other
    return None


def _by_rank(uses: Uses, declared: Collection[str]) -> list[str]:
    """The commonest first; of equals the declared, the canonical, the earliest."""

    def rank(name: str) -> tuple[int, bool, bool, Place]:
        places = uses[name]
        return (
            -len(places),
            name not in declared,
            not is_canonical(name),
            places[0].place,
        )

    return sorted(uses, key=rank)


def _near_heads(names: Iterable[str]) -> dict[str, set[str]]:
    """For the heads of long names those that may be one edit apart.

    Two of them share a text that is one of them, or one without a character.
    """
    by_key: dict[str, list[str]] = {}
    for head in {_parted(name)[0] for name in names if _is_long(name)}:
        for key in {head, *(head[:at] + head[at + 1 :] for at in range(len(head)))}:
            by_key.setdefault(key, []).append(head)
    near: dict[str, set[str]] = {}
    for heads in by_key.values():
        if len(heads) > 1:
            for head in heads:
                near.setdefault(head, set()).update(heads)
    return near


def _parted(name: str) -> tuple[str, str]:
    """The part of a name where an edit is a slip, and the end where it is meant.

    The end is a number or a short last segment, so thousands of numbered names have
    one head between them.
    """
    end = len(name.rstrip(_DIGITS))
    last = _SEGMENT.search(name)
    if last is not None and len(last[0]) <= 2:
        end = min(end, last.start())
    return name[:end], name[end:]


def _is_long(name: str) -> bool:
    return sum(map(str.isalpha, name)) >= 5


def _is_on_purpose(a: str, b: str, at: int) -> bool:
    """Whether the edit is in a number at the end, a plural `s` or a short segment."""
    if a.rstrip(_DIGITS) == b.rstrip(_DIGITS):
        return True
    longer = max(a, b, key=len)
    if len(a) != len(b) and _is_plural(longer, at):
        return True
    return any(
        last is not None and last.start() <= at and len(last[0]) <= 2
        for last in (_SEGMENT.search(a), _SEGMENT.search(b))
    )


def _is_plural(name: str, at: int) -> bool:
    """Whether the letter there is an `s` at the end of a segment; after `s` none is."""
    ends = name[at + 1 : at + 2] in ("", "_", "-")
    return ends and name[at] in "sS" and name[at - 1] not in "sS"


def _stand_together(
    a: Sequence[Placeholder], b: Sequence[Placeholder], parts: Sequence[Part]
) -> bool:
    """Whether an occurrence of each stands in one sentence or list."""
    both = sorted((*a, *b), key=lambda use: use.place)
    return any(
        one.name != other.name
        and one.place.part == other.place.part
        and _is_one_sentence(
            parts[one.place.part].text,
            Span(one.place.span.end, other.place.span.start),
        )
        for one, other in pairwise(both)
    )


def _is_one_sentence(text: str, between: Span) -> bool:
    if between.end - between.start > _LONGEST_SENTENCE:
        return False
    gap = between.of(text)
    return not (_ENDS_SENTENCE.search(gap) or _BLANK_LINE.search(gap))
