"""What people tell before, or beside, what they ask for: `I only have a camping stove`.

Such facts are of this one use: each is named by the verb, or by the noun, that tells.
"""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.asking.lexicon import (
    COLOURLESS,
    LOOSE,
    OWNERS,
    STOPS,
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
    DETERMINERS,
    RELATIONS,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Words,
    joined,
)
from prompt_lsp.text import Span

_SURE = 0.58
_TELLERS = frozenset(
    """
    i we he she they i'm we're he's she's they're i've we've i’m we’re he’s she’s i’ve
    who
    """.split()
)
_VERBS = {
    "INTERESTS": "like likes love loves loved liked enjoy enjoys prefer prefers",
    "SUBJECT": "teach teaches taught study studies studied",
    "ITEM": "have has own owns bought got grow grows use uses need needs",
    "CAR_MODEL": "drive drives",
    "BUSINESS_TYPE": "run runs opened open",
    "PRODUCT": "sell sells make makes offer offers",
    "TITLE": "sing sings read reading perform performing performs watch",
    "INGREDIENT": "eat eats",
    "LOCATION": "live lives visit visiting climbing climb",
    "TOPIC": "organise organize organising organizing planning plan hosting host write "
    "writing building build researching",
    "JOB_TITLE": "am i'm i’m work works worked",
    "COMPANY_NAME": "leaving joining left joined",
}
_BY_VERB = {verb: name for name, verbs in _VERBS.items() for verb in verbs.split()}
_BETWEEN = frozenset(
    """
    really also only just always am are is was were have has had 'm currently both all
    can could do still recently will would mainly mostly
    """.split()
)
_NAMERS = frozenset("the my our his her".split())
_TOLD = 3  # words before the verb of `my tax number is`


def told(words: Words) -> Iterator[Candidate]:
    """The facts of a statement."""
    teller = words[0].low in _NAMERS
    for at, word in enumerate(words[:-1]):
        goes_on = teller and word.low in {"and", "but"}
        if (word.low in _TELLERS or goes_on) and not word.quoted:
            teller = True
            yield from _doing(words, at)
        if word.low == "eat" and at and words[at - 1].low in _CANNOT:
            phrase = noun_at(words, at + 1)
            if phrase and not any(one.low in COLOURLESS for one in phrase):
                yield Candidate("INGREDIENT", joined(core(phrase)), _SURE)
        if word.low in _AGING and (age := _age(words, at + 1)):
            yield age
        if word.low in {"diagnosed", "suffering", "suffers"} and at + 2 < len(words):
            yield from _condition(words, at + 2)
    if words[0].low in _NAMERS and len(words) > _TOLD:
        yield from _being(words)
        yield from _owned(words)
    yield from _courses(words)


_CANNOT = frozenset("can't can’t cannot don't don’t doesn't won't not".split())
_PAST = frozenset(
    "told been done seen made lost found got heard tried taken read written".split()
)
_AGING = frozenset("is am i'm i’m turns turning are".split())


def _age(words: Words, at: int) -> Candidate | None:
    """`My cat Miso is 14`."""
    word = words[at]
    if not word.text.isdecimal() or not 0 < len(word.text) < _OLD:
        return None
    following = words[at + 1].low if at + 1 < len(words) else "and"
    somebody = any(one.low in _AGED for one in words[max(0, at - _TOLD - 2) : at])
    alone = word.ends or following in {"and", "on", "but", "in"}
    return Candidate("AGE", word.span, _SURE) if alone and somebody else None


_OLD = 4  # digits that no age has
_AGED = RELATIONS | frozenset(
    "i i'm i’m he she who cat dog horse kitten puppy parrot rabbit".split()
)


def _condition(words: Words, start: int) -> Iterator[Candidate]:
    """What somebody suffers from."""
    phrase = noun_at(words, start)
    if words[start - 1].low in {"with", "from"} and phrase and is_particular(phrase):
        yield Candidate("CONDITION", joined(core(phrase)), _SURE)


def _doing(words: Words, at: int) -> Iterator[Candidate]:
    """`I run a bakery`, `she teaches geography`."""
    verb = _verb_at(words, at)
    name = _BY_VERB.get(words[verb].low)
    start = verb + 1
    if name == "JOB_TITLE" and start < len(words) and words[start].low == "as":
        start += 1
    if name is None or start >= len(words) or words[verb].ends:
        return
    phrase = noun_at(words, start, things=name in {"ITEM", "INTERESTS"})
    if name == "JOB_TITLE" and phrase and not _is_one(phrase):
        return
    if phrase and is_particular(phrase) and phrase[0].low not in _PAST:
        yield _slot(phrase, name)


