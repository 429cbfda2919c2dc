r"""Answered pairs as examples.

`Tweet: I love it` and `Sentiment: positive`, again and again, are examples: they are
wrapped in `<examples>`, and each of their labels becomes a tag. So are `Q:` and `A:`,
`Input:` and `Output:`, and lines such as `sea -> mer`. The last item, which waits for
its answer, is data and stays out.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.improve.draft import (
    Block,
    Draft,
    Kind,
    section,
)
from prompt_lsp.prompt_tools.engines.offline.improve.grammar import labelled
from prompt_lsp.prompt_tools.engines.offline.improve.nouns import is_data, tag_of
from prompt_lsp.prompt_tools.engines.offline.improve.telling import (
    counted,
    tags,
)

_TAGS = {"q": "question", "a": "answer"}
# Pairs of labels that are examples even where they stand only once.
_PAIRS = frozenset({("input", "output"), ("q", "a")})
_NUMBERED = re.compile(
    r"(?:for |some |here are some |zum |par |por )?"
    r"(?:examples?|beispiele?|exemples?|ejemplos?|exemplos?)\s*\d*",
    re.IGNORECASE,
)
_ARROW = re.compile(r"\S[^\n]{0,400}?[ \t](?:->|=>|→)[ \t]\S[^\n]*")
_LONGEST_CYCLE = 4


class _Entry(NamedTuple):
    """A label, in small letters and as written, with its content and its place."""

    label: str
    written: str
    content: tuple[str, ...]
    block: int
    line: int

    @property
    def text(self) -> str:
        return "\n".join(self.content).strip()


class _Found(NamedTuple):
    groups: tuple[tuple[_Entry, ...], ...]
    last: tuple[_Entry, ...]


def few_shot(draft: Draft) -> Draft:
    """Wrap answered items in `<examples>`."""
    if any(block.name == "examples" for block in draft.blocks):
        return draft
    for start, end in _prose_runs(draft.blocks):
        for wrapped in (_pairs, _arrows):
            blocks = wrapped(draft.blocks[start:end])
            if blocks is not None:
                whole = (*draft.blocks[:start], *blocks, *draft.blocks[end:])
                return draft.changed(whole, "examples-wrapped", _reason(blocks))
    return draft


def _reason(blocks: Sequence[Block]) -> str:
    made = next(block for block in blocks if block.name == "examples")
    number = counted(made.text.count("<example>"), "answered item")
    return f"put {number} in {tags(['examples'])}, apart from the task"


def _prose_runs(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Where blocks of prose stand side by side: start and end."""
    start = 0
    for is_prose, run in groupby(blocks, lambda block: block.kind is Kind.PROSE):
        end = start + len([*run])
        if is_prose:
            yield start, end
        start = end


def _pairs(blocks: Sequence[Block]) -> list[Block] | None:
    entries = tuple(_entries(blocks))
    found = _cycle([entry for entry in entries if not _is_numbering(entry)])
    if found is None:
        return None
    body = "\n".join(_example(group) for group in found.groups)
    first = next(e for e in entries if _begins(e, found.groups[0][0], entries))
    if _is_of_data(blocks, first):
        return None
    tail = found.groups[-1][-1]
    return [
        *blocks[: first.block],
        *_before(blocks[first.block], first.line),
        section("examples", body),
        *_waiting(found.last),
        *_after(blocks, found.last[-1] if found.last else tail),
    ]


def _is_of_data(blocks: Sequence[Block], first: _Entry) -> bool:
    """Whether pairs stand below the label of data: a FAQ is no row of examples."""
    above = blocks[first.block].text.split("\n")[: first.line]
    if not above and first.block:
        above = blocks[first.block - 1].text.split("\n")
    found = labelled(above[-1]) if above else None
    return found is not None and not found.rest and is_data(found.label)


def _is_numbering(entry: _Entry) -> bool:
    return not entry.text and _NUMBERED.fullmatch(entry.label) is not None


def _begins(entry: _Entry, first: _Entry, entries: Sequence[_Entry]) -> bool:
    """Whether an entry is the first of the examples, or the heading of it."""
    if entry is first:
        return True
    if not _is_numbering(entry):
        return False
    after = entries[entries.index(entry) + 1 :]
    return next((one for one in after if not _is_numbering(one)), None) is first


