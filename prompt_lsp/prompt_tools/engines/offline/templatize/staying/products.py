"""Prompts of products: their rules, tables, brands and limits are what they are."""

import re
from itertools import islice

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.labels import DATA
from prompt_lsp.prompt_tools.engines.offline.templatize.staying.houses import is_house

_ITEM = re.compile(r"(?m)^[ \t]{0,8}(?:[-*•+・|]|\d{1,2}[.)、])[ \t]?(?=\S)")
_HEADING = re.compile(r"(?m)^ {0,3}#{1,6}[ \t]+\S|^</[a-z_]{2,40}>")
_STOP = re.compile(r"[.!?](?=[\s*\"”)]|$)|[。！？]")
_ITEMS, _HEADINGS, _SENTENCES = 3, 2, 4  # that make rules
_LANGUAGES = frozenset({"SOURCE_LANGUAGE", "TARGET_LANGUAGE"})
_TODAY = re.compile(
    r"(?i)(?:\b(?:today|current date|heute|heutige|aujourd|hoy\b|hoje\b)|今日|今天)"
    r"[^\n.]{0,40}$"
)
# What a product works with, and what its user could bring as well.
_SOURCES = frozenset(DATA.values()) - {
    "CODE", "TABLE", "TEXT", "POLICY", "QUESTION", "TITLE", "OUTPUT", "INPUT", "PROMPT",
    "MESSAGE", "DESCRIPTION", "QUESTIONS", "POINTS", "SECTION", "TERMS", "SENTENCE",
    "WORD",
}  # fmt: skip
_SHAPES = frozenset({"CODE", "TABLE", "AUDIENCE"})
_ASKED = re.compile(
    r"(?i)\b(?:(?:the|each|every|any|a|an|all) (?:user|customer|guest|client|caller"
    r"|visitor|student|pupil|patient|passenger|member|player|candidate)s?"
    r"|users|customers|guests|clients|students)\b"
)
_PERSONA = re.compile(
    r"(?i)\s*(?:#[^\n]{0,60}\n\s*)?(?:you are|you will be acting as"
    r"|you're|du bist|sie sind|tu es|vous êtes|eres|você é|あなたは|你是)"
)
_BANS = re.compile(
    r"(?i)\b(?:never|always|do not|don['’]t|must not|only if|immer|nie|niemals|jamais"
    r"|toujours|nunca|siempre|sempre)\b|不要|必ず"
)


def is_product(reading: Reading, *, used: bool, alone: bool) -> bool:
    """Whether a text is the prompt of a product, with rules for all that will come.

    Where nobody uses it yet, a few sentences are rules enough, and fewer still where
    it stands alone.
    """
    if reading.role == "system":
        if alone and _serves_alone(reading.text):
            return True
        return _is_ruled(reading.text) if used else has_rules(reading.text)
    if reading.instructed or _brings(reading):
        return False
    return _serves(reading.text) or is_house(reading)


def belongs(text: str, one: Candidate, *, used: bool, block: bool) -> bool:
    """Whether a value is part of what the product is.

    `used` says that a message stands beside it: then its names are of this use.
    """
    if used:
        return one.name in _SHAPES or (block and one.name not in DATA.values())
    if one.name in _LANGUAGES or (block and one.name in _SOURCES):
        return False
    if one.name == "DATE":
        start = one.span.start
        return _TODAY.search(text[max(0, start - 60) : start]) is None
    return True


def has_rules(text: str) -> bool:
    """Whether a text has a list, headings, or some sentences."""
    return _is_ruled(text) or _counts(_STOP, text, _SENTENCES)


def _serves_alone(text: str) -> bool:
    """Whether a text says what the model does all day, and one thing more."""
    serves = _PERSONA.match(text) is not None or _WORKS.match(text) is not None
    return serves and _counts(_STOP, text, _SAID)


_WORKS = re.compile(r"\s{0,8}You (?:only |also |always )?[a-z]{3,14} [\w\"“]")
_SAID = 2  # sentences of a prompt that says what the model does


def _brings(reading: Reading) -> bool:
    """Whether a text holds data of more than a line."""
    return any("\n" in one.span.of(reading.text) for one in reading.data)


def _serves(text: str) -> bool:
    """Whether a text says who the model is, what is banned, and speaks of users."""
    return (
        _PERSONA.match(text) is not None
        and _is_ruled(text)
        and _ASKED.search(text) is not None
        and _BANS.search(text) is not None
    )


def _is_ruled(text: str) -> bool:
    return _counts(_ITEM, text, _ITEMS) or _counts(_HEADING, text, _HEADINGS)


def _counts(pattern: re.Pattern[str], text: str, least: int) -> bool:
    return sum(1 for _ in islice(pattern.finditer(text), least)) == least
