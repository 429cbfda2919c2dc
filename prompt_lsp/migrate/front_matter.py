"""The front matter that a prompt needs to say what its text cannot.

How it is read is the affair of the formats; here stands as much of it as is needed
to write a block that they read, and to see what they would take for one.
"""

import json
import re
from collections.abc import Mapping

_OPENING = re.compile(r"---[ \t]*(?:\r\n?|\n)")
_CLOSING = re.compile(r"[\r\n](?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)")
# YAML reads it as this very text, whatever its version.
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-._][A-Za-z0-9]+)+")


def begins_with_front_matter(text: str) -> bool:
    """Whether the start of a file would be read as front matter."""
    opening = _OPENING.match(text)
    return bool(opening and _CLOSING.search(text, opening.end() - 1))


def front_matter(values: Mapping[str, str], line_end: str) -> str:
    """The block that gives keys their values, which are printable ASCII."""
    lines = ["---", *(f"{key}: {_scalar(text)}" for key, text in values.items()), "---"]
    return "".join(line + line_end for line in lines)


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else json.dumps(text)
