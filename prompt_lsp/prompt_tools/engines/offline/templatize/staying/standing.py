"""Standing orders: how to answer whatever will come, and nothing of this one use."""

import re
from itertools import islice

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.prose import Prose

_SEEN = 4_000  # characters of a prompt that are looked at
_LOOKED_AT = 20  # such orders
_RULES = frozenset(
    """
    WORD_COUNT SENTENCE_COUNT PARAGRAPH_COUNT CHARACTER_COUNT LINE_COUNT PAGE_COUNT
    NUMBER_OF_ITEMS NUMBER_OF_POINTS NUMBER_OF_BULLETS NUMBER_OF_PEOPLE DURATION
    PERCENTAGE AMOUNT TIME DATE NUMBER LENGTH SIZE QUOTED_TEXT RATING SCORE TONE STYLE
    TABLE JSON_DATA CODE
    """.split()
)
_STANDING = re.compile(
    r"(?i)\b(?:from now on|until i (?:say|tell|write)|(?:i(?:['’]ll| will| am going to"
    r"|['’]m going to)) (?:now |then |soon )?(?:(?:send|give|show|feed) you"
    r"|paste|upload|post (?:a|the|my|some))"
    r"|(?:texts?|messages?|essays?|sentences?|articles?|emails?|reviews?|files?|code"
    r"|questions?|words?|drafts?) (?:that )?i (?:send|paste|give|upload|write|post)"
    r"|in (?:my|the) next message|(?:for|in) (?:all|every|each of)(?: of)?"
    r"(?: your| my)? (?:answer|repl|response|summar|message|text|round|turn)\w{0,4}"
    r"|in each (?:round|turn|answer|reply|response)|(?:every|each) (?:message|text) i"
    r"|when(?:ever)? you (?:write|answer|reply|respond)|all (?:your )?(?:answers"
    r"|replies|responses|summaries)|before you (?:send|give|write|post) your"
    r"|ab (?:jetzt|sofort)|von nun an"
    r"|(?:bei|in) (?:allen|jeder) (?:deiner )?Antwort\w{0,2}"
    r"|ich (?:schicke|sende|gebe) dir (?:gleich|jetzt|nun|dann)"
    r"|à partir de maintenant|désormais|que je (?:t['’]|vous )(?:envoie|enverrai|donne)"
    r"|je (?:vais t['’]|vais vous |t['’])envo\w{1,6}|(?:dans|pour) toutes (?:tes|vos)"
    r"|a partir de (?:ahora|agora)|de ahora en adelante|de agora em diante"
    r"|(?:voy a|vou) (?:enviar|mandar|pasar)\w{0,4}"
    r"|que (?:te|lhe|eu) (?:envíe|envie|enviar)"
    r"|respond[ae] (?:siempre|sempre)|en todas tus|em todas as (?:suas )?respostas)\b"
    r"|これから(?:送|渡|入力)|今後|次のルール|以下のルール|接下来我|我会发|从现在开始|以下规则"
    r"|每次(?:回答|回复)"
)


def stands(reading: Reading) -> bool:
    """Whether a prompt gives orders for what will come; what is quoted gives none."""
    if reading.role != "user":
        return False
    prose = Prose(reading)
    found = islice(_STANDING.finditer(reading.text, 0, _SEEN), _LOOKED_AT)
    return any(prose.has(one.start()) for one in found)


def is_rule(one: Candidate) -> bool:
    """Whether a value is a limit, a sample or a form among standing orders."""
    return one.name in _RULES
