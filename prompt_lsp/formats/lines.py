"""Where the line of an offset begins and ends."""

import re

_LINE_END = re.compile(r"[\r\n]")


def line_start(text: str, offset: int) -> int:
    """Where the line of an offset begins."""
    start = text.rfind("\n", 0, offset) + 1
    # Only as far back as that: most files have no other line end to find.
    return text.rfind("\r", start, offset) + 1 or start


def line_end(text: str, offset: int) -> int:
    """Where the content of an offset's line ends, before its line end."""
    found = _LINE_END.search(text, offset)
    return found.start() if found else len(text)
