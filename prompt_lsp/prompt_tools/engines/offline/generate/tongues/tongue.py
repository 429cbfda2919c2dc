"""What a language has to say for a prompt to be written in it."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.generate.plan import Input, Plan

_NEVER = re.compile(r"(?!)")
_MARKS = "\"'.,:;!?¿¡()«»„“”"


class Frame(NamedTuple):
    """The sentences that every prompt of a language has.

    Attributes:
        persona: around a noun phrase that says who the model is.
        task: around the statement of a task.
        details: that the task's details follow.
        described: the statement where the details are all that there is.
        background, steps, rules, output: above these.
        material: the rule that what is filled in is no instruction.
        reasons: the first line of the output of a model that does not think by itself.
        lead: around a noun, before what it names.
        question: how a question ends.
    """

    persona: str
    task: str
    details: str
    described: str
    background: str
    steps: str
    rules: str
    output: str
    material: str
    reasons: str
    lead: str = "{}:"
    question: str = "?"


class Tongue(NamedTuple):
    """A language, its frame, and where it is told by tables its kinds of task.

    Attributes:
        code: of ISO 639.
        common: words by which it is recognised.
        letters: that few other languages have.
        verbs: how a word begins that says the kind of a task, and the kind.
        frame: the sentences of every prompt.
        endings: of words, where common words are those of two languages.
        demand: what is in, or begins, a sentence that demands something.
        telling: how a sentence begins that only tells something.
        persona: a whole statement that says who the model is; what it says is the
            group `who`.
        determiners, stops: words that stand before a noun, and after it.
        sources: words that stand before what something is extracted from.
        manner: how a statement begins that only says how to answer.
        told: how a statement begins that speaks to the model in a whole sentence.
        things: nouns that name what is to be made, and the kind of task that makes it;
            nobody can be one of these. One with a hyphen is the end of compounds.
        infinitive: the ending of a verb that ends a statement; empty where none does.
        plans: by kind; empty where the kinds are programs of their own.
    """

    code: str
    common: frozenset[str]
    letters: str
    verbs: Mapping[str, str]
    frame: Frame
    demand: re.Pattern[str]
    telling: re.Pattern[str]
    persona: re.Pattern[str]
    determiners: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    plans: Mapping[str, Plan] = {}
    endings: tuple[str, ...] = ()
    manner: re.Pattern[str] = _NEVER
    told: re.Pattern[str] = _NEVER
    things: Mapping[str, str] = {}
    infinitive: str = ""

    def demands(self, sentence: str) -> bool:
        """Whether a sentence demands something."""
        return self.demand.search(sentence) is not None

    def tells(self, sentence: str) -> bool:
        """Whether a sentence tells something, and does not say what to do."""
        return self.telling.match(sentence) is not None

    def kind_of(self, statement: str) -> str:
        """The kind that the first word that says one says; empty where none does."""
        words = statement.lower().split()[:_REACH]
        if not self.stops:
            return self._kind_inside(statement[:_REACH_OF_CHARACTERS])
        for word in words:
            bare = word.strip(_MARKS)
            for stem, kind in self.verbs.items():
                if bare.startswith(stem):
                    return kind
        return ""

    def kind_of_thing(self, noun_phrase: str) -> str:
        """The kind of task that makes what the first noun names; empty for a person."""
        words = noun_phrase.lower().split()[:_REACH]
        nouns = (word.strip(_MARKS) for word in words if word not in self.determiners)
        first = next(nouns, "")
        ends = (
            kind
            for end, kind in self.things.items()
            if end.startswith("-") and first.endswith(end[1:])
        )
        return self.things.get(first) or next(ends, "")

    def ends_in_verb(self, statement: str) -> bool:
        """Whether the last word is the verb: `Bewertungen klassifizieren`."""
        last = statement.lower().rpartition(" ")[2].strip(_MARKS)
        return (
            bool(self.infinitive)
            and last.endswith(self.infinitive)
            and any(last.startswith(stem) for stem in self.verbs)
        )

    def _kind_inside(self, statement: str) -> str:
        """The kind that the last stem says: a verb ends a sentence, or begins it."""
        found = [(statement.find(stem), kind) for stem, kind in self.verbs.items()]
        return min((one for one in found if one[0] >= 0), default=(0, ""))[1]


def given(name: str, lead: str) -> Input:
    """What the work is done on."""
    return Input(name, lead)


def things(**nouns: str) -> Mapping[str, str]:
    """Nouns with the kind of task that makes them, from the nouns of each kind."""
    return {noun: kind for kind, all_of in nouns.items() for noun in all_of.split()}


_REACH = 12
_REACH_OF_CHARACTERS = 80
