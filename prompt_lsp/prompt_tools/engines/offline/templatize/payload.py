"""A whole message that is what an instruction elsewhere works on."""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.directions import (
    begins_with_verb,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.lines import stripped
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import unquoted
from prompt_lsp.prompt_tools.engines.offline.templatize.labels import DATA
from prompt_lsp.text import Span

_SURE = 0.93
_INSTRUCTS = re.compile(
    r"(?i)\b(?:classify|translate|summari[sz]e|extract|label|categori[sz]e|tag|rate|score"
    r"|proofread|correct|rewrite|paraphrase|convert|answer(?:s|ing)? (?:the|each|every"
    r"|any|user|customer|questions?)|the user (?:will|sends|gives|provides|writes|asks"
    r"|pastes)|users? (?:will|send|ask)|you will (?:be given|receive|get)|given (?:a|an"
    r"|the)|each (?:message|text|review|email|ticket|question)|turn (?:each|the|any)"
    r"|detect|identify|analy[sz]e|grade|moderate|redact|reply to|respond to|explain|fix"
    r"|review (?:the|each|any|code)|route|triage|determine|generate|write|decide"
    r"|help (?:customers?|users?|people)|support (?:agent|bot|assistant))\b"
)
_NOUNS = re.compile(
    r"(?i)\b(?:(?:customer |user |product |support |news )?(?:reviews?|emails?|e-mails?"
    r"|articles?|questions?|tickets?|tweets?|comments?|transcripts?|documents?"
    r"|sentences?|reports?|contracts?|essays?|posts?|headlines?|complaints?|quer(?:y|ies)"
    r"|code|logs?|notes?|stories|story|resumes?|diffs?|passages?|recipes?|messages?"
    r"|texts?|inputs?|requests?|words?|sql))\b"
)
_GREETING = re.compile(r"(?i)(?:hi|hello|hey|thanks|thank you|ok|yes|no)\b[^\n]{0,24}\Z")


def payload(reading: Reading) -> Iterator[Candidate]:
    """A message that tells the model nothing, under a prompt that instructs it."""
    if reading.role != "user" or not reading.instructed or reading.data:
        return
    whole = stripped(reading.text, Span(0, len(reading.text)))
    said = whole.of(reading.text)
    if not said or "{{" in said or _GREETING.match(said):
        return
    if _orders(said):
        return
    span = unquoted(reading.text, whole)
    yield Candidate(payload_name(reading.instruction, said), span, _SURE)


def _orders(said: str) -> bool:
    """Whether a message says itself what to do."""
    first = said[:400]
    if begins_with_verb(first):
        return True
    return said.rstrip().endswith(":") and len(said) < 200


def instructs(text: str) -> bool:
    """Whether a text tells the model what to do with what comes after it."""
    return _INSTRUCTS.search(text) is not None


def payload_name(instruction: str, said: str) -> str:
    """What a message is called by the prompt that works on it."""
    translates = re.search(r"(?i)\btranslat", instruction) is not None
    if translates:
        return "WORD_TO_TRANSLATE" if len(said.split()) <= 3 else "TEXT_TO_TRANSLATE"
    for found in _NOUNS.finditer(instruction):
        noun = found[0].lower()
        for form in (noun, noun.removesuffix("s"), noun.removesuffix("ies") + "y"):
            if form in DATA:
                name = DATA[form]
                if name in {"QUESTION", "CUSTOMER_QUESTION", "QUERY"} and not said.rstrip().endswith("?"):
                    continue
                return name.removesuffix("S") if name.endswith("S") and form == noun and noun.endswith("s") else name
    return "QUESTION" if said.rstrip().endswith("?") else "MESSAGE"
