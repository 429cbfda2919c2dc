"""Lays a prompt out: who, with what, what to do, how, and what comes back."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from prompt_lsp.document.tokens import Style
from prompt_lsp.prompt_tools.engines.offline.generate import safe
from prompt_lsp.prompt_tools.engines.offline.generate.plan import Input, Need, Plan
from prompt_lsp.prompt_tools.engines.offline.generate.task import Task

_TAGS = re.compile(r"</([a-z_][\w.-]*)>")
_DETAILS = "task_details"
_MANNER = frozenset(
    "LANGUAGE TONE STYLE AUDIENCE LENGTH COUNT NUMBER WORDS FORMAT LIMIT N".split()
)


class Woven(NamedTuple):
    """The words of a task, where they stand in its prompt.

    Attributes:
        role: the first sentence.
        statement: the sentence that says what to do; empty where the role says it.
        rules: demands of the task, as rules.
    """

    role: str
    statement: str
    rules: tuple[str, ...]


def chosen(plan: Plan, task: Task) -> tuple[Input, ...]:
    """The inputs that a prompt gets, long ones first, each with a name of its own.

    Where the task itself holds placeholders, its author has said what varies: then
    only that is added without which the plan would speak of something missing.
    """
    needs = tuple(Need)
    if task.own and plan.role:
        needs = (Need.DETAIL, Need.MATERIAL) if _of_manner(task) else (Need.DETAIL,)
    taken = {name.lower() for name in task.own} | {"thinking", _DETAILS}
    taken |= set(_TAGS.findall("".join(plan.output)))
    kept: list[Input] = []
    for one in plan.inputs:
        if one.written:
            kept.append(one)
        elif one.need in needs and one.name not in task.own:
            kept.append(one._replace(name=_free(one.name, taken)))
            taken.add(kept[-1].name.lower())
    return tuple(sorted(kept, key=lambda one: not one.long))


def laid_out(task: Task, plan: Plan, woven: Woven, *, reasons: bool) -> str:
    """The text of a prompt."""
    inputs = chosen(plan, task)
    used = {one.name.lower() for one in inputs} | {_DETAILS}
    used |= {"thinking"} if reasons else set()
    used |= set(_TAGS.findall("".join(plan.output)))
    pieces = (woven.role, woven.statement, task.details, *woven.rules, *task.background)
    said = (*pieces, *plan.rules)
    own = {text: safe.own_placeholders(text) for text in said}
    used |= frozenset().union(*map(safe.bare_tags, own, own.values()))

    def tame(text: str) -> str:
        return safe.with_tags(text, own[text], used)

    styles = {one.style for found in own.values() for one in found}
    # A task that writes all its own placeholders with angles gets no others.
    style = Style.ANGLES if styles == {Style.ANGLES} else Style.BRACES
    frame = task.tongue.frame
    output = (frame.reasons, *plan.output) if reasons else plan.output
    blocks = [
        tame(woven.role),
        *(_input(one, style) for one in inputs),
        tame(woven.statement),
        _told(frame.background, map(tame, task.background)),
        _details(task, tame(task.details)),
        _list(frame.steps, (f"{i}. {one}" for i, one in enumerate(plan.steps, 1))),
        _list(frame.rules, (f"- {tame(one)}" for one in (*woven.rules, *plan.rules))),
        _list(frame.output, output),
    ]
    text = "\n\n".join(block for block in blocks if block)
    return safe.without_turns(text) + "\n"


def _of_manner(task: Task) -> bool:
    """Whether the task's own placeholders say how, and not on what, it is done."""
    return all(not _MANNER.isdisjoint(name.upper().split("_")) for name in task.own)


def _free(name: str, taken: set[str]) -> str:
    free, number = name, 2
    while free.lower() in taken:
        free, number = f"{name}_{number}", number + 1
    return free


def _input(one: Input, style: Style) -> str:
    tag = one.name.lower()
    return f"{one.lead}\n\n<{tag}>\n{one.written or style.write(one.name)}\n</{tag}>"


def _told(heading: str, sentences: Iterable[str]) -> str:
    told = " ".join(sentences)
    return f"{heading} {told}" if told else ""


def _details(task: Task, details: str) -> str:
    if not details:
        return ""
    lead = task.tongue.frame.details if task.statement else ""
    block = f"<{_DETAILS}>\n{details}\n</{_DETAILS}>"
    return f"{lead}\n\n{block}" if lead else block


def _list(heading: str, items: Iterable[str]) -> str:
    lines = tuple(items)
    return "\n".join((heading, *lines)) if lines else ""
