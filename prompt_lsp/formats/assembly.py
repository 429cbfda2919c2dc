"""What every reader does alike: a document from a prompt and what its host says."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from prompt_lsp.document.model import Document, Problem, Prompt, Source, Suppression
from prompt_lsp.document.operations import Declare
from prompt_lsp.formats import declare as declaring
from prompt_lsp.formats.format import SourceEdit
from prompt_lsp.formats.front_matter import FrontMatter, front_matter
from prompt_lsp.formats.homes import Dialect, Home, homes
from prompt_lsp.formats.sidecar import Sidecar, read_sidecar
from prompt_lsp.formats.suppressions import (
    front_matter_problems,
    front_matter_suppressions,
)
from prompt_lsp.formats.variables import declarations, problems
from prompt_lsp.formats.yaml_comments import Yaml, yaml_problems, yaml_suppressions
from prompt_lsp.text import Span


class Host(NamedTuple):
    """What the sources say beside the text of the prompt."""

    sources: tuple[Source, ...]
    front: FrontMatter
    sidecar: Sidecar | None

    @property
    def text(self) -> str:
        """The text of the prompt's own file."""
        return self.sources[0].text

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read of them."""
        return self.front.problems + (self.sidecar.problems if self.sidecar else ())

    @property
    def yaml(self) -> tuple[Yaml, ...]:
        """The stretches of the sources that are YAML and were read."""
        found = []
        if not self.front.broken:
            found.append(Yaml(0, self.text, self.front.inside, self.front.root))
        beside = self.sidecar
        if beside and not beside.sheet.json and (beside.root or not beside.problems):
            text = beside.sheet.text
            found.append(Yaml(beside.source, text, Span(0, len(text)), beside.root))
        return tuple(found)

    def homes(self, dialect: Dialect) -> tuple[Home, ...]:
        """Where the variables live."""
        return homes(self.text, self.front, dialect, self.sidecar)


def read_host(sources: tuple[Source, ...]) -> Host:
    """The front matter of a file and the sidecar beside it."""
    sidecar = read_sidecar(sources[1], sources[0].text) if sources[1:] else None
    return Host(sources, front_matter(sources[0].text), sidecar)


def assemble(  # noqa: PLR0913 - what a document is made of
    name: str,
    host: Host,
    dialect: Dialect,
    prompt: Prompt,
    *,
    declared: bool,
    suppressions: Iterable[Suppression] = (),
    unclear: Iterable[Problem] = (),
) -> Document:
    """The document of a format called `name`.

    `suppressions` are those of the body, `unclear` what is meant as one there.
    """
    found = host.homes(dialect)
    return Document(
        name,
        host.sources,
        (prompt,),
        declarations(found) if _known(host, found) else None,
        (
            *front_matter_suppressions(host.sources, host.front),
            *chain.from_iterable(map(yaml_suppressions, host.yaml)),
            *suppressions,
        ),
        (
            *host.problems,
            *problems(found),
            *front_matter_problems(host.front),
            *chain.from_iterable(map(yaml_problems, host.yaml)),
            *unclear,
        ),
        declared,
    )


def declare(
    document: Document, declares: Sequence[Declare], dialect: Dialect
) -> tuple[SourceEdit, ...] | None:
    """The edits that declare variables where a document keeps them."""
    return declaring.declare(read_host(document.sources).homes(dialect), declares)


def _known(host: Host, found: Sequence[Home]) -> bool:
    """Whether what is declared is all that there is.

    Where a home cannot be read, or says that other names are fine too, or no home
    says anything, a name that is used without being declared is no mistake.
    """
    lost = host.front.broken or (
        host.sidecar is not None
        and host.sidecar.root is None
        and bool(host.sidecar.problems)
    )
    unread = any(next(problems((home,)), None) for home in found)
    said = any(not home.silent for home in found)
    return said and not lost and not unread and all(home.complete for home in found)
