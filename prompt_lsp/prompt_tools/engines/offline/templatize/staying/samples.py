"""Samples in a system prompt, under the labels that a message waits to have filled."""

import re

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate

_SEEN = 4_000  # characters at the end of a message
_LABEL = re.compile(r"(?m)^[ \t]{0,8}\*{0,2}([^\W\d_][^\n:*]{0,39})\*{0,2}[ ]?:")
_OPEN = re.compile(
    r"(?:^|\n)[ \t]{0,8}\*{0,2}[^\W\d_][^\n:*]{0,39}\*{0,2}[ ]?:\*{0,2}\s{0,8}\Z"
)
_HEAD = 60  # characters of a line up to its value


def waiting(text: str) -> frozenset[str]:
    """The labels of a message whose last one is open; none of any other."""
    end = text[-_SEEN:]
    if _OPEN.search(end[-_HEAD:]) is None:
        return frozenset()
    return frozenset(found[1].strip().lower() for found in _LABEL.finditer(end))


def is_sample(text: str, one: Candidate, labels: frozenset[str]) -> bool:
    """Whether a value stands on a line under one of these labels."""
    start = text.rfind("\n", 0, one.span.start) + 1
    found = _LABEL.match(text, max(start, one.span.start - 10 * _HEAD))
    return found is not None and found[1].strip().lower() in labels
