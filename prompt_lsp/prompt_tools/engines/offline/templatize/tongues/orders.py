"""Orders to translate in languages whose grammar is otherwise not read.

They are so alike that a verb, a little word and a colon tell: `Vertaal naar het
Frans: …`, `Oversæt til engelsk: …`. The language is the word before the colon.
"""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.prose import Prose
from prompt_lsp.text import Span

_SURE = 0.95
_SHORT = 5  # words; more of them are a text
# In Russian and Ukrainian `from` is this letter.
_OUT_OF = "van het|från|fra|dal|dall['’]|\u0441|z|ze"
_INTO = r"naar(?: het)?|in het|na|till?|in|на|do|în|al"
_ORDER = re.compile(
    r"(?:^|(?<=[\n.!?] )|(?<=\n))"
    r"(?:Vertaal|Traduci(?:mi)?|Traducete|Przetłumacz|Översätt|Oversæt|Oversett"
    r"|Переведи(?:те)?|Переклади|Přelož|Traduceți|Käännä|Tradueix)"
    rf"(?: (?!(?:{_INTO}|{_OUT_OF})[ ])[^\W\d_]{{1,20}}){{0,4}}"
    rf"(?: (?:{_OUT_OF}) ?[^\W\d_]{{3,20}})?"
    rf" (?:{_INTO}) (?:l['’])?([^\W\d_]{{4,20}})"
    r"(?:[ ]?[:：][ \t]*|[.]?[ \t]*\n)"
)
# Without one of these no such order is in a text.
_STEMS = (
    "Vertaal", "Traduc", "Przetł", "Övers", "Overs", "Перек", "Перев", "Přelož",
    "Käännä", "Tradueix",
)  # fmt: skip
_QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»", "'": "'", "‘": "’"}


def plain_orders(reading: Reading) -> Iterator[Candidate]:
    """The language of such an order, and the text on its line."""
    text, prose = reading.text, Prose(reading)
    if not any(stem in text for stem in _STEMS):
        return
    for found in _ORDER.finditer(text):
        if not prose.has(found.start(1)):
            continue
        yield Candidate("TARGET_LANGUAGE", Span(*found.span(1)), _SURE)
        if "\n" not in found[0][-2:]:
            yield from _said(text, found.end())


def _said(text: str, start: int) -> Iterator[Candidate]:
    """What stands behind the colon, without quotation marks."""
    line = text.find("\n", start)
    end = line if line >= 0 else len(text)
    closing = _QUOTES.get(text[start : start + 1], "")
    stop = next((at for at in range(start + 1, end) if text[at] in closing), -1)
    span = Span(start + 1, stop) if stop > 0 else Span(start, end)
    said = span.of(text).rstrip()
    if "{" in said or not any(map(str.isalnum, said)):
        return
    short = len(said.split()) <= _SHORT
    name = "WORD_TO_TRANSLATE" if short else "TEXT_TO_TRANSLATE"
    yield Candidate(name, Span(span.start, span.start + len(said)), _SURE)
