"""Findings made by hand, so that output is tested apart from the rules."""

from collections.abc import Callable

import pytest

from prompt_lsp.cli.output.outcome import Checked, CheckedFile, Remedy, Shown
from prompt_lsp.formats.format import SourceEdit
from prompt_lsp.rules.rule import Hit, Rule, Scope, Severity
from prompt_lsp.text import Edit, Span


def _silent(_: object, __: object) -> tuple[Hit, ...]:
    """Something is wrong.

    ## What it does
    Reports that something is wrong.
    """
    return ()


RULE = Rule("TRN005", "unseparated-turn", Severity.WARNING, Scope.MARKER, _silent)


Make = Callable[..., Checked]


@pytest.fixture
def checked() -> Make:
    """Makes one finding on the first place where a text holds `at`."""

    def make(  # noqa: PLR0913 - the facts of a finding, told by keyword
        text: str,
        at: str | Span,
        *,
        path: str = "a.prompt",
        severity: Severity = Severity.ERROR,
        message: str = "`Assistant:` needs a blank line before it",
        new: str | None = None,
        safe: bool = True,
        action: str | None = None,
    ) -> Checked:
        if isinstance(at, str):
            start = text.index(at)
            at = Span(start, start + len(at))
        remedy = None
        if new is not None:
            remedy = Remedy("Separate it", safe, (SourceEdit(0, Edit(at, new)),))
        shown = Shown(RULE, severity, message, 0, at, remedy, action)
        return Checked((CheckedFile(path, text),), (shown,))

    return make
