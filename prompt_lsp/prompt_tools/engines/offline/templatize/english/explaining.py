"""Things to be explained or talked about."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.clauses import Clause
from prompt_lsp.prompt_tools.engines.offline.templatize.english.manner import (
    is_audience,
    is_somebody,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    GRAMMAR,
    LIKELY,
    bare,
    is_number,
    phrase_end,
    points,
    slot,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    AUDIENCE,
    PEOPLE,
    POINTERS,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Words,
    joined,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.labels import DATA
from prompt_lsp.prompt_tools.engines.offline.templatize.tables import (
    is_city,
    is_country,
    is_language,
)

TOPICAL = frozenset({"cons", "me", "of", "page", "talk", "chat"})
STATING = frozenset({"is", "are"})
EXPLAIN = frozenset("explain describe define teach discuss summarize summarise".split())
_ENDS = frozenset("to in for as like with at from on by under".split())
_HOLLOW = frozenset(
    """
    answer answers approach code decision decisions difference differences reasoning
    result results steps process solution output changes choice logic concept idea terms
    function situation problem issue error bug main key each all findings rules policy
    policies options page point points meeting thinking work data content image
    document plan
    """.split()
)


def explaining(_text: str, clause: Clause) -> Iterator[Candidate]:
    """`explain quantum entanglement to a 10-year-old`."""
    words = clause.words
    if words[1].low in _NO_OBJECT:
        return
    yield from _listeners(words, clause.verb)
    start = 1
    while start < len(words) and words[start].low in _BETWEEN_VERB:
        start += 1
    if start == len(words) or words[1].low == "to":
        return
    concept = _concept(words, start)
    work = _work_of(concept)
    if work:
        yield from slot("TITLE", work, GRAMMAR - 0.03)
        return
    quotes = [at for at, word in enumerate(concept) if word.quoted]
    if quotes:
        kind = concept[quotes[0] - 1].low if quotes[0] else ""
        name = "PHRASE" if kind in _SAYINGS else "TITLE"
        yield from slot(name, [concept[quotes[0]]])
    elif concept:
        yield from slot(_concept_name(concept, clause), concept, GRAMMAR - 0.03)


def _work_of(concept: Words) -> Words:
    """The work in `the plot of The Remains of the Day`."""
    for at in range(len(concept) - 2):
        if concept[at].low in _ASPECTS and concept[at + 1].low == "of":
            title = concept[at + 2 :]
            return title if title[0].capital and title[-1].capital else ()
    return ()


_SAYINGS = frozenset("idiom expression saying proverb phrase quote".split())
_ASPECTS = frozenset("plot ending themes symbolism characters storyline".split())
_NO_OBJECT = frozenset({"with", "in", "by", "your", "using", "each"})
_BETWEEN_VERB = frozenset({"me", "us", "briefly", "about"})
_ASKED = frozenset({"what", "how", "why"})


def _listeners(words: Words, verb: str) -> Iterator[Candidate]:
    """Whom something is explained to."""
    for at in range(1, len(words) - 1):
        if words[at].low != "to":
            continue
        end = phrase_end(words, at + 1, _TO_ENDS | _ASKED)
        if end + 1 < len(words) and words[end].low in {"who", "whose"}:
            end = phrase_end(words, end + 1, _TO_ENDS)
        said = words[at + 1 : end]
        if _is_somebodys(said) or (verb in _TEACHES and is_somebody(said)):
            yield from slot("AUDIENCE", said)
            break
        if is_audience(said):
            if said[0].low != "the" or len(said) > 2:
                yield from slot("AUDIENCE", said)
            break
    yield from _like(words)


def _is_somebodys(said: Words) -> bool:
    """Whether words are people by whose they are: `my grandmother`."""
    if not 1 < len(said) <= _OWN_WORDS:
        return False
    return said[0].low in _OWN and (said[-1].low in AUDIENCE or said[-1].low in PEOPLE)


_TEACHES = frozenset({"explain", "describe", "teach"})
_OWN = frozenset("my our your his her their".split())
_OWN_WORDS = 5
_TO_ENDS = frozenset({"in", "using", "with", "as", "and", "so"})


def _concept_name(concept: Words, clause: Clause) -> str:
    whole = " ".join(word.text for word in bare(concept))
    if is_language(whole) and bare(concept)[0].capital:
        return "LANGUAGE"
    if is_country(whole):
        return "COUNTRY"
    if is_city(whole) and bare(concept)[0].capital:
        return "CITY"
    return "TOPIC" if clause.verb in _TOPICAL else "CONCEPT"


_TOPICAL = frozenset({"discuss", "summarize", "summarise", "describe"})


def _like(words: Words) -> Iterator[Candidate]:
    """`like I'm five`, `as if I were a pirate`."""
    for at in range(1, len(words) - 2):
        if words[at].low in {"like", "if"} and words[at + 1].low in {"i'm", "i’m"}:
            end = phrase_end(words, at + 2)
            yield from slot("AUDIENCE", words[at + 2 : end], LIKELY)


def _concept(words: Words, start: int) -> Words:
    first = words[start]
    if first.low == "how" and not points(words[start + 1 :] or words):
        end = phrase_end(words, start + 1, _ENDS | {"works", "work"})
        said = words[start + 1 : end]
        works = end < len(words) and words[end].low in {"works", "work"}
        return said if works and _says(said) else ()
    if first.low in {"what", "why"}:
        end = phrase_end(
            words, start + 2, frozenset({"to", "in", "means", "is", "are"})
        )
        said = words[start + 2 : end]
        is_ = start + 1 < len(words) and words[start + 1].low in {"is", "are"}
        return said if first.low == "what" and is_ and _says(said) else ()
    if _difference(words, start):
        return ()
    end = _concept_end(words, start)
    said = words[start:end]
    if any(word.low in _NAMED for word in said):
        return ()
    return said if _says(said) else ()


def _concept_end(words: Words, start: int) -> int:
    """Where a concept ends: before how, or to whom, it is explained."""
    end = phrase_end(words, start, _SURE_ENDS)
    for at in range(start + 1, end):
        following = words[at + 1].low if at + 1 < end else ""
        how = words[at].low in {"in", "with", "using"} and (
            following in _HOW or is_number(words[at + 1]) if following else True
        )
        whom = words[at].low in {"to", "for"} and is_audience(words[at + 1 : end])
        if how or whom or (words[at].low == "to" and following in _LISTENERS):
            return at
    return end


_LISTENERS = _OWN | frozenset("me us a an someone somebody people".split())
_SURE_ENDS = frozenset({"as", "like", "under"})
_HOW = frozenset(
    "simple plain detail detailed a an one your layman's layperson's terms brief depth "
    "easy everyday fewer at about under words no".split()
)


def _difference(words: Words, start: int) -> bool:
    return any(
        one.low in {"difference", "differences", "relationship"}
        for one in words[start : start + 3]
    )


def _says(said: Words) -> bool:
    """Whether words name a thing of their own, and none of the prompt's."""
    if not said or points(said) or said[0].low in {"my", "our", "your"}:
        return False
    core = bare(said)
    if (
        not core
        or core[0].low in POINTERS
        or any(one.low in {"you", "i"} for one in core)
    ):
        return False
    if len(core) == 1 and said[0].low == "the" and not core[0].capital:
        return False
    if 1 < len(core) <= _TITLED and core[0].text.istitle():
        return True
    if core[-1].low in _THERE or (core[0].low in _MOST and not _names(core)):
        return False
    return not any(
        word.low in DATA or word.low in _HOLLOW or word.low.removesuffix("s") in DATA
        for word in core[:4]
        if not word.quoted
    )


