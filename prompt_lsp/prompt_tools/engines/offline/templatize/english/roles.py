"""Whom the model shall be, where that is what the prompt is about."""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables import is_language
from prompt_lsp.text import Span

_ROLE = re.compile(
    r"(?i)(?:please[ ])?(?:i want you to )?(?:act as|pretend (?:to be|you are)|"
    r"play the role of|you are|you're|roleplay as|behave like)[ ]"
    r"(?:if you (?:are|were)[ ])?(?:an?|the)?[ ]?([^\r\n.,;:!?(){}<>\[\]]{3,160})"
)
_GENERIC = re.compile(
    r"(?i)(?:a |an |the |very |extremely |highly )?"
    r"(?:helpful|ai|useful|friendly|kind|smart)?"
    r"[ ,]*(?:and )?(?:helpful|honest|harmless|ai|chat|virtual|digital|language)?[ ]?"
    r"(?:assistant|chatbot|model|bot|ai|language model|expert|claude)$"
)
_TAIL = re.compile(
    r"(?i)[ ](?:who|that|which|and|for|with|in|at|from"
    r"|specialized|specializing|working|helping|tasked)[ ].*$"
)
_ACTS = re.compile(
    r"(?i)(?:please[ ])?(?:i want you to )?(?:act|pretend|play|roleplay|behave)"
)
# Where somebody is from, or works, in a prompt that says nothing else.
_FROM = re.compile(r"[^ ] (?:from|at|in) (?:an? )?[^ ]{3,30}(?: [^ ]{3,30}){0,2}$")
_INTO = re.compile(r" (?:into|from|to) ([A-Z][a-z]{2,20})$")
_SAYS = 2  # words of what may be a role before a placeholder
_ARTICLE = re.compile(r"(?i)\b(?:an?|the) ")
_REST = re.compile(r"[\s.!]*\Z")


def _is_somebody(found: re.Match[str]) -> bool:
    """Whether words say who somebody is, and not how: `a chef`, not `kind`."""
    return " " in found[1].strip() or _ARTICLE.search(found[0]) is not None


def role(reading: Reading) -> Iterator[Candidate]:
    """`Act as a Linux terminal`; `You are a chef` where the prompt says no more."""
    if not reading.prose:
        return
    first = reading.prose[0]
    found = _ROLE.match(reading.text, first.start, first.end)
    if found is None:
        return
    start, end = found.span(1)
    if reading.text.startswith("{", end) and len(found[1].split()) < _SAYS:
        return  # an article before a placeholder
    alone = _REST.match(reading.text, end) is not None and _is_somebody(found)
    acts = _ACTS.match(reading.text, first.start) is not None
    if not (alone or acts):
        return
    said = reading.text[start:end]
    whole = alone and _FROM.search(said) is not None
    tail = _TAIL.search(said) if (acts or not alone) and not whole else None
    if tail is not None:
        end = start + tail.start()
    said = reading.text[start:end].rstrip()
    spoken = _INTO.search(said)
    if reading.role == "system" and spoken and is_language(spoken[1]):
        return  # the language varies, and not who translates into it
    if _GENERIC.match(said) or not 0 < len(said.split()) <= 8:
        return
    yield Candidate("ROLE", Span(start, start + len(said)), 0.7)
