"""Lines cut where their data ends, so that each piece is data or is none."""

import re
from collections.abc import Callable, Iterator, Sequence

from prompt_lsp.prompt_tools.engines.offline.improve.grammar import labelled
from prompt_lsp.prompt_tools.engines.offline.improve.nouns import (
    PLACEHOLDER,
    is_data,
    name_of,
)

_ALONE = re.compile(rf"[ \t]*(\"?)({PLACEHOLDER})\1[ \t]*")
# Data behind a colon, and sentences after it: `This is the mail: {{MAIL}}. Answer it.`
_IN_MIDDLE = re.compile(
    rf"[^:：\n]{{1,300}}[:：][ \t]{{0,8}}(\"?)(?P<data>{PLACEHOLDER})\1"
    r"(?P<end>\.?[ \t]{1,8})(?=[^\W\d_a-z])"
)
# Where a sentence or a placeholder ends, and a labelled placeholder begins.
_NEXT_LABEL = re.compile(
    rf"(?<=[.!?}}>])[ ]{{1,8}}(?=[A-Z][A-Za-z]{{1,20}}(?: [A-Za-z]{{1,20}}){{0,2}}:[ ]?"
    rf"{PLACEHOLDER})"
)


def parted(lines: Sequence[str], takes: Callable[[str], bool]) -> Iterator[str]:
    """The lines, cut where data ends that something follows.

    Each labelled placeholder that ends a line is a line of its own.

    Args:
        lines: of a paragraph.
        takes: whether what a label announces is data.
    """
    for line in lines:
        parts = _NEXT_LABEL.split(line) if "{" in line or "<<" in line else [line]
        found = [labelled(part) for part in parts[1:]]
        fit = all(one and _ALONE.fullmatch(one.rest) for one in found)
        if fit and any(one and takes(one.label) for one in found):
            yield from parts
        elif "{" in line or "<<" in line:
            yield from _cut(line)
        else:
            yield line


def _cut(line: str) -> Iterator[str]:
    """A line, cut where data ends that sentences follow."""
    start = 0
    while middle := _IN_MIDDLE.match(line, start):
        if not is_data(name_of(middle["data"])):
            break
        yield line[start : middle.start("end")]
        start = middle.end()
    yield line[start:]
