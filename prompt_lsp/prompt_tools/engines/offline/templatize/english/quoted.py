"""Strings in quotation marks that a sentence works on."""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Sentence,
    Words,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.labels import DATA

_QUOTED = 0.65
# `My first request is "…"`.
_INTRODUCED = frozenset(
    "request command sentence question word input text task message motion topic title "
    "theme problem phrase statement query".split()
)
# Before these a quoted string is something to be said, or an option.
_SAID = frozenset(
    """
    say says saying answer reply respond return output write print use as or either not
    with like phrase phrases label labels value values key keys field fields word words
    called column columns tag tags null string include includes start end begin
    mean means escreva diga responda responde escribe di antworte schreibe sage réponds
    écris dis nur solo sólo só apenas seulement
    option options example mark set if equals is are respond: be to by
    """.split()
)
_ASKING = frozenset(
    "what define explain translate pronounce spell is how why conjugate find".split()
)
_OF = frozenset(
    {
        "word",
        "phrase",
        "sentence",
        "text",
        "term",
        "quote",
        "question",
        "review",
        "tweet",
        "headline",
        "statement",
        "message",
        "title",
        "email",
        "passage",
        "comment",
        "expression",
        "idiom",
        "paragraph",
        "line",
    }
)


def quoted(text: str, sentence: Sentence) -> Iterator[Candidate]:
    """Quoted strings, unless the sentence tells the model to say them."""
    words, count = sentence.words, len(sentence.quoted)
    for at in sentence.quoted:
        word = words[at]
        if "{{" in word.text:
            continue
        before = words[at - 1].low if at else ""
        earlier = words[at - 2].low if at > 1 else ""
        if before == "to" and earlier == "similar":
            yield Candidate("TITLE", word.span, _QUOTED)
        elif before in {"is", "are"} and earlier in _INTRODUCED:
            yield Candidate(earlier.upper(), word.span, _QUOTED + 0.15)
        elif before in _OF and earlier in _ARTICLES:
            yield Candidate(DATA.get(before, before.upper()), word.span, _QUOTED + 0.1)
        elif " " in word.text and _is_reported(text, word.start):
            yield Candidate("MESSAGE", word.span, _QUOTED + 0.1)
        elif _works_on(words, at) and not _listed(words, at, count):
            yield Candidate("QUOTED_TEXT", word.span, _QUOTED)


def _is_reported(text: str, start: int) -> bool:
    """Whether somebody says it who stands for one case: `The customer says: "…"`."""
    return _REPORTS.search(text, max(0, start - _WHO), start) is not None


_WHO = 60  # characters of who says it, and of the verb
_REPORTS = re.compile(
    r"(?:^|(?<=[.!?\n][\n ])|(?<=\n))(?:The|A|An|My|Our|One)(?: [a-z][\w-]{1,20}){1,3}"
    r" (?:says|writes|asks|said|wrote|asked|complains|complained)[:,][ \n][\"“‘']$"
)
SIGNS = frozenset({"sign", "signed"})


def signed(_text: str, words: Words) -> Iterator[Candidate]:
    """By whose name a text is signed: `sign it with "Pim"`."""
    for at, word in enumerate(words):
        if word.low not in SIGNS:
            continue
        end = at + 1
        while end < len(words) and words[end].low in _BETWEEN:
            end += 1
        if end < len(words) and words[end].quoted and "{{" not in words[end].text:
            yield Candidate("NAME", words[end].span, _QUOTED + 0.1)


_BETWEEN = frozenset("it this them off as with by from the letter".split())


def _works_on(words: Words, at: int) -> bool:
    """Whether a quoted string is more than something to be said, or a mere name."""
    text = words[at].text
    if at == 0 or words[at - 1].low in _SAID:
        return False
    digits = any(map(str.isdecimal, text))
    return " " in text or digits or words[0].low in _ASKING


def _listed(words: Words, at: int, count: int) -> bool:
    """Whether a quoted string is one of several options."""
    return count > 2 or (count > 1 and "," in words[at - 1].after)


_ARTICLES = frozenset({"the", "this", "following", "my", "a", "of"}) | _OF
