"""What an author wished to be silent, and which of these wishes did nothing."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from prompt_lsp.document.model import SourceSpan, SuppressedCode, Suppression
from prompt_lsp.rules import ALL
from prompt_lsp.rules.rule import Rule, Scope, UnusedSuppression

_Item = TypeVar("_Item")


def silence(
    items: Iterable[_Item],
    suppressions: Sequence[Suppression],
    rule_of: Callable[[_Item], Rule],
    place_of: Callable[[_Item], SourceSpan],
) -> tuple[list[_Item], list[UnusedSuppression]]:
    """The items that no suppression silences, and the suppressions without effect."""
    if not suppressions:
        return list(items), []
    used: set[int] = set()
    heard = [
        item
        for item in items
        if not _silenced(rule_of(item), place_of(item), suppressions, used)
    ]
    unused = (_unused(suppression, used) for suppression in suppressions)
    return heard, [suppression for suppression in unused if suppression]


def _silenced(
    rule: Rule, place: SourceSpan, suppressions: Sequence[Suppression], used: set[int]
) -> bool:
    silenced = False
    for suppression in suppressions:
        if not any(
            source == place.source and span.touches(place.span)
            for source, span in suppression.over
        ):
            continue
        for code in suppression.codes:
            if rule.answers_to(code.text):
                used.add(id(code))
                silenced = True
    return silenced


def _unused(suppression: Suppression, used: set[int]) -> UnusedSuppression | None:
    """A code that names no rule is another rule's business."""
    idle = tuple(
        code
        for code in suppression.codes
        if id(code) not in used and _names_a_rule(code) and not _silences_this(code)
    )
    if idle or not suppression.codes:
        return UnusedSuppression(suppression, idle)
    return None


def _silences_this(code: SuppressedCode) -> bool:
    """Whether a code silences the very rule that looks for idle ones."""
    return any(
        rule.scope is Scope.UNUSED and rule.answers_to(code.text) for rule in ALL
    )


def _names_a_rule(code: SuppressedCode) -> bool:
    return any(rule.answers_to(code.text) for rule in ALL)
