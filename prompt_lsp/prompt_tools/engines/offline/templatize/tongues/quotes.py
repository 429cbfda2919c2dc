"""Strings between the quotation marks of other languages."""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.prose import Prose
from prompt_lsp.text import Span

_QUOTED = 0.65
_DATA = 0.8  # where a colon announces it
_MARKS = re.compile(
    r"«[ \u00a0\u202f]?(?P<guillemets>[^«»\n]{1,600}?)[ \u00a0\u202f]?»"
    r"|„(?P<german>[^„“”\n]{1,600})[“”]"
    r"|「(?P<corner>[^「」\n]{1,600})」"
    r"|『(?P<double>[^『』\n]{1,600})』"
    r"|《(?P<title>[^《》\n]{1,120})》"
)
_OPENING = "«„「『《"
# Between two quoted strings: they are the choices for an answer, or a list of terms.
_CHOICE = re.compile(
    r"\s{0,3}(?:oder|und|ou|o|y|e|et|または|か|と|或|或者|和|、|/|,|，|)\s{0,3}[«„「『“\"]"
)
_CHOICE_BEFORE = re.compile(
    r"[»“”」』\"]\s{0,3}(?:oder|und|ou|o|y|e|et|または|か|と|或|或者|和|、|/|,|，|)\s{0,3}$"
)
# What stands between the marks is somebody's name.
_NAMED = re.compile(
    r"(?:namens|genannt|heißt|appelée?|nommée?|s'appelle|llamad[ao]|se llama|chamad[ao]"
    r"|se chama|名为|叫做?|名前は)[ :：]{0,2}$"
)
# The model is told to say it, or to look for it.
_SAID = re.compile(
    r"(?:mit|sage|sag|schreibe|antworte|gib|nur|als|par|s[oó]lo|seulement|apenas|dis|réponds|écris|con|di"
    r"|respond[ae]|escribe|com|diga|escreva|説|说|回答|输出|写"
    r"|(?:einfach|seulement|simplement|uniquement|s[oó]lo|solamente|únicamente|apenas"
    r"|só|somente|simplesmente))[ :：]{0,2}$"
)
_SAID_AFTER = re.compile(
    r"(?:と(?:答え|返|出力|書|回答|言|入力)|とだけ|調|口調|形式|体で)"
    r"|[ ]?(?:aus|zurück|schreibe?|sage?|antworte?|eingebe)\b"
)


def quotes(reading: Reading) -> Iterator[Candidate]:
    """Quoted strings that are worked on, not such that are to be said."""
    text = reading.text
    if text.isascii() or not any(mark in text for mark in _OPENING):
        return
    prose = Prose(reading)
    for found in _MARKS.finditer(text):
        if not prose.has(found.start()) or not found.lastgroup:
            continue
        span = _stripped(text, Span(*found.span(found.lastgroup)))
        if span.start < span.end and not _is_said(text, found):
            before = text[max(0, found.start() - 4) : found.start()]
            announced = before.rstrip()[-1:] in {":", "："}
            name = "TITLE" if found.lastgroup == "title" else "QUOTED_TEXT"
            if _NAMED.search(text[max(0, found.start() - 24) : found.start()]):
                name, announced = "NAME", True
            yield Candidate(name, span, _DATA if announced else _QUOTED)


def _is_said(text: str, found: re.Match[str]) -> bool:
    """Whether a string is an answer to give, or one of several to choose from."""
    before = text[max(0, found.start() - 24) : found.start()]
    return (
        _CHOICE.match(text, found.end()) is not None
        or _CHOICE_BEFORE.search(before) is not None
        or _SAID.search(before) is not None
        or _SAID_AFTER.match(text, found.end()) is not None
        or found[0].count("{") > 0
    )


def _stripped(text: str, span: Span) -> Span:
    said = span.of(text)
    start = span.start + len(said) - len(said.lstrip())
    return Span(start, max(start, span.start + len(said.rstrip())))
