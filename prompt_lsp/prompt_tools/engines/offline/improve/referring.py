"""Data out of the English sentence that holds it, as `Summarize {{ARTICLE}}` does.

The sentence then speaks of `the article above`.
"""

import re
from collections.abc import Iterator, Mapping

from prompt_lsp.prompt_tools.engines.offline.improve.draft import Block, section
from prompt_lsp.prompt_tools.engines.offline.improve.grammar import (
    is_imperative,
    split_role,
)
from prompt_lsp.prompt_tools.engines.offline.improve.nouns import (
    PLACEHOLDER,
    is_data,
    name_of,
    tag_of,
)

_INLINE = re.compile(
    rf"(?P<before>\b[A-Za-z]{{1,40}})[ ](?P<placeholder>{PLACEHOLDER})(?=[ .,;!?]|\Z)"
)
_GIVEN = re.compile(r"(?:given|using|based on|from|considering)\b", re.IGNORECASE)
_THE = frozenset("the this that my our your these".split())
_NO_ARTICLE = frozenset("a an as and or called named".split())
_BREAK = re.compile(r"(?<=[.!?])\s|\n")
_FAR = 300  # how far back a sentence is looked for
_FOLLOWING = frozenset("following below next".split())


def without_inline_data(
    text: str, counts: Mapping[str, int], *, glued: bool
) -> Iterator[Block]:
    """English instructions, after the data that they held.

    Args:
        text: a paragraph.
        counts: how often the prompt has each placeholder, as written.
        glued: the paragraph stands right below another block.
    """
    if "`" in text or '"{' in text:
        yield Block(text, glued=glued)
        return
    role, rest = split_role(text)
    made: list[Block] = []

    def replaced(found: re.Match[str]) -> str:
        reference = _reference(found, rest, counts)
        if reference is None:
            return found[0]
        placeholder = found["placeholder"]
        made.append(section(tag_of(name_of(placeholder)), placeholder, fresh=True))
        return reference

    spoken = _INLINE.sub(replaced, rest)
    if not made:
        yield Block(text, glued=glued)
        return
    if role:
        yield Block(role)
    yield from made
    yield Block(f"{spoken}." if spoken.endswith(" above") else spoken)


def _reference(
    found: re.Match[str], text: str, counts: Mapping[str, int]
) -> str | None:
    """The words that stand where data stood; None where it must stay."""
    placeholder, before = found["placeholder"], found["before"]
    name = name_of(placeholder)
    if not is_data(name) or not tag_of(name) or counts[placeholder] != 1:
        return None
    sentence = _BREAK.split(text[max(0, found.start() - _FAR) : found.end()])[-1]
    leads = is_imperative(sentence) or _GIVEN.match(sentence)
    if not leads or _FOLLOWING & {*sentence.lower().split()}:
        return None
    return _spoken(before, tag_of(name).split("_"))


def _spoken(before: str, words: list[str]) -> str | None:
    """`of the article above`, after the word before it; None where that is wrong."""
    low, name = before.lower(), " ".join(words)
    if len(words) > 1 and len(words[-1]) == 1:
        lead = "" if low in _THE else f"{before} "
        return f"{lead}{' '.join(words[:-1])} {words[-1].upper()}"
    if low == words[-1]:
        return f"{before} above"
    if low in _NO_ARTICLE:
        return None
    return f"{before} {name} above" if low in _THE else f"{before} the {name} above"
