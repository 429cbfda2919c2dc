"""What prepositions lead to in an order: `a proposal to …`, `plants for …`."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.asking.lexicon import (
    COLOURLESS,
    LOOSE,
    OWNERS,
    PRONOUNS,
    TOOLS,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.asking.naming import (
    name_of,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.asking.nominal import (
    core,
    head_of,
    is_particular,
    noun_at,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    is_number,
    phrase_end,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.programs import (
    is_code_language,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    BUSINESS,
    CODE,
    CONTENT,
    DETERMINERS,
    EVENTS,
    RELATIONS,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Word,
    Words,
    joined,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables import is_language

_SURE = 0.56
_LEADS = frozenset("about on for between under against regarding".split())
_TOWARDS_NAMES = frozenset("in with from at to of".split())
# What goes on with these words is no purpose: `Ask for a repair`.
_FORMS = frozenset(
    "ask asking look looking wait waiting search apply up call focus "
    "concentrate based".split()
)
_SKILLED = frozenset({"experience", "degree", "background", "expertise"})
_DEFAULTS = {"for": "TOPIC", "in": "TOPIC", "with": "ITEM", "from": "ITEM"}


def ordered(words: Words) -> Iterator[Candidate]:
    """The particulars behind the prepositions of an order."""
    yield from _program(words)
    yield from _made(words)
    for at in range(1, len(words) - 1):
        lead = words[at]
        if lead.ends or lead.quoted or words[at - 1].low in _FORMS:
            continue
        if lead.low in {"with", "in", "of"} and words[at - 1].low in _SKILLED:
            yield from _skills(words, at)
        elif lead.low == "as" and words[at - 1].low in _POSTS:
            yield from _post(words, at + 1)
        elif lead.low in {"on", "about"} and words[at + 1].low in {"how", "why"}:
            yield from _question(words, at + 1)
        elif lead.low in _LEADS or lead.low in _TOWARDS_NAMES:
            yield from _led_to(words, at)


def _led_to(words: Words, at: int) -> Iterator[Candidate]:
    """What one preposition leads to, if that is particular."""
    lead, phrase = words[at].low, noun_at(words, at + 1)
    if not phrase or not (lead in _LEADS or _is_named(words, lead, phrase)):
        return
    if not is_particular(phrase) or _is_loose(words, at, phrase):
        return
    said = core(phrase) if phrase[0].low in DETERMINERS else phrase
    if is_language(said[-1].text):
        said = said[-1:]  # `formal Spanish`
    name = name_of(said, lead, _DEFAULTS.get(lead, "TOPIC"))
    yield Candidate(name, joined(said), _SURE)


def _is_named(words: Words, lead: str, phrase: Words) -> bool:
    """Whether a phrase is, or holds, a name; the libraries of a program have none."""
    if lead == "with" and any(map(is_code_language, words)):
        return False
    kin = lead == "with" and phrase[0].low in OWNERS and phrase[-1].low in _KIN
    return kin or _is_occasion(phrase) or any(map(_is_name, phrase))


_KIN = frozenset(
    "brother sister mother father mom dad wife husband partner son daughter girlfriend "
    "boyfriend friend cousin grandmother grandfather grandma grandpa".split()
)
_POSTS = frozenset("job position role work career internship".split())
_POST = 0.9  # more than that of a reader


def _post(words: Words, start: int) -> Iterator[Candidate]:
    """`a job as an exhibition designer`."""
    phrase = noun_at(words, start)
    if phrase and phrase[0].low in {"a", "an"} and len(phrase) > 1:
        yield Candidate("JOB_TITLE", joined(core(phrase)), _POST)


def _question(words: Words, start: int) -> Iterator[Candidate]:
    """What a text is about that answers something: `on how sleep affects memory`."""
    end = phrase_end(words, start + 1, frozenset({"for", "in", "with", "to"}))
    said = words[start:end]
    told = len(said) > _ASKED and said[1].low not in PRONOUNS
    if told and not any(word.low in {"you", "i", "it"} for word in said):
        yield Candidate("TOPIC", joined(said), _SURE)


_ASKED = 3  # words of a question that says of what it is


def _skills(words: Words, at: int) -> Iterator[Candidate]:
    """`experience with SQL and Tableau`, `a degree in statistics`."""
    phrase = noun_at(words, at + 1)
    if phrase and (is_particular(phrase) or phrase[0].capital):
        name = "FIELD" if words[at].low == "in" else "SKILLS"
        yield Candidate(name, joined(core(phrase)), _SKILLS)


_SKILLS = 0.62  # more than one of them alone


def _is_occasion(phrase: Words) -> bool:
    """Whether an event is told more closely: `the opening of the new library`."""
    return any(word.low == "of" for word in phrase) and (
        head_of(core(phrase)).low in EVENTS
    )


def _is_name(word: Word) -> bool:
    """Whether a word has a capital and is no abbreviation."""
    return word.capital and not word.text.isupper()


def _is_loose(words: Words, at: int, phrase: Words) -> bool:
    """Whether what a preposition leads to is rather where, or when, than what."""
    if phrase[0].low in OWNERS:
        return words[at].low != "with" or phrase[-1].low not in RELATIONS
    house = phrase[0].low == "the" and phrase[-1].low in BUSINESS
    if house or (words[at].low == "on" and phrase[0].low == "the"):
        return house or words[at - 1].low not in CONTENT
    bare = (len(phrase) == 1 or bool(phrase[0].after)) and not phrase[0].capital
    return (bare and words[at].low == "for") or phrase[0].low.endswith("ing")


def _program(words: Words) -> Iterator[Candidate]:
    """`regex that matches MAC addresses`: a program, what it does, and no verb."""
    for at in range(min(len(words) - _DOING, 3)):
        if words[at].low not in CODE:
            continue
        lead = words[at + 1].low
        if words[at].ends or lead not in {"that", "which", "to", "for"}:
            return
        end = at + 2
        while end < len(words) and not words[end].ends:
            end += 1
        said = words[at + 2 : end + 1]
        if words[at + 2].low in _MATCHING:
            said = said[1:]
        if at and words[at - 1].low in TOOLS:
            yield Candidate("SOFTWARE", words[at - 1].span, _SKILLS)
        if said and said[0].low not in {"this", "the", "my", "me"}:
            yield Candidate("FUNCTIONALITY", joined(said), _SKILLS)
        return


_DOING = 3  # words, at least, that say what a program does
_MATCHING = frozenset({"match", "matches", "matching", "finds", "validates"})


_MAKES = frozenset(
    """
    design build plan organise organize decline cook bake knit sew paint plant grow
    prepare open start launch host repair fix clean install renovate decorate invent
    accept cancel
    """.split()
)
_TO = frozenset("to please and help me we us i i'd would".split())


def _made(words: Words) -> Iterator[Candidate]:
    """What shall be done to what: `Design a shade garden`, `to open a bakery`."""
    for at in range(len(words) - 1):
        word = words[at]
        begins = at == 0 or words[at - 1].low in _TO or words[at - 1].low in _MANNER
        if word.low not in _MAKES or not begins or word.ends:
            continue
        if words[at + 1].low not in {"a", "an"}:
            continue
        said = core(noun_at(words, at + 1))
        if said and said[-1].low not in CODE and not _is_plain(said):
            name = name_of(said, "", _OBJECTS.get(word.low, "ITEM"))
            yield Candidate(name, joined(said), _SURE)


def _is_plain(said: Words) -> bool:
    """Whether a thing is told by a word of the prompt alone: `a plan`."""
    loose = said[-1].low in LOOSE or said[-1].low in COLOURLESS
    told = len(said) > 1 and said[-2].low not in COLOURLESS | LOOSE
    return any(map(is_number, said)) or (loose and not told)


_MANNER = frozenset("politely kindly firmly carefully".split())
_OBJECTS = {"decline": "EVENT", "accept": "EVENT", "cook": "DISH", "bake": "DISH"}
