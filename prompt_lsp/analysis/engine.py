"""Runs the rules over a document; a rule that crashes silences nobody else.

Every rule of a family runs, whatever is selected: what is ignored, suppressed or
given another severity changes what is shown and nothing else.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any, NamedTuple

from prompt_lsp.analysis.selection import Selection, selection_of
from prompt_lsp.analysis.suppressions import silence
from prompt_lsp.analysis.tokens import CountNow, NotCounted
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document, Field, Place, Prompt
from prompt_lsp.document.summary import Summary, summarise
from prompt_lsp.rules import ALL
from prompt_lsp.rules.rule import (
    Context,
    Fix,
    Hit,
    Related,
    Rule,
    Scope,
    Severity,
    TokenCounter,
    UnusedSuppression,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit of a rule, with the severity that holds for the file.

    Attributes:
        rule: the rule that speaks.
        prompt: which of the document's prompts it speaks of; 0 for none.
        where: a stretch of a part of that prompt, or a field of the host.
        severity: after the configuration.
        message, fixes, related, action: as the rule said them.
    """

    rule: Rule
    prompt: int
    where: Place | Field
    severity: Severity
    message: str
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    action: str | None = None


class RuleCrashed(NamedTuple):
    """A rule that raised: our bug, never a finding."""

    code: str
    error: str


class Report(NamedTuple):
    """What was found, in order of place and code, and which rules crashed."""

    findings: tuple[Finding, ...]
    crashes: tuple[RuleCrashed, ...]


class RawHit(NamedTuple):
    """A hit before the configuration and the suppressions have their say."""

    rule: Rule
    prompt: int
    hit: Hit

    @property
    def severity(self) -> Severity:
        """What the catalogue gives it."""
        return self.rule.severity if self.hit.severity is None else self.hit.severity


def analyse(
    document: Document, settings: Settings, counter: TokenCounter | None = None
) -> Report:
    """All findings of a document under some settings, and the rules that crashed."""
    crashes: list[RuleCrashed] = []
    context = _context(document, settings, counter)
    heard, unused = _heard(document, raw_hits(context, crashes))
    for rule in _of_scope(Scope.UNUSED):
        heard += _heard(document, _run(rule, unused, context, 0, crashes))[0]
    selection = selection_of(settings)
    findings = [
        finding for raw in heard if (finding := _finding(raw, selection)) is not None
    ]
    findings.sort(key=lambda finding: _order(document, finding))
    return Report(tuple(findings), tuple(crashes))


def family_hits(document: Document, settings: Settings, family: str) -> list[RawHit]:
    """What the rules of one family say, whatever is selected or suppressed."""
    context = _context(document, settings, NotCounted())
    return list(raw_hits(context, [], (family,)))


def raw_hits(
    context: Context, crashes: list[RuleCrashed], families: Collection[str] = ()
) -> Iterator[RawHit]:
    """What the rules say of a document and of each of its prompts."""
    rules = [rule for rule in ALL if not families or rule.family in families]
    for rule in rules:
        if rule.scope is Scope.DOCUMENT:
            yield from _run(rule, (context.document,), context, 0, crashes)
    for index, prompt in enumerate(context.document.prompts):
        about = replace(context, prompt=prompt, summary=context.summaries[index])
        yield from _prompt_hits(rules, about, index, crashes)


def _heard(
    document: Document, hits: Iterable[RawHit]
) -> tuple[list[RawHit], list[UnusedSuppression]]:
    return silence(
        hits,
        document.suppressions,
        rule_of=lambda raw: raw.rule,
        place_of=lambda raw: document.locate(raw.prompt, raw.hit.where),
    )


def _context(
    document: Document, settings: Settings, counter: TokenCounter | None
) -> Context:
    summaries = tuple(
        summarise(prompt, document.declarations, settings)
        for prompt in document.prompts
    )
    counter = counter or CountNow()
    return Context(settings, document, Summary(), counter, ALL, summaries)


def _prompt_hits(
    rules: Iterable[Rule], context: Context, index: int, crashes: list[RuleCrashed]
) -> Iterator[RawHit]:
    if context.prompt is None:
        return
    subjects = _subjects(context.prompt)
    claimed: dict[str, set[int]] = {}
    loud: set[str] = set()
    for rule in sorted(rules, key=lambda rule: rule.when_clean):
        if rule.family == "TRN" and context.prompt.verdict is None:
            continue
        if rule.when_clean and rule.family in loud:
            continue
        taken = claimed.setdefault(rule.one_of, set()) if rule.one_of else None
        found = subjects.get(rule.scope, ())
        for raw in _run(rule, found, context, index, crashes, taken):
            if raw.severity >= Severity.WARNING:
                loud.add(rule.family)
            yield raw


def _subjects(prompt: Prompt) -> dict[Scope, Sequence[Any]]:
    """What the rules of each scope are called with."""
    parts = prompt.parts
    subjects: dict[Scope, Sequence[Any]] = {
        Scope.PROMPT: (prompt,),
        Scope.PLACEHOLDER: [one for part in parts for one in part.placeholders],
        Scope.SLIP: [one for part in parts for one in part.slips],
        Scope.LOGIC: [one for part in parts for one in part.logic],
        Scope.MESSAGE: [part for part in parts if part.role],
    }
    if prompt.verdict is not None:
        subjects[Scope.MARKER] = prompt.verdict.markers
        subjects[Scope.TURN] = prompt.verdict.turns
    return subjects


def _run(  # noqa: PLR0913, PLR0917 - the state of one pass, all of it needed here
    rule: Rule,
    subjects: Iterable[Any],
    context: Context,
    prompt: int,
    crashes: list[RuleCrashed],
    taken: set[int] | None = None,
) -> Iterator[RawHit]:
    """The hits of one rule; `taken` holds the subjects that its group has judged."""
    try:
        for subject in subjects:
            if taken is not None and id(subject) in taken:
                continue
            for hit in rule.check(subject, context):
                if taken is not None:
                    taken.add(id(subject))
                yield RawHit(rule, prompt, hit)
    except Exception as error:  # noqa: BLE001 - whatever it is, the others still speak
        crashes.append(RuleCrashed(rule.code, _described(error)))


def _described(error: Exception) -> str:
    """The kind of an error and where it arose, without any text of the prompt."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__
    file = PurePath(trace.tb_frame.f_code.co_filename).name
    return f"{type(error).__name__} at {file}:{trace.tb_lineno}"


def _of_scope(scope: Scope) -> Iterator[Rule]:
    return (rule for rule in ALL if rule.scope is scope)


def _finding(raw: RawHit, selection: Selection) -> Finding | None:
    severity = selection.severity(raw.rule, raw.hit.severity)
    if severity is None:
        return None
    hit = raw.hit
    return Finding(
        raw.rule,
        raw.prompt,
        hit.where,
        severity,
        hit.message,
        hit.fixes,
        hit.related,
        hit.action,
    )


def _order(document: Document, finding: Finding) -> tuple[int, int, str, int]:
    place = document.locate(finding.prompt, finding.where)
    return place.source, place.span.start, finding.rule.code, place.span.end
