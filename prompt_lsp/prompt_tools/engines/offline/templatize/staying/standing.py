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
    DURATION PERCENTAGE AMOUNT TIME DATE NUMBER LENGTH SIZE QUOTED_TEXT RATING SCORE
    TONE STYLE TABLE JSON_DATA CODE
    """.split()
)
_THINGS = (
    r"(?:texts?|messages?|essays?|sentences?|articles?|emails?|reviews?|files?|code"
    r"|questions?|words?|drafts?|pitch(?:es)?|comments?|notes?|problems?|tickets?|poems?"
    r"|answers?|snippets?|recipes?|stor(?:y|ies)|pictures?|images?|documents?)"
)
# In small letters, which are looked through faster than with no regard to case.
_STANDING = re.compile(
    r"\b(?:from now on|until i (?:say|tell|write)"
    r"|(?:i(?:['’]ll| will| am going to|['’]m going to)) (?:now |then |soon )?"
    r"(?:(?:send|give|show|feed) (?:you|the|them|it|my)|paste|upload|post)"
    rf"|{_THINGS} (?:that |which )?i (?:will )?(?:send|paste|give you|upload|share"
    r"|post)"
    r"|when(?:ever)? i (?:send|paste|give|show|upload|type|say)"
    r"|wenn ich (?:dir )?[^\W\d_]{2,12} (?:[^\W\d_]{2,15} )?(?:schicke|sende|gebe)"
    r"|quand je (?:t['’]|te |vous )(?:envo|donne|colle)[^\W\d_]{0,4}"
    r"|cuando (?:te |yo )?(?:pase|envíe|mande|pegue|dé)|quando eu [^\W\d_]{3,10}"
    r"|in (?:my|the) next message|(?:rest|remainder) of (?:our|this|the)"
    r" (?:conversation|chat|session)|let(?:['’]s| us) play"
    r"|(?:for|in|to) (?:all|every|each of)(?: of)?(?: your| my)?"
    r" (?:answer|repl|response|summar|message|text|round|turn)\w{0,4}"
    r"|in each (?:round|turn|answer|reply|response)|(?:every|each) (?:message|text) i"
    rf"|(?:every|each|any) {_THINGS} (?:that )?(?:i|you)(?: give| get| are given)?"
    r"|always (?:answer|reply|respond|give|return|use|write|begin|start|end)"
    r" (?:your|me|in|with|the|as)"
    r"|whenever you [a-z]{2,12}"
    r"|when you (?:write|answer|reply|respond|state|give|make)"
    r" (?:[a-z]{2,15} )?[a-z]{3,15}s"
    r"|all (?:your )?(?:answers|replies|responses|summaries)"
    r"|before you (?:send|give|write|post) your"
    r"|(?:keep|make) (?:each|every|all|your)"
    r" (?:answer|repl|response|message|turn)\w{0,3}"
    r"|[a-z]{3,14}s (?:that |which )?i (?:will )?(?:send|paste|upload|post|share)"
    r"|whatever (?:position|claim|i)"
    r"|stay in (?:character|role|your role)|interrupt me"
    r"|you are (?:the|my) (?:game|dungeon) ?master"
    r"|act for me|convince you|say a word"
    r"|final answer (?:in|inside|within|between)|everything you write"
    r"|ab (?:jetzt|sofort)|von nun an|lass uns [^\n.]{0,30}spielen"
    r"|(?:bei|in) (?:allen|jeder) (?:deiner )?antwort\w{0,2}"
    r"|ich dir (?:schicke|sende|gebe|schreibe)"
    r"|ich (?:schicke|sende|gebe) dir (?:gleich|jetzt|nun|dann)"
    r"|à partir de maintenant|désormais|jouons"
    r"|que je (?:t['’]|vous )(?:envoie|enverrai|donne)"
    r"|je (?:vais t['’]|vais vous |t['’])envo\w{1,6}|(?:dans|pour) toutes (?:tes|vos)"
    r"|a partir de (?:ahora|agora)|de ahora en adelante|de agora em diante|juguemos"
    r"|vamos jogar|(?:voy a|vou) (?:enviar|mandar|pasar)\w{0,4}"
    r"|que (?:te|lhe|eu) (?:envíe|mande|pase|envie|enviar|mandar|colar)"
    r"|respond[ae] (?:siempre|sempre)|en todas tus|em todas as (?:suas )?respostas)\b"
    r"|受け取ったら|(?:文章|テキスト|質問)を(?:送|渡|入力)|收到(?:文章|文本|消息|问题)?后"
    r"|これから(?:送|渡|入力)|今後|次のルール|以下のルール|接下来我|我会发|从现在开始"
    r"|以下规则|每次(?:回答|回复|发来?)|我(?:每次)?发(?:来|给)"
)
# What a grade means: `- 6: outstanding`, `0 = harmless`.
_LEVEL = re.compile(
    r"(?m)^[ \t]{0,8}(?:[-*] )?\d{1,3}(?: ?[-–] ?\d{1,3})?(?: points?)? ?[:=–]"
    r" ?[^\W\d_]"
)
# It goes on with an answer that stands above.
_FOLLOWS = re.compile(
    r"(?i)\s{0,8}(?:(?:that['’]s|this is|that is|it['’]s) [^\W\d]{2,12}"
    r"|much better)[^\n.!?]{0,40}[.!,;] (?:now|but|and|please|can you)\b"
)
_HEAD = 4  # words before a block on its line; more make a sentence, and no label


def stands(reading: Reading) -> bool:
    """Whether a prompt gives orders for what will come, or for what came before.

    Levels to grade by are such orders. What is quoted, or stands in data, gives none.
    """
    if reading.role != "user":
        return False
    if _FOLLOWS.match(reading.text):
        return True
    if sum(1 for _ in islice(_LEVEL.finditer(reading.text, 0, _SEEN), 2)) > 1:
        return True
    prose = Prose(reading)
    said = reading.text[:_SEEN].lower()
    found = islice(_STANDING.finditer(said), _LOOKED_AT)
    return any(prose.has(one.start()) for one in found)


def is_rule(text: str, one: Candidate, *, block: bool) -> bool:
    """Whether a value is a limit, a sample or a form among standing orders.

    What ends a sentence of them is an order itself: `in this order: restate it, …`.
    """
    if not block:
        return one.name in _RULES or one.name.startswith("NUMBER_OF_")
    start = text.rfind("\n", 0, one.span.start) + 1
    head = text[max(start, one.span.start - _LINE) : one.span.start]
    return len(head.split()) > _HEAD


_LINE = 200  # characters of a line before a block
