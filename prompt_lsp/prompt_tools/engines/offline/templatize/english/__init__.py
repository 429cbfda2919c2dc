"""What English sentences say explicitly about their slots."""

from collections.abc import Callable, Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english import (
    conversion,
    translation,
    writing,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.clauses import (
    Clause,
    clauses,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.explaining import (
    EXPLAIN,
    comparing,
    explaining,
    topics,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.manner import manner
from prompt_lsp.prompt_tools.engines.offline.templatize.english.people import names
from prompt_lsp.prompt_tools.engines.offline.templatize.english.quoted import quoted
from prompt_lsp.prompt_tools.engines.offline.templatize.english.roles import role
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Words,
    sentences,
)

__all__ = ["english", "role"]

# The grammars of orders, by the verbs that they begin with.
_ORDERS: tuple[
    tuple[frozenset[str], Callable[[str, Clause], Iterator[Candidate]]], ...
] = (
    (translation.VERBS, translation.translation),
    (conversion.VERBS, conversion.conversion),
    (writing.VERBS, writing.writing),
    (writing.LISTS, writing.listing),
    (EXPLAIN, explaining),
)
# The grammars that hold anywhere in a sentence.
_ANYWHERE: tuple[Callable[[str, Words], Iterator[Candidate]], ...] = (
    translation.pair,
    conversion.code_language,
    comparing,
    topics,
    manner,
    names,
    quoted,
)


def english(reading: Reading) -> Iterator[Candidate]:
    """The slots of all sentences of a text."""
    for prose in reading.prose:
        for words in sentences(reading.text, prose):
            for clause in clauses(words):
                for verbs, order in _ORDERS:
                    if clause.verb in verbs:
                        yield from order(reading.text, clause)
            for grammar in _ANYWHERE:
                yield from grammar(reading.text, words)