def _verb_at(words: Words, at: int) -> int:
    """Where the verb stands of somebody who does something: `I only have`."""
    verb = at if words[at].low in _BY_VERB else at + 1
    while verb < len(words) - 1 and words[verb].low in _BETWEEN:
        following = words[verb + 1].low
        tells = following in _BETWEEN or following in _BY_VERB
        if words[verb].low in _BY_VERB and not tells:
            break
        verb += 1
    return verb


def _is_one(phrase: Words) -> bool:
    """Whether somebody is one of a kind: `a nurse`."""
    return phrase[0].low in DETERMINERS or phrase[0].low in OWNERS


def _slot(phrase: Words, name: str) -> Candidate:
    said = core(phrase)
    if said[0].capital and name not in {"CAR_MODEL", "TITLE"}:
        name = name_of(phrase, "", name)
    return Candidate(name, joined(said), _SURE)


def _owned(words: Words) -> Iterator[Candidate]:
    """`Our startup sells phone cases`, `My son loves dinosaurs`."""
    for at in range(1, min(_TOLD, len(words) - 2)):
        verb = words[at + 1].low
        if words[at].ends or words[at].low in STOPS:
            return
        if verb in _BY_VERB and verb.endswith("s"):
            yield from _doing(words, at)
            return


def _courses(words: Words) -> Iterator[Candidate]:
    """`my organic chemistry exam`, `my 11th grade history class`."""
    for at, word in enumerate(words):
        if word.low not in {"my", "our", "her", "his"}:
            continue
        end = at + 1
        while end < min(at + _COURSE, len(words)) and words[end].low not in _LESSONS:
            verb = words[end].low in _BY_VERB and words[end].low.endswith("s")
            if verb or words[end].ends or words[end].low in STOPS:
                break
            end += 1
        else:
            yield from _course(words[at + 1 : end])


_LESSONS = frozenset(
    "exam class course homework midterm final thesis lecture seminar".split()
)
_COURSE = 6  # words up to the noun of a course


def _course(said: Words) -> Iterator[Candidate]:
    level = len(said) > 1 and said[1].low in {"grade", "year"}
    if level:
        yield Candidate("LEVEL", joined(said[:2]), _SURE)
        said = said[2:]
    if said and not _SIZED & {word.low for word in said}:
        yield Candidate("SUBJECT", joined(said), _SURE)


_SIZED = COLOURLESS | {"first", "second", "third"}


def _being(words: Words) -> Iterator[Candidate]:
    """`My tax number is 46 123/4567`, `The theme is Provence`."""
    for at in range(2, min(_TOLD + 2, len(words) - 1)):
        if words[at - 1].ends or words[at - 1].low in STOPS:
            return
        if words[at].low not in {"is", "are"}:
            continue
        subject = words[1:at]
        if not all(word.text.isalpha() and word.text.islower() for word in subject):
            return
        if subject[-1].low in LOOSE and subject[-1].low not in _NUMBERED:
            return
        yield from _value(words, at + 1, subject)
        return


_NUMBERED = frozenset({"number", "subject", "topic", "name", "address"})


def _value(words: Words, start: int, subject: Words) -> Iterator[Candidate]:
    name = "_".join(word.low for word in subject).upper()
    if words[start].text[:1].isdigit():
        end = start + 1
        while (
            end < len(words)
            and words[end].text[:1].isdigit()
            and not words[end - 1].ends
        ):
            end += 1
        whole = end == len(words) or words[end - 1].ends
        if whole and name.endswith(("NUMBER", "ID", "CODE")):
            yield Candidate(name, joined(words[start:end]), 0.85)
        return
    phrase = noun_at(words, start)
    if not phrase or words[start].low in OWNERS or not is_particular(phrase):
        return
    if phrase[-1].low in COLOURLESS or not (
        phrase[-1].ends or start + len(phrase) == len(words)
    ):
        return
    if words[start].low in DETERMINERS or phrase[0].capital or len(phrase) > 1:
        said = core(phrase) if phrase[0].low in DETERMINERS else phrase
        yield Candidate(name, Span(*joined(said)), _SURE)
