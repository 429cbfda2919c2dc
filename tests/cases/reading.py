"""Reads case files: Markdown whose fences hold a prompt and what is said of it.

The grammar is told in `tests/cases/README.md`.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from prompt_lsp.config import Settings
from prompt_lsp.config.layers import Layer, Level, resolve
from prompt_lsp.document.model import Source
from prompt_lsp.text import Span

_TITLE = re.compile(r"## +(.+)")
_FENCE = re.compile(r"(`{3,})(\w+)?(.*)")
_CHARACTERS = re.compile(r"⟦([0-9a-f]+(?: [0-9a-f]+)*)⟧")
_NO_LINE_END = "⟦/⟧"
_NOTE = re.compile(
    r"( *)(\^→|\^+|!) ?([A-Z]{3}\d{3}) (error|warning|information|hint)(?: (.*))?"
)
_KINDS = frozenset({"prompt", "fixed", "toml", "sidecar", "values", "shown"})


class Note(NamedTuple):
    """What is said of a stretch of a source."""

    source: int
    span: Span
    code: str
    severity: str


class Text(NamedTuple):
    """The text of a fence, and what its annotation lines say of it."""

    text: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Case:
    """A prompt, what the rules say of it, and what fixing makes of it.

    Attributes:
        fixed: for each mode of fixing (safe, unsafe) and source the text after it.
        values: what a user fills in before a preview.
        shown: the preview, where the case is about that.
    """

    title: str
    line: int
    prompt: Text
    name: str = "case.prompt.txt"
    declared: bool = False
    exact: bool = False
    settings: Settings = field(default_factory=Settings)
    sidecar: Text | None = None
    fixed: tuple[tuple[bool, int, str], ...] = ()
    values: dict[str, str] = field(default_factory=dict)
    shown: str | None = None

    @property
    def sources(self) -> tuple[Source, ...]:
        """The files that the case stands for."""
        file = Source(self.name, self.prompt.text)
        if self.sidecar is None:
            return (file,)
        stem = re.sub(r"(\.prompt)?\.\w+$", "", self.name)
        return (file, Source(f"{stem}.vars.json", self.sidecar.text))

    @property
    def notes(self) -> list[Note]:
        """All that is said, in order."""
        beside = self.sidecar.notes if self.sidecar else ()
        return sorted((*self.prompt.notes, *beside))


class _Fence(NamedTuple):
    title: str
    line: int
    kind: str
    options: tuple[str, ...]
    lines: tuple[str, ...]


def read_file(path: Path) -> list[Case]:
    """The cases of a file."""
    return list(cases(path.read_text(encoding="utf-8")))


def cases(markdown: str) -> Iterator[Case]:
    """The cases of a Markdown text: each `prompt` fence and those that belong to it.

    Fences of settings and of a sidecar stand before it, what comes of it after it.
    """
    settings, sidecar, case = Settings(), None, None
    for fence in _fences(markdown):
        if fence.kind in _RESULTS:
            assert case is not None, f"line {fence.line}: no prompt before"
            case = _RESULTS[fence.kind](case, fence)
            continue
        if case is not None:
            yield case
            settings, sidecar, case = Settings(), None, None
        if fence.kind == "toml":
            settings = _settings(fence)
        elif fence.kind == "sidecar":
            sidecar = _text(fence.lines, 1)
        else:
            case = _case(fence, settings, sidecar)
    if case is not None:
        yield case


def _fences(markdown: str) -> Iterator[_Fence]:
    title, opened, start = "", None, 0
    lines = markdown.split("\n")
    for number, line in enumerate(lines):
        fence = _FENCE.fullmatch(line)
        if opened is not None:
            if fence and fence[1] == opened[1] and not fence[2]:
                if opened[2] in _KINDS:
                    body = tuple(lines[start + 1 : number])
                    options = tuple(opened[3].split())
                    yield _Fence(title, start + 1, opened[2], options, body)
                opened = None
        elif fence:
            opened, start = fence, number
        elif heading := _TITLE.fullmatch(line):
            title = heading[1]
    assert opened is None, f"line {start + 1}: the fence is not closed"


def _case(fence: _Fence, settings: Settings, sidecar: Text | None) -> Case:
    names = [one.partition("=")[2] for one in fence.options if one.startswith("name=")]
    flags = {one for one in fence.options if not one.startswith("name=")}
    assert flags <= {"declared", "exact"}, f"line {fence.line}: unknown {flags}"
    return Case(
        fence.title,
        fence.line,
        _text(fence.lines, 0),
        *names,
        declared="declared" in flags,
        exact="exact" in flags,
        settings=settings,
        sidecar=sidecar,
    )


def _with_fixed(case: Case, fence: _Fence) -> Case:
    assert set(fence.options) <= {"unsafe", "sidecar"}, f"line {fence.line}"
    text = _text(fence.lines, 0)
    assert not text.notes, f"line {fence.line}: an annotation in a fixed text"
    fixed = "unsafe" in fence.options, int("sidecar" in fence.options), text.text
    return replace(case, fixed=(*case.fixed, fixed))


def _with_values(case: Case, fence: _Fence) -> Case:
    return replace(case, values=json.loads("\n".join(fence.lines)))


def _with_shown(case: Case, fence: _Fence) -> Case:
    return replace(case, shown=_text(fence.lines, 0).text)


_RESULTS = {"fixed": _with_fixed, "values": _with_values, "shown": _with_shown}


def _settings(fence: _Fence) -> Settings:
    table = tomllib.loads("\n".join(fence.lines))
    resolved = resolve([Layer(Level.PROJECT, table)])
    assert not resolved.problems, resolved.problems
    return resolved.settings


def _text(lines: tuple[str, ...], source: int) -> Text:
    """The text that raw lines stand for, without those that annotate it."""
    text, notes = "", []
    above, start = "", 0
    for line in lines:
        note = _NOTE.fullmatch(line)
        if note is None:
            above, start = line, len(text)
            text += _decoded(line) + "\n"
        else:
            notes.append((start, above, note))
    if lines and _NO_LINE_END in above:
        text = text[:-1]
    return Text(text, tuple(_note(source, text, *note) for note in notes))


def _note(source: int, text: str, start: int, above: str, note: re.Match[str]) -> Note:
    column = len(note[1])
    first = start + len(_decoded(above[:column]))
    if note[2] == "^→":
        end = first + len(_decoded(note[5]))
        assert text[first:end] == _decoded(note[5]), f"{note[0]}: {text[first:end]!r}"
    elif note[2] == "!":
        end = first
    else:
        end = start + len(_decoded(above[: column + len(note[2])]))
        assert column + len(note[2]) <= len(above), f"past the line's end: {note[0]}"
    return Note(source, Span(first, end), note[3], note[4])


def _decoded(raw: str) -> str:
    """Raw text with the characters that it spells out."""
    raw = raw.replace(_NO_LINE_END, "")
    return _CHARACTERS.sub(
        lambda match: "".join(chr(int(code, 16)) for code in match[1].split()), raw
    )
