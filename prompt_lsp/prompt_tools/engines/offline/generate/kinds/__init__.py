"""The kinds of task, one explicit tuple: what each of them makes of a clause."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.generate import nouns
from prompt_lsp.prompt_tools.engines.offline.generate.clause import Clause, Form
from prompt_lsp.prompt_tools.engines.offline.generate.kinds.changing import (
    changed,
    rewrite,
)
from prompt_lsp.prompt_tools.engines.offline.generate.kinds.coding import (
    explain_code,
    fix_code,
    review_code,
    write_code,
)
from prompt_lsp.prompt_tools.engines.offline.generate.kinds.comparing import (
    compare,
    sides,
)
from prompt_lsp.prompt_tools.engines.offline.generate.kinds.judging import (
    analyse,
    classify,
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
    question,
)
from prompt_lsp.prompt_tools.engines.offline.generate.kinds.writing import (
    brainstorm,
    plan,
    reply,
    write,
)
from prompt_lsp.prompt_tools.engines.offline.generate.phrase import Phrase
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
    Kind("question", "answers a question", question),
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
_NOT_ON_CODE = {"fix": "rewrite", "review": "grade"}
_DECIDING = frozenset({"decide", "tell", "say", "predict"})
_CHOOSING = frozenset({"choose", "pick", "select", "determine"})
_ORDERING = frozenset("organize organise arrange merge combine deduplicate".split())
_COUNTING = frozenset({"calculate", "count", "compute", "estimate"})
_TAKING_OUT = _COUNTING | {"list"}
_TELLING = frozenset({"tell", "give", "provide", "show"})
# What is not copied from a text, but found by reading it.
_FINDINGS = frozenset(
    "contradiction theme pattern trend risk issue problem opportunity inconsistency "
    "gap anomaly outlier cause strength weakness similarity difference".split()
)
_PROPERTIES = frozenset({"sentiment", "intent", "language", "emotion", "topic", "tone"})
_CODE = nouns.CODE_THINGS - {"component", "unit", "class", "workflow"}


def kind_named(name: str) -> Kind:
    """The kind of a name; that of an assistant for a name of none."""
    return _BY_NAME.get(name, _BY_NAME["persona"])


def kind_of(clause: Clause) -> Kind:
    """The kind of task that an English clause asks for."""
    if clause.form is Form.PERSONA:
        return _BY_NAME["persona"]
    if clause.form is Form.QUESTION:
        return _BY_NAME["question"]
    if _is_choice(clause):
        return _BY_NAME["compare"]
    name = _of_noun(clause) if clause.form is Form.NOUN else _of_verb(clause)
    on_code = _is_code(
        [phrase for one in clause.complements[:2] for phrase in one.phrases]
    )
    if name == "explain":
        on_code = any(one.head in _CODE and not _is_lone(one) for one in clause.object)
    if name == "translate" and _is_code(clause.behind("to", "into")):
        return _BY_NAME["fix" if _is_code(clause.object) else "translate"]
    if name == "rewrite" and on_code and not _is_code(clause.object[:1]):
        return _BY_NAME["code"]
    return kind_named((_ON_CODE if on_code else _NOT_ON_CODE).get(name, name))


def _of_verb(clause: Clause) -> str:
    """The kind that a verb says, with what it acts on."""
    name = kind_of_verb(clause.verb) or ""
    head = clause.object[0].head if clause.object else ""
    asked = "whether" in clause.words or bool(clause.behind("if"))
    if asked and (name in {"classify", "extract", "grade"} or clause.verb in _DECIDING):
        return "classify"
    if clause.verb in _TELLING and head in nouns.ARTEFACTS and not kind_of_noun(head):
        return "write"
    if changed(clause) or (clause.verb in _ORDERING and head in nouns.TEXTS):
        return "rewrite"
    if name == "extract" or (clause.verb in _TAKING_OUT and _is_read(clause)):
        return _of_search(clause, head)
    if name in _MAKING and clause.object:
        return _of_result(clause, name)
    return _of_inspection(clause) or name


def _is_lone(phrase: Phrase) -> bool:
    """Whether a language is named by itself, and not code that is in it."""
    return len(phrase.words) == 1 and nouns.programming_language(phrase.words) != ""


def _is_choice(clause: Clause) -> bool:
    """Whether one of several is to be found the better: `evaluate two answers`."""
    two = any(one.determiner in {"two", "both"} for one in sides(clause)[:1])
    judges = clause.verb in _DECIDING | _CHOOSING
    return two and (judges or kind_of_verb(clause.verb) == "grade")


def _is_read(clause: Clause) -> bool:
    """Whether what is listed stands in a text: `list all dates in a contract`."""
    links = {"from", "in", "of", "out", "within"}
    places = (
        one for of in clause.complements if of.link in links for one in of.phrases
    )
    return any(one.head in nouns.TEXTS for one in places)


def _of_inspection(clause: Clause) -> str:
    """What is looked for in something, where the verb alone does not say how."""
    if clause.verb in {"detect", "flag"} and _is_code(clause.behind("in", "of")):
        return "review"
    looks = clause.verb in {"check", "inspect"} or (
        clause.verb == "review" and not _is_code(clause.object)
    )
    inspects = looks and clause.behind("for")
    return "analyse" if inspects else ""


def _of_search(clause: Clause, head: str) -> str:
    """What is looked for may be a property, faults of code, or plain values."""
    if head in _PROPERTIES:
        return "classify"
    if clause.verb in _COUNTING:
        return "analyse"
    places = clause.behind("from", "in", "of", "out", "within")
    if head in _FINDINGS and clause.verb != "extract" and not _is_code(places):
        return "analyse"
    if clause.verb not in {"extract", "pull", "parse", "get"} and _is_code(places):
        return "review"
    return "fix" if head == "bug" else "extract"


def _of_result(clause: Clause, name: str) -> str:
    """What is asked for by a verb of making, by the thing that is to be made."""
    first = clause.object[0]
    if first.one.lower() == "code review":
        return "review"
    coded = (
        nouns.programming_language(first.words) and first.head not in nouns.ARTEFACTS
    )
    if name != "plan" and (first.head in nouns.CODE_THINGS or coded):
        return "code"
    if "sentiment" in first.text.lower().split():
        return "classify"
    said = kind_of_noun(first.head)
    return "reply" if said == "answer" and name == "write" else said or name


def _of_noun(clause: Clause) -> str:
    if not clause.object:
        return ""
    written = clause.object[0].head in nouns.ARTEFACTS
    return _of_result(clause, "write" if written else "")


def _is_code(phrases: Sequence[Phrase]) -> bool:
    return any(
        phrase.head in _CODE
        or nouns.programming_language(phrase.words)
        or phrase.one.lower() in {"pull request", "merge request", "code review"}
        for phrase in phrases[:4]
    )
