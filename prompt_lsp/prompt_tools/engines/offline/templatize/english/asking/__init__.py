"""What is particular in a request, where no grammar knows the sentence.

A request is an order or a question, and facts. Names, the objects of what is asked,
what prepositions lead to and what is told are of this one use, unless they are words
of instructions and formats. All of it is less sure than a value that says by its form,
or a grammar that says by its words, what it is: those take the place.
"""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.asking.asked import (
    asked,
    is_question,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.asking.capitals import (
    capitals,
    chooses,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.asking.counted import (
    counted,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.asking.ordered import (
    ordered,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.asking.told import (
    told,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import Sentence

__all__ = ["is_request", "particulars"]

_LONGEST = 1_200  # characters of a request
_RULED = re.compile(
    r"(?i)\b(?:(?<!\bi )(?<!we )(?<!who )(?:always|must|do not|don['’]t)|you are"
    r"|you will|you have|from now on|each time|whenever|if the user|let['’]s play"
    r"|let us|in (?:each|every)|your task"
    r"|your (?:\w{1,8} )?(?:answers?|repl(?:y|ies)|responses?)|before you"
    r"|until (?:i|you)|i (?:paste|send|switch)|that['’]s (?:good|great|better))\b"
    r"|(?:^|[.!?;:,\n][ ]?|\b(?:and|you|should|but) )never\b"
    r"|(?m:^[ \t]{0,8}(?:[-*•+]|\d{1,2}[.)])[ \t])|\{\{|\{%|<[a-z]|\A\s{0,8}you "
)


def is_request(reading: Reading) -> bool:
    """Whether a text is what somebody asks for once, and no rules and no template."""
    if reading.role != "user" or reading.data:
        return False
    if len(reading.text) > _LONGEST or _RULED.search(reading.text):
        return False
    return _is_english(reading.text)


def _is_english(text: str) -> bool:
    """Whether a text has more words of English than of another language."""
    said = {word.strip(".,;:!?'\"").lower() for word in text.split()}
    own = said & _ENGLISH if text.isascii() else (said & _ENGLISH) - _SHARED
    return len(own) > len(said & _FOREIGN)


_ENGLISH = frozenset(
    """
    do the of to and for with my our your you what how why is are about that from which
    who when where can could please write give make explain suggest draft it this i i'm
    we at like who's what's whats does should would under into on help need act tell
    your by
    """.split()
)
# English, and of another language as well.
_SHARED = frozenset({"in", "under", "at", "are", "i"})
_FOREIGN = frozenset(
    """
    der das und ich für mit ein eine einen einem auf den dem zu von bei nicht ist sind
    le la les et un une des du pour avec je vous mon ma est sont sur que qui dans el los
    las y con por para una mi su del al como uma um os com não você meu minha em da dos
    het een van voor met niet ik wij mijn il di che una non sono della
    """.split()
)


def particulars(_text: str, sentence: Sentence) -> Iterator[Candidate]:
    """The particulars of one sentence of a request."""
    words = sentence.words
    if is_question(words):
        yield from asked(words)
    elif not chooses(sentence):
        yield from ordered(words)
    yield from told(words)
    yield from capitals(sentence)
    yield from counted(words)
