"""People whose role, or whose signature, a sentence speaks of, and their offices."""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables import is_city
from prompt_lsp.prompt_tools.engines.offline.templatize.values.persons import (
    CAPITAL,
    KINDS,
    THINGS,
    TITLE,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.prose import Prose
from prompt_lsp.text import Span
from prompt_lsp.text.finding import occurrences

_SURE, _OFFICE_SURE = 0.84, 0.7
_ROLES = frozenset(
    """
    contact ceo cto cfo coo manager director founder president chair chairman chairwoman
    teacher boss supervisor colleague coworker friend brother sister character
    protagonist hero heroine candidate author speaker host guest patient doctor student
    tutor employee lawyer attorney agent assistant nurse coach mentor editor
    interviewer interviewee recruiter name headteacher principal groom bride husband
    wife son daughter mother father villain narrator detective artist singer
    resident tenant customer client neighbour neighbor citizen reader visitor passenger
    applicant volunteer player
    ansprechpartner ansprechpartnerin chefin chef kollegin kollege geschäftsführer
    geschäftsführerin hauptfigur name contacto jefe jefa directora personaje
    protagonista contact directeur directrice
    """.split()
)
_TITLES = rf"(?:{TITLE}[ ]){{0,2}}"
_FIRST_LAST = re.compile(
    rf"{_TITLES}{CAPITAL}[ ]{CAPITAL}(?:[ ]{CAPITAL})?(?![^\W_]|[ ][A-ZÀ-Þ])"
)
_ONE = re.compile(
    rf"{_TITLES}{CAPITAL}(?:[ ]{CAPITAL}){{0,2}}(?![^\W_]|[ ](?:[A-ZÀ-Þ]|of[ ]))"
)
_IS = (" is ", " ist ", " est ", " es ", " é ", " heißt ")
_SIGN = re.compile(
    rf"ign(?:ed)?(?: it| off)?(?: as| by| from| with) (?=(?:{TITLE} )?{CAPITAL}[ ])"
)
_OFFICE = re.compile(
    r", (?:our |the |your |its )?((?:[A-Z][\w&/-]{1,20}(?:,? (?:of|and|for|&|the))?[ ])"
    r"{0,6}[A-Z][\w&/-]{1,20})(?=[.,;:)\n]|$| (?:at|of|from|who|is|and)\b)"
)
_FIRM = re.compile(rf", ({CAPITAL}(?:[ ](?:&[ ])?{CAPITAL}){{1,3}})(?=[.;\n]|$)")
_OFFICES = re.compile(
    r"(?:Head|Director|Manager|Officer|Engineer|President|CEO|CFO|CTO|COO|Lead|Chair"
    r"|Secretary|Coordinator|Consultant|Analyst|Partner|Founder|Principal|Specialist"
    r"|Supervisor|Editor|Designer|Developer|Advisor|Executive|Representative|Architect"
    r"|Administrator|Assistant|Treasurer|Professor|Nurse|Teacher)(?![a-z])"
)
_NO_NAMES = frozenset("The This That Your My Our I A An".split())


def introduced(reading: Reading) -> Iterator[Candidate]:
    """Somebody whose role is said: `our CEO, …`, `the main character is …`."""
    prose = Prose(reading)
    for found in (*_said(reading.text), *_signed(reading.text)):
        if prose.has(found.span.start):
            yield found


def _said(text: str) -> Iterator[Candidate]:
    for verb in _IS:
        for at in occurrences(text, verb):
            if (role := _role_before(text, at)) and (
                found := _ONE.match(text, at + len(verb))
            ):
                yield from _somebody(text, found.span(), role)
    for at in occurrences(text, ", "):
        if (found := _FIRST_LAST.match(text, at + 2)) and (
            role := _role_before(text, at)
        ):
            yield from _somebody(text, found.span(), role)


def _signed(text: str) -> Iterator[Candidate]:
    for at in occurrences(text, "ign"):
        if (cue := _SIGN.match(text, at)) and (
            found := _FIRST_LAST.match(text, cue.end())
        ):
            yield from _somebody(text, found.span(), "")
            firm = _FIRM.match(text, found.end())
            if firm and not _OFFICES.search(firm[1]) and not is_city(firm[1]):
                yield Candidate("COMPANY_NAME", Span(*firm.span(1)), _OFFICE_SURE)


def _somebody(text: str, place: tuple[int, int], role: str) -> Iterator[Candidate]:
    """A name, and the office after it."""
    span = Span(*place)
    words = span.of(text).split()
    if words[-1].lower() in THINGS or words[0] in _NO_NAMES:
        return
    yield Candidate(KINDS.get(role, "NAME"), span, _SURE)
    office = _OFFICE.match(text, span.end)
    if office and _OFFICES.search(office[1]):
        yield Candidate("JOB_TITLE", Span(*office.span(1)), _OFFICE_SURE)


def _role_before(text: str, at: int) -> str:
    """The role that is said right before an offset, in small letters."""
    word = text[max(0, at - 20) : at].rpartition(" ")[2].lower()
    return word if word in _ROLES else ""
