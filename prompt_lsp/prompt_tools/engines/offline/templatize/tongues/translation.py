"""What is to be translated, from what and into what, in six languages."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables import language_at
from prompt_lsp.prompt_tools.engines.offline.templatize.values.prose import Prose
from prompt_lsp.text import Span

_SURE = 0.95
_SENTENCE = re.compile(r"[^\n\r]{0,400}")
_STOP = re.compile(r"[.!?](?=\s|$)|[:：]")
_COLON = re.compile(r"[ \u00a0\u202f]?[:：][ \t\u00a0]{0,4}(?=\S)")
_PLACEHOLDER = re.compile(r"[{<$]")
# Who translates, or that it is done: what follows says more of him, and is no text.
_NOUN = re.compile(
    r"(?i)(?:übersetz(?:er|erin|ung)|traduct(?:ion|eur|rice)|traduc(?:ción|tora?)"
    r"|tradu(?:ção|tora?))$"
)
_MOST = 1_000  # orders of a text that are looked at
_FEW = 20  # of them where it only matters that there is one
_JOINT = re.compile(r"(?:,|,?[ ](?:und|oder|et|ou|y|e|o))[ ]")
_SHORT = 5  # words; more of them are a text
_OPENING = "\"'“„«‘「『"
_CLOSING = {'"': '"', "'": "'", "“": "”", "„": "“”", "«": "»", "‘": "’"}


class Grammar(NamedTuple):
    """How a language says it.

    Attributes:
        stems: what a text must hold somewhere to have the verb.
        verb: the order, or a role of a translator.
        into: what stands before the language of the translation.
        out_of: what stands before the language of the text.
        pointing: what an object begins with that only points at text elsewhere.
    """

    stems: tuple[str, ...]
    verb: re.Pattern[str]
    into: re.Pattern[str]
    out_of: re.Pattern[str]
    pointing: re.Pattern[str]


def _grammar(
    stems: tuple[str, ...], verb: str, into: str, out_of: str, pointing: str
) -> Grammar:
    return Grammar(
        stems,
        re.compile(rf"(?:{verb})(?![^\W\d_])"),
        re.compile(rf"(?<![^\W_])(?:{into})"),
        re.compile(rf"(?<![^\W_])(?:{out_of})"),
        re.compile(rf"(?:{pointing})(?![^\W_])", re.IGNORECASE),
    )


_GRAMMARS = (
    _grammar(
        ("bersetz", "bertrag", "sagt man", "heißt"),
        r"[Üü]bersetz(?:e|en Sie|en|t|ung|er|erin)?|[Üü]bertrage"
        r"|[Ww]ie sagt man|[Ww](?:as|ie) heißt",
        r"ins |in das |in |auf ",
        r"aus dem |vom |von ",
        r"de[nrm]|das|die|diese[nrsm]?|folgende[nrs]?|jede[nrs]?|alle|meine[nrs]?|mir"
        r"|bitte|es|ihn|sie|Sie|Texte?|Nachrichten",
    ),
    _grammar(
        ("radui", "raduct", "dit-on"),
        r"[Tt]radui(?:s|sez|re|t)(?:-moi)?|[Tt]raduct(?:ion|eur|rice)|dit-on",
        r"en |vers le |vers l['’]|vers |au ",
        r"de l['’]|du |de |depuis le |depuis l['’]",
        r"les?|la|l|ce|cet|cette|ces|mon|ma|mes|chaque|tous|toutes|un|une|des|moi|texte",
    ),
    _grammar(
        ("radu", "radú", "se di"),
        r"[Tt]raduc(?:e|ir|ción|tora?)|[Tt]radúce(?:me|lo)|[Tt]raduzca|[Tt]raduz(?:a|ir)?"
        r"|[Tt]radu(?:ção|tora?)|se di(?:ce|z)",
        r"al |en |a |para el |para o |para |em |ao ",
        r"del |desde el |de |do |a partir do ",
        r"el|la|los|las|este|esta|estos|o|os|a|as|cada|todos|todas|mi|meu|minha|un|uma?"
        r"|texto",
    ),
)
_UNSPACED_INTO = re.compile(
    r"に(?:翻訳|訳|直)|へ(?:翻訳|訳)|で(?:何|なん)と[言い]|译(?:成|为|為|到)|譯(?:成|为|為|到)"
    r"|翻译(?:成|为|為|到)|翻譯(?:成|为|為|到)"
    r"|用(?=[^，。？?\n]{2,6}(?:怎么|如何|怎樣)[说說讲表])"
)
_FROM = re.compile(r"(?:から|从|從|由)")
_UNSPACED_OBJECT = re.compile(r"[「『“\"]([^「」『』“”\"\n]{1,400})[」』”\"]")
_HAN_POINTING = re.compile(
    r"次の|以下|下記|この|その|下面|这|這|上面|每|所有|用户|テキスト|文"
)
_PLAIN_OBJECT = re.compile(
    r"(?:^|[。！？\n、，,]|请?[把将])([^。！？\n、，,「」“”]{1,40})を$"
)
_PLAIN_BA = re.compile(r"[把将]([^。！？\n、，,「」“”]{1,40})$")


def translation(reading: Reading) -> Iterator[Candidate]:
    """Languages and short texts of orders to translate."""
    prose = Prose(reading)
    for grammar in _GRAMMARS:
        if not any(stem in reading.text for stem in grammar.stems):
            continue
        for verb in islice(grammar.verb.finditer(reading.text), _MOST):
            if prose.has(verb.start()):
                yield from _spaced(reading.text, verb, grammar)
    if reading.unspaced:
        for into in _UNSPACED_INTO.finditer(reading.text):
            if prose.has(into.start()):
                yield from _unspaced(reading.text, into)


def asks(text: str) -> bool:
    """Whether a text itself orders a translation into some language.

    It looks at the first orders only, so that it costs little on any text.
    """
    for grammar in _GRAMMARS:
        if not any(stem in text for stem in grammar.stems):
            continue
        for verb in islice(grammar.verb.finditer(text), _FEW):
            end = _end_of_sentence(text, verb.end())
            into = _language(text, verb.end(), end, grammar.into)
            if into is not None and not _NOUN.match(verb[0]):
                return True
    if text.isascii():
        return False
    every = islice(_UNSPACED_INTO.finditer(text), _FEW)
    return any(next(_unspaced(text, into), None) is not None for into in every)


def _spaced(text: str, verb: re.Match[str], grammar: Grammar) -> Iterator[Candidate]:
    start = verb.end()
    end = _end_of_sentence(text, start)
    target = _language(text, start, end, grammar.into)
    source = _language(text, start, end, grammar.out_of)
    if target is None:
        return
    yield Candidate("TARGET_LANGUAGE", target.name, _SURE)
    first = target.begins
    for other in _others(text, target.name.end, end, grammar):
        yield Candidate("TARGET_LANGUAGE", other, _SURE)
    if source is not None:
        yield Candidate("SOURCE_LANGUAGE", source.name, _SURE)
        first = min(first, source.begins)
    last = max(target.name.end, source.name.end if source else 0)
    if not _NOUN.match(verb[0]):
        yield from _object(text, Span(start, first), grammar)
    yield from _announced(text, Span(last, _end_of_line(text, last)))


def _announced(text: str, span: Span) -> Iterator[Candidate]:
    """What follows the colon after an order, on the same line."""
    colon = _COLON.match(text, span.start, span.end)
    if colon is None or _PLACEHOLDER.search(text, colon.end(), span.end):
        return
    start = colon.end()
    closing = _CLOSING.get(text[start], "")
    at = next((i for i in range(start + 1, span.end) if text[i] in closing), None)
    if at is not None:
        yield from _trimmed("WORD_TO_TRANSLATE", text, Span(start + 1, at))
        return
    short = len(text[start : span.end].split()) <= _SHORT
    name = "WORD_TO_TRANSLATE" if short else "TEXT_TO_TRANSLATE"
    yield from _trimmed(name, text, Span(start, span.end))


class _Named(NamedTuple):
    begins: int  # with the words before the name
    name: Span


def _language(
    text: str, start: int, end: int, before: re.Pattern[str]
) -> _Named | None:
    """The first language of a sentence after one of the words for it."""
    for word in before.finditer(text, start, end):
        found = language_at(text, word.end())
        if found is not None and found.end <= end:
            return _Named(word.start(), found)
    return None


def _others(text: str, at: int, end: int, grammar: Grammar) -> Iterator[Span]:
    """More languages of the translation: `en italien, en grec et en russe`."""
    while joint := _JOINT.match(text, at, end):
        into = grammar.into.match(text, joint.end(), end)
        found = language_at(text, into.end() if into else joint.end())
        if found is None or found.end > end:
            return
        yield found
        at = found.end


def _object(text: str, span: Span, grammar: Grammar) -> Iterator[Candidate]:
    """The text in an order, if it is said there and not only pointed at."""
    said = span.of(text)
    start = span.start + len(said) - len(said.lstrip(" :\u00a0"))
    if start < len(text) and text[start] in _CLOSING:
        closing = _CLOSING[text[start]]
        at = next((i for i in range(start + 1, span.end) if text[i] in closing), None)
        if at is not None:
            yield from _trimmed("WORD_TO_TRANSLATE", text, Span(start + 1, at))
        return
    words = text[start : span.end]
    if any(mark in words for mark in _OPENING) or grammar.pointing.match(words):
        return
    if "{" not in words and len(words.split()) <= 8:
        yield from _trimmed("WORD_TO_TRANSLATE", text, Span(start, span.end))


def _trimmed(name: str, text: str, span: Span) -> Iterator[Candidate]:
    said = span.of(text)
    start = span.start + len(said) - len(said.lstrip())
    end = span.start + len(said.rstrip(" \t\u00a0\u202f\r\n.,;:"))
    if start < end and any(character.isalnum() for character in text[start:end]):
        yield Candidate(name, Span(start, end), _SURE)


def _end_of_sentence(text: str, start: int) -> int:
    """Where a sentence ends, beyond quoted strings in it; it stays on its line."""
    line = _SENTENCE.match(text, start)
    end = line.end() if line else start
    at = start
    while stop := _STOP.search(text, at, end):
        quoted = _quoted_over(text, start, stop.start(), end)
        if not quoted:
            return stop.start()
        at = quoted
    return end


def _quoted_over(text: str, start: int, at: int, end: int) -> int:
    """Where the quoted string ends in which an offset stands; 0 if in none."""
    for opening, closing in _CLOSING.items():
        opens = text.find(opening, start, at)
        if opens < 0 or opening in "'‘":
            continue
        for mark in closing:
            closes = text.find(mark, opens + 1, end)
            if closes > at:
                return closes + 1
    return 0


def _end_of_line(text: str, start: int) -> int:
    line = _SENTENCE.match(text, start)
    return line.end() if line else start


def _unspaced(text: str, into: re.Match[str]) -> Iterator[Candidate]:
    """Around `英語に翻訳` and `翻译成英文`."""
    if into[0][0] in "にへで":
        target = _language_before(text, into.start())
        begins = target.start if target else into.start()
    else:
        target = language_at(text, into.end())
        begins = into.start()
    if target is None:
        return
    yield Candidate("TARGET_LANGUAGE", target, _SURE)
    source = _source(text, begins)
    if source is not None:
        yield Candidate("SOURCE_LANGUAGE", source.name, _SURE)
        begins = source.begins
    sentence = _sentence_start(text, begins)
    yield from _unspaced_object(text, sentence, begins)


def _source(text: str, begins: int) -> _Named | None:
    """The language that stands shortly before: `日本語から`, `从中文`."""
    for word in _FROM.finditer(text, max(0, begins - 16), begins):
        if word[0] == "から":
            found = _language_before(text, word.start())
        else:
            found = language_at(text, word.end())
        if found is not None:
            return _Named(min(found.start, word.start()), found)
    return None


def _language_before(text: str, end: int) -> Span | None:
    """The longest name of a language that ends at an offset."""
    for start in range(max(0, end - 14), end - 1):
        found = language_at(text, start)
        if found is not None and found.end == end:
            return found
    return None


def _sentence_start(text: str, at: int) -> int:
    begin = max(0, at - 420)
    marks = (text.rfind(mark, begin, at) for mark in "\n\r")
    return max(begin, *(mark + 1 for mark in marks))


def _unspaced_object(text: str, start: int, end: int) -> Iterator[Candidate]:
    every = list(_UNSPACED_OBJECT.finditer(text, start, end))
    quoted = every[-1] if every else None
    if quoted is not None and end - quoted.end() <= 8:
        yield from _trimmed("WORD_TO_TRANSLATE", text, Span(*quoted.span(1)))
        return
    head = text[start:end]
    plain = _PLAIN_OBJECT.search(head) or _PLAIN_BA.search(head)
    if plain and not _HAN_POINTING.search(plain[1]) and "{" not in plain[1]:
        span = Span(start + plain.start(1), start + plain.end(1))
        yield from _trimmed("WORD_TO_TRANSLATE", text, span)
