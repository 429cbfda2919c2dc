"""Reads a task: what is to be done, what is demanded of it, and what is told beside.

A task is a few words, a sentence, or a description of many lines. Its first sentence
that says what to do is the statement; the others are demands, which become rules, and
background, which is told as it stands. What has a form of its own, such as lists and
code, or is long, stays together as details.
"""

import re
import unicodedata
from dataclasses import dataclass

from prompt_lsp.prompt_tools.engines.offline.generate import safe, templating
from prompt_lsp.prompt_tools.engines.offline.generate.courtesy import (
    without_courtesy,
)
from prompt_lsp.prompt_tools.engines.offline.generate.tongues import (
    ENGLISH,
    Tongue,
    tongue_of,
)
from prompt_lsp.prompt_tools.engines.offline.generate.tools import names_agent
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
_CLOSING = "\"'\u201d\u00bb"
_GOES_ON = re.compile(r"\s[a-zäöüà-ÿ]")
_BULLETS = frozenset("-*+>#\u2022\u2013\u2014\u2192")
# Symbols, what joins and varies them, and what nobody sees.
_DECORATION = frozenset({"So", "Sk", "Cf", "Mn", "Me", "Cc", "Co"})
_MARKS = {'"': '"', "\u201c": "\u201d", "\u201e": "\u201c", "\u00ab": "\u00bb",
          "\u2018": "\u2019", "'": "'", "`": "`", "\u300c": "\u300d"}  # fmt: skip
_STRESSED = re.compile(r"(\*{1,3}|__)(?=[^\s*_])([^*_\n]{1,300})\1")
_LABEL = re.compile(
    r"(?:(?:my|our|the|your) )?(?:task|goal|job|instructions?|prompt):\s+(?=\S)",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s+")
_WHO = (
    r"(?:the|an?|your) (?:model|ai|llm|assistant|bot|chatbot|prompt|agent|system|tool)"
)
# `I want to grade answers` says what to do; `I want to be sure` and `I need it` do not.
_WANTED = re.compile(
    r"(?:i|we)(?: would|['\u2019]d)? (?:want|need|like|wish)"
    r"(?: you| claude| the (?:model|ai|assistant|bot))? "
    r"(?:to (?!be\b(?! able)|have\b|keep\b|avoid\b|make sure\b)"
    r"|(?:an?|some) |help (?:with|in) )"
    r"|(?:i|we)(?:['\u2019](?:m|re)| am| are) (?:building|creating|making|developing"
    r"|designing) (?:an?|some) "
    r"|(?:the|your|my|our) (?:task|goal|job|aim) is to "
    rf"|{_WHO} (?:should|must|shall|has to|needs? to|will) "
    r"(?!be\b|not\b|never\b|always\b|only\b|also\b)",
    re.IGNORECASE,
)


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
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = without_courtesy(text.replace("\ufeff", "").strip())
    text = undecorated(text.strip())
    text = safe.without_turns(safe.without_blanks(text)).strip()
    own = tuple(dict.fromkeys(one.name for one in safe.own_placeholders(text)))
    tongue = ENGLISH if names_agent(text) else tongue_of(text)
    prose, details = _apart(text)
    prose, details = _with_logic(text, prose, details)
    first, *others = sentences(prose) or [""]
    statement, others = _led_by_statement(first, others, tongue)
    if len(statement) > _LONGEST_STATEMENT:
        return Task(tongue, "", details=text, own=own)

    def demands(one: str) -> bool:
        return tongue.demands(one) or tongue.manner.match(_unended(one)) is not None

    return Task(
        tongue,
        _unended(statement),
        statement.endswith(("?", "\uff1f")),
        tuple(one for one in others if demands(one)),
        tuple(one for one in others if not demands(one)),
        details,
        own,
    )


def undecorated(text: str) -> str:
    """A task without emoji, marks and quotation marks in front, which say nothing.

    Quotation marks around a part of the task stay; so does a task of nothing else.
    """
    at, lone = 0, "\n" not in text
    for at, letter in enumerate(text):
        bare = letter.isspace() or unicodedata.category(letter) in _DECORATION
        bullet = lone and letter in _BULLETS and text[at + 1 : at + 2].isspace()
        if not (bare or bullet) or letter == "`":
            break
    stressed = _STRESSED.match(text, at)
    bare_text = stressed[2] + text[stressed.end() :] if stressed else text[at:]
    bare_text = _LABEL.sub("", bare_text, count=1) if lone else bare_text
    bare_text = _unquoted(bare_text)
    return bare_text if any(map(str.isalnum, bare_text)) else text


def _unquoted(text: str) -> str:
    """A task without the quotation marks around all of it, or one that never ends."""
    close = _MARKS.get(text[:1])
    if close is None or text.startswith("```"):
        return text
    inside = text[1:].rstrip(" .")
    if close not in inside:
        return text[1:]
    return inside[:-1] if inside.find(close) == len(inside) - 1 else text


def _with_logic(text: str, prose: str, details: str) -> tuple[str, str]:
    """The prose and the details of a task, so that no sentence leaves its template tag.

    What tags steer keeps its order: from the first of them on that is not in the first
    sentence, all is detail.
    """
    steering = [one for one in templating.tags(prose) if not templating.expressed(one)]
    if not steering:
        return prose, details
    at = _first_end(prose)
    if steering[-1].place.span.end <= at or not prose[at:].strip():
        return prose, details
    if steering[0].place.span.start < at:
        return "", text
    return prose[:at], text[at:].strip()


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
            if end[0][-1] in _CLOSING and _GOES_ON.match(line, end.end()):
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
    if tongue.manner.match(_unended(first)):
        asking = (i for i, one in enumerate(others) if _works(one, tongue))
        at = next(asking, -1)
        return (
            (first, others)
            if at < 0
            else (others[at], [first, *others[:at], *others[at + 1 :]])
        )
    if not tongue.tells(first):
        return first, others
    every = [first, *others]
    asking = (i for i, one in enumerate(every) if _asks_for(one))
    at = next(asking, -1) if tongue is ENGLISH else -1
    if at < 0:
        at = next((i for i, one in enumerate(every) if not tongue.tells(one)), 0)
    return every[at], every[:at] + every[at + 1 :]


def _works(sentence: str, tongue: Tongue) -> bool:
    """Whether a sentence of a language told by tables says what to do."""
    return bool(tongue.kind_of(sentence)) and not tongue.manner.match(
        _unended(sentence)
    )


def _asks_for(sentence: str) -> bool:
    """Whether an English sentence says what is to be done, at its beginning."""
    return _WANTED.match(sentence) is not None or is_verb(
        sentence.removeprefix("Please ").partition(" ")[0].strip(",:")
    )


def _unended(statement: str) -> str:
    return statement.rstrip(" .!?:;,\u2026\u3002\uff01\uff1f\uff1a")
