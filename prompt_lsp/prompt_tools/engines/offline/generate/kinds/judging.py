"""Tasks that judge: which class, how good, what the data say."""

import re

from prompt_lsp.prompt_tools.engines.offline.generate import nouns
from prompt_lsp.prompt_tools.engines.offline.generate.clause import Clause, Form
from prompt_lsp.prompt_tools.engines.offline.generate.kinds.reading import (
    material_only,
    read,
)
from prompt_lsp.prompt_tools.engines.offline.generate.kinds.role import role
from prompt_lsp.prompt_tools.engines.offline.generate.phrase import (
    Phrase,
    detail,
    material,
    named,
)
from prompt_lsp.prompt_tools.engines.offline.generate.plan import Input, Plan
from prompt_lsp.prompt_tools.engines.offline.generate.verbs import is_verb
from prompt_lsp.prompt_tools.engines.offline.generate.words import (
    STATES,
    does,
    enumerated,
    its,
    them,
    whole,
)

_SCALES = {
    "urgency": ("low", "medium", "high"),
    "priority": ("low", "medium", "high"),
    "severity": ("low", "medium", "high"),
    "importance": ("low", "medium", "high"),
    "risk": ("low", "medium", "high"),
    "difficulty": ("easy", "medium", "hard"),
    "sentiment": ("positive", "neutral", "negative"),
    "polarity": ("positive", "neutral", "negative"),
    "spam": ("spam", "not spam"),
    "phishing": ("phishing", "legitimate"),
    "sarcasm": ("sarcastic", "not sarcastic"),
    "toxicity": ("toxic", "not toxic"),
}
_GROUPS = frozenset(
    "category class group type label topic kind bucket tag folder following".split()
)
# What says, before a list, that its items may be there or not.
_SEEKING = frozenset({"flag", "detect", "mark", "find", "remove", "catch", "block"})
_NONE = "none of these"
_ASKED = frozenset("explain justify give list describe say tell extract show".split())
_LOOK = "Look for {}, also in forms that are not obvious."
_YES_NO = ("yes", "no")
_DECISIONS = ("allow", "review", "remove")
_EITHER = re.compile(
    r"\b(?:whether|if) (?:\w+ ){1,5}?(?:is|are|was|were) (\w+) or (\w+)", re.IGNORECASE
)
# Words for texts that are mostly a part of one: `hate speech`, `copied content`.
_SAID = frozenset({"speech", "content", "claim", "feedback"})
_OPEN = {"language": ("the name of the language",)}
_SPELLED = ("Use the given values exactly as they are spelled, and no others.",)
_TEXT = Phrase("the", ("text",))
_DATA = Phrase("the", ("data",))
# What they act on is not there yet.
_FORESEEING = frozenset({"predict", "forecast"})
_GRADED = Phrase("the", ("submission",))


class _Choice:
    """One thing to decide: its tag, and the values that it may have."""

    __slots__ = ("input", "noun", "values")

    def __init__(
        self, noun: str, values: tuple[str, ...], given: Input | None = None
    ) -> None:
        self.noun = noun
        self.values = values
        self.input = given

    @property
    def tag(self) -> str:
        return named(self.noun).lower() or "label"

    @property
    def line(self) -> str:
        says = (
            enumerated(self.values, "or")
            if self.values
            else f"one of the {_several(self.noun)} above"
        )
        return f"<{self.tag}>{says}</{self.tag}>"


def classify(clause: Clause) -> Plan:
    """Decide to which of some classes what is read belongs."""
    about, choices = _classified(clause)
    noun = about.one
    inputs = [material(about), *(one.input for one in choices if one.input)]
    inputs += [material(one) for one in _measures(clause)]
    nouns_of = enumerated(tuple(one.noun for one in choices))
    first = choices[0]
    choose = (
        _LOOK.format(first.noun if first.noun != "match" else "what the task names")
        if first.values == _YES_NO and first.noun != "answer"
        else f"Decide which of the two it is: {' or '.join(first.values)}."
        if len(first.values) == 2 and len(choices) == 1
        else f"Work out which {first.noun} most of {them(noun)} is written in."
        if first.noun in _OPEN
        else f"Choose the one {first.noun} that fits {its(noun)} main point best."
        if len(choices) == 1
        else f"Decide on each of these separately: {nouns_of}."
    )
    return Plan(
        role("analyst", clause, "careful"),
        tuple(inputs),
        (f"Read {whole(noun)} before you decide.", choose),
        (
            material_only(noun),
            (
                f"Judge by what the {noun} {does(noun, 'say')}, not by what "
                f"{_they(noun)} might mean."
            ),
            *_SPELLED[: any(one.noun not in _OPEN for one in choices)],
        ),
        (
            f"Give only {'this line' if len(choices) == 1 else 'these lines'}:",
            *tuple(one.line for one in choices),
        ),
        weighs=True,
    )


