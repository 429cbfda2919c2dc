"""Names in the middle of a sentence, which their capital letters give away."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.asking.lexicon import (
    DOES,
    LABELLING,
    LOOSE,
    OWNERS,
    STOPS,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.asking.naming import (
    is_known,
    name_of,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    proper_end,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.programs import (
    is_code_language,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    DETERMINERS,
    FORMATS,
    PEOPLE,
    RELATIONS,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import (
    Sentence,
    Word,
    Words,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables import (
    is_language,
    is_month,
    is_weekday,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables.given_names import (
    given_names,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.verbs import VERBS
from prompt_lsp.text import Span

_SURE = 0.59
_INITIALS = 4  # letters of an abbreviation
_MANY = 12  # capitals of a sentence that is written in them
_CLOSINGS = frozenset("regards wishes sincerely greetings love cheers thanks".split())
_SIGNED = 4  # words up to the name that a text is signed with
_SIGNING = _CLOSINGS | {"sign", "signed", "best", "kind"}
_PET = frozenset(
    "cat dog puppy kitten horse rabbit hamster parrot baby boss girl boy kid".split()
)
# Words with a capital that name nothing of one use.
_COMMON = frozenset(
    """
    i i'm i've i'd i'll i’m ai api pdf faq ceo cto cfo hr pr it tv usa uk us eu id ok
    yes no true false none null na n/a q&a q a b c d am pm utc swot smart star seo diy
    roi kpi kpis url urls html css sql json csv xml ui ux llm gpt internet god english
    linkedin twitter instagram facebook google youtube tiktok whatsapp slack wikipedia
    claude chatgpt christmas easter markdown latex unicode ascii apa mla ielts toefl
    bullet use do don't not only never always must note dear hello hi hey
    """.split()
)


def capitals(sentence: Sentence) -> Iterator[Candidate]:
    """Names that stand neither first nor alone in a sentence of them."""
    words, upper = sentence.words, sentence.capitals
    signed = words[0].low in _SIGNING
    if not signed and (len(upper) > _MANY or len(upper) * 2 > len(words) + 2):
        return
    if chooses(sentence):
        return
    end, built = 0, any(map(is_code_language, words))
    for at in upper:
        if at < end or not _begins(words, at):
            continue
        end = max(at + 1, proper_end(words, at))
        if words[at].low in _COMMON and end > at + 1:
            at += 1  # noqa: PLW2901  `our CEO Jane Doe`
        run = words[at:end]
        following = words[end] if end < len(words) and not run[-1].ends else None
        if built and words[at - 1].low in _USING:
            continue
        if _is_name(run, following) and not _describes(words, at, end):
            yield _named(words, at, run, following)


def chooses(sentence: Sentence) -> bool:
    """Whether a sentence names labels: `Reply with True or False`."""
    if "or" not in sentence.said or LABELLING.isdisjoint(sentence.said):
        return False
    words = sentence.words
    return any(
        word.low == "or" and words[at].capital and words[at + 2].capital
        for at, word in enumerate(words[1:-1])
    )


def _begins(words: Words, at: int) -> bool:
    if at == 0 or words[at].quoted:
        return False
    before = words[at - 1]
    closes = before.after[:1] == "," and before.low in _CLOSINGS
    return closes or not (before.after[:1] in {":", ".", "?", "!"} or words[at].before)


def _describes(words: Words, at: int, end: int) -> bool:
    """Whether a name only tells more of a noun: `Swiss francs`, `the Monty Hall rule`.

    A thing that somebody has is known by its maker: `my Nest thermostat`.
    """
    if end >= len(words) or words[end - 1].ends or words[end].capital:
        return False
    if _is_owner(words[end - 1]):
        return False
    following = words[end]
    noun = following.low not in STOPS and following.low not in _FOLLOWS
    if not noun or not following.text[:1].isalpha():
        return False
    return words[at - 1].low not in _HAVING and following.low not in _RULED


_FOLLOWS = frozenset("and or of is are was".split()) | DETERMINERS | DOES
_HAVING = OWNERS | {"a", "an"}
_RULED = frozenset("law laws citizens citizen passport".split())


def _is_name(run: Words, following: Word | None) -> bool:
    first, last = run[0], run[-1]
    whole = " ".join(word.text for word in run)
    ruled = following is not None and following.low in _RULED
    dated = is_month(first.text) or is_weekday(first.text)
    if dated or (is_language(whole) and not ruled):
        return False
    if any("{" in word.text or "_" in word.text for word in run):
        return False
    if (len(run) == 1 and _is_word(first)) or all(word.text.isupper() for word in run):
        return False
    known = first.low in _COMMON or first.low in FORMATS or _is_letter(last)
    return not known and (last.text[-1:].isalnum() or _is_owner(last))


_USING = frozenset({"with", "using", "and", "in"})  # the libraries of a program


def _is_letter(word: Word) -> bool:
    """Whether a name ends in a letter alone, as `Series B` does; a number may."""
    return len(word.text) == 1 and word.text.isalpha()


def _is_word(word: Word) -> bool:
    """Whether a word with a capital is an abbreviation, a verb or a participle."""
    if word.text.isupper() and len(word.text) <= _INITIALS:
        return True
    if "-" in word.text and word.text.rpartition("-")[2].islower():
        return True
    return word.low in VERBS or word.low in LOOSE or word.low in STOPS


def _is_owner(word: Word) -> bool:
    return word.text.endswith(("'s", "’s"))


def _named(words: Words, at: int, run: Words, following: Word | None) -> Candidate:
    lead = words[at - 1]
    name = _kind(words, at, run, following)
    if name is None or (name == "PRODUCT_NAME" and is_known(run)):
        low = "" if lead.ends else lead.low
        low = words[at - 2].low if low == "the" and at > 1 else low
        name = name_of(run, low)
    end = run[-1].end
    if _is_owner(run[-1]):
        end -= 2
    return Candidate(name, Span(run[0].start, end), _SURE)


def _kind(words: Words, at: int, run: Words, following: Word | None) -> str | None:
    """What a name is by its neighbours; None if they do not say."""
    lead = words[at - 1]
    signs = at < _SIGNED and words[0].low in {"sign", "signed"}
    given = run[0].text in given_names() and lead.low not in _WHERE
    if signs or lead.low in _NAMED or given:
        return "NAME"
    if lead.low in _DONE:
        return _DONE[lead.low]
    if following is not None and following.low in _RULED:
        return "JURISDICTION" if following.low.startswith("law") else "NATIONALITY"
    if following is not None and lead.low in _HAVING and following.text.islower():
        return None if following.low in STOPS else "PRODUCT_NAME"
    if lead.low == "like" or lead.low in _HAVING or lead.text.isdecimal():
        return "ITEM" if lead.low == "like" else "PRODUCT_NAME"
    return _end_of_way(words, at, at + len(run))


# What a name is by what is done with it.
_DONE = {
    **dict.fromkeys(("reading", "read", "sing", "singing"), "TITLE"),
    **dict.fromkeys(("join", "joining", "joined", "leave"), "COMPANY_NAME"),
    **dict.fromkeys(("leaving", "left"), "COMPANY_NAME"),
    **dict.fromkeys(("visit", "visiting", "climb", "climbing"), "DESTINATION"),
}


_WHERE = frozenset({"in", "near", "through", "across"})
_NAMED = _CLOSINGS | RELATIONS | PEOPLE | _PET


def _end_of_way(words: Words, at: int, end: int) -> str | None:
    """`from X to Y`."""
    before = {word.low for word in words[max(0, at - _WAY) : at - 1]}
    after = words[end].low if end < len(words) else ""
    lead = words[at - 1].low
    if lead == "to" and "from" in before:
        return "DESTINATION"
    return "ORIGIN" if lead == "from" and after == "to" else None


_WAY = 6  # words up to where a way leads
