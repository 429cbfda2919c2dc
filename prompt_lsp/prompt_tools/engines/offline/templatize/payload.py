"""A whole message that is what an instruction elsewhere works on."""

import re

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.labels import DATA, is_known
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.directions import (
    begins_with_verb,
    orders,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.lines import (
    is_heading,
    label_at,
    lines_of,
    stripped,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import unquoted
from prompt_lsp.text import Span

_SURE = 0.99  # nothing inside a payload is a variable of its own
_SEEN = 20_000  # characters of an instruction that are looked at
_WORK = (
    r"(?:classif(?:y|ies)|translates?|summari[sz]es?|extracts?|labels?|categori[sz]es?"
    r"|tags?|rates?|scores?|proofreads?|corrects?|rewrites?|paraphrases?|converts?"
    r"|turns?|detects?|identif(?:y|ies)|analy[sz]es?|grades?|moderates?|redacts?"
    r"|routes?|triages?|simplif(?:y|ies)|fix(?:es)?|reviews?|explains?|replies|reply)"
)
# It speaks of messages that will come, and says what to do with each of them.
_STRONG = re.compile(
    r"(?i)\b(?:the user(?:'s|’s)? (?:will|sends?|gives?|provides?|writes?|asks?|pastes?"
    r"|message|text|input|question|types?)|users? (?:will|sends?)|you (?:will (?:be given"
    r"|receive|get)|are given|receive|get)|(?:every|each|any|all|whatever|the (?:next|user"
    r"|incoming|given)) (?:\w+ )?(?:message|text|review|email|ticket|question|input|tweet"
    r"|sentence|word|snippet|post|comment|headline|document|article|note|query|request"
    rf"|phrase|thing)s?|you {_WORK}|{_WORK} (?:the|each|every|any|all|whatever|user"
    r"|customer|everything|what|incoming|messages?|texts?|reviews?|emails?))\b"
)
_INSTRUCTS = re.compile(
    rf"(?i)(?:^|[.!?\n][ \t]*)(?:you |please |always |only )?(?:{_WORK}|answer|respond"
    r"|help|do not|don't|never|be |keep|use|write|speak|return|output|give)\b"
)
_NOUNS = re.compile(
    r"(?i)\b(?:(?:customer |user |product |support |news |meeting |bug )?(?:reviews?"
    r"|e-?mails?|articles?|questions?|tickets?|tweets?|comments?|transcripts?|documents?"
    r"|sentences?|reports?|contracts?|essays?|posts?|headlines?|complaints?|quer(?:y|ies)"
    r"|code|logs?|notes?|stor(?:y|ies)|resumes?|diffs?|passages?|recipes?|messages?"
    r"|texts?|inputs?|requests?|words?|feedback|clauses?|descriptions?))\b"
)
_TRIVIAL = re.compile(r"(?i)(?:hi|hello|hey|thanks|thank you|ok|yes|no)\b[^\n]{0,24}\Z")


def payload(text: str, instruction: str) -> Candidate | None:
    """The message as a variable, if it tells the model nothing and something else does.

    `instruction` is what the system prompt and earlier messages say.
    """
    whole = stripped(text, Span(0, len(text)))
    said = text[whole.start : whole.start + 600]
    if not said or "{{" in text or _TRIVIAL.match(said):
        return None
    instruction = instruction[:_SEEN]
    strong = _STRONG.search(instruction) is not None
    if not (strong or len(_INSTRUCTS.findall(instruction)) > 1 or _works(instruction)):
        return None
    if orders(said) if strong else (begins_with_verb(said) or _asks_little(instruction)):
        return None
    if _structured(text, whole):
        return None
    return Candidate(_name(instruction, said), unquoted(text, whole), _SURE)


def _works(instruction: str) -> bool:
    return re.match(rf"(?i)\s*(?:you )?{_WORK}\b", instruction) is not None


def _asks_little(instruction: str) -> bool:
    return len(instruction) < 40


def _structured(text: str, whole: Span) -> bool:
    """Whether the message tells its parts apart itself, by labels, tags or headings."""
    first = lines_of(text[whole.start : whole.start + 600])[0].shifted(whole.start)
    label = label_at(text, first)
    if is_heading(text, first) or text.startswith(("<", "```", '"""'), whole.start):
        return True
    if label is not None and is_known(label.key):
        return True
    return first.of(text).rstrip().endswith(":") and whole.end > first.end


def _name(instruction: str, said: str) -> str:
    """What a message is called by the prompt that works on it."""
    if re.search(r"(?i)\btranslat", instruction):
        short = len(said.split()) <= 3
        return "WORD_TO_TRANSLATE" if short else "TEXT_TO_TRANSLATE"
    asks = said.rstrip().endswith("?")
    for found in _NOUNS.finditer(instruction):
        noun = found[0].lower()
        if noun.endswith("ies"):
            noun = noun[:-3] + "y"
        name = DATA.get(noun.removesuffix("s")) or DATA.get(noun, "")
        if name and (asks or name not in {"QUESTION", "QUERY", "CUSTOMER_QUESTION"}):
            return "USER_MESSAGE" if name in {"MESSAGE", "INPUT", "WORD"} else name
    return "QUESTION" if asks else "USER_MESSAGE"
