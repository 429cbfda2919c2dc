"""Which fixes are offered, and the edits that carry them out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from prompt_lsp import formats
from prompt_lsp.analysis.engine import Finding
from prompt_lsp.analysis.judge import Judge
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document
from prompt_lsp.document.operations import Operation
from prompt_lsp.formats.format import SourceEdit
from prompt_lsp.rules.rule import Fix
from prompt_lsp.text import Overlap

_FEW = 8


@dataclass(frozen=True, slots=True, eq=False)
class Remedy:
    """A fix that is offered, and its edits of the document's sources, in order."""

    fix: Fix
    edits: tuple[SourceEdit, ...]


class Candidate(NamedTuple):
    """A fix that might be applied, and the finding that it mends, by its number."""

    number: int
    finding: Finding
    remedy: Remedy

    @property
    def order(self) -> tuple[int, int, str]:
        """By place, the lower code first at one offset."""
        source, edit = self.remedy.edits[0]
        return source, edit.span.start, self.finding.rule.code

    @property
    def operations(self) -> tuple[Operation, ...]:
        """What the fix does."""
        return self.remedy.fix.operations


def remedies(
    document: Document, finding: Finding, settings: Settings
) -> Iterator[Remedy]:
    """The fixes of a finding that are offered, the preferred one first."""
    judge, edits = Judge(document, settings), _Edits(document)
    for fix in finding.fixes:
        remedy = edits.remedy(finding, fix)
        if remedy and judge.approves((finding.rule.family,), remedy.edits):
            yield remedy


def offers(
    document: Document,
    findings: Sequence[Finding],
    settings: Settings,
    *,
    unsafe: bool = True,
    alone: bool = False,
) -> tuple[Remedy | None, ...]:
    """For each finding the preferred one of its fixes that are offered.

    Without `unsafe` only safe fixes count; with `alone` only those that change no
    other file than the prompt's own.
    """
    judge = Judge(document, settings)
    chosen: dict[int, Remedy] = {}
    found = _candidates(document, findings, unsafe=unsafe)
    ranked = sorted((one for one in found if not alone or _is_alone(one)), key=_rank)
    for _, group in groupby(ranked, key=_rank):
        still_open = [one for _, one in group if one.number not in chosen]
        for one in _approved(document, judge, still_open):
            chosen[one.number] = one.remedy
    return tuple(chosen.get(number) for number in range(len(findings)))


def joint_edits(
    document: Document, candidates: Iterable[Candidate]
) -> tuple[SourceEdit, ...] | None:
    """The edits that carry out some fixes at once; what they do alike, once.

    None where they get in each other's way.
    """
    by_prompt: dict[int, dict[Operation, None]] = {}
    for one in candidates:
        operations = by_prompt.setdefault(one.finding.prompt, {})
        operations.update(dict.fromkeys(one.operations))
    found = [
        formats.edits(document, prompt, tuple(operations))
        for prompt, operations in by_prompt.items()
    ]
    if any(edits is None for edits in found):
        return None
    return tuple(sorted(edit for edits in found if edits for edit in edits))


class _Edits:
    """The edits of fixes, made once for fixes that do the same."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: dict[
            tuple[int, tuple[Operation, ...]], tuple[SourceEdit, ...]
        ] = {}

    def remedy(self, finding: Finding, fix: Fix) -> Remedy | None:
        """A fix with its edits; None where the format cannot express it."""
        key = finding.prompt, fix.operations
        if key not in self._known:
            made = formats.edits(self._document, *key) or ()
            self._known[key] = tuple(sorted(made))
        edits = self._known[key]
        return Remedy(fix, edits) if edits else None


def _candidates(
    document: Document, findings: Sequence[Finding], *, unsafe: bool
) -> Iterator[tuple[int, Candidate]]:
    """Each fix that can be expressed, with its rank among those of its finding."""
    edits = _Edits(document)
    for number, finding in enumerate(findings):
        for rank, fix in enumerate(finding.fixes):
            remedy = edits.remedy(finding, fix) if fix.safe or unsafe else None
            if remedy:
                yield rank, Candidate(number, finding, remedy)


def _is_alone(ranked: tuple[int, Candidate]) -> bool:
    return all(edit.source == 0 for edit in ranked[1].remedy.edits)


def _rank(ranked: tuple[int, Candidate]) -> tuple[int, str]:
    rank, candidate = ranked
    return rank, candidate.finding.rule.code


def _approved(
    document: Document, judge: Judge, candidates: Sequence[Candidate]
) -> Iterator[Candidate]:
    """The candidates, all of one rule, that make nothing worse.

    Those that do the same are judged once. A few are judged one by one; of many, a
    part that does no harm together does none alone, so that thousands cost little
    more. Every other one is taken, because neighbours may be in each other's way.
    """
    alike: dict[tuple[Operation, ...], list[Candidate]] = {}
    for one in candidates:
        alike.setdefault(one.operations, []).append(one)
    first = [group[0] for group in alike.values()]
    for one in _harmless(document, judge, first):
        yield from alike[one.operations]


def _harmless(
    document: Document, judge: Judge, candidates: Sequence[Candidate]
) -> Iterator[Candidate]:
    if len(candidates) <= _FEW:
        for one in candidates:
            if judge.approves((one.finding.rule.family,), one.remedy.edits):
                yield one
    elif approves_together(document, judge, candidates):
        yield from candidates
    else:
        yield from _harmless(document, judge, candidates[::2])
        yield from _harmless(document, judge, candidates[1::2])


def approves_together(
    document: Document, judge: Judge, candidates: Sequence[Candidate]
) -> bool:
    """Whether some fixes can be carried out at once and make nothing worse."""
    edits = joint_edits(document, candidates)
    if edits is None:
        return False
    families = {one.finding.rule.family for one in candidates}
    try:
        return judge.approves(families, edits)
    except Overlap:  # fixes of different prompts in one place of the host
        return False
