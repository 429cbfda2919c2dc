"""What is a rule of the prompt rather than something that varies in it.

Limits in a system prompt belong to the product that it describes; so do figures in a
long list of rules, and most limits that say `at most`.
"""

import re
from dataclasses import dataclass
from itertools import islice

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.figure import figure_at

_RULE = 0.45
_LISTED = re.compile(r"\n[ \t]*(?:[-*•+]|\d{1,2}[.)])[ \t]")
_LISTED_HERE = re.compile(r"[ \t]*(?:[-*•+]|\d{1,2}[.)])[ \t]")
_PART = 50  # words; a limit of more is one of the whole answer
_MANY = 7  # so many lines of lists make a text of rules
_LENGTHS = frozenset(
    """
    WORD_COUNT SENTENCE_COUNT PARAGRAPH_COUNT CHARACTER_COUNT LINE_COUNT PAGE_COUNT
    STANZA_COUNT NUMBER_OF_ITEMS
    """.split()
)
_RULED = _LENGTHS | frozenset(
    """
    DURATION PERCENTAGE TIME AGE TEMPERATURE DISTANCE AREA WEIGHT VOLUME SPEED SIZE
    CALORIES HEIGHT VERSION DECADE NUMBER_OF_PEOPLE SERVINGS
    """.split()
)
# Before the limit these make it one of a part: `a headline of at most 7 words`.
_OF_PART = frozenset(
    """
    of each with is per a an headline title description cover include includes
    including add use contain contains ensure if when unless
    """.split()
)
_LIKED = frozenset({"INTERESTS", "ITEM"})  # what somebody likes, and no sample
_MAKES = frozenset("create generate write suggest produce brainstorm list".split())
_GIVES = _MAKES | frozenset("me us give recommend propose name find provide".split())
_FEW = (
    r"(?<![^\W_])(?:\d{1,2}|one|two|three|four|five|six|seven|eine?|zwei|drei|vier|une?"
    r"|deux|trois|quatre|una?|dos|tres|cuatro|uma?|dois|duas|três|quatro)"
    r"[ ](?:or|oder|ou|o)[ ]"
)
_HALF = re.compile(rf"(?i){_FEW}$")
_EITHER = re.compile(rf"(?i){_FEW}")
# The last words of what `_LIMITED` finds: a quick look before a long one.
_LIMITS = frozenset(
    """
    most than max maximum of to exceed least under below höchstens maximal mindestens
    plus moins menos de máximo
    """.split()
)
_LIMITED = re.compile(
    r"(?:^|([^\W\d_]{0,12})[,;]?[ ])"
    r"(?:(?<=s )(?:under|below)|at most|no more than|not more than|max(?:imum)?(?: of)?"
    r"|up to|no longer than|fewer than|less than|not exceed|at least|a maximum of"
    r"|höchstens|maximal|mindestens|au moins|al menos|pelo menos|au plus|no más de"
    r"|no máximo|como máximo)[ ]$",
    re.IGNORECASE,
)
_SAMPLE = re.compile(
    r"(?:\b(?:(?:dates?|times?) as|in the form(?:at)?|like|such as|e\.g\.|i\.e\."
    r"|for example,?|for instance,?|z\. ?B\.|etwa wie|par exemple|por ejemplo"
    r"|por exemplo)|例えば|比如|例如)[ ]?[(\"“'`]?$",
    re.IGNORECASE,
)
# The ends of what `_SAMPLE` finds before the mark that opens: a quick look.
_OPENING = " (\"“'`\n"
_SHOWS = (
    "like", "as", "e.g.", "i.e.", "example", "example,", "instance", "instance,",
    "b.", "wie", "exemple", "ejemplo", "exemplo", "例えば", "比如", "例如",
    "form", "format",
)  # fmt: skip
_ALWAYS = re.compile(
    r"(?i)\b(?:always|never|immer|niemals|toujours|jamais|siempre|nunca|sempre"
    r"|24-hour clock)\b|必ず|常に|始终|总是|不要|不超过|超过|最多"
)
_AT_MOST = re.compile(r"(?<!要)不超过|最多")
_EACH = re.compile(
    r"[ ][^\W\d_]{1,20}[ ](?:per|pro|par|por|in (?:each|every)|in jeder|for each)[ ]"
    r"(?:answer|repl|response|message|turn|Antwort|Nachricht|réponse|respuesta|resposta)"
)
_BEYOND = re.compile(
    r"(?i)\b(?:over|above|below|under|exceeds?|exceeding|(?:more|less) than|at least"
    r"|über|unter|mehr als|weniger als)[ ]$"
)
_REACH = 16  # characters that `_BEYOND` takes at most
_THEN = re.compile(r"[ ]?(?::|->|=>|→)[ ]")
_CONDITION = re.compile(r"(?i)\b(?:if|when|whenever|unless|wenn|falls)\b")
_PERSONA = re.compile(
    r"(?i)\s*(?:you are|you're|act as|imagine you|du bist|sie sind|tu es|vous êtes|eres"
    r"|você é|as an? )"
)
_CAREER = re.compile(
    r"[ ](?:of |d['’]|de |an )?(?:\w{1,12} )?(?:experi|expéri|Erfahr|Berufs)"
)
_ENDS = ".!?\n。！？"


