"""Versions of software, with the product beside them, and addresses of machines."""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables.months import (
    every_month,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.figure import (
    Figure,
    is_quoted,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.prose import Prose
from prompt_lsp.text import Span
from prompt_lsp.text.finding import occurrences

_SURE = 0.8
_GRAMMAR = 0.96  # more than what a grammar says of the product alone
_VERSION = re.compile(
    r"\d{1,4}(?:\.\d{1,5}){0,3}(?:-(?:alpha|beta|rc|dev|preview)[.\d]{0,4})?"
    r"(?![\w/:%,-]?[\d%])(?![^\W_])"
)
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5}|/\d{1,2})?(?![\w./]\w|\w)")
_NAMED = frozenset({"version", "v", "release", "versions", "versión", "versão", "ver"})
_BEFORE_V = frozenset(
    "to from for of in on since update upgrade release version install running".split()
)
_PRODUCT = r"[A-Z][A-Za-z+#.]{1,20}(?:[ ][A-Z][A-Za-z+#.]{1,20})?"
_OF_PRODUCT = re.compile(rf"[ ](?:of|for|von|de)[ ](?:the[ ])?({_PRODUCT})(?<![.])")
_PLAIN = r"v?\d{1,4}(?:\.\d{1,4}){0,3}(?![\d%])"
_NUMBERED = rf"[ ]{_PLAIN}"
# What moves stands behind the first of them: `Python 2 code to Python 3`.
_MOVED = re.compile(
    rf"[ ](?:from[ ])?({_PRODUCT}{_NUMBERED})((?:[ ][a-z]{{3,14}}){{0,2}})"
    rf"(?:[ ](?:to|→|->)[ ]({_PRODUCT}{_NUMBERED}|{_PLAIN})"
    rf"|[ ]in(?:to)?[ ]({_PRODUCT}{_NUMBERED}))(?![^\W_])"
)
_NUMBERED_PRODUCT = re.compile(r"[A-Z][A-Za-z+#.]{1,20}[ ]v?\d")
_MOVING = re.compile(
    r"(?i)(?:migrat|upgrad|updat|mov|switch|port|convert|chang|rewrit|refactor|translat"
    r"|moderni|transpil)\w{0,5}"
)
# What is written in a language of code.
_OF_CODE = frozenset(
    """
    code script scripts program programs function functions snippet snippets source
    class classes module modules syntax
    """.split()
)
# Numbers of these are no versions.
_PLACED = frozenset(
    """
    Room Table Gate Week Day Level Phase Step Chapter Line Page Class Grade Section Part
    Lesson Unit Floor Track Team Group Sprint Season Episode Zone Platform Building Q
    """.split()
)


def version(figure: Figure) -> Candidate | None:
    """A version after its word or with two full stops in it; an address of IPv4."""
    if found := figure.match(_IP):
        return _address(figure, found)
    found = figure.match(_VERSION)
    if found is None:
        return None
    if figure.head.endswith(" v"):
        told = figure.words[-2:-1] and figure.words[-2].lower() in _BEFORE_V
        return figure.candidate("VERSION", found.end(), _SURE) if told else None
    if figure.word in _NAMED or found[0].count(".") > 1:
        dotted = "." in found[0]
        return figure.candidate("VERSION", found.end(), _SURE if dotted else 0.6)
    return None


def _address(figure: Figure, found: re.Match[str]) -> Candidate | None:
    """An address of some machine; `127.0.0.1` is everybody's own."""
    parts = re.split(r"[.:/]", found[0])[:4]
    own = parts[0] in {"0", "127", "255"}
    if own or any(int(part) > 255 for part in parts):
        return None
    return figure.candidate("IP_ADDRESS", found.end())


def products(reading: Reading) -> Iterator[Candidate]:
    """`version 4.7.0 of …`, `from … 5.7 to … 16`."""
    text, prose = reading.text, Prose(reading)
    for at in occurrences(text, "ersion "):
        number = _VERSION.match(text, at + 7)
        product = _OF_PRODUCT.match(text, number.end()) if number else None
        if product and prose.has(at):
            yield Candidate("PRODUCT_NAME", Span(*product.span(1)), _SURE)
    for joint in (" to ", " in ", " into ") if _NUMBERED_PRODUCT.search(text) else ():
        for at in occurrences(text, joint):
            for moved in _MOVED.finditer(text, max(0, at - 64), at + 48):
                if moved.end(2) == at and prose.has(moved.start()):
                    yield from _moved(text, moved)


def _moved(text: str, moved: re.Match[str]) -> Iterator[Candidate]:
    """What is moved from one version to another, where a verb says that it is."""
    said = text[max(0, moved.start() - 40) : moved.start() + 1]
    product = moved[1].split()[0].rstrip(".")
    if product in every_month() or product in _PLACED or not _MOVING.search(said):
        return
    target = Span(*moved.span(3 if moved[3] else 4))
    coded = any(noun in _OF_CODE for noun in moved[2].split())
    kind = "PROGRAMMING_LANGUAGE" if coded else "VERSION"
    sure = _SURE if is_quoted(text, moved.start()) else _GRAMMAR
    yield Candidate(f"SOURCE_{kind}", Span(*moved.span(1)), sure)
    yield Candidate(f"TARGET_{kind}", target, sure)
