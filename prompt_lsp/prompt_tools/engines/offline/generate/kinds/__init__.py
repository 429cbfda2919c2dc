"""The kinds of task, one explicit tuple: what each of them makes of a clause."""

from collections.abc import Callable
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.generate import nouns
from prompt_lsp.prompt_tools.engines.offline.generate.clause import Clause, Form
from prompt_lsp.prompt_tools.engines.offline.generate.kinds.coding import (
    explain_code,
    fix_code,
    review_code,
    write_code,
)
from prompt_lsp.prompt_tools.engines.offline.generate.kinds.judging import (
    analyse,
    classify,
    compare,
    grade,
)
from prompt_lsp.prompt_tools.engines.offline.generate.kinds.reading import (
    answer,
    extract,
    summarize,
    translate,
)
from prompt_lsp.prompt_tools.engines.offline.generate.kinds.talking import (
    explain,
    persona,
)
from prompt_lsp.prompt_tools.engines.offline.generate.kinds.writing import (
    brainstorm,
    plan,
    reply,
    rewrite,
    write,
)
from prompt_lsp.prompt_tools.engines.offline.generate.plan import Plan
from prompt_lsp.prompt_tools.engines.offline.generate.verbs import (
    kind_of_noun,
    kind_of_verb,
)


class Kind(NamedTuple):
    """A kind of task.

    Attributes:
        name: as verbs and the tables of the languages have it.
        told: what a change says was written: `a prompt that …`.
        plan: what it makes of a clause.
    """

    name: str
    told: str
    plan: Callable[[Clause], Plan]


KINDS = (
    Kind("classify", "classifies", classify),
    Kind("extract", "extracts data", extract),
    Kind("summarize", "summarizes", summarize),
    Kind("translate", "translates", translate),
    Kind("answer", "answers questions about documents", answer),
    Kind("reply", "writes replies", reply),
    Kind("write", "writes a text", write),
    Kind("rewrite", "rewrites a text", rewrite),
    Kind("code", "writes code", write_code),
    Kind("review", "reviews code", review_code),
    Kind("fix", "fixes code", fix_code),
    Kind("explain-code", "explains code", explain_code),
    Kind("grade", "grades", grade),
    Kind("compare", "compares", compare),
    Kind("plan", "plans", plan),
    Kind("brainstorm", "collects ideas", brainstorm),
    Kind("analyse", "analyses data", analyse),
    Kind("explain", "explains", explain),
    Kind("persona", "speaks as an assistant", persona),
)
_BY_NAME = {kind.name: kind for kind in KINDS}
_MAKING = {"write", "", "plan", "brainstorm"}
_ON_CODE = {"explain": "explain-code", "rewrite": "fix", "grade": "review"}


def kind_named(name: str) -> Kind:
    """The kind of a name; that of an assistant for a name of none."""
    return _BY_NAME.get(name, _BY_NAME["persona"])


def kind_of(clause: Clause) -> Kind:
    """The kind of task that an English clause asks for."""
    if clause.form is Form.PERSONA:
        return _BY_NAME["persona"]
    if clause.form is Form.QUESTION:
        return _BY_NAME["answer"]
    name = _of_noun(clause) if clause.form is Form.NOUN else _of_verb(clause)
    if name in _ON_CODE and _on_code(clause):
        name = _ON_CODE[name]
    if name == "review" and not _on_code(clause):
        name = "grade"
    if name == "fix" and not _on_code(clause):
        name = "rewrite"
    return kind_named(name)


def _of_verb(clause: Clause) -> str:
    name = kind_of_verb(clause.verb) or ""
    head = clause.object[0].head if clause.object else ""
    if name in _MAKING and clause.object:
        return _of_result(clause, name)
    about = clause.object[0] if clause.object else None
    if name == "extract" and about and _judged(head):
        return "classify"
    if name == "extract" and not clause.behind("from", "in", "of", "out", "within"):
        return "fix" if head == "bug" else "extract"
    return name


def _of_result(clause: Clause, name: str) -> str:
    """What is asked for by a verb of making, by the thing that is to be made."""
    head = clause.object[0].head
    if name != "plan" and head in nouns.CODE_THINGS or (
        name != "plan"
        and nouns.programming_language(clause.object[0].words)
        and head not in nouns.ARTEFACTS
    ):
        return "code"
    if "sentiment" in clause.object[0].text.lower():
        return "classify"
    if kind_of_noun(head) == "answer" and name == "write":
        return "reply"
    return kind_of_noun(head) or name or ("write" if head in nouns.ARTEFACTS else "")


def _of_noun(clause: Clause) -> str:
    phrase = clause.object[0]
    return _of_result(clause, "write" if phrase.head in nouns.ARTEFACTS else "")


def _judged(head: str) -> bool:
    return head in {"sentiment", "intent", "language", "emotion", "topic", "tone"}


def _on_code(clause: Clause) -> bool:
    things = [phrase for one in clause.complements[:2] for phrase in one.phrases]
    return any(
        phrase.head in nouns.CODE_THINGS - {"component", "unit", "class", "workflow"}
        or nouns.programming_language(phrase.words)
        for phrase in things[:4]
    )
