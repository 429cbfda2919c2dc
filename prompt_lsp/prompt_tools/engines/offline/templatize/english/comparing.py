"""Things that are compared with each other."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.manner import (
    is_audience,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    LIKELY,
    bare,
    find,
    is_number,
    phrase_end,
    points,
    slot,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    LANGUAGES_OF_CODE,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Word,
    Words,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.labels import DATA
from prompt_lsp.prompt_tools.engines.offline.templatize.tables import (
    is_city,
    is_country,
    is_language,
)

COMPARES = frozenset("between compare contrast vs versus".split())


def comparing(_text: str, words: Words) -> Iterator[Candidate]:
    """`compare A and B`, `the difference between A and B`, `A vs. B`."""
    for at, word in enumerate(words):
        if word.quoted:
            continue
        if word.low == "between" and at and words[at - 1].low in _BETWEEN:
            yield from _two(words, at + 1)
        elif word.low in {"compare", "contrast"} and (
            at == 0 or words[at - 1].low in {"please", "and", "to"}
        ):
            if at + 1 < len(words) and words[at + 1].low not in {"and", "contrast"}:
                yield from _two(words, at + 1)
                yield from _use(words, at + 1)
            elif at + 3 < len(words) and words[at + 2].low == "contrast":
                yield from _two(words, at + 3)
        elif word.low in {"vs", "versus"} and 0 < at < len(words) - 1:
            start = _back(words, at)
            end = phrase_end(words, at + 1, _STOP)
            if start < at:
                yield from _item(words[start:at])
                yield from _item(words[at + 1 : end])


def _use(words: Words, start: int) -> Iterator[Candidate]:
    """For what two things are compared: `for an event-sourcing workload`."""
    at = find(words, frozenset({"for"}), start)
    if at + 2 < len(words) and words[at + 1].low in {"a", "an", "my", "our"}:
        said = words[at + 1 : _use_end(words, at + 1)]
        done = said[-1].low.endswith(("ed", "built", "made"))
        if not is_audience(said) and len(said) > 1 and not done:
            yield from slot("USE_CASE", said, LIKELY)


def _use_end(words: Words, start: int) -> int:
    """Where a use ends; `a steep roof in a windy place` is one, `in a table` is not."""
    end = phrase_end(words, start, _STOP - {"to"})
    more = words[end + 1 : end + 3] if end < len(words) else ()
    if len(more) < _MORE or words[end].low not in {"in", "with"}:
        return end
    counted = words[end].low == "with" and is_number(more[0])
    if more[0].low not in {"a", "an"} and not counted:
        return end
    last = end + 2
    while (
        last < len(words) and not words[last - 1].ends and words[last].low not in _STOP
    ):
        last += 1
    return end if words[last - 1].low in _FORMS else last


_MORE = 2  # words at least of what goes on
_FORMS = frozenset(
    "table list matrix paragraph paragraphs sentence sentences words bullets points "
    "format chart tone style row rows column columns recommendation summary".split()
)
_BETWEEN = frozenset(
    "difference differences relationship comparison similarities distinction".split()
)
_STOP = frozenset(
    "for in with on by as to from at based across and or terms regarding when".split()
)


def _back(words: Words, at: int) -> int:
    """Where the first of two begins, before `vs`."""
    start = at
    while (
        start > 0
        and at - start < 3
        and not words[start - 1].ends
        and (words[start - 1].capital or start == at)
    ):
        start -= 1
    return start


def _two(words: Words, start: int) -> Iterator[Candidate]:
    joint = find(words, frozenset({"and", "with", "to", "vs", "versus", "or"}), start)
    if joint >= len(words) - 1 or joint - start > 6 or joint == start:
        return
    end = phrase_end(words, joint + 1, _STOP)
    first = words[start:joint]
    parts: list[Words] = []
    part: list[Word] = []
    for word in first:
        part.append(word)
        if word.after == ",":
            parts.append(part)
            part = []
    if part:
        parts.append(part)
    parts.append(words[joint + 1 : end])
    if words[start].low in _SIDES or (
        words[start].low == "the" and words[start + 1].low in _SIDES
    ):
        return
    if any(
        not one
        or points(bare(one) or one)
        or not bare(one)
        or bare(one)[0].low in {"two", "three", "my", "our"}
        for one in parts
    ):
        return
    if any(word.low in DATA for one in parts for word in one[-1:]):
        return
    if len(parts) == _PAIR and (places := list(_in_places(*parts))):
        yield from places
        return
    for one in parts:
        yield from _item(one)


_PAIR = 2


def _in_places(first: Words, second: Words) -> Iterator[Candidate]:
    """What is compared in two places: `the state pension in Norway and Ireland`."""
    at = find(first, frozenset({"in"}))
    if not 0 < at < len(first) - 1:
        return
    names = [" ".join(one.text for one in said) for said in (first[at + 1 :], second)]
    if all(map(is_country, names)) or all(map(is_city, names)):
        yield from slot("TOPIC", first[:at], LIKELY)
        yield from _item(first[at + 1 :])
        yield from _item(second)


_SIDES = frozenset(
    "pros advantages benefits costs similarities strengths differences features".split()
)


def _item(words: Words) -> Iterator[Candidate]:
    said = bare(words)
    if not said:
        return
    name = " ".join(word.text for word in said)
    if is_country(name):
        yield from slot("COUNTRY", said, LIKELY)
    elif is_city(name):
        yield from slot("CITY", said, LIKELY)
    elif (
        len(said) == 1 and said[0].low in LANGUAGES_OF_CODE and "sql" not in said[0].low
    ):
        yield from slot("PROGRAMMING_LANGUAGE", said, LIKELY)
    elif is_language(name) and said[0].capital:
        yield from slot("LANGUAGE", said, LIKELY)
    else:
        yield from slot("ITEM", said, LIKELY)
