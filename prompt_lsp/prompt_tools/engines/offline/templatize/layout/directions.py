"""How paragraphs begin that tell the model something, after data."""

import re

from prompt_lsp.prompt_tools.engines.offline.templatize.tongues import labels as tongues
from prompt_lsp.prompt_tools.engines.offline.templatize.verbs import VERBS

SENTENCE = re.compile(r"(?:^|[.!?:][ ]+|\n[ \t]*(?:[-*] |\d{1,2}[.)] )?)")
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
# It asks for an opinion of an answer, and not for the answer.
ANSWERS = frozenset(
    "answer response reply output completion translation summary result".split()
)
_ANSWER = (
    r"(?<!your )\b(?:answer|response|reply|completion|translation|summary"
    r"|(?:the|an|each|this|model|bot) (?:output|result))s?\b"
)
# In small letters, which are looked through faster than with no regard to case.
_JUDGES = re.compile(
    r"(?<!to )\b(?:(?:judg|grad|evaluat|scor|rat)(?:e|es|ing)|assess(?:es|ing)?"
    r"|critique|fact-check|mark|you are (?:an? )?(?:judge|grader|evaluator))\b"
    rf"[^.!?<>\n]{{0,80}}{_ANSWER}"
    r"|\b(?:check|verify|review|compare|decide|determine)\b"
    rf"[^.!?,<>\n]{{0,30}}{_ANSWER}"
)
_WORDS = re.compile(r"\w+")
# The words of which `_JUDGES` finds one: a quick look before a long one.
_VERDICTS = frozenset(
    """
    judge judges judging grade grades grading evaluate evaluates evaluating score scores
    scoring rate rates rating assess assesses assessing critique check mark grader
    evaluator verify review compare decide determine
    """.split()
)
_OPENING = 4_000  # characters of a prompt in which it says what it is for
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


def is_judged(prompt: str) -> bool:
    """Whether a prompt judges an answer that somebody else gave."""
    head = prompt[:_OPENING].lower()
    said = _WORDS.findall(head)
    return not _VERDICTS.isdisjoint(said) and _JUDGES.search(head) is not None


def orders(message: str) -> bool:
    """Whether a message orders work on text, under a prompt that waits for text."""
    found = _FIRST.match(message)
    return bool(found and found[1].lower() in _SURE)


def tells(said: str) -> bool:
    """Whether a sentence of a text is an order."""
    starts = [0, *(found.end() for found in SENTENCE.finditer(said))]
    return any(begins_with_verb(said[start : start + 80]) for start in starts)


def begins_with_verb(sentence: str) -> bool:
    """Whether a sentence begins with an instruction verb, or politely with one."""
    found = _FIRST.match(sentence)
    return bool(found and found[1].lower() in VERBS) or bool(_POLITE.match(sentence))