def grade(clause: Clause) -> Plan:
    """Say how good something is, by criteria."""
    asked = clause.behind("whether")
    about = asked[0] if asked else read(clause, _GRADED)
    criteria = clause.behind("on", "for", "by", "against", "based", "using", "in")
    if clause.form is Form.NOUN:
        criteria = clause.behind("for", "by", "against", "based", "using")
    inputs = [material(about)]
    if asked:
        stating = (one.phrases for one in clause.complements if one.link in STATES)
        criteria = (*criteria, *(one for phrases in stating for one in phrases))
    criteria = tuple(one for one in criteria if one != about and not _is_asked(one))
    stated = any(not one.unsaid or one.determiner == "" for one in criteria)
    stated = stated and not any(one.head in {"rubric", "criterion"} for one in criteria)
    texts = tuple(one for one in criteria if one.head in nouns.TEXTS and one.determiner)
    if texts:
        inputs += [material(one) for one in texts]
        stated = True
    checked = clause.verb in {"fact-check", "verify"} and not criteria
    if not stated and not checked:
        rubric = any(one.head == "rubric" for one in criteria)
        name, noun = (
            ("RUBRIC", "is the rubric") if rubric else ("CRITERIA", "are the criteria")
        )
        inputs.append(detail(name, f"Here {noun}:", long=True))
    by = (
        "whether each of its claims is true"
        if checked
        else enumerated(tuple(_with_the(one) for one in criteria))
        if stated
        else ("the rubric" if inputs[-1].name == "RUBRIC" else "the criteria")
    )
    if clause.verb in {"rank", "prioritize"} and about.plural:
        return _ranked(clause, about, by, tuple(inputs[1:]))
    noun = about.one
    return Plan(
        role(_judge(clause), clause, "fair"),
        tuple(inputs),
        (
            f"Read {whole(noun)} before you judge any part of {them(noun)}.",
            (
                f"Judge {them(noun)} by {by}, one point at a time, and note the "
                "passage that decides."
            ),
            "Settle on a verdict that follows from these points.",
        ),
        (
            material_only(noun),
            "Reward and fault nothing that the points above do not ask about.",
            "Name for each weakness what would make it better.",
        ),
        (
            "For each point: its name, a verdict, and the passage that supports it.",
            f"End with the {_verdict(clause)} on a line of its own.",
        ),
        weighs=True,
    )


def _ranked(clause: Clause, about: Phrase, by: str, others: tuple[Input, ...]) -> Plan:
    """Bring several into an order."""
    noun = about.several
    return Plan(
        role(_judge(clause), clause, "fair"),
        (material(about, several=True), *others),
        (
            f"Read all of the {noun} before you place any of them.",
            f"Judge each by {by}, and note what decides.",
            "Compare neighbours in the order directly, and correct it where needed.",
        ),
        (
            material_only(noun),
            "Apply the same measure to all of them.",
        ),
        ("Give a numbered list, the first best, with the reason for each place.",),
        weighs=True,
    )


def analyse(clause: Clause) -> Plan:
    """Find out what data say."""
    about = read(clause, _DATA)
    behind = clause.behind("from", "in", "of", "based", "across", "between")
    if behind and about.head not in nouns.TEXTS:
        said = (one for of in clause.complements[1:] for one in of.phrases)
        about = next((one for one in said if one.head in nouns.TEXTS), behind[0])
    elif clause.verb in _FORESEEING and about.head not in nouns.TEXTS | {"data"}:
        about = _DATA
    several = about.plural or about.head in {"data", "feedback"}
    given = material(about, several=several)
    noun = about.several if several else about.one
    return Plan(
        role("analyst", clause),
        (given,),
        (
            f"Establish what the {noun} {does(noun, 'cover')} and what is missing.",
            (
                "Work out what the task asks for, with the figures or passages "
                "that show it."
            ),
            "Rank the findings by how much they matter.",
        ),
        (
            material_only(noun),
            (
                f"Rest every finding on the {noun}; mark what is only a likely "
                "explanation."
            ),
            "State the numbers that a calculation used.",
        ),
        (
            (
                "Give the most important findings first, one paragraph each, with "
                "their evidence."
            ),
            "Close with what should be looked at next.",
        ),
        weighs=True,
    )