def _entries(blocks: Sequence[Block]) -> Iterator[_Entry]:
    """Everything that has a label; what has none ends the row with an empty label."""
    for index, block in enumerate(blocks):
        label, content, start = "", list[str](), 0
        for number, line in enumerate(block.text.split("\n")):
            found = labelled(line)
            if found is None:
                content.append(line)
                continue
            if label or any(text.strip() for text in content):
                yield _Entry(label.lower(), label, tuple(content), index, start)
            label, content, start = found.label, [found.rest], number
        yield _Entry(label.lower(), label, tuple(content), index, start)


def _cycle(entries: Sequence[_Entry]) -> _Found | None:
    """The first labels that come again and again, with all that they label."""
    for start, entry in enumerate(entries):
        ahead = entries[start + 1 : start + 1 + _LONGEST_CYCLE]
        length = 1 + next(
            (i for i, e in enumerate(ahead) if e.label == entry.label), -1
        )
        if not entry.label:
            continue
        if not length:
            length = (
                2 if tuple(e.label for e in entries[start : start + 2]) in _PAIRS else 1
            )
        labels = [one.label for one in entries[start : start + length]]
        if length < 2 or "" in labels or len({*labels}) < length:
            continue
        found = _of_cycle(entries[start:], labels)
        if found is not None:
            return found
    return None


def _of_cycle(entries: Sequence[_Entry], labels: list[str]) -> _Found | None:
    length = len(labels)
    row = [
        entry
        for _, entry in takewhile(
            lambda pair: pair[1].label == labels[pair[0] % length], enumerate(entries)
        )
    ]
    groups = [tuple(row[at : at + length]) for at in range(0, len(row), length)]
    answered = [*takewhile(lambda group: _is_answered(group, length), groups)]
    rest = [entry for group in groups[len(answered) :] for entry in group]
    few = 1 if rest or tuple(labels) in _PAIRS else 2
    if len(answered) < few or len(rest) > length or not all(map(_tag, answered[0])):
        return None
    return _Found(tuple(answered), tuple(rest))


def _is_answered(group: Sequence[_Entry], length: int) -> bool:
    return len(group) == length and all(entry.text for entry in group)


def _tag(entry: _Entry) -> str:
    return _TAGS.get(entry.label, "") or tag_of(entry.label)


def _example(group: Sequence[_Entry]) -> str:
    inside = "\n".join(_element(_tag(entry), entry.text) for entry in group)
    return f"<example>\n{inside}\n</example>"


def _element(tag: str, text: str) -> str:
    return f"<{tag}>\n{text}\n</{tag}>" if "\n" in text else f"<{tag}>{text}</{tag}>"


def _waiting(entries: Sequence[_Entry]) -> Iterator[Block]:
    """The item that waits for its answer: data in tags, and the last label as it is."""
    for entry in entries:
        if entry.text:
            yield section(_tag(entry), entry.text)
        else:
            yield Block(f"{entry.written}:")


def _before(block: Block, line: int) -> Iterator[Block]:
    lines = block.text.split("\n")[:line]
    if any(text.strip() for text in lines):
        yield block._replace(text="\n".join(lines))


def _after(blocks: Sequence[Block], last: _Entry) -> Iterator[Block]:
    """What stands after the last entry; its content goes to the end of its block."""
    block = blocks[last.block]
    lines = block.text.split("\n")[last.line + len(last.content) :]
    if lines:
        yield Block("\n".join(lines))
    following = blocks[last.block + 1 :]
    if following:
        yield following[0]._replace(glued=False)
        yield from following[1:]


def _arrows(blocks: Sequence[Block]) -> list[Block] | None:
    """Lines such as `sea -> mer`, two of them or more, one after the other."""
    for at, block in enumerate(blocks):
        lines = block.text.split("\n")
        hits = [_ARROW.fullmatch(line.strip()) is not None for line in lines]
        start = hits.index(True) if True in hits else len(hits)
        count = len([*takewhile(bool, hits[start:])])
        if count < 2 or any(hits[start + count :]):
            continue
        found = lines[start : start + count]
        body = "\n".join(f"<example>{line.strip()}</example>" for line in found)
        rest = lines[start + count :]
        heading = start > 0 and _is_heading(lines[start - 1])
        return [
            *blocks[:at],
            *_before(block, start - heading),
            section("examples", body),
            *([Block("\n".join(rest))] if rest else []),
            *blocks[at + 1 :],
        ]
    return None


def _is_heading(line: str) -> bool:
    found = labelled(line)
    return bool(found and not found.rest and _NUMBERED.fullmatch(found.label))
