"""English noun phrases, and the complements that a sentence's words make up."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from prompt_lsp.document.names import slug
from prompt_lsp.prompt_tools.engines.offline.generate import words as w
from prompt_lsp.prompt_tools.engines.offline.generate.plan import Input, Need

_TOKEN = re.compile(r"[^\s,;:()/]+|[,;:()/]")
# Tags and brackets of a task are of its form; a noun goes without them.
_MARKUP = re.compile(r"</?[\w.-]{1,64}>|[<>{}\[\]]")
_QUOTES = "\"'`\u201c\u201d\u2018\u2019*"
# "A list of ingredients" speaks of ingredients.
_AMOUNTS = frozenset(
    "list lists set sets collection series batch number couple variety range piece "
    "bunch selection".split()
)
# Behind a noun they say nothing of it: `all dates mentioned in a contract`.
_STATED = frozenset("mentioned discussed listed found contained stated cited".split())
_ASKING = frozenset({"whether", "if"})
# How well one text matches another is asked of both, as whether it does.
_HOW_WELL = re.compile(
    r"\bhow (?:well|closely|accurately|relevant|similar)\b", re.IGNORECASE
)
_LONGEST_NAME = 3
_LONGEST_TEXT = 1200
_POINTING = frozenset({"this", "these", "that", "those", "everything", "something"})


class Phrase(NamedTuple):
    """A noun with what stands before it.

    Attributes:
        determiner: its article or the like, in small letters.
        words: the words after that, as written.
    """

    determiner: str
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words without the determiner."""
        return " ".join(self.words)

    @property
    def head(self) -> str:
        """The last word in the singular and in small letters."""
        return w.singular(self.words[-1]).lower()

    @property
    def plural(self) -> bool:
        """Whether it speaks of several."""
        return w.is_plural(self.words[-1])

    @property
    def one(self) -> str:
        """The words as they speak of one of them."""
        return " ".join((*self._telling[:-1], w.singular(self.words[-1])))

    @property
    def several(self) -> str:
        """The words as they stand, without what says nothing."""
        return " ".join(self._telling)

    @property
    def name(self) -> str:
        """A variable's name for one of them; empty where no letter is Latin."""
        return named(self.one)

    @property
    def unsaid(self) -> bool:
        """Whether it leaves open which one is meant: `an article`, `reviews`."""
        fixed = {"this", "that", "its", "their", "no"}
        proper = any(word[:1].isupper() and not word.isupper() for word in self.words)
        bare = self.determiner in {"", "the"}
        return self.determiner not in fixed and not (proper and bare)

    @property
    def _telling(self) -> tuple[str, ...]:
        kept = tuple(word for word in self.words[:-1] if not w.is_loose(word))
        return (*kept, self.words[-1])


class Complement(NamedTuple):
    """Phrases of equal standing behind a preposition; the object has none."""

    link: str
    phrases: tuple[Phrase, ...]


def complements(text: str) -> tuple[Complement, ...]:
    """The object and the complements that follow a verb, or a noun phrase's own."""
    text = _HOW_WELL.sub("whether", text[:_LONGEST_TEXT])
    found: list[Complement] = []
    link, phrases, words = "", [], []  # type: tuple[str, list[Phrase], list[str]]
    skipping = False
    for token in _tokens(text):
        low = token.lower()
        starts = (
            (low in w.PREPOSITIONS and not _of_amount(low, words))
            or low in w.LINKS
            or low in {":", "(", "whether", "if"}
        )
        named = bool(words) and words[-1].lower() not in w.DETERMINERS
        states = low in w.STATES and link in _ASKING and named
        if starts or states or low in w.BREAKS or low in {")", ";"}:
            if low == "not" and link in {"as", "into", ":", "("}:
                words.append(token)
                continue
            _close(phrases, words)
            if phrases:
                found.append(Complement(link, tuple(phrases)))
            joined = starts and not phrases and bool(found or link) and not skipping
            link = f"{link} {low}".strip() if joined else low
            phrases, words = [], []
            skipping = not (starts or states)
        elif _of_amount(low, words):
            words = []
        elif low in w.JOINTS:
            _close(phrases, words)
            words = []
        elif (low in _STATED and words) or (low == "up" and not words):
            pass
        elif not skipping and low not in {"me", "us", "you", "them", "him", "it"}:
            words.append(token)
    _close(phrases, words)
    if phrases:
        found.append(Complement(link, tuple(phrases)))
    return tuple(found)


def named(text: str) -> str:
    """The name of a variable for what a text says, of its last three words."""
    parts = slug(re.sub(r"['\u2019]s?\b", "", text)).split("_")
    kept = parts[-_LONGEST_NAME:]
    while kept and not kept[0][:1].isalpha():  # no tag begins with a figure
        kept = kept[1:]
    return "_".join(kept).strip("_")


def material(phrase: Phrase, *, several: bool = False) -> Input:
    """The input that holds what a phrase names, one of it unless several are meant."""
    words = phrase.several if several else phrase.one
    mine = phrase.determiner if phrase.determiner in {"my", "our"} else "the"
    are = (
        "are" if (several and phrase.plural) or w.is_plural(words.split()[-1]) else "is"
    )
    return Input(named(words) or "TEXT", f"Here {are} {mine} {words}:")


def detail(name: str, lead: str, *, long: bool = False) -> Input:
    """An input without which the work cannot be done."""
    return Input(name, lead, Need.DETAIL, long)


def wish(name: str, lead: str) -> Input:
    """An input for a task that names none itself."""
    return Input(name, lead, Need.WISH)


def _of_amount(word: str, words: Sequence[str]) -> bool:
    return word == "of" and bool(words) and words[-1].lower() in _AMOUNTS


def _tokens(text: str) -> Iterable[str]:
    for found in _TOKEN.finditer(_MARKUP.sub(" ", text[:_LONGEST_TEXT])):
        yield found[0].strip(_QUOTES).rstrip(".!?") or ","


def _close(phrases: list[Phrase], words: Sequence[str]) -> None:
    """Add the phrase that some words are."""
    at = 0
    determiner = ""
    while at < len(words) - 1 and words[at].lower() in w.DETERMINERS:
        determiner = determiner or words[at].lower()
        at += 1
    kept = [word for word in words[at:] if re.search(r"\w", word)]
    if len(kept) == 1 and kept[0].lower() in _POINTING:
        return
    while len(kept) > 1 and kept[-1].lower().endswith("ly"):
        kept.pop()
    if kept:
        phrases.append(Phrase(determiner, tuple(kept[:8])))
