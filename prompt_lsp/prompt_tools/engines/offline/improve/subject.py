"""What a prompt asks for, by the noun that it uses itself."""

import re

from prompt_lsp.prompt_tools.engines.offline.improve.grammar import is_imperative

_ASKED = re.compile(
    r"\b(?:write|create|draft|generate|compose|produce|prepare|give me|make|craft"
    r"|design)\s+(?:me\s+)?(?:an?|the)\s+"
    r"((?:[a-z-]{1,30}\s+){0,3}?[a-z-]{2,30})"
    r"(?=\s+(?:for|about|of|on|to|that|which|from|in|with|using|describing|explaining"
    r"|based|responding|announcing|introducing)\b|\s*[.,:;\n{<]|\s*\Z)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"((?:[a-z-]{1,30}[ ]){0,3}?[a-z-]{3,30})[ ](?:for|about)\b", re.IGNORECASE
)
_VERBS = (
    ("summary", re.compile(r"\bsummari[sz]e\b", re.IGNORECASE)),
    ("translation", re.compile(r"\btranslate\b", re.IGNORECASE)),
    ("explanation", re.compile(r"\bexplain\b", re.IGNORECASE)),
)
# What is written, so that it can be short or long.
_NOUNS = re.compile(
    r"recipe|description|e-?mail|story|poem|article|post|report|letter|essay|plan|reply"
    r"|summary|script|speech|slogan|tweet|newsletter|bio|itinerary|review|proposal|text"
    r"|introduction|outline|caption|headline|announcement|explanation|tutorial|guide"
    r"|response|answer|message|note|paragraph|title|song|dialogue|document|press|ad"
    r"|function|query|list|table|haiku|joke|memo|abstract|biography|invitation|pitch"
    r"|review|comment|statement|overview|analysis|lesson|quiz|schedule|program|release",
    re.IGNORECASE,
)
_ADJECTIVES = frozenset(
    """
    short brief concise long detailed good great new compelling engaging friendly formal
    professional simple clear creative funny quick small catchy complete comprehensive
    well-structured persuasive informative polite nice high-quality easy
    """.split()
)
_BEFORE_NOUNS = frozenset("a an the me us my our your this these some".split())
# A prompt says early what it asks for.
_ENOUGH = 4_000


def subject_of(prompt: str) -> str:
    """`the recipe` of `Concise recipe for …`; `the answer` where nothing is named."""
    prompt = prompt[:_ENOUGH]
    for asked in _ASKED.finditer(prompt):
        if _NOUNS.fullmatch(asked[1].split()[-1]):
            return _the(asked[1])
    for line in prompt.split("\n"):
        named = _NAMED.match(line)
        words = _noun_phrase(named[1]) if named else ""
        if words and _NOUNS.fullmatch(words.split()[-1]):
            return _the(words)
    for noun, verb in _VERBS:
        if verb.search(prompt):
            return f"the {noun}"
    return "the answer"


def _noun_phrase(words: str) -> str:
    """The words behind the last article or pronoun, without what is to be done."""
    parts = words.split()
    starts = [at for at, word in enumerate(parts) if word.lower() in _BEFORE_NOUNS]
    kept = parts[starts[-1] + 1 :] if starts else parts
    return " ".join(kept) if kept and not is_imperative(kept[0]) else ""


def _the(words: str) -> str:
    kept = [word.lower() for word in words.split()]
    kept = [word for word in kept if word not in _ADJECTIVES] or kept[-1:]
    return f"the {' '.join(kept)}"
