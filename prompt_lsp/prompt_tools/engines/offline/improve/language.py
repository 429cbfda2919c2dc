"""Which language a prompt is written in, as far as we have sentences in it."""

import re
from collections import Counter
from enum import StrEnum

# More than this is not read: a prompt says its language early.
_ENOUGH = 2_500
_WORD = re.compile(r"[^\W\d_]+")
_KANA = re.compile("[\u3041-\u30ff]")
_HAN = re.compile("[\u4e00-\u9fff]")
_OTHER_SCRIPT = re.compile("[\u0370-\u06ff\u0900-\u0e7f\uac00-\ud7af]")


class Language(StrEnum):
    """A language in which something can be added to a prompt."""

    ENGLISH = "en"
    GERMAN = "de"
    FRENCH = "fr"
    SPANISH = "es"
    PORTUGUESE = "pt"
    JAPANESE = "ja"
    CHINESE = "zh"


_ENGLISH = """
a the and of for with you your are is be this that these those it its from by
about please write answer question following text summarize summarise translate
classify extract explain create generate make use only each should must will not
include give list if as then when what how why concise recipe below above given
based act role keep respond return rewrite convert compare draft analyze analyse
review find identify act an or into at do does don't shorter too suggest help
solve calculate evaluate grade score assess rank describe tell say fix debug correct
improve proofread paraphrase rephrase simplify shorten brainstorm design plan outline
name provide recommend read check determine count compute decide edit reply go
"""
_GERMAN = """
der die das und ist ein eine einen einem einer eines für mit du sie bitte schreibe
schreib nicht den dem des zu im auf von oder als folgenden folgende folgender text
fasse zusammen übersetze erkläre antworte wie ins bist sind kurz erstelle gib nenne
frage kürzer mach mache wird werden aus über dich deine ihre jeder jede
"""
_FRENCH = """
le la les des un une et est pour avec vous tu dans du que qui votre ton ce cette
ces suivant suivante texte écris écrivez résume résumez traduis traduisez explique
ne pas en sur aux au êtes es réponds répondez donne plus court courte
"""
_SPANISH = """
el la los las un una y es para con tú usted en de del que su este esta texto
siguiente escribe resume traduce explica no por eres responde respuesta al como
haz más corto corta dame lista cada
"""
_PORTUGUESE = """
o a os as um uma e é para com você em do da dos das que seu sua este esta texto
seguinte escreva resuma traduza explique não por seja responda resposta ao como
mais curto faça cada lista
"""
# Languages that share words with ours, so that theirs are not taken for ours.
_ITALIAN = """
il lo gli di che per con non sono sei questo questa testo seguente scrivi riassumi
traduci spiega una del della in è e
"""
_DUTCH = """
het een van voor met niet zijn je bent dit deze tekst volgende schrijf vat samen
vertaal leg en de is in op aan
"""
_NORDIC = "och att det som för inte är med du på ett skriv er og til ikke på den av"
_POLISH = "i w na z do nie jest to się dla napisz przetłumacz tekst następujący jesteś"

_LANGUAGES: tuple[tuple[Language | None, str], ...] = (
    (Language.ENGLISH, _ENGLISH),
    (Language.GERMAN, _GERMAN),
    (Language.FRENCH, _FRENCH),
    (Language.SPANISH, _SPANISH),
    (Language.PORTUGUESE, _PORTUGUESE),
    (None, _ITALIAN),
    (None, _DUTCH),
    (None, _NORDIC),
    (None, _POLISH),
)
# For each word the places of the languages that have it.
_WORDS: dict[str, list[int]] = {}
for _place, (_, _words) in enumerate(_LANGUAGES):
    for _word in dict.fromkeys(_words.split()):
        _WORDS.setdefault(_word, []).append(_place)


_NOBODY = ((0, 0), (0, 0))


def language_of(text: str) -> Language | None:
    """The language of a text; None where nobody can tell, or it is none of ours."""
    text = text[:_ENOUGH]
    words = [word.lower() for word in _WORD.findall(text)]
    letters = sum(map(len, words))
    kana, han = len(_KANA.findall(text)), len(_HAN.findall(text))
    if kana + han > letters // 5:
        return Language.JAPANESE if kana else Language.CHINESE
    if len(_OTHER_SCRIPT.findall(text)) > letters // 4:
        return None
    best = _best(words)
    return None if best is None else _LANGUAGES[best][0]


def is_other(text: str) -> bool:
    """Whether a text is in a language that we know and write nothing in."""
    text = text[:_ENOUGH]
    words = [word.lower() for word in _WORD.findall(text)]
    if len(_OTHER_SCRIPT.findall(text)) > sum(map(len, words)) // 4:
        return True
    best = _best(words)
    return best is not None and _LANGUAGES[best][0] is None


def _best(words: list[str]) -> int | None:
    """The place of the language that has most of some words; None for a tie."""
    counts = Counter(place for word in words for place in _WORDS.get(word, ()))
    (best, most), (_, next_most) = (*counts.most_common(2), *_NOBODY)[:2]
    return best if most > next_most else None
