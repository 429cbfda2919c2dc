"""Names of people in the titles and the letters of other languages."""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.prose import Prose
from prompt_lsp.text import Span

_SURE = 0.7
_TITLED_SURE = 0.84
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][^\W\d_]{1,24}(?:-[A-ZÀ-ÖØ-Þ][^\W\d_]{1,24})?"
_NAME = rf"{_CAPITAL}(?:[ ](?:(?:von|de|van|da|dos|del|la)[ ])?{_CAPITAL}){{0,3}}"
_TITLED = (
    "Herrn ", "Herr ", "Frau ", "Mme ", "Madame ", "Monsieur ", "Señor ", "Señora ",
    "Sr. ", "Sra. ", "Senhor ", "Senhora ", "Dona ", "Don ", "Doña ",
)  # fmt: skip
_AFTER_TITLE = re.compile(rf"(?:Dr\.[ ]|Prof\.[ ])?{_NAME}")
_LETTER = re.compile(
    r"(?:correo|carta|mensaje|mensagem|e-?mail|E-?Mail|courriel|lettre|message|Brief"
    rf"|Nachricht|invitación|invitation|convite)[ ](?:a|à|an|para|pour|für)[ ]({_NAME})"
)
_CHINESE = re.compile(
    r"给(?![我你他她它]|大家|用户|客户|朋友|读者|同事|老板|孩子|学生|家长|出|定)"
    r"([一-鿿]{2,3}?)(?=写|发|，|。|道|的)"
)
_JAPANESE = re.compile(
    r"(?<![一-鿿々ァ-ヶー])(?![客皆奥神王同患])([一-鿿々]{1,4}|[ァ-ヶー]{2,12})"
    r"(?:さん|様|先生)(?=[にへ宛])"
)


def people_elsewhere(reading: Reading) -> Iterator[Candidate]:
    """Names after titles, and to whom something is written."""
    text, prose = reading.text, Prose(reading)
    for found in (*_titled(text), *_written_to(text)):
        if prose.has(found.span.start):
            yield found


def _titled(text: str) -> Iterator[Candidate]:
    for title in _TITLED:
        at = text.find(title)
        while at >= 0:
            after = at + len(title)
            found = _AFTER_TITLE.match(text, after)
            if found and (at == 0 or not text[at - 1].isalnum()):
                yield Candidate("NAME", Span(at, found.end()), _TITLED_SURE)
            at = text.find(title, after)


def _written_to(text: str) -> Iterator[Candidate]:
    for letter in _LETTER.finditer(text):
        yield Candidate("RECIPIENT", Span(*letter.span(1)), _SURE)
    if text.isascii():
        return
    for pattern in (_CHINESE, _JAPANESE):
        for somebody in pattern.finditer(text):
            yield Candidate("RECIPIENT", Span(*somebody.span(1)), 0.6)
