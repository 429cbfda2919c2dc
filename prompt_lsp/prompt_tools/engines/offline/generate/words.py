"""Closed classes of English words, and how words bend."""

import re

from prompt_lsp.prompt_tools.engines.offline.generate.nouns import LANGUAGES

DETERMINERS = frozenset(
    "a an the this that these those my our your their his her its each every all any "
    "some several many few both no multiple various one two three four five six ten "
    "given following".split()
)
ARTICLES = frozenset({"a", "an", "the"})
PREPOSITIONS = frozenset(
    "to into from in on at of out for about with within without by as via per under "
    "over between against regarding concerning across during through like around after "
    "before using including towards toward based given among versus vs than".split()
)
# What links a noun to what it is made from: "an email responding to a complaint".
# What a question says of the thing that it is asked of: "whether a contract contains".
STATES = frozenset(
    "contains contain has have had mentions mention violates violate complies comply "
    "meets meet matches match needs need requires require includes include covers "
    "cover follows follow uses use qualifies qualify fits fit supports support "
    "contradicts contradict answers answer makes make does do".split()
)
LINKS = frozenset(
    "responding replying answering announcing introducing describing explaining "
    "summarizing summarising covering promoting inviting thanking apologizing "
    "apologising requesting asking reminding containing highlighting "
    "focusing specializing working seeking showing saying stating titled entitled "
    "written tailored".split()
)
BREAKS = frozenset(
    "that which who whose whom where when because so while how what why "
    "we they i he she "
    "then but not is are was were should must can will would may".split()
)
JOINTS = frozenset({"and", "or", ",", "&", "and/or", "/"})
# What says that something is meant generally, or what it is like; no part of a name.
_LOOSE = frozenset(
    "given following provided specific certain particular incoming raw long short "
    "new different relevant important key main good great user-provided attached "
    "better best individual single similar own".split()
)
_ALIKE = frozenset(
    "news series data notes minutes feedback code lyrics terms logs sales analytics "
    "species diabetes physics mathematics economics politics business process "
    "address class access success sms css js status focus basis analysis thesis "
    "hypothesis synopsis diagnosis crisis campus virus bonus canvas atlas gas lens "
    "bus os dns https aws rails kubernetes pros cons metrics ethics settings "
    "credentials "
    "savings earnings proceedings release_notes".split()
)
_IRREGULAR = {
    "people": "person",
    "children": "child",
    "men": "man",
    "women": "woman",
    "criteria": "criterion",
    "analyses": "analysis",
    "theses": "thesis",
    "hypotheses": "hypothesis",
    "synopses": "synopsis",
    "diagnoses": "diagnosis",
    "movies": "movie",
    "cookies": "cookie",
    "zombies": "zombie",
    "indices": "index",
    "statuses": "status",
    "viruses": "virus",
    "quizzes": "quiz",
    "buses": "bus",
    "biases": "bias",
    "aliases": "alias",
    "lives": "life",
    "recipes": "recipe",
}
# Letters that are spelled out, and the two sounds of `u`.
_VOWEL_SOUND = re.compile(
    r"[aeio]|u(?!ni|se|sa|ti|k\b|rl|ser)|hour|honest|heir"
    r"|(?:html|http|mba|mp\d|nda|sms|sql|xml|rss|seo|hr|ml|nlp|llm|faq|rfp|8|11|18)\b",
    re.IGNORECASE,
)
_CONSONANT_SOUND = re.compile(r"eu|one\b|once|ewe", re.IGNORECASE)


def singular(word: str) -> str:
    """A noun in the singular, as far as its spelling tells."""
    low = word.lower()
    if low in _IRREGULAR:
        return _cased(_IRREGULAR[low], word)
    if low in _ALIKE or len(word) < 4 or not low.endswith("s"):
        return word
    if low.endswith(("ss", "us", "is", "'s")):
        return word
    if low.endswith("ies"):
        return word[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def is_plural(noun: str) -> bool:
    """Whether a noun is in the plural, by its last word; `notes` is, too."""
    word = noun.rpartition(" ")[2]
    always = {"notes", "minutes", "logs", "lyrics", "terms", "metrics", "settings"}
    return singular(word) != word or word.lower() in always | {"earnings", "pros"}


def whole(noun: str) -> str:
    """All of something, as a sentence names it: `the whole letter`, `all of the notes`.

    Args:
        noun: one or several words, the last of which carries the number.
    """
    return f"all of the {noun}" if is_plural(noun) else f"the whole {noun}"


def its(noun: str) -> str:
    """The possessive of a thing or of several: `its`, `their`."""
    return "their" if is_plural(noun) else "its"


def them(noun: str) -> str:
    """The pronoun of a thing or of several: `it`, `them`."""
    return "them" if is_plural(noun) else "it"


def does(noun: str, verb: str) -> str:
    """A verb in the form that goes with a thing or with several: `says`, `say`."""
    if not is_plural(noun):
        return f"{verb}es" if verb.endswith("o") else f"{verb}s"
    return verb


def article(words: str) -> str:
    """The indefinite article by the sound of what follows."""
    if _CONSONANT_SOUND.match(words):
        return "a"
    return "an" if _VOWEL_SOUND.match(words) else "a"


def capitalized(text: str) -> str:
    """A sentence's beginning; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def uncapitalized(text: str) -> str:
    """What a sentence's beginning is inside another one.

    Names in capitals, `I` and words with a capital inside stay as they are.
    """
    first = re.match(r"[A-Za-z]+", text)
    if first is not None and first[0] in LANGUAGES - {"Polish"}:
        return text
    if first is None or first[0] == "I" or not first[0][1:].islower():
        return text if first is None or first[0] != "A" else "a" + text[1:]
    return text[0].lower() + text[1:]


def is_loose(word: str) -> bool:
    """Whether a word before a noun says nothing that a name should say."""
    return word.lower() in _LOOSE


def enumerated(items: tuple[str, ...], joint: str = "and") -> str:
    """Items as a sentence lists them."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[:1].isupper() else word
