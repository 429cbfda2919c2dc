"""Data in tags that are named after it.

`Article: {{ARTICLE}}`, a line that is only a placeholder, and what follows the label
`Article:` are data: in `<article>` nobody takes them for instructions. An English
instruction that holds its data, as `Summarize {{ARTICLE}}.` does, then speaks of `the
article above`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.improve.draft import (
    Block,
    Draft,
    Kind,
    render,
    section,
)
from prompt_lsp.prompt_tools.engines.offline.improve.grammar import (
    begins_with_role,
    is_imperative,
    is_spoken,
    labelled,
)
from prompt_lsp.prompt_tools.engines.offline.improve.language import Language
from prompt_lsp.prompt_tools.engines.offline.improve.lines import parted
from prompt_lsp.prompt_tools.engines.offline.improve.nouns import (
    PLACEHOLDER,
    is_data,
    is_question,
    name_of,
    tag_of,
)
from prompt_lsp.prompt_tools.engines.offline.improve.referring import (
    without_inline_data,
)
from prompt_lsp.prompt_tools.engines.offline.improve.telling import tags

_PLACEHOLDER = re.compile(PLACEHOLDER)
_ALONE = re.compile(rf"[ \t]*(\"?)({PLACEHOLDER})\1[ \t]*")
# A sentence, and a placeholder that follows it.
_AFTER = re.compile(rf"(.{{1,2000}}[.!?])[ \t]+({PLACEHOLDER})[ \t]*")
# A paragraph that ends with the label of what stands below it.
_LEADING = re.compile(
    r"(.{1,2000}[.!?])[ \t]+([A-Z][A-Za-z]{1,20}(?: [A-Za-z]{1,20}){0,2}:)", re.DOTALL
)
_AT_END = re.compile(rf"(.{{1,2000}}[:：])[ \t]*(\"?)({PLACEHOLDER})\2[ \t]*")
# What stands here is no data, or is put there as it is.
_NO_DATA = re.compile(
    r"system|prompt|persona|role|preamble|greeting|header|footer|title"
)
_GENERIC = frozenset("x input text var value content contents data string s t".split())
# Labels after which text that is written out is data; `Note:` and `Task:` are none.
_LITERAL = re.compile(
    r"(?:the |input |customer |user |source |original |job )?"
    r"(?:articles?|text|e-?mail|transcript|reviews?|documents?|passages?|paragraph|context"
    r"|letter|story|essay|abstract|complaint|conversation|report|log|logs|description"
    r"|resume|cv|tweet|message|excerpt|input|code|contract|dokument|artikel|kontext|brief"
    r"|texte|contexte|texto|contexto|artículo|artigo|文章|本文|テキスト|文本|上下文)",
    re.IGNORECASE,
)
_MAY_HOLD_DATA = re.compile(r"[{:：]|<<")
_BRIEFING = frozenset(
    "task goal objective role constraints requirements rules format output tone"
    " audience instructions style aufgabe ziel rolle tâche objectif tarea".split()
)
_LONGEST_BRIEFING = 12  # lines
_DELIMITER = re.compile(r"[ \t]*(?:<[^<>\n]{1,200}>|[-=*_#~`\"]{3,})[ \t]*")


class _Context(NamedTuple):
    """What has to be known of the whole prompt."""

    counts: Mapping[str, int]  # of placeholders, as written
    english: bool
    has_data: bool
    kept: frozenset[str]  # labels, in small letters, that the examples use

    def takes(self, label: str) -> bool:
        """Whether what a label announces is data; questions are, beside documents."""
        if label.lower() in self.kept:
            return False
        return _is_known(label) or (self.has_data and is_question(label))


def data_sections(draft: Draft) -> Draft:
    """Wrap data in tags."""
    blocks = draft.blocks
    if not any(_is_instruction(block) for block in blocks):
        return draft
    text = draft.text
    counts = Counter(_PLACEHOLDER.findall(text))
    has_data = any(is_data(name_of(one)) for one in counts)
    english = draft.language is Language.ENGLISH
    context = _Context(counts, english, has_data, _labels_of_examples(blocks))
    made: list[Block] = []
    at = 0
    while at < len(blocks):
        taken, found = _of_block(blocks, at, context)
        made += found
        at += taken
    if all(one is other for one, other in zip(made, blocks, strict=False)):
        return draft
    # What stands in examples has the tags of what comes.
    shown = ("example", "examples")
    others = render(block for block in blocks if block.name not in shown)
    whole = [*_renamed(made, others)]
    had = Counter(block.name for block in blocks)
    names = Counter(block.name for block in whole) - had
    reason = f"put data in {tags(name for name in names if name)}"
    return draft.changed(whole, "data-wrapped", reason)


def _labels_of_examples(blocks: Sequence[Block]) -> frozenset[str]:
    """Labels in examples: what is like them keeps its form, and is read alike."""
    shown = (block for block in blocks if block.name in ("example", "examples"))
    lines = (line for block in shown for line in block.text.split("\n"))
    return frozenset(found.label.lower() for found in map(labelled, lines) if found)


def _is_instruction(block: Block) -> bool:
    return block.kind in (Kind.PROSE, Kind.LIST) and not _ALONE.fullmatch(block.text)


def _of_block(
    blocks: Sequence[Block], at: int, context: _Context
) -> tuple[int, list[Block]]:
    """How many blocks were taken, and what became of them."""
    block = blocks[at]
    if block.kind is not Kind.PROSE or not _MAY_HOLD_DATA.search(block.text):
        return 1, [block]
    if _is_delimited(blocks, at):
        return 1, [block]
    if (long := _labelled_paragraphs(blocks, at, context)) is not None:
        return long
    if (below := _labelled_below(blocks, at, context)) is not None:
        return below
    pieces = [*_pieces(block, context)]
    if len(pieces) == 1 and pieces[0].text == block.text:
        return 1, [block]
    stays = block.glued and pieces[0].kind is Kind.PROSE
    return 1, [pieces[0]._replace(glued=stays), *pieces[1:]]


def _is_delimited(blocks: Sequence[Block], at: int) -> bool:
    """Whether what stands right before or after sets a block off already."""
    before = blocks[at - 1].text.rpartition("\n")[2] if at else ""
    after = blocks[at + 1].text.partition("\n")[0] if at + 1 < len(blocks) else ""
    if at and blocks[at - 1].kind is Kind.SECTION:
        before = ""
    if at + 1 < len(blocks) and blocks[at + 1].kind is Kind.SECTION:
        after = ""
    return any(map(_DELIMITER.fullmatch, (before, after)))


def _labelled_paragraphs(
    blocks: Sequence[Block], at: int, context: _Context
) -> tuple[int, list[Block]] | None:
    """A label that stands alone, and the paragraphs that it is about."""
    found = labelled(blocks[at].text) if "\n" not in blocks[at].text else None
    if found is None or found.rest or not context.takes(found.label):
        return None
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if following is None or following.kind not in (Kind.PROSE, Kind.LIST):
        return None
    alone = _ALONE.fullmatch(following.text)
    if alone:
        name = _tag(found.label, alone[2])
        fresh = not is_question(found.label)
        return (2, [section(name, alone[2], fresh=fresh)]) if name else None
    tag = tag_of(found.label)
    if not tag or not _LITERAL.fullmatch(found.label):
        return None
    end = at + 1
    while end < len(blocks) and _is_text(blocks[end]):
        end += 1
    if end == at + 1:
        return None
    body = render(blocks[at + 1 : end])
    return end - at, [section(tag, body, fresh=True)]


def _labelled_below(
    blocks: Sequence[Block], at: int, context: _Context
) -> tuple[int, list[Block]] | None:
    """Instructions that end with the label of the placeholder below: `… Ticket:`."""
    ends = blocks[at].text.endswith(":")
    below = blocks[at + 1] if ends and at + 1 < len(blocks) else None
    alone = _ALONE.fullmatch(below.text) if below else None
    leads = _LEADING.fullmatch(blocks[at].text) if alone else None
    found = labelled(leads[2]) if leads else None
    if not (alone and leads and found and context.takes(found.label)):
        return None
    name = _tag(found.label, alone[2])
    told = blocks[at]._replace(text=leads[1])
    fresh = not is_question(found.label)
    return (2, [told, section(name, alone[2], fresh=fresh)]) if name else None


def _is_text(block: Block) -> bool:
    """Whether a paragraph or a list may belong to the text before it."""
    if block.kind is Kind.LIST:
        return block.glued
    if block.kind is not Kind.PROSE or begins_with_role(block.text):
        return False
    return not (is_imperative(block.text) or labelled(block.text.partition("\n")[0]))


def _pieces(block: Block, context: _Context) -> Iterator[Block]:
    """A paragraph, cut where its data begins and ends."""
    lines = [*parted(block.text.split("\n"), context.takes)]
    prose: list[str] = []
    at = 0
    while at < len(lines):
        taken, lead, made = _of_line(lines, at, context)
        if made is None:
            prose.append(lines[at])
        else:
            prose += [lead] if lead else []
            if prose:
                yield Block("\n".join(prose))
            prose = []
            yield made
        at += taken
    if prose:
        text = "\n".join(prose)
        if context.english and ("{" in text or "<<" in text):
            yield from without_inline_data(text, context.counts, glued=block.glued)
        else:
            yield Block(text, glued=block.glued)


def _of_line(
    lines: Sequence[str], at: int, context: _Context
) -> tuple[int, str, Block | None]:
    """How many lines are data, what of them introduces it, and its section."""
    line = lines[at]
    if "{" not in line and "<<" not in line:
        return _literal(lines, at, context)
    found = labelled(line)
    if found and (made := _of_label(found.label, found.rest, context)):
        return 1, "", made
    if alone := _ALONE.fullmatch(line):
        return 1, "", _of_placeholder(lines, at, alone[2])
    end = _AT_END.fullmatch(line)
    # A label that no tag can be named after goes on standing before its data.
    plain = (found is None or not found.label.isascii()) and not is_spoken(line)
    if end and is_data(name_of(end[3])) and plain:
        return 1, end[1], _section(tag_of(name_of(end[3])), end[3])
    after = _AFTER.fullmatch(line)
    if after and is_data(name_of(after[2])) and plain:
        return 1, after[1], _section(tag_of(name_of(after[2])), after[2])
    return 1, "", None


def _literal(
    lines: Sequence[str], at: int, context: _Context
) -> tuple[int, str, Block | None]:
    """The text after a label, up to the next one."""
    found = labelled(lines[at])
    if found is None:
        return 1, "", None
    following = lines[at + 1] if at + 1 < len(lines) else ""
    alone = _ALONE.fullmatch(following)
    if not found.rest and alone and context.takes(found.label):
        fresh = not is_question(found.label)
        return 2, "", _section(_tag(found.label, alone[2]), alone[2], fresh=fresh)
    if not context.takes(found.label) or not _LITERAL.fullmatch(found.label):
        return 1, "", None
    if _is_briefing(lines):
        return 1, "", None
    end = at + 1
    while end < len(lines) and not labelled(lines[end]):
        end += 1
    body = [found.rest, *lines[at + 1 : end]]
    text = "\n".join(line for line in body if line.strip()).strip()
    return (
        (end - at, "", _section(tag_of(found.label), text)) if text else (1, "", None)
    )


def _is_briefing(lines: Sequence[str]) -> bool:
    """Whether labels such as `Task:` organise the paragraph already."""
    for line in lines[:_LONGEST_BRIEFING]:
        found = labelled(line)
        if found and found.label.lower() in _BRIEFING:
            return True
    return False


def _of_label(label: str, rest: str, context: _Context) -> Block | None:
    """`Article: {{ARTICLE}}`."""
    alone = _ALONE.fullmatch(rest)
    if alone is None:
        return None
    name = name_of(alone[2])
    if label.lower() in context.kept or not _names(label, name):
        return None
    if is_data(name) or _is_known(label):
        return _section(_tag(label, alone[2]), alone[2])
    if context.has_data and (is_question(label) or is_question(name)):
        return _section(_tag(label, alone[2]), alone[2], fresh=False)
    return None


def _names(label: str, name: str) -> bool:
    """Whether a label says no more than the tag will, so that it may go."""
    if is_data(label) or is_question(label):
        return True
    return not {*tag_of(label).split("_")}.isdisjoint(tag_of(name).split("_"))


def _of_placeholder(lines: Sequence[str], at: int, placeholder: str) -> Block | None:
    """A line that is only a placeholder."""
    name = name_of(placeholder)
    introduced = at > 0 and lines[at - 1].rstrip().endswith((":", "："))
    if not (len(lines) == 1 or introduced or is_data(name)):
        return None
    if _NO_DATA.search(name.lower()) or any(
        _DELIMITER.fullmatch(line) for line in lines[max(0, at - 1) : at + 2]
    ):
        return None
    return _section(tag_of(name), placeholder, fresh=not is_question(name))


def _section(tag: str, content: str, *, fresh: bool = True) -> Block | None:
    return section(tag, content, fresh=fresh) if tag else None


def _is_known(label: str) -> bool:
    return _LITERAL.fullmatch(label) is not None or (is_data(label) and len(label) < 30)


def _tag(label: str, placeholder: str) -> str:
    """The tag of a labelled placeholder: its name, unless the label says more."""
    name = name_of(placeholder)
    generic = name.lower() in _GENERIC or not (is_data(name) or is_question(name))
    return (tag_of(label) if generic else "") or tag_of(name)


def _renamed(blocks: Sequence[Block], text: str) -> Iterator[Block]:
    """The blocks, with a number after the name of a section that is another's."""
    counts = Counter(
        block.name for block in blocks if block.kind is Kind.SECTION and not block.fresh
    )
    for name in {block.name for block in blocks if block.fresh} - counts.keys():
        counts[name] = int(f"<{name}>" in text)
    for block in blocks:
        if not block.fresh:
            yield block
            continue
        name = block.name
        counts[name] += 1
        if counts[name] == 1:
            yield block
            continue
        body = block.text[len(name) + 3 : -len(name) - 4]
        yield section(f"{name}_{counts[name]}", body, fresh=True)
