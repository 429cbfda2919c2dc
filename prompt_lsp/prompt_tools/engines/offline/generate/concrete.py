"""An object that is itself what is worked on: `translate hello`, `summarize Hamlet`.

A prompt is used more than once. So what is translated becomes a text that is filled
in, of which `hello` is an example; and a work that has a title keeps it, while its
text is filled in. No variable is named after either.
"""

import re
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.generate import words as w
from prompt_lsp.prompt_tools.engines.offline.generate.clause import Form, unwrapped
from prompt_lsp.prompt_tools.engines.offline.generate.nouns import (
    ARTEFACTS,
    CODE_THINGS,
    LANGUAGES,
    TEXTS,
    programming_language,
)
from prompt_lsp.prompt_tools.engines.offline.generate.verbs import kind_of_verb


class Concrete(NamedTuple):
    """A statement with a concrete object.

    Attributes:
        general: the same statement of any such object.
        noun: what such an object is called.
        example: the object in quotation marks; empty for a title.
    """

    general: str
    noun: str
    example: str = ""


_WORKED = {
    "translate": "text", "summarize": "text", "rewrite": "text", "classify": "text",
    "extract": "text", "reply": "message", "grade": "material", "analyse": "material",
    "review": "material", "fix": "code",
}  # fmt: skip
_QUOTE = (
    r"(?:\"[^\"\n]{1,300}\"|\u201c[^\u201d\n]{1,300}\u201d|`[^`\n]{1,300}`"
    r"|\u201e[^\u201c\u201d\n]{1,300}[\u201c\u201d]|\u00ab[^\u00bb\n]{1,300}\u00bb"
    r"|\u2018[^\u2019\n]{1,300}\u2019(?!\w)|'[^'\n]{1,300}'(?!\w))"
)
_QUOTED = re.compile(
    r"(?P<link>(?:to|from|in) )?"
    r"(?:(?:this|the)(?: following)? (?:(?P<noun>[a-z]{3,20}):? )?)?"
    rf"(?P<what>{_QUOTE}(?:(?:,|,? and|,? or) {_QUOTE}){{0,5}})",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"\s*(?:\Z|[,;:(]|(?:{'|'.join(sorted(w.PREPOSITIONS | {'and', 'or', 'then'}))})"
    r"\b)"
)
_NAMES = "|".join(LANGUAGES)
_TO = re.compile(rf" (?:from (?:{_NAMES})|(?:in)?to\b)", re.IGNORECASE)
_FIRST = re.compile(
    r"(?:(?:this|the following)(?: [a-z]{3,20})? )?"
    rf"(?P<to>(?:from (?:{_NAMES}) )?(?:in)?to (?:{_NAMES})): (?P<what>.{{1,300}})",
    re.IGNORECASE,
)
_WORD = re.compile(
    r"the (?P<noun>word|phrase|sentence|expression) "
    rf"(?!(?:{'|'.join(sorted(w.PREPOSITIONS | w.BREAKS))})\b)(?P<what>\w.{{0,200}})",
    re.IGNORECASE,
)
_VALUE = re.compile(
    r"[$\u20ac\u00a3]?\d[\d.,]{0,20}(?: ?[A-Za-z\u00b0%]{1,20})?(?= (?:in)?to )"
)
_URL = re.compile(r"https?://\S{1,500}(?=[\s]|\Z)")
_SMALL = r"(?: (?:of|and|the|in|a|to|on|de|la)){0,2}"
_PROPER = re.compile(
    r"(?P<link>from )?(?:the )?"
    r"(?P<what>[A-Z][\w'\u2019-]{0,40}"
    rf"(?:(?! (?:in|to|from) (?:{_NAMES})\b)"
    rf"(?:{_SMALL} [A-Z][\w'\u2019-]{{0,40}}| \d{{1,4}}\b)){{0,8}})"
)
_SENTENCE = frozenset("is are am was i you we he she it do does don't how what".split())
_RELATIVE = frozenset("that which who whether if given each from containing".split())
# What is translated, and what it is called in general.
_SAID = frozenset(
    "jargon text input output slang poetry prose subtitle dialog menu sign material "
    "correspondence literature string phrase sentence expression idiom proverb slogan "
    "name heading term brochure caption label language pseudocode interface ui "
    "requirement strings localization poem song lyrics joke content word speech "
    "signage legalese dialect thing anything everything something it this that".split()
)
# What has no title, so that capitals in it say nothing.
_UTTERED = frozenset("word phrase sentence line message question string".split())
_MOST_WORDS = 8
_TITLED = 4  # letters; shorter words of a title may be small