def _classified(clause: Clause) -> tuple[Phrase, list[_Choice]]:
    """What is classified, and the decisions about it."""
    about = read(clause, _TEXT)
    judged = _judged(clause)
    if judged and judged == _head(clause) and clause.verb:
        behind = clause.behind("of", "in", "from", "for", "on", "to")
        about = behind[0] if behind else _TEXT
    if "whether" in clause.words or clause.behind("if"):
        return _asked(clause, about)
    labels = tuple(
        label
        for link in ("as", "into", ":", "(", "in")
        for label in _labels(clause, link)
    )
    bare = tuple(word for word in about.words if word.lower() != judged)
    about = about._replace(words=bare) if bare else _TEXT
    if labels:
        return about, [_Choice("label", labels)]
    sides = clause.behind("by", "according to", "based")
    if sides:
        return about, [_choice(one) for one in sides]
    if judged:
        return about, [
            _Choice(judged, {**_SCALES, **_OPEN}.get(judged, ()), _values(judged))
        ]
    if clause.verb in {"detect", "flag", "moderate", "recognize", "recognise"}:
        return _sought(clause, about)
    return about, [_Choice("category", (), _values("category"))]


def _measures(clause: Clause) -> list[Phrase]:
    """The texts by which a question is decided: `covered by our warranty policy`."""
    if "whether" not in clause.words:
        return []
    behind = clause.behind("by", "against", "under", "according", "with")
    return [one for one in behind if one.head in nouns.TEXTS and one.determiner]


def _asked(clause: Clause, about: Phrase) -> tuple[Phrase, list[_Choice]]:
    """A decision that is put as a question: whether something is so."""
    asked = clause.behind("whether", "if")
    named_there = bool(asked) and asked[0].unsaid and not clause.object
    either = _EITHER.search(clause.text)
    labels = either.groups() if either else _YES_NO
    return asked[0] if named_there else about, [_Choice("answer", labels)]


def _sought(clause: Clause, about: Phrase) -> tuple[Phrase, list[_Choice]]:
    """Whether what is looked for is there."""
    if clause.verb == "moderate" and not clause.behind("for"):
        return about, [_Choice("decision", _DECISIONS)]
    places = clause.behind("in", "of", "from")
    sought = clause.behind("for") or clause.object
    if clause.behind("for"):
        return (places or (about,))[0], [_Choice(sought[0].several, _YES_NO)]
    if not places and about.head in nouns.TEXTS - _SAID:
        return about, [_Choice("match", _YES_NO)]
    noun = sought[0].several if sought else "match"
    return (places or (_TEXT,))[0], [_Choice(noun, _YES_NO)]


def _judged(clause: Clause) -> str:
    """The property that the task's own words say is decided, such as `sentiment`."""
    open_ended = {"intent", "language", "emotion", "topic"}
    said = clause.object[0].text.lower().split() if clause.object else []
    scales = [word for word in said if word in _SCALES or word in open_ended]
    return scales[0] if scales else ""


def _head(clause: Clause) -> str:
    return clause.object[0].head if clause.object else ""


def _labels(clause: Clause, link: str) -> tuple[str, ...]:
    """The values behind a link: `support` is one of them, `explain why` is none."""
    phrases = clause.behind(link)
    if any(one.head in _GROUPS for one in phrases):
        return ()
    if not (link in {"as", ":", "("} or len(phrases) > 1):
        return ()
    verb, _, sought = phrases[0].text.partition(" ") if phrases else ("", "", "")
    if sought and verb.lower() in _SEEKING:  # `flag spam, threats`: or none of them
        return (sought, *(one.text for one in phrases[1:]), _NONE)
    return tuple(one.text for one in phrases if not _is_asked(one))


def _is_asked(phrase: Phrase) -> bool:
    """Whether it is no value but a second thing to do: `… and explain why`."""
    several = len(phrase.words) > 1
    return is_verb(phrase.words[0]) and (several or phrase.text.lower() in _ASKED)


def _choice(phrase: Phrase) -> _Choice:
    values = _SCALES.get(phrase.head, ())
    return _Choice(phrase.one, values, _values(phrase.one) if not values else None)


def _values(noun: str) -> Input | None:
    if noun in _SCALES or noun in _OPEN:
        return None
    several = _several(noun)
    return detail(named(several), f"Here are the possible {several}:")


def _several(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _verdict(clause: Clause) -> str:
    return "score" if clause.verb in {"score", "rate", "grade"} else "overall verdict"


def _with_the(phrase: Phrase) -> str:
    return f"the {phrase.text}" if phrase.determiner else phrase.text


def _judge(clause: Clause) -> str:
    return "examiner" if nouns.field_of(clause.words) == "teaching" else "reviewer"


def _they(noun: str) -> str:
    return "they" if them(noun) == "them" else "it"
