"""What changed between two texts, as the edits that lead from one to the other."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from prompt_lsp.text.edits import Edit
from prompt_lsp.text.span import Span

# A word, a line end, or any other character.
_TOKEN = re.compile(r"\w+|\r\n|.", re.DOTALL)
_MANY = 1500  # tokens, of which comparing would keep an editor waiting
_FEW = 3  # characters; edits with no more between them are made into one


class _Change(NamedTuple):
    """A stretch of the old text, by offset, and what stands there in the new one."""

    start: int
    old: str
    new: str

    @property
    def differs(self) -> bool:
        """Whether it is one."""
        return self.old != self.new


def difference(before: str, after: str) -> tuple[Edit, ...]:
    r"""Edits of `before` that make it `after`, in order and apart.

    They are small, so that a cursor and its marks stay where they are; none begins or
    ends between `\r` and `\n`, where no editor can put one.
    """
    if before == after:
        return ()
    found = (
        _narrowed(before, Span(start, start + len(old)), new)
        for block in _blocks(before, after)
        for start, old, new in _within(block)
    )
    return tuple(_apart(before, found))


def _blocks(before: str, after: str) -> Iterator[_Change]:
    """Lines that have changed, one by one where each has one that it became."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for start, removed, added in _unequal(old, new):
        if len(removed) != len(added):
            yield _Change(start, "".join(removed), "".join(added))
            continue
        yield from _in_step(start, removed, added)


def _within(block: _Change) -> Iterator[_Change]:
    """What has changed in lines, word by word unless they are very long."""
    old, new = _TOKEN.findall(block.old), _TOKEN.findall(block.new)
    if len(old) == len(new):
        # Brackets that became others, for one: no search, however long the line is.
        changes = [each for each in _in_step(block.start, old, new) if each.differs]
        if len(changes) * 2 <= len(old):
            yield from changes
            return
    if max(len(old), len(new)) > _MANY:
        yield block
        return
    for start, removed, added in _unequal(old, new):
        yield _Change(block.start + start, "".join(removed), "".join(added))


def _in_step(start: int, old: Sequence[str], new: Sequence[str]) -> Iterator[_Change]:
    """Each piece and the one that it became; they are equally many."""
    for removed, added in zip(old, new, strict=True):
        yield _Change(start, removed, added)
        start += len(removed)


def _unequal(
    old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[int, Sequence[str], Sequence[str]]]:
    """The pieces that differ, each with the offset of the first old one."""
    # An import of its own weight, for the few times that something is fixed.
    from difflib import SequenceMatcher  # noqa: PLC0415

    offset = 0
    for tag, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if tag != "equal":
            yield offset, old[a:b], new[c:d]
        offset += sum(map(len, old[a:b]))


def _narrowed(before: str, span: Span, text: str) -> Edit:
    """The same edit without what both sides have at their beginning and end."""
    old = span.of(before)
    most = min(len(old), len(text))
    head = next((at for at in range(most) if old[at] != text[at]), most)
    most -= head
    tail = next((at for at in range(most) if old[-1 - at] != text[-1 - at]), most)
    start, end = span.start + head, span.end - tail
    first, last = head, len(text) - tail
    if _between(before, start):
        start, first = start - 1, first - 1
    if _between(before, end):
        end, last = end + 1, last + 1
    if first < 0 or last > len(text):
        return Edit(span, text)
    return Edit(Span(start, end), text[first:last])


def _between(text: str, offset: int) -> bool:
    """Whether an offset lies between the two characters of one line end."""
    return text[max(0, offset - 1) : offset + 1] == "\r\n"


def _apart(before: str, edits: Iterator[Edit]) -> Iterator[Edit]:
    """The edits, those that all but touch made into one."""
    last: Edit | None = None
    for edit in edits:
        if last is not None and edit.span.start <= last.span.end + _FEW:
            middle = before[last.span.end : edit.span.start]
            span = Span(last.span.start, edit.span.end)
            last = Edit(span, last.text + middle + edit.text)
            continue
        if last is not None:
            yield last
        last = edit
    if last is not None:
        yield last