def concrete(statement: str) -> Concrete | None:
    """The statement said of any object, where it has a concrete one."""
    text, form = unwrapped(statement)
    verb, _, rest = text.partition(" ")
    kind = kind_of_verb(verb.strip(",:")) or ""
    if form is Form.PERSONA or kind not in _WORKED:
        return None
    noun = _WORKED[kind]
    if verb.endswith(":") and _is_given(rest):
        return Concrete(f"{verb[:-1]} the {noun}", noun, _in_quotes(rest))
    head = f"{statement[: len(statement) - len(text)]}{verb} "
    found = _quoted(kind, noun, rest) or (
        _of_translation(rest) if kind == "translate" else _titled(kind, noun, rest)
    )
    if found is None or found.example.count("{") or found.example.count("<"):
        return None
    return found._replace(general=head + found.general)


def _is_given(rest: str) -> bool:
    """Whether what stands behind a colon is the text, and speaks of none."""
    known = TEXTS | CODE_THINGS
    speaks = any(w.singular(word.lower()) in known for word in rest.split())
    return bool(rest) and not speaks and "{" not in rest and "<" not in rest


def _quoted(kind: str, noun: str, rest: str) -> Concrete | None:
    found = _QUOTED.match(rest)
    if found is None or not _ENDS.match(rest, found.end()):
        return None
    what, noun = found["what"], (found["noun"] or noun).lower()
    general = f"{found['link'] or ''}the {noun}{rest[found.end() :]}"
    title = kind != "translate" and _is_title(what) and noun not in _UTTERED
    return Concrete(general, noun, "" if title else what)


def _is_title(quoted: str) -> bool:
    words = [word for word in re.findall(r"\w+", quoted) if len(word) >= _TITLED]
    return bool(words) and all(word[0].isupper() for word in words)


def _of_translation(rest: str) -> Concrete | None:
    """`hello to German`, and `to German: hello`."""
    first = _FIRST.fullmatch(rest)
    if first:
        return Concrete(f"the text {first['to']}", "text", _in_quotes(first["what"]))
    to = _TO.search(f" {rest}")
    end = to.start() - 1 if to else len(rest)
    what = rest[: max(end, 0)].strip()
    target = rest[len(what) :]
    word = _WORD.fullmatch(what)
    if word and "{" not in what and _names_language(target):
        noun = word["noun"].lower()
        return Concrete(f"the {noun}{target}", noun, _in_quotes(word["what"]))
    words = [word.lower() for word in what.split()]
    if not _is_said(what, words) or (target and not _names_language(target)):
        return None
    return Concrete(f"the text{target}", "text", _in_quotes(what))


def _is_said(what: str, words: list[str]) -> bool:
    """Whether words are said in a language, and do not name such things."""
    if not words or len(words) > _MOST_WORDS or not _RELATIVE.isdisjoint(words):
        return False
    if not _SENTENCE.isdisjoint(words[:-1]):
        return True
    last = w.singular(words[-1].strip(".,!?"))
    known = TEXTS | ARTEFACTS | CODE_THINGS | _SAID
    named = any(word.title() in LANGUAGES for word in words)
    several = w.is_plural(last) or last != words[-1].strip(".,!?")
    coded = programming_language(tuple(what.split()))
    held = "{" in what or "<" in what
    lead = held or words[0] in w.DETERMINERS or words[0] in w.PREPOSITIONS
    return not (lead or named or several or coded or known & {last, words[-1]})


def _names_language(target: str) -> bool:
    held = "{{" in target or "<<" in target
    return held or any(word.strip(".,").title() in LANGUAGES for word in target.split())


def _titled(kind: str, noun: str, rest: str) -> Concrete | None:
    """`War and Peace`, by its capitals."""
    value = _VALUE.match(rest)
    if value:
        general = f"the value{rest[value.end() :]}"
        return Concrete(general, "value", _in_quotes(value[0]))
    page = _URL.match(rest)
    if page:
        return Concrete(f"the page{rest[page.end() :]}", "page")
    at = rest.find("from ") if kind == "extract" else 0
    found = _PROPER.match(rest, max(at, 0))
    if found is None or not _ENDS.match(rest, found.end()):
        return None
    words = found["what"].split()
    last = w.singular(words[-1]).lower()
    linked = any(word.lower() in w.PREPOSITIONS and word[0].isupper() for word in words)
    known = last in TEXTS | ARTEFACTS | CODE_THINGS or words[-1].isupper()
    other = programming_language(tuple(words)) or words[-1] in LANGUAGES
    if known or other or linked or (kind == "extract" and not found["link"]):
        return None
    general = f"{rest[: found.start()]}{found['link'] or ''}the {noun}"
    return Concrete(general + rest[found.end() :], noun)


def _in_quotes(what: str) -> str:
    return f'"{what}"' if '"' not in what else what
