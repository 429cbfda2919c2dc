"""The file beside a prompt that holds its variables: a mapping of names to values."""

from typing import NamedTuple

from prompt_lsp.document.model import Field, Problem, ProblemKind, Source
from prompt_lsp.formats.growth import Sheet
from prompt_lsp.formats.json_tree import read_json
from prompt_lsp.formats.tree import Mapping, Scalar, Tree, problem_span
from prompt_lsp.formats.yaml_tree import read_yaml
from prompt_lsp.text import Span

SUFFIXES = (".vars.json", ".vars.yaml", ".vars.yml")


class Sidecar(NamedTuple):
    """What the sidecar says; no root where it is empty or cannot be read."""

    source: int
    sheet: Sheet
    root: Mapping | None
    problems: tuple[Problem, ...]

    @property
    def blank(self) -> bool:
        """Whether it holds nothing, so that all of it may be written anew."""
        return self.root is None and (not self.problems or not self.sheet.text.strip())


def read_sidecar(source: Source, beside: str, index: int = 1) -> Sidecar:
    """The sidecar that is source number `index`, of a prompt whose text is `beside`."""
    json = source.name.lower().endswith(".json")
    sheet = Sheet(source.text, json=json, beside=beside)
    tree = _tree(sheet)
    problems = [_problem(index, span, message) for span, message in tree.misreads]
    root = tree.root
    if isinstance(root, Mapping):
        return Sidecar(index, sheet, root, tuple(problems))
    empty = isinstance(root, Scalar) and root.null and not sheet.json
    if root is not None and not empty:
        span = problem_span(source.text, root.span.start)
        problems.append(_problem(index, span, "it is no mapping of names to values"))
    return Sidecar(index, sheet, None, tuple(problems))


def _tree(sheet: Sheet) -> Tree:
    return read_json(sheet.text) if sheet.json else read_yaml(sheet.text)


def _problem(source: int, span: Span, message: str) -> Problem:
    field = Field(source, span, span)
    return Problem(ProblemKind.VARIABLES, field, f"invalid variables file: {message}")
