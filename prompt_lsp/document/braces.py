r"""Everything that braces make: placeholders, near-placeholders, template logic.

What counts is the run of braces that opens it: one, two, or more.
"""

import re
from collections.abc import Iterator

from prompt_lsp.document import logic
from prompt_lsp.document.model import LogicTag, Place, SlipKind
from prompt_lsp.document.names import NAME, is_canonical
from prompt_lsp.document.page import Item, Page
from prompt_lsp.document.tokens import Style
from prompt_lsp.text import Span

_RUN = re.compile(r"\{+")
_DOUBLE = re.compile(rf"\{{\{{[ \t]*({NAME})[ \t]*(\}}{{0,4}})")
_EVERYDAY = re.compile(rf"\{{\{{({NAME})\}}\}}(?!\}})")
_SINGLE = re.compile(rf"\{{(\$?)({NAME})\}}(\}}*)")
_SPACED = re.compile(rf"\{{[ \t]*({NAME})[ \t]*\}}\}}(?!\}})")
_INNER = re.compile(rf"[ \t]*({NAME})[ \t]*(\}}+)")
_CONTENT = re.compile(r"\{\{([^{}\r\n]{0,1000})\}\}")
_NESTED = re.compile(
    rf"\{{\{{[ \t]*(?:{NAME}[ \t]*)?"
    r"\{\{[ \t]*[\w.-]+[ \t]*\}\}"
    r"[\w \t-]*\}\}"
)
_REMARK = ("{# ", "{#\t")
# LaTeX's `\command` and `\command[option]`.
_COMMAND = re.compile(r"\\[A-Za-z]+\*?(?:\[[^\[\]\r\n]*\])?\Z")
# Those of them that are also written with a blank before the argument.
_SPACED_COMMAND = re.compile(
    r"\\(?:text[a-z]{2}|math[a-z]{2,4}|emph|underline|overline|frac|sqrt|hat|bar|vec"
    r"|(?:sub)*section|caption|label|ref|cite|begin|end)[ \t]+\Z"
)
_OPTION = re.compile(r"\[[^\[\]\r\n]*\]")
# What has an index in mathematics: `x_{N}`, `\sum_{N}`, `{X}_{N}`.
_INDEXED = re.compile(r"(?:(?<![A-Za-z0-9_])[A-Za-z]|\\[A-Za-z]+|\{[^{}]\})_\Z")
# What Perl takes an element of: `$hash`, `$reference->`.
_SUBSCRIBED = re.compile(r"(?:[$@%][\w:]+|->)\Z")
# A type of C++ with its argument.
_TYPE = re.compile(r"\w<[^<>\r\n]*>\Z")
_GROUP = re.compile(r"\{[^{}\r\n]*\}")

_BLANK = re.compile(r"(?i:e\.g\.?[,:]?|your)[ \t]+(.+)|(?i:e\.g\.)[,:]?()")
_ALMOST_NAME = re.compile(
    r"[^\W][^\"'\\=;:,(){}\[\]<>+*/&$@#%^~.|`\ue000-\uf8ff]*", re.DOTALL
)
# What stands before most placeholders, and means nothing.
_PLAIN = frozenset(("", " ", "\n", "\r", "\t", '"', "(", "<"))
_WORDS_OF_LOGIC = frozenset(("else", "this", "end"))
# What stands before a single brace that is another's, escaped, or an exponent.
_DOUBTFUL = frozenset("{\\^$")
# What is typed for the braces that should close a placeholder, and its partner.
_WRONG_CLOSERS = {">>": "<", "]]": "["}
# Longer than this is no tag; the bound keeps reading linear.
_LONGEST_TAG = 1_000
# How far back the head of an argument is looked for.
_FAR = 40

Read = tuple[tuple[Item, ...], int]
"""What was read, and the offset from which reading goes on."""


