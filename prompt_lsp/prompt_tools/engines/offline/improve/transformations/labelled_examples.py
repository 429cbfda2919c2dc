"""What a prompt calls an example, in tags.

`Example: mandu: Put it …` becomes `<example>mandu: Put it …</example>`, and several of
them stand together in `<examples>`. An example inside of tags can be told from the
task.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.improve.draft import (
    Block,
    Draft,
    Kind,
    section,
)
from prompt_lsp.prompt_tools.engines.offline.improve.grammar import labelled
from prompt_lsp.prompt_tools.engines.offline.improve.telling import tags

_ONE = re.compile(
    r"(?:for )?example\s*\d{0,3}|e\.g\.?|beispiel\s*\d{0,3}|zum beispiel"
    r"|(?:par )?exemple\s*\d{0,3}|(?:por )?ejemplo\s*\d{0,3}|(?:por )?exemplo\s*\d{0,3}"
    r"|例\s*\d{0,3}|例えば|例如|示例\s*\d{0,3}",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"(?:here are some |some )?examples|beispiele|exemples|ejemplos|exemplos",
    re.IGNORECASE,
)
# `Here is an example: …`, on a line of its own.
_ANNOUNCED = re.compile(
    r"(here(?:['’]s| is) (?:an|one) example:) (\S[^\n]*)", re.IGNORECASE
)
# An input and its output on one line.
_BOTH = re.compile(
    r"(Input|Question|Q): (\S[^\n]{0,2000}?)[ ,;]{1,3}(Output|Answer|A): (\S[^\n]*)"
)


class _Example(NamedTuple):
    tag: str
    text: str
    blocks: int


def labelled_examples(draft: Draft) -> Draft:
    """Wrap what is labelled as an example."""
    if any(block.name in ("example", "examples") for block in draft.blocks):
        return draft
    blocks = [*_wrapped(draft.blocks)]
    if len(blocks) == len(draft.blocks) and all(
        one is other for one, other in zip(blocks, draft.blocks, strict=True)
    ):
        return draft
    names = (block.name for block in blocks if block.name in ("example", "examples"))
    reason = f"put what is called an example in {tags(names)}"
    return draft.changed(blocks, "examples-wrapped", reason)


def _apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with each example of a row of them as a block of its own."""
    for block in blocks:
        lines = block.text.split("\n")
        starts = [at for at, line in enumerate(lines) if _is_example(line)]
        if block.kind is not Kind.PROSE or len(starts) < 2 or starts[0]:
            yield block
            continue
        for at, end in pairwise((*starts, len(lines))):
            text = "\n".join(lines[at:end])
            yield block._replace(text=text, glued=block.glued or bool(at))


def _is_example(line: str) -> bool:
    found = labelled(line)
    return bool(found and found.rest and _ONE.fullmatch(found.label))


def _wrapped(blocks: Sequence[Block]) -> Iterator[Block]:
    blocks = [*_apart(blocks)]
    at = 0
    while at < len(blocks):
        found: list[_Example] = []
        while at < len(blocks) and (one := _example(blocks, at)):
            found.append(one)
            at += one.blocks
        if found:
            yield _section(found)
            continue
        lead, example = _inside(blocks[at])
        yield lead
        if example is not None:
            yield example
        at += 1


def _example(blocks: Sequence[Block], at: int) -> _Example | None:
    """The example that begins with a block, if its label does."""
    block = blocks[at]
    if block.kind is not Kind.PROSE:
        return None
    head, _, rest = block.text.partition("\n")
    found = labelled(head)
    if found is None or not (tag := _tag(found.label)):
        return None
    text = "\n".join(part for part in (found.rest, rest) if part.strip())
    if text:
        return _Example(tag, text, 1)
    if at + 1 == len(blocks) or blocks[at + 1].kind in (Kind.HEADING, Kind.SECTION):
        return None
    following = blocks[at + 1]
    if following.kind is Kind.PROSE and labelled(following.text.partition("\n")[0]):
        return None
    return _Example(tag, following.text, 2)


def _inside(block: Block) -> tuple[Block, Block | None]:
    """A paragraph whose last line is an example, in two."""
    if block.kind is Kind.PROSE and (said := _ANNOUNCED.fullmatch(block.text)):
        example = _section([_Example("example", said[2], 1)])
        return block._replace(text=said[1]), example
    lines = block.text.split("\n")
    found = labelled(lines[-1]) if len(lines) > 1 and block.kind is Kind.PROSE else None
    if found is None or not found.rest or not (tag := _tag(found.label)):
        return block, None
    if any(_is_form(line) for line in lines[:-1]):
        return block, None
    lead = block._replace(text="\n".join(lines[:-1]))
    return lead, _section([_Example(tag, found.rest, 1)])


def _is_form(line: str) -> bool:
    found = labelled(line)
    return found is not None and bool(found.rest)


def _tag(label: str) -> str:
    if _ONE.fullmatch(label):
        return "example"
    return "examples" if _MANY.fullmatch(label) else ""


def _section(found: Sequence[_Example]) -> Block:
    if len(found) > 1:
        return section("examples", "\n".join(_element("example", one) for one in found))
    only = found[0]
    if "\n" in only.text or only.tag == "examples":
        return section(only.tag, only.text)
    return Block(_element(only.tag, only), Kind.SECTION, only.tag)


def _element(tag: str, example: _Example) -> str:
    if "\n" in example.text:
        return f"<{tag}>\n{example.text}\n</{tag}>"
    if both := _BOTH.fullmatch(example.text):
        return (
            f"<{tag}>\n{_side(both[1], both[2])}\n{_side(both[3], both[4])}\n</{tag}>"
        )
    return f"<{tag}>{example.text}</{tag}>"


def _side(label: str, text: str) -> str:
    name = {"q": "question", "a": "answer"}.get(label.lower(), label.lower())
    return f"<{name}>{text.strip()}</{name}>"
