"""A prompt in a language that is told by tables."""

import re
from dataclasses import replace

from prompt_lsp.prompt_tools.engines.offline.generate.kinds import kind_named
from prompt_lsp.prompt_tools.engines.offline.generate.layout import Woven
from prompt_lsp.prompt_tools.engines.offline.generate.phrase import named
from prompt_lsp.prompt_tools.engines.offline.generate.plan import Need, Plan
from prompt_lsp.prompt_tools.engines.offline.generate.task import Task
from prompt_lsp.prompt_tools.engines.offline.generate.templating import as_words
from prompt_lsp.prompt_tools.engines.offline.generate.tongues import Tongue
from prompt_lsp.prompt_tools.engines.offline.generate.words import capitalized

_READS = frozenset(
    {"classify", "extract", "summarize", "translate", "rewrite", "grade", "analyse"}
)
_LONGEST = 3
_FORM = re.compile(
    r"\b(?:als|comme|sous forme|como|en forma|em forma)\b[^.\n]{0,40}"
    r"\b(?:liste?|lista|tabelle|tableau|tabla|tabela|stichpunkt\w*|puces|viñetas|csv"
    r"|xml|yaml|markdown)\b|箇条書き|表形式|リスト形式|列表|表格",
    re.IGNORECASE,
)
_OPENING = 60
_REACH = 12  # words
# What is corrected in a text is not the text.
_FAULTS = ("fehler", "faute", "erreur", "error", "erro ", "erros", "ortogr", "orthogr")


def planned(task: Task) -> tuple[str, Plan, Woven]:
    """What is told of the prompt, its plan, and the task's words in it."""
    task = _without_manner(task)
    tongue = task.tongue
    persona = _persona(task)
    said = as_words(task.statement)
    made = tongue.kind_of_thing(said)
    kind = "persona" if persona else made or tongue.kind_of(said) or "persona"
    plan = tongue.plans[kind]
    if any(map(_FORM.search, task.rules)):  # which the rules say already
        plan = plan._replace(output=(), begin="")
    if kind in _READS:
        plan = _with_own_noun(plan, task, kind, of_thing=bool(made))
    if any(one.need is Need.MATERIAL for one in plan.inputs) and kind != "persona":
        plan = plan._replace(rules=(tongue.frame.material, *plan.rules))
    told = kind_named(kind).told
    if persona:
        role = tongue.frame.persona.format(_inside(persona["who"]))
        return told, plan._replace(role=""), Woven(role, "", task.rules)
    frame = "{}." if tongue.told.match(task.statement) else tongue.frame.task
    statement = (
        frame.format(capitalized(task.statement))
        if task.statement
        else tongue.frame.described * bool(task.details)
    )
    if task.asks:
        statement = statement.rstrip(".\u3002") + tongue.frame.question
    return told, plan, Woven(plan.role, statement, task.rules)


def _persona(task: Task) -> re.Match[str] | None:
    """What a statement says that the model is; None where it names a thing or work."""
    tongue = task.tongue
    persona = tongue.persona.fullmatch(task.statement)
    if persona is None or tongue.ends_in_verb(task.statement):
        return None
    return None if tongue.kind_of_thing(persona["who"]) else persona


def _without_manner(task: Task) -> Task:
    """A task whose statement is a rule where it only says how to answer."""
    manner = task.tongue.manner.match(task.statement)
    if manner is None:
        return task
    demand = f"{capitalized(task.statement)}."
    return replace(task, statement="", rules=(demand, *task.rules))


def _inside(who: str) -> str:
    return who[0].lower() + who[1:] if who[1:2].islower() else who


def _with_own_noun(plan: Plan, task: Task, kind: str, *, of_thing: bool) -> Plan:
    """A plan whose first input has the name of what the task itself speaks of."""
    said = as_words(task.statement)
    words = (
        _behind_thing(task.tongue, said)
        if of_thing
        else _noun(task.tongue, said, after_source=kind == "extract")
    )
    name = named(" ".join(words))
    low = task.statement.lower()
    if _is_concrete(task, kind):
        return plan
    if "prompt" in low[:_OPENING] or any(stem in low for stem in _FAULTS):
        return plan
    if not name or task.own or plan.inputs[0].need is not Need.MATERIAL:
        return plan
    lead = task.tongue.frame.lead.format(capitalized(" ".join(words)))
    return plan._replace(
        inputs=(plan.inputs[0]._replace(name=name, lead=lead), *plan.inputs[1:])
    )


def _is_concrete(task: Task, kind: str) -> bool:
    """Whether the object is quoted, or is itself what is to be translated."""
    words = as_words(task.statement).split()
    if len(words) < 2 or task.tongue.told.match(task.statement):
        return False
    if words[1][0] in "\"'`\u201e\u201c\u00ab\u2018":
        return True
    small = words[1].islower() and words[1] not in task.tongue.determiners
    return kind == "translate" and small and not words[1].endswith(("s", "x"))


def _behind_thing(tongue: Tongue, statement: str) -> list[str]:
    """The words of what a thing is made of: `un resumen de noticias`.

    German bends them there, so that they are no heading.
    """
    if tongue.code == "de":
        return []
    words = statement.split()[:_REACH]
    at = next((i for i, word in enumerate(words) if word in tongue.sources), len(words))
    return _noun(tongue, " ".join(words[at:]), after_source=False)


def _noun(tongue: Tongue, statement: str, *, after_source: bool) -> list[str]:
    """The words of the object, or of what stands behind a source's preposition."""
    if not tongue.determiners:
        return []
    told = tongue.told.match(statement)
    said = statement[told.end() :] if told else statement
    words = [word.strip("\"'.,:;()«»„“”") for word in said.split()[:40]]
    late = told is not None or tongue.ends_in_verb(statement)
    at = 0 if late else 1
    if after_source:
        found = [i for i, word in enumerate(words) if word.lower() in tongue.sources]
        at = found[-1] + 1 if found else len(words)
    while at < len(words) and words[at].lower() in tongue.determiners:
        at += 1
    kept: list[str] = []
    for word in words[at:]:
        if word.lower() in tongue.stops or len(kept) == _LONGEST:
            break
        if late and word.islower() and tongue.kind_of(word):
            break
        kept.append(word)
    return kept