_TITLED = 4  # words of what has a name: `the Monty Hall problem`
# They point at something said elsewhere, or name nothing of their own.
_THERE = frozenset("there here it them him her that this those these ones".split())
_MOST = frozenset(
    "most best main key worst biggest largest important major various other".split()
)


def _names(words: Words) -> bool:
    """Whether a phrase says more closely of what it speaks: `of Rome`, `in opera`."""
    return any(word.capital for word in words) or any(
        word.low in {"of", "in", "for", "about"} for word in words[1:-1]
    )


def _page(words: Words, start: int) -> Iterator[Candidate]:
    """What a page is about, for which a part is written."""
    near = words[start : start + _PAGE_WORDS]
    said = near[: phrase_end(near, 0, frozenset({"for", "in", "to"}))]
    if _says(said):
        yield from slot("TOPIC", said, LIKELY)


_PAGE_WORDS = 15  # that are looked at for what a page is about


# `a summary of …`, `in the field of …`.
_OF = frozenset("summary overview introduction field topic subject theme".split())


def topics(_text: str, words: Words) -> Iterator[Candidate]:
    """`pros and cons of X`, `tell me about X`."""
    for at, word in enumerate(words[:-1]):
        low, following = word.low, words[at + 1].low
        if low == "cons" and following == "of" and at + 2 < len(words):
            end = phrase_end(words, at + 2, frozenset({"for", "in", "to"}))
            yield from slot("TOPIC", words[at + 2 : end], LIKELY)
        elif low == "page" and following == "about" and at + 2 < len(words):
            yield from _page(words, at + 2)
        elif low in _TALKS and following == "about" and _is_proposed(words, at):
            yield from slot("TOPIC", words[at + 2 : phrase_end(words, at + 2)], LIKELY)
        elif low in _OF and following == "of" and at + 2 < len(words):
            end = phrase_end(words, at + 2, frozenset({"for", "in", "to"}))
            if _says(words[at + 2 : end]):
                yield from slot("TOPIC", words[at + 2 : end], LIKELY)
        elif (
            low == "me"
            and following == "about"
            and at
            and at + 2 < len(words)
            and words[at - 1].low in {"tell", "teach", "quiz"}
        ):
            end = phrase_end(words, at + 2, frozenset({"for", "in", "to"}))
            if words[at + 2].low == "how" and end - at < 12:
                yield Candidate("TOPIC", joined(words[at + 2 : end]), LIKELY)
            elif _says(words[at + 2 : end]):
                yield from slot("TOPIC", words[at + 2 : end], LIKELY)


