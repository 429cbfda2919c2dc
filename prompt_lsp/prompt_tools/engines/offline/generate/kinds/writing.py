"""Tasks that make something new: texts, replies, plans, ideas."""

from prompt_lsp.prompt_tools.engines.offline.generate import nouns
from prompt_lsp.prompt_tools.engines.offline.generate.clause import Clause
from prompt_lsp.prompt_tools.engines.offline.generate.kinds.reading import (
    material_only,
)
from prompt_lsp.prompt_tools.engines.offline.generate.kinds.role import role
from prompt_lsp.prompt_tools.engines.offline.generate.phrase import (
    Phrase,
    detail,
    material,
    named,
    wish,
)
from prompt_lsp.prompt_tools.engines.offline.generate.plan import Input, Need, Plan

_TEXT = Phrase("the", ("text",))
# What stands behind these is what a text is made from, if it is left open.
_SOURCES = (
    "responding to", "replying to", "answering", "to", "from", "based on", "based",
    "given", "using", "about", "on", "regarding", "concerning", "announcing",
    "describing", "introducing", "summarizing", "explaining", "promoting", "of", "for",
    "covering", "inviting",
)  # fmt: skip
# What a text of a sort cannot be written without.
_WANTED = (
    ("subject line", ("email",)),
    ("cover letter", ("job description", "resume")),
    ("meeting minutes", ("meeting transcript",)),
    ("release notes", ("changes",)),
    ("changelog", ("changes",)),
    ("commit message", ("diff",)),
    ("press release", ("announcement facts",)),
    ("product description", ("product details",)),
    ("job description", ("position details",)),
    ("job posting", ("position details",)),
    ("lesson plan", ("learning goals",)),
    ("quiz", ("source material",)),
    ("flashcard", ("source material",)),
    ("recipe", ("ingredients",)),
)
_CREATIVE = frozenset(
    "poem haiku story song sonnet limerick tale fable novel lyrics riddle joke scene "
    "screenplay lullaby monologue dialogue chapter".split()
)
_LETTERS = frozenset("email e-mail letter message".split())
_GENERAL = frozenset("topic subject theme something thing".split())
_PUBLIC = frozenset(
    "audience reader user beginner child kid adult people person student developer "
    "applicant candidate tenant guest patient visitor member subscriber colleague "
    "team website site blog company business customer client manager boss".split()
)
_OF_APPLICANTS = frozenset({"resume", "résumé", "cv"})
_ANSWERS = frozenset("reply response answer".split())


def write(clause: Clause) -> Plan:
    """Write a text of some sort."""
    sort = _sort(clause)
    if sort.head in _ANSWERS or clause.behind("responding to", "replying to"):
        return reply(clause)
    inputs = _sources(clause, sort)
    noun = sort.several if sort.plural else sort.one
    basis = _basis(clause, inputs)
    if sort.head in _CREATIVE:
        return _creative(noun, inputs)
    letter = sort.head in _LETTERS
    applies = sort.one.lower() == "cover letter" or sort.head in _OF_APPLICANTS
    return Plan(
        "You are an experienced career coach."
        if applies
        else role("copywriter" if _sells(clause) else "writer", clause),
        inputs,
        (
            f"Settle what the {noun} must make {_its(sort)} readers know, feel or do.",
            f"Choose from {basis} what serves that, and put it in order.",
            f"Write the {noun}, then cut every sentence that adds nothing.",
        ),
        (
            (
                f"Use only facts from the task and {basis}; invent no names, figures "
                "or quotes."
            ),
            "Write it ready to use, with no gaps left to fill in.",
        ),
        (
            f"Give only the {noun}, beginning with the subject line."
            if letter and sort.head not in {"letter", "message"}
            else f"Give only the {noun}.",
        ),
    )


