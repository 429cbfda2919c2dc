"""Elements of XML: what their tags say of what stands between them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.templatize.labels import (
    DATA,
    DIRECTIONS,
    FIELDS,
    slug,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.directions import (
    ANSWERS,
    begins_with_verb,
    is_judged,
    tells,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import (
    DATA as OWN_DATA,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import (
    SHOWN,
    Sheet,
)
from prompt_lsp.prompt_tools.protected import Tag, tags_of
from prompt_lsp.text import Span

_HTML = frozenset(
    """
    a abbr address article aside b blockquote body br button canvas caption cite code
    col dd del details div dl dt em fieldset figure footer form h1 h2 h3 h4 h5 h6 head
    header hr html i iframe img input ins label legend li link main mark meta nav ol
    option p path pre script section select small span strong style sub summary sup
    svg table tbody td textarea tfoot th thead title tr u ul video
    """.split()
)
# Words of HTML that authors of prompts use for data.
_BOTH = frozenset({"article", "code", "details", "input", "summary", "title", "table"})
# The same beside tags that HTML has not.
_BESIDE = frozenset({"address", "body", "caption", "label", "link", "section", "time"})
_COLLECTIONS = frozenset(
    {"documents", "document", "context", "articles", "search results", "sources"}
)
# What tells the model something in prose, where variables may well stand.
_PROSE = frozenset(
    """
    instructions instruction task tasks background goal objective prompt request
    user_request additional_instructions role persona system
    """.split()
)


_NEAR = 80  # characters of a line around an element that are looked at


class _Element(NamedTuple):
    tag: Tag
    close: Tag
    inner: tuple[Tag, ...]

    @property
    def body(self) -> Span:
        return Span(self.tag.span.end, self.close.span.start)


def payloads(sheet: Sheet) -> None:
    """Take an element whole, tags and all, where words announce it as XML or HTML."""
    covered = -1
    for element in _elements(sheet):
        first = sheet.line_of(element.tag.span.start)
        if element.tag.span.start < covered or first == 0:
            continue
        covered = element.close.span.end
        line = sheet.lines[first]
        kind = _markup_before(sheet, first)
        if not kind or sheet.text[line.start : element.tag.span.start].strip():
            continue
        last = sheet.line_of(covered)
        if not sheet.text[covered : sheet.lines[last].end].strip():
            sheet.own(first, last + 1, OWN_DATA)
            sheet.add(kind, Span(element.tag.span.start, covered))


_MARKUP = re.compile(r"(?i)\b(?:(x)ml|(h)tml|(s)vg)\b[^\n]{0,60}:$")


def _markup_before(sheet: Sheet, index: int) -> str:
    """What markup the words before a line announce, if they do."""
    before = index - 1
    while before > 0 and sheet.blank(before):
        before -= 1
    found = _MARKUP.search(sheet.line(before)[-_NEAR * 2 :])
    if found is None:
        return ""
    return "XML_DATA" if found[1] else "HTML" if found[2] else "SVG"


def elements(sheet: Sheet) -> None:
    """Take the bodies of elements: data by their tags, and what is only shown."""
    covered = -1
    found = list(_elements(sheet))
    own = any(one.tag.name.lower() not in _HTML for one in found)
    for element in found:
        if element.tag.span.start < covered:
            continue
        kind = _kind(element, _BESIDE | _BOTH if own else _BOTH)
        if _is_judged(sheet, element) or _is_brought(sheet, element):
            kind = slug(element.tag.name)
        if kind is None:
            continue
        covered = element.close.span.end
        _own(sheet, element, OWN_DATA if kind else SHOWN)
        if kind and any(map(str.isalnum, element.body.of(sheet.text))):
            sheet.add(kind, element.body)


def _elements(sheet: Sheet) -> Iterator[_Element]:
    """Each element with the tags inside it, the outer before the inner."""
    tags = [
        tag
        for tag in tags_of(sheet.text)
        if sheet.owner[sheet.line_of(tag.span.start)] == 0
    ]
    opened: list[tuple[int, Tag]] = []
    found: list[tuple[int, int]] = []
    for index, tag in enumerate(tags):
        if tag.opens:
            opened.append((index, tag))
        elif tag.closes:
            for back in range(len(opened) - 1, max(-1, len(opened) - 12), -1):
                if opened[back][1].name == tag.name:
                    found.append((opened[back][0], index))
                    del opened[back:]
                    break
    for first, last in sorted(found):
        inner = tuple(tags[first + 1 : min(last, first + 64)])
        yield _Element(tags[first], tags[last], inner)


def _kind(element: _Element, both: frozenset[str]) -> str | None:
    """The name of the data that an element holds; empty where it is only shown.

    None where its body is prose, or where what stands inside it says more. `both` are
    words of HTML that are labels of data here.
    """
    name = element.tag.name.lower()
    key = name.replace("_", " ").replace("-", " ")
    if name in _PROSE or (name in _HTML and name not in both):
        return None
    if key in DIRECTIONS or key.startswith(("example", "output", "sample", "format")):
        return ""
    if name in _HTML and any(
        tag.name.lower() in _HTML - _BOTH for tag in element.inner
    ):
        return None
    wraps = any(tag.opens and tag.name.lower() not in _HTML for tag in element.inner)
    if wraps and key not in _COLLECTIONS:
        return None
    return DATA.get(key) or FIELDS.get(key) or slug(name) or _foreign(name)


def _foreign(name: str) -> str | None:
    """The name for a tag in a script of which no variable is made."""
    return None if name.isascii() else "TEXT"


def _is_judged(sheet: Sheet, element: _Element) -> bool:
    """Whether an element is the answer of somebody, for a prompt that judges it."""
    name = element.tag.name.lower()
    if name not in ANSWERS or sheet.role == "system" or element.inner:
        return False
    return _is_text(sheet, element) and is_judged(sheet.text)


def _is_brought(sheet: Sheet, element: _Element) -> bool:
    """Whether a request is somebody's, told beside the data that decides it.

    Who asks the model puts an order there; what begins with none is worked on.
    """
    name = element.tag.name.lower()
    if name not in _REQUESTS or not sheet.data:
        return False
    return _is_text(sheet, element) and tells(sheet.text[:_OPENING])


def _is_text(sheet: Sheet, element: _Element) -> bool:
    """Whether the body of an element, the only one of its name, is somebody's text."""
    if sheet.text.find(f"<{element.tag.name}>", element.tag.span.end) >= 0:
        return False
    body = element.body.of(sheet.text).strip()
    form = body.startswith(("[", "(", "{", "...", "…")) or body.endswith(("...", "…"))
    words = len(body.split(maxsplit=_TEXT_WORDS))
    said = words > _TEXT_WORDS or (words > 1 and body.endswith((".", "!", "?")))
    return said and not form and not begins_with_verb(body[:80])


_REQUESTS = frozenset({"request", "user_request"})
_TEXT_WORDS = 3  # and more make a text, be it without a full stop
_OPENING = 2_000  # characters of a prompt that say what it is for


def _own(sheet: Sheet, element: _Element, owner: int) -> None:
    """Give somebody the lines of an element, or the stretch of a line that it is."""
    first = sheet.line_of(element.tag.span.start)
    last = sheet.line_of(element.close.span.end)
    whole = Span(element.tag.span.start, element.close.span.end)
    sheet.apart.append(whole)
    line, near = sheet.lines[first].start, whole.start - _NEAR
    before = sheet.text[max(line, near) : whole.start].strip()
    after = sheet.text[
        whole.end : min(sheet.lines[last].end, whole.end + _NEAR)
    ].strip()
    sheet.own(first + bool(before), last + (not after), owner)
