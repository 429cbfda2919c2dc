"""The languages that prompts are written in, and how one is recognised."""

import re

from prompt_lsp.prompt_tools.engines.offline.generate.tongues.chinese import CHINESE
from prompt_lsp.prompt_tools.engines.offline.generate.tongues.english import ENGLISH
from prompt_lsp.prompt_tools.engines.offline.generate.tongues.french import FRENCH
from prompt_lsp.prompt_tools.engines.offline.generate.tongues.german import GERMAN
from prompt_lsp.prompt_tools.engines.offline.generate.tongues.japanese import JAPANESE
from prompt_lsp.prompt_tools.engines.offline.generate.tongues.portuguese import (
    PORTUGUESE,
)
from prompt_lsp.prompt_tools.engines.offline.generate.tongues.spanish import SPANISH
from prompt_lsp.prompt_tools.engines.offline.generate.tongues.tongue import (
    Frame,
    Tongue,
)
from prompt_lsp.prompt_tools.engines.offline.generate.verbs import kind_of_verb

__all__ = ["ENGLISH", "TONGUES", "Frame", "Tongue", "tongue_of"]

# English first: where two languages fit a text equally well, it is English.
TONGUES = (ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE, JAPANESE, CHINESE)
_ALPHABETIC = TONGUES[:5]

_KANA = re.compile("[\u3041-\u30ff]")
_HAN = re.compile("[\u3400-\u9fff]")
_LETTERS = re.compile(r"[^\W\d_]+")
_SAMPLE = 2000


def tongue_of(text: str) -> Tongue:
    """The language of a text; English where nothing says another one."""
    sample = text[:_SAMPLE]
    east = len(_KANA.findall(sample)), len(_HAN.findall(sample))
    words = _LETTERS.findall(sample.lower())
    latin = sum(word.isascii() for word in words)
    if sum(east) > latin:
        return JAPANESE if east[0] else CHINESE
    return max(_ALPHABETIC, key=lambda one: _fit(one, words))


def _fit(tongue: Tongue, words: list[str]) -> float:
    """How many words of a text say that it is of a language.

    A verb at the beginning says it too, for a short task has few other words.
    """
    common = sum(word in tongue.common for word in words)
    lettered = any(letter in word for word in words[:40] for letter in tongue.letters)
    return common + lettered + (0.9 if words and _begins(tongue, words[0]) else 0)


def _begins(tongue: Tongue, word: str) -> bool:
    if tongue is ENGLISH:
        return kind_of_verb(word) is not None
    return any(word.startswith(stem) for stem in tongue.verbs)
