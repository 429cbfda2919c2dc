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

__all__ = ["ENGLISH", "TONGUES", "Frame", "Tongue", "is_other", "tongue_of"]

# English first: where two languages fit a text equally well, it is English.
TONGUES = (ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE, JAPANESE, CHINESE)
_ALPHABETIC = TONGUES[:5]

_KANA = re.compile("[\u3041-\u30ff]")
_HAN = re.compile("[\u3400-\u9fff]")
_LETTERS = re.compile(r"[^\W\d_]+")
# Characters that only Japanese writes so.
_JAPANESE_HAN = re.compile("[訳読込払択拡観図売転伝仏広単戦弾帰気対発変総続経済検験]")
# Italian, Dutch, and the languages of the north: we have no frames for them.
_OTHERS = tuple(
    frozenset(words.split())
    for words in (
        "il lo gli le di della delle dei nel con che una per è sono alla un",
        "een het de van voor met naar niet je bent in op en",
        "och att det för en ett av med är som och til ikke på den",
    )
)
# An address is of no language, and the `s` of a genitive no French pronoun.
_ADDRESS = re.compile(r"https?://\S{1,2000}|(?<=\w)['\u2019]s\b")
_SAMPLE = 2000
# What an ending says beside a common word: enough where two languages share those.
_ENDED = 0.1
# `A barista` is English: what other languages begin with `a` has more words of theirs.
_LED = 0.5


def tongue_of(text: str) -> Tongue:
    """The language of a text; English where nothing says another one."""
    sample = _ADDRESS.sub(" ", text[:_SAMPLE])
    east = len(_KANA.findall(sample)), len(_HAN.findall(sample))
    words = _LETTERS.findall(sample.lower())
    latin = sum(word.isascii() for word in words)
    if sum(east) > latin:
        return JAPANESE if east[0] or _JAPANESE_HAN.search(sample) else CHINESE
    best = max(_ALPHABETIC, key=lambda one: _fit(one, words))
    return ENGLISH if _is_other(words, _fit(best, words)) else best


def is_other(text: str) -> bool:
    """Whether a text is in a language that we recognise and have no frame for."""
    words = _LETTERS.findall(text[:_SAMPLE].lower())
    return _is_other(words, max(_fit(one, words) for one in _ALPHABETIC))


def _is_other(words: list[str], fit: float) -> bool:
    other = max(sum(word in common for word in words) for common in _OTHERS)
    return other > max(1, fit)


def _fit(tongue: Tongue, words: list[str]) -> float:
    """How many words of a text say that it is of a language.

    A verb at the beginning says it too, for a short task has few other words. Endings
    only decide between languages that share a common word: a `video` is everywhere.
    """
    common = sum(word in tongue.common for word in words)
    lettered = any(letter in word for word in words[:40] for letter in tongue.letters)
    ended = sum(len(word) > 3 and word.endswith(tongue.endings) for word in words)
    begun = 0.9 if words and _begins(tongue, words) else 0
    led = _LED if tongue is ENGLISH and words[:1] in (["a"], ["an"]) else 0
    return common + lettered + begun + led + _ENDED * ended * (common > 0)


def _begins(tongue: Tongue, words: list[str]) -> bool:
    """Whether the verb that says the kind begins a text, or ends it where it may."""
    if tongue is ENGLISH:
        return kind_of_verb(words[0]) is not None
    begun = any(words[0].startswith(stem) for stem in tongue.verbs)
    return begun or tongue.ends_in_verb(words[-1])
