"""Names of people, companies and products, where words around them say so."""

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
from prompt_lsp.prompt_tools.engines.offline.templatize.values.prose import Prose
from prompt_lsp.text import Span

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w&'’-]{0,24}"
_LINK = r"[A-Z]\.|&|von|de|van|der|la"
_NAME = rf"{_CAPITAL}(?:[ ](?:{_LINK}|(?:of|and)(?=[ ][A-Z])|{_CAPITAL})){{0,3}}"
_WHO = rf"{_CAPITAL}(?:[ ](?:{_LINK}|{_CAPITAL})){{0,3}}"
_TITLE = (
    r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Herr|Herrn|Frau|Madame|Monsieur|Mme|M|Señor"
    r"|Señora|Sr|Sra)\.?"
)
_TITLED = rf"(?:{_TITLE}[ ]){{1,2}}{_WHO}"
_NOBODY = frozenset(
    """
    i the a an this that these those it he she we they you ai api claude anthropic sir
    madam hiring team all everyone customer colleague friend user manager support there
    please if when my your our god json html css sql python java english
    """.split()
)
# The literal that a cue is found by, the pattern from there, what it names, how surely.
_CUES: tuple[tuple[str, re.Pattern[str], str, float], ...] = tuple(
    (literal, re.compile(literal + pattern), name, confidence)
    for literal, pattern, name, confidence in (
        ("Dear ", rf"((?:{_TITLED})|{_WHO})(?=\s*[,:!\n]|$)", "RECIPIENT", 0.75),
        ("y name is ", rf"({_WHO})", "NAME", 0.85),
        ("eiße ", rf"({_WHO})", "NAME", 0.8),
        ("e m'appelle ", rf"({_WHO})", "NAME", 0.85),
        ("e llamo ", rf"({_WHO})", "NAME", 0.85),
        ("eu nome é ", rf"({_WHO})", "NAME", 0.85),
        ("I'm ", rf"({_CAPITAL}[ ]{_CAPITAL})(?=[.,;!]|$)", "NAME", 0.75),
        ("I’m ", rf"({_CAPITAL}[ ]{_CAPITAL})(?=[.,;!]|$)", "NAME", 0.75),
        ("I am ", rf"({_CAPITAL}[ ]{_CAPITAL})(?=[.,;!]|$)", "NAME", 0.75),
        ("ch bin ", rf"({_CAPITAL}[ ]{_CAPITAL})(?=[.,;!]|$)", "NAME", 0.6),
        ("named ", rf"({_NAME})", "NAME", 0.75),
        ("called ", rf"({_NAME})", "NAME", 0.75),
        ("named ", r"[\"“'‘]([^\"”'’\n]{1,60})[\"”'’]", "NAME", 0.8),
        ("called ", r"[\"“'‘]([^\"”'’\n]{1,60})[\"”'’]", "NAME", 0.8),
        ("Mr. ", rf"{_WHO}", "NAME", 0.7),
        ("Mrs. ", rf"{_WHO}", "NAME", 0.7),
        ("Ms. ", rf"{_WHO}", "NAME", 0.7),
        ("Dr. ", rf"{_WHO}", "NAME", 0.7),
        ("Prof. ", rf"{_WHO}", "NAME", 0.7),
        ("Professor ", rf"{_WHO}", "NAME", 0.7),
        ("company ", rf"(?:called |named |is )?({_NAME})", "COMPANY_NAME", 0.6),
        ("ork at ", rf"({_NAME})", "COMPANY_NAME", 0.7),
        ("ork for ", rf"({_NAME})", "COMPANY_NAME", 0.7),
        ("orking at ", rf"({_NAME})", "COMPANY_NAME", 0.7),
        ("orking for ", rf"({_NAME})", "COMPANY_NAME", 0.7),
        ("orks at ", rf"({_NAME})", "COMPANY_NAME", 0.7),
        ("orks for ", rf"({_NAME})", "COMPANY_NAME", 0.7),
    )
)
_BEFORE_NAMED = {
    "COMPANY_NAME": frozenset(
        """
        company startup start-up firm business agency organization organisation
        restaurant shop store bakery cafe café bank brand nonprofit studio corporation
        """.split()
    ),
    "PRODUCT_NAME": frozenset(
        "product app application tool service platform device gadget software".split()
    ),
}
_SUFFIX = re.compile(
    r"[ ](?:Inc|Corp|Corporation|LLC|LLP|Ltd|GmbH|PLC|plc|Co|AG|SE|SARL|SAS|S\.A|Ltda"
    r"|Limited|KG|Oyj?|ApS|A/S|B\.?V|N\.?V|SpA|S\.?r\.?l|Pty|Pte|OÜ|UG|e\.V)"
    r"(?![A-Za-z])(?:\.(?=[ ,;:)']|$))?"
)
_BEFORE_SUFFIX = re.compile(rf"(?:{_CAPITAL}[ ](?:&[ ])?){{0,3}}{_CAPITAL}$")
_OWNER = re.compile(
    r"([A-ZÀ-ÖØ-Þ](?<=[a-z][ ].)[\w&'’-]{0,24}"
    rf"(?:[ ]{_CAPITAL}){{0,2}})['’]s[ ](?:\w{{1,12}}[ ])?"
    r"(?:results|earnings|revenue|products?|website|polic(?:y|ies)|customers|stock"
    r"|brand|pricing|competitors|onboarding|culture|mission|app|platform)(?![a-z])"
)
_FULL_NAME = re.compile(
    rf"{_CAPITAL}[ ]{_CAPITAL}(?:[ ]{_CAPITAL})?(?![^\W_]|[ ][A-ZÀ-Þ])"
)
_PERSON_AT = re.compile(rf"[ ]({_WHO})[ ](?:at|from|of|with)[ ]({_NAME})")


