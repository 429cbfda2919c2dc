"""Suppressions: those of front matter, and the comments of Markdown.

A comment at the top of the body, before any other text, holds for the whole document,
its sidecar too. Alone on a line elsewhere it holds for the next line that is neither
blank nor such a comment; else for the line it stands on. In code it is text like any
other. The comments of YAML are in `yaml_comments`.

What is meant as a suppression and is none is a problem: without a word, its author
would look for the mistake elsewhere.
"""

import re
from collections.abc import Iterator, Sequence

from prompt_lsp.config.nearest import nearest
from prompt_lsp.document.model import (
    Field,
    Problem,
    ProblemKind,
    Source,
    SourceSpan,
    SuppressedCode,
    Suppression,
)
from prompt_lsp.formats.extents import entry_extent, item_extent, piece_extent
from prompt_lsp.formats.front_matter import FrontMatter
from prompt_lsp.formats.lines import line_end, line_start
from prompt_lsp.formats.tree import Array, Mapping, Scalar
from prompt_lsp.text import Span

_COMMENT = re.compile(
    r"<!--[ \t]{0,9}prompt-lsp:[ \t]{0,9}ignore\[([^\[\]<>\r\n]*)\][^<>\r\n]*-->"
)
_MEANT = re.compile(r"<!--[ \t]{0,9}prompt-lsp:[^\r\n]*?(?:-->|(?=[\r\n]|\Z))")
_KEYS = ("ignore",)
_CODE = re.compile(r"[^\s,]+")
_REST = re.compile(r"[ \t]*(?:\r\n?|\n)?")
_BLANKS = " \t"
_BLANK = " \t\r\n\f\v"


def front_matter_suppressions(
    sources: Sequence[Source], front: FrontMatter
) -> tuple[Suppression, ...]:
    """What `prompt-lsp: {ignore: […]}` silences, over all sources."""
    text = sources[0].text
    ours = front.entry("prompt-lsp")
    if front.root is None or ours is None or not isinstance(ours.value, Mapping):
        return ()
    settings = ours.value
    ignore = settings.entry("ignore")
    if ignore is None:
        return ()
    extent = entry_extent(text, settings, settings.entries.index(ignore))
    if len(settings.entries) == 1:
        extent = entry_extent(text, front.root, front.root.entries.index(ours))
    spans, extents = _listed(text, ignore.value)
    field = Field(0, ignore.span, extent)
    codes = _codes(0, text, spans, extents, extent)
    return (Suppression(codes, field, _everywhere(sources)),)


def front_matter_problems(front: FrontMatter) -> Iterator[Problem]:
    """What stands below `prompt-lsp` and is no setting of a prompt."""
    ours = front.entry("prompt-lsp")
    if ours is None:
        return
    if not isinstance(ours.value, Mapping):
        message = "`prompt-lsp` says nothing here; write `prompt-lsp: {ignore: [CODE]}`"
        yield problem(0, ours.key.span, message)
        return
    for key, _ in ours.value.entries:
        if key.text not in _KEYS:
            near = nearest(key.text, _KEYS)
            hint = f"; did you mean `{near}`?" if near else "; there is only `ignore`"
            yield problem(0, key.span, f"`prompt-lsp` has no key `{key.text}`{hint}")


def comment_suppressions(
    sources: Sequence[Source], body: int, code: Sequence[Span]
) -> tuple[Suppression, ...]:
    """What the comments of a body silence.

    `code` are the stretches of the file whose text is shown, not meant, in order.
    """
    text = sources[0].text
    if text.find("prompt-lsp:", body) < 0:
        return ()
    matches = [
        match
        for match in _COMMENT.finditer(text, body)
        if not any(span.holds(match.start()) for span in code)
    ]
    comments = [Span(*match.span()) for match in matches]
    found: list[Suppression] = []
    top = body
    for match, comment in zip(matches, comments, strict=True):
        if not text[top : comment.start].strip(_BLANK):
            top, over = comment.end, _everywhere(sources)
        else:
            over = (SourceSpan(0, _over(text, comment, comments)),)
        extent = _comment_extent(text, comment)
        found.append(suppression(0, text, match, extent, over))
    return tuple(found)


