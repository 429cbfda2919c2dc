"""What changed between two texts, as the edits that lead from one to the other."""

from collections.abc import Iterator

from prompt_lsp.text.edits import Edit
from prompt_lsp.text.span import Span


def difference(before: str, after: str) -> tuple[Edit, ...]:
    r"""Edits of `before` that make it `after`, in order and apart.

    They are small, so that a cursor and its marks stay where they are; none begins or
    ends between `\r` and `\n`, where no editor can put one.
    """
    if before == after:
        return ()
    # An import of its own weight, for the few times that something is fixed.
    from difflib import SequenceMatcher  # noqa: PLC0415

    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts, ends = _offsets(old), _offsets(new)
    found = (
        _narrowed(before, Span(starts[a], starts[b]), after[ends[c] : ends[d]])
        for tag, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes()
        if tag != "equal"
    )
    return tuple(_apart(before, found))


def _offsets(lines: list[str]) -> list[int]:
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    return offsets


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
    """The edits, those that touch made into one."""
    last: Edit | None = None
    for edit in edits:
        if last is not None and edit.span.start <= last.span.end:
            middle = before[last.span.end : edit.span.start]
            span = Span(last.span.start, edit.span.end)
            last = Edit(span, last.text + middle + edit.text)
            continue
        if last is not None:
            yield last
        last = edit
    if last is not None:
        yield last
