"""A prompt of English words: how a statement and its demands are woven in."""

import re
from dataclasses import replace

from prompt_lsp.prompt_tools.engines.offline.generate import templating
from prompt_lsp.prompt_tools.engines.offline.generate import words as w
from prompt_lsp.prompt_tools.engines.offline.generate.clause import (
    Clause,
    Form,
    clause,
    inner,
)
from prompt_lsp.prompt_tools.engines.offline.generate.concrete import (
    Concrete,
    concrete,
)
from prompt_lsp.prompt_tools.engines.offline.generate.kinds import Kind, kind_of
from prompt_lsp.prompt_tools.engines.offline.generate.kinds.reading import NOT_HELD
from prompt_lsp.prompt_tools.engines.offline.generate.layout import Woven
from prompt_lsp.prompt_tools.engines.offline.generate.nouns import (
    ARTEFACTS,
    CODE_THINGS,
    TEXTS,
)
from prompt_lsp.prompt_tools.engines.offline.generate.output import in_form
from prompt_lsp.prompt_tools.engines.offline.generate.plan import Input, Need, Plan
from prompt_lsp.prompt_tools.engines.offline.generate.safe import own_placeholders
from prompt_lsp.prompt_tools.engines.offline.generate.task import Task
from prompt_lsp.prompt_tools.engines.offline.generate.tongues import is_other
from prompt_lsp.prompt_tools.engines.offline.generate.tools import Tool, tool
from prompt_lsp.prompt_tools.engines.offline.generate.verbs import (
    is_verb,
    kind_of_noun,
    kind_of_verb,
    lemma,
)

