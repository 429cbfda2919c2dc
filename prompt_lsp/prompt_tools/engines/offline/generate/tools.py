"""Tools that a task names by what they make: `SQL query generator`, `text to SQL`.

Who a writer of subject lines is, is said quickly; what has to be done is the plan of
writing a subject line.
"""

import re
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.generate.nouns import (
    ARTEFACTS,
    CODE_THINGS,
    LANGUAGES,
    TEXTS,
    programming_language,
)
from prompt_lsp.prompt_tools.engines.offline.generate.verbs import (
    is_verb,
    kind_of_noun,
)
from prompt_lsp.prompt_tools.engines.offline.generate.words import article, singular


class Tool(NamedTuple):
    """A tool.

    Attributes:
        work: what it does, as a statement that begins with a verb.
        named: the task names somebody who does it, and not the work itself.
    """

    work: str
    named: bool


_DONE_BY = {
    "generator": "generate", "creator": "generate", "maker": "generate",
    "builder": "generate", "writer": "write", "composer": "write",
    "summarizer": "summarize", "summariser": "summarize",
    "translator": "translate", "classifier": "classify", "categorizer": "classify",
    "tagger": "classify", "labeler": "classify", "detector": "detect",
    "moderator": "moderate", "extractor": "extract", "parser": "extract",
    "reviewer": "review", "grader": "grade", "scorer": "score",
    "evaluator": "evaluate", "checker": "check", "corrector": "correct",
    "proofreader": "proofread", "rewriter": "rewrite", "paraphraser": "paraphrase",
    "simplifier": "simplify", "shortener": "shorten", "humanizer": "rewrite",
    "formatter": "format", "converter": "convert", "analyzer": "analyze",
    "analyser": "analyze", "planner": "plan", "explainer": "explain",
    "debugger": "debug", "fixer": "fix", "optimizer": "optimize",
    "router": "route", "improver": "improve", "enhancer": "improve",
    "refactorer": "refactor",
}  # fmt: skip
_AGENT = re.compile(
    r"(?:an? |the |my |our )?(?P<what>[\w'#+&/.-]{1,40}(?: [\w'#+&/.-]{1,40}){0,5})"
    rf" (?P<agent>{'|'.join(_DONE_BY)})"
    r"(?P<rest> (?:for|of|from|in|into|by|using|with) .{1,200})?",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"(?P<from>[\w+#]{1,20}(?: [\w+#]{1,20}){0,2})"
    r"(?: to |-to-| ?2 ?|\u2192| ?-> ?)"
    r"(?P<to>natural language|[\w+#]{1,20})"
    r"(?P<more> (?:translat|conver|generat|quer)\w{0,12})?"
    r"(?P<rest> (?:for|with|of) .{1,200})?",
    re.IGNORECASE,
)
_TURN = re.compile(r"(?:translate|convert|turn|transform) ", re.IGNORECASE)
_JUDGE = re.compile(r"(?:llm|ai|model)[- ]as[- ](?:an?[- ])?judge", re.IGNORECASE)
# Last words that other languages, whose verbs begin alike, do not have.
_ENGLISH = frozenset(_DONE_BY) | frozenset(
    "analysis summary recognition parsing grading writing editing debugging planning "
    "proofreading answering brainstorming".split()
)
_SHORT = 100  # characters
_WORDED = frozenset(
    "text|natural language|english|plain english|question|questions|language|nl"
    "|natural-language|plain text|prompt".split("|")
)
_FORMATS = frozenset("json csv xml yaml html markdown toml latex".split())
_WRITTEN = ARTEFACTS | TEXTS | {"line", "description", "outline", "hook", "bio"}
_PLANNED = frozenset(
    "meal trip travel workout study lesson week day diet project training "
    "itinerary".split()
)
_FAULTS = frozenset({"grammar", "spelling", "style", "punctuation"})
# What is done on anything, so that only a text says that it is done by a tool.
_OF_TEXTS = frozenset(
    {"review", "explain", "improve", "optimize", "fix", "moderate", "route"}
)


