"""Tasks on code: write it, review it, fix it, explain it."""

from prompt_lsp.prompt_tools.engines.offline.generate import nouns
from prompt_lsp.prompt_tools.engines.offline.generate.clause import Clause, Form
from prompt_lsp.prompt_tools.engines.offline.generate.kinds.reading import (
    material_only,
)
from prompt_lsp.prompt_tools.engines.offline.generate.phrase import (
    Phrase,
    detail,
    material,
    wish,
)
from prompt_lsp.prompt_tools.engines.offline.generate.plan import Input, Plan
from prompt_lsp.prompt_tools.engines.offline.generate.words import article

_DOCUMENTING = frozenset({"document", "annotate"})
_TURNING = frozenset({"convert", "turn", "transform", "translate"})
_CODE = Phrase("the", ("code",))


def write_code(clause: Clause) -> Plan:
    """Write code that does what is asked."""
    given = _needed(clause)
    noun = _made(clause)
    return Plan(
        _engineer(clause),
        given,
        (
            "List the inputs, the results and the edge cases that the task implies.",
            f"Write the {noun} in the simplest way that handles all of them.",
            (
                "Go through it once with an ordinary and once with an extreme input, "
                "and correct it."
            ),
        ),
        (
            "Follow the conventions of the language, and use clear names.",
            "Call only functions and libraries that exist, the standard ones first.",
            "Where something is left open, choose the plainest reading and say so.",
        ),
        (
            (
                "Give the code in one code block, then how to use it in at most three "
                "sentences."
            ),
        ),
    )


def review_code(clause: Clause) -> Plan:
    """Find what is wrong with code before it is merged."""
    noun = _read(clause).one
    return Plan(
        _engineer(clause),
        (_material(clause),),
        (
            f"Work out what the {noun} is meant to do.",
            (
                "Look for errors first: wrong results, unhandled cases, security "
                "holes, races."
            ),
            "Then look for what makes it slow, or hard to read and to change.",
        ),
        (
            material_only(noun),
            "Report only what you can show with a line of the code; leave taste aside.",
            "Say plainly if there is nothing to object to.",
        ),
        (
            (
                "List the findings by severity, each with its place, the reason and a "
                "corrected version."
            ),
            "End with a verdict in one sentence.",
        ),
        weighs=True,
    )


def fix_code(clause: Clause) -> Plan:
    """Make code do what it should."""
    noun = _read(clause).one
    tidy = clause.verb in {
        "refactor",
        "optimize",
        "optimise",
        "migrate",
        "port",
        "simplify",
        "improve",
        "convert",
        "translate",
        "clean",
    }
    wrong = detail(
        "PROBLEM", "Here is the error message, or what goes wrong:", long=True
    )
    return Plan(
        _engineer(clause),
        (_material(clause),) if tidy else (_material(clause), wrong),
        (
            f"Work out what the {noun} does now, and what it should do.",
            "Find the places that have to change, and the cause behind them."
            if not tidy
            else "Find the places that have to change, and what depends on them.",
            (
                "Change as little as does the job properly, and check the neighbouring "
                "cases."
            ),
        ),
        (
            material_only(noun),
            "Keep behaviour that the task does not ask to change.",
            "If the code alone does not show the cause, say what else you need to see."
            if not tidy
            else "Keep names and interfaces that other code may rely on.",
        ),
        (
            "Name the cause in one or two sentences."
            if not tidy
            else "Name what you changed in one or two sentences.",
            "Then give the complete corrected code in one code block."
            if not tidy
            else "Then give the complete code in one code block.",
        ),
        weighs=True,
    )


def explain_code(clause: Clause) -> Plan:
    """Say what code does."""
    noun = _read(clause).one
    return Plan(
        _engineer(clause),
        (_material(clause),),
        (
            f"Say in one sentence what the {noun} is for.",
            "Go through it part by part: what each part does, and why it is there.",
            (
                "Point out what may surprise a reader, such as side effects and "
                "edge cases."
            ),
        ),
        (
            material_only(noun),
            "Explain what the code does, not what its comments claim.",
            "Say so where the purpose can only be guessed.",
        ),
        ("Give the summary first, then the parts in the order of the code.",),
    )


def _engineer(clause: Clause) -> str:
    language = nouns.programming_language(tuple(clause.text.split()[:60]))
    words = f"{language} developer" if language else "software engineer"
    return f"You are {article('experienced')} experienced {words}."


def _needed(clause: Clause) -> tuple[Input, ...]:
    """What the code is written for."""
    words = set(clause.words)
    if words & {"sql", "query", "queries"} and "api" not in words:
        return (
            detail("DATABASE_SCHEMA", "Here is the schema of the database:", long=True),
            *(
                material(one)
                for one in (*clause.object, *clause.behind("from", "for", "given"))
                if one.head in {"question", "request", "description", "requirement"}
            ),
        )
    if clause.verb in _DOCUMENTING and clause.object:
        return (material(clause.object[0], several=True),)
    tested = words & {"test", "tests", "documentation"}
    behind = clause.behind("for", "from", "given", "of", "based")
    found = tuple(
        material(one, several=True)
        for one in behind
        if one.unsaid
        and one.head in nouns.TEXTS | nouns.CODE_THINGS | {"docstring"}
        and one.head not in {"app", "application", "website", "api", "text"}
    )
    if found or tested:
        return found or (material(_CODE),)
    lead = "Here are further requirements, such as versions, inputs and limits:"
    return (wish("REQUIREMENTS", lead),)


def _made(clause: Clause) -> str:
    if clause.verb in _DOCUMENTING:
        return "documentation"
    turned = clause.behind("to", "into") if clause.verb in _TURNING else ()
    first = (*turned, *clause.object, _CODE)[0]
    return first.several if len(first.words) < 5 else "code"


def _read(clause: Clause) -> Phrase:
    """The code that the task is about."""
    if clause.form is Form.NOUN:
        behind = clause.behind("of", "for", "on")
        first = behind[0] if behind else _CODE
        lone = len(first.words) == 1 and nouns.programming_language(first.words)
        return Phrase("the", (*first.words, "code")) if lone else first
    first = clause.object[0] if clause.object else _CODE
    behind = clause.behind("in", "of", "from")
    inner = {"bug", "error", "issue", "problem", "vulnerability", "performance"}
    if first.head in inner:
        return behind[0] if behind else _CODE
    return first


def _material(clause: Clause) -> Input:
    return material(_read(clause))
