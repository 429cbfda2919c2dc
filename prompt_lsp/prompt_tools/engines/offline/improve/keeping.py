"""What every transformation must keep, whatever it does.

A transformation whose outcome breaks one of these promises is left out, so none of
them has to be trusted.
"""

import re
from collections import Counter

from prompt_lsp.prompt_tools.engines.offline.improve.reading import part_of

# A turn marker, and what reads like one: a line that begins with the word.
_MARKER = re.compile(r"(?:\A\n{0,2}|\n\n)(?=(?:Human|Assistant):)")
_TURN_LINE = re.compile(r"(?:\A|(?<=\n))[ \t]*(?:Human|Assistant)[ \t]*[:\uff1a]")


def keeps(before: str, after: str) -> bool:
    """Whether a text has all placeholders and logic of another, and no new marker."""
    if not after.strip() or begins_more_turns(before, after):
        return False
    return not placeholder_counts(before) - placeholder_counts(after)


def begins_more_turns(before: str, after: str) -> bool:
    """Whether a text has a turn marker more than another; quoted ones count too."""
    return any(
        len(found.findall(after)) > len(found.findall(before))
        for found in (_MARKER, _TURN_LINE)
    )


def placeholder_counts(text: str) -> Counter[str]:
    """How often each placeholder and each tag of template logic is written."""
    if "{" not in text and "<<" not in text:
        return Counter()
    part = part_of(text)
    counts = Counter(placeholder.written for placeholder in part.placeholders)
    counts.update(tag.written for tag in part.logic)
    return counts
