"""What fixing would change, as a unified diff that `patch -p0` takes.

Lines are what ends in a line feed, as for every tool that reads such a diff: a
carriage return is a character of its line.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from prompt_lsp.cli.output.cells import visible
from prompt_lsp.cli.output.paint import Paint, paint_for
from prompt_lsp.cli.streams import put

_CONTEXT = 3  # lines around a change
_NO_LINE_END = "\n\\ No newline at end of file\n"

_COLOURS = {"-": "31", "+": "32", "@": "36"}

# What a name cannot have in the head of a diff as it is, and what is escaped then.
_UNPLAIN = re.compile(r'[\x00-\x1f\x7f"]')
_TO_ESCAPE = re.compile(r'[\x00-\x1f\x7f"\\]')
_ESCAPES = {'"': '"', "\\": "\\", "\n": "n", "\t": "t", "\r": "r"}

Opcode = tuple[str, int, int, int, int]


def unified_diff(path: str, before: str, after: str) -> str:
    """The diff of a file's text; empty where nothing changes."""
    old, new = _lines(before), _lines(after)
    hunks = "".join(_hunk(group, old, new) for group in _groups(old, new))
    name = _header(path)
    return f"--- {name}\n+++ {name}\n{hunks}" if hunks else ""


def for_terminal(diff: str, paint: Paint) -> str:
    """The diff in its usual colours, with nothing in it that a terminal obeys."""
    rows = (row.removesuffix("\r") for row in diff.split("\n")[:-1])
    return "".join(
        f"{paint(_COLOURS.get(row[:1], ''), visible(row))}\n" for row in rows
    )


def put_diff(diff: str) -> None:
    """Print a diff: in colours for people, to the letter for programs."""
    if sys.stdout.isatty():
        sys.stdout.write(for_terminal(diff, paint_for(sys.stdout)))
    else:
        put(diff.encode(errors="surrogateescape"))  # a file's name need not be UTF-8


def _header(path: str) -> str:
    """A path as the tools read it back from the head of a diff.

    A tab ends a name that has blanks, and one that has controls is quoted as in C.
    """
    if not _UNPLAIN.search(path):
        return f"{path}\t" if any(map(str.isspace, path)) else path
    return '"' + _TO_ESCAPE.sub(_escaped, path) + '"'


def _escaped(found: re.Match[str]) -> str:
    character = found[0]
    return "\\" + _ESCAPES.get(character, f"{ord(character):03o}")


def _lines(text: str) -> list[str]:
    """The lines with their ends; nothing but a line feed ends one."""
    *lines, rest = text.split("\n")
    return [f"{line}\n" for line in lines] + ([rest] if rest else [])


def _groups(old: Sequence[str], new: Sequence[str]) -> Iterator[list[Opcode]]:
    """The changes with their context, near ones together.

    Only what lies between the first and the last change is compared, for comparing
    takes more than linear time and fixes change little.
    """
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shorter - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    head, tail = max(0, head - _CONTEXT), max(0, tail - _CONTEXT)
    matcher = SequenceMatcher(
        None, old[head : len(old) - tail], new[head : len(new) - tail]
    )
    for group in matcher.get_grouped_opcodes(_CONTEXT):
        yield [
            (tag, a + head, b + head, c + head, d + head) for tag, a, b, c, d in group
        ]


def _hunk(group: Sequence[Opcode], old: Sequence[str], new: Sequence[str]) -> str:
    first, last = group[0], group[-1]
    head = f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n"
    rows = [head]
    for tag, a, b, c, d in group:
        if tag == "equal":
            rows += [_row(" ", line) for line in old[a:b]]
            continue
        rows += [_row("-", line) for line in old[a:b]]
        rows += [_row("+", line) for line in new[c:d]]
    return "".join(rows)


def _row(mark: str, line: str) -> str:
    return f"{mark}{line}" if line.endswith("\n") else f"{mark}{line}{_NO_LINE_END}"


def _range(start: int, stop: int) -> str:
    """Lines as a hunk's head counts them: from 1, and before an empty stretch."""
    length = stop - start
    first = start + 1 if length else start
    return f"{first}" if length == 1 else f"{first},{length}"