_SUBJECT = (
    r"(?:it|they|this|the (?:prompt|bot|chatbot|assistant|model|ai|llm|agent|persona|"
    r"chef|coach|tutor|translator|writer|reviewer|expert))"
)
_MODAL = re.compile(
    rf"(?:{_SUBJECT}|you|claude) (?:should|must|shall|needs? to|ha(?:s|ve) to|will)"
    r"(?P<not> not| never|n't)?(?P<also> also| always| only)? (?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_AND_IT = re.compile(
    r"(,? (?:and|but) )(?:it|they) (?:should|must|shall|needs? to|has to) (?!not\b)",
    re.IGNORECASE,
)
_IT = re.compile(r"it (?=should|must|shall|needs? to|has to|will|may)", re.IGNORECASE)
# What to do where the answer is not in the documents.
_UNKNOWN = re.compile(
    r"\b(?:if|when|where)\b[^.]{0,60}(?:\bnot\b|n['\u2019]t\b|\bno\b|unable|missing)"
    r"[^.]{0,40}\b(?:in|there|contains?|holds?|find|found|know|answer|cover|mention)",
    re.IGNORECASE,
)
_GERUND = re.compile(
    r"(\A|\A[a-z]{3,20}ly |(?:,|\band|\bor|\bthen) )([a-z]{3,20}ing)\b",
    re.IGNORECASE,
)
# A demand on the answer that says nothing of what it is about.
_MANNER = re.compile(
    r"(?:answer|respond|reply|write|speak|talk)(?: only| always| [a-z]{3,20}ly)?"
    r"(?: (?:in|with|as|like|at|under)\b|\Z)"
    r"|(?:be|always|never|avoid|stay|don't|do not|make sure|ensure)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"you (?:(?:are|will be|'ll be) (?:given|provided with|shown)"
    r"|(?:will |'ll )?(?:receive|get)) (?P<what>.{1,120})",
    re.IGNORECASE,
)
# What a list in the task itself says, so that nobody has to fill it in.
_LISTED = re.compile(r"[ \t]*(?:[-*+\u2022]|\d{1,2}[.)])[ \t]")
_LISTS = frozenset({"FIELDS", "CATEGORIES", "CRITERIA"})
# Longer than a label that a text may get.
_QUOTED = re.compile(r"\"[^\"\n]{24,300}\"|\u201c[^\u201d\n]{24,300}\u201d")
_WRITTEN = ARTEFACTS | CODE_THINGS | {"summary", "plan", "itinerary"}
_MASS = frozenset("documentation feedback copy content code sql lyrics minutes".split())
# What is done on something that is given, whoever does it.
_WORK = frozenset(
    "classify extract summarize translate rewrite grade analyse review fix".split()
)
_MAKING = frozenset({"write", "code", "plan", "brainstorm", ""})
_CODE = frozenset({"code", "fix", "review", "explain-code"})


def planned(task: Task) -> tuple[str, Plan, Woven]:
    """What is told of the prompt, its plan, and the task's words in it."""
    object_ = concrete(task.statement)
    if object_:
        return _of_concrete(task, object_)
    made = tool(task.statement)
    if made:
        return _of_tool(task, made)
    read = _read(_led(_unquoted(templating.as_words(task.statement)), task), task)
    read = replace(read, filled=bool(task.own))
    if _is_manner(read):
        task = replace(task, statement="", rules=(f"{task.statement}.", *task.rules))
        read = clause("")
    if read.form is Form.PERSONA:
        task = _with_work_apart(task)
    if read.form is Form.PERSONA and _is_work(task.rules):
        return _of_somebody(task, read)
    kind, plan = _planned(read)
    statement, own = _moved(task)
    woven = _read(statement, task)
    if any(_UNKNOWN.search(one) for one in task.rules):
        kept = [one for one in plan.rules if NOT_HELD not in one]
        plan = plan._replace(rules=tuple(kept))
    formed = plan if kind.name in _CODE else in_form(plan, task, read)
    if _LISTED.match(task.details):
        needed = (one for one in formed.inputs if one.name not in _LISTS)
        formed = formed._replace(inputs=tuple(needed))
    if own:
        others = formed.inputs
        if own.name not in task.own:  # else the layout knows that it is given
            others = tuple(one for one in others if one.need is not Need.MATERIAL)
        formed = formed._replace(inputs=(own, *others))
    role, statement = _woven(woven, formed.role, task, known=kind.name != "persona")
    rules = tuple(_rule(one, read) for one in task.rules)
    return kind.told, formed, Woven(role, statement, rules)


def _of_concrete(task: Task, found: Concrete) -> tuple[str, Plan, Woven]:
    """The prompt for any object, with the one that the task has."""
    told, plan, woven = planned(replace(task, statement=found.general))
    # It has to be filled in, also where the task says by itself what else varies.
    first = (one._replace(need=Need.DETAIL) for one in plan.inputs[:1])
    plan = plan._replace(inputs=(*first, *plan.inputs[1:]))
    if not found.example:
        read = _read(task.statement, task)
        _, said = _woven(read, plan.role, task, known=True)
        return told, plan, woven._replace(statement=said)
    example = f"For example, the {found.noun} may be {found.example}."
    return told, plan, woven._replace(statement=f"{woven.statement} {example}")


def _of_tool(task: Task, made: Tool) -> tuple[str, Plan, Woven]:
    """The prompt for a tool's work, under the tool's name."""
    told, plan, woven = planned(replace(task, statement=made.work))
    if made.named:
        bare = w.uncapitalized(task.statement)
        lone = bare.partition(" ")[0].lower() not in w.DETERMINERS
        who = f"{w.article(bare)} {bare}" if lone else bare
        role = task.tongue.frame.persona.format(who)
        return told, plan, woven._replace(role=role, statement="")
    to = "to " * is_verb(task.statement.partition(" ")[0])
    said = f"Your task is {to}{w.uncapitalized(task.statement)}: {made.work}."
    return told, plan, woven._replace(statement=said)


def _unquoted(statement: str) -> str:
    """A statement as it is read: what it quotes at length is no part of it."""
    return _QUOTED.sub("it", statement)


def _led(statement: str, task: Task) -> str:
    """A statement that is led by what its background says is given."""
    told = (_GIVEN.match(one) for one in task.background)
    given = next((one["what"].rstrip(". ") for one in told if one), "")
    led = given and "," not in given and statement
    return f"given {given}, {w.uncapitalized(statement)}" if led else statement


def _read(statement: str, task: Task) -> Clause:
    """A statement with its parts; none of one that is not English after all."""
    if is_other(statement):
        return Clause(Form.FREE, statement)
    return clause(statement, asks=task.asks)


def _planned(read: Clause) -> tuple[Kind, Plan]:
    """The kind and the plan; somebody who does a kind of work is asked for that."""
    does = inner(read) if read.form is Form.PERSONA else None
    if does is not None and kind_of(does).name in _WORK and does.object:
        kind = kind_of(does)
        return kind, kind.plan(does)
    kind = kind_of(read)
    return kind, kind.plan(read)


def _is_manner(read: Clause) -> bool:
    """Whether a statement only says how to answer: `You must answer in French`."""
    if read.form in (Form.PERSONA, Form.GERUND) or read.behind("to", "about"):
        return False
    return _MANNER.match(read.text) is not None and not read.filled


def _is_work(demands: tuple[str, ...]) -> bool:
    """Whether the first demand is the work itself, as in `You are a poet. Write it`."""
    if not demands:
        return False
    asked = clause(demands[0].rstrip(".!"))
    made = _WORK | {"write", "code", "compare", "plan", "brainstorm", "explain-code"}
    return (
        asked.form is Form.VERB and bool(asked.object) and (kind_of(asked).name in made)
    )


def _with_work_apart(task: Task) -> Task:
    """A task of somebody and their work, `a recruiter and review my CV`, as two."""
    somebody, _, work = task.statement.partition(" and ")
    relative = {"that", "who", "which", "to", "for"} & set(somebody.split())
    if not work or relative or not _is_work((work,)):
        return task
    return replace(task, statement=somebody, rules=(work, *task.rules))


def _of_somebody(task: Task, read: Clause) -> tuple[str, Plan, Woven]:
    """The prompt of a task whose first sentence says who does it."""
    asked = replace(task, statement=task.rules[0].rstrip(".! "), rules=task.rules[1:])
    told, plan, woven = planned(asked)
    role = task.tongue.frame.persona.format(clause(task.statement).text)
    rules = tuple(_rule(one, read) for one in asked.rules)
    return told, plan, Woven(role, woven.statement, rules)


def _moved(task: Task) -> tuple[str, Input | None]:
    """The statement, and the text that is its object and better stands on its own.

    `Summarize {{ARTICLE}}` then speaks of the article, which stands above.
    """
    statement = task.statement
    for one in own_placeholders(statement)[:1]:
        words = one.name.lower().replace("_", " ").replace("-", " ").strip()
        at = one.place.span.start
        alone = statement.find(" ") == at - 1 and is_verb(statement[: at - 1])
        known = bool(words) and w.singular(words.split()[-1]) in TEXTS
        if alone and known and task.count(one.name) == 1:
            verb = "are" if w.is_plural(words.split()[-1]) else "is"
            lead = f"Here {verb} the {words}:"
            rest = statement[one.place.span.end :]
            moved = Input(one.name, lead, written=one.written)
            return f"{statement[:at]}the {words}{rest}", moved
    verb = statement.partition(" ")[0]
    found = templating.moved(statement, len(verb) + 1) if is_verb(verb) else None
    if found is None:
        return statement, None
    span, words = found
    are = "are" if w.is_plural(words.split()[-1]) else "is"
    name = words.upper().replace(" ", "_")
    moved = Input(name, f"Here {are} the {words}:", written=span.of(statement))
    return f"{verb} the {words}{statement[span.end :]}", moved


def _woven(read: Clause, role: str, task: Task, *, known: bool) -> tuple[str, str]:
    """The first sentence, and the one that says what to do."""
    frame = task.tongue.frame
    text = read.text
    if not text:
        return role, frame.described if task.details else ""
    if read.form is Form.PERSONA:
        return frame.persona.format(text), ""
    if read.form is Form.RELATIVE:
        first = f"You are an assistant that {w.uncapitalized(text)}."
        return first, ""
    said = {
        Form.VERB: f"to {text}",
        Form.GERUND: f"to {_infinitive(text)}",
        Form.QUESTION: f"to answer this question: {w.capitalized(text)}?",
        Form.FREE: f"this: {w.capitalized(text)}",
    }.get(read.form)
    if said is None:
        if not known and _is_subject(text):
            return f"You are an expert in {w.uncapitalized(text)}.", ""
        said = _of_noun(read) if known else f"this: {w.capitalized(text)}"
    sentence = f"Your task is {said}"
    return role, sentence if sentence.endswith("?") else f"{sentence}."


def _infinitive(gerund: str) -> str:
    """`summarizing and ranking the news` as `summarize and rank the news`."""

    def plain(found: re.Match[str]) -> str:
        known = kind_of_verb(found[2]) is not None
        return f"{found[1]}{lemma(found[2])}" if known else found[0]

    return _GERUND.sub(plain, gerund)


def _is_subject(text: str) -> bool:
    """Whether a noun phrase can stand for a field of knowledge, without an article."""
    last = text.rsplit(" ", 1)[-1]
    endings = ("ing", "tion", "ment", "ics", "logy", "ism", "ness", "ity")
    return " " not in text or w.is_plural(last) or last.endswith(endings)


def _of_noun(read: Clause) -> str:
    """A noun phrase as a task: a thing is written, a process is the task itself."""
    bare = w.uncapitalized(read.text)
    first = read.object[0] if read.object else None
    if first and kind_of_noun(first.head) == "brainstorm" and first.plural:
        return f"to come up with {bare}"
    if first is None or not (first.head in _WRITTEN or first.determiner in w.ARTICLES):
        return bare
    if first.head == "review" and "code" in bare.lower().split():
        return bare
    lone = not first.determiner and not first.plural and first.head not in _MASS
    return f"to write {w.article(bare)} {bare}" if lone else f"to write {bare}"


def _rule(sentence: str, read: Clause) -> str:
    """A demand as a rule: what `it` should do is said to the model."""
    artefact = _artefact(read)
    if artefact and _IT.match(sentence):
        return w.capitalized(_IT.sub(f"the {artefact} ", sentence, count=1))
    said = _MODAL.match(sentence)
    if said is None:
        return w.capitalized(sentence)
    rest = _AND_IT.sub(r"\1", said["rest"])
    always = (said["also"] or "").strip()
    if said["not"]:
        begin = "Never" if "never" in said["not"] else "Do not"
        return f"{begin} {rest}"
    if always in {"always", "only"}:
        return f"{always.capitalize()} {rest}"
    return w.capitalized(rest)


def _artefact(read: Clause) -> str:
    """What the task makes, which its demands call `it`."""
    if read.form not in (Form.VERB, Form.NOUN) or not read.object:
        return ""
    if read.form is Form.VERB and kind_of_verb(read.verb) not in _MAKING:
        return ""
    first = read.object[0]
    return first.one if first.head in ARTEFACTS and len(first.words) < 4 else ""
