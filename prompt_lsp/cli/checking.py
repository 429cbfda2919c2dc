"""Checks prompts one after the other, and fixes them where that is asked."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from prompt_lsp.analysis.fixer import MOST_PASSES
from prompt_lsp.cli.diff import unified_diff
from prompt_lsp.cli.findings import findings
from prompt_lsp.cli.opening import Opening, crashed
from prompt_lsp.cli.output.outcome import Outcome, Skipped, Trouble
from prompt_lsp.cli.prompt import Opened, changes, fixed
from prompt_lsp.document.model import Document
from prompt_lsp.workspace.trouble import Unwritable

T = TypeVar("T")

# Keeps a fixed document, and gives the one that holds from then on.
Keep = Callable[[Opened, Document], Document]


def checked(openings: Iterable[Opening]) -> Iterator[Outcome]:
    """What the rules say of each prompt."""
    for opening in openings:
        if isinstance(opening, Opened):
            yield from _guarded(opening, _findings(opening, opening.document))
        else:
            yield opening


def fixed_and_checked(
    openings: Iterable[Opening], keep: Keep, *, unsafe: bool
) -> Iterator[Outcome]:
    """What the rules say of each prompt after it was fixed and kept."""
    for opening in openings:
        if isinstance(opening, Opened):
            yield from _guarded(opening, _fixed(opening, keep, unsafe=unsafe))
        else:
            yield opening


def diffs(
    openings: Iterable[Opening], *, unsafe: bool
) -> Iterator[str | Skipped | Trouble]:
    """What fixing would change, as text, and what stands in its way."""
    for opening in openings:
        if not isinstance(opening, Opened):
            yield opening
            continue
        yield from _guarded(opening, _diffs(opening, unsafe=unsafe))


def _fixed(prompt: Opened, keep: Keep, *, unsafe: bool) -> Iterator[Outcome]:
    result = fixed(prompt, unsafe=unsafe)
    if result.unstable:
        yield _unstable(prompt)
        yield from _findings(prompt, keep(prompt, prompt.document))
        return
    try:
        document = keep(prompt, result.document)
    except Unwritable as trouble:
        yield Trouble(f"not fixed: {trouble.reason}", trouble.path)
        yield from _findings(prompt, prompt.document)
        return
    yield from _findings(prompt, document, result.applied)


def _findings(
    prompt: Opened, document: Document, applied: Counter[str] | None = None
) -> Iterator[Outcome]:
    for name, reason in prompt.unread:
        yield Trouble(reason, name)
    yield from findings(document, prompt.names, prompt.settings, applied or Counter())


def _diffs(prompt: Opened, *, unsafe: bool) -> Iterator[str | Trouble]:
    result = fixed(prompt, unsafe=unsafe)
    if result.unstable:
        yield _unstable(prompt)
        return
    for name, file, after in changes(prompt, result.document):
        mark = "\ufeff" if file.bom else ""
        yield unified_diff(name, mark + file.text, mark + after)


def _guarded(prompt: Opened, outcomes: Iterator[T]) -> Iterator[T | Trouble]:
    try:
        yield from outcomes
    except Exception as error:  # noqa: BLE001 - one file must not cost the others
        yield crashed(prompt.names[0], error)


def _unstable(prompt: Opened) -> Trouble:
    message = (
        f"not fixed: still changing after {MOST_PASSES} passes, which is a mistake "
        "in prompt-lsp; please report it"
    )
    return Trouble(message, prompt.names[0])