def braces(page: Page) -> Iterator[Item]:
    """What braces make, in order."""
    text = page.text
    at = text.find("{")
    while at >= 0:
        if everyday := _everyday(page, at):
            yield page.placeholder(everyday[1], Style.BRACES, Span(*everyday.span()))
            at = text.find("{", everyday.end())
            continue
        if not text.startswith("{", at + 1):
            items, end = _single(page, at)
        elif not text.startswith("{", at + 2):
            items, end = _double(page, at)
        else:
            items, end = _many(page, at)
        yield from items
        at = text.find("{", end)


def _everyday(page: Page, at: int) -> re.Match[str] | None:
    """`{{NAME}}` with nothing around it that could make it another thing.

    Almost all are like that, and get around all questions.
    """
    match = _EVERYDAY.match(page.text, at)
    if match is None or at == page.command_end or page.before(at) not in _PLAIN:
        return None
    return None if match[1] in _WORDS_OF_LOGIC else match


def _single(page: Page, at: int) -> Read:
    """`{NAME}`, `{$NAME}`, `${NAME}`, `{NAME}}`, `{% … %}`, or nothing."""
    text = page.text
    match = _SINGLE.match(text, at)
    if match:
        return _single_name(page, at, match)
    if text.startswith(("%", "#"), at + 1):
        return _statement(page, at)
    spaced = _SPACED.match(text, at)
    if spaced and _is_odd(page, at):
        span = Span(at, spaced.end())
        slip = page.slip(SlipKind.UNCLOSED, spaced[1], Style.BRACES, span)
        return (slip,), span.end
    if _after_command(page, at) or _after_subscribed(page, at):
        group = _GROUP.match(text, at)
        page.command_end = group.end() if group else -1
    return (), at + 1


def _single_name(page: Page, at: int, match: re.Match[str]) -> Read:
    name, end = match[2], match.start(3)
    style, start = (Style.DOLLAR if match[1] else Style.BRACE), at
    if style is Style.BRACE and page.before(at) == "$":
        style, start = Style.SHELL, at - 1
    guarded = page.before(start) in _DOUBTFUL or _of_command(page, at, end)
    guarded = guarded or _is_mathematics(page, Span(at, end), style)
    slips: tuple[Item, ...] = ()
    one_more = style is Style.BRACE and len(match[3]) == 1
    if one_more and not guarded and _is_odd(page, at):
        span, guarded = Span(at, match.end()), True
        slips = (page.slip(SlipKind.UNCLOSED, name, Style.BRACES, span),)
    found = page.placeholder(name, style, Span(start, end), guarded=guarded)
    return (found, *slips), end


def _double(page: Page, at: int) -> Read:
    """`{{NAME}}`, what was meant as one, or a tag of a template engine."""
    match = _DOUBLE.match(page.text, at)
    if match is None:
        return _double_other(page, at)
    closers = len(match[2])
    if closers >= 2:
        return _double_name(page, at, match)
    end = match.end() if closers else match.end(1)
    if _is_odd(page, at) if closers else _is_open(page, at, end):
        end += 2 * _has_wrong_closer(page, at, end)
        page.slip_end = end
        slip = page.slip(SlipKind.UNCLOSED, match[1], Style.BRACES, Span(at, end))
        return (slip,), end
    # Where a single brace closes it, the inner pair may be one of its own.
    return ((), at + 1) if closers else _double_other(page, at)


def _double_other(page: Page, at: int) -> Read:
    """Two braces around what is no name."""
    if _is_guarded(page, at):
        group = _CONTENT.match(page.text, at)
        page.command_end = group.end() if group else -1
        return (), at + 2
    nested = _NESTED.match(page.text, at)
    if nested:
        return _nested(page, nested)
    content = _CONTENT.match(page.text, at)
    return (_content(page, content), content.end()) if content else ((), at + 2)


def _double_name(page: Page, at: int, match: re.Match[str]) -> Read:
    name, span = match[1], Span(at, match.start(2) + 2)
    plain = page.before(at) in _PLAIN and at != page.command_end
    guarded = len(match[2]) > 3 or (not plain and _is_guarded(page, at))
    if page.before(at) == "=" and is_canonical(name):
        guarded = False  # nobody names a value of JSX like that
    if not guarded and (name in ("else", "this") or (name == "end" and page.go_blocks)):
        return _expression(page, span, name), span.end
    if guarded and _after_command(page, at):
        page.command_end = span.end
    found = page.placeholder(name, Style.BRACES, span, guarded=guarded)
    return (found,), span.end


