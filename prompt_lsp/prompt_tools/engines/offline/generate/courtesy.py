"""The politeness around a task: a greeting in front, thanks and a name at the end.

Who greets means the reader and not the task. Only what a sign or a line end sets apart
is taken: `Hello Kitty stickers` and `Hi-fi reviews` begin with no greeting.
"""

import re

_HELLO = (
    r"hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day)"
    r"|hallo|moin|liebes?|guten (?:morgen|tag|abend)"
    r"|bonjour|bonsoir|salut|hola|buenos d[ií]as|buenas (?:tardes|noches)"
    r"|ol[áa]|oi|bom dia|boa (?:tarde|noite)"
)
_READER = (
    r"there|all|team|everyone|everybody|folks|friends?|claude|chatgpt|gpt|gemini|ai"
    r"|assistant|zusammen|[àa] tous|tod[oa]s|a todos"
)
_GREETING = re.compile(
    rf"\s*(?:(?:{_HELLO})(?: (?:{_READER}))?[ \t]*(?:[,!.:;]+(?=\s)|(?=\n))"
    r"|(?:\u3053\u3093\u306b\u3061\u306f|\u4f60\u597d|\u60a8\u597d)"
    r"[\u3001\u3002\uff0c\uff01,!\s]+)\s*",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"(?:(?<=[.!?])[ \t]+|\n\s*)"
    r"(?:(?:many |best )?(?:thanks|thank you|thx|cheers|regards)"
    r"|danke(?: sch\u00f6n)?|vielen dank|merci(?: d'avance)?|(?:muchas )?gracias"
    r"|(?:muito )?obrigad[oa])"
    r"(?: (?:a lot|so much|very much|in advance|again|beaucoup|im voraus))?"
    r"(?:(?:,[ \t]*|[,.!]?[ \t]*\n[ \t]*)[^\W\d_]{1,30})?[ \t]*[.!]*\Z",
    re.IGNORECASE,
)
_END = 200  # characters at the end in which thanks are looked for


def without_courtesy(text: str) -> str:
    """A task without what greets and thanks around it; all of it if that is all."""
    greeting = _GREETING.match(text)
    start = greeting.end() if greeting else 0
    thanks = _THANKS.search(text, max(start, len(text) - _END))
    bare = text[start : thanks.start() if thanks else len(text)]
    return bare if any(map(str.isalnum, bare)) else text
