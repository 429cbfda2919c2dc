"""How an English statement is put: what it asks for, and in which form.

`A chef for …` says who the model is, `Classify …` what it does, `Summarizing …` the
same as a noun; `I need a prompt that …` says it of the prompt. Each form is woven into
a sentence in its own way, so that the statement keeps its words.
"""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from prompt_lsp.prompt_tools.engines.offline.generate import nouns
from prompt_lsp.prompt_tools.engines.offline.generate.phrase import (
    Complement,
    Phrase,
    complements,
)
from prompt_lsp.prompt_tools.engines.offline.generate.verbs import (
    is_verb,
    kind_of_noun,
    kind_of_verb,
    lemma,
)
from prompt_lsp.prompt_tools.engines.offline.generate.words import (
    ARTICLES,
    article,
    singular,
    uncapitalized,
)


class Form(Enum):
    """The grammatical form of a statement."""

    PERSONA = auto()  # a chef for a meal prep planning service
    VERB = auto()  # classify support tickets
    GERUND = auto()  # summarizing legal documents
    RELATIVE = auto()  # summarizes legal documents, said of the prompt
    NOUN = auto()  # sentiment analysis of tweets
    QUESTION = auto()  # how do I reset my password
    FREE = auto()  # anything else


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement with its parts.

    Attributes:
        form: how it is put.
        text: its words, as they are woven in.
        verb: in its base form; empty where the form has none.
        complements: the object, which has no link, and what follows it.
        words: all of them, in small letters.
        filled: the task itself holds placeholders for what varies.
    """

    form: Form
    text: str
    verb: str = ""
    complements: tuple[Complement, ...] = ()
    words: tuple[str, ...] = ()
    filled: bool = False

    @property
    def object(self) -> tuple[Phrase, ...]:
        """What the verb acts on, or the phrase that the statement is."""
        first = self.complements[:1]
        return first[0].phrases if first and not first[0].link else ()

    def behind(self, *links: str) -> tuple[Phrase, ...]:
        """The phrases behind the first of some links that the statement has."""
        for one in self.complements:
            if one.link in links or not set(one.link.split()).isdisjoint(links):
                return one.phrases
        return ()


_POLITE = re.compile(
    r"as an? [\w -]{2,40}?,? (?=(?:i|we)\b)"
    r"|(?:i|we)(?:['\u2019](?:m|re)| am| are) (?:building|creating|making|developing"
    r"|designing) (?=(?:an?|some) )"
    r"|(?:please|kindly|hi|hello|hey|(?:can|could|would|will) you)\b,?(?: please)? +"
    r"|(?:your|the|my|our) (?:task|goal|job|aim|objective) is to "
    r"|(?:the|an?|your) (?:model|ai|llm|assistant|bot|chatbot|prompt|agent|system|tool)"
    r" (?:should|must|shall|has to|needs? to|will) (?:be able to )?"
    r"(?!be\b|not\b|never\b|always\b|only\b|also\b)"
    r"|(?:i|we)(?: would|'d|\u2019d)? (?:want|need|like|wish)"
    r"(?: you| claude| the (?:model|ai|llm|assistant|bot)| an? (?:ai|llm|model))? to "
    r"|(?:i|we) need (?:help|assistance) (?:with|in) "
    r"|(?:please )?help(?: me| us)?+(?: to| with)?+ (?!(?:my|our|this|the)\b)"
    r"|you (?:must|should|shall|have to|need to)(?: always)? (?!not\b|never\b)"
    r"|i(?:'m|\u2019m| am) looking for (?!.{0,30}\bprompt)"
    r"|(?:i|we)(?: would|'d|\u2019d)? (?:want|need|like)(?: to (?:have|get))? "
    r"(?=(?:an?|some) )(?!.{0,30}\bprompt)",
    re.IGNORECASE,
)
_PROMPT = re.compile(
    r"(?:(?:i|we)(?: would|'d|\u2019d)? (?:want|need|like)(?: to (?:have|get))? "
    r"|i(?:'m|\u2019m| am) looking for "
    r"|(?:write|create|generate|make|give|build|design|draft)(?: me| us)? )?"
    r"(?:(?:an? |the )?(?:[a-z-]{1,20} ){0,2}prompt(?: template)?|something) "
    r"(?P<how>that|which|to|for) (?:will |can |should |would |lets? me |helps me |"
    r"helps me to )?",
    re.IGNORECASE,
)
_HELPS = re.compile(r"\bhelps me (?:to )?\Z", re.IGNORECASE)
_PERSONA = re.compile(
    r"(?:role-?play(?:ing)?: )?(?:act(?:s|ing)?(?: as| like)|behave(?: as| like)"
    r"|pretend(?: to be| you are)"
    r"|play(?:s|ing)? the (?:role|part) of|role-?play(?:ing)?(?: as|(?= an? ))|serve as"
    r"|you(?: are|'re|\u2019re)(?! (?:given|provided|shown|going|asked|to)\b)"
    r"|imagine you are|be(?= an? )) +(?=\S)",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?:who|what|when|where|why|how|which|whose|is|are|do|does|did|can|should|could|"
    r"would|will)\b",
    re.IGNORECASE,
)
_ADVERB = re.compile(r"(?!reply|apply|supply|multiply)[a-z]{3,20}ly +", re.IGNORECASE)
_WORDS = re.compile(r"[\w#+'-]+")
_LED = re.compile(
    r"(?:given|for (?:each|every|an?)|when given|after reading|here is|based on)\b ?"
    r"(?P<given>[^,]{1,120}), (?P<rest>(?!and\b|or\b).+)",
    re.IGNORECASE | re.DOTALL,
)
_TOLD = re.compile(
    r"(?P<given>(?:i|we) [^,;:]{1,120}?),? (?:and|so) (?:i |we )?"
    r"(?:need|want|would like) (?:help |you )?(?:with |in |to )?(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_DOES = re.compile(
    r"\b(?:that|which|who|for|to)\s+(?:can |will |automatically |carefully )?"
    r"([a-z]{3,20})(?= )",
    re.IGNORECASE,
)
_AND_VERB = re.compile(
    r"(?:, (?:and |or |then )?|and (?:then )?|or |then )"
    r"([a-z]{3,20})(?:(?=, )| (?=\w))",
    re.IGNORECASE,
)
_CREATING = frozenset("create build make design develop write generate".split())
_OF_PERSON = re.compile(r" (?:for|who|that|at)\b", re.IGNORECASE)
_OPENED = re.compile(
    r"(?:the|an?|this|these|my|our|all|each|every|any)\b", re.IGNORECASE
)


def clause(statement: str, *, asks: bool = False) -> Clause:
    """A statement with its parts, whatever it is."""
    text, form = unwrapped(statement)
    led = (_LED.match(text) or _TOLD.match(text)) if form is None else None
    if led:
        return _of_led(text, led)
    words = tuple(word.lower() for word in _WORDS.findall(text[:1200]))
    if form is None:
        form = _form(text, asks=asks)
    if form is Form.PERSONA:
        return Clause(
            form, _with_article(text), "", complements(uncapitalized(text)), words
        )
    if form in (Form.NOUN, Form.FREE, Form.QUESTION):
        verb = _first_verb(words) if form is Form.FREE else ""
        return Clause(form, text, verb, complements(uncapitalized(text)), words)
    adverb = _ADVERB.match(text)
    rest = text[adverb.end() :] if adverb else text
    verb = rest.partition(" ")[0]
    base = lemma(verb.strip(".,:;"))
    after = _past_verbs(rest[len(verb.rstrip(",")) :].lstrip())
    parts = complements(after)
    if form is Form.VERB and base in _CREATING and _makes_person(parts):
        return Clause(Form.PERSONA, after, "", parts, words)
    return Clause(form, uncapitalized(text), _leading(base, text), parts, words)


def _leading(verb: str, text: str) -> str:
    """The verb that says the kind: of `read, analyze and summarize` the second."""
    more = _AND_VERB.search(text[:120]) if verb in {"read", "go", "take"} else None
    kind = kind_of_verb(more[1]) if more else None
    return lemma(more[1]) if more and kind else verb


def _past_verbs(text: str) -> str:
    """What follows more verbs on the same object: `and translate meeting notes`."""
    while (more := _AND_VERB.match(text)) and kind_of_verb(more[1]) is not None:
        if is_verb(more[1]) and more[1].lower() in nouns.TEXTS:
            break
        text = text[more.end() :]
    return text


def inner(read: Clause) -> Clause | None:
    """What somebody does, by the words that say it: `a tool that checks contracts`."""
    does = _DOES.search(read.text[:400])
    if does is None or kind_of_verb(does[1]) is None:
        return None
    after = read.text[does.end() :]
    return replace(
        read,
        form=Form.RELATIVE,
        verb=lemma(does[1]),
        complements=complements(after),
    )


def _of_led(text: str, led: re.Match[str]) -> Clause:
    """A statement that first says what is given."""
    rest = clause(led["rest"])
    given = complements(led["given"])[:1] if led.re is _LED else ()
    made = rest.complements if rest.form in {Form.VERB, Form.GERUND} else ()
    words = tuple(word.lower() for word in _WORDS.findall(text[:1200]))
    parts = (*given, *made)
    kind = kind_of_verb(rest.verb) or ""
    if kind in {"write", "code", "plan", "brainstorm", "extract", ""}:
        link = "from" if kind == "extract" or rest.verb == "list" else "given"
        parts = (*made, *(one._replace(link=link) for one in given))
    return Clause(Form.FREE, text, rest.verb, parts, words)


def _makes_person(parts: tuple[Complement, ...]) -> bool:
    first = parts[0].phrases[0] if parts and not parts[0].link else None
    return (
        first is not None
        and first.determiner in ARTICLES
        and (nouns.is_person(first.words[-1]))
    )


def unwrapped(text: str) -> tuple[str, Form | None]:
    """A statement without the words around it that only ask for it."""
    for _ in range(3):
        asked = _POLITE.match(text)
        if asked and asked.end() < len(text) and not _is_help(asked, text):
            text = text[asked.end() :]
    prompt = _PROMPT.match(text)
    if prompt and prompt.end() < len(text):
        helps = _HELPS.search(prompt[0])
        if helps and not kind_of_verb(_first(text[prompt.end() :])):
            return text[helps.start() :], Form.RELATIVE
        text = text[prompt.end() :]
        bare = prompt[0].split()[-1].lower() in {"that", "which"}
        if prompt["how"].lower() in {"that", "which"} and bare:
            persona = _PERSONA.match(text)
            if not persona:
                return text, Form.RELATIVE
        asked = _POLITE.match(text)
        if asked and asked.end() < len(text) and not _is_help(asked, text):
            text = text[asked.end() :]
    persona = _PERSONA.match(text)
    if persona and persona.end() < len(text):
        return text[persona.end() :], Form.PERSONA
    return text, None


def _is_help(asked: re.Match[str], text: str) -> bool:
    """Whether help itself is asked for: `help me study`, but `help me plan a trip`."""
    helps = asked[0].lower().removeprefix("please ").startswith("help")
    return helps and not kind_of_verb(_first(text[asked.end() :]))


def _first(text: str) -> str:
    return text.partition(" ")[0].strip(".,:;")


def _form(text: str, *, asks: bool) -> Form:
    first = text.split(" ", 1)[0].strip(".,:;")
    adverb = _ADVERB.match(text)
    verb = text[adverb.end() :].split(" ", 1)[0] if adverb else first
    several = " " in text
    if asks and _QUESTION.match(text):
        return Form.QUESTION
    speaks = nouns.is_person(first) and first.lower() not in nouns.ARTEFACTS
    if speaks and _OF_PERSON.match(text, len(first)):
        return Form.PERSONA
    if is_verb(verb) and not (several and _names_thing(text)):
        return Form.VERB
    if verb.lower().endswith("ing") and kind_of_verb(verb) is not None and several:
        return Form.GERUND
    rest = text[len(first) :].lstrip()
    if first.isalpha() and not _OPENED.match(first) and _OPENED.match(rest):
        return Form.FREE if first.lower().endswith(("ed", "en", "wn")) else Form.VERB
    return _of_noun(text)


def _of_noun(text: str) -> Form:
    parts = complements(text)
    if not parts or parts[0].link:
        return Form.FREE
    head = parts[0].phrases[0]
    if nouns.is_person(head.words[-1]) or nouns.is_person(head.head):
        return Form.PERSONA
    known = head.head in nouns.ARTEFACTS | nouns.CODE_THINGS | nouns.TEXTS
    if head.determiner in ARTICLES and not known and len(head.words) < 7:
        return Form.NOUN if kind_of_noun(head.head) else Form.PERSONA
    if known or kind_of_noun(head.head):
        return Form.NOUN
    return Form.NOUN if len(text.split()) < 4 else Form.FREE


def _names_thing(text: str) -> bool:
    """Whether what looks like a verb is part of a noun: `code review`, `plan of`."""
    words = text.split()
    follows = words[1].lower().strip(".,")
    if follows in {"of", "for"} and lemma(words[0]) in {"plan", "review", "code"}:
        return True
    pair = {("code", "review"), ("code", "reviewer"), ("review", "analysis")}
    return (words[0].lower(), follows) in pair or (
        len(words) < 5
        and nouns.is_person(words[-1])
        and lemma(words[0]) != "help"
        and follows not in {"a", "an", "the", "my", "our", "to", "with"}
        and not words[-1].endswith("s")
    )


def _with_article(text: str) -> str:
    """A persona with the article that it needs, in the singular."""
    bare = uncapitalized(text)
    first = bare.split(" ", 1)[0].lower()
    mine = {"my", "our", "your", "his", "her", "their", "one", "this", "somebody"}
    parts = complements(bare)
    proper = text[:1].isupper() and text.split(" ", 1)[0].lower() not in ARTICLES
    head = parts[0].phrases[0].words[-1] if parts else ""
    named = proper and not nouns.is_person(head)
    if bare.startswith(("{{", "<<")):
        return f"the {bare}"
    if first in ARTICLES | mine or named or not bare[:1].isalnum():
        return text if named else bare
    return f"{article(bare)} {bare}"


def _first_verb(words: tuple[str, ...]) -> str:
    said = (word for word in words[:20] if kind_of_verb(word))
    return next((lemma(word) for word in said if not _is_text(word)), "")


def _is_text(word: str) -> bool:
    """Whether a word that looks like a verb names texts: `documents`, `reviews`."""
    return not is_verb(word) and singular(word) in nouns.TEXTS