def _nested(page: Page, match: re.Match[str]) -> Read:
    """A placeholder in a placeholder; the inner one is a use of its own."""
    span = Span(*match.span())
    slip = page.slip(SlipKind.NESTED, "", Style.BRACES, span)
    inner = _DOUBLE.match(page.text, page.text.find("{{", span.start + 2))
    if inner is None:
        return (slip,), span.end
    inside = Span(inner.start(), inner.start(2) + 2)
    found = page.placeholder(inner[1], Style.BRACES, inside, guarded=True)
    return (slip, found), span.end


def _content(page: Page, match: re.Match[str]) -> tuple[Item, ...]:
    """What stands in two braces and is no name."""
    span, content = Span(*match.span()), match[1].strip(" \t")
    if not content:
        if page.line(span.start).formats_a_string or _is_initializer(page, span):
            return ()
        return (page.slip(SlipKind.EMPTY, "", Style.BRACES, span),)
    blank = _BLANK.fullmatch(content)
    if blank:
        return (page.slip(SlipKind.BLANK, blank[1] or "", Style.BRACES, span),)
    tag = _expression(page, span, content)
    if tag or not _ALMOST_NAME.fullmatch(content) or _is_field(page, span):
        return tag
    if not any(character.isalpha() for character in content):
        return ()
    return (page.slip(SlipKind.INVALID_NAME, content, Style.BRACES, span),)


def _many(page: Page, at: int) -> Read:
    """Three braces or more: unescaped, raw or doubled ones, at most a mention."""
    run = _RUN.match(page.text, at)
    inner = run.end() if run else at + 3
    match = _INNER.match(page.text, inner)
    if match is None or len(match[2]) < 2:
        content = _CONTENT.match(page.text, inner - 2)
        if content is None:
            return (), inner
        span = Span(*content.span())
        tags = _expression(page, span, content[1].strip(" \t"), foreign=True)
        return tags, content.end()
    single = (inner - at) % 2 == 1 and len(match[2]) % 2 == 1
    style, width = (Style.BRACE, 1) if single else (Style.BRACES, 2)
    span = Span(inner - width, match.start(2) + width)
    found = page.placeholder(match[1], style, span, guarded=True)
    return (found,), match.end()


def _expression(
    page: Page, span: Span, content: str, *, foreign: bool = False
) -> tuple[LogicTag, ...]:
    if content == "end":
        reading: logic.Reading | None = logic.Reading(-1, foreign=True)
    else:
        reading = logic.expression(content) if content else None
    if reading is None:
        return ()
    if logic.opens_go_block(content):
        page.go_blocks += 1
    elif content.strip("- \t") == "end":
        page.go_blocks -= 1
    if foreign:
        reading = reading._replace(foreign=True, depth=0, scopes=False)
    return (_tag(page, span, reading),)


def _statement(page: Page, at: int) -> Read:
    """`{% … %}`, or a remark of Jinja, on one line."""
    closing = "%}" if page.text.startswith("{%", at) else "#}"
    end = page.next(closing, at + 2)
    if end >= page.line(at).span.end or end - at > _LONGEST_TAG:
        return (), at + 1
    if closing == "%}":
        reading = logic.statement(page.text[at + 2 : end])
    elif page.text.startswith(_REMARK, at):
        reading = logic.Reading()
    else:
        return (), at + 1
    return (_tag(page, Span(at, end + 2), reading),), end + 2


def _tag(page: Page, span: Span, reading: logic.Reading) -> LogicTag:
    return LogicTag(
        Place(page.part, span),
        reading.depth,
        span.of(page.text),
        page.in_code(span.start),
        reading.foreign,
        reading.names,
        reading.mentions,
        reading.binds,
        reading.scopes,
    )


