"""What a question is about: the one who does something, and what it is done to.

`how long does X take to ferment`, `is it safe to take X with Y`, `what causes X in Y`.
"""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.asking.lexicon import (
    COLOURLESS,
    DOES,
    LOOSE,
    OWNERS,
    PLACING,
    PRONOUNS,
    STOPS,
    TOOLS,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.asking.naming import (
    name_of,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.asking.nominal import (
    core,
    is_particular,
    noun_at,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    CONTENT,
    DETERMINERS,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Word,
    Words,
    joined,
)

_SURE = 0.57
_ASKING = frozenset(
    """
    what what's whats which who who's when where why how how's is are was were do does
    did can could should would will has have
    """.split()
)
_HELPING = frozenset("do does did can could should would will has have".split())
_BEING = frozenset("is are was were what's whats who's".split())
_SUBJECT = 6  # words of the one who does something
_ASKER = frozenset({"i", "we", "you", "one", "they", "people"})
_MANNER = frozenset("politely safely properly quickly easily best correctly".split())
# How something is, or may be done, is no answer that varies.
_NO_CAUSES = frozenset({"makes", "is", "are", "does", "do", "happens", "should"})


def is_question(words: Words) -> bool:
    """Whether a sentence asks for an answer, be its question mark forgotten.

    Who asks whether `you` can do something gives an order.
    """
    if len(words) < _SHORTEST or words[0].low not in _ASKING:
        return False
    if words[0].low in {"do", "have"} and words[1].low in _ORDERING:
        return False
    return words[0].low not in _HELPING or words[1].low != "you"


_SHORTEST = 3  # words
_ORDERING = DETERMINERS | {"not", "some", "your", "my", "this", "it"}


def asked(words: Words) -> Iterator[Candidate]:
    """The particulars of a question.

    One that is about a single word asks for common knowledge: `How do vaccines work?`.
    """
    found = tuple(_asked(words))
    if (
        len(found) > 1
        or any(map(_is_telling, words[1:]))
        or (found and not _is_bare(words, found[0]))
    ):
        yield from found


def _is_telling(word: Word) -> bool:
    """Whether a word has a capital or a digit, and is no `I`."""
    return any(map(str.isdigit, word.text)) or (word.capital and len(word.text) > 2)


def _is_bare(words: Words, one: Candidate) -> bool:
    """Whether a phrase is a single word without an article or `of`."""
    at = next(i for i, word in enumerate(words) if word.start == one.span.start)
    return words[at].end == one.span.end and words[at - 1].low not in _TELLING


_TELLING = DETERMINERS | {"of"}


def _asked(words: Words) -> Iterator[Candidate]:
    verb = _verb(words)
    if verb is None:
        return
    at, subject = verb
    if subject and is_particular(subject):
        yield _slot(subject, "", "TOPIC")
    if words[-1].low in TOOLS and len(words) > at + _TASK and words[-2].low in _USING:
        yield Candidate("TASK", joined(words[at:-2]), _SURE + 0.02)
        yield Candidate("SOFTWARE", words[-1].span, _SURE + 0.02)
    yield from objects(words, at + 1)


_TASK = 3  # words, at least, behind the verb of what is done with a tool
_USING = frozenset({"in", "with", "on", "using"})


def objects(words: Words, start: int) -> Iterator[Candidate]:
    """What stands behind a verb: its object, and what prepositions lead to."""
    at = start
    while at < len(words) and words[at].low in _MANNER:
        at += 1
    lead: Word | None = None
    while at < len(words):
        phrase = noun_at(words, at)
        if phrase and _is_told(phrase, lead):
            verb = words[start - 1].low if lead is None else ""
            yield _slot(phrase, lead.low if lead else "", _OBJECTS.get(verb, "ITEM"))
        at += len(phrase)
        if phrase and phrase[-1].ends and phrase[-1].after != ",":
            return
        while at < len(words) and not _leads(words[at]):
            at += 1
        if at >= len(words):
            return
        lead, at = words[at], at + 1


_OBJECTS = {
    "eat": "FOOD",
    "drink": "DRINK",
    "cook": "DISH",
    "bake": "DISH",
    "freeze": "FOOD",
    "treat": "CONDITION",
    "decline": "EVENT",
    "causes": "PROBLEM",
}


def _leads(word: Word) -> bool:
    placing = word.low in PLACING or word.low == "of"
    return placing and not word.quoted and not word.ends


def _is_told(phrase: Words, lead: Word | None) -> bool:
    """Whether the object of a verb or of a preposition is particular."""
    if lead is not None and lead.low in _LOOSELY:
        return phrase[0].capital and is_particular(phrase)
    owned = phrase[0].low in OWNERS and len(phrase) < _OWNED
    if lead is None and _is_some_text(phrase):
        return True
    return not owned and is_particular(phrase)


def _is_some_text(phrase: Words) -> bool:
    """Whether something written is told more closely: `a wedding invitation`."""
    said = core(phrase)
    told = len(said) > 1 and said[0].low not in COLOURLESS | LOOSE
    return told and phrase[0].low in {"a", "an"} and said[-1].low in CONTENT


_OWNED = 3  # words of what is one's own and particular


_LOOSELY = frozenset("to than as before after without by".split())


def _verb(words: Words) -> tuple[int, Words] | None:
    """Where the verb of a question stands, and who does it; None if it is not seen."""
    low = [word.low for word in words]
    at = 1
    while at < min(len(words) - 1, _REACH) and low[at - 1] not in _HELPING:
        at += 1
    if low[at - 1] in _HELPING and at < len(words) - 1:
        return _helped(words, at)
    if low[0] in _BEING or (low[0] in {"what", "who"} and low[1] in {"is", "are"}):
        return _being(words, low)
    if low[0] in {"what", "which"} and low[1] not in _NO_CAUSES:
        return _causing(low)
    return None


_REACH = 6  # words before `do` and `can`


def _helped(words: Words, at: int) -> tuple[int, Words] | None:
    """`does kombucha take`, `can I use`."""
    if words[at].low in _ASKER:
        at += 1
        while at < len(words) - 1 and words[at].low in _MANNER:
            at += 1
        return at, ()
    if words[at].low in PRONOUNS:
        return None
    for end in range(at + 1, min(at + _SUBJECT, len(words))):
        following = words[end + 1].low if end + 1 < len(words) else ""
        verb = words[end].low in DOES and following not in DOES
        if verb and words[end - 1].low not in DETERMINERS:
            return end, words[at:end]
        if words[end].low in STOPS and words[end].low not in OWNERS:
            return None
    return None


def _being(words: Words, low: list[str]) -> tuple[int, Words] | None:
    """`is it safe for X to eat`, `what is the price of`."""
    if low[:2] in (["is", "it"], ["was", "it"]):
        to = low.index("to") if "to" in low else 0
        if not to or to + 1 >= len(words):
            return None
        whom = low.index("for") if "for" in low[:to] else to
        return to + 1, noun_at(words[:to], whom + 1) if whom < to else ()
    start = 1 if low[0] in {"what's", "whats", "who's"} else 2
    if low[0] not in {"is", "are", "was", "were"} and low[start] in {"the", "a"}:
        for at in range(start + 1, min(start + _SUBJECT, len(words) - 1)):
            if low[at] in PLACING or low[at] == "of":
                return at - 1, ()
    return None


def _causing(low: list[str]) -> tuple[int, Words] | None:
    """`what causes X`, `which wine goes with X`."""
    for at in (1, 2, 3):
        said = low[at] if at < len(low) else ""
        if said.endswith("s") and not DOES.isdisjoint((said[:-1], said[:-2])):
            return at, ()
    return None


def _slot(phrase: Words, lead: str, default: str) -> Candidate:
    said = core(phrase) if phrase[0].low in DETERMINERS else phrase
    return Candidate(name_of(phrase, lead, default), joined(said), _SURE)
