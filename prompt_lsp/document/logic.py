"""Tags of template engines: what blocks they make, and which names they use.

Handlebars, Mustache, Jinja and Go templates look alike enough to be read by one
eye. The reading is of single tags: no expression is evaluated, and where a tag is
not understood it only *mentions* its words.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from prompt_lsp.document.names import NAME
from prompt_lsp.text import Span

_ROOT = rf"({NAME})"
_WORD = r"[A-Za-z_]\w*"

_EXPRESSION = re.compile(
    r"~?(?:"
    r"[#^][>*]?[ \t]*[A-Za-z_]"  # {{#if x}} {{^x}} {{#> layout}} {{#*inline "x"}}
    r"|\^~?\Z|/[ \t]*[A-Za-z_]|![^=]"  # {{^}} {{/if}} {{! remark}}
    r"|!\Z|>[ \t]*[\w\"'./(@-]"  # {{> partial}}
    rf"|&[ \t]*{NAME}[ \t]*~?\Z|@[A-Za-z]|\.{{1,2}}/"  # {{& x}} {{@index}} {{../x}}
    r"|(?:else|this)[ \t]*~?\Z|else[ \t]+if\b|elif\b"
    r"|if[ \t]|range[ \t]|for[ \t]+\w+(?:[ \t]*,[ \t]*\w+)*[ \t]+in[ \t]"
    rf"|{_WORD}(?:\.\w|\[|\()"  # {{a.b}} {{a[0]}} {{f(x)}}
    rf"|{_WORD}[ \t]*\|[ \t]*[A-Za-z_]"  # {{x | upper}}
    rf"|{_WORD}[ \t]+(?:[\"'(@]|{_WORD}\.\w|\.\w|{_WORD}=\S)"  # {{role "user"}}
    r")"
)
# What may be a sum or a comparison, or another language's braces.
_DOUBTFUL = re.compile(rf"{_WORD}[ \t]*(?:[-+*/%~<>]|[=!]=)[ \t]*[\w\"'(]")
_GO = re.compile(r"-[ \t]|.*[ \t]-\Z|-.*-\Z|\.(?:[A-Za-z_]|\Z)|\$")
_GO_BLOCKS = frozenset({"if", "range", "with", "define", "block"})
_GO_BLOCK = re.compile(r"(?:if|range|with|define|block)[ \t]")

_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
_MENTIONED = re.compile(r"(?<![\w.@])[A-Za-z_][\w-]*")
_PATH = rf"{_ROOT}(?:[.\[][\w.\[\]]*)?"
_USED = re.compile(rf"{_PATH}[ \t]*(?:\||\Z)")
_BLOCK = re.compile(rf"#[ \t]*(if|unless|each|with)[ \t]+{_PATH}[ \t]*(?:as[ \t]|\Z)")
_SECTION = re.compile(rf"[#^][ \t]*({NAME})")
_AS = re.compile(r"\bas[ \t]+\|([^|]*)\|")
_TESTED = re.compile(rf"(?:not[ \t]+)?{_PATH}[ \t]*\Z")
_LOOPED = re.compile(rf"(.*?)[ \t]in[ \t]+{_PATH}[ \t]*(\||\Z|if\b)")
_OPENS = re.compile(
    r"autoescape|block|call|capture|case|comment|filter|for|foreach|if|macro|raw"
    r"|tablerow|trans|unless|with"
)
_NO_VARIABLE = re.compile(
    r"and|as|else|elif|[Ff]alse|for|if|ignore|in|is|loop|missing|[Nn]one|not|null|or"
    r"|self|super|this|[Tt]rue|undefined|with|without|context"
)


# The word in quotes of `{{ vars["q"] }}` may be a name; a sentence in quotes is none.
_TEXT = re.compile(rf"\"(?!{NAME}\")[^\"]*\"|'(?!{NAME}')[^']*'")
_NAMELIKE = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
_LONGEST_TAG = 1_000


_VERBATIM = re.compile(
    r"\{(?:%[-+]?[ \t]*(raw|verbatim|comment)[ \t]*[-+]?%\}|\{~?(!--)|(#)(?=\s))"
)
_VERBATIM_ENDS = {
    "!--": r"--~?\}\}",
    "#": r"#\}",
    **{
        word: rf"\{{%[-+]?[ \t]*end{word}[ \t]*[-+]?%\}}"
        for word in ("raw", "verbatim", "comment")
    },
}


class Reading(NamedTuple):
    """What a tag does; the fields are those of `LogicTag`."""

    depth: int = 0
    foreign: bool = False
    names: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    binds: tuple[str, ...] = ()
    scopes: bool = False


def expression(content: str) -> Reading | None:
    """What stands between `{{` and `}}`, without blanks at its ends.

    None where it is no logic of any engine.
    """
    if _GO.match(content):
        return _go(content.strip("- \t"))
    if _EXPRESSION.match(content) or _is_conditional(content):
        return _handlebars_or_jinja(content.strip("~ \t"))
    if _DOUBTFUL.match(content):
        return Reading(foreign=True, mentions=words(content))
    return None


def opens_go_block(content: str) -> bool:
    """Whether `{{end}}` is what closes it."""
    return _GO_BLOCK.match(content.lstrip("- \t")) is not None


def verbatim(text: str) -> Iterator[Span]:
    """What stands in remarks and in raw blocks of a text, in order."""
    lacking: set[str] = set()
    at = 0
    while opened := _VERBATIM.search(text, at):
        at = opened.end()
        ends = _VERBATIM_ENDS[opened[opened.lastindex or 0]]
        closed = None if ends in lacking else re.compile(ends).search(text, at)
        if closed is None:
            lacking.add(ends)
        else:
            yield Span(at, closed.start())
            at = closed.end()


def statement(content: str) -> Reading:
    """What stands between `{%` and `%}`."""
    keyword, _, rest = content.strip("-+ \t").partition(" ")
    rest = rest.strip()
    if keyword.startswith("end"):
        return Reading(-1)
    if keyword == "for":
        return _loop(rest)
    binds = _bound(keyword, rest)
    sets_block = keyword == "set" and "=" not in rest
    depth = int(sets_block or _OPENS.fullmatch(keyword) is not None)
    tested = _TESTED.match(rest) if keyword in ("if", "elif", "unless") else None
    return Reading(depth, names=_known(tested), mentions=words(rest), binds=binds)


def words(text: str) -> tuple[str, ...]:
    """Every word outside quotes that may be a variable."""
    words = dict.fromkeys(_MENTIONED.findall(_STRING.sub(" ", text)))
    return tuple(word for word in words if not _NO_VARIABLE.fullmatch(word))


def tagged(text: str, *, braces: bool = True) -> Iterator[str]:
    """Whatever may be a name in the tags of a text, of whichever engine.

    That is far more than `words` finds: what stands in code, in remarks and in
    expressions that nobody understands. Without `braces`, tags are `{% … %}` only.
    """
    for opens, closes in (("{{", "}}"), ("{%", "%}"))[not braces :]:
        start = text.find(opens)
        while start >= 0 and (end := text.find(closes, start + 2)) >= 0:
            content = text[max(start + 2, end - _LONGEST_TAG) : end]
            for word in _NAMELIKE.findall(_TEXT.sub(" ", content)):
                yield word
                yield from word.split("-")
            start = text.find(opens, end + 2)


def _is_conditional(content: str) -> bool:
    """Whether it reads `x if y else z`."""
    return 0 < content.find(" if ") < content.rfind(" else ")


def _handlebars_or_jinja(content: str) -> Reading:
    if content[0] in "#^":
        return _opening(content)
    if content[0] in "/!":
        return Reading(-1 if content[0] == "/" else 0)
    depth = int(_GO_BLOCK.match(content) is not None)
    used = _USED.match(content.lstrip("& \t")) if not depth else None
    return Reading(depth, names=_known(used), mentions=words(content))


def _go(content: str) -> Reading:
    """A tag that an engine trims around, or one of Go."""
    keyword = content.partition(" ")[0]
    depth = -int(keyword == "end") or int(keyword in _GO_BLOCKS)
    return Reading(depth, foreign=True, mentions=words(content))


def _opening(content: str) -> Reading:
    """A block of Handlebars or a section of Mustache."""
    if content.rstrip("~") == "^":
        return Reading()  # another way to say `{{else}}`
    known = _BLOCK.match(content)
    section = _SECTION.match(content)
    word = section[1] if section else ""
    bound = _AS.search(content)
    return Reading(
        1,
        names=_variables(known[2]) if known else (),
        mentions=words(content),
        binds=tuple(bound[1].split()) if bound else (),
        scopes=content[0] == "#" and word not in ("if", "unless"),
    )


def _loop(rest: str) -> Reading:
    """`{% for a, b in x %}`."""
    loop = _LOOPED.match(rest)
    left = rest.partition(" in ")[0]
    names = _variables(loop[2]) if loop else ()
    return Reading(1, names=names, mentions=words(rest), binds=(*words(left), "loop"))


def _bound(keyword: str, rest: str) -> tuple[str, ...]:
    if keyword in ("set", "assign", "capture", "with"):
        return words(rest.partition("=")[0] if keyword == "set" else rest)
    return words(rest) if keyword in ("macro", "call", "import", "from") else ()


def _known(match: re.Match[str] | None) -> tuple[str, ...]:
    return _variables(match[1]) if match else ()


def _variables(name: str) -> tuple[str, ...]:
    return () if _NO_VARIABLE.fullmatch(name) else (name,)
