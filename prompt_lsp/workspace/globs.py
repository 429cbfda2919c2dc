r"""Globs over paths.

`*` and `?` stay inside one name, `**/` stands for any number of folders, also for
none, `{a,b}` for either, `[a-z]` and `[!a-z]` for one character. A pattern without
a `/` matches at any depth, any other from its base on. Case counts. In paths and
patterns `\` is another `/`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise

from prompt_lsp.config import Globs

# Beyond these a pattern is an attack or an accident, and its braces are text.
_MOST_BRACES = 32
_MOST_ALTERNATIVES = 1000

_FOLDERS = "(?:[^/]+/)*"
_NEVER = "(?!)"


def matches(globs: Globs, path: str) -> bool:
    """Whether a pattern matches an absolute path."""
    if not globs.patterns:
        return False
    within = relative(path, globs.base)
    return within is not None and _any_of(globs.patterns).fullmatch(within) is not None


def covers(globs: Globs, path: str) -> bool:
    """Whether a pattern matches an absolute path or a folder above it.

    The path of a folder ends with `/`; then a pattern that matches all that the
    folder can hold covers it too.
    """
    if not globs.patterns:
        return False
    within = relative(path, globs.base)
    if within is None:
        return False
    return _any_of(globs.patterns, below=True).fullmatch(within) is not None


def first_match(globs: Globs, path: str, *, below: bool = False) -> str | None:
    """The first pattern that matches (that covers, with `below`), for people."""
    within = relative(path, globs.base)
    if within is None:
        return None
    found = (
        pattern
        for pattern in globs.patterns
        if compiled(pattern, below=below).fullmatch(within)
    )
    return next(found, None)


def relative(path: str, base: str) -> str | None:
    """The rest of a path below a folder, or None where it lies elsewhere.

    An empty base is the root.
    """
    path, base = _slashed(path), _slashed(base).rstrip("/")
    if not path.startswith(base):
        return None
    rest = path[len(base) :]
    if base and not rest.startswith("/"):
        return None
    return rest.removeprefix("/")


@lru_cache(maxsize=1024)
def compiled(pattern: str, *, below: bool = False) -> re.Pattern[str]:
    """The regular expression that a relative path fully matches."""
    written = [_written(one) for one in _alternatives(pattern.replace("\\", "/"))]
    one_of = "|".join(written)
    return re.compile(f"(?:{one_of})(?:/.*)?" if below else one_of, re.DOTALL)


@lru_cache(maxsize=256)
def _any_of(patterns: tuple[str, ...], *, below: bool = False) -> re.Pattern[str]:
    each = (compiled(pattern, below=below).pattern for pattern in patterns)
    return re.compile("|".join(f"(?:{one})" for one in each), re.DOTALL)


def _slashed(path: str) -> str:
    if "\\" in path:
        path = path.replace("\\", "/")
    if path[1:2] == ":":  # editors and Windows disagree on the case of drives
        path = path[0].upper() + path[1:]
    return path


def _alternatives(pattern: str) -> list[str]:
    if pattern.count("{") > _MOST_BRACES:
        return [pattern]
    found = list(islice(_expanded(pattern), _MOST_ALTERNATIVES + 1))
    return found if len(found) <= _MOST_ALTERNATIVES else [pattern]


def _expanded(pattern: str) -> Iterator[str]:
    cuts = _braces(pattern)
    if not cuts:
        yield pattern
        return
    for start, end in pairwise(cuts):
        for inner in _expanded(pattern[start + 1 : end]):
            for rest in _expanded(pattern[cuts[-1] + 1 :]):
                yield pattern[: cuts[0]] + inner + rest


def _braces(pattern: str) -> list[int]:
    """Where the first closed braces open, part and close; nothing if there are none."""
    openings = [at for at, char in enumerate(pattern) if char == "{"]
    for opening in openings:
        cuts = [opening]
        depth = 0
        for at in range(opening + 1, len(pattern)):
            char = pattern[at]
            if char == "," and depth == 0:
                cuts.append(at)
            elif char == "}" and depth == 0:
                return [*cuts, at]
            depth += (char == "{") - (char == "}")
    return []


def _written(pattern: str) -> str:
    """One pattern without braces as a regular expression.

    What stands between two `**` or two `*` is taken where it first occurs and never
    again elsewhere: this loses no match, and no pattern can take forever.
    """
    names = [name for name in pattern.split("/") if name not in ("", ".")]
    if not names:
        return _NEVER
    if pattern.endswith("/"):
        names.append("**")
    if "/" not in pattern.rstrip("/"):
        names.insert(0, "**")
    sections = _sections(names)
    if len(sections) == 1:
        return "/".join(sections[0])
    first, *middle, last = sections
    start = "".join(name + "/" for name in first)
    between = (f"(?>{_FOLDERS}?{'/'.join(names)}/)" for names in middle if names)
    end = _FOLDERS + "/".join(last) if last else ".*"
    return start + "".join(between) + end


def _sections(names: list[str]) -> list[list[str]]:
    """What stands before, between and after the `**`."""
    sections: list[list[str]] = [[]]
    for name in names:
        if name == "**":
            sections.append([])
        else:
            sections[-1].append(_name(name))
    return sections


def _name(name: str) -> str:
    pieces = [""]
    at = 0
    while at < len(name):
        if name[at] == "*":
            pieces.append("")
            at += 1
            continue
        piece, at = _character(name, at)
        pieces[-1] += piece
    first, *middle = pieces
    if not middle:
        return first
    last = middle.pop()
    return first + "".join(f"(?>[^/]*?{one})" for one in middle if one) + "[^/]*" + last


def _character(name: str, at: int) -> tuple[str, int]:
    """What matches one character of a path, and where the pattern goes on."""
    if name[at] == "?":
        return "[^/]", at + 1
    if name[at] == "[":
        negated = name[at + 1 : at + 2] in ("!", "^")
        start = at + 1 + negated
        end = name.find("]", start + 1)  # a bracket right at the start is a member
        if end > 0:
            return _class(name[start:end], negated=negated), end + 1
    return re.escape(name[at]), at + 1


def _class(members: str, *, negated: bool) -> str:
    written = ""
    at = 0
    while at < len(members):
        first = last = members[at]
        if members[at + 1 : at + 2] == "-" and at + 2 < len(members):
            last = members[at + 2]
            at += 2
        at += 1
        if first <= last:  # a range that runs backwards holds nothing
            written += f"{re.escape(first)}-{re.escape(last)}"
    if negated:
        return f"[^/{written}]"
    return f"(?!/)[{written}]" if written else _NEVER
