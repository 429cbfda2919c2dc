"""A prompt for a task, by the kind of the task.

The task is read, its kind makes a plan of it, and the plan is laid out: a role, the
inputs in tags, the task in its own words, steps, rules and the form of the answer.
"""

from prompt_lsp.prompt_tools.engines.offline.generate import english, foreign
from prompt_lsp.prompt_tools.engines.offline.generate.layout import chosen, laid_out
from prompt_lsp.prompt_tools.engines.offline.generate.plan import Plan
from prompt_lsp.prompt_tools.engines.offline.generate.task import Task, read_task
from prompt_lsp.prompt_tools.engines.offline.generate.tongues import ENGLISH
from prompt_lsp.prompt_tools.engines.offline.profile import Profile
from prompt_lsp.prompt_tools.schema import Answer, Change, Generate, Message, user

_THINKING = "<thinking>"


def generate(job: Generate) -> Answer:
    """Write a prompt for a task.

    A model that does not think by itself is asked for reasons where they help, and
    its answer is begun.
    """
    task = read_task(job.task)
    told, plan, woven = (english if task.tongue is ENGLISH else foreign).planned(task)
    legacy = Profile.of(job.target_model) is Profile.LEGACY
    reasons = legacy and plan.weighs
    text = laid_out(task, plan, woven, reasons=reasons)
    begin = (_THINKING if reasons else plan.begin) if legacy else ""
    prefill = (Message("assistant", (begin,)),) if begin else ()
    return Answer((user(text), *prefill), changes=_changes(told, task, plan, begin))


def _changes(told: str, task: Task, plan: Plan, begin: str) -> tuple[Change, ...]:
    """What was built."""
    inputs = dict.fromkeys((*task.own, *(one.name for one in chosen(plan, task))))
    names = ", ".join(f"`{name}`" for name in inputs)
    changes = [
        Change("kind", f"wrote a prompt that {told}"),
        Change("variables", f"gave it the variables {names}"),
    ]
    if task.rules:
        changes.append(Change("rules", "made rules of what the task demands"))
    if begin:
        changes.append(Change("prefill", "began the answer, which the model continues"))
    return tuple(changes)
