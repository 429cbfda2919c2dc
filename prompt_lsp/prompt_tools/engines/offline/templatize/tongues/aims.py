"""What a letter shall bring about, and whose customer writes it, in other languages."""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.prose import Prose
from prompt_lsp.text import Span

_SURE = 0.75
_NEAR = 120  # characters from the noun of a letter to what it is for
_LONGEST = 14  # words of an aim
_LETTER = re.compile(
    r"(?i)(?<![^\W\d_])(?:correo|carta|mensaje|mensagem|e-?mail|courriel|lettre|message"
    r"|mail|brief|schreiben|nachricht|solicitud|demande)(?![^\W\d_])"
)
_AIMS = re.compile(
    r"[ ](?:"
    r"(?:pedindo|solicitando|pidiendo(?:le)?|demandant|sollicitant|reclamando)"
    r"|(?:para|pour|afin de)[ ](?:l[ue]i |lui )?(?:pedir(?:le)?|solicitar(?:le)?"
    r"|demander|réclamer|reclamar(?:le)?)"
    r"|((?:para|pour|afin de)[ ](?:lui |les |l['’])?(?:avisar(?:le)?|informar(?:le)?"
    r"|agradecer(?:le)?|confirmar|cancelar|informer|prévenir|remercier|annuler"
    r"|confirmer|convidar|felicitar(?:le)?))"
    r")[ ](?=[^\W\d_])"
)
_ENDS = re.compile(r"[^\W\d_]{3}[.!?](?=\s)|\n")
_EDGE = re.compile(r"[.!?;:\n\r{}<>\[\]«»\"]|$")
_STOP = re.compile(
    r",?[ ](?:en|em|con|com|avec|dans)[ ](?:un |une |um )?(?:tono?|tom|ton)\b"
)
_PURPOSE = re.compile(r"(?:para|pour|afin de)[ ]")
_FIRMS = re.compile(
    r"(?:(?:abonnement|contrat|compte|commande|stage|poste|client|cliente|employée?"
    r"|travaille)[ ]chez"
    r"|(?:Vertrag|Konto|Kunde|Kundin|Stelle|Praktikum|Abo|Abonnement|arbeite|Ausbildung"
    r"|Versicherung|Bestellung|Mitgliedschaft)[ ]bei"
    r"|(?:contrato|cuenta|suscripción|conta|assinatura|trabajo|trabalho)[ ]"
    r"(?:con|com|en|na|no))[ ](?:der |dem |la |le |el |a |o )?"
    r"([A-ZÀ-ÖØ-Þ][\w&'’-]{1,24}(?:[ ](?:&[ ])?[A-ZÀ-ÖØ-Þ][\w&'’-]{1,24}){0,3})"
)


def aims(reading: Reading) -> Iterator[Candidate]:
    """`um e-mail … pedindo mais uma semana`, `mon abonnement chez Velonet`."""
    if reading.role != "user":
        return
    text, prose = reading.text, Prose(reading)
    for one in _found(text):
        if prose.has(one.span.start):
            yield one


def _found(text: str) -> Iterator[Candidate]:
    """The aims, tones and firms of a text; each looks for its words first."""
    if any(word in text for word in _TONES):
        yield from _tones(text)
    if any(word in text for word in _WITH):
        for firm in _FIRMS.finditer(text):
            yield Candidate("COMPANY_NAME", Span(*firm.span(1)), _SURE)
    if not any(word in text for word in _FOR):
        return
    for aim in _AIMS.finditer(text):
        start = max(0, aim.start() - _NEAR)
        ends = [one.end() for one in _ENDS.finditer(text, start, aim.start())]
        start = ends[-1] if ends else start
        if _LETTER.search(text, start, aim.start()):
            yield from _aim(text, aim)


# Without one of these words nothing is found.
_TONES = ("Ton", "Tom", "Stil", "Estilo", "Style")
_WITH = (
    " chez ",
    " bei ",
    "ontrato ",
    "uenta ",
    "onta ",
    "ción ",
    "natura ",
    "rabajo ",
    "rabalho ",
)
_FOR = (" para ", " pour ", " afin de ", "ndo ", "ant ", "ndole ")


def _tones(text: str) -> Iterator[Candidate]:
    """`Tono amable.`, `Ton: freundlich`: a sentence that is nothing but a tone."""
    for tone in _TONE.finditer(text):
        yield Candidate("TONE", Span(*tone.span(1)), _SURE)


_TONE = re.compile(
    r"(?:(?<=[.!?] )|(?<=\n)|^)(?:Tono|Ton|Tom|Tonfall|Stil|Estilo|Style)(?: ?:)? "
    r"([a-zà-ÿß]{4,20}"
    r"(?:(?:,| y| e| et| und| mais| aber| pero| mas) [a-zà-ÿß]{4,20}){0,2})"
    r"(?=[.!\n]|$)"
)


def _aim(text: str, aim: re.Match[str]) -> Iterator[Candidate]:
    """What is asked for; where something is told, the verb belongs to it."""
    start = aim.end()
    if aim[1] and (purpose := _PURPOSE.match(text, aim.start(1))):
        start = purpose.end()
    edge = _EDGE.search(text, start, start + 200)
    end = edge.start() if edge else min(len(text), start + 200)
    if stop := _STOP.search(text, start, end):
        end = stop.start()
    said = text[start:end].rstrip(" ,")
    if 1 < len(said.split()) <= _LONGEST:
        yield Candidate("PURPOSE", Span(start, start + len(said)), _SURE)