def comment_problems(text: str, body: int, code: Sequence[Span]) -> Iterator[Problem]:
    """The comments of a body that are meant as suppressions and are none."""
    if text.find("prompt-lsp:", body) < 0:
        return
    for match in _MEANT.finditer(text, body):
        shown = any(span.holds(match.start()) for span in code)
        if not shown and not _COMMENT.match(text, match.start()):
            message = (
                "this comment silences nothing; "
                "write `<!-- prompt-lsp: ignore[CODE] -->`"
            )
            yield problem(0, Span(*match.span()), message)


def suppression(
    source: int,
    text: str,
    match: re.Match[str],
    extent: Span,
    over: tuple[SourceSpan, ...],
) -> Suppression:
    """The suppression of a comment, whose codes are the match's first group."""
    spans = [Span(*found.span()) for found in _CODE.finditer(text, *match.span(1))]
    extents = [piece_extent(spans, index) for index in range(len(spans))]
    codes = _codes(source, text, spans, extents, extent)
    return Suppression(codes, Field(source, Span(*match.span()), extent), over)


def problem(source: int, span: Span, message: str) -> Problem:
    """Something that is meant as a suppression and is none."""
    return Problem(ProblemKind.SUPPRESSION, Field(source, span, span), message)


def _everywhere(sources: Sequence[Source]) -> tuple[SourceSpan, ...]:
    return tuple(
        SourceSpan(index, Span(0, len(source.text)))
        for index, source in enumerate(sources)
    )


def _listed(
    text: str, value: Array | Mapping | Scalar
) -> tuple[list[Span], list[Span | None]]:
    """The codes of a list, or of one text, and what goes with each of several."""
    if isinstance(value, Array):
        items = [
            (item.span, item_extent(text, value, index))
            for index, item in enumerate(value.items)
            if isinstance(item, Scalar)
        ]
        return [span for span, _ in items], [extent for _, extent in items]
    if isinstance(value, Mapping):
        return [], []
    spans = [
        Span(*match.span())
        for match in _CODE.finditer(text, value.span.start, value.span.end)
    ]
    return spans, [piece_extent(spans, index) for index in range(len(spans))]


def _codes(
    source: int,
    text: str,
    spans: Sequence[Span],
    extents: Sequence[Span | None],
    whole: Span,
) -> tuple[SuppressedCode, ...]:
    """The codes with their fields; with the only one goes the whole suppression."""
    return tuple(
        SuppressedCode(
            span.of(text).strip("'\""),
            Field(
                source,
                span,
                whole if extent is None or len(spans) == 1 else extent,
                span,
            ),
        )
        for span, extent in zip(spans, extents, strict=True)
    )


def _comment_extent(text: str, comment: Span) -> Span:
    """The whole line of a comment alone on it, else the blanks before it too."""
    start, end = line_start(text, comment.start), line_end(text, comment.end)
    rest = _REST.match(text, comment.end)
    if not text[start : comment.start].strip(_BLANKS) and rest and rest.end() >= end:
        return Span(start, rest.end())
    if text[comment.end : end].strip(_BLANKS):
        return comment
    before = len(text[start : comment.start].rstrip(_BLANKS))
    return Span(start + before, comment.end)


def _over(text: str, comment: Span, comments: Sequence[Span]) -> Span:
    """The line that a comment speaks of."""
    start, end = line_start(text, comment.start), line_end(text, comment.end)
    if not _alone(text, Span(start, end), comments):
        return Span(start, end)
    while end < len(text):
        start = end + (2 if text[end : end + 2] == "\r\n" else 1)
        end = line_end(text, start)
        line = Span(start, end)
        if line.of(text).strip(_BLANK) and not _alone(text, line, comments):
            return line
    return Span(len(text), len(text))


def _alone(text: str, line: Span, comments: Sequence[Span]) -> bool:
    """Whether a line holds such comments and nothing else."""
    inside = [comment for comment in comments if line.covers(comment)]
    at, left = line.start, ""
    for comment in inside:
        left += text[at : comment.start]
        at = comment.end
    return bool(inside) and not (left + text[at : line.end]).strip(_BLANKS)
