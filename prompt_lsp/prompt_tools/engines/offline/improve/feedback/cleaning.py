"""Feedback as harmless text: it is data, and goes into a prompt.

What would begin a turn, be a new placeholder, or close a section of the prompt is
written so that it no longer does, and a note says so.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.improve.reading import part_of

_MARKER = re.compile(r"\b(?:Human|Assistant|User|AI|Claude)[ \t]{0,8}[:\uff1a]")
_DELIMITERS = re.compile(r"\{[{%#]|[}%#]\}|<<|>>|\}\}|\$\{|\{\$")
_BRACES = re.compile(r"[{}<>]")
# What is left of one delimiter may make another; nobody writes that in good faith.
_MOST_ROUNDS = 4
_TAG = re.compile(r"<(/?)([A-Za-z][\w.-]{0,63})[^<>\n]{0,200}>")
_OWN = "additional_requirements"
_FENCE = re.compile(r"`{3,}|~{3,}|\"{3,}|'{3,}")

_TURN = "a turn marker in the feedback stands in backticks now, so that it begins none"
_PLACEHOLDER = (
    "a placeholder in the feedback that the prompt does not have became plain words"
)
_CLOSING = "a closing tag in the feedback is escaped now, so that it closes nothing"


class Clean(NamedTuple):
    """Feedback that cannot harm a prompt, and what had to be done for that."""

    text: str
    notes: tuple[str, ...] = ()


def clean(feedback: str, prompt: str) -> Clean:
    """Feedback as text that stays what it is wherever it stands in a prompt."""
    parted = feedback.replace("\r", "\n").split("\n")
    lines = "\n".join(line.strip() for line in parted if line.strip())
    text = " ".join(lines.split("\n")) if _is_one_sentence(lines) else lines
    text = _FENCE.sub(lambda found: found[0][0], text)
    notes: list[str] = []
    for step, note in (
        (_without_new_placeholders, _PLACEHOLDER),
        (_without_closing_tags, _CLOSING),
        (_without_markers, _TURN),
    ):
        cleaned = step(text, prompt)
        if cleaned != text:
            notes.append(note)
        text = cleaned
    return Clean(text.strip(), tuple(notes))


def _is_one_sentence(lines: str) -> bool:
    """Whether a line end is only where the text was wrapped."""
    head, _, rest = lines.partition("\n")
    return bool(rest) and head[-1:] not in ".!?:;,。" and rest[:1].islower()


def _without_new_placeholders(text: str, prompt: str) -> str:
    if "{" not in text and not _DELIMITERS.search(text):
        return text
    for _ in range(_MOST_ROUNDS):
        bare = "".join(_known_only(text, prompt))
        if bare == text:
            return text
        text = bare
    return _BRACES.sub("", text)


def _known_only(text: str, prompt: str) -> Iterator[str]:
    """A text whose placeholders are the prompt's; others are only their names."""
    end = 0
    for placeholder in part_of(text).placeholders:
        span = placeholder.place.span
        if span.start >= end:
            yield _DELIMITERS.sub("", text[end : span.start])
            known = placeholder.written in prompt
            yield placeholder.written if known else placeholder.name
            end = span.end
    yield _DELIMITERS.sub("", text[end:])


def _without_closing_tags(text: str, _prompt: str) -> str:
    return "".join(_escaped(text)) if "<" in text else text


def _escaped(text: str) -> Iterator[str]:
    opened: Counter[str] = Counter()
    end = 0
    for tag in _TAG.finditer(text):
        yield text[end : tag.start()]
        end = tag.end()
        closes = bool(tag[1])
        if tag[2].lower() == _OWN or (closes and not opened[tag[2]]):
            yield "&lt;" + tag[0][1:]
            continue
        opened[tag[2]] += -1 if closes else 1
        yield tag[0]
    yield text[end:]


def _without_markers(text: str, _prompt: str) -> str:
    return _MARKER.sub(lambda found: f"`{found[0]}`", text)
