"""Tasks that set things side by side, or find what goes with what."""

from prompt_lsp.prompt_tools.engines.offline.generate import nouns
from prompt_lsp.prompt_tools.engines.offline.generate.clause import Clause, Form
from prompt_lsp.prompt_tools.engines.offline.generate.kinds.role import role
from prompt_lsp.prompt_tools.engines.offline.generate.phrase import (
    Phrase,
    detail,
    material,
    wish,
)
from prompt_lsp.prompt_tools.engines.offline.generate.plan import Input, Plan
from prompt_lsp.prompt_tools.engines.offline.generate.verbs import is_verb

_COMPARING = frozenset({"compare", "contrast", "match", "differentiate"})


def compare(clause: Clause) -> Plan:
    """Set things side by side."""
    all_sides = sides(clause)
    if clause.verb == "match" and len(all_sides) > 1:
        return _matched(clause, all_sides[0], all_sides[1])
    inputs = _of_sides(all_sides)
    stated = bool(clause.behind("on", "by", "regarding", "in"))
    if not inputs and not stated:
        lead = "Here is what matters to the reader of the comparison:"
        inputs = (wish("PRIORITIES", lead),)
    points = (
        "the points that the task names"
        if stated
        else "the points on which they differ in a way that matters"
    )
    return Plan(
        role("analyst", clause, "impartial"),
        inputs,
        (
            f"Choose {points}.",
            "Compare on every point all sides, by the same measure.",
            "Say which side is the better choice, and for whom.",
        ),
        (
            "Keep facts and your judgement apart.",
            "Say so where something is unknown, instead of guessing.",
        ),
        (
            "Give a table with one row for each point and one column for each side.",
            "Close with the conclusion in one or two sentences.",
        ),
        weighs=True,
    )


def sides(clause: Clause) -> tuple[Phrase, ...]:
    """What is set side by side."""
    made = clause.form is Form.NOUN or clause.verb not in _COMPARING
    first = clause.behind("of", "between") if made else clause.object
    if made and clause.object and clause.object[0].determiner in {"two", "both"}:
        return clause.object[:1]
    # `… and list differences` is another thing to do, and no side.
    first = tuple(
        one for one in first if len(one.words) < 2 or not is_verb(one.words[0])
    )
    return (*first, *clause.behind("with", "to", "against", "and", "versus", "vs"))


def _matched(clause: Clause, ones: Phrase, others: Phrase) -> Plan:
    """Find out what goes with what: `match candidates to jobs`."""
    one, other = (side.several for side in (ones, others))
    return Plan(
        role("analyst", clause, "impartial"),
        (material(ones, several=True), material(others, several=True)),
        (
            f"Work out what the {other} ask for, and what the {one} offer.",
            f"Compare the {one} with the {other} on each of these points.",
            "Settle on the matches that fit best, and note what decides.",
        ),
        (
            f"Judge only by what is said of the {one} and the {other}.",
            "Say so where nothing fits, instead of forcing a match.",
        ),
        ("Give one line for each match, with the reason for it.",),
        weighs=True,
    )


def _of_sides(found: tuple[Phrase, ...]) -> tuple[Input, ...]:
    """Inputs for sides that are texts, or are left open."""
    if len(found) == 1:
        one = found[0]
        asked = detail("QUESTION", "Here is the question that they answer:")
        known = one.head in {"answer", "response", "reply"}
        return (*([asked] if known else []), *_pair(one))
    made: list[Input] = []
    for one in found:
        if one.determiner in {"two", "both"}:
            made += _pair(one)
        elif one.head in nouns.TEXTS or one.determiner in {"a", "an", "my", "our"}:
            made.append(material(one))
    return tuple(made)


def _pair(of: Phrase) -> tuple[Input, Input]:
    """The inputs for two of a kind."""
    noun, name = of.one, of.name or "TEXT"
    return (
        Input(f"{name}_1", f"Here is the first {noun}:"),
        Input(f"{name}_2", f"Here is the second {noun}:"),
    )
