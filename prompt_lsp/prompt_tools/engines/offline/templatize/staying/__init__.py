"""What stays in a prompt because of what the prompt is, whatever a recognizer says.

A template was made one on purpose: what it leaves standing is meant to stay. The
system prompt of a product is that product's identity. Standing orders say how to
answer whatever will come. Each of them takes back what a request would give.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

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


def staying(texts: Sequence[Read]) -> list[Stays]:
    """For each text what says of a candidate that it stays as it is."""
    found = [blanks(one.reading) if one.reading else Blanks() for one in texts]
    templated = [
        one.reading is not None and is_template(one.reading, marked)
        for one, marked in zip(texts, found, strict=True)
    ]
    asked = [
        _is_use(one.reading) and not filled
        for one, filled in zip(texts, templated, strict=True)
    ]
    filled = any(
        one and read.reading and read.reading.role == "user"
        for one, read in zip(templated, texts, strict=True)
    )
    labels = frozenset(
        label
        for read in texts
        if read.reading and _is_use(read.reading)
        for label in waiting(read.reading.text)
    )
    return [
        _stays(read.reading, marked, labels, templated=one or filled, used=any(asked))
        for read, marked, one in zip(texts, found, templated, strict=True)
    ]


def _is_use(reading: Reading | None) -> bool:
    """Whether a text is a message of somebody who uses the prompt."""
    return reading is not None and reading.role == "user" and reading.text.strip() != ""


def _stays(
    reading: Reading | None,
    marked: Blanks,
    labels: frozenset[str],
    *,
    templated: bool,
    used: bool,
) -> Stays:
    """What says of the candidates of one text that they stay."""
    if reading is None:
        return _never
    tests = list(_tests(reading, marked, templated=templated, used=used))
    if labels and reading.role == "system":
        tests.append(lambda one: is_sample(reading.text, one, labels))
    return lambda one: any(test(one) for test in tests)


def _tests(
    reading: Reading, marked: Blanks, *, templated: bool, used: bool
) -> Iterator[Stays]:
    blocks = frozenset(reading.data)
    yield lambda one: marked.hold(one, block=one in blocks)
    yield lambda one: shows_a_form(reading.text, one, block=one in blocks)
    if templated:
        brief = not has_rules(reading.text)
        yield lambda one: is_left(reading.text, one, block=one in blocks, brief=brief)
    used = used and reading.role == "system"
    if is_product(reading, used=used):
        yield lambda one: belongs(reading.text, one, used=used, block=one in blocks)
    if stands(reading):
        yield lambda one: is_rule(reading.text, one, block=one in blocks)


def _never(_one: Candidate) -> bool:
    return False
