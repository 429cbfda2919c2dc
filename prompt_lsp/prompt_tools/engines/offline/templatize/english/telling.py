"""What people tell of themselves before they ask: `I run a bakery`."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.manner import (
    audience_end,
    is_audience,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    LIKELY,
    bare,
    phrase_end,
    points,
    slot,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.purposes import (
    is_place,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    BUSINESS,
    DETERMINERS,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import Words
from prompt_lsp.prompt_tools.engines.offline.templatize.tables import is_language

TELLS = frozenset(
    """
    run runs own owns manage opened opening have work works teach teaching studied study
    studying majored switch move transition pivot switching moving interview
    """.split()
)
_RUNS = frozenset("run own manage opened opening have".split())
_STUDIES = frozenset({"studied", "study", "studying"})
_SWITCHES = frozenset("switch move transition pivot switching moving".split())
_US = frozenset({"i", "we", "i'm", "we're", "i’m", "we’re", "i've"})
_ENDS = frozenset("in at called named with near from for and on to of as".split())


def telling(_text: str, words: Words) -> Iterator[Candidate]:
    """The business, the subject, the field or the post that somebody tells of."""
    ours = any(word.low in _US for word in words[:3])
    for at, word in enumerate(words[:-1]):
        low = word.low
        if word.ends or word.quoted:
            continue
        if ours and low in _RUNS and words[at + 1].low in DETERMINERS:
            yield from _business(words, at + 1, sure=low in {"run", "own"})
        elif ours and low in {"work", "works"} and words[at + 1].low in {"for", "at"}:
            yield from _business(words, at + 2, sure=False)
        elif ours and low in {"teach", "teaching"}:
            yield from _taught(words, at + 1)
        elif ours and low in _STUDIES:
            yield from _field(words, at + 1)
        elif low in _SWITCHES:
            yield from _switched(words, at + 1)
        elif low == "interview" and words[at + 1].low in {"as", "for"}:
            yield from _post(words, at + 2, sure=words[at + 1].low == "as")


def _business(words: Words, start: int, *, sure: bool) -> Iterator[Candidate]:
    if start >= len(words) - 1 or words[start].low not in {"a", "an"}:
        return
    said = words[start + 1 : phrase_end(words, start + 1, _ENDS)]
    if said and not said[0].capital and (sure or said[-1].low in BUSINESS):
        yield from slot("BUSINESS_TYPE", said, LIKELY)


def _taught(words: Words, start: int) -> Iterator[Candidate]:
    """`I teach chemistry to tenth graders`."""
    end = phrase_end(words, start, _ENDS)
    said = words[start:end]
    if len(said) > _GRADE and said[1].low in {"grade", "year"}:
        yield from slot("LEVEL", said[:_GRADE], LIKELY)
        said = said[_GRADE:]
    if said and not points(said) and not is_audience(said):
        yield from slot("SUBJECT", said, LIKELY)
    if end + 1 < len(words) and words[end].low in {"to", "for"}:
        whom = words[end + 1 : audience_end(words, end + 1)]
        if is_audience(whom):
            yield from slot("AUDIENCE", whom, LIKELY)


_GRADE = 2  # words of the level of a class: `6th grade science`


def _field(words: Words, start: int) -> Iterator[Candidate]:
    said = words[start : phrase_end(words, start, _ENDS)]
    if said and said[0].low != "for" and len(said) <= _SHORT and not points(said):
        name = "LANGUAGE" if is_language(said[0].text) else "FIELD"
        yield from slot(name, said, LIKELY - 0.1)


_SHORT = 4  # words of a field of work or study


def _switched(words: Words, start: int) -> Iterator[Candidate]:
    """`switch to data science`, `move into product management`."""
    careers = words[start].low in {"career", "careers"}
    at = start + careers
    if at + 1 >= len(words) or words[at].low not in {"to", "into"}:
        return
    said = words[at + 1 : phrase_end(words, at + 1, _ENDS)]
    if len(said) not in {2, 3} or said[0].capital or said[0].low in _NO_FIELD:
        return
    if not (is_place(said) or points(said)) and bare(said) == said:
        yield from slot("FIELD", said, LIKELY - 0.1)


_NO_FIELD = frozenset("my our his her their be do get make".split())


def _post(words: Words, start: int, *, sure: bool) -> Iterator[Candidate]:
    """`an interview as a product manager at Spotify`."""
    if start >= len(words) - 1 or words[start].low not in {"a", "an"}:
        return
    end = phrase_end(words, start + 1, _ENDS | {"position", "role", "job"})
    told = end < len(words) and words[end].low in {"at", "position", "role", "job"}
    if sure or told:
        yield from slot("JOB_TITLE", words[start + 1 : end], LIKELY)
