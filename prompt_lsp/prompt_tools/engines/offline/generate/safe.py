"""What of a task may not do harm in the prompt that is made of it.

A task is text of its author: it may hold turn markers, tags and blanks to be filled
by hand. Each becomes harmless and still says what it said.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from prompt_lsp.document.model import Placeholder
from prompt_lsp.document.names import slug
from prompt_lsp.document.placeholders import placeholders
from prompt_lsp.document.scanner import scan
from prompt_lsp.document.tokens import Style
from prompt_lsp.text import Edit, Span, apply_edits

_EXACT = re.compile(r"(Human|Assistant):")
_COLONS = re.compile(r"[ \t]*[:\uff1a]")
_BLANK = re.compile(
    r"\[(?:INSERT|ADD|ENTER|FILL IN|YOUR|PUT|TYPE|PASTE|TODO)\b([^\[\]\r\n]{0,80})\]"
    r"(?![(:])"
    r"|<(?:insert|your)[ _-]+([^<>\[\]{}=\"'`/\r\n]{1,79})>",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"(?:your|the|an?)\b ?", re.IGNORECASE)
_TAG = re.compile(r"<(?:(/?)([A-Za-z_][\w.-]{0,63})(?=[\s/>]|\Z)|[!?])")
_OPENED = re.compile(r"<([\w.-]{1,64})>\Z")
_NEAR = 80  # characters, in which a tag beside a placeholder is looked for
_OWN = (Style.BRACES, Style.ANGLES)


def without_blanks(text: str) -> str:
    """A text in which a blank, such as `[INSERT NAME]`, is a placeholder."""

    def filled(blank: re.Match[str]) -> str:
        said = (blank[1] or blank[2] or "").strip(" :_-")
        name = slug(_WHOSE.sub("", said))
        return Style.BRACES.write(name or "VALUE")

    return _BLANK.sub(filled, text) if "[" in text or "<" in text else text


def without_turns(text: str) -> str:
    """A text without anything that is, or is taken for, a turn marker."""
    text = _EXACT.sub(r"\1 -", text)
    words = scan(text).words
    return apply_edits(
        text, [Edit(one.span, _said(one.span.of(text))) for one in words]
    )


def own_placeholders(text: str) -> tuple[Placeholder, ...]:
    """The placeholders of a task, as its author uses them, in order."""
    if "{{" not in text and "<<" not in text:
        return ()
    return tuple(
        one
        for one in placeholders(text, 0, ()).placeholders
        if one.style in _OWN and not one.guarded and not one.scoped
    )


def bare_tags(text: str, own: Iterable[Placeholder]) -> frozenset[str]:
    """The names of the tags that the placeholders of a piece of a task still need."""
    return frozenset(
        one.name.lower() for one in own if _wrapped(text, one.place.span) is None
    )


def with_tags(text: str, own: Iterable[Placeholder], used: Collection[str]) -> str:
    """A text whose placeholders stand in tags, and whose own tags break no others.

    Args:
        text: a piece of the task.
        own: the placeholders of that piece.
        used: the names of the tags that the prompt has beside those.
    """
    spans = [(one.place.span, one.name.lower()) for one in own]
    edits = list(_escapes(text, _kept(text), used))
    escaped = {edit.span.start for edit in edits}
    for span, tag in spans:
        opened = _wrapped(text, span)
        if opened is None or opened in escaped:
            edits.append(Edit(span, _in_tags(text, span, tag)))
    return apply_edits(text, sorted(edits))


def _kept(text: str) -> list[Span]:
    """The places of all placeholders and tags of template engines, in order."""
    if "<" not in text:
        return []
    found = placeholders(text, 0, ())
    spans = [one.place.span for one in found.placeholders]
    return sorted(spans + [one.place.span for one in found.logic])


def _said(marker: str) -> str:
    """What a turn marker says, in a form that opens no turn."""
    bare = marker.replace("*", "").replace("_", "")
    said = _COLONS.sub(" -", bare)
    return said if said != marker else f"{said} -"


def _in_tags(text: str, span: Span, tag: str) -> str:
    """A placeholder in tags, which touch no angle of the text beside them."""
    before = " " * (text[span.start - 1 : span.start] in {"<", ">"})
    after = " " * (text[span.end : span.end + 1] in {"<", ">"})
    return f"{before}<{tag}>{span.of(text)}</{tag}>{after}"


def _wrapped(text: str, span: Span) -> int | None:
    """Where the tag opens that has nothing but a placeholder in it."""
    start = max(0, span.start - _NEAR)
    before = text[start : span.start].rstrip()
    after = text[span.end : span.end + _NEAR].lstrip()
    opened = _OPENED.search(before)
    closes = opened is not None and after.startswith(f"</{opened[1]}>")
    return start + opened.start() if opened and closes else None


def _escapes(text: str, kept: list[Span], used: Collection[str]) -> Iterator[Edit]:
    """An edit for each `<` that opens a comment, or a tag that upsets those used."""
    tags = [] if "<" not in text else list(_TAG.finditer(text))
    upset = _unpaired(tags, used)
    inside = _covered(kept)
    for tag in tags:
        if upset(tag) and not inside(tag.start()):
            yield Edit(Span(tag.start(), tag.start() + 1), "&lt;")


def _covered(spans: list[Span]) -> Callable[[int], bool]:
    """Whether an offset is in one of some spans; offsets are asked in order."""
    waiting = spans[::-1]

    def inside(offset: int) -> bool:
        while waiting and waiting[-1].end <= offset:
            waiting.pop()
        return bool(waiting) and waiting[-1].start <= offset

    return inside


def _unpaired(
    tags: list[re.Match[str]], used: Collection[str]
) -> Callable[[re.Match[str]], bool]:
    """Whether a tag is a comment, has a used name, or is closed without being open."""
    balance: dict[str, list[int]] = {}
    for tag in tags:
        if tag[2]:
            counts = balance.setdefault(tag[2], [0, 0, False])
            counts[bool(tag[1])] += 1
            counts[2] = counts[2] or counts[1] > counts[0]

    def upset(tag: re.Match[str]) -> bool:
        if not tag[2] or tag[2].lower() in used:
            return True
        opened, closed, early = balance[tag[2]]
        return bool(closed and (early or opened != closed))

    return upset
