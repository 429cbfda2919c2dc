"""Fixes: which are offered, and how several are applied until nothing changes.

A fix is offered only if a document after it is no worse: the same prompts are
there, none lost its turns, no family has more errors or a new kind of warning.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from prompt_lsp import formats
from prompt_lsp.analysis.engine import Finding, analyse, family_hits
from prompt_lsp.analysis.tokens import NotCounted
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document, Prompt
from prompt_lsp.document.verdict import sent_faults
from prompt_lsp.formats.format import SourceEdit
from prompt_lsp.rules.rule import Fix, Severity

MOST_PASSES = 10
_FEW = 8

# These change which turns there are, so one of them is judged at a time.
_ONE_CODE_A_PASS = ("TRN001", "TRN002", "TRN003", "TRN004", "TRN011", "TRN012")
# Repairs bring these to light; they were there before.
_MAY_COME_TO_LIGHT = frozenset({"TRN011", "TRN012"})


@dataclass(frozen=True, slots=True, eq=False)
class Remedy:
    """A fix that is offered, and its edits of the document's sources, in order."""

    fix: Fix
    edits: tuple[SourceEdit, ...]


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


def remedies(
    document: Document, finding: Finding, settings: Settings
) -> Iterator[Remedy]:
    """The fixes of a finding that are offered, the preferred one first."""
    judge = _Judge(document, settings)
    for fix in finding.fixes:
        remedy = _remedy(document, finding, fix)
        if remedy and judge.approves((finding,), remedy.edits):
            yield remedy


def offers(
    document: Document,
    findings: Sequence[Finding],
    settings: Settings,
    *,
    unsafe: bool = True,
) -> tuple[Remedy | None, ...]:
    """For each finding the preferred one of its fixes that are offered.

    Without `unsafe` only safe fixes count.
    """
    judge = _Judge(document, settings)
    chosen: dict[int, Remedy] = {}
    by_code: dict[tuple[str, int], list[_Candidate]] = {}
    for index, finding in enumerate(findings):
        for rank, fix in enumerate(finding.fixes):
            remedy = _remedy(document, finding, fix) if fix.safe or unsafe else None
            if remedy:
                candidate = _Candidate(index, finding, remedy)
                by_code.setdefault((finding.rule.code, rank), []).append(candidate)
    for _, candidates in sorted(by_code.items(), key=lambda item: item[0][1]):
        open_ones = [one for one in candidates if one.number not in chosen]
        for one in _approved(judge, open_ones):
            chosen[one.number] = one.remedy
    return tuple(chosen.get(index) for index in range(len(findings)))


def together(
    document: Document,
    findings: Sequence[Finding],
    settings: Settings,
    *,
    unsafe: bool = False,
) -> tuple[tuple[Finding, Remedy], ...]:
    """The fixes of some findings that one pass applies, in the order of places."""
    kept = _one_pass(document, findings, settings, unsafe=unsafe)
    return tuple((one.finding, one.remedy) for one in kept)


def fix_document(
    document: Document, settings: Settings, *, unsafe: bool = False
) -> Fixed:
    """The document with its safe fixes applied, or with all, until none is left."""
    applied: Counter[str] = Counter()
    for _ in range(MOST_PASSES):
        kept = _one_pass(
            document, _findings(document, settings), settings, unsafe=unsafe
        )
        if not kept:
            return Fixed(document, applied)
        applied.update(one.finding.rule.code for one in kept)
        document = formats.apply(document, _edits(kept))
    left = _one_pass(document, _findings(document, settings), settings, unsafe=unsafe)
    return Fixed(document, applied, unstable=bool(left))


class _Candidate(NamedTuple):
    """A fix that might be applied, and the finding that it mends, by its number."""

    number: int
    finding: Finding
    remedy: Remedy

    @property
    def order(self) -> tuple[int, int, str]:
        """By place, the lower code first at one offset."""
        source, edit = self.remedy.edits[0]
        return source, edit.span.start, self.finding.rule.code


def _remedy(document: Document, finding: Finding, fix: Fix) -> Remedy | None:
    edits = formats.edits(document, finding.prompt, fix.operations)
    return Remedy(fix, tuple(sorted(edits))) if edits else None


def _edits(candidates: Iterable[_Candidate]) -> list[SourceEdit]:
    return [edit for one in candidates for edit in one.remedy.edits]


