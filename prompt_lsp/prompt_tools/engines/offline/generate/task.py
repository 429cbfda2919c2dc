"""Reads a task: what is to be done, what is demanded of it, and what is told beside.

A task is a few words, a sentence, or a description of many lines. Its first sentence
that says what to do is the statement; the others are demands, which become rules, and
background, which is told as it stands. What has a form of its own, such as lists and
code, or is long, stays together as details.
"""

import re
from dataclasses import dataclass

from prompt_lsp.prompt_tools.engines.offline.generate import safe
from prompt_lsp.prompt_tools.engines.offline.generate.tongues import (
    ENGLISH,
    Tongue,
    tongue_of,
)
from prompt_lsp.prompt_tools.engines.offline.generate.verbs import is_verb

_LONGEST_STATEMENT = 600
_MOST_SENTENCES = 14
_LONGEST_PROSE = 2500
_FORMED = re.compile(
    r"(?:^|\n)(?:[ \t]{0,8}(?:[-*+\u2022\u30fb]|\d{1,3}[.)]|#{1,6})[ \t]"
    r"|[ \t]{0,8}(?:```|~~~|\||<\w)|\t| {4})"
)
_END = re.compile(
    r"(?<![.!?\u2026])[.!?\u2026]++[\"'\u201d\u00bb)\]]{0,3}(?=\s)|[\u3002\uff01\uff1f]+[\u300d\u300f]?"
)
_SHORTENED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|approx|no|Dr|Mr|Mrs|Ms|St|Inc|Ltd|Co|z\.B|d\.h|bzw|ca"
    r"|p\.ex|Sr|Sra|[A-Za-z]))\.\Z"
)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Task:
    """A task that was read.

    Attributes:
        tongue: the language that it is written in.
        statement: the sentence that says what to do, on one line, without its end.
        asks: the statement is a question.
        rules: sentences that demand something.
        background: sentences that tell something.
        details: what has a form of its own, as written.
        own: the names of the placeholders that the task itself holds.
    """

    tongue: Tongue
    statement: str
    asks: bool = False
    rules: tuple[str, ...] = ()
    background: tuple[str, ...] = ()
    details: str = ""
    own: tuple[str, ...] = ()

    def count(self, name: str) -> int:
        """How often the task holds the placeholder of a name."""
        texts = (self.statement, *self.rules, *self.background, self.details)
        found = (one.name for text in texts for one in safe.own_placeholders(text))
        return sum(one == name for one in found)


def read_task(text: str) -> Task:
    """The task that a text describes."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    text = safe.without_turns(safe.without_blanks(text)).strip()
    own = tuple(dict.fromkeys(one.name for one in safe.own_placeholders(text)))
    tongue = tongue_of(text)
    prose, details = _apart(text)
    first, *others = sentences(prose) or [""]
    statement, others = _led_by_statement(first, others, tongue)
    if len(statement) > _LONGEST_STATEMENT:
        return Task(tongue, "", details=text, own=own)
    return Task(
        tongue,
        _unended(statement),
        statement.endswith(("?", "\uff1f")),
        tuple(one for one in others if tongue.demands(one)),
        tuple(one for one in others if not tongue.demands(one)),
        details,
        own,
    )


def sentences(prose: str) -> list[str]:
    """The sentences of a text, each on one line."""
    found: list[str] = []
    for paragraph in re.split(r"\n[ \t]*\n", prose):
        line = _SPACE.sub(" ", paragraph).strip()
        start = 0
        for end in _END.finditer(line):
            stop = end.group().startswith(".") and len(end.group()) == 1
            if stop and _SHORTENED.search(line, max(start, end.end() - 8), end.end()):
                continue
            found.append(line[start : end.end()].strip())
            start = end.end()
        found.append(line[start:].strip())
    return [one for one in found if one]


def _apart(text: str) -> tuple[str, str]:
    """The prose that a task begins with, and what has a form of its own."""
    formed = _FORMED.search(text)
    prose, details = text, ""
    if formed is not None:
        at = formed.start() + text.startswith("\n", formed.start())
        prose, details = text[:at].rstrip(), text[at:].strip("\n")
    if len(prose) > _LONGEST_PROSE or len(sentences(prose)) > _MOST_SENTENCES:
        at = _first_end(prose)
        return prose[:at], text[at:].strip()
    return prose, details


def _first_end(prose: str) -> int:
    """Where the first sentence ends."""
    found = sentences(prose[:_LONGEST_PROSE])
    last = found[0].rsplit(" ", 1)[-1]
    words = found[0].count(" ") + 1
    at = 0
    for word in re.finditer(r"\S+", prose):
        words -= 1
        if not words:
            at = word.start() + word[0].find(last) + len(last)
            break
    return at


def _led_by_statement(
    first: str, others: list[str], tongue: Tongue
) -> tuple[str, list[str]]:
    """The sentence that says what to do, and the others in order."""
    if not tongue.tells(first):
        return first, others
    every = [first, *others]
    asking = (i for i, one in enumerate(every) if _asks_for(one))
    at = next(asking, -1) if tongue is ENGLISH else -1
    if at < 0:
        at = next((i for i, one in enumerate(every) if not tongue.tells(one)), 0)
    return every[at], every[:at] + every[at + 1 :]


def _asks_for(sentence: str) -> bool:
    """Whether an English sentence begins with what is to be done."""
    return is_verb(sentence.removeprefix("Please ").partition(" ")[0].strip(",:"))


def _unended(statement: str) -> str:
    return statement.rstrip(" .!?:;,\u2026\u3002\uff01\uff1f\uff1a")
