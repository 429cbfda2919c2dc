"""Feedback to wishes, sentence by sentence.

A sentence is understood when all its words are accounted for: those that say the
wish, those that only carry it, and perhaps the noun that it is about. Anything else
is kept as it is written.
"""

import re
from collections.abc import Iterator, Sequence

from prompt_lsp.prompt_tools.engines.offline.improve.feedback.lexicon import (
    FILLERS,
    OPPOSITES,
    PHRASES,
    TURNING,
    UNSPACED,
    WORDS,
)
from prompt_lsp.prompt_tools.engines.offline.improve.feedback.wish import (
    FORM,
    Want,
    Wish,
)
from prompt_lsp.prompt_tools.engines.offline.improve.language import (
    Language,
    language_of,
)

_SENTENCE_END = re.compile(r"(?<=[.!?;。！？；])\s+|(?<=[。！？；])|\n")
_LEAD = re.compile(
    r"(?:[-*•]\s+|\d{1,2}[.)]\s+|(?:add|feedback|change):\s+|please,?\s+|pls\s+|bitte\s+|also\s+|and\s+"
    r"|por favor,?\s+|(?:can|could|would) you(?: please)?\s+"
    r"|(?:i|we)(?:'d| would) like(?: you)? to\s+"
    r"|you should\s+|it should\s+(?!be\b))",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\s*(?:,\s*(?:and|but|und|et|y|e)?|;|\b(?:and|but|und|aber|et|mais|y|pero)\b)\s+",
    re.IGNORECASE,
)
# Words that begin a rule; what follows is its own affair.
_IMPERATIVE = re.compile(
    r"(?:add|always|never|don'?t|do not|only|include|mention|avoid|use|start|end|begin"
    r"|ensure|make sure|focus|ask|explain|list|return|output|cite|consider|limit"
    r"|highlight|emphasi[sz]e|skip|omit|leave out|address|refer|quote|show|state"
    r"|be|answer|respond|reply|write|put|wrap|sort|order|group|keep|stick|follow|prefer"
    r"|give|provide|tell|name|check|define|stay|assume|treat|remember|vary|target|suggest"
    r"|recommend|offer|justify|separate|sign|greet|thank|apologi[sz]e)"
    r"\s+\S",
    re.IGNORECASE,
)
_ABOUT_THE_PROMPT = re.compile(
    r"\b(?:prompts?|placeholders?|variables?|system (?:prompt|message)|paragraphs?"
    r"|wording|it|this|that|them|examples?|roles?|xml|sections?|structure|headings?"
    r"|context|tags)\b",
    re.IGNORECASE,
)
_UNCLEAR = re.compile(
    r"\b(?:prompts?|placeholders?|variables?|system (?:prompt|message)|paragraphs?"
    r"|wording|it|this|that|them)\b",
    re.IGNORECASE,
)
_LEAVE_OUT = re.compile(r"(?:no|without)((?:\s+[a-z-]{2,20}){1,3})", re.IGNORECASE)
_DEGREE = re.compile(
    r"(?:(?:make|keep) (?:it|them|this|the answers?) |be |sound |use |with "
    r"|(?:it|they|this|answers?) (?:should|must|needs? to|could) (?:be|sound|use) )?"
    r"(?:a bit |a little |much |slightly )?(more|less|fewer) ([a-z-]{4,20})",
    re.IGNORECASE,
)
_KEPT = re.compile(r"(?:keep|make) (?:it|them|this) ([a-z-]{4,20})", re.IGNORECASE)
_ALONE = re.compile(
    r"(?:(?:just|only) (?:give |return |output |say )?|(?:give|return|output|say) "
    r"(?:just|only) )(?:me )?(the [a-z]{3,20}(?: [a-z]{3,20})?)",
    re.IGNORECASE,
)
# It asks for what is done anyway.
_ANYWAY = re.compile(
    r"(?:please )?(?:(?:make|improve|optimi[sz]e|enhance|polish|perfect|fix)"
    r"(?: (?:it|this|(?:the|my|this) prompt))?(?: (?:a bit |much |even )?"
    r"(?:better|good|great|nicer))?|better)(?: please)?",
    re.IGNORECASE,
)
# The ends of words that say how something is.
_ADJECTIVE = tuple(
    "al ive ous ic ful ant sed ted red ing able ible ary lar vid ect ete ise".split()
)
_LIMIT = re.compile(
    r"\b(?:(under|below|at most|less than|fewer than|no more than|up to|within|in|to"
    r"|max(?:imum)?(?: of)?|at least|exactly|around|about)\s+)?"
    r"((?:\d{1,6}|one|two|three|four|five|six|seven|eight|nine|ten)\s+"
    r"(?:words?|sentences?|lines?|paragraphs?|characters?|bullet points?|bullets?"
    r"|points?|items?))\b"
    r"(?P<most>(?: at)? (?:most|max(?:imum)?|tops|or (?:less|fewer)))?",
    re.IGNORECASE,
)
# A form that has parts of its own, or that we have no sentence for.
_FORM = re.compile(
    r"(?:(?:return|output|respond|answer|reply|give me|use|format(?: it)?|as|in|with"
    r"|an?|valid) )*"
    r"(json|xml|csv|ya?ml|html|latex|table|list)(?: object| array| format| output)?"
    r"(?: only)?(?P<parts> (?:with|of|containing) \S.{0,120})?",
    re.IGNORECASE,
)
_CHOICE = re.compile(
    r"(?:(?:answer|respond|reply|only|just|with|say) )*(yes or no|true or false)"
    r"(?: only)?",
    re.IGNORECASE,
)
_AUDIENCE = re.compile(
    r"\b(?:for|aimed at|suitable for|targeted at|towards?)\s+((?:[\w'-]+\s+){0,5}"
    r"(?:beginners?|novices?|kids?|child(?:ren)?|teens?|teenagers?|adults?|experts?"
    r"|year[- ]olds?|\d+-year-olds?|audiences?|readers?|developers?|engineers?"
    r"|students?|teachers?|executives?|managers?|users?|people|laypeople|laypersons?"
    r"|customers?|patients?|professionals?|newcomers?|public|parents|seniors))\Z",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_UNSPACED = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
_ENGLISH = (Language.ENGLISH, None)
_NOUN_TAKING = frozenset({Want.SHORT, Want.LIMIT, Want.DETAILED})
_ENDS = " \t.!?;:。！？；"
# An explanation of a wish is longer than a wish.
_LONGEST = 160
_LONGEST_FEEDBACK = 2_000


def wishes_of(feedback: str) -> tuple[Wish, ...]:
    """What feedback asks for, in order and each once.

    What is as long as a prompt is no list of wishes, and kept as a whole.
    """
    if len(feedback) > _LONGEST_FEEDBACK:
        return (Wish(Want.VERBATIM, feedback),)
    found: dict[Wish, None] = {}
    for sentence in _SENTENCE_END.split(feedback):
        bare = sentence.strip(_ENDS)
        if bare and not _ANYWAY.fullmatch(bare):
            found |= dict.fromkeys(_sentence(sentence.strip()))
    return tuple(found)


def _sentence(sentence: str) -> tuple[Wish, ...]:
    bare = sentence.strip(_ENDS)
    while lead := _LEAD.match(bare):
        bare = bare[lead.end() :]
    if not bare or len(bare) > _LONGEST:
        return (Wish(Want.VERBATIM, sentence),)
    parts = [_clause(part) for part in _PARTS.split(bare) if part]
    if all(parts):
        return tuple(wish for part in parts for wish in part)
    return _clause(bare) or (Wish(Want.VERBATIM, sentence.rstrip(" ;,")),)


def _clause(clause: str) -> tuple[Wish, ...]:
    """What a clause asks for; nothing where it is not wholly understood."""
    if _UNSPACED.search(clause):
        return _unspaced(clause)
    if found := _plain(clause) or _of_form(clause):
        return found
    if degree := _DEGREE.fullmatch(clause):
        return _of_degree(degree)
    return _of_rule(clause)


def _of_rule(clause: str) -> tuple[Wish, ...]:
    """What can be said as a rule: `just the label`, `no emojis`, `cite sources`."""
    rule = ""
    if alone := _ALONE.fullmatch(clause):
        rule = f"Give only {alone[1].lower()}."
    elif (kept := _KEPT.fullmatch(clause)) and kept[1].lower().endswith(_ADJECTIVE):
        rule = f"Be {kept[1].lower()}."
    elif left_out := _LEAVE_OUT.fullmatch(clause):
        rule = f"Leave out any{left_out[1]}."
    elif _is_rule(clause):
        rule = f"{clause[0].upper()}{clause[1:]}."
    return (Wish(Want.RULE, rule),) if rule else ()


def _of_form(clause: str) -> tuple[Wish, ...]:
    """`CSV please`, `JSON with the keys a and b`, `yes or no only`."""
    bare = clause.removesuffix(" please").removesuffix(" instead")
    if choice := _CHOICE.fullmatch(bare):
        return (Wish(Want.RULE, f"Answer with {choice[1].lower()} only."),)
    form = _FORM.fullmatch(bare)
    if form is None:
        return ()
    name = form[1].lower()
    called = f"a {name}" if name in {"table", "list"} else name.upper()
    return (Wish(Want.RULE, f"{FORM}{called}{form['parts'] or ''}."),)


def _of_degree(found: re.Match[str]) -> tuple[Wish, ...]:
    """`Be more literal.`, `Use fewer emojis.`; nothing for what may be either."""
    word, what = found[1].lower(), found[2].lower()
    if what.endswith("s") and not what.endswith(("ous", "less")):
        word = "fewer" if word == "less" else word
        return (Wish(Want.RULE, f"Use {word} {what}."),)
    if what.endswith(_ADJECTIVE) and word != "fewer":
        return (Wish(Want.RULE, f"Be {word} {what}."),)
    return ()


def _is_rule(clause: str) -> bool:
    """Whether a clause can stand in a prompt as it is."""
    if not _IMPERATIVE.match(clause):
        return False
    adds = clause.lower().startswith("add")
    return not (_ABOUT_THE_PROMPT if adds else _UNCLEAR).search(clause)


def _plain(clause: str) -> tuple[Wish, ...]:
    found: list[Wish] = []
    if audience := _AUDIENCE.search(clause):
        found.append(Wish(Want.AUDIENCE, audience[1]))
        clause = clause[: audience.start()]
    if limit := _LIMIT.search(clause):
        amount = limit[2].lower().replace("bullet point", "bullet")
        relation = "up to" if limit["most"] else (limit[1] or "to").lower()
        found.append(Wish(Want.LIMIT, f"{relation} {amount}"))
        clause = f"{clause[: limit.start()]} {clause[limit.end() :]}"
    words = _WORD.findall(_with_phrases_joined(clause))
    said, nouns = _read(words)
    if said is None:
        return ()
    found = [*said, *found]
    if not nouns:
        return tuple(found)
    takers = {wish.want for wish in found} & _NOUN_TAKING
    counted = any(any(map(str.isdigit, noun)) for noun in nouns)
    if not takers or counted or len(nouns) > 3 or not _stand_together(words, nouns):
        return ()
    subject = _with_article(words, nouns)
    if subject == nouns[0].lower() and language_of(clause) not in _ENGLISH:
        subject = ""  # without its article nobody knows how to speak of it
    return tuple(_about(wish, subject) for wish in found)


def _with_phrases_joined(clause: str) -> str:
    lowered = clause
    for pattern, word in PHRASES:
        lowered = re.sub(pattern, word, lowered, flags=re.IGNORECASE)
    return lowered


def _read(words: Sequence[str]) -> tuple[list[Wish] | None, list[str]]:
    """The wishes that words say, and the words that are left."""
    found: list[Wish] = []
    left: list[str] = []
    before = ""
    for word in words:
        low = word.lower().replace("\u2019", "'").replace("'", "")
        if before in TURNING:
            opposite = OPPOSITES.get(f"{before} {low}")
            if opposite is None:
                return None, []
            found.append(opposite)
        elif low in TURNING:
            pass
        elif low in WORDS:
            found.append(WORDS[low])
        elif low not in FILLERS:
            left.append(word)
        before = low
    unheard = before in TURNING and before != "too"
    return (None if unheard else found), left


def _stand_together(words: Sequence[str], nouns: Sequence[str]) -> bool:
    at = words.index(nouns[0])
    return list(words[at : at + len(nouns)]) == list(nouns)


def _with_article(words: Sequence[str], nouns: Sequence[str]) -> str:
    """The nouns, with the word before them where it carries their number."""
    at = words.index(nouns[0])
    article = words[at - 1].lower() if at else ""
    carried = article in ("die", "das", "den", "les", "la", "le", "las", "los", "el")
    carried = carried or article in ("os", "as", "o", "a", "each", "every")
    named = " ".join((article, *nouns) if carried else nouns)
    return named if article in ("die", "das", "den") else named.lower()


def _about(wish: Wish, subject: str) -> Wish:
    if wish.want is Want.LIMIT:
        return Wish(Want.LIMIT, f"{wish.words}|{subject}")
    return Wish(wish.want, subject) if wish.want in _NOUN_TAKING else wish


def _unspaced(clause: str) -> tuple[Wish, ...]:
    found: list[Wish] = []
    for pattern, wish in UNSPACED:
        if pattern in clause:
            found.append(wish)
            clause = clause.replace(pattern, "")
    rest = re.sub(
        "[もっとしてにくださいお願します請请更一点把的得用以回答些变要做成為为で、，]",
        "",
        clause,
    )
    return tuple(_unique(found)) if found and len(rest) <= 6 else ()


def _unique(wishes: Sequence[Wish]) -> Iterator[Wish]:
    yield from dict.fromkeys(wishes)
