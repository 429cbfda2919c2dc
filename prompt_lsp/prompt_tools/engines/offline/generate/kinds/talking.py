"""Tasks in which somebody is spoken to: an assistant, a character, a teacher."""

from prompt_lsp.prompt_tools.engines.offline.generate import nouns
from prompt_lsp.prompt_tools.engines.offline.generate.clause import Clause, Form
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
from prompt_lsp.prompt_tools.engines.offline.generate.plan import Input, Plan
from prompt_lsp.prompt_tools.engines.offline.generate.words import whole

_PLAYED = frozenset(
    "pirate wizard king queen detective shakespeare knight character villain hero "
    "terminal console interpreter interviewer npc narrator master ghost".split()
)
_KEPT = frozenset(
    "policy documentation document manual handbook faq knowledge base guide catalog "
    "catalogue menu website docs article report contract".split()
)


_BOTS = frozenset("chatbot bot agent assistant chat".split())
_HOUSES = frozenset(
    "bank shop store company hotel restaurant school university college airline "
    "clinic hospital startup library museum agency website firm business insurer "
    "insurance gym salon bakery cafe airport city municipality platform marketplace "
    "dealership pharmacy practice brand service provider organization".split()
)


def persona(clause: Clause) -> Plan:
    """Speak as somebody; also what is done where the kind of a task is unknown."""
    speaks = clause.form in (Form.PERSONA, Form.RELATIVE)
    if clause.verb == "read" and clause.object and clause.object[0].head in nouns.TEXTS:
        return _reading("" if speaks else role("assistant", clause, "careful"), clause)
    known = tuple(material(one, several=True) for one in _known(clause))
    talk = not {"bot", "chatbot", "chat", "customer", "customers"}.isdisjoint(
        clause.words
    )
    heard = (
        detail("USER_MESSAGE", "Here is the user's message:", long=True)
        if talk
        else detail("USER_REQUEST", "Here is the user's request:", long=True)
    )
    house = _house(clause) if talk and speaks and not known else None
    if house:
        return _serving(house, heard)
    noun = "message" if talk else "request"
    played = speaks and not _PLAYED.isdisjoint(clause.words[:6])
    if played:
        return _played(known, heard, noun)
    bound = "your role" if speaks else "the task" if clause.text else ""
    limit = f"If the {noun} lies outside {bound}, say what you can help with."
    limits = (limit,) if bound else ()
    said = "as the task says, " if clause.text else ""
    return Plan(
        "" if speaks else role("assistant", clause, "capable"),
        (*known, heard),
        (
            (
                f"Work out what the {noun} asks for, and what it tells about the "
                "user's situation."
            ),
            (
                f"Answer it {_from(known)}{'in your role, ' if speaks else said}with "
                "concrete detail that fits that situation."
            ),
            "If something is missing that changes the answer, ask for it.",
        ),
        ("Say so when you do not know something, instead of making it up.", *limits),
        ("Answer the user directly, in the language that they write in.",),
    )


def question(clause: Clause) -> Plan:
    """Answer one question."""
    lead = "Here is what is known about the situation of the person who asks:"
    return Plan(
        role("adviser", clause, "knowledgeable"),
        (wish("CONTEXT", lead),),
        (
            "Answer the question itself in the first sentence.",
            "Give the reasons, and what follows from them in this situation.",
        ),
        (
            "Say what you are not sure of, and what the answer depends on.",
            "Prefer concrete advice and examples to general remarks.",
        ),
        ("Give only the answer; do not repeat the question.",),
    )


def explain(clause: Clause) -> Plan:
    """Make something understood."""
    first = clause.object[0] if clause.object else Phrase("", ("topic",))
    general = {
        "concept",
        "topic",
        "term",
        "idea",
        "word",
        "subject",
        "theory",
        "question",
    }
    pointed = first.determiner in {"this", "these", "that", "those"}
    if first.head in general | nouns.TEXTS and (first.unsaid or pointed):
        inputs = (material(first)._replace(long=first.head in nouns.TEXTS),)
    else:
        lead = "Here is what the reader wants to know in particular:"
        inputs = (wish("READER_QUESTION", lead),)
    return Plan(
        role(
            "teacher" if not nouns.field_of(clause.words) else "expert",
            clause,
            "patient",
        ),
        inputs,
        (
            "Say the core of it in one sentence.",
            "Build on what the reader already knows, one thought at a time.",
            "Give one concrete example that makes the point.",
        ),
        (
            "Explain a technical term when you first use it, or do without it.",
            "Simplify, but state nothing that is false.",
        ),
        ("Give only the explanation.",),
    )


def _reading(first: str, clause: Clause) -> Plan:
    """Do with a text what the task says: `reads the message, decides …`."""
    about = clause.object[0]
    noun = about.several if about.plural else about.one
    return Plan(
        first,
        (material(about, several=about.plural),),
        (
            f"Read {whole(noun)} before you answer.",
            "Do what is asked, one thing after the other, and leave nothing out.",
            f"Check the result against the {noun}.",
        ),
        (
            material_only(noun),
            "Say so when something is not in there, instead of making it up.",
        ),
        ("Give only what is asked for.",),
    )


def _played(known: tuple[Input, ...], heard: Input, noun: str) -> Plan:
    return Plan(
        "",
        (*known, heard),
        (
            f"Take in the {noun} as your character would.",
            "Answer as your character, with the knowledge and the manner that it has.",
        ),
        ("Stay in character; do not comment on your role.",),
        ("Give only what your character says or shows.",),
    )


def _house(clause: Clause) -> Phrase | None:
    """Whose chatbot it is: `a chatbot for a bank`."""
    if not clause.object or clause.object[0].head not in _BOTS:
        return None
    behind = clause.behind("for", "of", "at")
    return next((one for one in behind if one.head in _HOUSES), None)


def _serving(house: Phrase, heard: Input) -> Plan:
    """Speak for a house with those who come to it."""
    noun = house.one
    mine = house.determiner if house.determiner in {"my", "our"} else "the"
    lead = f"Here is what you know about {mine} {noun}:"
    return Plan(
        "",
        (detail(f"{named(noun)}_INFORMATION", lead, long=True), heard),
        (
            (
                "Work out what the message asks for, and what it tells about the "
                "user's situation."
            ),
            f"Find what you know about {mine} {noun} that bears on it.",
            "Answer from that, and say what the user can do next.",
        ),
        (
            (
                f"Say nothing about {mine} {noun} that you were not told; where you do "
                "not know, say so and name where the user can ask."
            ),
            "Never ask for passwords, codes or card numbers.",
            "If the message lies outside your role, say what you can help with.",
        ),
        ("Answer the user directly, in the language that they write in.",),
    )


def _known(clause: Clause) -> tuple[Phrase, ...]:
    """What an assistant is to know: `answers questions about our return policy`."""
    phrases = clause.behind("about", "on", "from", "based", "using", "regarding")
    return tuple(one for one in phrases if one.head in _KEPT and one.unsaid)


def _from(known: tuple[Input, ...]) -> str:
    if not known:
        return ""
    return f"from the {known[0].name.lower().replace('_', ' ')} alone, "
