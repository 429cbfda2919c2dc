"""What a whole run of checking came to, and the sentences that say so."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from prompt_lsp.cli.output.outcome import Checked, Outcome, Shown, Skipped, Trouble
from prompt_lsp.rules.rule import Severity

_NOUNS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFORMATION: ("information message", "information messages"),
    Severity.HINT: ("hint", "hints"),
}


@dataclass(slots=True)
class Tally:
    """Counts outcomes while they pass.

    Attributes:
        checked: prompts that were checked.
        with_findings: prompts that have a finding, be it in their sidecar, and
            configuration files that have one.
        severities: findings by severity.
        safe, unsafe: findings whose fix is of that kind.
        applied: fixes that were applied, by code.
        fixed: prompts that a fix changed.
        skipped: prompts that nothing reads yet, by kind.
        troubles: what went wrong.
    """

    checked: int = 0
    with_findings: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)
    safe: int = 0
    unsafe: int = 0
    applied: Counter[str] = field(default_factory=Counter)
    fixed: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    troubles: int = 0

    def over(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The outcomes, each counted as it passes."""
        for outcome in outcomes:
            match outcome:
                case Checked():
                    self._count(outcome)
                case Skipped(_, kind):
                    self.skipped[kind] += 1
                case Trouble():
                    self.troubles += 1
            yield outcome

    def fails(self, threshold: Severity | None) -> bool:
        """Whether a finding weighs as much as the threshold; None is never met."""
        if threshold is None:
            return False
        return any(severity >= threshold for severity in self.severities)

    def _count(self, checked: Checked) -> None:
        self.checked += checked.is_prompt
        self.with_findings += bool(checked.shown)
        self.applied += checked.applied
        self.fixed += bool(checked.applied)
        for shown in checked.shown:
            self._count_finding(shown)

    def _count_finding(self, shown: Shown) -> None:
        self.severities[shown.severity] += 1
        if shown.remedy is not None:
            self.safe += shown.remedy.safe
            self.unsafe += not shown.remedy.safe


def summary(tally: Tally) -> Iterator[str]:
    """The sentences that end a run."""
    yield from applied(tally)
    if tally.severities:
        yield _found(tally)
    elif tally.checked:
        remain = "Nothing remains" if tally.applied else "All clean"
        yield f"{remain}: {counted(tally.checked, 'file', 'files')} checked."
    if tally.safe or tally.unsafe:
        yield _fixable(tally)
    yield from skipped(tally)


def applied(tally: Tally) -> Iterator[str]:
    """Which fixes were applied."""
    if tally.applied:
        codes = ", ".join(
            code if count == 1 else f"{count} {code}"
            for code, count in sorted(tally.applied.items())
        )
        total = counted(tally.applied.total(), "finding", "findings")
        yield f"Fixed {total} in {counted(tally.fixed, 'file', 'files')} ({codes})."


def skipped(tally: Tally) -> Iterator[str]:
    """Which kinds of prompts nothing reads yet."""
    for kind, count in sorted(tally.skipped.items()):
        yield f"skipped: no reader for {kind} ({counted(count, 'file', 'files')})"


def counted(count: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{count} {one if count == 1 else many}"


def _found(tally: Tally) -> str:
    counts = [
        counted(tally.severities[severity], *_NOUNS[severity])
        for severity in sorted(tally.severities, reverse=True)
    ]
    *most, last = counts
    listed = f"{', '.join(most)} and {last}" if most else last
    files = counted(tally.with_findings, "file", "files")
    return f"Found {listed} in {files} ({tally.checked} checked)."


def _fixable(tally: Tally) -> str:
    if not tally.unsafe:
        return f"{tally.safe} fixable with --fix."
    if not tally.safe:
        return f"{tally.unsafe} fixable with --fix --unsafe-fixes."
    return f"{tally.safe} fixable with --fix, {tally.unsafe} more with --unsafe-fixes."
