"""How an answer is written: tone, style, for whom, how long."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.applying import (
    is_sought,
    sought,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.extents import (
    before_house,
    before_value,
)
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
    BUSINESS,
    PEOPLE,
    TONES,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Sentence,
    Word,
    Words,
)
from prompt_lsp.text import Span

_TONE_NOUNS = frozenset({"tone", "voice", "manner", "register"})
_AIMED = frozenset({"aimed", "targeted", "geared", "addressed", "directed"})
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
    | _AIMED
    | frozenset(_COUNTS)
    | frozenset({"style", "for", "with", "english", "language", "prose"})
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
        (at for at, one in enumerate(said) if at and one.low in _BEHIND),
        len(said),
    )
    last = said[head - 1].low
    return (
        last in AUDIENCE
        or last.endswith(
            ("-year-old", "-year-olds", "-graders", "-grader", "year-olds")
        )
        or (last.endswith(_FOLK) and not last.endswith(_LISTS))
        or (head > 1 and said[head - 2].low == "years" and last == "old")
        or (said[0].low == "non-technical")
    )


# What people do in their plural, and few things are called.
_FOLK = tuple(
    """
    keepers workers teachers players lovers growers brewers hunters writers walkers
    climbers divers swimmers singers dancers breeders goers buyers smiths wives farers
    musicians guitarists pianists electricians plumbers carpenters painters librarians
    archivists politicians historians ists icians
    """.split()
)
# No folk, although they end as some do.
_LISTS = ("playlists", "checklists", "wishlists", "shortlists", "twists", "wrists")
_BEHIND = frozenset("in with at of who whose from under over aged ages".split())


def is_somebody(phrase: Words) -> bool:
    """Whether a phrase is one person by what that person does: `a retired fisherman`.

    Looser than `is_audience`, for places where only people can stand.
    """
    if not 1 < len(phrase) <= _AUDIENCE_WORDS or phrase[0].low not in {"a", "an"}:
        return False
    who = [at for at, one in enumerate(phrase) if one.low in {"who", "whose"}]
    last = phrase[who[0] - 1 if who else -1].low
    return (
        last in PEOPLE
        or last in AUDIENCE
        or (last.endswith(_DOERS) and last not in _NOBODY)
    )


_DOERS = tuple(
    "er or ist ian man woman boy girl clerk cook nurse ess eur lord referee trainee "
    "employee parent child teen pilot judge guide chef vet".split()
)
_NOBODY = frozenset(
    """
    adapter answer browser buffer calculator character chapter cluster color colour
    computer container controller corner counter customer-center door docker driver
    editor emulator error factor filter folder header integer layer letter manner
    monitor number order paper parameter pointer printer processor processor river
    router sensor server tensor timer tractor transformer transistor tumor twitter
    validator vector water word
    """.split()
)


def manner(_text: str, words: Words) -> Iterator[Candidate]:
    """Tone, style, audience and lengths, wherever a sentence says them."""
    for at, word in enumerate(words):
        if word.quoted or word.low not in MANNER:
            continue
        following = words[at + 1].low if at + 1 < len(words) else ""
        if word.low == "style" or (word.low == "voice" and following == "of"):
            yield from _style(words, at)
        elif word.low in _TONE_NOUNS:
            yield from _tone_before(words, at)
        elif word.low in _COUNTS and at:
            yield from _count(words, at)
        elif word.low in _KEEP and following:
            yield from _kept(words, at + 1)
        else:
            yield from _readers(words, at)
            yield from _plainly(words, at)


def _readers(words: Words, at: int) -> Iterator[Candidate]:
    """`for children`, `aimed at young parents`."""
    word = words[at]
    if word.low == "for" and is_sought(words, at):
        yield from sought(words, at)
    elif (word.low == "for" or _studied(words, at)) and at + 1 < len(words):
        yield from _audience(words, at + 1)
    elif word.low in _AIMED and at + 2 < len(words) and words[at + 1].low in _AT:
        yield from _audience(words, at + 2)


def _studied(words: Words, at: int) -> bool:
    """Whether those follow with whom it is talked: `research with bus drivers`."""
    return words[at].low == "with" and at > 0 and words[at - 1].low in _STUDIES


_STUDIES = frozenset({"research", "interviews"})


def _plainly(words: Words, at: int) -> Iterator[Candidate]:
    """`in simple English`."""
    said = words[at].low in {"english", "language", "prose"} and at > 1
    if said and is_tone(words[at - 1]) and words[at - 2].low in {"in", "into"}:
        yield from slot("TONE", words[at - 1 : at], LIKELY)


_AT = frozenset({"at", "to", "toward", "towards"})


def lengths(text: str, sentence: Sentence) -> Iterator[Candidate]:
    """`a 500-word essay`."""
    words = sentence.words
    if text.find("-", words[0].start, words[-1].end) < 0:
        return
    for word in words:
        if "-" not in word.text:
            continue
        number, hyphen, unit = word.text.partition("-")
        if hyphen and number.isdecimal() and unit.lower() in _LENGTHS:
            span = Span(word.start, word.start + len(number))
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
    "brand different more most less very".split()
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
    alone = one.low == "one" and words[at].ends and number > _OBJECT
    if alone and words[number - 1].low == "in" and words[0].low in _SUMMARIES:
        yield Candidate(name, one.span, GRAMMAR - 0.03)
    whole = one.text.replace(",", "")
    if is_number(one) or (whole.isdecimal() and len(whole) < 8) or _range(one.text):
        yield Candidate(name, one.span, GRAMMAR - 0.03)


_SUMMARIES = frozenset({"summarize", "summarise"})
_OBJECT = 2  # words: the order, what it is about, and `in`


def _range(text: str) -> bool:
    low, dash, high = text.replace("–", "-").partition("-")
    return bool(dash) and low.isdecimal() and high.isdecimal()


def _audience(words: Words, start: int) -> Iterator[Candidate]:
    if start > 1 and words[start - 2].low in {"not", "than"}:
        return
    if words[0].low == "you" and words[max(0, start - 2)].low in BUSINESS:
        return  # whom a house serves that the model works for
    end = audience_end(words, start)
    said = words[start:end]
    named = end < len(words) and words[end].low in {"named", "called"}
    if named or not bare(said) or points(said) or is_number(bare(said)[0]):
        return
    if len(said) == 1 and said[0].low in _ANYBODY:
        return
    own = said[0].low in {"my", "our"} and _is_own(said[1:])
    if not (own or is_audience(said)):
        return
    if said[0].low != "the" or len(said) > 2:
        said = said[1:] if own else said
        yield from slot("AUDIENCE", said, LIKELY if own else LIKELY + 0.04)


# Of these alone, every text is written for some.
_ANYBODY = frozenset("readers reader users user customers customer people".split())


def audience_end(words: Words, start: int) -> int:
    """Where a phrase ends that says for whom; a relative clause belongs to it."""
    end = phrase_end(words, start, _AUDIENCE_ENDS)
    ranged = end + 1 < len(words) and words[end].low in {"to", "and"}
    if ranged and words[end - 1].text.isdecimal() and words[end + 1].text.isdecimal():
        end = phrase_end(words, end + 1, _AUDIENCE_ENDS)
    relative = end + 1 < len(words) and words[end].low in {"who", "whose"}
    if relative and words[end + 1].low in _ACTS:
        return start  # how somebody acts in what is talked about
    if relative and not words[end - 1].ends and is_audience(words[start:end]):
        last = phrase_end(words, end + 1, _RELATIVE_ENDS)
        last = min(last, start + _AUDIENCE_WORDS)
        numbers = any(is_number(one) for one in words[end:last])
        end = end if numbers else last
    end = before_house(words, start, before_value(words, start, end))
    for at in range(start + 1, end - 1):
        if words[at].low == "with" and words[end - 1].low in _ADDED:
            return at
    return end


# A text has these, and no readers: `questions for beginners with answers`.
_ADDED = frozenset(
    "answers examples explanations solutions pictures images illustrations exercises "
    "links sources references citations comments diagrams hints".split()
)


_ACTS = frozenset(
    "answer answers ask asks reply replies respond responds refuse refuses click "
    "complain complains contact submit cancel interrupt".split()
)
_RELATIVE_ENDS = frozenset({"about", "explaining", "covering"})
_AUDIENCE_WORDS = 14


def _is_own(said: Words) -> bool:
    """Whether the words after `my` or `our` say who reads it: `new hires`."""
    plain = said and len(said) < 4 and said[-1].low in _READERS
    return bool(plain) and all(one.text.isalpha() for one in said)


_READERS = AUDIENCE | PEOPLE | {"lead"}
_NO_TONES = frozenset("clear fun light kind direct simple short".split())


_AUDIENCE_ENDS = frozenset(
    "about to on and by into for not but visiting lasting traveling travelling living "
    "looking named called".split()
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
