"""People in running sentences, known by a given name or by the words around them."""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables import (
    is_city,
    is_country,
    is_month,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables.given_names import (
    doubtful_given_names,
    given_names,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.prose import Prose
from prompt_lsp.text import Span

_FULL, _SINGLE, _DOUBTFUL = 0.7, 0.6, 0.45
_MANY = 6  # so many people make a story, or a text about them
_GIVEN = re.compile(
    r"[A-ZÀ-ÖØ-Þ](?<![^\W_].)[a-zà-öø-ÿāēğışșțłńśźżęąćů]{1,14}(?![^\W_])"
)
CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŚŻŽČŠ][^\W\d_]{1,24}(?:['’-][A-ZÀ-ÖØ-Þ][^\W\d_]{1,24})?"
# Before a name, and in `CAPITAL` one word of it.
TITLE = (
    r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Frau|Herrn?|Mme|Madame|Monsieur|Sra?|Señora?"
    r"|Sir|Lady|Judge|Captain|Officer|Coach|Senator|Nurse|Sister|Father|Aunt|Uncle"
    r"|Grandma|Grandpa|Auntie|Oma|Opa|Tante|Onkel|Tía|Tío)\.?"
)
_TITLES_BEFORE = re.compile(rf"(?<![^\W_])(?:{TITLE}[ ]){{1,2}}$")
_FAMILY = re.compile(
    rf"(?:-{CAPITAL})?(?:[ ](?:[A-Z]\.|{CAPITAL})){{0,2}}"
    r"(?:(?:[ ](?:von|van|der|den|de|da|di|del|dos|bin|el|al|la|le)){1,2}"
    rf"[ ]{CAPITAL})?"
)
# A name that goes on like this is one of a place, of a firm or of a thing.
_THING = re.compile(
    r"[ ](?:of[ ])?(?:the[ ])?(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Square|Way"
    r"|University|College|School|Hospital|Clinic|Museum|Institute|Park|Bridge|House"
    r"|Foundation|Award|Prize|County|Lake|River|Airport|Station|Center|Centre|Theatre"
    r"|Inc|Corp|Corporation|LLC|Ltd|GmbH|LLP|Group|Bank|Labs|Logistics|Partners|Day"
    r"|Stores?|Motors|Industries|Company|Press|Cup|Tower|Hall|Island|Bay|Beach|City)"
    r"(?![a-z])"
)
THINGS = frozenset(
    """
    street st avenue ave road rd lane drive square way university college school
    hospital clinic museum institute park bridge house foundation award prize county
    lake river airport station center centre theatre inc corp corporation llc ltd gmbh
    llp group bank labs logistics partners day store stores motors industries company
    press cup tower hall island bay beach city bakery cafe foods law effect theorem
    """.split()
)
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’-]{0,20})(,?)[ ]$")
_SENTENCE = re.compile(r"(?:^|[.!?:;\n\r][ ]?|[-*•>\"“(][ ]?|[,–—][ ])$")
_KING = re.compile(r"[ ](?:the[ ][A-Z]|[IVX]{1,4}(?![a-z])|of[ ][A-Z])")
# What may stand before somebody who is known by the given name alone.
_TOWARDS = frozenset(
    """
    dog cat puppy kitten horse hund katze chien chat perro gato cachorro
    i'm i’m am bin suis soy sou
    with for by from to of ask tell invite thank meet call email remind message and
    marrying marry marries married named called is are dear hi hello hey about
    congratulate introduce welcome help que mit für von an bei und frag frage bitte
    avec pour par à chez et demande con para por a y pregunta com e pergunte namens
    friend brother sister mother father mom mum dad son daughter wife husband partner
    fiancé fiancée boss manager colleague coworker co-worker neighbor neighbour uncle
    aunt cousin nephew niece grandma grandpa grandmother grandfather girlfriend
    boyfriend roommate teacher client customer patient student character protagonist
    hero heroine boy girl woman man freund freundin bruder schwester kollege kollegin
    mutter vater chef chefin kollegen ami amie frère sœur collègue mère père amigo
    amiga hermano hermana madre padre irmão irmã mãe pai
    """.split()
)
# What somebody does, after the name alone.
_DOES = re.compile(
    r"[ ](?:is|was|has|had|will|who|and I|said|says|told|wants|wrote|asked|asks|works"
    r"|lives|likes|loves|needs|joined|joins|left|leaves|moved|turns|can|ist|hat|wird"
    r"|est|a une|es|tiene|está|é|tem|war)(?![^\W_])|['’]s[ ][a-z\d]|[ ]\("
)
_BEFORE_CAPITAL = frozenset(
    """
    ask tell invite thank meet call email remind message dear hi hello hey congratulate
    i'm i’m introduce welcome contact help
    and from with for by to mr mrs ms dr prof when if
    frag liebe lieber hallo chère cher querida querido
    """.split()
)
KINDS = {
    "customer": "CUSTOMER_NAME",
    "client": "CUSTOMER_NAME",
    "author": "AUTHOR",
    "dear": "RECIPIENT",
}


def persons(reading: Reading) -> Iterator[Candidate]:
    """People by their given names, few and where a sentence is about them."""
    prose = Prose(reading)
    found = [one for one in _persons(reading.text) if prose.has(one.span.start)]
    many = len({one.span.of(reading.text) for one in found}) > _MANY
    for one in found:
        system = reading.role == "system" and one.confidence < _FULL
        yield one._replace(confidence=_DOUBTFUL) if many or system else one


def _persons(text: str) -> Iterator[Candidate]:
    end, known = 0, given_names()
    for given in _GIVEN.finditer(text):
        if given[0] in known and given.start() >= end:
            span = _whole(text, given)
            if found := _judged(text, given, span):
                end = span.end
                yield found


def _whole(text: str, given: re.Match[str]) -> Span:
    """A given name with the title before it and the family name after it."""
    family = _FAMILY.match(text, given.end())
    whole = text[given.start() : family.end() if family else given.end()]
    words = whole.split(" ")
    while len(words) > 1 and not words[-1][:1].isupper():
        words.pop()
    title = _TITLES_BEFORE.search(text[max(0, given.start() - 24) : given.start()])
    reach = len(title[0]) if title else 0
    return Span(given.start() - reach, given.start() + len(" ".join(words)))


def _judged(text: str, given: re.Match[str], span: Span) -> Candidate | None:
    """A name, if the words around it let it be somebody's."""
    head, words = text[max(0, span.start - 32) : span.start], span.of(text).split(" ")
    if _is_part(text, span, head) or words[-1].lower() in THINGS:
        return None
    found = _WORD_BEFORE.search(head)
    before = found[1] if found and not found[2] else ""
    low = before.lower()
    begins = found is None or _SENTENCE.search(head[: found.start()]) is not None
    ordered = begins and (len(words) > 1 or low in _BEFORE_CAPITAL)
    if before[:1].isupper() and not (ordered or low in _TOWARDS):
        return None
    name = KINDS.get(low, "NAME")
    if len(words) > 1:
        place = is_city(given[0]) or is_country(given[0]) or is_month(given[0])
        return Candidate(name, span, _DOUBTFUL if place else _FULL)
    said = low in _TOWARDS or _DOES.match(text, span.end)
    known = said and given[0] not in doubtful_given_names()
    return Candidate(name, span, _SINGLE) if known else None


def _is_part(text: str, span: Span, head: str) -> bool:
    """Whether a name is only part of one of a place, a firm, an address, a saint."""
    after = text[span.end : span.end + 1]
    joined = head.endswith(("/", "@", "#", "-", "_", ".")) or after in {"-", "@", "_"}
    saint = head.endswith(("St. ", "Saint ", "Santa ", "San ", "São "))
    king = _KING.match(text, span.end) is not None
    return joined or saint or king or _THING.match(text, span.end) is not None