def _is_odd(page: Page, at: int) -> bool:
    """Whether a brace too few or too many there is a mistake."""
    if not _may_slip(page, at) or page.line(at).braces_balance:
        return False
    return not (page.line(at).is_bare and page.balanced_as_a_whole)


def _is_open(page: Page, at: int, end: int) -> bool:
    """Whether nothing closes the braces there, up to the end of the line."""
    if not _may_slip(page, at) or page.closes_later(end):
        return False
    if page.text.startswith("(", end):
        return False
    return not (page.line(at).goes_on and page.balanced_as_a_whole)


def _has_wrong_closer(page: Page, at: int, end: int) -> bool:
    """Whether other brackets close a placeholder there, and nothing before it."""
    closer = page.text[end : end + 2]
    opener = _WRONG_CLOSERS.get(closer)
    if opener is None:
        return False
    head = page.text[max(page.line(at).span.start, at - _FAR) : at]
    return head.count(opener) <= head.count(closer[0])


def _may_slip(page: Page, at: int) -> bool:
    """Whether braces there may be meant as a placeholder's."""
    # One that is not closed ends in its name: the next may follow that at once.
    if page.after_word(at) and at != page.slip_end:
        return False
    if page.before(at) in ("$", "\\", "=", "{"):
        return False
    if at == page.command_end:
        return False
    return not (_after_subscribed(page, at) or page.line(at).formats_a_string)


def _is_guarded(page: Page, at: int) -> bool:
    r"""Whether two braces there are none of a placeholder: `${{`, `\{{`, `={{`."""
    return page.before(at) in ("$", "\\", "=", "^") or _after_command(page, at)


def _is_initializer(page: Page, span: Span) -> bool:
    """Whether empty braces are a value of C++, Java or Go: `Type<T>{{}}`, `= {{}};`."""
    if page.after_word(span.start) or page.before(span.start) in (")", "]"):
        return True
    head = page.text[max(0, span.start - _FAR) : span.start]
    if _TYPE.search(head):
        return True
    return head.endswith(("=", "= ")) and page.text.startswith(";", span.end)


def _is_field(page: Page, span: Span) -> bool:
    """Whether it is the value of a field of BibTeX: `title = {{Two words}},`."""
    at = span.start
    while at and page.text[at - 1] in " \t":
        at -= 1
    return page.before(at) == "=" and page.text.startswith(",", span.end)


def _is_mathematics(page: Page, span: Span, style: Style) -> bool:
    """Whether braces hold an index, or what has one, or what `$` ends."""
    text = page.text
    if style is not Style.BRACE:
        return style is Style.SHELL and text.startswith("$", span.end)
    if text.startswith("^", span.end):
        return True
    if text.startswith("_{", span.end) and span.end - span.start == len("{X}"):
        return True
    if page.before(span.start) != "_":
        return False
    return _INDEXED.search(text, max(0, span.start - _FAR), span.start) is not None


def _of_command(page: Page, at: int, end: int) -> bool:
    """Whether braces are an argument or an element; then the next ones may be too."""
    if page.before(at) in ("", "\n", "\r", '"', "(", "<"):
        return False
    if not (_after_command(page, at) or _after_subscribed(page, at)):
        return False
    page.command_end = end
    return True


def _after_command(page: Page, at: int) -> bool:
    r"""Whether `\command`, its options or its last argument ends there."""
    if at == page.command_end:
        return True
    if page.before(at) in (" ", "\t"):
        return _SPACED_COMMAND.search(page.text, max(0, at - _FAR), at) is not None
    if not (page.after_word(at) or page.before(at) in ("*", "]")):
        return False
    if 0 <= page.command_end < at and _OPTION.fullmatch(
        page.text, max(page.command_end, at - _FAR), at
    ):
        return True
    return _COMMAND.search(page.text, max(0, at - _FAR), at) is not None


def _after_subscribed(page: Page, at: int) -> bool:
    """Whether what stands before a single brace is what Perl takes an element of."""
    if not (page.after_word(at) or page.before(at) == ">"):
        return False
    return _SUBSCRIBED.search(page.text, max(0, at - _FAR), at) is not None