def reply(clause: Clause) -> Plan:
    """Answer somebody's message in writing."""
    sort = _sort(clause)
    behind = clause.behind(
        "responding to", "replying to", "answering", "to", "for", "on"
    )
    about = next((one for one in behind if one.unsaid), Phrase("", ("message",)))
    if clause.verb in {"respond", "reply"} and clause.object:
        about = clause.object[0]
    if about.head not in nouns.TEXTS and _somebody(about):
        about = about._replace(words=(*about.words[:-1], about.head, "message"))
    given = material(about)
    noun = about.one
    words = set(clause.words)
    company = words & {
        "customer", "customers", "client", "clients", "complaint", "complaints",
        "support", "guest", "guests", "review", "reviews", "ticket", "tickets",
    }  # fmt: skip
    inputs = [given]
    if company:
        lead = "Here is the name of the company that you write for:"
        inputs.append(detail("COMPANY_NAME", lead))
    written = clause.verb not in {"respond", "reply"} and clause.object
    known = written and sort.head in nouns.ARTEFACTS | _ANSWERS
    text = sort.one if known else "reply"
    subject = ", beginning with the subject line" if text.endswith("email") else ""
    support = "You are an experienced customer support agent."
    return Plan(
        support if company else role("correspondent", clause),
        tuple(inputs),
        (
            f"Work out what the writer of the {noun} wants and how they feel about it.",
            "Address each point, the most pressing first, and say what happens next.",
            f"Write the {text} in the tone that the situation calls for.",
        ),
        (
            material_only(noun),
            (
                "Promise nothing that neither the task nor the material grants, such "
                "as refunds or dates."
            ),
            "Where a fact is missing, ask for it or leave it out.",
        ),
        (f"Give only the {text}{subject}.",),
    )


def _somebody(phrase: Phrase) -> bool:
    return phrase.head in _PUBLIC or nouns.is_person(phrase.head)


def plan(clause: Clause) -> Plan:
    """Put what is to be done into an order."""
    wishes = wish(
        "CONSTRAINTS",
        "Here is what the plan must respect, such as time, budget and preferences:",
    )
    sources = tuple(
        material(one, several=True)
        for one in clause.behind("from", "based", "using", "given")
        if one.unsaid
    )
    inputs = sources or (wishes,)
    basis = _basis(clause, inputs)
    return Plan(
        role("planner", clause),
        inputs,
        (
            f"Take the goal from the task, and the limits from {basis}.",
            "Break the goal into parts, and estimate what each of them takes.",
            "Put them in an order that works, and leave room for what may go wrong.",
        ),
        (
            "Respect every limit; where two conflict, say so and propose a way out.",
            "State the assumptions that you had to make.",
        ),
        ("Give the plan part by part in order, with the time and means for each.",),
    )


def brainstorm(clause: Clause) -> Plan:
    """Collect ideas."""
    about = clause.behind("for", "about", "on", "to")
    left_open = tuple(
        one
        for one in about
        if one.determiner in {"a", "an", "my", "our"}
        or (not one.determiner and one.plural and one.head in nouns.TEXTS)
    )
    sources = clause.behind("from", "based", "given", "using")
    inputs = tuple(material(one, several=True) for one in sources if one.unsaid)
    inputs = (
        inputs
        or tuple(_about(one) for one in left_open)
        or (wish("PREFERENCES", "Here is what the ideas should take into account:"),)
    )
    first = clause.object[0] if clause.object else None
    noun = first.several if first and first.plural else "ideas"
    return Plan(
        role("strategist" if nouns.field_of(clause.words) else "", clause, "inventive")
        if nouns.field_of(clause.words)
        else "You are an inventive creative partner.",
        inputs,
        (
            f"Look for {noun} in several different directions.",
            (
                f"Keep those that fit {_basis(clause, inputs)} and stand apart "
                "from each other."
            ),
            "Put the strongest first.",
        ),
        (
            "No two of them may be variations of the same thought.",
            "Prefer the specific to what would fit anything.",
        ),
        ("Give a numbered list, with one sentence on each that says why it fits.",),
    )


def _sort(clause: Clause) -> Phrase:
    return clause.object[0] if clause.object else Phrase("", ("text",))


