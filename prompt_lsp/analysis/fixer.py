"""Applies fixes, pass by pass, until nothing changes."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from prompt_lsp import formats
from prompt_lsp.analysis.engine import Finding, analyse
from prompt_lsp.analysis.judge import Judge
from prompt_lsp.analysis.remedies import (
    Candidate,
    Remedy,
    approves_together,
    joint_edits,
    offers,
)
from prompt_lsp.analysis.tokens import NotCounted
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document
from prompt_lsp.document.operations import Declare, Undeclare
from prompt_lsp.formats.format import SourceEdit

MOST_PASSES = 10

# These change which turns there are, so one of them is judged at a time.
_ONE_CODE_A_PASS = ("TRN001", "TRN002", "TRN003", "TRN004", "TRN011", "TRN012")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A document after fixing.

    Attributes:
        document: what the fixed sources parse to.
        applied: how many fixes of each code were applied.
        unstable: the last pass still changed something, which is our bug.
    """

    document: Document
    applied: Counter[str]
    unstable: bool = False


def fix_document(
    document: Document,
    settings: Settings,
    *,
    unsafe: bool = False,
    alone: bool = False,
) -> Fixed:
    """The document with its safe fixes applied, or with all, until none is left.

    With `alone` the sidecar of its variables stays as it is, and so does what needs
    both.
    """
    applied: Counter[str] = Counter()
    for _ in range(MOST_PASSES + 1):
        findings = analyse(document, settings, NotCounted()).findings
        chosen = offers(document, findings, settings, unsafe=unsafe, alone=alone)
        kept = _one_pass(document, findings, chosen, settings)
        edits = joint_edits(document, kept)
        if not edits:
            return Fixed(document, applied)
        applied.update(one.finding.rule.code for one in kept)
        before, document = document, formats.apply(document, edits)
    return Fixed(before, applied, unstable=True)


def together(
    document: Document,
    findings: Sequence[Finding],
    settings: Settings,
    *,
    unsafe: bool = False,
) -> tuple[tuple[Finding, ...], tuple[SourceEdit, ...]]:
    """Those of some findings that one pass mends, and the edits that do it."""
    chosen = offers(document, findings, settings, unsafe=unsafe)
    kept = _one_pass(document, findings, chosen, settings)
    mended = tuple(one.finding for one in kept)
    return mended, joint_edits(document, kept) or ()


def _one_pass(
    document: Document,
    findings: Sequence[Finding],
    chosen: Sequence[Remedy | None],
    settings: Settings,
) -> list[Candidate]:
    """The fixes that one pass applies, together no worse than each alone."""
    candidates = [
        Candidate(number, finding, remedy)
        for number, (finding, remedy) in enumerate(zip(findings, chosen, strict=True))
        if remedy
    ]
    waiting = _in_their_turn(candidates)
    apart = _apart(sorted(waiting, key=lambda one: one.order))
    kept: list[Candidate] = []
    _keep(document, Judge(document, settings), kept, apart)
    return kept


def _keep(
    document: Document, judge: Judge, kept: list[Candidate], more: Sequence[Candidate]
) -> None:
    """Keep of some fixes as many as do no harm beside those that are kept already."""
    if not more:
        return
    if approves_together(document, judge, [*kept, *more]):
        kept += more
    elif len(more) > 1:
        middle = len(more) // 2
        _keep(document, judge, kept, more[:middle])
        _keep(document, judge, kept, more[middle:])


def _in_their_turn(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The fixes that are due in a pass.

    Of those that change which turns there are, the lowest code is. A declaration
    that seems unused goes when no other fix may still turn out to use it.
    """
    codes = {one.finding.rule.code for one in candidates}
    lowest = next((code for code in _ONE_CODE_A_PASS if code in codes), None)
    only_removals = all(map(_only_removes, candidates))
    for one in candidates:
        code = one.finding.rule.code
        due = code == lowest or code not in _ONE_CODE_A_PASS
        if due and (only_removals or not _only_removes(one)):
            yield one


def _only_removes(candidate: Candidate) -> bool:
    return all(isinstance(each, Undeclare) for each in candidate.operations)


def _apart(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Those that share no text with an earlier one; the others wait for a pass.

    Declarations are written in one place, and never get in each other's way.
    """
    kept: list[Candidate] = []
    taken: list[SourceEdit] = []
    for one in candidates:
        if all(isinstance(each, Declare) for each in one.operations):
            kept.append(one)
        elif not any(_clashes(edit, taken) for edit in one.remedy.edits):
            kept.append(one)
            for edit in one.remedy.edits:
                insort(taken, edit)
    return kept


def _clashes(edit: SourceEdit, taken: Sequence[SourceEdit]) -> bool:
    """Whether an edit shares text or its start with one of some sorted ones."""
    at = bisect_left(taken, edit)
    return any(_clash(edit, other) for other in taken[max(0, at - 1) : at + 1])


def _clash(one: SourceEdit, other: SourceEdit) -> bool:
    a, b = one.edit.span, other.edit.span
    if one.source != other.source:
        return False
    return a.start == b.start or (a.start < b.end and b.start < a.end)
