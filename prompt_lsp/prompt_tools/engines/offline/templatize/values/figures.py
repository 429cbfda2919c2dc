"""Where numbers stand in a text: the one walk over it that typed values share.

Most prose has few digits, so that everything with a number in it is found from its
digits: what stands before them is looked at backwards, within a few characters.
"""

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.amounts import (
    measure,
    money,
    percentage,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.clock import (
    duration,
    time_of_day,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.counts import age, count
from prompt_lsp.prompt_tools.engines.offline.templatize.values.dates import date
from prompt_lsp.prompt_tools.engines.offline.templatize.values.figure import (
    Figure,
    figure_at,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.identifiers import (
    identifier,
    phone_number,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.prose import Prose
from prompt_lsp.prompt_tools.engines.offline.templatize.values.streets import street
from prompt_lsp.prompt_tools.engines.offline.templatize.values.versions import version

_RUN = re.compile(r"\d+")
_ASCII_RUN = re.compile(r"[0-9]+")
_REST = re.compile(r"[\d.,:/]*")
_MOST = 5_000  # numbers of a text that are looked at; one with more is no prose
_LISTED = re.compile(r"\d{1,3}[.):](?=\s)")
_LIST_HEAD = re.compile(r"[ \t>*_#-]*$")
_LETTER = re.compile(r"[A-Za-zÀ-ɏ_]")
# After these a number belongs to something longer.
_INNER = frozenset("/\\=&@%~^.,:'’·")

_Kind: TypeAlias = Callable[[Figure], Candidate | None]
_IN_WORDS: tuple[_Kind, ...] = (identifier, version)
_ALONE: tuple[_Kind, ...] = (
    phone_number,
    street,
    identifier,
    date,
    version,
    age,
    time_of_day,
    money,
    percentage,
    duration,
    measure,
    count,
)


def figures(reading: Reading) -> Iterator[Candidate]:
    """Everything that a number is part of."""
    text, prose, end, read = reading.text, Prose(reading), 0, 0
    for run in (_ASCII_RUN if text.isascii() else _RUN).finditer(text):
        start = run.start()
        if start < end or not prose.has(start):
            continue
        read += 1
        if read > _MOST:
            return
        found = _read(text, start)
        rest = _REST.match(text, run.end())
        end = found.span.end if found else rest.end() if rest else run.end()
        if found:
            yield found


def _read(text: str, start: int) -> Candidate | None:
    """What the number at a place is, if it is anything."""
    figure = figure_at(text, start)
    if _LIST_HEAD.match(figure.head) and figure.match(_LISTED):
        return None
    before = text[start - 1] if start else ""
    kinds = _ALONE
    if before and (_LETTER.match(before) or before == "-"):
        kinds = _IN_WORDS
        if before == "-" and not figure.head[-2:-1].strip():
            kinds = (measure,)
    elif before in _INNER:
        return None
    return next(filter(None, (kind(figure) for kind in kinds)), None)
