"""How a text shall sound, said in passing: `Calm but firm, under 200 words.`."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.manner import is_tone
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    LIKELY,
    slot,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import Words

# Only beside these an adjective by itself says how a text shall be, and no choice.
LENGTHS = frozenset(
    """
    words sentences paragraphs paragraph lines pages page characters person lowercase
    """.split()
)
_BESIDE = frozenset("and but yet very bit a slightly rather quite not too".split())
_JOINTS = frozenset({"and", "but", "yet", "not", "too"})
_PLAIN = frozenset("short brief clear simple kind light fun direct".split())


def tones(_text: str, words: Words) -> Iterator[Candidate]:
    """Stretches between punctuation that are nothing but adjectives of tone."""
    start, first = 0, 0
    for at, word in enumerate(words):
        if not (word.ends or at + 1 == len(words)):
            continue
        sounds = _sounds(words[start : at + 1])
        if sounds and word.after == "," and at + 1 < len(words):
            start = at + 1
            continue
        end = at + 1 if sounds else start
        if first < end and (first == 0 or words[first - 1].after == ","):
            yield from slot("TONE", words[first:end], LIKELY)
        start = first = at + 1


def _sounds(said: Words) -> bool:
    """Whether words say how a text sounds, beyond that it is short and clear."""
    heard = [word for word in said if is_tone(word)]
    if not heard or said[0].low in _JOINTS:
        return False
    if all(word.low in _PLAIN for word in heard):
        return False
    return all(is_tone(word) or word.low in _BESIDE for word in said)
