"""The form of the answer, where the task itself says something of it."""

import re

from prompt_lsp.prompt_tools.engines.offline.generate.clause import Clause, Form
from prompt_lsp.prompt_tools.engines.offline.generate.nouns import LANGUAGES
from prompt_lsp.prompt_tools.engines.offline.generate.plan import Plan
from prompt_lsp.prompt_tools.engines.offline.generate.task import Task
from prompt_lsp.prompt_tools.engines.offline.generate.verbs import kind_of_verb

_FORMAT = re.compile(
    r"\b(?:as|in|into|be|returns?|outputs?|produces?|gives?|format:?)\s+(?:only\s+)?"
    r"(?:an?\s+)?(?:valid\s+|single\s+|markdown\s+|simple\s+|short\s+){0,2}"
    r"(json|yaml|csv|xml|html|markdown|table|bullet|bulleted|bullets|numbered)\b",
    re.IGNORECASE,
)
_ONE_WORD = re.compile(
    r"\b(?:one|a single|single|only the) (?:word|letter|number|label)\b"
    r"|\byes or no\b|\btrue or false\b|\byes/no\b",
    re.IGNORECASE,
)
# Nobody who wants this only wants the reasons, too.
_BARE = re.compile(
    r"\b(?:only|just|nothing (?:else|but)|no explanation)\b", re.IGNORECASE
)
# A demand that says what stands where in the answer.
_LAID_OUT = re.compile(
    r"(?:output|return|put|print)\b[^.]{0,80}\b(?:first|on|line|then|after|before)\b"
    r"|the (?:output|answer|response) (?:should|must) (?:have|begin|start|contain)\b",
    re.IGNORECASE,
)
_AS_TOLD = ("Give the answer in the form that the rules name, and nothing else.",)
_NATIVE = ", in the language that they write in"
_TONGUES = re.compile(rf"\b(?:{'|'.join(LANGUAGES)})\b")
_ALSO_NOUNS = frozenset("code design review plan score name test check use".split())


def in_form(plan: Plan, task: Task, read: Clause) -> Plan:
    """A plan whose output is what the task itself says of it."""
    said = " ".join((task.statement, *task.rules))
    if _ONE_WORD.search(said):
        weighs = plan.weighs and not _BARE.search(said)
        only = ("Give that and nothing else.",)
        return plan._replace(output=only, begin="", weighs=weighs)
    form = _FORMAT.search(said)
    if form is None and any(map(_LAID_OUT.match, task.rules)):
        return plan._replace(output=_AS_TOLD, begin="")
    if form is None and _does_more(read):
        return plan._replace(output=_several(plan), begin="")
    if form is None and _TONGUES.search(said):
        lines = (line.replace(_NATIVE, "") for line in plan.output)
        return plan._replace(output=tuple(lines))
    if form is None:
        return plan
    word = form[1].lower()
    named = {
        "table": "the table", "bullet": "the list", "bulleted": "the list",
        "bullets": "the list", "numbered": "the list", "markdown": "the Markdown text",
    }.get(word, f"the {word.upper()}")  # fmt: skip
    line = f"Give only {named}, without any text before or after it."
    keys = plan.output if word == "json" and plan.begin else (line,)
    begin = plan.begin if word == "json" else ""
    return plan._replace(output=keys, begin=begin, weighs=False)


def _does_more(read: Clause) -> bool:
    """Whether a statement asks for a second thing: `… and list the action items`."""
    if read.form not in (Form.VERB, Form.GERUND, Form.RELATIVE):
        return False
    pairs = zip(read.words, read.words[1:], strict=False)
    more = sum(
        one in {"and", "then"}
        and kind_of_verb(two) is not None
        and two not in _ALSO_NOUNS
        for one, two in pairs
    )
    # To read something gives no result yet.
    return more > (read.words[:1] in (("read",), ("reads",), ("reading",)))


def _several(plan: Plan) -> tuple[str, ...]:
    if any(line.startswith("<") for line in plan.output):
        return (*plan.output, "Then give what else the task asks for.")
    return ("Give each result that the task asks for under a heading of its own.",)
