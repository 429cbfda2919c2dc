"""Names of people, companies and things that a sentence introduces."""

from collections.abc import Iterator
from dataclasses import replace

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    GRAMMAR,
    LIKELY,
    phrase_end,
    points,
    proper_end,
    slot,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    JOBS,
    LANGUAGES_OF_CODE,
    RELATIONS,
    TITLES,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Sentence,
    Words,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables import (
    is_city,
    is_country,
    is_language,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables.given_names import (
    given_names,
)
from prompt_lsp.text import Span

_NAMED = frozenset({"called", "named", "titled", "entitled"})
_FIRMS = frozenset(
    """
    inc corp corporation llc ltd limited gmbh plc co group holdings technologies labs
    systems solutions industries partners airlines airways bank motors pharmaceuticals
    software consulting ventures logistics studios foods energy robotics
    """.split()
)
_COMPANIES = frozenset(
    "company startup firm employer brand business agency organization client".split()
)
PRODUCTS = frozenset(
    "product app tool game book novel movie film device platform website blog podcast "
    "newsletter magazine channel".split()
)
_NO_NAMES = frozenset("claude i english monday json api ai i'm gpt chatgpt i'd".split())
_EMPLOYED = frozenset(
    "job role position work works working worked employee manager engineer ceo cto "
    "founder account internship developer director career interview intern team "
    "agent support assistant representative".split()
)
_FOR = frozenset(
    "assistant agent bot chatbot representative specialist support writer".split()
)


def jobs(_text: str, words: Words) -> Iterator[Candidate]:
    """`for a product manager position`, `the role of a barista`."""
    for at, word in enumerate(words):
        if word.low not in JOBS or word.quoted or at < 2:
            continue
        start = at
        while start > 0 and at - start < 6 and words[start - 1].low not in _ARTICLES:
            start -= 1
            if words[start].ends:
                break
        articled = start > 0 and words[start - 1].low in _ARTICLES and start < at
        plain = start + 1 <= at and words[start].low not in _PLAIN
        if articled and plain and not any(one.ends for one in words[start:at]):
            yield from slot("JOB_TITLE", words[start:at], LIKELY)


_ARTICLES = frozenset({"a", "an", "the", "our", "your"})
_PLAIN = frozenset(
    "new good great same full-time part-time current open remote this".split()
)


def names(_text: str, sentence: Sentence) -> Iterator[Candidate]:
    """Names by the words before them."""
    words = sentence.words
    for at in _places(sentence):
        word = words[at]
        if word.quoted:
            yield from _work(words, at)
        elif word.low in _NAMED:
            yield from _named(words, at)
        elif word.low in _OFFICES and words[at + 1].low in {"of", "as"}:
            yield from _office(words, at + 2)
        elif word.low == "similar" and words[at + 1].low == "to":
            yield from _alike(words, at + 2)
        elif word.low == "as" and _works(words, at):
            yield from _office(words, at + 1)
        elif word.capital and word.text.endswith(("'s", "’s")) and at:
            yield from _birthday(words, at)
        elif word.capital and word.after == ",":
            yield from _rank(words, at + 1)
        elif words[at + 1].capital:
            yield from _before_capital(words, at)
    yield from _firms(sentence)


def _places(sentence: Sentence) -> list[int]:
    """Where a name or what leads to one stands, in order; never the last word."""
    places = {*sentence.quoted, *sentence.capitals}
    places.update([at - 1 for at in sentence.capitals if at])
    if not _LEADS.isdisjoint(sentence.said):
        words = enumerate(sentence.words)
        places.update([at for at, word in words if word.low in _LEADS])
    places.discard(len(sentence.words) - 1)
    return sorted(places)


def _alike(words: Words, start: int) -> Iterator[Candidate]:
    """`novels similar to The Name of the Rose`."""
    if start < len(words) and words[start].capital:
        yield from slot("TITLE", words[start : proper_end(words, start)], LIKELY)


def _work(words: Words, at: int) -> Iterator[Candidate]:
    """`"Middlemarch" by George Eliot`."""
    if words[at + 1].low == "by" and at + 2 < len(words) and words[at + 2].capital:
        yield from slot("TITLE", [words[at]], GRAMMAR + 0.02)
        yield from slot("AUTHOR", words[at + 2 : proper_end(words, at + 2)])


def _before_capital(words: Words, at: int) -> Iterator[Candidate]:
    """A name whose kind the word before it says."""
    word, following = words[at], words[at + 1]
    titled = word.low.rstrip(".") in TITLES and word.after in {"", "."}
    if word.capital and titled:
        end = proper_end(words, at + 1)
        yield from slot("NAME", words[at:end], LIKELY)
    elif following.quoted or (word.ends and word.after != ","):
        return
    elif (name := _kind(words, at)) is not None:
        yield from _proper(name, words, at + 1)


def _kind(words: Words, at: int) -> str | None:
    """What a name is of that stands behind a word."""
    low, before = words[at].low, words[at - 1].low if at else ""
    if low in _KNOWN or (low == "is" and before == "name"):
        return "NAME"
    if low in PRODUCTS:
        return "PRODUCT_NAME"
    firm = low in _COMPANIES and before != "for"
    bot = low in _OF and words[0].low == "you" and at < _NEAR
    bot = bot and words[at + 1].low not in LANGUAGES_OF_CODE
    works = (low in _EMPLOYS and at and _employs(words, at)) or low in _JOINS
    theirs = low == "of" and before in _SERVED
    acts = low == "of" and before in {"behalf", "name"} and at > 1
    if acts and words[at - 2].low in {"on", "the"}:
        given = words[at + 1].text in given_names()
        return "NAME" if given else "COMPANY_NAME"
    return "COMPANY_NAME" if firm or bot or works or theirs else None


# They belong to a house, whose name follows: `subscribers of The Quiet Kitchen`.
_SERVED = frozenset("subscribers customers clients employees shareholders".split())


_JOINS = frozenset("joins joined joining".split())
_MEETS = frozenset(
    "call email contact invite thank meet met remind congratulate marry marries "
    "married".split()
)
_KNOWN = RELATIONS | _MEETS
_OF = frozenset({"at", "of", "for"})
_EMPLOYS = _OF | {"with"}
_NEAR = 9  # words of `You are the support assistant of …`


_WORKS = frozenset(
    "work works worked working job joins join joined started apply applies applying "
    "hired".split()
)


def _rank(words: Words, start: int) -> Iterator[Candidate]:
    """What somebody is that a comma follows: `Oliver Grant, head of purchasing at`."""
    start += words[start].low in _ARTICLES
    near = words[start : start + _RANK_WORDS + 2]
    end = phrase_end(near, 0, _OFFICE_ENDS)
    said = near[:end]
    housed = end < len(near) and near[end].low in {"at", "in"}
    if not said or len(said) > _RANK_WORDS or not said[0].text.islower():
        return
    head = next((at for at, one in enumerate(said) if one.low == "of"), len(said))
    if head and said[head - 1].low in _RANKS and (housed or said[-1].ends):
        yield from slot("JOB_TITLE", said, LIKELY)


_RANK_WORDS = 6
_RANKS = frozenset(
    """
    accountant administrator advisor analyst architect ceo cfo chair chef chief coo
    coordinator cto designer developer director editor engineer founder head lead
    lecturer manager nurse officer president principal producer professor programmer
    representative scientist secretary specialist supervisor teacher technician
    treasurer
    """.split()
)


def _works(words: Words, at: int) -> bool:
    """Whether `as a` says what somebody works as."""
    article = words[at + 1].low in {"a", "an", "our"}
    near = words[at + 1 : at + 1 + _RANK_WORDS]
    ranked = near[0].text.islower() and any(one.low in _RANKS for one in near)
    return (article or ranked) and any(
        one.low in _WORKS for one in words[max(0, at - 8) : at]
    )


def _office(words: Words, start: int) -> Iterator[Candidate]:
    """`for the position of warehouse manager`."""
    if start < len(words) and not (
        words[start].capital and words[start - 1].low == "of"
    ):
        end = phrase_end(words, start, _OFFICE_ENDS)
        yield from slot("JOB_TITLE", words[start:end], LIKELY)


_OFFICE_ENDS = frozenset("at in for with and on from starting by next this".split())
_OFFICES = frozenset({"position", "role", "job", "work", "post"})
_LEADS = _NAMED | _OFFICES | {"similar", "as"}
_NTH = ("st", "nd", "rd", "th")


def _birthday(words: Words, at: int) -> Iterator[Candidate]:
    """`Nora's 40th birthday`."""
    owner, age = words[at], words[at + 1]
    if not (age.text[:-2].isdecimal() and age.low.endswith(_NTH)):
        return
    yield Candidate("NAME", Span(owner.start, owner.end - 2), GRAMMAR + 0.01)
    yield Candidate("AGE", Span(age.start, age.end - 2), GRAMMAR + 0.01)


def _employs(words: Words, at: int) -> bool:
    before = words[at - 1].low.rstrip("s")
    if words[at].low == "at":
        return before in _EMPLOYED
    if words[at].low == "of":
        return before in {"ceo", "cto", "founder", "cfo"}
    return words[at].low == "for" and (before in _FOR or before in {"work", "working"})


def _proper(name: str, words: Words, start: int) -> Iterator[Candidate]:
    end = proper_end(words, start)
    said = words[start:end]
    whole = " ".join(word.text for word in said)
    if not said or points(said) or said[0].low in _NO_NAMES:
        return
    if is_country(whole) or is_city(whole) or is_language(whole):
        return
    if whole.endswith(("'s", "’s")):
        last = said[-1]
        shorter = replace(last, end=last.end - 2)
        said = [*said[:-1], shorter]
    yield from slot(name, said, LIKELY)


def _named(words: Words, at: int) -> Iterator[Candidate]:
    following = words[at + 1]
    is_ = at > 1 and words[at - 1].low in {"is", "are", "was"}
    before = words[at - 1 - is_].low if at else ""
    name = "NAME"
    if before in _COMPANIES:
        name = "COMPANY_NAME"
    elif before in PRODUCTS:
        name = "PRODUCT_NAME"
    elif words[at].low in {"titled", "entitled"}:
        name = "TITLE"
    if following.quoted:
        yield from slot(name, [following], GRAMMAR)
    elif following.capital:
        yield from _proper(name, words, at + 1)


def _firms(sentence: Sentence) -> Iterator[Candidate]:
    """`Acme Corp`, `Globex GmbH`."""
    words = sentence.words
    for at in sentence.capitals:
        word = words[at]
        if not at or word.low not in _FIRMS or words[at - 1].ends:
            continue
        if at + 1 < len(words) and words[at + 1].capital and not word.ends:
            continue
        start = at
        while (
            start > 0
            and words[start - 1].capital
            and at - start < 3
            and not words[start - 1].ends
        ):
            start -= 1
        if start == 0 and at > 1:
            start = 1
        if start < at:
            yield from slot("COMPANY_NAME", words[start : at + 1], LIKELY)
