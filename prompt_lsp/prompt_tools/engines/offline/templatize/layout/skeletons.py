"""JSON that shows the form of an answer, and holds no values yet."""

import re

_KEY = re.compile(r'"[^"\\\r\n]{1,60}"[ \t]{0,8}:')
_BLANK = (
    r"<[^<>\"\r\n]{1,120}>|\.{3}|…|YYYY[-/.]MM[-/.]DD|HH:MM"
    r"|(?:string|number|list)[ ](?:or|in|of)[ ][^\"\r\n]{1,60}"
    r"|(?:string|str|number|int|integer|float|bool|boolean|list|array|object|date)"
    r"(?: ?\| ?(?:string|str|number|int|integer|float|bool|boolean|null|list|array))?"
)
# A value that is still to be filled in, be it quoted or not.
_OPEN = re.compile(
    rf'(?:[:,\[][ \t]{{0,8}})(?:"(?:{_BLANK})"|(?:{_BLANK}))(?=[\s,\]}}])'
)
_SEEN = 8_000  # characters of a block that are looked at


def is_skeleton(block: str) -> bool:
    """Whether at least half of the fields of some JSON wait for their values."""
    block = block[:_SEEN]
    open_values = sum(1 for _ in _OPEN.finditer(block))
    fields = sum(1 for _ in _KEY.finditer(block))
    return open_values > 0 and open_values * 2 >= fields