def _is_proposed(words: Words, at: int) -> bool:
    """Whether somebody proposes a talk, and says of what: `Let's talk about trains`."""
    wish = {word.low for word in words[max(0, at - _WISH) : at]}
    told = at + 2 < len(words) and not points(words[at + 2 :])
    return told and not wish.isdisjoint(_WISHES)


_TALKS = frozenset({"talk", "chat"})
_WISHES = frozenset("let's let’s let we i i'd i’d".split())
_WISH = 4  # words


def _stops(words: Words, at: int) -> bool:
    """Whether what is stated ends with a word: its sentence does, or its clause."""
    if not words[at].ends:
        return False
    following = words[at + 1].low if at + 1 < len(words) else ""
    second = words[at + 2].low if at + 2 < len(words) else ""
    goes_on = following in {"and", "or"} and second in _SUBJECTS
    return words[at].after != "," or following in _SUBJECTS | _TURNS or goes_on


_SUBJECTS = frozenset("i we you they he she it this that please".split())
_TURNS = frozenset("so but yet because since which while though although".split())

_STATED = {
    "topic": "TOPIC",
    "theme": "THEME",
    "subject": "SUBJECT",
    "audience": "AUDIENCE",
    "readers": "AUDIENCE",
    "tone": "TONE",
    "genre": "GENRE",
    "setting": "SETTING",
    "deadline": "DEADLINE",
    "destination": "DESTINATION",
    "protagonist": "CHARACTER",
    "recipient": "RECIPIENT",
    "product": "PRODUCT_NAME",
    "company": "COMPANY_NAME",
    "keyword": "KEYWORD",
    "occasion": "OCCASION",
}
_NAMED = frozenset({"called", "named", "titled", "entitled"})
_FIRST = frozenset({"main", "lead", "cover", "top"})


_WHOSE = frozenset({"the", "my", "our", "its"})


def _last_statement(words: Words) -> int:
    """Where a statement begins behind another: `It is short, and the topic is …`."""
    for at in range(1, len(words) - 3):
        joint = words[at - 1].low == "and" and words[at].low in _WHOSE
        if joint and words[at + 1].low in _STATED and words[at + 2].low in STATING:
            return at
    return 0


def stated(_text: str, words: Words) -> Iterator[Candidate]:
    """`The topic is travelling by train`, `The readers are beginners`."""
    words = words[_last_statement(words) :]
    if len(words) < 4 or words[0].low not in _WHOSE:
        return
    at = 1 if words[1].low in _STATED else 2
    name = _STATED.get(words[at].low)
    if words[1].low in _FIRST and words[2].low == "story":
        name = "TOPIC"
    verb = at + 1
    if verb + 2 < len(words) and words[verb + 1].low in _NAMED:
        return  # whose name the cue introduces
    if name is None or verb + 1 >= len(words) or words[verb].low not in {"is", "are"}:
        return
    end = verb + 1
    while end < len(words) and not _stops(words, end):
        end += 1
    said = words[verb + 1 : end + 1]
    if bare(said) and len(said) <= 12 and (name == "TOPIC" or not points(said)):
        yield Candidate(name, joined(bare(said)), GRAMMAR)
