"""DOC003 for configuration files: a code that selects nothing, where it stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from prompt_lsp.analysis.selection import selection_of, unknown_selectors
from prompt_lsp.cli.output.outcome import Checked, CheckedFile, Shown, Trouble
from prompt_lsp.cli.selectors import Misspelled, misspelled
from prompt_lsp.config import Level, Resolved, Settings
from prompt_lsp.config.lines import key_lines, line_of
from prompt_lsp.rules.document.unknown_rule_code import unknown_rule_code
from prompt_lsp.rules.rule import Severity
from prompt_lsp.text import Span
from prompt_lsp.workspace import load, paths
from prompt_lsp.workspace.files import section_of
from prompt_lsp.workspace.trouble import Unreadable

# How a selector is written as a key, and as an item of a list.
_KEY = (
    r"""(["'])(?P<selector>{})\1[ \t]*=""",
    r"(?<![\w.-])(?P<selector>{})[ \t]*=",
)
_ITEM = (r"""(["'])(?P<selector>{})\1(?![ \t]*=)""",)


def configuration_findings(resolved: Iterable[Resolved]) -> Iterator[Checked | Trouble]:
    """The misspelled selectors of configurations, by file, each once."""
    by_file: dict[str, dict[Misspelled, Severity]] = {}
    for each in resolved:
        severity = _severity(each)
        for wrong in misspelled(each):
            if wrong.where.file is not None and severity is not None:
                found = by_file.setdefault(wrong.where.file, {})
                found.setdefault(wrong, severity)
    for file, found in by_file.items():
        yield _checked(file, found)


def _severity(resolved: Resolved) -> Severity | None:
    """What the findings weigh; None where somebody wishes not to see them.

    A file's own `select` has no say in them, for it may be what is misspelled.
    """
    settings = resolved.settings
    if resolved.origin("select").level is Level.FLAG:
        return selection_of(settings).severity(unknown_rule_code, None)
    selection = selection_of(replace(settings, select=()))
    severity = selection.severity(unknown_rule_code, None)
    if severity is None and _selects_nothing(settings):
        return unknown_rule_code.severity
    return severity


def _selects_nothing(settings: Settings) -> bool:
    wrong = sum(1 for _ in unknown_selectors(settings.select))
    return 0 < wrong == len(settings.select)


def _checked(path: str, found: dict[Misspelled, Severity]) -> Checked | Trouble:
    name = _shown_path(path)
    try:
        text = load.read(path).text
    except Unreadable as trouble:
        return Trouble(trouble.reason, name)
    places = key_lines(text)
    shown = (
        Shown(
            unknown_rule_code,
            severity,
            _message(wrong),
            0,
            _span(text, places, section_of(path) + wrong.path, wrong),
        )
        for wrong, severity in found.items()
    )
    in_order = sorted(shown, key=lambda each: each.span)
    return Checked((CheckedFile(name, text),), tuple(in_order), is_prompt=False)


def _message(wrong: Misspelled) -> str:
    said = f"`{wrong.selector}` in `{wrong.key}` is no rule"
    return said if wrong.near is None else f"{said}; did you mean `{wrong.near}`?"


def _span(
    text: str,
    places: dict[tuple[str, ...], int],
    path: tuple[str, ...],
    wrong: Misspelled,
) -> Span:
    """The selector itself, or else the line of its key."""
    first = line_of(places, path) or 1
    after = (line for line in places.values() if line > first)
    start, stop = _line(text, first)[0], _line(text, min(after, default=0))[0]
    is_key = wrong.key == "severity"
    for pattern in _KEY if is_key else _ITEM:
        written = re.compile(pattern.format(re.escape(wrong.selector)))
        if found := written.search(text, start, stop or len(text)):
            return Span(*found.span("selector"))
    return Span(*_line(text, first))


def _line(text: str, number: int) -> tuple[int, int]:
    """Where a line, from 1, begins and ends; (0, 0) for one that is none."""
    start = 0
    for _ in range(number - 1):
        start = text.find("\n", start) + 1
    if not number:
        return 0, 0
    end = text.find("\n", start)
    line = text[start:] if end < 0 else text[start:end]
    return start, start + len(line.rstrip("\r"))


def _shown_path(path: str) -> str:
    here = str(Path.cwd())
    if not paths.inside(path, here):
        return path
    return str(Path(path).relative_to(here))
