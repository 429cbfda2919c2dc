"""Selectors of rules that select nothing: a misspelled code looks like a clean run."""

from collections.abc import Iterable, Iterator
from itertools import chain

from prompt_lsp.analysis.selection import nearest, unknown_selectors
from prompt_lsp.config import Resolved


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
    settings = resolved.settings
    of_files = (codes for _, codes in settings.per_file_ignores.entries)
    for key, selectors in (
        ("select", settings.select),
        ("ignore", settings.ignore),
        ("severity", tuple(settings.severity)),
        ("per-file-ignores", tuple(chain.from_iterable(of_files))),
    ):
        for message in unknown(selectors):
            yield f"{resolved.origin(key)}: `{key}`: {message}"