def _sources(clause: Clause, sort: Phrase) -> tuple[Input, ...]:
    """What the text is made from: what the task leaves open, or what its sort needs."""
    found: list[Input] = []
    for complement in clause.complements:
        if complement.link in _SOURCES:
            found += _open(complement.link, complement.phrases)
    wanted = next((needs for of, needs in _WANTED if of in sort.one.lower()), ())
    if wanted:
        found = [one for one in found if not one.name.endswith("_DETAILS")]
        found = [one for one in found if not one.name.endswith("_APPLICATION")]
    if len(wanted) == 1 and found:
        wanted = ()
    for noun in wanted:
        one = Phrase("", tuple(noun.split()))
        if not any(_same(named(noun), given.name) for given in found):
            found.append(material(one, several=True))
    return tuple(found) or (_points(sort),)


def _same(one: str, other: str) -> bool:
    """Whether two names are of the same thing: a job's posting is its description."""
    first = one.partition("_")[0]
    return one in other or other in one or first == other.partition("_")[0]


def _points(sort: Phrase) -> Input:
    noun = sort.several if sort.plural else sort.one
    if sort.head in _CREATIVE:
        return wish("WISHES", f"Here are the reader's wishes for the {noun}, if any:")
    return wish("KEY_POINTS", f"Here are the points that the {noun} should cover:")


def _open(link: str, phrases: tuple[Phrase, ...]) -> list[Input]:
    found: list[Input] = []
    for one in phrases:
        left_open = one.determiner in {
            "a",
            "an",
            "given",
            "any",
            "each",
            "every",
            "my",
            "our",
            "the",
            "following",
        }
        text = one.head in nouns.TEXTS
        bare = text and one.unsaid and link not in {"about", "of"}
        if one.head in _GENERAL:
            found.append(Input("TOPIC", "Here is the topic:", long=False))
        elif text and (left_open or bare):
            found.append(material(one, several=one.plural))
        elif (
            one.determiner in {"a", "an"}
            and one.head not in _PUBLIC
            and link not in {"to", "on", "about", "of"}
        ):
            found.append(_details(one))
    return found


def _about(one: Phrase) -> Input:
    """What ideas are collected for: the text itself, or what is to be known of it."""
    bare = not one.determiner and one.head in nouns.TEXTS
    return material(one) if bare else _details(one)


def _details(one: Phrase) -> Input:
    noun = one.one
    name = named(noun)
    if not name:
        return wish("DETAILS", "Here are the details:")
    mine = one.determiner if one.determiner in {"my", "our"} else "the"
    return Input(f"{name}_DETAILS", f"Here are the details of {mine} {noun}:")


def _basis(clause: Clause, inputs: tuple[Input, ...]) -> str:
    """What is filled in, as a sentence speaks of it."""
    if clause.filled:
        return "what is given"
    if len(inputs) == 1:
        one = inputs[0]
        wished = one.name.lower().replace("_", " ")
        said = one.lead.partition(" ")[2].partition(" ")[2].rstrip(":")
        return f"the {wished}" if one.need is Need.WISH else said
    return "the material above"


def _creative(noun: str, inputs: tuple[Input, ...]) -> Plan:
    return Plan(
        "You are an accomplished writer with an ear for rhythm and detail.",
        inputs,
        (
            "Find one image or turn that the piece can live on.",
            f"Write the {noun} towards it, from the first line on.",
            "Revise until no word could be replaced by a more exact one.",
        ),
        (
            "Show things instead of naming feelings.",
            "Avoid stock phrases and the first rhyme that comes to mind."
            if noun.rsplit(maxsplit=1)[-1]
            in {"poem", "sonnet", "song", "limerick", "lyrics"}
            else "Avoid stock phrases and predictable endings.",
        ),
        (f"Give only the {noun}, with a title if one suits it.",),
    )


def _its(sort: Phrase) -> str:
    return "their" if sort.plural else "its"


def _sells(clause: Clause) -> bool:
    return not {
        "product",
        "ad",
        "ads",
        "landing",
        "tagline",
        "brochure",
        "slogan",
        "advertisement",
    }.isdisjoint(clause.words)
