"""Tasks that change a text: its wording, its form, what stands in it."""

import re

from prompt_lsp.prompt_tools.engines.offline.generate import nouns
from prompt_lsp.prompt_tools.engines.offline.generate.clause import Clause
from prompt_lsp.prompt_tools.engines.offline.generate.kinds.reading import (
    material_only,
    read,
)
from prompt_lsp.prompt_tools.engines.offline.generate.kinds.role import role
from prompt_lsp.prompt_tools.engines.offline.generate.phrase import (
    Phrase,
    material,
)
from prompt_lsp.prompt_tools.engines.offline.generate.plan import Input, Plan
from prompt_lsp.prompt_tools.engines.offline.generate.words import singular, whole

_TEXT = Phrase("the", ("text",))
# What is removed is in the text that is given.
_REMOVING = frozenset("redact remove strip mask delete anonymize anonymise".split())
_POINTED = re.compile(r"make (?:it|this|that|these|those|them)\b", re.IGNORECASE)
# How something shall be made, behind it.
_HOW = frozenset(
    "more less sound look read better shorter longer simpler clearer easier warmer "
    "friendlier nicer funnier sharper tighter stronger livelier catchier".split()
)
_BULK = frozenset({"point", "note", "idea", "thought"})
_JOINING = frozenset({"merge", "combine", "deduplicate"})
_CONVERTING = frozenset("convert turn transform reformat format port".split())


def rewrite(clause: Clause) -> Plan:
    """Change a text without changing what it says."""
    about = changed(clause) or read(clause, _TEXT)
    removing = clause.verb in _REMOVING
    if about.head in {"grammar", "spelling", "typo", "mistake", "error", "style"}:
        behind = clause.behind("of", "in", "from")
        about = behind[0] if behind else _TEXT
    elif removing and (places := clause.behind("from", "in", "out")):
        about = places[0]
    bulk = about.plural and (about.head in _BULK or clause.verb in _JOINING)
    noun = about.several if bulk else about.one
    if clause.verb in _CONVERTING:
        return _converted(clause, material(about, several=bulk), noun)
    return Plan(
        role("editor", clause),
        (material(about, several=bulk),),
        (
            f"Read {whole(noun)} and mark what the task asks to change.",
            "Make these changes, and leave the rest as it is.",
            (
                f"Compare the result with the original {noun}: nothing that matters "
                "may be lost."
            ),
        ),
        (
            material_only(noun),
            "Keep all that the task does not ask to remove, word for word."
            if removing
            else "Keep the facts, names and numbers.",
            "Add no facts of your own."
            if clause.verb in {"expand", "elaborate"}
            else "Add nothing of your own.",
        ),
        ("Give only the result, without comments.",),
    )


def changed(clause: Clause) -> Phrase | None:
    """What `make it shorter` and `make my essay more formal` change.

    None where something new is made.
    """
    if clause.verb != "make":
        return None
    pointed = _POINTED.match(clause.text) is not None
    first = clause.object[0] if clause.object else _TEXT
    for at, word in enumerate(first.words[:-1]):
        said = pointed or first.words[at + 1].lower() in _HOW
        if singular(word).lower() in nouns.TEXTS and said:
            return Phrase(first.determiner, first.words[: at + 1])
    return _TEXT if pointed else None


def _converted(clause: Clause, given: Input, noun: str) -> Plan:
    """The same content in another form."""
    return Plan(
        role("editor", clause, "careful"),
        (given,),
        (
            f"Read {whole(noun)} and note every part that the result must hold.",
            "Carry the parts over one by one, in the form that the task asks for.",
            f"Check the result against the {noun}: nothing may be lost or added.",
        ),
        (
            material_only(noun),
            "Keep names, numbers and wording wherever the new form allows it.",
        ),
        ("Give only the result, without comments.",),
    )
