"""What English sentences say explicitly about their slots."""

from collections.abc import Callable, Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english import (
    conversion,
    listing,
    programs,
    translation,
    writing,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.asking import (
    is_request,
    particulars,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.clauses import (
    Clause,
    clauses,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.comparing import (
    COMPARES,
    comparing,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.explaining import (
    EXPLAIN,
    STATING,
    TOPICAL,
    explaining,
    stated,
    topics,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.food import FOOD, food
from prompt_lsp.prompt_tools.engines.offline.templatize.english.manner import (
    MANNER,
    lengths,
    manner,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.occasions import (
    SESSIONS,
    occasions,
    subjects,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.people import (
    jobs,
    names,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.questions import (
    LEADS,
    question,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.quoted import (
    SIGNS,
    quoted,
    signed,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.reworking import (
    REWORKS,
    reworked,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.roles import role
from prompt_lsp.prompt_tools.engines.offline.templatize.english.telling import (
    TELLS,
    telling,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.tones import (
    LENGTHS,
    tones,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.venues import (
    PLACED,
    venues,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    EVENTS,
    JOBS,
    LANGUAGES_OF_CODE,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Sentence,
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
    (listing.LISTS, listing.listing),
    (EXPLAIN, explaining),
    (programs.VERBS, programs.implementing),
)
# The grammars that hold anywhere in a sentence, by the words without which they see
# nothing.
_ANYWHERE: tuple[
    tuple[frozenset[str], Callable[[str, Words], Iterator[Candidate]]], ...
] = (
    (translation.SAYS, translation.said_in),
    (translation.ANSWERS | translation.EXPLAINS | {"me"}, translation.answered_in),
    (LANGUAGES_OF_CODE, conversion.code_language),
    (COMPARES, comparing),
    (TOPICAL, topics),
    (FOOD, food),
    (STATING, stated),
    (MANNER, manner),
    (JOBS, jobs),
    (programs.BUILDS, programs.built),
    (programs.ASKS, programs.asked),
    (TELLS, telling),
)
# The same for what only users ask for; a system prompt tells what its product does.
_ASKED: tuple[
    tuple[frozenset[str], Callable[[str, Words], Iterator[Candidate]]], ...
] = (
    (EVENTS, occasions),
    (writing.AGAIN, writing.again),
    (LENGTHS, tones),
    (REWORKS, reworked),
    (SIGNS, signed),
    (PLACED, venues),
    (SESSIONS | {"against"}, subjects),
    (LEADS, question),
)
# The grammars that know without words of their own where to look.
_EVERY: tuple[Callable[[str, Sentence], Iterator[Candidate]], ...] = (
    translation.pair,
    names,
    lengths,
    quoted,
)
_OF_SYSTEMS = _ANYWHERE
_OF_USERS = (*_ANYWHERE, *_ASKED)
_TRIGGERS = frozenset[str]().union(*(triggers for triggers, _ in _OF_USERS))


def english(reading: Reading) -> Iterator[Candidate]:
    """The slots of all sentences of a text."""
    system = reading.role == "system"
    anywhere = _OF_SYSTEMS if system else _OF_USERS
    everywhere = (*_EVERY, particulars) if is_request(reading) else _EVERY
    first = not system
    for prose in reading.prose:
        for sentence in sentences(reading.text, prose):
            orders = clauses(sentence)
            if first and not orders:
                yield from _without_verb(reading.text, sentence.words)
            first = False
            for clause in orders:
                for verbs, order in _ORDERS:
                    if clause.verb in verbs:
                        yield from order(reading.text, clause)
            said = sentence.said & _TRIGGERS
            for triggers, grammar in anywhere if said else ():
                if not triggers.isdisjoint(said):
                    yield from grammar(reading.text, sentence.words)
            for general in everywhere:
                yield from general(reading.text, sentence)


def _without_verb(text: str, words: Words) -> Iterator[Candidate]:
    """`Haiku about autumn`, `5 names for a cat`: what is wanted, and no verb."""
    if not any(word.low in {"about", "for", "on"} for word in words[1:6]):
        return
    what = words[:2] and words[0].low == "what" and words[1].low == "are"
    wanted = Clause("write", words[1:] if what else (words[0], *words))
    yield from writing.writing(text, wanted)
    yield from listing.listing(text, wanted)
