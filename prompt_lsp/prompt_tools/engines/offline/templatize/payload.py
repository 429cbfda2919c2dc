"""A whole message that is what an instruction elsewhere works on."""

import re
from collections.abc import Sequence
from itertools import islice

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.labels import DATA, is_known
from prompt_lsp.prompt_tools.engines.offline.templatize.layout import Layout
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.directions import (
    SENTENCE,
    begins_with_verb,
    orders,
    tells,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.facts import (
    known_fact,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.lines import (
    Label,
    is_heading,
    label_at,
    lines_of,
    stripped,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import unquoted
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.talk import is_dialogue
from prompt_lsp.prompt_tools.engines.offline.templatize.tongues import labels as tongues
from prompt_lsp.prompt_tools.engines.offline.templatize.tongues.translation import asks
from prompt_lsp.prompt_tools.engines.offline.templatize.verbs import VERBS
from prompt_lsp.text import Span

_SURE = 0.99  # nothing inside a payload is a variable of its own
_SEEN = 20_000  # characters of an instruction that are looked at
_WORK = (
    r"(?:classif(?:y|ies)|translates?|summari[sz]es?|extracts?|labels?|categori[sz]es?"
    r"|tags?|rates?|scores?|proofreads?|corrects?|rewrites?|paraphrases?|converts?"
    r"|turns?|detects?|identif(?:y|ies)|analy[sz]es?|grades?|moderates?|redacts?"
    r"|routes?|triages?|simplif(?:y|ies)|fix(?:es)?|reviews?|explains?|replies|reply"
    r"|answers?)"
)
# It speaks of messages that will come, and says what to do with each of them.
_STRONG = re.compile(
    r"(?i)\b(?:the user(?:'s|’s)? (?:will|sends?|gives?|provides?|writes?|asks?"
    r"|pastes?|describes?|names?|mentions?|shares?|submits?|tells?|reports?|uploads?"
    r"|message|text|input|question|types?)|users? (?:will|sends?)"
    r"|you (?:will (?:be given"
    r"|receive|get)|are given|receive|get)|(?:every|each|any|all|whatever|the (?:next"
    r"|user"
    r"|incoming|given)) (?:\w+ )?(?:message|text|review|email|ticket|question"
    r"|input|tweet|sentence|word|snippet|post|comment|headline|document|article|note|query|request"
    rf"|phrase|thing)s?|you {_WORK}|{_WORK} (?:the|each|every|any|all|whatever|user"
    r"|customer|everything|what|incoming|messages?|texts?|reviews?|e?-?mails?|letters?|comments?"
    r"|tickets?|requests?))\b"
)
# It brings what questions are answered from.
_SOURCE = re.compile(
    r"(?i)\b(?:(?:schema|tables?|documentation|manual|faq|passages|context|documents"
    r"|menu|policy|catalogue?) (?:below|above)|answers? (?:questions|queries)"
    r"[^.\n]{0,60}\b(?:from|using|based on|with)|knowledge base)\b"
    r"|</(?:policy|policies|faqs?|docs?|documents?|documentation|context|manual|menu"
    r"|handbook|guide|articles?|passages?|sources?|catalog(?:ue)?|contract|terms"
    r"|transcript|report|schema|knowledge[_-]?base)>"
)
_QUESTION = 300  # characters of a message that is one question
_POINTS = re.compile(
    r"(?i)\b(?:the|each|every|any|this|a|an|user|customer) (?:\w+ )?(?:text|post|recipe"
    r"|command|message|e-?mail|article|review|tweet|thread|question|topic|input|sentence"
    r"|ticket|document|transcript|code|snippet|request|query|note|report|headline|word"
    r"|phrase|comment|complaint|story|passage|description)s?\b"
)
_NOUN = (
    r"((?:customer |user |product |support |news |meeting |bug )?(?:review|e-?mail"
    r"|article|question|ticket|tweet|comment|transcript|document|sentence|report|contract"
    r"|essay|post|headline|complaint|quer(?:y|ie)|code|log|note|stor(?:y|ie)|resume|diff"
    r"|passage|recipe|message|text|input|request|word|feedback|command|topic|thread"
    r"|clause|description)%s)"
)
_TOLD = re.compile(
    r"(?i)\b(?:the|each|every|any|this|user(?:'s|’s)?|customer(?:'s|’s)?|incoming)"
    r"[ ](?:\w+[ ])?" + _NOUN % "s?" + r"\b"
)
_GIVEN = re.compile(
    r"(?i)\b(?:(?:given|receive|get|sends?|pastes?|provides?|shares?|submits?)(?: you)?"
    r"[ ](?:an?|the|some|their|one)[ ](?:\w+[ ])?"
    r"|you[ ](?:convert|migrate|port|refactor|debug|review|explain|summari[sz]e"
    r"|condense|classify|translate|grade|proofread|edit)[ ](?:[\w+#.-]{1,20}[ ]){0,3}?)"
    + _NOUN % "s?"
    + r"\b(?! (?:of|in) )"
)
# It makes these, and is given something else: `You write report card comments`.
_MAKES = re.compile(r"(?i)\b(?:write|create|draft|compose|produce)s?\b[^.,;:\n]{0,30}$")
_REACH = 40  # characters
_PLURAL = re.compile(r"(?i)(?<!write )(?<!create )\b" + _NOUN % "s" + r"\b")
_HEADERS = frozenset({"from", "to", "subject", "date", "sent", "cc", "re"})
_ELSEWHERE = re.compile(
    rf"(?i)(?<![^\W_])(?!resume[:}}])(?:{tongues.INSTRUCTS})(?![^\W_])"
    rf"|{tongues.UNSPACED_INSTRUCTS}"
)
_TRIVIAL = re.compile(r"(?i)(?:hi|hello|hey|thanks|thank you|ok|yes|no)\b[^\n]{0,24}\Z")
# It speaks to the model of the talk itself, and brings nothing to work on.
_TALK = re.compile(
    r"(?i)(?:(?:is (?:that|this|it|everything) |are we |all )?"
    r"(?:understood|clear|ready)"
    r"|(?:do|did|have) you (?:got|get|understand|understood|read)(?: (?:it|that|this|me"
    r"|everything|the (?:rules|instructions)))?|got (?:it|that)|makes? sense"
    r"|are you (?:there|ready|ok|okay|sure|online|listening)(?: to (?:start|begin))?"
    r"|can you hear me|who are you|how are you|what can you do|shall we (?:start|begin)"
    r"|(?:ok,? |okay,? )?(?:let['’]s|let us) (?:start|begin|go|get started"
    r"|do (?:it|this))|(?:i['’]m|i am) (?:ready|back|here)|(?:go|carry) on|go ahead"
    r"|continue|start|begin|sounds good|test|testing)"
    r"(?: (?:now|then|so far|please|with that))?[\s.!?]{0,8}\Z"
)
_RULES = 3  # items or orders that make a policy
_TALKED_OF = re.compile(
    r"(?i)\b(?:conversation|dialog|dialogue|chat|transcript|exchange|discussion|call"
    r"|interview|thread)s?\b"
)
_FIGURE = re.compile(r"(?<![\w.])\d[\d.,:]{0,20}")


def payload(text: str, instruction: str) -> Candidate | None:
    """The message as a variable, if it tells the model nothing and something else does.

    `instruction` is what the system prompt and earlier messages say.
    """
    whole = stripped(text, Span(0, len(text)))
    said = text[whole.start : whole.start + 600]
    if not said or "{{" in text or _TRIVIAL.match(said) or _TALK.match(said):
        return None
    instruction = instruction[:_SEEN]
    told = tells(instruction) or _does(instruction) or _is_translator(instruction)
    strong = (
        _STRONG.search(instruction) is not None
        or _ELSEWHERE.search(instruction) is not None
        or (told and _POINTS.search(instruction) is not None)
        or _is_question(said, instruction)
        or _is_exercise(said, instruction)
    )
    if not (strong or told):
        return None
    if _TALKED_OF.search(instruction) and is_dialogue(text, whole):
        return Candidate("CONVERSATION", whole, _SURE)
    if strong:
        ordered = orders(said) or asks(said)
    else:
        wished = _particular(said) and not _is_policy(instruction)
        ordered = tells(said) or wished or _WISHED.match(said) is not None
    if ordered and not _form(said):
        return None
    if _PROGRAM.match(said) is None and _structured(text, whole, instruction):
        return None
    return Candidate(_name(instruction, said), unquoted(text, whole), _SURE)


def _is_translator(instruction: str) -> bool:
    """Whether a prompt is nothing but who translates: `You are a translator into …`."""
    return _TRANSLATOR.match(instruction) is not None


_TRANSLATOR = re.compile(
    r"(?i)\s{0,8}(?:you are|act as|you're) (?:an? |the )(?:[\w-]{1,20} ){0,3}"
    r"(?:translator|interpreter)\b"
)


def closing(text: str, laid: Layout) -> Candidate | None:
    """The question below a document, all else of a message, if that is what it is."""
    if len(laid.prose) != 1 or not any(one.name in _ANSWERS for one in laid.data):
        return None
    span = stripped(text, laid.prose[0])
    said = span.of(text)
    if len(said) > _QUESTION or not said.endswith("?") or "\n" in said:
        return None
    last = max(one.span.end for one in laid.data)
    return Candidate("QUESTION", span, _SURE) if last < span.start else None


# Documents that hold the answers to questions.
_ANSWERS = frozenset(
    """
    DOCUMENT DOCUMENTS CONTEXT SOURCE SOURCES PASSAGE PASSAGES ARTICLES HANDBOOK MANUAL
    POLICY POLICIES FAQ FAQS SEARCH_RESULTS KNOWLEDGE_BASE DOCUMENTATION DOCS EXCERPTS
    """.split()
)


def _does(instruction: str) -> bool:
    """Whether a prompt says what the model does all day: `You write labels`."""
    return any(found[1].lower() in VERBS for found in _YOU.finditer(instruction))


# What is wanted, without a verb: `A story about a hedgehog`.
_WISHED = re.compile(
    r"(?i)(?:an?|another|one|\d{1,3}) [^\n.,]{0,60}?\b(?:about|on|for) "
)
_YOU = re.compile(r"(?<![^\W_])You ([a-z]{3,14})(?= [a-z])")


def _is_question(said: str, instruction: str) -> bool:
    """Whether a message is one question, and the prompt holds what answers it."""
    asks = said.rstrip().endswith("?") and "\n" not in said.strip()
    return asks and len(said) < _QUESTION and _SOURCE.search(instruction) is not None


# It answers with questions of its own, whatever it is asked.
_TEACHES = re.compile(
    r"(?i)\b(?:tutor|teacher|socratic)\b[^\0]{0,400}\b(?:never|do not|don['’]t|without"
    r"|instead of|ask)\b[^.\n]{0,40}\b(?:answers?|solutions?|questions?|solve[sd]?"
    r"|results?|hints?)\b"
)


def _is_exercise(said: str, instruction: str) -> bool:
    """Whether a message is one question that a teacher is asked."""
    asks = said.rstrip().endswith("?") and "\n" not in said.strip()
    if not asks or len(said) > _QUESTION or _OWN.search(said):
        return False
    return _TEACHES.search(instruction[:_SAYS]) is not None


_SAYS = 1_500  # characters of a prompt that say who the model is
_OWN = re.compile(r"(?i)\b(?:i['’]?m|my|me|give|write|list|explain)\b|[.!] ")


def _particular(said: str) -> bool:
    """Whether a message is a request that figures make, each a value of its own."""
    asked = said.rstrip().endswith("?") and len(said) < _QUESTION
    return asked and len(_FIGURE.findall(said)) > 1


def _is_policy(instruction: str) -> bool:
    """Whether a prompt is a product's, with rules, and not a role of one sentence."""
    found = SENTENCE.finditer(instruction)
    rules = (
        one
        for one in found
        if one[0].strip(" \t\n.!?:")
        or begins_with_verb(instruction[one.end() : one.end() + 80])
    )
    return sum(1 for _ in islice(rules, _RULES)) == _RULES


def _structured(text: str, whole: Span, instruction: str) -> bool:
    """Whether the message tells its parts apart itself, by labels, tags or headings."""
    first = lines_of(text[whole.start : whole.start + 600])[0].shifted(whole.start)
    label = label_at(text, first)
    if is_heading(text, first) or text.startswith(("<", "```", '"""'), whole.start):
        return True
    lines = lines_of(text[whole.start : whole.start + 600])
    labels = [label_at(text, line.shifted(whole.start)) for line in lines]
    if _NOTED.search(instruction) and _are_notes(labels):
        return False
    if (
        label is not None
        and label.key not in _HEADERS
        and (
            is_known(label.key)
            or f"{label.key}:" in instruction.lower()
            or known_fact(label.key)
            or sum(one is not None for one in labels) > 1
        )
    ):
        return True
    return first.of(text).rstrip().endswith(":") and whole.end > first.end


def _are_notes(labels: Sequence[Label | None]) -> bool:
    """Whether lines, some with a label of their own, are the notes that a prompt takes.

    Who fills in a form labels all lines, and with words that forms have.
    """
    keys = [one.key for one in labels if one is not None]
    known = any(is_known(key) or known_fact(key) for key in keys)
    return len(keys) < len(labels) and not known


_NOTED = re.compile(r"(?i)\b(?:notes?|handovers?|logs?|records?|minutes|jottings)\b")


def _name(instruction: str, said: str) -> str:
    """What a message is called by the prompt that works on it."""
    if _TRANSLATES.search(instruction):
        short = len(said.split()) <= 3
        return "WORD_TO_TRANSLATE" if short else "TEXT_TO_TRANSLATE"
    if form := _form(said):
        return form
    asked = said.rstrip().endswith("?")
    made = {
        _one(found[1])
        for found in _PLURAL.finditer(instruction)
        if _is_made(instruction, found.start())
    }
    for pattern in (_GIVEN, _TOLD, _PLURAL):
        for found in pattern.finditer(instruction):
            if pattern is not _GIVEN and _one(found[1]) in made:
                continue
            noun = found[1].lower()
            noun = noun[:-3] + "y" if noun.endswith("ies") else noun
            name = DATA.get(noun.removesuffix("s")) or DATA.get(noun, "")
            name = name or DATA.get(noun.rpartition(" ")[2].removesuffix("s"), "")
            if (
                noun.removesuffix("s") in _RARE
                and found[0].split()[0].lower() not in _EACH
            ):
                continue
            if noun == "topic" and not asked:
                return "TOPIC"
            if name in {"MESSAGE", "INPUT", "WORD"}:
                return "USER_MESSAGE"
            if name and (asked or name not in _ASKED):
                return name
    return "QUESTION" if asked else "USER_MESSAGE"


# What a message is by its own form, whatever the prompt calls it.
_FORMS = {
    "DIFF": re.compile(r"diff --git |--- \S{1,200}\r?\n\+\+\+ |@@ -\d"),
    "SQL_QUERY": re.compile(
        r"(?:SELECT\s[^;]{0,2000}?\sFROM\s|WITH \w{1,60} AS \(|UPDATE \S{1,60}\s+SET\s"
        r"|INSERT INTO |DELETE FROM )"
    ),
}


# The first line of a program, whose own colons are no labels.
_PROGRAM = re.compile(
    r"(?:async )?def \w{1,60}\(|class \w{1,60}[(:{]|import [\w.]{1,80}\n"
    r"|from [\w.]{1,80} import|#include <|package \w|func \w{1,60}\(|fn \w{1,60}\("
    r"|@\w{1,60}\n"
    r"|(?:for|while|if|try|with)\b[^\n]{0,80}:\n[ \t]"
)


def _form(said: str) -> str:
    """What a message is by its own form; empty where that is prose."""
    return next((name for name, form in _FORMS.items() if form.match(said)), "")


# Into a language of people, and not of programs.
_TRANSLATES = re.compile(
    r"(?i)\btranslat(?!\w{1,5} [^.\n]{0,60}\b(?:in)?to (?:an? )?"
    r"(?:SQL|code|Python|JSON|regex|bash|shell|Cypher|SPARQL|a query|queries)\b)"
)


def _one(noun: str) -> str:
    """A noun in its singular, in small letters and without what tells it closer."""
    return noun.lower().rpartition(" ")[2].removesuffix("s")


def _is_made(instruction: str, at: int) -> bool:
    """Whether a prompt makes what it names there, and is given something else."""
    return _MAKES.search(instruction[max(0, at - _REACH) : at]) is not None


# What an instruction also says of its answer.
_RARE = frozenset({"sentence", "word", "headline", "report", "note"})
_EACH = frozenset({"each", "every", "this", "any"})
_ASKED = frozenset({"QUESTION", "QUERY", "CUSTOMER_QUESTION", "USER_QUESTION"})
