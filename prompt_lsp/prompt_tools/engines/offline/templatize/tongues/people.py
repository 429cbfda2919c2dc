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
_WHO = re.compile(_NAME)
_LETTERS = frozenset(
    """
    correo carta mensaje mensagem email e-mail courriel lettre message brief nachricht
    invitación invitation convite
    """.split()
)
_TO = (" a ", " à ", " an ", " para ", " pour ", " für ")
# A house or a group to which a letter goes: `carta al Museo de Lugo`.
_HOUSED = re.compile(
    r"[ ](?:an|à|aux?|al?|aos?|às?|para|pour|für)[ ]"
    r"((?:(?:das|die|den|unsere?n?|meine?n?|la|le|les|los|las|el|o|os|as|notre|nos|mon"
    r"|ma|mes|mi|mis|nuestr[oa]s?|meus?|minhas?|nossos?|nossas?|a)[ ]|l['’])?"
    r"[^\W\d_][^\s.,;:!?()\"“«»]{1,30}"
    r"(?:[ ](?!(?:wegen|über|zum|zur|mit|bezüglich|vom|am|im|in|auf|bis|nach|als|au|sur"
    r"|dans|afin|avec|qui|que|en|sobre|por|para|pour|pidiendo|solicitando|pedindo|com"
    r"|con|acerca|no|na|à|demandant|concernant|und|et|y|e)(?![^\W_]))"
    r"[^\W\d_][^\s.,;:!?()\"“«»]{0,30}){0,6}"
    r"(?:,[ ](?:la|el|le|l[ae]s|o|a|die|der|dem|den)[ ][a-zà-ÿ]{2,20}[ ]"
    r"[A-ZÀ-ÖØ-Þ][^\W\d_]{1,24})?)"
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
    for found in (*_titled(text), *_written_to(reading)):
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


def _housed(text: str) -> Iterator[Candidate]:
    """To which house or group a letter goes, right behind its noun."""
    for found in _HOUSED.finditer(text):
        noun = text[max(0, found.start() - _NOUN) : found.start()]
        noun = noun.rpartition(" ")[2].lower()
        owned = text[found.start(1) : found.end(1)]
        named = owned[0].islower() and any(map(str.isupper, owned))
        close = owned.startswith(_MINE) and len(owned.split()) >= _CLOSER
        named = named or close
        if named and (noun in _LETTERS or noun.endswith(("schreiben", "brief"))):
            yield Candidate("RECIPIENT", Span(*found.span(1)), _SURE)


_CLOSER = 3  # words that say more closely who it is: `mi vecino del tercero`
_MINE = ("mi ", "mon ", "ma ", "meu ", "minha ", "mein", "notre ", "nuestro ")
_NOUN = 24  # characters


def _written_to(reading: Reading) -> Iterator[Candidate]:
    text = reading.text
    for to in _TO:
        at = text.find(to)
        while at >= 0:
            after = at + len(to)
            found = (
                _WHO.match(text, after) if text[after : after + 1].isupper() else None
            )
            if (
                found
                and text[max(0, at - 16) : at].rpartition(" ")[2].lower() in _LETTERS
            ):
                yield Candidate("RECIPIENT", Span(*found.span()), _SURE)
            at = text.find(to, after - 1)
    yield from _housed(text)
    if not reading.unspaced:
        return
    honoured = any(title in text for title in ("さん", "様", "先生"))
    for pattern in (_CHINESE, _JAPANESE) if honoured else (_CHINESE,):
        for somebody in pattern.finditer(text):
            yield Candidate("RECIPIENT", Span(*somebody.span(1)), 0.6)
