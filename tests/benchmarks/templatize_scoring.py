"""What an answer to a case is worth."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from prompt_lsp.prompt_tools.schema import Answer, Templatize, texts_of, user
from tests.benchmarks.templatize_reading import Case, Gold

Tool = Callable[[Templatize], Answer]
Synonyms = Mapping[str, frozenset[str]]
Variable = tuple[str, str]

MOST_CUTS = 150

_WORD = re.compile(r"\w+|[^\w\s]")
_NUMBERED = re.compile(r"_\d+$")


@dataclass(frozen=True, slots=True)
class Score:
    """What one answer is worth.

    Attributes:
        right: variables with a required value.
        allowed: variables with a value that is allowed.
        wrong: all other variables.
        found: how many of the required values were found.
        missed: the others.
        misnamed: variables that are right or allowed, with a name of another kind.
        faults: promises that are broken, and how.
    """

    case: Case
    right: tuple[Variable, ...] = ()
    allowed: tuple[Variable, ...] = ()
    wrong: tuple[Variable, ...] = ()
    found: int = 0
    missed: tuple[Gold, ...] = ()
    misnamed: tuple[Variable, ...] = ()
    faults: tuple[tuple[str, str], ...] = ()


def score(case: Case, tool: Tool, synonyms: Synonyms) -> Score:
    """Ask a tool, and compare; one that raises has found nothing."""
    required = [gold for gold in case.golds if gold.required]
    try:
        answer = tool(case.job)
    except Exception as error:  # noqa: BLE001 - each is a fault of the tool
        faults = (("round trip", repr(error)),)
        return Score(case, missed=tuple(required), faults=faults)
    fitting = {
        variable: [gold for gold in case.golds if variable[1] in gold.values]
        for variable in answer.variable_values.items()
    }
    values = set(answer.variable_values.values())
    needed = [gold for gold in required if values.isdisjoint(gold.instead)]
    missed = tuple(gold for gold in needed if values.isdisjoint(gold.values))
    demanded = {one: any(gold.required for gold in fitting[one]) for one in fitting}
    return Score(
        case,
        right=tuple(one for one in fitting if demanded[one]),
        allowed=tuple(one for one in fitting if fitting[one] and not demanded[one]),
        wrong=tuple(one for one in fitting if not fitting[one]),
        found=len(needed) - len(missed),
        missed=missed,
        misnamed=tuple(
            one
            for one, golds in fitting.items()
            if golds and not _well_named(one[0], golds, synonyms)
        ),
        faults=tuple(_faults(case, answer, tool)),
    )


def broken_pieces(case: Case, tool: Tool) -> Iterator[tuple[str, str]]:
    """The halves of a case's texts, cut after each word, that do not come back.

    Nobody writes such prompts on purpose; a selection in an editor looks like that.
    """
    for text in texts_of(case.job):
        for word in list(_WORD.finditer(text))[:MOST_CUTS]:
            for piece in (text[: word.end()], text[word.end() :]):
                fault = _broken(Templatize((user(piece),)), tool)
                if fault:
                    yield piece, fault


def _broken(job: Templatize, tool: Tool) -> str:
    try:
        answer = tool(job)
    except Exception as error:  # noqa: BLE001 - each is a fault of the tool
        return repr(error)
    back = Templatize(answer.messages, answer.system or None)
    same = _placed(back, answer.variable_values) == _placed(job, {})
    return "" if same else "the values placed again do not give the text"


def _well_named(name: str, golds: list[Gold], synonyms: Synonyms) -> bool:
    """Whether a name says the kind: a known one, perhaps with words before it."""
    right = {one for gold in golds for one in gold.names}
    right |= {other for one in right for other in synonyms.get(one, ())}
    stem = _NUMBERED.sub("", name)
    # Words before `NAME` change the kind: a `COMPANY_NAME` is no person's.
    specific = (stem.endswith(f"_{one}") for one in right if one != "NAME")
    return name in right or stem in right or any(specific)


def _faults(case: Case, answer: Answer, tool: Tool) -> Iterator[tuple[str, str]]:
    """The promises of every engine that an answer breaks."""
    values = answer.variable_values
    back = Templatize(answer.messages, answer.system or None)
    if _placed(back, values) != _placed(case.job, {}):
        yield "round trip", "the values placed again do not give the prompt"
    again = tool(back).variable_values
    if again:
        yield "idempotence", f"a second run takes out {dict(again)}"
    if "exact" in case.flags and (
        _placed(back, {}) != _placed(case.expected, {})
        or dict(values) != _exact_values(case)
    ):
        yield "exactness", f"it came out with {dict(values)}"


def _exact_values(case: Case) -> dict[str, str]:
    return {gold.names[0]: gold.values[0] for gold in case.golds if gold.required}


def _placed(job: Templatize, values: Mapping[str, str]) -> object:
    """All texts in their structure, with the values placed in one pass."""
    names = "|".join(map(re.escape, values)) or "(?!)"
    slot = re.compile(rf"\{{\{{({names})\}}\}}")

    def placed(text: str) -> str:
        return slot.sub(lambda found: values[found[1]], text)

    return placed(job.system or ""), [
        (one.role, [placed(text) for text in one.texts]) for one in job.messages
    ]
