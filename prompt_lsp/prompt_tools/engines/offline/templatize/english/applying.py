"""Texts with which somebody seeks a job, and which job that is."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    phrase_end,
    slot,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import JOBS
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import Words

_TEXTS = frozenset({"resume", "résumé", "cv"})
_OF_A_JOB = frozenset({"job", "cover", "interview", "application"})
_FOR_A_JOB = frozenset("letter description posting ad advert questions email".split())
_ENDS = frozenset("at in for with and to on from by about named called".split())


def is_sought(words: Words, lead: int) -> bool:
    """Whether a text before `for` is written for a job: `a cover letter for a nurse`.

    `lead` is where the preposition stands.
    """
    if lead < 1 or lead + 2 >= len(words) or words[lead + 1].low not in {"a", "an"}:
        return False
    if words[lead + 2].capital or words[lead - 1].ends:
        return False
    text = words[lead - 1].low
    two = lead > 1 and words[lead - 2].low in _OF_A_JOB and text in _FOR_A_JOB
    return two or text in _TEXTS


def sought(words: Words, lead: int) -> Iterator[Candidate]:
    """The job that a text before `for` is written for."""
    said = words[lead + 2 : phrase_end(words, lead + 2, _ENDS)]
    if len(said) > 1 and said[-1].low in JOBS:
        said = said[:-1]
    if said and not said[0].text[:1].isdigit():
        yield from slot("JOB_TITLE", said)