@dataclass(frozen=True, slots=True, eq=False)
class Weighing:
    """Of one text, what its rules are known by."""

    text: str
    system: bool
    listed: bool

    def __call__(self, found: Candidate) -> Candidate:
        """The same with less confidence where it is rather a rule."""
        system = self.system and not self._is_asked(found)
        ruled = found.name in _RULED and (system or self._in_rules(found))
        limited = found.name in _LENGTHS and self._is_limit(found)
        loose = found.name in _LENGTHS and self._is_loose(found)
        known = loose or self._is_sample(found) or self._is_habit(found)
        known = known or (found.name == "AMOUNT" and self._is_condition(found))
        if ruled or limited or known:
            return found._replace(confidence=min(found.confidence, _RULE))
        return found

    def _is_asked(self, found: Candidate) -> bool:
        """Whether a number says how many things to make: `Create 5 questions`."""
        making = figure_at(self.text, found.span.start).word in _MAKES
        return making and found.name == "NUMBER_OF_ITEMS"

    def _in_rules(self, found: Candidate) -> bool:
        if not self.listed:
            return False
        line = self.text.rfind("\n", 0, found.span.start) + 1
        return _LISTED_HERE.match(self.text, line) is not None

    def _is_loose(self, found: Candidate) -> bool:
        """Whether a number is one of two in a manner of speaking: `two or three`.

        Things that a verb asks for are counted so as well: `Suggest two or three`.
        """
        if self.text.endswith("same ", max(0, found.span.start - 5), found.span.start):
            return True
        half = _HALF.search(self.text, max(0, found.span.start - 12), found.span.start)
        start = half.start() if half else found.span.start
        if half is None and not _EITHER.match(self.text, start):
            return False
        return figure_at(self.text, start).word not in _GIVES

    def _is_condition(self, found: Candidate) -> bool:
        """Whether an amount is where a rule begins: `If it is above 500 euros`."""
        start = found.span.start
        begin = max(self.text.rfind(mark, max(0, start - 160), start) for mark in _ENDS)
        said = self.text[max(begin + 1, start - 160, 0) : start]
        if not _BEYOND.search(said, max(0, len(said) - _REACH)):
            return False
        follows = _THEN.match(self.text, found.span.end)
        return bool(follows or _CONDITION.search(said))

    def _is_sample(self, found: Candidate) -> bool:
        """Whether it only shows a form: `dates like 2024-01-31`."""
        if found.name in _LENGTHS or found.name in _LIKED:
            return False
        head = self.text[max(0, found.span.start - 16) : found.span.start]
        showing = head.rstrip(_OPENING).lower().endswith(_SHOWS)
        return showing and _SAMPLE.search(head) is not None

    def _is_habit(self, found: Candidate) -> bool:
        """Whether it belongs to what is always done, or to who the model is."""
        if found.name not in _RULED:
            return False
        start, end = found.span
        if self.text.endswith("you have ", max(0, start - 10), start):
            return True
        begin = max(self.text.rfind(mark, max(0, start - 160), start) for mark in _ENDS)
        said = self.text[max(begin + 1, start - 160, 0) : start]
        if found.name == "DURATION" and _CAREER.match(self.text, end):
            return _PERSONA.match(said) is not None
        if self._is_long(found):
            said = _AT_MOST.sub("", said)
        return bool(_ALWAYS.search(said) or _EACH.match(self.text, end))

    def _is_long(self, found: Candidate) -> bool:
        """Whether so many characters are all of an answer: `不超过100字`."""
        digits = found.span.of(self.text)
        long = digits.isdecimal() and int(digits) >= _PART
        return long and self.text[found.span.end : found.span.end + 1] == "字"

    def _is_limit(self, found: Candidate) -> bool:
        """Whether it limits a part of the answer: `a headline of at most 7 words`."""
        head = self.text[max(0, found.span.start - 48) : found.span.start]
        if head[:-1].rpartition(" ")[2].lower() not in _LIMITS:
            return False
        limit = _LIMITED.search(head)
        if limit is None or self._is_whole(found):
            return False
        return (
            found.name == "CHARACTER_COUNT"
            or limit[0].endswith(("under ", "below "))
            or (limit[1] or "").lower() in _OF_PART
        )

    def _is_whole(self, found: Candidate) -> bool:
        """Whether so many words are rather all of an answer than a line of it."""
        digits = found.span.of(self.text)
        return (
            found.name == "WORD_COUNT" and digits.isdecimal() and int(digits) >= _PART
        )


def weighing(reading: Reading) -> Weighing:
    """What the rules of a text are known by."""
    many = int(_LISTED_HERE.match(reading.text) is not None)
    many += sum(1 for _ in islice(_LISTED.finditer(reading.text), _MANY + 1))
    return Weighing(reading.text, reading.role == "system", many > _MANY)
