"""How many of something: a number, or its word, with the noun that it counts."""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.clock import TIME_UNITS
from prompt_lsp.prompt_tools.engines.offline.templatize.values.figure import (
    END,
    NUMBER,
    TO,
    Figure,
    figure_at,
    is_quoted,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.nouns import (
    BREAKS,
    PAIRS,
    counted_nouns,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.prose import Prose
from prompt_lsp.text import Span
from prompt_lsp.text.finding import occurrences

_NUMBER = re.compile(rf"{NUMBER}(?:{TO}{NUMBER})?\+?")
_WORD = re.compile(r"[ \u00a0-]([^\W\d_][^\W\d_'’-]{0,24}(?:-[^\W\d_]{1,20}){0,2})")
_UNSPACED = {
    "CHARACTER_COUNT": "文字|字",
    "SENTENCE_COUNT": "つの文|文(?![章字書书件])|句话|句話|句",
    "WORD_COUNT": "単語|ワード|个单词|个词",
    "PARAGRAPH_COUNT": "段落|段|个段落",
    "PAGE_COUNT": "ページ|页",
    "LINE_COUNT": "行",
    "NUMBER_OF_PEOPLE": "人|名",
    "NUMBER_OF_ITEMS": "つ|個|点|項目|例|条|條|个|個|项|種類|种|首|道|本",
}
_COUNTER = re.compile(
    "[ ]?(?:"
    + "|".join(f"(?P<{key}>{words})" for key, words in _UNSPACED.items())
    + ")"
)
_CHINESE_NUMBER = re.compile(r"[两二三四五六七八九十]{1,3}")
_AGE_AFTER = re.compile(
    rf"\d{{1,3}}(?:{TO}\d{{1,3}})?(?=(?:[- ]years?[- ]olds?|[- ]year[- ]olds?|yo"
    rf"|[ ](?:Jahre alt|ans d'âge|años de edad|anos de idade)){END}|-?jährig|歳|岁|歲)"
)
_AGE_SAID = re.compile(
    rf"\d{{1,2}}(?:{TO}\d{{1,2}})?{END}"
    r"(?=[.,;)\n]|$|[ ](?:and|who|with|but|now|next|on|this)(?![a-z]))"
)
_IS = re.compile(
    r"(?:(?:she|he|who|She|He) is|(?:[Ii]|s?he|who|She|He)['’](?:m|s)|I am) $"
)
_SECOND_AGE = re.compile(r"(?:aged|ages) \d{1,2}(?:, \d{1,2})?,? and $")
_SECOND_AGE_IN_WORDS = re.compile(r"(?:aged|ages) [a-z]{3,5} and $")
_YEARS = frozenset({"ans", "años", "anos"})
_PERSONS = frozenset(
    """
    fille garçon enfant femme homme personne fils ami amie père mère neveu nièce élève
    niño niña hombre mujer persona chico chica hijo hija amigo amiga alumno paciente
    criança menino menina homem mulher pessoa filho filha aluno
    """.split()
)
_AGED = frozenset(
    {
        "age",
        "aged",
        "ages",
        "alter",
        "âge",
        "edad",
        "idade",
        "turning",
        "turns",
        "turned",
    }
)
# A number of these is the name of a thing, not a count.
_NAMED_BY_NUMBER = frozenset(
    """
    step steps section chapter figure fig table part version question level phase
    article rule line option example appendix no nr number round episode season volume
    vol track task stage tier case turn message note paragraph column row python java
    windows ios android iphone http error code port class grade type error schritt
    abschnitt kapitel étape paso passo sección seção the these those die les los las os
    as
    """.split()
)
# After these a number word speaks of things that are known.
_KNOWN = frozenset("of all other any both first last next between one my your".split())
# After these a number counts whatever follows.
_ASKED = frozenset(
    """
    list give generate suggest name create write provide recommend brainstorm me propose
    find identify top best produce share
    """.split()
)
_PLURAL = re.compile(r"[ ](?:[a-z-]{2,20}[ ]){0,2}?[a-z-]{2,20}s(?![a-z])")
_OF_THEM = re.compile(r"[ ](?:of them|of each|each)(?![a-z])")
_POINTED_AT = "这那第前后此這"
_NUMBER_WORDS = tuple(
    """
    two three four five six seven eight nine ten twelve fifteen twenty
    thirty forty fifty sixty
    zwei drei vier fünf sechs sieben acht neun zehn
    deux trois quatre cinq sept huit neuf dix
    dos tres cuatro cinco seis siete ocho nueve diez
    dois duas três quatro sete oito nove dez
    due tre quattro cinque drie vijf
    """.split()
)
# The first half of a range whose second half a noun follows: `two or`, `between 5 and`.
_HALF = "|".join((r"\d{1,6}(?:[.,]\d{3})?|one|eine?|une?|una?|uma?", *_NUMBER_WORDS))
_FIRST_HALF = re.compile(
    rf"(?i)(?<![^\W_])(?:(?<=between )({_HALF})[ ]and"
    rf"|(?<=zwischen )({_HALF})[ ]und|(?<=entre )({_HALF})[ ](?:et|y|e)"
    rf"|({_HALF})[ ](?:or|to|oder|bis|ou|à|o|a))[ ]$"
)
_HALF_AFTER = re.compile(
    rf"(?i)(?:(?<=between )(?:{_HALF})[ ]and|(?:{_HALF})[ ](?:or|to|oder|bis|ou|à))[ ]"
)
# A number of the best things is asked for, though they are known: `the 5 most …`.
_SUPERLATIVE = re.compile(
    r"[ ](?:most[ ][a-z-]{3,20}|best|biggest|largest|greatest|top|latest|cheapest)"
    r"[ ][a-z]"
)
_SHORT = 500  # characters
# What a number in words says of a long text as well, after these.
_SURELY = (
    " in ", " into ", " en ", " em ", " age ", " aged ", " turns ", " turning ",
    " worth ", " within ", " over ", " lasts ", " for ", " family of ", " seit ",
    " nach ", "fter ", " the ", " between ",
    " pendant ", " durante ", " hace ", " há ", " depuis ",
)  # fmt: skip
_LETTERS = re.compile(r"[^\W\d_]{2,8}")
_ASKED_FOR = frozenset({"SENTENCE_COUNT", "AGE", "DURATION", "NUMBER_OF_PEOPLE"})
_LETTER = re.compile(r"[A-Za-zÀ-ɏ\d_-]")
_UNIT = re.compile(r"[ -]([^\W\d_]{2,12})(?![\w-])")


def age(figure: Figure) -> Candidate | None:
    """How old somebody is; the number alone."""
    found = figure.match(_AGE_AFTER)
    if not found and figure.unit in _YEARS and _is_somebody(figure.words):
        return figure.candidate("AGE", figure.end)
    second = bool(_SECOND_AGE.search(figure.head[-16:]))
    if not found and (figure.word in _AGED or second or _IS.search(figure.head[-8:])):
        found = figure.match(_AGE_SAID)
    return figure.candidate("AGE", found.end()) if found else None


def _is_somebody(words: tuple[str, ...]) -> bool:
    """Whether `de` after a person comes before a number: `une fille de`."""
    return len(words) > 1 and words[-1] == "de" and words[-2].lower() in _PERSONS


def count(figure: Figure) -> Candidate | None:
    """How many of what; the number alone."""
    found = figure.match(_NUMBER)
    if not found:
        return None
    counter = _COUNTER.match(figure.text, found.end())
    if counter and counter.lastgroup:
        return figure.candidate(counter.lastgroup, found.end())
    if figure.word in _NAMED_BY_NUMBER:
        best = _is_of_the_best(figure, found.end())
        return figure.candidate("NUMBER_OF_ITEMS", found.end()) if best else None
    if _FOR_PEOPLE.search(figure.head) and _ENDS_THERE.match(figure.text, found.end()):
        return figure.candidate("NUMBER_OF_PEOPLE", found.end(), _sure_of(figure))
    name = _counted(figure.text, found.end())
    if name is None and _is_asked(figure, found.end()):
        name = "NUMBER_OF_ITEMS"
    return _of_figure(figure, name, found) if name else None


def _of_figure(figure: Figure, name: str, found: re.Match[str]) -> Candidate:
    """A count; a range is surer than a grammar that sees one of its ends."""
    reach = _reach(figure.head)
    ranged = reach > 0 or _IS_ONE.fullmatch(found[0]) is None
    sure = _GRAMMAR if ranged and not is_quoted(figure.text, figure.start) else 0.8
    return figure.candidate(name, found.end(), sure, before=reach)


def _reach(head: str) -> int:
    """How long the first half of a range is that ends there, with what joins them."""
    half = _FIRST_HALF.search(head[-32:])
    return len(half[0]) if half else 0


def _is_of_the_best(figure: Figure, end: int) -> bool:
    """Whether a number says how many of the best, the largest, the latest."""
    few = figure.text[figure.start : end].lower() in {"one", "two", "1", "2"}
    return (
        not few
        and figure.word == "the"
        and figure.words[-2:-1] != ("of",)
        and _SUPERLATIVE.match(figure.text, end) is not None
    )


_IS_ONE = re.compile(rf"{NUMBER}\+?")


# So many people, and no noun after the number.
_GRAMMAR = 0.96
_FOR_PEOPLE = re.compile(
    r"(?i)(?:\b(?:family|party|group|team|table|household|couple|trio|staff) of"
    r"|\b(?:cook|cooking|cooks|dinner|meal|meals|table|lunch|breakfast|recipe|serves"
    r"|serving|brunch|portions|picnic|menu|vacation|holiday|trip|weekend|room) for"
    r"|\bserves|\b(?:Familie von|famille de|familia de|família de|mesa para|cena para"
    r"|dîner pour|jantar para|Essen für|Abendessen für|koche für))[ ]$"
)
_FOR_FAMILY = re.compile(
    r"(?i)\bfor (?:a|our|my) (?:family|party|group|team|household|table) of $"
)
_ENDS_THERE = re.compile(
    r"(?=[.,;:!?)\n]|$|[ ](?:with|and|on|in|at|for|who|that|this|next|under|using|from"
    r"|mit|am|im|avec|con|com|the|to)[ ])"
)


def _sure_of(figure: Figure) -> float:
    """More than a grammar that takes the family whole, but not in a quoted text."""
    family = _FOR_FAMILY.search(figure.head)
    return _GRAMMAR if family and not is_quoted(figure.text, figure.start) else 0.7


def _is_asked(figure: Figure, end: int) -> bool:
    """Whether a number counts something that no table knows: `20 of them`."""
    if _OF_THEM.match(figure.text, end):
        return True
    return figure.word in _ASKED and _PLURAL.match(figure.text, end) is not None


def counts_in_words(reading: Reading) -> Iterator[Candidate]:
    """Counts that are written out: `three ideas`, `in drei Sätzen`, `用三句话`."""
    prose = Prose(reading)
    # Beside data, and in a long text, a number in words is mostly the prompt's own.
    plain = len(reading.text) < _SHORT and not reading.data
    if reading.role == "user":
        for at, form in _number_words(reading.text, plain=plain):
            found = _in_words(reading.text, at, form)
            if found and prose.has(at) and (plain or _is_told(reading, found)):
                yield found
    if reading.unspaced:
        yield from _in_han(reading.text, prose)


def _number_words(text: str, *, plain: bool) -> Iterator[tuple[int, str]]:
    """Where numbers in words may stand; in no plain text only after what asks."""
    if plain:
        for word in _NUMBER_WORDS:
            for form in (word, word.capitalize()):
                yield from ((at, form) for at in occurrences(text, form))
        return
    for cue in _SURELY:
        for at in occurrences(text, cue):
            found = _LETTERS.match(text, at + len(cue))
            if half := _HALF_AFTER.match(text, at + len(cue)):
                found = _LETTERS.match(text, half.end())
            if found and found[0] in _NUMBER_WORDS:
                yield found.start(), found[0]


def _is_told(reading: Reading, found: Candidate) -> bool:
    """Whether the words around a number make it a choice in a long text as well."""
    before = figure_at(reading.text, found.span.start)
    if before.word in {"after", "the"}:
        best = _is_of_the_best(before, found.span.end)
        return best or (before.word == "after" and found.name == "NUMBER_OF_ITEMS")
    turned = before.word == "into" and found.name == "NUMBER_OF_ITEMS"
    return turned or found.name in _ASKED_FOR


def _in_han(text: str, prose: Prose) -> Iterator[Candidate]:
    for number in _CHINESE_NUMBER.finditer(text):
        counter = _COUNTER.match(text, number.end())
        known = text[max(0, number.start() - 1) : number.start()]
        if not counter or not counter.lastgroup or (known and known in _POINTED_AT):
            continue
        if prose.has(number.start()):
            yield Candidate(counter.lastgroup, Span(*number.span()), 0.65)


def _in_words(text: str, at: int, word: str) -> Candidate | None:
    end = at + len(word)
    if _LETTER.match(text, end) and text[end] != "-":
        return None
    if at and _LETTER.match(text, at - 1):
        return None
    before, span = figure_at(text, at), Span(at, end)
    if _FOR_PEOPLE.search(before.head) and _ENDS_THERE.match(text, end):
        return Candidate("NUMBER_OF_PEOPLE", span, _sure_of(before))
    if _is_of_the_best(before, end):
        return Candidate("NUMBER_OF_ITEMS", span, 0.65)
    reach = _reach(before.head)
    if not reach and (before.word in _NAMED_BY_NUMBER or before.word in _KNOWN):
        return None
    return _ranged(text, _of_word(text, before, span), reach)


def _ranged(text: str, found: Candidate | None, reach: int) -> Candidate | None:
    """The same with the first half of the range that it ends."""
    if found is None or not reach:
        return found
    span = Span(found.span.start - reach, found.span.end)
    sure = found.confidence if is_quoted(text, span.start) else _GRAMMAR
    return Candidate(found.name, span, sure)


def _of_word(text: str, before: Figure, span: Span) -> Candidate | None:
    """What a number in words is: an age, a time with its unit, a count."""
    unit = _UNIT.match(text, span.end)
    if unit and unit[1] in TIME_UNITS:
        return Candidate("DURATION", Span(span.start, unit.end()), 0.6)
    name = _counted(text, span.end)
    aged = before.word in _AGED and name is None
    if aged or _SECOND_AGE_IN_WORDS.search(before.head[-20:]):
        return Candidate("AGE", span, 0.65)
    return Candidate(name, span, 0.65) if name else None


def _counted(text: str, end: int) -> str | None:
    """What is counted by a number that ends there, beyond at most three adjectives."""
    nouns = counted_nouns()
    name, last = None, ""
    for _ in range(4):
        word = _WORD.match(text, end)
        if word is None or word[1].lower() in BREAKS:
            break
        found = PAIRS.get((last, word[1])) or nouns.get(word[1])
        found = found or nouns.get(word[1].rpartition("-")[2])
        if found and (name is None or word[1].endswith("s")):
            name = found
            if word[1] != "bullet":
                break
        last, end = word[1], word.end()
    return name