def _findings(document: Document, settings: Settings) -> tuple[Finding, ...]:
    return analyse(document, settings, NotCounted()).findings


def _one_pass(
    document: Document, findings: Sequence[Finding], settings: Settings, *, unsafe: bool
) -> list[_Candidate]:
    """The fixes that one pass applies, together no worse than each alone."""
    chosen = offers(document, findings, settings, unsafe=unsafe)
    candidates = [
        _Candidate(index, finding, remedy)
        for index, (finding, remedy) in enumerate(zip(findings, chosen, strict=True))
        if remedy
    ]
    apart = _apart(sorted(_one_code(candidates), key=lambda one: one.order))
    judge = _Judge(document, settings)
    if judge.approves([one.finding for one in apart], _edits(apart)):
        return apart
    kept: list[_Candidate] = []
    for one in apart:
        trial = [*kept, one]
        if judge.approves([each.finding for each in trial], _edits(trial)):
            kept = trial
    return kept


def _one_code(candidates: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """All but those that change which turns there are; of these the lowest code."""
    codes = {one.finding.rule.code for one in candidates}
    lowest = next((code for code in _ONE_CODE_A_PASS if code in codes), None)
    for one in candidates:
        code = one.finding.rule.code
        if code == lowest or code not in _ONE_CODE_A_PASS:
            yield one


def _apart(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """Those that share no text with an earlier one; the others wait for a pass."""
    kept: list[_Candidate] = []
    taken: list[SourceEdit] = []
    for one in candidates:
        if not any(_clashes(edit, taken) for edit in one.remedy.edits):
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


def _approved(
    judge: "_Judge", candidates: Sequence[_Candidate]
) -> Iterator[_Candidate]:
    """The candidates that make nothing worse.

    A few are judged one by one. Of many, which all mend the same thing, a half that
    does no harm together does none alone, so that thousands cost little more.
    """
    if len(candidates) <= _FEW:
        for one in candidates:
            if judge.approves((one.finding,), one.remedy.edits):
                yield one
        return
    together = _apart(candidates)
    findings = [one.finding for one in candidates]
    if len(together) == len(candidates) and judge.approves(
        findings, _edits(candidates)
    ):
        yield from candidates
        return
    middle = len(candidates) // 2
    yield from _approved(judge, candidates[:middle])
    yield from _approved(judge, candidates[middle:])


class _Judge:
    """Compares a document with what edits would make of it."""

    def __init__(self, document: Document, settings: Settings) -> None:
        self._document = document
        self._settings = settings
        self._before: dict[str, tuple[int, frozenset[str]]] = {}

    def approves(
        self, findings: Iterable[Finding], edits: Sequence[SourceEdit]
    ) -> bool:
        """Whether the document is no worse after the edits that mend the findings."""
        after = formats.apply(self._document, edits)
        if len(after.problems) > len(self._document.problems):
            return False
        if len(after.prompts) != len(self._document.prompts):
            return False
        if not all(map(_keeps_its_turns, self._document.prompts, after.prompts)):
            return False
        families = {finding.rule.family for finding in findings}
        return all(self._no_worse(family, after) for family in families)

    def _no_worse(self, family: str, after: Document) -> bool:
        if family not in self._before:
            self._before[family] = _weighed(self._document, self._settings, family)
        errors, warnings = self._before[family]
        errors_after, warnings_after = _weighed(after, self._settings, family)
        if errors_after != errors:
            return errors_after < errors
        return warnings_after <= warnings | _MAY_COME_TO_LIGHT


def _keeps_its_turns(before: Prompt, after: Prompt) -> bool:
    """Whether a prompt stays text-completions and gets no fault that it had not."""
    if before.verdict is None:
        return True
    if after.verdict is None:
        return False
    return all(
        had or not has
        for had, has in zip(
            sent_faults(before.verdict), sent_faults(after.verdict), strict=True
        )
    )


def _weighed(
    document: Document, settings: Settings, family: str
) -> tuple[int, frozenset[str]]:
    """How many errors a family has, and which of its codes are warnings."""
    hits = family_hits(document, settings, family)
    errors = sum(1 for raw in hits if raw.severity is Severity.ERROR)
    warnings = (raw.rule.code for raw in hits if raw.severity is Severity.WARNING)
    return errors, frozenset(warnings)
