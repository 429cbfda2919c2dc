"""On which line of a TOML text a key stands.

The parser of the standard library gives values without places. This reads just
enough of the lines to find the keys again: headers of tables, and keys at the
start of a line.
"""

import re
from collections.abc import Iterator, Mapping

Path = tuple[str, ...]

_NAME = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_KEY = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_HEADER = re.compile(rf"[ \t]*\[\[?[ \t]*({_KEY})[ \t]*\]")
_ENTRY = re.compile(rf"[ \t]*({_KEY})[ \t]*=")
_ONE_NAME = re.compile(_NAME)
_QUOTES = ('"""', "'''")


def key_lines(text: str) -> dict[Path, int]:
    """The first line, from 1, of each key and table, by its path from the root."""
    found: dict[Path, int] = {}
    for number, path in _keys(text):
        for length in range(1, len(path) + 1):
            found.setdefault(path[:length], number)
    return found


def line_of(lines: Mapping[Path, int], path: Path) -> int | None:
    """The line of a key; of what holds it, where it stands inside a value."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path)


def _keys(text: str) -> Iterator[tuple[int, Path]]:
    table: Path = ()
    open_quote = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if open_quote:
            if line.count(open_quote) % 2:
                open_quote = ""
        elif header := _HEADER.match(line):
            table = _names(header[1])
            yield number, table
        elif entry := _ENTRY.match(line):
            yield number, table + _names(entry[1])
            odd = (quote for quote in _QUOTES if line.count(quote) % 2)
            open_quote = next(odd, "")


def _names(key: str) -> Path:
    return tuple(name.strip("\"'") for name in _ONE_NAME.findall(key))
