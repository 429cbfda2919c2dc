"""Translations: what, from which language, into which."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.clauses import Clause
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    GRAMMAR,
    LIKELY,
    bare,
    phrase_end,
    points,
    slot,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    LANGUAGES_OF_CODE,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Sentence,
    Words,
    joined,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.labels import DATA
from prompt_lsp.prompt_tools.engines.offline.templatize.tables import language_at
from prompt_lsp.text import Span

VERBS = frozenset({"translate", "localize", "localise", "render", "transcribe"})
SAYS = frozenset({"say", "says", "write", "mean", "is", "for", "called", "call"})
ANSWERS = frozenset("answer respond reply speak response answers".split())
EXPLAINS = frozenset("explain explains summarize summarise describe comment".split())
_TO = frozenset({"to", "into", "in"})
_FROM = frozenset({"from"})
_LEADING = _TO | _FROM
_SHORT = 3  # words that are still a word to translate; more are a text


def translation(text: str, clause: Clause) -> Iterator[Candidate]:
    """`translate hello from English to German`."""
    words = clause.words
    end = len(words)
    first_slot = end
    for at in range(1, end):
        low = words[at].low
        if low not in _LEADING or at + 1 == end or words[at].quoted:
            continue
        name = "SOURCE_LANGUAGE" if low in _FROM else "TARGET_LANGUAGE"
        found = list(_languages(text, words, at + 1, name, sure=low != "in"))
        if found:
            first_slot = min(first_slot, at)
            yield from found
    if first_slot == end:
        first_slot = phrase_end(words, 1, _LEADING)
        if first_slot == 1 or words[first_slot - 1].after.startswith(":"):
            return
    yield from _object(words[1:first_slot])


def pair(text: str, sentence: Sentence) -> Iterator[Candidate]:
    """`an English to German translator`, `English-to-French`, `from Thai to Lao`."""
    words = sentence.words
    for at in sentence.capitals:
        word = words[at]
        if word.quoted or not _joins(words, at):
            continue
        span = language_at(text, word.start)
        if span is None:
            continue
        other = _second(text, span)
        if other is not None:
            yield Candidate("SOURCE_LANGUAGE", span, GRAMMAR)
            yield Candidate("TARGET_LANGUAGE", other, GRAMMAR)
        elif _translator(words, at) and language_at(text, span.start):
            yield Candidate("TARGET_LANGUAGE", span, LIKELY)


def _joins(words: Words, at: int) -> bool:
    """Whether what follows a word may lead to a second language."""
    following = words[at + 1] if at + 1 < len(words) else None
    apart = following is not None and following.low in _LEADS
    return (
        apart
        or "-" in words[at].text
        or "→" in words[at].text
        or (following is not None and following.capital)
    )


_LEADS = frozenset({"to", "into", "->", "→", "–", "translation", "translations"})


def said_in(text: str, words: Words) -> Iterator[Candidate]:
    """`How do you say "good night" in Thai?`."""
    for at in range(1, len(words) - 2):
        quoted = words[at].quoted and words[at + 1].low == "in"
        if not quoted or words[at - 1].low not in SAYS:
            continue
        found = list(_languages(text, words, at + 2, "TARGET_LANGUAGE", sure=False))
        if found and not points([words[at]]):
            yield Candidate(_name(words[at].text), words[at].span, GRAMMAR)
            yield from found


def answered_in(text: str, words: Words) -> Iterator[Candidate]:
    """`Answer in Spanish`."""
    for at in range(len(words) - 2):
        me = words[at].low == "me" and words[at - 1].low in _TELLS and at > 0
        told = me or words[at].low in ANSWERS or _tells_what(words, at)
        if told and words[at + 1].low == "in":
            yield from _languages(text, words, at + 2, "LANGUAGE", sure=False)


def _tells_what(words: Words, at: int) -> bool:
    """Whether a sentence explains something in a language: `Explain each term in …`."""
    short = at + 2 == len(words) - 1 and 1 < at < _TOLD
    return short and words[0].low in EXPLAINS and words[at + 2].capital


_TOLD = 5  # words of what is explained, with the verb
_TELLS = frozenset({"tell", "explain", "answer", "write"})


def _translator(words: Words, at: int) -> bool:
    return any(
        one.low in {"translation", "translations"} for one in words[at + 1 : at + 2]
    )


def _second(text: str, first: Span) -> Span | None:
    """The language after `to` and the like, right behind another."""
    for joint in (" to ", "-to-", " into ", "-", " -> ", " → ", "→", "->", "–", " – "):
        if text.startswith(joint, first.end):
            return language_at(text, first.end + len(joint))
    return None


def _languages(
    text: str, words: Words, at: int, name: str, *, sure: bool
) -> Iterator[Candidate]:
    """The languages that stand at a word, joined by commas and `and`."""
    found = False
    while at < len(words):
        if words[at].low in _JOINTS:
            at += 1
            continue
        word = words[at]
        span = language_at(text, word.start)
        if span is None:
            break
        found = True
        if word.capital or sure:
            yield Candidate(name, span, GRAMMAR)
        while at < len(words) and words[at].start < span.end:
            at += 1
        if not _goes_on(words, at):
            return
    if not found and sure and at < len(words) and words[at].capital:
        yield from _unknown(words, at, name)


def _goes_on(words: Words, at: int) -> bool:
    """Whether one more language may stand at a word."""
    joins = at < len(words) and words[at].low in {"and", "or"}
    return joins or words[at - 1].after == ","


def _unknown(words: Words, at: int, name: str) -> Iterator[Candidate]:
    """A language that no table knows, by its capital letter: `into Klingon`."""
    end = at
    while end < len(words) and words[end].capital and end - at < _NAME:
        end += 1
        if words[end - 1].ends:
            break
    if words[at].low not in LANGUAGES_OF_CODE:
        yield from slot(name, words[at:end], LIKELY)


_JOINTS = frozenset({"and", "or", "both", "then", "the"})
_NAME = 3  # words of the name of a language


def _object(words: Words) -> Iterator[Candidate]:
    """What is translated, if the sentence says it itself."""
    quoted = next((word for word in words if word.quoted), None)
    if quoted is not None:
        if not points([quoted]):
            yield Candidate(_name(quoted.text), quoted.span, GRAMMAR)
        return
    said = bare(words)
    if said and said[0].low in {"word", "phrase", "sentence", "text"}:
        said = said[1:]
    if not said or points(said) or said[0].low in {"my", "our", "from", "to", "into"}:
        return
    if said[-1].low == "tags" or said[0].low in {"between", "inside", "within"}:
        return
    if said[-1].low in DATA or any(word.after.startswith(":") for word in said):
        return
    span = joined(said)
    yield Candidate(_name(" ".join(word.text for word in said)), span, GRAMMAR)


def _name(value: str) -> str:
    return "WORD_TO_TRANSLATE" if len(value.split()) <= _SHORT else "TEXT_TO_TRANSLATE"
