"""What can be done about findings: fixes of one, of many, of all that are safe.

Whether an action is offered is known when it is listed; the edits of those that take
several passes are made when it is chosen.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from prompt_lsp import formats
from prompt_lsp.analysis.engine import Finding
from prompt_lsp.analysis.fixer import fix_document, together
from prompt_lsp.analysis.remedies import offers, remedies
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document
from prompt_lsp.formats.format import SourceEdit
from prompt_lsp.rules.rule import Fix
from prompt_lsp.text.difference import difference

if TYPE_CHECKING:
    from prompt_lsp.migrate import Refused

_FEW = 8  # findings whose fixes are judged one by one


class Kind(StrEnum):
    """Kinds of actions, as the protocol spells them."""

    QUICK_FIX = "quickfix"
    FIX_ALL = "source.fixAll.promptLsp"
    CONVERT = "refactor.rewrite.convertToMessages"
    IMPROVE = "refactor.rewrite.improve"
    TEMPLATIZE = "refactor.rewrite.templatize"
    GENERATE = "source.generate.promptLsp"

    def wanted(self, only: Iterable[str] | None) -> bool:
        """Whether it is one of some kinds, or below one; without any, all are."""
        return only is None or any(
            not kind or self == kind or self.startswith(f"{kind}.") for kind in only
        )


class FixOne(NamedTuple):
    """Carry out one fix of one finding, both by their place in order."""

    finding: int
    fix: int


class FixMany(NamedTuple):
    """Fix again and again what can be fixed: one rule's findings, or those of all."""

    code: str | None = None
    unsafe: bool = False


class Convert(NamedTuple):
    """Write a prompt, by its place in the document, as a body of the Messages API."""

    prompt: int = 0


Change = FixOne | FixMany | Convert


@dataclass(frozen=True, slots=True)
class Action:
    """Something that an editor offers.

    Attributes:
        kind, title: as users see them.
        change: what it does.
        findings: what it mends, by their place in the subject's findings.
        preferred: it is the first choice for its finding.
    """

    kind: Kind
    title: str
    change: Change
    findings: tuple[int, ...] = ()
    preferred: bool = False


class Subject(NamedTuple):
    """A document, the settings that hold for it, and what was found in it."""

    document: Document
    settings: Settings
    findings: tuple[Finding, ...]


class Fixing(NamedTuple):
    """The edits that fix something, and how many findings of each rule they fix."""

    edits: tuple[SourceEdit, ...]
    applied: Counter[str]


class Counts(NamedTuple):
    """How many findings have a fix that is offered, and how many a safe one."""

    any: int
    safe: int


def quick_fixes(subject: Subject, numbers: Sequence[int]) -> Iterator[Action]:
    """The fixes that are offered for some findings, those of one finding together.

    Where they are many, the preferred one of each.
    """
    document, settings = subject.document, subject.settings
    findings = [subject.findings[number] for number in numbers]
    if len(findings) > _FEW:
        for number, remedy in zip(
            numbers, offers(document, findings, settings), strict=True
        ):
            if remedy is not None:
                yield _fix(subject, number, remedy.fix, preferred=True)
        return
    for number, finding in zip(numbers, findings, strict=True):
        for rank, remedy in enumerate(remedies(document, finding, settings)):
            yield _fix(subject, number, remedy.fix, preferred=rank == 0)


def fixes_of_rules(subject: Subject, numbers: Iterable[int]) -> Iterator[Action]:
    """For each rule with a finding at hand, to fix it in all of the document.

    It is offered where there is more than one fix.
    """
    codes = dict.fromkeys(subject.findings[number].rule.code for number in numbers)
    for code in codes:
        counts = fixable(subject, code)
        for unsafe, enough in ((False, counts.safe > 1), (True, _more(counts))):
            if enough:
                yield Action(
                    Kind.QUICK_FIX,
                    _marked(f"Fix all {code} in this file", unsafe=unsafe),
                    FixMany(code, unsafe),
                    _of_rule(subject, code),
                )


