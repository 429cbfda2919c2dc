"""What a prompt calls an example, in tags.

`Example: mandu: Put it …` becomes `<example>mandu: Put it …</example>`, and several of
them stand together in `<examples>`. An example inside of tags can be told from the
task.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.improve.draft import (
    Block,
    Draft,
    Kind,
    section,
)
from prompt_lsp.prompt_tools.engines.offline.improve.grammar import labelled

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
_REASON = "Examples stand in tags, so that they can be told from the task"


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
    return draft.changed(blocks, "examples-wrapped", _REASON)


def _wrapped(blocks: Sequence[Block]) -> Iterator[Block]:
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
    return f"<{tag}>{example.text}</{tag}>"
