"""Selectors of rules that select nothing: a misspelled code looks like a clean run."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from prompt_lsp.analysis.selection import nearest, unknown_selectors
from prompt_lsp.config import Provenance, Resolved


class Misspelled(NamedTuple):
    """A selector of a configuration that speaks of no rule.

    Attributes:
        key: the setting that has it.
        path: the keys down to what holds it, or down to itself where it is a key.
        where: the line of these keys.
        selector: as it was written.
        near: the rule that it looks like.
    """

    key: str
    path: tuple[str, ...]
    where: Provenance
    selector: str
    near: str | None


def unknown(selectors: Iterable[str]) -> Iterator[str]:
    """What to say of each selector that speaks of no rule."""
    for selector, _ in unknown_selectors(selectors):
        yield no_rule(selector)


def no_rule(name: str) -> str:
    """What to say of a name that is no rule's."""
    near = nearest(name)
    hint = "" if near is None else f", did you mean `{near}`"
    return f"there is no rule `{name}`{hint}"


def unknown_in(resolved: Resolved) -> Iterator[str]:
    """What to say of those in the configuration of a folder, and where they stand."""
    for wrong in misspelled(resolved):
        yield f"{wrong.where}: `{wrong.key}`: {no_rule(wrong.selector)}"


def misspelled(resolved: Resolved) -> Iterator[Misspelled]:
    """The selectors in the configuration of a folder that speak of no rule."""
    for path, selectors in _lists(resolved):
        where = resolved.origin(".".join(path))
        for selector, near in unknown_selectors(selectors):
            yield Misspelled(path[0], path, where, selector, near)


def _lists(resolved: Resolved) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    settings = resolved.settings
    yield ("select",), settings.select
    yield ("ignore",), settings.ignore
    for code in settings.severity:
        yield ("severity", code), (code,)
    for glob, codes in settings.per_file_ignores.entries:
        yield ("per-file-ignores", glob), codes
