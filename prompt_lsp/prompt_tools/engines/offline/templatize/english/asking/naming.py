"""What a particular phrase is called, by itself and by the words that lead to it."""

from prompt_lsp.prompt_tools.engines.offline.templatize.english.asking.lexicon import (
    TOOLS,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.asking.nominal import (
    core,
    head_of,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.manner import (
    is_audience,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    BUSINESS,
    EVENTS,
    LANGUAGES_OF_CODE,
    RELATIONS,
    TITLES,
    UNSURE_LANGUAGES,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Word,
    Words,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables import (
    is_city,
    is_country,
    is_language,
    is_weekday,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables.given_names import (
    given_names,
)

_HEADS = {
    "AWARD": "award prize medal scholarship fellowship",
    "LOCATION": """
        church cathedral hall museum hotel theatre theater park station airport stadium
        arena beach lake river mountain island library castle canal sea ocean
        bridge street road centre center square
        """,
    "ORGANIZATION": """
        university college school institute foundation trust society association
        committee council ministry department club union bank academy office
        """,
    "CONDITION": "disease syndrome disorder infection burn fracture allergy cancer",
}
_BY_HEAD = {head: name for name, heads in _HEADS.items() for head in heads.split()}
_DAYS = frozenset({"weekday", "weekend"})
_BY_LEAD = {
    "about": "TOPIC",
    "on": "TOPIC",
    "regarding": "TOPIC",
    "concerning": "TOPIC",
    "by": "AUTHOR",
    "like": "ITEM",
}
_WHERE = frozenset({"in", "near", "through", "across"})
_NAMES_BY_LEAD = {
    "through": "LOCATION",
    "across": "LOCATION",
    "at": "COMPANY_NAME",
    "in": "LOCATION",
    "from": "COMPANY_NAME",
    "by": "AUTHOR",
    "near": "LOCATION",
    "to": "DESTINATION",
    "under": "JURISDICTION",
    "on": "TOPIC",
    "about": "TOPIC",
}


def name_of(phrase: Words, lead: str, default: str = "ITEM") -> str:
    """The name of a phrase behind a preposition, or of an object without one."""
    said = core(phrase)
    head = head_of(said)
    if head.low in _DAYS or is_weekday(head.text.removesuffix("s")):
        return "DAY"
    name = _known(said) or _BY_HEAD.get(head.low)
    name = name or (lead not in _WHERE and _of_somebody(said, head)) or ""
    if name:
        return name
    if head.low in BUSINESS:
        return "COMPANY_NAME" if head.capital else "BUSINESS_TYPE"
    if head.low in EVENTS or is_audience(phrase):
        return "EVENT" if head.low in EVENTS else "AUDIENCE"
    if said[0].capital and said[-1].capital:
        return _NAMES_BY_LEAD.get(lead, "NAME" if lead else "PRODUCT_NAME")
    return _BY_LEAD.get(lead, default)


def is_known(run: Words) -> bool:
    """Whether a name says itself of what it is: `the Fields Medal`."""
    return head_of(run).low in _BY_HEAD or _known(run) != ""


def _of_somebody(said: Words, head: Word) -> str:
    alone = len(said) == 1 or said[1].capital
    if said[0].low.rstrip(".") in TITLES or (alone and said[0].text in given_names()):
        return "NAME"
    return "RECIPIENT" if head.low in RELATIONS else ""


def _known(said: Words) -> str:
    """The kind of a name that a table knows; an empty string if none does."""
    if said[0].low in LANGUAGES_OF_CODE - UNSURE_LANGUAGES and len(said) == 1:
        return "PROGRAMMING_LANGUAGE"
    if said[0].low in TOOLS and len(said) == 1:
        return "SOFTWARE"
    return _named(said) if said[0].capital else ""


def _named(said: Words) -> str:
    whole = " ".join(word.text for word in said)
    if is_city(whole):
        return "CITY"
    if is_country(whole):
        return "COUNTRY"
    if said[0].text.endswith(("Error", "Exception")):
        return "ERROR"
    return "LANGUAGE" if is_language(whole) else ""
