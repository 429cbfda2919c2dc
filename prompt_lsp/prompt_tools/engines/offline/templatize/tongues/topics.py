"""What a text shall be about and for whom, in German and three Romance languages."""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tongues.topic_words import (
    TONGUES,
    Tongue,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.prose import Prose
from prompt_lsp.text import Span

_GRAMMAR = 0.9
_AUDIENCE = 0.7
_NEAR = 64  # characters before the word `about` in which the noun of a text stands
_FIRST = 24  # an order to explain is the whole prompt where it stands so early
_LONGEST = 9  # words of a topic
_EXPLAINED = 14  # words of a clause that is to be explained
_EDGE = re.compile(r"[.,;:!?()\[\]{}\n\r<>|„“”«»\"]")


def topics(reading: Reading) -> Iterator[Candidate]:
    """Topics of texts and lists, and their readers, of what somebody asks for."""
    if reading.role != "user":
        return
    text, prose = reading.text, Prose(reading)
    for tongue in TONGUES:
        if not any(stem in text for stem in tongue.stems):
            continue
        for found in (*_about(text, tongue), *_lists(text, tongue)):
            if prose.has(found.span.start):
                yield found
        if not reading.data:
            yield from _explained(text, tongue)


def _about(text: str, tongue: Tongue) -> Iterator[Candidate]:
    """`einen Artikel über … für …`."""
    for about in tongue.about:
        at = text.find(about)
        while at >= 0:
            start = at + len(about)
            before = text[max(0, at - _NEAR) : at]
            sentence = max(before.rfind(mark) for mark in ".!?\n:") + 1
            if tongue.nouns.search(before, sentence):
                yield from _topic("TOPIC", text, start, tongue)
            at = text.find(about, start)


def _lists(text: str, tongue: Tongue) -> Iterator[Candidate]:
    """`5 idées … pour …`; what has a number stands after a digit or its word."""
    for some in tongue.lists.finditer(text):
        if job := _JOB.match(text, some.end()):
            yield Candidate("JOB_TITLE", Span(*job.span(1)), _GRAMMAR)
            continue
        if _GIFT.match(text, some.end()):
            continue
        for one in _topic("TOPIC", text, some.end(), tongue):
            occasion = one.name == "TOPIC" and _OCCASION.search(one.span.of(text))
            yield one._replace(name="OCCASION") if occasion else one


_JOB = re.compile(
    r"(?:uma? |una? )?(?:vaga|puesto|posición|poste|emploi) (?:de|como) "
    r"([^\W\d_]{3,20}(?: [^\W\d_]{3,20}){0,2})(?=[.,;:!?\n]|$)"
)
# What a list of presents is for says less than for whom they are.
_GIFT = re.compile(r"(?i)(?:eine?n? |une? |una? |uma? )?(?:geschenk|cadeau|regalo)")
_OCCASION = re.compile(
    r"(?i)(?:geburtstag|hochzeit|weihnachten|party|feier|abend|anniversaire|mariage|noël"
    r"|fête|soirée|cumpleaños|boda|fiesta|navidad|aniversário|casamento|festa|natal)"
)


def _explained(text: str, tongue: Tongue) -> Iterator[Candidate]:
    """`Erkläre einem Zehnjährigen, wie …`, `Explique la photosynthèse`."""
    order = tongue.explain.search(text, 0, 400)
    if order is None or order.start() > _FIRST:
        return
    if "xplica" in tongue.stems and _is_french(text, order):
        return
    if order[1]:
        yield from _readers(text, Span(*order.span(1)))
    if tongue.asks.match(text, order.end()):
        end = _edge(text, order.end())
        if len(text[order.end() : end].split()) <= _EXPLAINED:
            yield from _bare("TOPIC", text, Span(order.end(), end), _GRAMMAR)
    elif text[order.end() : order.end() + 1].isalpha() and not _LENGTH.match(
        text, order.end()
    ):
        yield from _topic("CONCEPT", text, order.end(), tongue)


def _topic(name: str, text: str, start: int, tongue: Tongue) -> Iterator[Candidate]:
    """A topic that begins there, and who shall read it."""
    if tongue.points.match(text, start):
        return
    edge = _edge(text, start)
    article = tongue.articles.match(text, start)
    begin = article.end() if article else start
    stop = tongue.stops.search(text, begin, edge + 1)
    end = min(stop.start(), edge) if stop else edge
    if not 0 < len(text[begin:end].split()) <= _LONGEST:
        return
    yield from _bare(name, text, Span(begin, end), _GRAMMAR)
    readers = tongue.readers.match(text, end)
    if readers:
        last = tongue.stops.search(text, readers.end(), _edge(text, readers.end()) + 1)
        until = last.start() if last else _edge(text, readers.end())
        yield from _readers(text, Span(readers.end(), until))
    elif stop and (to := _TO.match(text, stop.start())):
        yield from _readers(text, Span(*to.span(1)))


# To whom something is explained, behind it.
# How long an explanation shall be, which comes before what is explained.
_LENGTH = re.compile(
    r"(?:in|en|em) (?:\d|\w{2,6} (?:\w{1,4} \w{2,6} )?(?:phrase|frase|Sätze|mot|pal))"
)


def _is_french(text: str, order: re.Match[str]) -> bool:
    """Whether an order is French; `explique` is Spanish and Portuguese too."""
    if not order[0].lower().startswith("explique "):
        return False
    return _IN_FRENCH.search(text, order.end(), order.end() + 200) is not None


_IN_FRENCH = re.compile(
    r"(?<![^\W_])(?:à|aux?|du|et|est|dans|mots|qu|pour|l['’])(?![^\W_])"
)
_TO = re.compile(
    r"[ ]((?:einem|einer|à une?|a una?|à des)(?: [^\W\d_]{2,20}){1,2}?"
    r"(?: (?:de|da) \d{1,2} (?:ans|años|anos)| von \d{1,2} Jahren)?)"
    r"(?=[.,!?\n]|$|[ ](?:in|en|em|mit|avec|con|com)[ ])"
)
_ARTICLE = re.compile(
    r"(?:à |a |para )?(?:eine[mnr]?|meine[mnr]?|unsere[mnr]?|die|den|das|der|une?|des"
    r"|les|la|le|una|unos|unas|los|las|el|uma?|os|as|mon|ma|mes|mi|meu|minha)[ ]"
)
_NOT_READERS = re.compile(
    r"(?i)(?:mich|dich|uns|meine[nrs]? (?:blog|web)|unsere[nrs]? (?:blog|web)|mon blog"
    r"|mi blog|meu blog|moi|mí|mim|el blog|le blog|den blog|o blog|que|qu['’]|\d)"
)
_INFINITIVE = re.compile(r"[a-zà-ÿ]{2,14}(?:[aei]r|en)[ ]")


def _readers(text: str, span: Span) -> Iterator[Candidate]:
    article = _ARTICLE.match(text, span.start, span.end)
    begin = article.end() if article else span.start
    known = _NOT_READERS.match(text, span.start) or _INFINITIVE.match(text, begin)
    if known or len(text[begin : span.end].split()) > 5:
        return
    yield from _bare("AUDIENCE", text, Span(begin, span.end), _AUDIENCE)


def _bare(name: str, text: str, span: Span, sure: float) -> Iterator[Candidate]:
    said = span.of(text)
    start = span.start + len(said) - len(said.lstrip())
    end = span.start + len(said.rstrip(" \t\u00a0.,"))
    if end - start > 1 and text[start].isalnum():
        yield Candidate(name, Span(start, end), sure)


def _edge(text: str, start: int) -> int:
    """Where the phrase ends at the latest: at punctuation, or after some 200 signs."""
    found = _EDGE.search(text, start, start + 200)
    return found.start() if found else min(len(text), start + 200)
