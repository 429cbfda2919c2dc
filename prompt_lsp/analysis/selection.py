"""Which rules speak, and how loudly: the settings' codes, prefixes and names."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from prompt_lsp.config import Settings
from prompt_lsp.config.nearest import nearest_rule
from prompt_lsp.rules import ALL
from prompt_lsp.rules.rule import Rule, Severity

_LEVELS = {str(severity): severity for severity in Severity}


def selection_of(settings: Settings) -> "Selection":
    """The selection that some settings make; the same one for settings alike."""
    severities = tuple(settings.severity.items())
    return _selection(
        settings.select,
        settings.ignore,
        settings.silent,
        severities,
        select_is_above=settings.select_is_above,
    )


class Selection:
    """The rules that speak, and the severities that they are given.

    A selector is a code, the beginning of codes, or a name. Of two that speak of a
    rule the more specific one holds; where they are alike, the one of the higher
    layer, and `ignore` in the same layer. What `per-file-ignores` names for a file is
    silent there, whatever is selected.
    """

    def __init__(self, selected: frozenset[str], severities: Mapping[str, str]) -> None:
        self._selected = selected
        self._severities = severities

    def severity(self, rule: Rule, severity: Severity | None) -> Severity | None:
        """What a hit of a rule weighs in the end; None where it is not shown."""
        if rule.code not in self._selected:
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
    codes = [rule.code for rule in ALL]
    return nearest_rule(selector, codes, [rule.name for rule in ALL])


@lru_cache(maxsize=64)
def _selection(
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    silent: tuple[str, ...],
    severities: tuple[tuple[str, str], ...],
    *,
    select_is_above: bool,
) -> Selection:
    def chosen(rule: Rule) -> bool:
        wanted = _weight(rule, select) if select else 0
        unwanted = _weight(rule, ignore)
        if wanted == unwanted:
            return select_is_above and wanted >= 0
        return wanted > unwanted

    selected = frozenset(
        rule.code
        for rule in ALL
        if chosen(rule) and not any(map(rule.answers_to, silent))
    )
    by_weight = sorted(severities, key=lambda item: len(item[0]))
    given = {
        rule.code: level
        for selector, level in by_weight
        for rule in ALL
        if rule.answers_to(selector)
    }
    return Selection(selected, given)


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
