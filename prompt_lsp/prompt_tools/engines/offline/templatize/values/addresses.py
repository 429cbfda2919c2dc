"""Addresses of mail and of the web, and names of files that are worked on."""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.figure import figure_at
from prompt_lsp.prompt_tools.engines.offline.templatize.values.prose import Prose
from prompt_lsp.text import Span

_LOCAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}$")
_DOMAIN = re.compile(r"(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24}(?![A-Za-z0-9_-])")
_SCHEME = re.compile(r"(?<![A-Za-z])(?:https?|ftp|sftp|s3|git|ssh|postgres|wss?)$")
_REST = re.compile(r"[^\s<>\"'`{}|\\^，。、；：！？）】」』》“”]*")
_OPENS = {")": "(", "]": "["}
_WWW = re.compile(r"(?<![A-Za-z0-9./@-])www\.(?=[A-Za-z0-9])")
_FILE = re.compile(
    r"\.(?:py|js|ts|tsx|jsx|java|rb|go|rs|cpp|cs|php|sql|sh|ipynb|csv|tsv|xlsx?|json|ya?ml"
    r"|toml|xml|html?|md|txt|pdf|docx?|pptx?|log|parquet|png|jpe?g|gif|svg|mp[34]|wav|zip)"
    r"(?![A-Za-z0-9_/(-]|\.[A-Za-z0-9])"
)
_PATH = re.compile(r"[A-Za-z0-9_~./\\-]{1,120}$")
_WORKED_ON = frozenset(
    """
    summarize summarise analyze analyse review open read load convert file parse
    attached called named refactor explain process check fix debug import upload
    document script spreadsheet dataset report inspect translate proofread rename
    compress describe
    """.split()
)
_LIBRARIES = frozenset(
    {"node.js", "next.js", "vue.js", "react.js", "three.js", "d3.js"}
)


def addresses(reading: Reading) -> Iterator[Candidate]:
    """Addresses of mail, of the web, and of files."""
    prose = Prose(reading)
    for found in (*_mail(reading.text), *_web(reading.text), *_files(reading.text)):
        if prose.has(found.span.start):
            yield found


def _mail(text: str) -> Iterator[Candidate]:
    at, end = text.find("@"), 0
    while at >= 0:
        local = _LOCAL.search(text[max(end, at - 64) : at])
        domain = _DOMAIN.match(text, at + 1) if local else None
        if local and domain:
            end = domain.end()
            yield Candidate("EMAIL_ADDRESS", Span(at - len(local[0]), end), 0.85)
        at = text.find("@", at + 1)


def _web(text: str) -> Iterator[Candidate]:
    at, end = text.find("://"), 0
    while at >= 0:
        scheme = _SCHEME.search(text[max(end, at - 10) : at])
        found = _address(text, at - len(scheme[0]), at + 3) if scheme else None
        if found:
            end = found.span.end
            yield found
        at = text.find("://", max(at + 3, end))
    if "www." in text:
        for head in _WWW.finditer(text):
            if found := _address(text, head.start(), head.end()):
                yield found


def _address(text: str, start: int, begins: int) -> Candidate | None:
    """An address without the punctuation of the sentence that it ends."""
    rest = _REST.match(text, begins)
    end = rest.end() if rest else begins
    if end < len(text) and text[end] in "{<$":
        return None
    while end > begins and text[end - 1] in ".,;:!?)]*_~":
        opens = _OPENS.get(text[end - 1])
        if opens and text.count(opens, begins, end) >= text.count(
            text[end - 1], begins, end
        ):
            break
        end -= 1
    return Candidate("URL", Span(start, end), 0.85) if end > begins else None


def _files(text: str) -> Iterator[Candidate]:
    """Names of files after a word that says that work is done on them."""
    for suffix in _FILE.finditer(text):
        stem = _PATH.search(text[max(0, suffix.start() - 120) : suffix.start()])
        if stem is None or stem[0].strip("./\\-~") == "":
            continue
        start = suffix.start() - len(stem[0])
        name = text[start : suffix.end()]
        before = figure_at(text, start)
        if before.head.endswith(("@", ":", "=")) or name.lower() in _LIBRARIES:
            continue
        if {word.lower() for word in before.words[-2:]} & _WORKED_ON:
            kind = "FILE_PATH" if "/" in name or "\\" in name else "FILE_NAME"
            yield Candidate(kind, Span(start, suffix.end()), 0.6)
