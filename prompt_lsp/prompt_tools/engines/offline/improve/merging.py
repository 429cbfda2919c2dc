"""Messages and a system prompt as the one text that they become."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from prompt_lsp.document.tokens import Role
from prompt_lsp.prompt_tools.engines.offline.improve.draft import section
from prompt_lsp.prompt_tools.engines.offline.improve.grammar import (
    begins_with_role,
    imperative_of,
    sentences,
)
from prompt_lsp.prompt_tools.engines.offline.improve.language import (
    Language,
    language_of,
)
from prompt_lsp.prompt_tools.engines.offline.improve.nouns import is_data, tag_of
from prompt_lsp.prompt_tools.engines.offline.improve.telling import tags
from prompt_lsp.prompt_tools.schema import Change

SYSTEM = Change(
    "system-merged", "put the system prompt at the start of the user's message"
)
JOINED = Change("messages-joined", "joined the messages of the user into one, in order")
_TURNS = tuple(f"{role}:" for role in Role)
_LINE_END = re.compile(r"\r\n?|\n")
# A sentence that says what the model does, as `You classify mails.` does.
_YOU = re.compile(r"\Ayou (?:will |must |should |always ){0,2}", re.IGNORECASE)
_OBJECT = re.compile(
    r"(?:you (?:will |must |should |always ){0,2})?[a-z]{2,20} "
    r"((?:[a-z-]{2,20} ){0,2}[a-z]{2,20})"
    r"(?= (?:as|into|by|in|to|for|from)\b|[.,:;]|\Z)",
    re.IGNORECASE,
)
_THE_NOUN = re.compile(
    r"\b(?:the|this|these|each|user's|customer's|given|provided|following|an?)\s+"
    r"((?:[a-z]{2,20}\s+)?[a-z]{2,20})\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f0-9)]")
_ENOUGH = 4_000
_MOST_PARAGRAPHS = 12


class Merged(NamedTuple):
    """A text, and what made it so."""

    text: str
    changes: tuple[Change, ...] = ()


def line_end_of(texts: Iterable[str]) -> str:
    """The first line end of some texts; a line feed where there is none."""
    found = (_LINE_END.search(text) for text in texts)
    return next((end[0] for end in found if end), "\n")


def with_line_feeds(text: str) -> str:
    """A text whose lines all end with a line feed."""
    return _LINE_END.sub("\n", text) if "\r" in text else text


def with_system(user: str, system: str | None) -> Merged:
    """A text of the user's that incorporates the system prompt."""
    if system is None or not system.strip():
        return Merged(user)
    rule = _finished(system.strip("\n").rstrip())
    if not user.strip():
        return Merged(rule, (SYSTEM,))
    tag = _payload_tag(rule, user)
    if not tag:
        return Merged(join([rule, user]), (SYSTEM,))
    wrapped = section(tag, user.strip("\n").rstrip()).text
    reason = f"put the message that the system prompt speaks of in {tags([tag])}"
    return Merged(join([rule, wrapped]), (SYSTEM, Change("data-wrapped", reason)))


def join(texts: Sequence[str]) -> str:
    """Some texts with a blank line between, unless that would begin a turn there.

    All of them say something.
    """
    said = [*(text.rstrip(" \t\n") for text in texts[:-1]), *texts[-1:]]
    whole = said[:1]
    for text in said[1:]:
        after = text.lstrip("\n")
        begins = after.startswith(_TURNS) and not text.startswith("\n\n")
        whole += ("\n" if begins else "\n\n", after)
    return "".join(whole)


def _finished(system: str) -> str:
    """A system prompt of one line that says a role, with its full stop."""
    if "\n" in system or not begins_with_role(system) or len(system) > 300:
        return system
    return f"{system}." if _LETTER.match(system[-1]) else system


def _payload_tag(system: str, user: str) -> str:
    """The tag for a message that is plainly what the system prompt speaks about.

    Empty where the message gives an instruction or asks something itself, where it
    has structure of its own, or where the system prompt names no such thing.
    """
    bare = user.strip()
    if not bare or bare.endswith(("?", "？", ":")) or "{" in bare or "<" in bare:
        return ""
    if (
        language_of(system) is not Language.ENGLISH
        or bare.count("\n\n") > _MOST_PARAGRAPHS
    ):
        return ""
    told = [one for one in _sentences(system) if imperative_of(_YOU.sub("", one))]
    if not told or any(map(imperative_of, _sentences(bare))):
        return ""
    nouns = [noun[1] for noun in _THE_NOUN.finditer(system[:_ENOUGH])]
    objects = map(_OBJECT.match, told)
    nouns += [found[1].removesuffix("s") for found in objects if found]
    named = (word for words in nouns for word in words.lower().split())
    return next((tag_of(word) for word in named if is_data(word)), "")


def _sentences(text: str) -> list[str]:
    return [one for line in text[:_ENOUGH].split("\n") for one in sentences(line)]
