"""The block of YAML between two fences at the top of a file, and what it says.

The opening fence is `---` on the very first line, the closing one the next line that
is `---` or `...`. A file without a closing fence has no front matter. The body
starts after the closing fence's line end.
"""

import re
from typing import NamedTuple

from prompt_lsp.document.model import Field, Problem, ProblemKind
from prompt_lsp.formats.tree import Entry, Mapping, Scalar, problem_span
from prompt_lsp.formats.yaml_tree import read_yaml
from prompt_lsp.text import Span

FORMATS = ("text-completions", "messages")

# In code points. What is longer is text between two lines of dashes, and would take
# the parser of YAML seconds.
_LONGEST = 1 << 18

_OPENING = re.compile(r"---[ \t]*(?:\r\n?|\n)")
_CLOSING = re.compile(r"[\r\n](?:---|\.\.\.)[ \t]*(\r\n?|\n|\Z)")
_KEY = re.compile(r"(?<=[\r\n])([\w.-]+)[ \t]*:")


class FrontMatter(NamedTuple):
    """What a file's front matter says.

    Attributes:
        body: the offset at which the body starts.
        root: its keys and values; None where it does not parse or is empty.
        keys: the names of its keys; where it does not parse, as far as they can be
            told.
        problems: what could not be read of it.
        inside: the lines between the fences.
    """

    body: int
    root: Mapping | None
    keys: tuple[str, ...]
    problems: tuple[Problem, ...]
    inside: Span = Span(0, 0)

    @property
    def broken(self) -> bool:
        """Whether nothing that it says is known."""
        return self.root is None and bool(self.problems)

    def text(self, *path: str) -> str | None:
        """The value at a path of keys where it is a text."""
        found = self.root.get(*path) if self.root else None
        if isinstance(found, Scalar) and not found.null:
            return found.text
        return None

    def entry(self, key: str) -> Entry | None:
        """The entry of a top-level key."""
        return self.root.entry(key) if self.root else None

    @property
    def declared_format(self) -> str | None:
        """`text-completions` or `messages`, where it says so."""
        said = self.text("format")
        return said if said in FORMATS else None


NOTHING = FrontMatter(0, None, (), ())


def front_matter(text: str) -> FrontMatter:
    """The front matter of a file; `NOTHING` where it has none."""
    opening = _OPENING.match(text)
    # The line end of the opening fence may be the one before the closing fence.
    closing = _closing(text, opening.end() - 1) if opening else None
    if opening is None or closing is None:
        return NOTHING
    start, end = opening.end(), closing.start() + 1
    inside = Span(start, end)
    tree = read_yaml(inside.of(text), start)
    problems = [_problem(span, message) for span, message in tree.misreads]
    root = tree.root
    if isinstance(root, Mapping):
        keys = tuple(key.text for key, _ in root.entries)
        return FrontMatter(closing.end(), root, keys, tuple(problems), inside)
    if root is not None and not (isinstance(root, Scalar) and root.null):
        span = problem_span(text, root.span.start)
        problems.append(_problem(span, "it is no mapping of keys to values"))
    keys = tuple(_KEY.findall(text, start, end)) if problems else ()
    return FrontMatter(closing.end(), None, keys, tuple(problems), inside)


def _closing(text: str, start: int) -> re.Match[str] | None:
    closing = _CLOSING.search(text, start, _LONGEST)
    # What ends at the limit may go on behind it.
    return None if closing and closing.end() == _LONGEST else closing


def _problem(span: Span, message: str) -> Problem:
    field = Field(0, span, span)
    return Problem(ProblemKind.FRONT_MATTER, field, f"invalid front matter: {message}")
