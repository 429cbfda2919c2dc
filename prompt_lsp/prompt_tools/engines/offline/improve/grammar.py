"""How prompts speak: roles, imperatives, labels, and pointers to what comes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.improve.language import Language

ROLE = re.compile(
    r"(?:you are|you're|act as|imagine you are|pretend (?:to be|you are)|your role is"
    r"|i want you to act as|you will act as"
    r"|du bist|sie sind|handle als|verhalte dich wie"
    r"|tu es|vous êtes|agis comme|agissez comme"
    r"|eres|actúa como|você é|aja como|atue como)\b"
    r"|あなたは[^。\n]{1,80}です|你是|您是|请扮演",
    re.IGNORECASE,
)
_ROLE_SENTENCE = re.compile(
    r"([^.!?。！？\n]{1,300}(?:[.!?](?=[ \t])|[。！？]))[ \t]*(?=\S)"
)

VERBS = frozenset(
    """
    add analyse analyze answer assess brainstorm build calculate categorise
    categorize change check choose clarify classify clean combine compare compose
    compute condense convert correct count craft create critique debug decide
    describe design detect determine develop draft edit elaborate estimate evaluate
    examine explain extract figure fill find fix flag format generate give grade
    highlight identify improve infer inspect interpret investigate judge label list
    make map mark match merge name organize outline paraphrase parse plan post
    predict prepare produce proofread propose provide rank rate read recommend
    refactor remove rephrase reply report respond restate retrieve return review
    rewrite scan score screen search select send shorten show simplify solve sort
    split state study suggest summarise summarize tag take tell transcribe transform
    translate turn use validate verify write
    """.split()
)
_LEAD = re.compile(
    r"(?:please|kindly|then|next|now|first|finally|also|and|can you|could you"
    r"|your task is to|your job is to|i want you to|i need you to|you will|you should"
    r"|you must|help me|task|instructions?|as an? [^,.:;\n]{1,80}(?=,))[,:]?\s+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]+")

LABEL = re.compile(
    r"[ \t]{0,3}(\*{0,2})([^\W\d_][^\n:：<>{}*|]{0,38}?)(?:\1[:：]|[:：]\1)"
    r"(?:[ \t]+(.*)|()|(?<=：)(.*))\Z"
)
_MOST_WORDS = 4
# Verbs that are things, too, when a label says them.
NOUNS_TOO = frozenset(
    "answer change check code count design draft estimate figure flag format judge "
    "label list map mark match name order plan post rank rate reply report review "
    "scan score screen search sort state study tag turn use".split()
)
_LONGEST_LABEL = 60
_NO_LABEL = frozenset("this these that the following my it below is are to".split())
# Labels that begin a turn, or look like it: never touched.
_SPEAKERS = frozenset(
    "human assistant user ai claude system bot agent customer".split()
)

_POINTERS = re.compile(
    r"\b(?:following|follows|below|here is|here are|here's|next)\b"
    r"|\bfolgend|\bunten|\bnachstehend|\bhier ist"
    r"|\bsuivant|\bci-dessous|\bvoici"
    r"|\bsiguiente|\babajo|\ba continuación|\baquí está"
    r"|\bseguinte|\babaixo|\ba seguir"
    r"|以下|次の|下記|下面|如下",
    re.IGNORECASE,
)


class Labelled(NamedTuple):
    """A line that begins with a label, and what stands after it."""

    label: str
    rest: str


def labelled(line: str) -> Labelled | None:
    """A line as label and rest; a turn word is no label."""
    head = line[:_LONGEST_LABEL]
    if ":" not in head and "：" not in head:
        return None
    found = LABEL.match(line)
    if found is None or found[2].strip().lower() in _SPEAKERS:
        return None
    if not _is_noun(found[2].strip().lower()):
        return None
    rest = next((group for group in found.groups()[2:] if group), "")
    return Labelled(found[2].strip(), rest.strip())


def _is_noun(label: str) -> bool:
    """Whether a label, in small letters, names something and demands nothing."""
    first, _, rest = label.partition(" ")
    if not rest:
        return first not in VERBS or first in NOUNS_TOO
    words = rest.split()
    if len(words) >= _MOST_WORDS or not _NO_LABEL.isdisjoint(words):
        return False
    return first in NOUNS_TOO or not is_imperative(label)


def is_spoken(line: str) -> bool:
    """Whether a line begins with the word of a turn, as lines of a dialogue do."""
    found = LABEL.match(line[:200])
    return found is not None and found[2].strip().lower() in _SPEAKERS


def begins_with_role(text: str) -> bool:
    """Whether a text begins by saying who the model is."""
    return ROLE.match(text) is not None


def split_role(text: str) -> tuple[str, str]:
    """A text's first sentence, if it says the role, and what comes after it."""
    sentence = _ROLE_SENTENCE.match(text) if begins_with_role(text) else None
    return (sentence[1], text[sentence.end() :]) if sentence else ("", text)


def is_imperative(sentence: str) -> bool:
    """Whether an English sentence tells somebody to do something."""
    return imperative_of(sentence) is not None


def imperative_of(sentence: str) -> str | None:
    """The verb by which an English sentence tells somebody to do something."""
    sentence = sentence.lstrip(" \t-*#>")[:200]
    while lead := _LEAD.match(sentence):
        sentence = sentence[lead.end() :]
    word = _WORD.match(sentence)
    verb = word[0].lower() if word else ""
    return verb if verb in VERBS else None


def points_onward(text: str) -> bool:
    """Whether a text speaks of what comes after it."""
    return text.rstrip().endswith((":", "：")) or speaks_of_following(text)


def speaks_of_following(text: str) -> bool:
    """Whether a text has words for what comes after it."""
    return _POINTERS.search(text) is not None


# The sign before a blank is looked at behind it, as most characters are no blanks.
_ENDS = re.compile(r"[ \t](?<=[.!?].)[ \t]*(?=[^\W\d_a-z])")
_UNSPACED_ENDS = re.compile(rf"{_ENDS.pattern}|(?<=[。！？])")


def sentences(line: str) -> Iterator[str]:
    """The sentences of a line, each with its full stop."""
    ends = _ENDS if line.isascii() else _UNSPACED_ENDS
    for sentence in ends.split(line):
        if sentence.strip():
            yield sentence.strip()


_SEQUENCE = {
    Language.ENGLISH: (
        r"first(?:ly)?\b|second(?:ly)?\b|third(?:ly)?\b|then\b|next\b|after that\b"
        r"|afterwards\b|finally\b|lastly\b"
    ),
    Language.GERMAN: (
        r"zuerst\b|zunächst\b|dann\b|danach\b|anschließend\b|schließlich\b"
        r"|zum schluss\b|als nächstes\b|abschließend\b"
    ),
    Language.FRENCH: r"d['’]abord\b|ensuite\b|puis\b|après\b|enfin\b",
    Language.SPANISH: (
        r"primero\b|luego\b|después\b|a continuación\b|finalmente\b|por último\b"
    ),
    Language.PORTUGUESE: (
        r"primeiro\b|depois\b|em seguida\b|a seguir\b|finalmente\b|por fim\b"
    ),
    Language.JAPANESE: "まず|次に|その後|最後に",
    Language.CHINESE: "首先|然后|接着|最后",
}
_SEQUENCES = {
    language: re.compile(words, re.IGNORECASE) for language, words in _SEQUENCE.items()
}


def is_of_sequence(sentence: str, language: Language) -> bool:
    """Whether a sentence begins with a word such as `first`, `then` or `finally`."""
    return _SEQUENCES[language].match(sentence) is not None
