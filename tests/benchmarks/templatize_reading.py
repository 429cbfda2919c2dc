"""The cases of `templatize_cases`: prompts, and what to take out of them.

The grammar of a case file stands in the README beside the files.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import NamedTuple

from prompt_lsp.prompt_tools.schema import Message, Templatize

CASES = Path(__file__).parent / "templatize_cases"
ROLES = ("system", "user", "assistant")

_DIRECTIVE = re.compile(r"@@ ([a-z]+|#)(?: (.*))?")
_BRACKETS = re.compile("([⟦⟧⟨⟩])")
_ARTICLE = re.compile("(?i:an?|the|our|my|die|der|das|les?|la|el|los|las) ")
_NAMES = re.compile(r"[A-Z][A-Z0-9_]*(?:/[A-Z][A-Z0-9_]*)*")


class Gold(NamedTuple):
    """A value to take out.

    Attributes:
        values: what it may be.
        names: what it may be called.
        required: it must be found; else it may be.
        instead: values of a whole around it that may be taken in its stead.
    """

    values: tuple[str, ...]
    names: tuple[str, ...]
    required: bool
    instead: frozenset[str] = frozenset()


class Marked(NamedTuple):
    """A text, the same with placeholders for its required marks, and the marks."""

    plain: str
    template: str
    golds: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A prompt and its gold.

    Attributes:
        kind: of prompt; the name of the file.
        job: the prompt.
        expected: the same with a placeholder for each required value.
        golds: all values that are marked.
    """

    kind: str
    name: str
    flags: frozenset[str]
    job: Templatize
    expected: Templatize
    golds: tuple[Gold, ...]

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to take out."""
        return not self.golds


class Broken(Exception):
    """A case file is not as the README says."""


def read_cases(folder: Path) -> list[Case]:
    """All cases of a folder, file by file.

    Raises:
        Broken: a file is not as the README says.
    """
    return [case for path in sorted(folder.glob("*.txt")) for case in _of_file(path)]


def read_synonyms(path: Path) -> dict[str, frozenset[str]]:
    """What else a name may be: lines of `NAME: OTHER OTHER …`."""
    table: dict[str, frozenset[str]] = {}
    for line in path.read_text("utf-8").splitlines():
        name, colon, others = line.partition(":")
        if colon and not line.startswith("#"):
            table[name.strip()] = frozenset(others.split())
    return table


def parse_marks(text: str) -> Marked:
    """A text without its marks, and what they say.

    Raises:
        Broken: a bracket has no other, or a mark has no name.
    """
    pieces = iter(_BRACKETS.split(text))
    marked = _marked(pieces, depth=0)
    if next(pieces, None) is not None:
        message = f"a mark ends that has not begun: {text[:60]!r}"
        raise Broken(message)
    return marked


@dataclass(slots=True)
class _Block:
    """The lines of one block, and from which on how often they are repeated.

    Attributes:
        given: its text came on the directive's line, and no more may follow.
    """

    lines: list[str] = field(default_factory=list)
    begin: int = 0
    times: int = 1
    given: bool = False

    def text(self, ends: str) -> Marked:
        lines = self.lines if self.given else _trimmed(self.lines)
        unit = lines[self.begin :]
        # A mark in what is repeated is one mark.
        plain = parse_marks("\n".join(unit)).plain.split("\n")
        return parse_marks(ends.join(lines + plain * (self.times - 1)))


@dataclass(slots=True)
class _Draft:
    """A case while its lines are read."""

    name: str
    flags: frozenset[str]
    said: list[tuple[str, list[_Block]]] = field(default_factory=list)

    def heed(self, word: str, rest: str) -> None:
        """Do what a directive says."""
        lines = json.loads(rest).split("\n") if rest.startswith('"') else []
        block = _Block(lines, given=bool(lines))
        if word in ROLES:
            self.said.append((word, [block]))
        elif word == "block":
            self.said[-1][1].append(block)
        elif word == "again":
            last = self.said[-1][1][-1]
            last.lines = _trimmed(last.lines)
            last.begin, last.times = len(last.lines), int(rest)
        elif word != "#":
            message = f"{self.name}: no such directive: {word}"
            raise Broken(message)

    def add(self, line: str) -> None:
        """One more line of the last block."""
        block = self.said[-1][1][-1] if self.said else None
        if block and not block.given:
            block.lines.append(line)
        elif line.strip():
            message = f"{self.name}: text outside a block: {line[:60]!r}"
            raise Broken(message)

    def case(self, kind: str) -> Case:
        ends = "\r\n" if "crlf" in self.flags else "\n"
        read = [
            (role, [block.text(ends) for block in blocks]) for role, blocks in self.said
        ]
        return Case(
            kind,
            self.name,
            self.flags,
            _job([(role, [one.plain for one in texts]) for role, texts in read]),
            _job([(role, [one.template for one in texts]) for role, texts in read]),
            tuple(gold for _, texts in read for one in texts for gold in one.golds),
        )


def _of_file(path: Path) -> Iterator[Case]:
    draft: _Draft | None = None
    for line in path.read_text("utf-8").split("\n"):
        found = _DIRECTIVE.fullmatch(line)
        if found and found[1] == "case":
            if draft:
                yield draft.case(path.stem)
            name, *flags = (found[2] or "").split()
            draft = _Draft(name, frozenset(flags))
        elif draft and found:
            draft.heed(found[1], found[2] or "")
        elif draft:
            draft.add(line)
        elif line.strip() and not line.startswith("@@"):
            message = f"{path.name}: text before the first case: {line[:60]!r}"
            raise Broken(message)
    if draft:
        yield draft.case(path.stem)


def _job(said: list[tuple[str, list[str]]]) -> Templatize:
    system = [texts[0] for role, texts in said if role == "system"]
    return Templatize(
        tuple(
            Message("assistant" if role == "assistant" else "user", tuple(texts))
            for role, texts in said
            if role != "system"
        ),
        system[0] if system else None,
    )


def _trimmed(lines: list[str]) -> list[str]:
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return lines[:end]


def _marked(pieces: Iterator[str], *, depth: int) -> Marked:
    """What stands up to the end of the mark, or of the text at depth 0."""
    plain, template, said = "", "", ""
    golds: list[Gold] = []
    for piece in pieces:
        if piece == "⟧":
            return _closed(said, golds)
        if piece == "⟦":
            inner = _marked(pieces, depth=depth + 1)
            plain += inner.plain
            template += inner.template
            said += inner.plain
            golds.extend(inner.golds)
        else:
            said += piece
            plain += piece
            template += piece
    if depth:
        message = f"a mark does not end: {plain[:60]!r}"
        raise Broken(message)
    return Marked(plain, template, tuple(golds))


def _closed(said: str, inner: list[Gold]) -> Marked:
    """A whole mark: its value, perhaps with parts that may be left out, its names."""
    body, _, names = said.rpartition("|")
    if not _NAMES.fullmatch(names):
        message = f"a mark has no name: {said[:60]!r}"
        raise Broken(message)
    sign = body[:1] if body.startswith(("?", "~")) else ""
    pieces = re.split("(⟨[^⟩]*⟩)", body.removeprefix(sign))
    ways = [("", one[1:-1]) if one.startswith("⟨") else (one,) for one in pieces]
    plain = "".join(way[-1] for way in ways)
    whole = ["".join(way) for way in product(*ways)]
    values = dict.fromkeys(one for way in whole for one in (way, *_bare(way)))
    gold = Gold(
        tuple(one for one in values if one and one in plain),
        tuple(names.split("/")),
        required=not sign,
    )
    if sign == "~":
        whole = frozenset(gold.values)
        inner = [one._replace(instead=one.instead | whole) for one in inner]
    template = plain if sign else f"{{{{{gold.names[0]}}}}}"
    return Marked(plain, template, (gold, *inner))


def _bare(value: str) -> Iterator[str]:
    """A value without what may always be left out: article, final full stop."""
    article = _ARTICLE.match(value)
    starts = (0, article.end()) if article else (0,)
    stops = (len(value), len(value.rstrip(".。")))
    yield from (value[start:stop] for start in starts for stop in stops)
