"""A text that says turns itself, as text-completions prompts do.

Of one with a single Human turn the turn is improved, and what stands around it stays,
also a system prompt before it.
Of one with several turns nobody can say what may be moved, so it stays as it is.
"""

import re
from typing import NamedTuple

from prompt_lsp.document.markers import markers
from prompt_lsp.document.tokens import WHITE_SPACE, Role
from prompt_lsp.prompt_tools.engines.offline.improve.reading import part_of

_BLANK = re.compile(r"[ \t]*")
_BEGUN = re.compile(r"\s*|[^\n]{1,200}[:(<>\[{\"]\s*")
_TURN_WORD = re.compile(r"[ \t]*(?:Human|Assistant)[ \t]*[:\uff1a]")


class Turns(NamedTuple):
    """What is improved of a text, and what stands around it.

    `several` says that the text has more turns than can be told apart from it.
    """

    head: str
    body: str
    tail: str
    several: bool = False

    def around(self, body: str) -> str:
        """The text with another body."""
        return f"{self.head}{body}{self.tail}"


def turns_of(text: str) -> Turns:
    """A text as what may be improved of it and what stands around that."""
    if "Human:" not in text and "Assistant:" not in text:
        return Turns("", text, "")
    part = part_of(text)
    found = markers(text, part.tokens, part.quotes)
    sent = [marker for marker in found if marker.sent and not marker.quote]
    if not sent:
        return Turns("", text, "")
    roles = [marker.role for marker in sent]
    first = sent[0]
    at_start = not text[: first.separator.start].strip(WHITE_SPACE)
    # Behind other text the turns may be a dialogue that it shows, which is answered.
    asks = at_start or _BEGUN.fullmatch(text[sent[-1].span.end :]) is not None
    if not asks or roles not in ([Role.HUMAN], [Role.HUMAN, Role.ASSISTANT]):
        return Turns("", text, "", several=True)
    blank = _BLANK.match(text, first.span.end)
    start = blank.end() if blank else first.span.end
    if _TURN_WORD.match(text, start):
        return Turns("", text, "", several=True)
    if len(sent) == 1:
        return Turns(text[:start], text[start:], "")
    answer = sent[1]
    tail = f"\n\nAssistant:{text[answer.span.end :]}".rstrip(WHITE_SPACE)
    space = " " if start > first.span.end else ""
    body = text[start : max(start, answer.separator.start)]
    head = f"\n\nHuman:{space}" if at_start else text[:start]
    return Turns(head, body, tail)
