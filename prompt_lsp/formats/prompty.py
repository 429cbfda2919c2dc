"""Prompty: front matter, and a body whose role lines make messages.

A role line is what Prompty's own parser takes for one: a role, perhaps behind a `#`
and with attributes in brackets, a colon, and nothing else on the line. The text
before the first is a system message. A message loses the line ends at both its
ends and nothing else; one without any line is none.

A body without role lines is one text, trimmed. So is one that is declared
text-completions or whose `api` is not a chat. And so is one whose only role lines
are `Assistant:` exactly and which has a line that begins with `Human:`: those are
turns.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from prompt_lsp.document.model import Document, Origin, Part, Source
from prompt_lsp.document.operations import Declare
from prompt_lsp.document.parser import parse_part, parse_prompt
from prompt_lsp.document.source_map import SourceMap
from prompt_lsp.document.tokens import WHITE_SPACE
from prompt_lsp.formats.assembly import Host, assemble, declare, read_host
from prompt_lsp.formats.format import SourceEdit
from prompt_lsp.formats.front_matter import FrontMatter
from prompt_lsp.formats.homes import Dialect
from prompt_lsp.formats.lines import line_start
from prompt_lsp.text import Span

PROMPTY = "Prompty"

_TRIMMED = Origin(ends_with_file=False, trimmed=True)
_ROLE_LINE = re.compile(
    r"[ \t]*#?[ \t]*(system|user|assistant|developer|function|tools?)"
    r"(?:\[[^\]=\r\n]*=[^\]\r\n]*\])?[ \t]*:[ \t]*\Z",
    re.IGNORECASE,
)
_COLON_AT_LINE_END = re.compile(r":[ \t]*(?=(\r\n?|\n|\Z))")
_HUMAN_LINE = re.compile(r"[\r\n]Human:")
_ENGINE_PATHS = (
    ("template",),
    ("template", "format"),
    ("template", "format", "kind"),
    ("template", "type"),
)
_MODEL_PATHS = (
    ("model",),
    ("model", "id"),
    ("model", "configuration", "model"),
    ("model", "configuration", "name"),
    ("model", "configuration", "azure_deployment"),
)


class _RoleLine(NamedTuple):
    """A line that begins a message; `after` is where the next line begins."""

    role: str
    written: str
    start: int
    after: int


def read_prompty(sources: tuple[Source, ...], declared: bool) -> Document:  # noqa: FBT001 - the signature of `Format.read`
    """The document of a Prompty file."""
    host = read_host(sources)
    lines = () if _one_text(host.front, declared=declared) else _role_lines(host)
    prompt = parse_prompt(
        _messages(host, lines) if lines else (_whole(host),),
        declared_format=host.front.declared_format,
        target_model=_model(host.front),
        template_engine=_engine(host.front),
        origin=_TRIMMED,
        declared=declared,
    )
    return assemble(PROMPTY, host, Dialect.PROMPTY, prompt, declared=declared)


def declare_prompty(
    document: Document, declares: Sequence[Declare]
) -> tuple[SourceEdit, ...] | None:
    """The edits that declare variables among the inputs and samples."""
    return declare(document, declares, Dialect.PROMPTY)


def _one_text(front: FrontMatter, *, declared: bool) -> bool:
    """Whether something says that the body is no chat."""
    api = front.text("model", "api") or front.text("model", "apiType") or "chat"
    return (
        declared or front.declared_format == "text-completions" or api.lower() != "chat"
    )


def _whole(host: Host) -> Part:
    body = host.text[host.front.body :]
    start = len(body) - len(body.lstrip(WHITE_SPACE))
    text = body.strip(WHITE_SPACE)
    return parse_part(text, SourceMap.identity(len(text), host.front.body + start))


def _role_lines(host: Host) -> tuple[_RoleLine, ...]:
    text, body = host.text, host.front.body
    found = tuple(_lines_like_roles(text, body))
    human = text.startswith("Human:", body) or _HUMAN_LINE.search(text, body)
    if human and all(line.written == "Assistant:" for line in found):
        return ()
    return found


def _lines_like_roles(text: str, body: int) -> Iterator[_RoleLine]:
    for colon in _COLON_AT_LINE_END.finditer(text, body):
        start = max(line_start(text, colon.start()), body)
        match = _ROLE_LINE.match(text[start : colon.end()])
        if match:
            yield _RoleLine(match[1].lower(), match.group(), start, colon.end(1))


def _messages(host: Host, lines: Sequence[_RoleLine]) -> Iterator[Part]:
    """One part a message; what has no line of text is no message."""
    text, body = host.text, host.front.body
    start = body + len(text[body:]) - len(text[body:].lstrip(WHITE_SPACE))
    end = _RoleLine("", "", len(text), len(text))
    first = _RoleLine("system", "", start, start)
    index = 0
    for line, following in pairwise((first, *lines, end)):
        span = Span(line.after, following.start)
        if span.start < span.end:
            yield _message(text, span, line.role, index)
            index += 1


def _message(text: str, span: Span, role: str, index: int) -> Part:
    content = span.of(text)
    start = span.start + len(content) - len(content.lstrip("\r\n"))
    content = content.strip("\r\n")
    return parse_part(content, SourceMap.identity(len(content), start), role, index)


def _model(front: FrontMatter) -> str | None:
    named = (front.text(*path) for path in _MODEL_PATHS)
    own = front.text("target-model") or front.text("target_model")
    return own or next((model for model in named if model), None)


def _engine(front: FrontMatter) -> str:
    named = (front.text(*path) for path in _ENGINE_PATHS)
    engine = next((engine for engine in named if engine), "")
    return engine if engine in ("handlebars", "mustache") else "jinja"
