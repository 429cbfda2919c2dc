"""What stays in a prompt because of what the prompt is, whatever a recognizer says.

A template was made one on purpose: what it leaves standing is meant to stay. The
system prompt of a product is that product's identity. Standing orders say how to
answer whatever will come. Each of them takes back what a request would give.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.readings import Read
from prompt_lsp.prompt_tools.engines.offline.templatize.staying.blanks import (
    Blanks,
    blanks,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.staying.forms import (
    shows_a_form,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.staying.products import (
    belongs,
    has_rules,
    is_product,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.staying.samples import (
    is_sample,
    waiting,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.staying.standing import (
    is_rule,
    stands,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.staying.templates import (
    is_left,
    is_template,
)

__all__ = ["Stays", "staying"]

Stays: TypeAlias = Callable[[Candidate], bool]


class _Beside(NamedTuple):
    """What stands beside a text.

    Attributes:
        used: a message of somebody, that is no template.
        alone: no message at all.
        labels: of messages that wait for an answer under the last of them.
    """

    used: bool
    alone: bool
    labels: frozenset[str]


def staying(texts: Sequence[Read]) -> list[Stays]:
    """For each text what says of a candidate that it stays as it is."""
    found = [blanks(one.reading) if one.reading else Blanks() for one in texts]
    templated = [
        one.reading is not None and is_template(one.reading, marked)
        for one, marked in zip(texts, found, strict=True)
    ]
    filled = any(
        one and read.reading and read.reading.role == "user"
        for one, read in zip(templated, texts, strict=True)
    )
    beside = _beside(texts, templated)
    return [
        _stays(read.reading, marked, beside, templated=one or filled)
        for read, marked, one in zip(texts, found, templated, strict=True)
    ]


def _beside(texts: Sequence[Read], templated: Sequence[bool]) -> _Beside:
    """What the messages of somebody who uses a prompt are."""
    uses = [
        (one.reading.text, filled)
        for one, filled in zip(texts, templated, strict=True)
        if one.reading and one.reading.role == "user" and one.reading.text.strip()
    ]
    return _Beside(
        used=not all(filled for _, filled in uses),
        alone=not uses,
        labels=frozenset(label for text, _ in uses for label in waiting(text)),
    )


def _stays(
    reading: Reading | None, marked: Blanks, beside: _Beside, *, templated: bool
) -> Stays:
    """What says of the candidates of one text that they stay."""
    if reading is None:
        return _never
    tests = tuple(_tests(reading, marked, beside, templated=templated))
    return lambda one: any(test(one) for test in tests)


def _tests(
    reading: Reading, marked: Blanks, beside: _Beside, *, templated: bool
) -> Iterator[Stays]:
    blocks = frozenset(reading.data)
    yield lambda one: marked.hold(one, block=one in blocks)
    yield lambda one: shows_a_form(reading.text, one, block=one in blocks)
    if templated:
        brief = not has_rules(reading.text)
        yield lambda one: is_left(reading.text, one, block=one in blocks, brief=brief)
    used = beside.used and reading.role == "system"
    if is_product(reading, used=used, alone=beside.alone):
        yield lambda one: belongs(reading.text, one, used=used, block=one in blocks)
    if beside.labels and reading.role == "system":
        yield lambda one: is_sample(reading.text, one, beside.labels)
    if stands(reading):
        yield lambda one: is_rule(reading.text, one, block=one in blocks)


def _never(_one: Candidate) -> bool:
    return False