def people(reading: Reading) -> Iterator[Candidate]:
    """Names after clear cues."""
    prose = Prose(reading)
    for found in _found(reading.text):
        words = found.span.of(reading.text)
        if prose.has(found.span.start) and not _is_no_name(words):
            yield found


def _found(text: str) -> Iterator[Candidate]:
    for literal, pattern, name, confidence in _CUES:
        at = text.find(literal)
        while at >= 0:
            if found := pattern.match(text, at):
                group = found.lastindex or 0
                kind = _kind(text, at) if literal in {"named ", "called "} else name
                yield _candidate(kind, text, Span(*found.span(group)), confidence)
            at = text.find(literal, at + len(literal))
    yield from _companies(text)
    yield from _owners(text)
    yield from _introduced(text)


def _kind(text: str, at: int) -> str:
    """What has the name that follows `called` or `named`."""
    before = {word.lower() for word in text[max(0, at - 40) : at].split()[-2:]}
    for name, nouns in _BEFORE_NAMED.items():
        if before & nouns:
            return name
    return "NAME"


def _companies(text: str) -> Iterator[Candidate]:
    """Names that end as companies do."""
    for suffix in _SUFFIX.finditer(text):
        begins = max(0, suffix.start() - 80)
        if stem := _BEFORE_SUFFIX.search(text[begins : suffix.start()]):
            span = Span(begins + stem.start(), suffix.end())
            yield _candidate("COMPANY_NAME", text, span, 0.75)


def _owners(text: str) -> Iterator[Candidate]:
    """Whose results or products are meant; whom something is for, elsewhere."""
    for owner in _OWNER.finditer(text):
        yield _candidate("COMPANY_NAME", text, Span(*owner.span(1)), 0.65)
    for word in (" für ", " pour ", " para "):
        at = text.find(word)
        while at >= 0:
            if found := _FULL_NAME.match(text, at + len(word)):
                yield _candidate("NAME", text, Span(*found.span()), 0.55)
            at = text.find(word, at + len(word))


def _introduced(text: str) -> Iterator[Candidate]:
    """Somebody at some company: `from Jane Doe at Acme`."""
    for word in (" from ", " to ", " by ", " with ", " for "):
        at = text.find(word)
        while at >= 0:
            if found := _PERSON_AT.match(text, at + len(word) - 1):
                yield _candidate("NAME", text, Span(*found.span(1)), 0.7)
                yield _candidate("COMPANY_NAME", text, Span(*found.span(2)), 0.7)
            at = text.find(word, at + len(word))


def _candidate(name: str, text: str, span: Span, confidence: float) -> Candidate:
    """A name without the genitive and the punctuation after it."""
    words = span.of(text)
    for ending in ("'s", "’s", "'", "’", "-", "&", "."):
        words = words.removesuffix(ending).rstrip()
    return Candidate(name, Span(span.start, span.start + len(words)), confidence)


def _is_no_name(words: str) -> bool:
    first = words.partition(" ")[0].lower()
    if not words or first in _NOBODY or words.lower() in _NOBODY:
        return True
    knows = (is_city, is_country, is_language, is_month, is_weekday)
    return any(known(words) for known in knows)
