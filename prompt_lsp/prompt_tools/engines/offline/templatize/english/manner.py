"""How an answer is written: tone, style, for whom, how long."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    GRAMMAR,
    LIKELY,
    bare,
    is_number,
    phrase_end,
    points,
    proper_end,
    slot,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    AUDIENCE,
    TONES,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Word,
    Words,
)

_TONE_NOUNS = frozenset({"tone", "voice", "manner", "register"})
_COUNTS = {
    "words": "WORD_COUNT",
    "word": "WORD_COUNT",
    "sentences": "SENTENCE_COUNT",
    "sentence": "SENTENCE_COUNT",
    "paragraphs": "PARAGRAPH_COUNT",
    "paragraph": "PARAGRAPH_COUNT",
    "characters": "CHARACTER_COUNT",
    "lines": "LINE_COUNT",
    "bullets": "NUMBER_OF_BULLETS",
    "bullet": "NUMBER_OF_BULLETS",
    "points": "NUMBER_OF_POINTS",
    "pages": "PAGE_COUNT",
}
_KEEP = frozenset({"keep", "make", "sound", "be", "sounds", "more", "stay"})
# `manner` looks at no other words.
MANNER = (
    _TONE_NOUNS
    | _KEEP
    | frozenset(_COUNTS)
    | frozenset({"style", "for", "english", "language", "prose"})
)


def is_tone(word: Word) -> bool:
    """Whether a word says how something sounds."""
    return word.low in TONES and not word.quoted


def is_audience(phrase: Words) -> bool:
    """Whether a phrase says for whom: `high school students`, `a 10-year-old`."""
    said = bare(phrase)
    if not said or said[0].quoted:
        return False
    if said[0].low in {"my", "our", "your", "their", "me", "us"}:
        return False
    head = next(
        (
            at
            for at, one in enumerate(said)
            if one.low in {"in", "with", "at", "of", "who", "from", "under", "over"}
            and at
        ),
        len(said),
    )
    last = said[head - 1].low
    return (
        last in AUDIENCE
        or last.endswith(
            ("-year-old", "-year-olds", "-graders", "-grader", "year-olds")
        )
        or (head > 1 and said[head - 2].low == "years" and last == "old")
        or (said[0].low == "non-technical")
    )


def manner(_text: str, words: Words) -> Iterator[Candidate]:
    """Tone, style, audience and lengths, wherever a sentence says them."""
    for at, word in enumerate(words):
        if word.quoted:
            continue
        if word.low in _TONE_NOUNS:
            yield from _tone_before(words, at)
        elif word.low == "style":
            yield from _style(words, at)
        elif word.low in _COUNTS and at:
            yield from _count(words, at)
        elif word.low == "for" and at + 1 < len(words):
            yield from _audience(words, at + 1)
        elif (
            word.low in {"english", "language", "prose"}
            and at > 1
            and is_tone(words[at - 1])
            and words[at - 2].low in {"in", "into"}
        ):
            yield from slot("TONE", words[at - 1 : at], LIKELY)
        elif word.low in _KEEP and at + 1 < len(words):
            yield from _kept(words, at + 1)


def lengths(_text: str, words: Words) -> Iterator[Candidate]:
    """`a 500-word essay`."""
    for word in words:
        number, hyphen, unit = word.text.partition("-")
        if hyphen and number.isdecimal() and unit.lower() in _LENGTHS:
            start = word.span.start
            span = word.span._replace(end=start + len(number))
            yield Candidate(_COUNTS[unit.lower()], span, GRAMMAR)


_LENGTHS = frozenset({"word", "sentence", "paragraph"})


def _tone_before(words: Words, at: int) -> Iterator[Candidate]:
    """`in a warm but firm tone`."""
    start = at
    while start > 0 and at - start < 6:
        before = words[start - 1]
        if (
            is_tone(before)
            or before.low in {"and", "but", "yet", "very", "more", "or"}
            or before.low.endswith(("ly", "ing"))
        ):
            start -= 1
            continue
        break
    while start < at and words[start].low in {"and", "but", "very", "more", "yet"}:
        start += 1
    if start < at and is_tone(words[at - 1]):
        yield from slot("TONE", words[start:at])
    elif start == at and words[at].low == "tone" and at > 1:
        one = words[at - 1]
        if (
            words[at - 2].low in {"a", "an"}
            and one.low.isalpha()
            and one.low not in _NO_TONE
        ):
            yield from slot("TONE", [one], LIKELY)


_NO_TONE = frozenset(
    "consistent same similar specific certain particular given suitable appropriate "
    "brand different".split()
)


def _style(words: Words, at: int) -> Iterator[Candidate]:
    """`in the style of Hemingway`, `in a Hemingway style`."""
    if at + 2 < len(words) and words[at + 1].low == "of":
        end = phrase_end(words, at + 2, frozenset({"about", "for", "in", "and"}))
        if words[at + 2].capital:
            end = max(proper_end(words, at + 2), at + 3)
        yield from slot("STYLE", words[at + 2 : end])
    elif at > 1 and is_tone(words[at - 1]):
        yield from slot("STYLE", words[at - 1 : at], LIKELY)


def _count(words: Words, at: int) -> Iterator[Candidate]:
    """`in 3 sentences`, `about 200 words`, `5 bullet points`."""
    name = _COUNTS[words[at].low]
    number = at - 1
    if words[number].low in {"bullet", "key", "short", "concise", "main"} and number:
        name = "NUMBER_OF_BULLETS" if words[number].low == "bullet" else name
        number -= 1
    one = words[number]
    if words[at].low == "bullet":
        return
    whole = one.text.replace(",", "")
    if is_number(one) or (whole.isdecimal() and len(whole) < 8) or _range(one.text):
        yield Candidate(name, one.span, GRAMMAR - 0.03)


def _range(text: str) -> bool:
    low, dash, high = text.replace("–", "-").partition("-")
    return bool(dash) and low.isdecimal() and high.isdecimal()


def _audience(words: Words, start: int) -> Iterator[Candidate]:
    end = phrase_end(words, start, _AUDIENCE_ENDS)
    said = words[start:end]
    named = end < len(words) and words[end].low in {"named", "called"}
    if (
        named
        or not said
        or not is_audience(said)
        or points(said)
        or is_number(bare(said)[0])
    ):
        return
    if said[0].low != "the" or len(said) > 2:
        yield from slot("AUDIENCE", said, LIKELY + 0.04)


_NO_TONES = frozenset("clear fun light kind direct simple short".split())


_AUDIENCE_ENDS = frozenset(
    "about to on and by into visiting lasting traveling travelling living looking "
    "named called".split()
)


def _kept(words: Words, start: int) -> Iterator[Candidate]:
    """`keep it polite and short`, `make it more playful`, `sound more formal`."""
    at = start
    while at < len(words) and words[at].low in _BETWEEN and at - start < 4:
        at += 1
    if at < len(words) and is_tone(words[at]) and words[at].low not in _NO_TONES:
        end = at + 1
        if (
            end + 1 < len(words)
            and words[end].low in {"and", "but", "yet"}
            and is_tone(words[end + 1])
        ):
            end += 2
        after = words[end].low if end < len(words) and not words[end - 1].ends else ""
        if after in _TONE_NOUNS or (words[start - 1].low == "more" and start < 2):
            return
        goes_on = after in {"", "and", "but", "in", "to", "for", "or"}
        if goes_on and (words[start - 1].low != "be" or end - at > 1):
            yield from slot("TONE", words[at:end], LIKELY)


_BETWEEN = frozenset(
    "it the tone them this more very message email text overall style is".split()
)
