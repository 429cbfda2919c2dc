"""Which rules speak, and how loudly: the settings' codes, prefixes and names."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from prompt_lsp.config import Settings
from prompt_lsp.rules import ALL
from prompt_lsp.rules.rule import Rule, Severity

_LEVELS = {str(severity): severity for severity in Severity}


class Selection:
    """The rules that some settings select, and the severities that they give.

    A selector is a code, the beginning of codes, or a name. Of two that speak of a
    rule the more specific one holds, and `ignore` where they are alike. What
    `per-file-ignores` names for a file is silent there, whatever is selected.
    """

    def __init__(self, settings: Settings) -> None:
        self._selected = {rule.code: _is_selected(rule, settings) for rule in ALL}
        self._severities = {
            rule.code: settings.severity[selector]
            for selector in sorted(settings.severity, key=len)
            for rule in ALL
            if rule.answers_to(selector)
        }

    def severity(self, rule: Rule, severity: Severity | None) -> Severity | None:
        """What a hit of a rule weighs in the end; None where it is not shown."""
        if not self._selected[rule.code]:
            return None
        override = self._severities.get(rule.code)
        if override is not None:
            return _LEVELS.get(override)
        return rule.severity if severity is None else severity


def unknown_selectors(selectors: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    """The selectors that speak of no rule, each with the nearest that does."""
    for selector in selectors:
        if not any(rule.answers_to(selector) for rule in ALL):
            yield selector, nearest(selector)


def nearest(selector: str) -> str | None:
    """The code or name of the catalogue that looks most like a selector."""
    names = [rule.code for rule in ALL] + [rule.name for rule in ALL]
    for wanted in (selector.upper(), selector.lower()):
        if found := get_close_matches(wanted, names, 1, 0.6):
            return found[0]
    return None


def _is_selected(rule: Rule, settings: Settings) -> bool:
    if any(map(rule.answers_to, settings.silent)):
        return False
    selected = _weight(rule, settings.select) if settings.select else 0
    return selected > _weight(rule, settings.ignore)


def _weight(rule: Rule, selectors: Iterable[str]) -> int:
    """How specific the best of some selectors is; -1 where none speaks of the rule."""
    return max(
        (
            len(rule.code) if selector == rule.name else len(selector)
            for selector in selectors
            if rule.answers_to(selector)
        ),
        default=-1,
    )
