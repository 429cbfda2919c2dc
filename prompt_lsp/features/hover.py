"""What is known of the findings at a place: the manuals of their rules."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prompt_lsp.analysis.engine import Finding
from prompt_lsp.document.model import Document, SourceSpan
from prompt_lsp.rules.rule import Rule
from prompt_lsp.text import Span

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^`]*$")
_HEADING = re.compile(r"#+ +")


@dataclass(frozen=True, slots=True)
class Hover:
    """The rules that speak at a place, and the stretch that they speak of."""

    span: Span
    rules: tuple[Rule, ...]

    @property
    def markdown(self) -> str:
        """The manuals, each under its code and name, in Markdown."""
        return "\n\n---\n\n".join(map(_manual, self.rules))

    @property
    def plain(self) -> str:
        """The manuals as plain text."""
        return "\n\n".join(_plain(_manual(rule)) for rule in self.rules)


def hover(
    document: Document, findings: Iterable[Finding], source: int, offset: int
) -> Hover | None:
    """What is known at an offset of one of a document's sources.

    A finding that holds the character there comes before one that ends there.
    """
    placed = [
        (finding, place.span)
        for finding in findings
        if (place := _place(document, finding)).source == source
        and place.span.start <= offset <= place.span.end
    ]
    held = [each for each in placed if each[1].holds(offset)] or placed
    if not held:
        return None
    rules = {finding.rule.code: finding.rule for finding, _ in held}
    span = min((span for _, span in held), key=lambda span: span.end - span.start)
    return Hover(span, tuple(rules.values()))


def touching(
    document: Document, findings: Sequence[Finding], source: int, span: Span
) -> tuple[int, ...]:
    """Which findings share a character or an edge with a stretch of a source."""
    return tuple(
        number
        for number, finding in enumerate(findings)
        if (place := _place(document, finding)).source == source
        and place.span.touches(span)
    )


def _place(document: Document, finding: Finding) -> SourceSpan:
    return document.locate(finding.prompt, finding.where)


def _manual(rule: Rule) -> str:
    return f"# {rule.code} {rule.name}\n\n{rule.manual.strip()}"


def _plain(manual: str) -> str:
    """Markdown without its fences and the marks of its headings."""
    lines: list[str] = []
    fence = ""
    for line in manual.splitlines():
        if fence and line.strip() == fence:
            fence = ""
        elif fence:
            lines.append(line)
        elif found := _FENCE.match(line):
            fence = found[1]
        else:
            lines.append(_HEADING.sub("", line, count=1))
    return "\n".join(lines)