def tool(statement: str) -> Tool | None:
    """The work of the tool that a whole statement names, if it names one."""
    if _JUDGE.fullmatch(statement):
        return Tool("evaluate a response by a rubric", named=False)
    pair = _pair(statement)
    if pair is not None:
        work = _between(pair["from"], pair["to"])
        named = (pair["more"] or "").endswith(("er", "or"))
        return Tool(work + (pair["rest"] or ""), named) if work else None
    agent = _AGENT.fullmatch(statement)
    if agent is None:
        return None
    work = _done(_DONE_BY[agent["agent"].lower()], agent["what"], agent["rest"] or "")
    return Tool(work, named=True) if work else None


def names_agent(text: str) -> bool:
    """Whether a text is a few words that name an English doer: `resume parser`."""
    words = text[:_SHORT].lower().split()
    return (
        len(words) < 6
        and len(text) < _SHORT
        and words[-1:] != []
        and words[-1].strip(".!") in _ENGLISH
    )


def _pair(statement: str) -> re.Match[str] | None:
    """What a statement of two languages or formats says, with a verb or without."""
    turned = _TURN.match(statement)
    pair = _PAIR.fullmatch(statement, turned.end() if turned else 0)
    if pair is None:
        return None
    worded = pair["from"].lower() in _WORDED and not _is_tongue(pair["to"])
    bare = not turned and not is_verb(pair["from"].split()[0])
    return pair if bare or (turned and worded) else None


def _is_tongue(name: str) -> bool:
    return name.title() in LANGUAGES


def _between(one: str, other: str) -> str:
    """What is done from one language or format to the other."""
    if other.title() in LANGUAGES and one.title() in LANGUAGES:
        return f"translate a text from {one.title()} to {other.title()}"
    return _to_code(one, other) or _from_code(one, other)


def _to_code(one: str, other: str) -> str:
    coded = programming_language((other,))
    if one.lower() in _WORDED and other.lower() == "sql":
        return f"write {other} queries from a question"
    if one.lower() in _WORDED and coded:
        return f"write {other} code from a description"
    if coded and programming_language((one,)):
        return f"convert {one} code to {other} code"
    return ""


def _from_code(one: str, other: str) -> str:
    if other.lower() in _WORDED and programming_language((one,)):
        return f"explain {one} code in plain words"
    if {one.lower(), other.lower()} <= _FORMATS:
        return f"convert {one} data to {other}"
    return ""


def _done(verb: str, what: str, rest: str) -> str:
    """The statement of a tool's work; empty where its name may mean something else."""
    last = singular(what.rpartition(" ")[2]).lower()
    coded = last in CODE_THINGS or programming_language((*what.split(),)) != ""
    if verb == "translate":
        return _translated(what, rest)
    if verb in {"generate", "write"}:
        return _made(verb, what, rest, coded=coded)
    if verb == "plan":
        return f"plan {article(what)} {what}{rest}" if last in _PLANNED else ""
    if verb in {"check", "correct"} and last in _FAULTS:
        return f"correct the {what} of a text{rest}"
    if verb == "check":
        return f"check a text for {what}{rest}" if last not in TEXTS else ""
    if verb in {"grade", "evaluate", "score"}:
        rest = rest.replace(" with ", " using ", 1)
    named = coded or last in TEXTS or verb not in _OF_TEXTS
    return f"{verb} {what}{rest}" if named else ""


def _translated(what: str, rest: str) -> str:
    pair = _PAIR.fullmatch(what)
    if pair:
        return _between(pair["from"], pair["to"])
    if what.title() in LANGUAGES:
        return f"translate a text into {what.title()}{rest}"
    known = singular(what.rpartition(" ")[2]).lower() in TEXTS
    return f"translate {what}{rest}" if known else ""


def _made(verb: str, what: str, rest: str, *, coded: bool) -> str:
    """What a generator or a writer does; nothing where it may make anything."""
    last = singular(what.rpartition(" ")[2]).lower()
    if coded:
        asked = "question" if "sql" in what.lower().split() else "description"
        return f"{verb} {what}{rest} from a {asked}"
    known = last in _WRITTEN or kind_of_noun(last)
    return f"{verb} {article(what)} {what}{rest}" if known else ""
