"""What a word is called in another language, asked in English without quotes."""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables import language_at
from prompt_lsp.prompt_tools.engines.offline.templatize.values.prose import Prose
from prompt_lsp.text import Span
from prompt_lsp.text.finding import occurrences

_SURE = 0.95
_SHORT = 5  # words that are still a word to translate
_CUES = (
    "ow do you say ", "ow do I say ", "ow do we say ", "ow would you say ",
    "ow would I say ", "ow can I say ", "ow to say ", "ow does one say ",
    "the word for ", "a word for ", "the term for ", "the phrase for ",
    "the expression for ", "the translation of ",
)  # fmt: skip
_NAMED = (" word for ", " for ", " term for ", " translation of ", " translation for ")
_IN = re.compile(r"[ ](?:in|into)[ ](?:the[ ])?(?=[A-Z])")
_SAID = re.compile(r"[^\n\r.!?:;\"“”‘«»{}<>`]{1,80}")
_QUOTED = re.compile(r"[\"'“‘«]([^\n\r\"“”‘«»{}]{1,200}?)[\"'”’»](?![^\W_])")
_ENDS = re.compile(r"[ ]?(?:[?.!,\n\r]|$)")
_POINTS = re.compile(
    r"(?i)(?:this|that|these|those|it|them|the following|each|every|any|all|something"
    r"|what|a given|my|your|the (?:text|word|phrase|sentence|user))(?![^\W_])"
)
_WHAT_IS = re.compile(r"[Ww]hat(?:['’]s| is) the ")


def sayings(reading: Reading) -> Iterator[Candidate]:
    """`How do you say … in …?`, `the word for … in …`, `the … word for …`."""
    if reading.role != "user":
        return
    text, prose = reading.text, Prose(reading)
    for found in (*_said_in(text), *_word_for(text)):
        if prose.has(found.span.start):
            yield found


def _said_in(text: str) -> Iterator[Candidate]:
    for cue in _CUES:
        for at in occurrences(text, cue):
            start = at + len(cue)
            said = _SAID.match(text, start)
            into = _IN.search(text, start, said.end()) if said else None
            language = language_at(text, into.end()) if into else None
            if into and language and not _POINTS.match(text, start):
                yield _word(text, Span(start, into.start()))
                yield Candidate("TARGET_LANGUAGE", language, _SURE)


def _word_for(text: str) -> Iterator[Candidate]:
    """`What is the Dutch word for …?`; the language stands first."""
    for at in occurrences(text, "hat"):
        lead = _WHAT_IS.match(text, at - 1) if at else None
        language = language_at(text, lead.end()) if lead else None
        if language is None or not text[language.start].isupper():
            continue
        cue = next((cue for cue in _NAMED if text.startswith(cue, language.end)), "")
        start = language.end + len(cue)
        said = _SAID.match(text, start) if cue else None
        if cue and (quoted := _QUOTED.match(text, start)):
            yield _word(text, Span(*quoted.span(1)))
            yield Candidate("TARGET_LANGUAGE", language, _SURE)
        elif said and _ENDS.match(text, said.end()) and not _POINTS.match(text, start):
            yield _word(text, Span(start, said.end()))
            yield Candidate("TARGET_LANGUAGE", language, _SURE)


def _word(text: str, span: Span) -> Candidate:
    said = span.of(text)
    start = span.start + len(said) - len(said.lstrip())
    span = Span(start, span.start + len(said.rstrip(" ,")))
    short = len(span.of(text).split()) <= _SHORT
    name = "WORD_TO_TRANSLATE" if short else "TEXT_TO_TRANSLATE"
    return Candidate(name, span, _SURE)
