"""What could be better and is for the author to say: hints, which change nothing."""

import re

from prompt_lsp.prompt_tools.engines.offline.improve.draft import Block, said
from prompt_lsp.prompt_tools.engines.offline.improve.language import Language

_VAGUE = re.compile(
    r"\b(?:a few|several|some(?! examples?)|(?<!how )many|various|short|brief|long"
    r"|etc)\b",
    re.IGNORECASE,
)
# The rule that feedback makes; its author knows that it has no number.
_OURS = re.compile(r"\bKeep (?:the|each) [\w -]{1,60} short\.")
_DIGIT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE
)
_NEGATIVE = re.compile(
    r"[ \t]*(?:[-*+] )?(?:don['’]t|do not|never|avoid|no)\b", re.IGNORECASE
)
_VAGUE_NOTE = "the prompt asks for amounts without a number: a number is easier to keep"
_NEGATIVE_NOTE = (
    "the prompt's rules mostly say what not to do: say also what to do instead"
)
_FEWEST = 3


def hints(blocks: tuple[Block, ...], language: Language | None) -> tuple[str, ...]:
    """Notes about an English prompt; without any of its text."""
    if language is not Language.ENGLISH:
        return ()
    told = _OURS.sub("", said(blocks))
    found = []
    if len(told) < 2_000 and _VAGUE.search(told) and not _DIGIT.search(told):
        found.append(_VAGUE_NOTE)
    lines = [line for line in told.split("\n") if line.strip()]
    negative = sum(_NEGATIVE.match(line) is not None for line in lines)
    if negative >= _FEWEST and negative * 2 > len(lines):
        found.append(_NEGATIVE_NOTE)
    return tuple(found)