def fix_all(subject: Subject) -> Iterator[Action]:
    """To apply all safe fixes, if there is one."""
    if fixable(subject, None).safe:
        yield Action(
            Kind.FIX_ALL, "Apply all safe fixes of prompt-lsp in this file", FixMany()
        )


def conversions(subject: Subject) -> Iterator[Action]:
    """To write a text-completions prompt as a body of the Messages API."""
    for number, prompt in enumerate(subject.document.prompts):
        if prompt.verdict is None:
            continue
        if isinstance(converted(subject.document, number), str):
            yield Action(
                Kind.CONVERT,
                "Convert to Messages",
                Convert(number),
                tuple(
                    place
                    for place, finding in enumerate(subject.findings)
                    if finding.action == "convert-to-messages"
                    and finding.prompt == number
                ),
            )


def converted(document: Document, prompt: int) -> "str | Refused":
    """The text of the file that a prompt becomes, or why it becomes none."""
    # Few prompts are ever converted, and none before the first diagnostics.
    from prompt_lsp import migrate  # noqa: PLC0415

    body = migrate.to_messages(document, prompt)
    return migrate.write_body(body) if isinstance(body, migrate.Body) else body


def converted_name(name: str) -> str:
    """The name of the file that a prompt's file becomes; without folders."""
    from prompt_lsp import migrate  # noqa: PLC0415

    return migrate.messages_name(name)


def fixable(subject: Subject, code: str | None) -> Counts:
    """How much of a rule, or of all of them, can be fixed."""
    document, findings, settings = subject.document, subject.findings, subject.settings
    meant = [each for each in findings if code in (None, each.rule.code) and each.fixes]
    if code is not None and len(meant) < 2:
        return Counts(0, 0)
    safe = _count(offers(document, _safely(meant), settings, unsafe=False))
    if code is None or safe == len(meant):
        return Counts(safe, safe)
    return Counts(_count(offers(document, meant, settings)), safe)


def carry_out(
    subject: Subject, change: FixOne | FixMany, numbers: Iterable[int] | None = None
) -> Fixing:
    """The edits of a fix, none where it cannot be made.

    With `numbers` only those findings are fixed, as far as that goes together.
    """
    document, settings = subject.document, subject.settings
    if isinstance(change, FixOne):
        finding = subject.findings[change.finding]
        operations = finding.fixes[change.fix].operations
        edits = formats.edits(document, finding.prompt, operations) or ()
        return Fixing(edits, Counter([finding.rule.code]))
    if change.code is not None:
        settings = replace(settings, select=(change.code,))
    if numbers is not None:
        findings = [subject.findings[number] for number in numbers]
        kept, edits = together(document, findings, settings, unsafe=change.unsafe)
        return Fixing(edits, Counter(finding.rule.code for finding in kept))
    fixed = fix_document(document, settings, unsafe=change.unsafe)
    if fixed.unstable:
        return Fixing((), Counter())
    return Fixing(tuple(_edits(document, fixed.document)), fixed.applied)


def _fix(subject: Subject, number: int, fix: Fix, *, preferred: bool) -> Action:
    rank = subject.findings[number].fixes.index(fix)
    title = _marked(fix.title, unsafe=not fix.safe)
    return Action(
        Kind.QUICK_FIX, title, FixOne(number, rank), (number,), preferred=preferred
    )


def _edits(before: Document, after: Document) -> Iterator[SourceEdit]:
    pairs = zip(before.sources, after.sources, strict=True)
    for source, (old, new) in enumerate(pairs):
        for edit in difference(old.text, new.text):
            yield SourceEdit(source, edit)


def _more(counts: Counts) -> bool:
    return counts.any > 1 and counts.any > counts.safe


def _safely(findings: Sequence[Finding]) -> list[Finding]:
    return [each for each in findings if any(fix.safe for fix in each.fixes)]


def _count(offered: Iterable[object]) -> int:
    return sum(each is not None for each in offered)


def _of_rule(subject: Subject, code: str) -> tuple[int, ...]:
    return tuple(
        number
        for number, finding in enumerate(subject.findings)
        if finding.rule.code == code
    )


def _marked(title: str, *, unsafe: bool) -> str:
    return f"{title} (unsafe)" if unsafe else title
