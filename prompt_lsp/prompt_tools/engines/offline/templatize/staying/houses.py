"""Prompts of products that stand in a message: a job, and the rules of the house.

Nobody has split them into a system prompt and a message yet. What tells them from a
request is that they speak of all that will come, and never of the one who writes.
"""

import re
from itertools import islice

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Reading

_HEAD = 300  # characters in which a prompt says what the job is
_SEEN = 6_000  # characters of a prompt that are looked at
_JOB_SAID, _HOUSE_RULES = 3, 3  # sentences of a job, rules of an office
# `You take reservations for …`: what is done every day. `You are to …` is once.
_JOB = re.compile(
    r"\s*(?:#[^\n]{0,60}\n\s*)?You (?:only |also |always )?"
    r"(?!are\b|were\b|will\b|have\b|had\b|need\b|must\b|should\b|can\b|may\b|know\b"
    r"|said\b|told\b|asked\b|want\b|just\b|forgot\b|did\b|do\b|did|wrote\b|gave\b|look\b"
    r"|seem\b|mentioned\b|find\b|receive\b|get\b|see\b|wake\b)[a-z]{3,14} [a-z\d]"
)
# An office that somebody has: `the copy editor of The …`, `Juno, the assistant of …`.
_OFFICE = re.compile(
    r"\s*(?:#[^\n]{0,60}\n\s*)?You(?: are|['’]re) (?:"
    r"(?:the|an?) (?:[a-z][\w-]{1,20} ){1,5}?(?:of|at|for|in|on|inside|from)"
    r" (?:the )?[A-Z\d]|[A-Z][\w-]{1,20}, (?:the|an?|[A-Z]))"
)
# What a paper or a company has written down for all who write there.
_SHEET = re.compile(
    r"(?i)\s*(?:#{1,3} )?\*{0,2}(?:our |the )?(?:house (?:style|rules)|(?:writing"
    r"|house|editorial|brand|voice|tone|style|copy)[ -](?:style[ -])?(?:guide|sheet"
    r"|guidelines|rules|book)s?)\b"
)
_TOOLS = re.compile(
    r"(?m)^[ \t]{0,8}(?:[-*•] |\d{1,2}[.)] )?`?[a-z]\w{1,40}"
    r"\((?:[a-z]\w{0,40}\??(?:: ?[^(),\n]{1,60})?(?:, ?|(?=\)))){1,12}\)"
)
_LEAST_TOOLS = 2
_STOP = re.compile(r"[.!?](?=[\s*\"”)]|$)")
_ITEM = re.compile(r"(?m)^[ \t]{0,8}(?:[-*•+]|\d{1,2}[.)])[ \t](?=\S)")
_ITEMS = 3  # of a list that makes rules
_RULE = re.compile(
    r"(?:^|(?<=[.!?;:,\n]))[ \t\"*-]{0,6}(?:\d{1,2}[.)] )?"
    r"(?:never|always|do not|don['’]t|avoid|no \w|only\b|if (?:the|an?|somebody|someone"
    r"|they|you|asked|no|it|any|two|unsure|in)\b|when (?:the|an?|somebody|someone|they"
    r"|asked)\b|ask (?:for|once|the)|refer|keep|at most|every|each|unless|stay|use\b"
    r"|leave|return only|(?:and )?never)",
    re.MULTILINE,
)
# Who writes for himself, or brings something: it is a request.
_OWN = re.compile(
    r"\b(?:I|I['’](?:m|d|ve|ll)|[Mm]y|[Mm]e|[Mm]ine|[Hh]ere (?:is|are)|below(?! \d)"
    r"|above:)\b"
    r"|\b[Tt]he following (?:text|email|article|review|message|code|list|table|notes)\b"
)
_QUOTED = re.compile(r"[\"“][^\"“”\n]{1,200}[\"”]")
_ONCE = re.compile(
    r"(?:^|(?<=[.!?\n]))[ \t]{0,8}(?:Please )?(?:Write|Create|Draft|Plan|Compose"
    r"|Generate|Design|Suggest|Produce|Give|Prepare|Propose|Recommend|Explain"
    r"|Describe) "
    r"(?:an?|the|one|two|three|four|five|ten|\d{1,3})\b",
    re.MULTILINE,
)


def is_house(reading: Reading) -> bool:
    """Whether a message says a job and its rules, and asks for nothing now."""
    text = reading.text[:_SEEN]
    if _SHEET.match(text[:_HEAD]):
        return True
    job = _JOB.match(text[:_HEAD]) is not None
    tools = _counts(_TOOLS, text, _LEAST_TOOLS)
    if not (job or tools or _OFFICE.match(text[:_HEAD])):
        return False
    said = _QUOTED.sub('""', text)
    if _OWN.search(said) or _ONCE.search(said):
        return False
    if job and _counts(_STOP, said, _JOB_SAID):
        return True
    listed = tools or _counts(_ITEM, text, _ITEMS)
    return _counts(_RULE, said.lower(), 1 if listed else _HOUSE_RULES)


def _counts(pattern: re.Pattern[str], text: str, least: int) -> bool:
    return sum(1 for _ in islice(pattern.finditer(text), least)) == least
