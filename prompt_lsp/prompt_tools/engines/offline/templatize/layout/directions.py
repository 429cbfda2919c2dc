"""How paragraphs begin that tell the model something, after data."""

import re

from prompt_lsp.prompt_tools.engines.offline.templatize.tongues import labels as tongues
from prompt_lsp.prompt_tools.engines.offline.templatize.verbs import VERBS

_FIRST = re.compile(r"[ \t>*_-]*(?:\d{1,2}[.)][ \t]+)?([^\W\d_][^\W\d_'’]{0,40})")
_SURE = frozenset(
    """
    translate summarize summarise classify extract return respond output identify
    rewrite paraphrase proofread analyze analyse rate score determine evaluate assess
    answer explain describe list categorize categorise label generate convert compare
    """.split()
)
_UNSPACED = re.compile(r"[ \t]*(?:请|請|[^\n]{0,120}ください[。]?\s*$)")
_ASKS = re.compile(
    r"(?i)\b(?:above|json|format|bullet|bullets|respond|response|summar\w{2,7}|output"
    r"|translat\w{1,5}|classif\w{1,7}|extract|tone|your (?:answer|reply|task)"
    r"|score|grade|feedback|sentences?|table|one word|questions?|only|labels?"
    r"|in \w{1,12} (?:words|sentences|paragraphs)|based on|this (?:text|email|article"
    r"|review|message|document|code))\b"
)
_POLITE = re.compile(
    r"(?i)[ \t]*(?:please|can you|could you|would you|i(?:'d| would) like you to"
    r"|i need you to|now,? |then,? |first,? |second,? "
    r"|your (?:task|job|answer|response)|based on the"
    r"|using the|given the|from the|make sure|do not|don['’]t|only )"
)


def resumes(paragraph: str) -> bool:
    """Whether a paragraph after data is an instruction again."""
    head = paragraph[:300]
    found = _FIRST.match(head)
    verb = found[1].lower() if found else ""
    if verb in _SURE or verb in tongues.VERBS or _UNSPACED.match(head):
        return True
    if (verb in VERBS or _POLITE.match(head)) and _ASKS.search(head):
        return True
    return head.rstrip().endswith("?") and len(paragraph) < 160


def orders(message: str) -> bool:
    """Whether a message orders work on text, under a prompt that waits for text."""
    found = _FIRST.match(message)
    return bool(found and found[1].lower() in _SURE)


def begins_with_verb(sentence: str) -> bool:
    """Whether a sentence begins with an instruction verb, or politely with one."""
    found = _FIRST.match(sentence)
    return bool(found and found[1].lower() in VERBS) or bool(_POLITE.match(sentence))
