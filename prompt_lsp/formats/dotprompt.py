"""Files called `*.prompt`: plain text, or Google's dotprompt.

| front matter | read as |
|---|---|
| none, or empty | plain text, verbatim |
| with a key of dotprompt | dotprompt |
| with other keys only, ours among them | plain text, verbatim |
| that does not parse | by the keys that its lines begin with |

The keys of dotprompt are `model`, `input`, `output`, `config`, `tools`, `toolDefs`,
`ext`, `variant`, `raw`, and any with a dot in it; its `name`, `description` and
`version` are everybody's.

A dotprompt body is a Handlebars template and trimmed. `{{role "…"}}` begins a message
and so does `{{history}}`; what stands before the first is the user's. Blank text
between such tags is no message, and white space beside a message's text is its own.
Media and sections are parts of the message that they stand in. Its role `model` is
what others call the assistant.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from prompt_lsp.document.model import Document, Origin, Part, Source
from prompt_lsp.document.operations import Declare
from prompt_lsp.document.parser import parse_part, parse_prompt
from prompt_lsp.document.source_map import SourceMap
from prompt_lsp.formats.assembly import Host, assemble, declare, read_host
from prompt_lsp.formats.format import SourceEdit
from prompt_lsp.formats.front_matter import FrontMatter
from prompt_lsp.formats.homes import Dialect
from prompt_lsp.formats.plain import target_model, verbatim
from prompt_lsp.text import Span

DOTPROMPT = "dotprompt"

_KEYS = frozenset(
    (
        "model",
        "input",
        "output",
        "config",
        "tools",
        "toolDefs",
        "ext",
        "variant",
        "raw",
    )
)
_TAG = re.compile(
    r"(?<!\\)\{\{(?P<before>~?)\s{0,20}"
    r"(?:role\s{1,20}(?P<quote>[\"'])(?P<role>[a-z]+)(?P=quote)"
    r"(?:\s[^{}\r\n]{0,200}?)?|history)\s{0,20}(?P<after>~?)\}\}"
)
_COMMENT_END = re.compile(r"--~?\}\}")
# What JavaScript trims, in which dotprompt was written first.
_TRIMMED = (
    " \t\r\n\f\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
)


class _Piece(NamedTuple):
    """A stretch of the file that one message says."""

    role: str
    span: Span


def read_prompt(sources: tuple[Source, ...], declared: bool) -> Document:  # noqa: FBT001 - the signature of `Format.read`
    """The document of a `*.prompt` file."""
    host = read_host(sources)
    dialect = _dialect(host.front)
    if dialect is Dialect.DOTPROMPT:
        prompt = parse_prompt(
            _parts(host),
            declared_format=host.front.declared_format,
            target_model=target_model(host.front),
            template_engine="handlebars",
            origin=Origin(ends_with_file=False, trimmed=True),
            declared=declared,
        )
    else:
        prompt = verbatim(host, declared=declared)
    return assemble(DOTPROMPT, host, dialect, prompt, declared=declared)


def declare_prompt(
    document: Document, declares: Sequence[Declare]
) -> tuple[SourceEdit, ...] | None:
    """The edits that declare variables where such a file keeps them."""
    front = read_host(document.sources).front
    return declare(document, declares, _dialect(front))


def _dialect(front: FrontMatter) -> Dialect:
    theirs = any(key in _KEYS or "." in key.strip(".") for key in front.keys)
    return Dialect.DOTPROMPT if theirs else Dialect.PLAIN


def _parts(host: Host) -> Iterator[Part]:
    span = _trimmed(host.text, Span(host.front.body, len(host.text)))
    pieces = list(_pieces(host.text, span))
    if not pieces:
        yield _part(host.text, span, None, 0)
    for index, piece in enumerate(pieces):
        yield _part(host.text, piece.span, piece.role, index)


def _part(text: str, span: Span, role: str | None, index: int) -> Part:
    mapping = SourceMap.identity(span.end - span.start, span.start)
    return parse_part(span.of(text), mapping, role, index)


def _pieces(text: str, body: Span) -> Iterator[_Piece]:
    """The messages of a body; none where no tag makes any."""
    comments = list(_comments(text, body))
    tags = [
        match
        for match in _TAG.finditer(text, body.start, body.end)
        if not any(comment.holds(match.start()) for comment in comments)
    ]
    if not tags:
        return
    role, start = "user", body.start
    for tag in tags:
        gap = Span(start, tag.start())
        kept = _trimmed(text, gap)
        if kept.start < kept.end:
            yield _Piece(role, Span(gap.start, kept.end if tag["before"] else gap.end))
        role, start = _role(tag["role"]), tag.end()
        if tag["after"]:
            start = _trimmed(text, Span(start, body.end)).start
    if _trimmed(text, Span(start, body.end)).start < body.end:
        yield _Piece(role, Span(start, body.end))


def _comments(text: str, body: Span) -> Iterator[Span]:
    """The comments of a body, in which a tag is no tag."""
    at = text.find("{{", body.start, body.end)
    while at >= 0:
        after = at + 2
        if text.startswith(("!--", "~!--"), after):
            end = _COMMENT_END.search(text, after, body.end)
            if end is None:
                return
            after = end.end()
            yield Span(at, after)
        at = text.find("{{", after, body.end)


def _role(named: str | None) -> str:
    """The role of a tag; after the history speaks the model."""
    return "assistant" if named in (None, "model") else str(named)


def _trimmed(text: str, span: Span) -> Span:
    """A stretch without the white space at both its ends."""
    inner = span.of(text)
    start = span.start + len(inner) - len(inner.lstrip(_TRIMMED))
    return Span(start, max(start, span.start + len(inner.rstrip(_TRIMMED))))
