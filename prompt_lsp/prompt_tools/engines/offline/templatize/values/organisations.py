"""Companies and other bodies in running sentences, by the words around them."""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables import (
    is_city,
    is_country,
    is_language,
    is_month,
    is_weekday,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables.given_names import (
    given_names,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.figure import (
    is_quoted,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.prose import Prose
from prompt_lsp.text import Span
from prompt_lsp.text.finding import occurrences

_SURE, _LIKELY = 0.84, 0.66
_WITHIN = 0.96  # more than a grammar that takes `the employees of …` whole
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]{0,24}"
_NAME = re.compile(
    rf"(?:The[ ])?{_CAPITAL}(?:[ ](?:&[ ]|(?:of|and|de|for)[ ](?=[A-Z]))?{_CAPITAL})"
    rf"{{0,3}}"
)
_PLAIN = re.compile(rf"(?:The[ ])?{_CAPITAL}(?:[ ](?:&[ ])?{_CAPITAL}){{0,3}}")
# Who belongs to a company: `the employees of …`, `a position at …`.
_MEMBERS = frozenset(
    """
    employee employees staff subscriber subscribers customer customers reader readers
    member members shareholder shareholders investors ceo cto cfo coo founder founders
    cofounder co-founder owner owners director manager president headquarters warehouse
    mitarbeiter mitarbeiterinnen belegschaft kunden geschäftsführer employés salariés
    clients empleados clientes funcionários
    """.split()
)
_POSTS = frozenset(
    """
    position job role internship work working works worked interview career post
    vacancy opening apprenticeship job, engineer manager director accountant analyst
    nurse teacher designer developer consultant recruiter intern ceo cto cfo lead
    scientist specialist coordinator assistant editor writer chef technician officer
    representative salesperson controller lawyer paralegal barista stelle praktikum
    poste stage puesto empleo vaga emprego bei
    """.split()
)
_FIRMS = frozenset(
    """
    client supplier vendor company employer competitor agency bank insurer airline
    hotel brand startup start-up firm publisher contractor manufacturer distributor
    retailer carrier nonprofit charity studio shop store bakery restaurant clinic
    school university college customer partner landlord sponsor organization
    organisation newspaper magazine newsletter podcast kunde lieferant firma
    unternehmen arbeitgeber entreprise société fournisseur empresa cliente proveedor
    """.split()
)
# Who works for a company, or what is made for one, with each of the prepositions.
_MADE_FOR = frozenset(
    """
    agent assistant representative rep bot chatbot specialist associate manager engineer
    consultant copywriter writer team employee developer analyst recruiter desk editor
    marketer salesperson advisor receptionist concierge job position role customer
    newsletter campaign strategy ad slogan tagline website
    """.split()
)
_DEALS = re.compile(
    r"(?i)\b(?:NDA|agreement|contract|merger|partnership|lease|dispute|deal|lawsuit"
    r"|non-disclosure|memorandum|MOU|negotiations?|collaboration|alliance|acquisition"
    r"|Vertrag|vereinbarung|Geheimhaltungsvereinbarung|contrat|accord|contrato|acuerdo"
    r"|acordo|joint venture|settlement|call|meeting)\b"
)
_BETWEEN = (" between ", " zwischen ", " entre ")
_AND = re.compile(r"[ ](?:and|und|et|y|e)[ ]")
_DID = re.compile(
    r"[ ](?:(?:has|have|will|is|was|just|recently)[ ]){0,2}"
    r"(?:acquir(?:ed|es|ing|e)|bought|buys|buying|merg(?:ed|es|ing|e) with"
    r"|partner(?:ed|s|ing)? with|acquired by|taken over|takes over)[ ]"
)
_DID_STEMS = ("acquir", " bought ", " merg", " partner", " takes over ")
_BODIES = frozenset(
    """
    Manufacturing Logistics Labs Dynamics Health Healthcare Bank Systems Solutions
    Technologies Technology Industries Partners Airlines Airways Motors Consulting
    Ventures Studios Foods Energy Robotics Software Holdings Group Insurance Media
    Pharmaceuticals Pharma Publishing Press Electronics Furniture Outfitters Bakery
    Brewery Roasters Apparel Analytics Networks Capital Financial Finance Foundation
    Institute University College Hospital Clinic Academy Museum Library Hotel Hotels
    Restaurant Cafe Café Bistro Supplies Interiors Architects Associates Enterprises
    Construction Plumbing Gardens Nurseries Fitness Gym Yoga Properties Realty Estates
    Werke Versicherung Verlag Bau Maschinenbau Verein Stadtwerke Volksbank
    """.split()
)
_BODY_CUES = (" of ", " at ", " for ", " with ", " from ", " by ", " to ", " bei ")
_EMPLOYING = frozenset({" for ", " at ", " of ", " from "})
_NOBODY = frozenset(
    """
    I The This That These It You We They My Our Your Please If When Mr Mrs Ms Dr CEO AI
    API JSON HTML CSS SQL Python Java JavaScript English Excel Monday God Type St
    """.split()
)


def organisations(reading: Reading) -> Iterator[Candidate]:
    """Companies that somebody belongs to, deals with, or that bought each other."""
    prose, text = Prose(reading), reading.text
    every = (_around, _apposed, _dealing, _doing, _starting, _launched)
    for found in (one for said in every for one in said(text)):
        words = found.span.of(text)
        if prose.has(found.span.start) and not _is_nobody(words):
            yield found


def _around(text: str) -> Iterator[Candidate]:
    """Names behind a preposition, after a noun that companies have."""
    for cue in _BODY_CUES:
        for at in occurrences(text, cue, shared=1):
            found = _NAME.match(text, at + len(cue))
            if found is None:
                continue
            before = _word_before(text, at)
            span = _bare(text, Span(*found.span()))
            if _belongs(cue, before):
                within = cue == " of " and not is_quoted(text, at)
                yield Candidate("COMPANY_NAME", span, _WITHIN if within else _SURE)
            elif (cue in _EMPLOYING and before in _MADE_FOR) or _is_body(span.of(text)):
                yield Candidate("COMPANY_NAME", span, _LIKELY)


def _is_body(words: str) -> bool:
    """Whether a name ends as those of companies and other bodies do."""
    first, _, last = words.rpartition(" ")
    return bool(first) and last in _BODIES


def _belongs(cue: str, before: str) -> bool:
    if before[:1].isupper() and not before.isupper():
        return False  # `Director of Sales` is an office
    before = before.lower()
    if cue in {" of ", " from "}:
        return before in _MEMBERS
    if cue in {" at ", " bei "}:
        return before in _POSTS or before in _MEMBERS
    return cue == " for " and before in {"work", "works", "working", "worked"}


def _apposed(text: str) -> Iterator[Candidate]:
    """`The client, …,`, `our supplier is …`."""
    for sign in (", ", " is ", " ist ", " est ", " es "):
        for at in occurrences(text, sign, shared=1):
            found = _PLAIN.match(text, at + len(sign))
            before = _word_before(text, at) if found else ""
            if found and before.lower() in _FIRMS:
                ends = text[found.end() : found.end() + 1]
                words = found[0].split()
                if words[0] in given_names() or (sign == ", " and ends not in ",.;)\n"):
                    continue
                span = _bare(text, Span(*found.span()))
                yield Candidate("COMPANY_NAME", span, _SURE + 0.01)


def _dealing(text: str) -> Iterator[Candidate]:
    """Both of `an agreement between … and …`."""
    for cue in _BETWEEN:
        for at in occurrences(text, cue, shared=1):
            first = _PLAIN.match(text, at + len(cue))
            joint = _AND.match(text, first.end()) if first else None
            second = _PLAIN.match(text, joint.end()) if joint else None
            if first and second and _DEALS.search(text[max(0, at - 48) : at]):
                for one in (first, second):
                    person = one[0].split()[0] in given_names()
                    name = "NAME" if person else "COMPANY_NAME"
                    yield Candidate(name, _bare(text, Span(*one.span())), _SURE)


def _doing(text: str) -> Iterator[Candidate]:
    """Both of `… has acquired …`."""
    if not any(stem in text for stem in _DID_STEMS):
        return
    for did in _DID.finditer(text):
        head = text[max(0, did.start() - 60) : did.start()]
        before = _LAST_NAME.search(head)
        after = _PLAIN.match(text, did.end())
        if before and after and before[0].split()[0] not in _NOBODY:
            start = did.start() - len(before[0])
            yield Candidate("COMPANY_NAME", Span(start, did.start()), _SURE)
        if after and before:
            yield Candidate("COMPANY_NAME", _bare(text, Span(*after.span())), _SURE)


def _starting(text: str) -> Iterator[Candidate]:
    """What opens, launches or announces something: `that … opens a café`."""
    for verb in _STARTS:
        for at in occurrences(text, verb, shared=1):
            name = _LAST_NAME.search(text[max(0, at - 60) : at])
            if name is None or name[0].split()[0] in given_names():
                continue
            start = at - len(name[0])
            if text[max(0, start - 2) : start - 1].islower():
                yield Candidate("COMPANY_NAME", Span(start, at), _LIKELY)


def _launched(text: str) -> Iterator[Candidate]:
    """What somebody launches: `… is launching the … on 9 October`."""
    for verb in _LAUNCHES:
        for at in occurrences(text, verb, shared=1):
            found = _PRODUCT.match(text, at + len(verb))
            if found and not found[1].split()[0].endswith(("'s", "’s")):
                yield Candidate("PRODUCT_NAME", Span(*found.span(1)), _SURE)


_LAUNCHES = (
    " launches ", " is launching ", " are launching ", "'re launching ",
    " will launch ", " has launched ", " have launched ", " just launched ",
    " launch of ", " unveils ", " is unveiling ", " unveiled ",
)  # fmt: skip
# A name with its number, and the noun that says what it is.
_PRODUCT = re.compile(
    r"(?:(?:the|its|our|a|their|your)[ ])?(?:new[ ])?"
    rf"({_CAPITAL}(?:[ ](?:{_CAPITAL}|\d{{1,4}}(?![\w:.%])))"
    r"{0,3}(?:[ ](?!on|in|at|for|this|next|to|and|by|with|from)[a-z]{3,16}){0,2})"
    r"(?=[ ](?:on|in|at|for|this|next|to|and|by|with|from)[ ]|[.,;:!?)\n]|$)"
)
_STARTS = (
    " opens ", " launches ", " announces ", " unveils ", " has launched ", " raised ",
    " will open ", " will launch ", " is opening ", " is launching ", " is hiring ",
)  # fmt: skip
_LAST_NAME = re.compile(rf"{_CAPITAL}(?:[ ](?:&[ ])?{_CAPITAL}){{0,2}}$")


def _bare(text: str, span: Span) -> Span:
    """A name without the genitive after it."""
    words = span.of(text)
    for ending in ("'s", "’s", "'", "’", "-"):
        words = words.removesuffix(ending)
    return Span(span.start, span.start + len(words))


def _is_nobody(words: str) -> bool:
    first = words.partition(" ")[0]
    if first in _NOBODY and not (first == "The" and " " in words):
        return True
    knows = (is_city, is_country, is_language, is_month, is_weekday)
    return words in given_names() or any(known(words) for known in knows)


def _word_before(text: str, at: int) -> str:
    """The word that ends at an offset."""
    return text[max(0, at - 24) : at].rpartition(" ")[2]
