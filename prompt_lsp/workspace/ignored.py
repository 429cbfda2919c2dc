"""What Git leaves out: `.gitignore` files and `.git/info/exclude`.

A file counts by the rules of the nearest repository above it; where there is none,
by those from the nearest of the given folders on. A user's own global ignore file
has no say: the same project gives the same findings on every machine.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from prompt_lsp.workspace.paths import (
    below,
    exists,
    join,
    nearest_upwards,
    parent,
    upwards,
)

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class _Rules(NamedTuple):
    """The patterns of one file, and the folder that they are relative to."""

    base: str
    spec: "GitIgnoreSpec"


class Ignores:
    """What is ignored, with every file of rules read once.

    `roots` are folders at which the search for rules ends where there is no
    repository. With `strict`, it ends there in any case.
    """

    def __init__(self, roots: Iterable[str] = (), *, strict: bool = False) -> None:
        self._roots = frozenset(roots)
        self._strict = strict
        self._repositories: dict[str, str | None] = {}
        self._rules: dict[str, tuple[_Rules, ...]] = {}

    def clear(self) -> None:
        """Forget all files of rules."""
        self._repositories.clear()
        self._rules.clear()

    def repository(self, folder: str) -> str | None:
        """The nearest folder upwards that is a repository."""
        return nearest_upwards(
            folder,
            self._repositories,
            lambda above: above if exists(join(above, ".git")) else None,
        )

    def matches(self, path: str, *, folder: bool = False) -> bool:
        """Whether an absolute path is ignored by itself.

        Git also leaves out what lies in a folder that is ignored: that is the
        caller's to ask, from the top.
        """
        for base, spec in self._rules_of(parent(path)):
            within = below(base, path)
            verdict = spec.check_file(within + "/" if folder else within).include
            if verdict is not None:
                return verdict
        return False

    def _rules_of(self, folder: str) -> tuple[_Rules, ...]:
        """The rules that hold in a folder, those that weigh most first."""
        known = self._rules
        rules: tuple[_Rules, ...] = ()
        passed = []
        for above in upwards(folder):
            if above in known:
                rules = known[above]
                break
            passed.append(above)
            if self._ends_at(above):
                rules = _read(above, join(above, ".git", "info", "exclude"))
                break
        for each in reversed(passed):
            rules = known[each] = _read(each, join(each, ".gitignore")) + rules
        return rules

    def _ends_at(self, folder: str) -> bool:
        """Whether the rules above a folder do not count in it."""
        if folder in self._roots and self._strict:
            return True
        repository = self.repository(folder)
        return repository == folder or (repository is None and folder in self._roots)


def _read(base: str, path: str) -> tuple[_Rules, ...]:
    try:
        text = Path(path).read_text("utf-8-sig", "surrogateescape")
    except (OSError, ValueError):  # a path with a NUL is one of no file
        return ()
    # Most folders have no rules; those that do pay for the import.
    from pathspec import GitIgnoreSpec  # noqa: PLC0415

    lines = text.replace("\r\n", "\n").split("\n")
    try:
        spec = GitIgnoreSpec.from_lines(lines)
    except (ValueError, re.error):
        spec = GitIgnoreSpec.from_lines(filter(_is_pattern, lines))
    return (_Rules(base, spec),)


def _is_pattern(line: str) -> bool:
    """Whether a line means something; Git passes over those that do not."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415

    try:
        GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
        return False
    return True
