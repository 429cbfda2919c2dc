"""Prompts with few shots: answered examples are shown, the last open item is data."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from prompt_lsp.prompt_tools.engines.offline.templatize.labels import (
    DATA,
    FIELDS,
    data_name,
    slug,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.facts import (
    known_fact,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.lines import Label
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import (
    DATA as OWN_DATA,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import (
    FREE,
    SHOWN,
    Sheet,
)
from prompt_lsp.text import Span

_ANSWERS = frozenset(
    """
    a|answer|output|label|labels|sentiment|category|translation|summary|result|response
    completion|class|intent|sql|classification|entities|emotion|topic|tone|rating
    priority|reply|corrected|correction|rewritten|formal|polite|keywords|type|score
    verdict|simplified|antonym|synonym|plural|opposite|fixed|rewrite|tags|tag|title
    french|german|spanish|italian|portuguese|japanese|chinese|ai|assistant|bot|json
    expected|conclusion|explanation|regex|command|slogan|tagline|joke|emoji|outcome
    revised|improved|better|after|paraphrase|headline|department|route|reasoning|name
    """.replace("\n", "|")
    .replace(" ", "")
    .split("|")
) - {""}
_ASKED = frozenset(
    "input q question text sentence english word phrase problem prompt user "
    "before".split()
)
_NUMBER = re.compile(r"[ #]*\d{1,3}$")
_ARROW = re.compile(r"[ \t]*(?:[-*][ \t]+)?(\S[^\r\n]{0,160}?)[ \t]+(?:->|=>|→|//)")
_RULE = re.compile(r"[-=#*]{2,8}$")


def shots(sheet: Sheet) -> None:
    """Take labelled examples, by the labels that come again."""
    keys = _keys(sheet)
    if len(keys) < 3:
        return
    counts = Counter(key for _, key, _ in keys)
    open_key = _open_key(sheet, keys, counts)
    paired = not open_key and _pairs(keys, _above(sheet, keys[0][0]))
    anyone = bool(open_key) or paired
    asked = next(
        (
            key
            for _, key, _ in keys
            if counts[key] > 1 and key != open_key and (anyone or _asks(key))
        ),
        None,
    )
    if asked is None:
        return
    places = [place for place, (_, key, _) in enumerate(keys) if key == asked]
    if not open_key and _is_history(sheet, keys[places[0]][0]):
        return
    group = {key for _, key, _ in keys[places[0] + 1 : places[1]]}
    answers = frozenset({open_key}) if open_key else group & _ANSWERS
    answers = answers or _shown_answers(sheet, keys, places)
    if group & answers:
        _split(sheet, keys, places, _Group(group, answers))


def _open_key(
    sheet: Sheet, keys: list[tuple[int, str, Label]], counts: Counter[str]
) -> str:
    """The label that ends the text and waits for its answer, given before."""
    index, key, label = keys[-1]
    empty = label.value.start == label.value.end
    last = all(sheet.blank(at) for at in range(index + 1, len(sheet.lines)))
    return key if empty and last and counts[key] > 1 else ""


def _shown_answers(
    sheet: Sheet, keys: list[tuple[int, str, Label]], places: list[int]
) -> frozenset[str]:
    """The label of what a system prompt says to make, where its examples end with it.

    `Turn each headline into a question.` and then headlines, each with its question.
    """
    told = _above(sheet, keys[places[0]][0])
    like = sheet.role == "system" or _LIKE_THESE.search(told) is not None
    if not (like or _pairs(keys, told)):
        return frozenset()
    ends = [*places[1:], len(keys)]
    last = {keys[after - 1][1] for after in ends}
    key = keys[-1][1]
    if last != {key} or key == keys[places[0]][1] or key in _TEXTS:
        return frozenset()
    named = re.search(rf"\b{re.escape(key)}s?\b", told) is not None
    return frozenset(last if named or not known_fact(key) else ())


def _above(sheet: Sheet, index: int) -> str:
    """What stands above a line, in small letters."""
    stop = sheet.lines[index].start
    return sheet.text[max(0, stop - _TOLD) : stop].lower()


def _is_history(sheet: Sheet, index: int) -> bool:
    """Whether a line is the first of a conversation that a label announces."""
    above = next((at for at in range(index - 1, -1, -1) if not sheet.blank(at)), -1)
    label = sheet.label(above) if above >= 0 else None
    return label is not None and data_name(label.key) in _HISTORIES


_HISTORIES = frozenset({"CHAT_HISTORY", "CONVERSATION", "CHAT_LOG", "TRANSCRIPT"})


def _pairs(keys: list[tuple[int, str, Label]], told: str) -> bool:
    """Whether the labels are two words in turn, and both are those of a rule.

    `You turn blunt sentences into diplomatic ones.`, and then `Blunt:`, `Diplomatic:`.
    """
    names = [key for _, key, _ in keys]
    if len(names) % 2 or len(names) < _PAIRED or names != names[:2] * (len(names) // 2):
        return False
    return all(name[:_STEM] in told for name in names[:2])


_PAIRED, _STEM = 4, 6  # labels of two pairs; letters of a word that are compared
# Of documents that a system prompt brings these are the bodies.
_TEXTS = frozenset(
    "text content contents body passage excerpt document article description url "
    "source context date author".split()
)
_LIKE_THESE = re.compile(
    r"\b(?:like (?:these|this|so)|as in (?:these|the examples)"
    r"|(?:these|the following|some|two|three) examples)[^\n.:]{0,30}[.:]\s{0,4}$"
)
_TOLD = 2_000  # characters above the examples that say what they show


class _Group(NamedTuple):
    """The labels of an example, and those of its answer."""

    keys: set[str]
    answers: frozenset[str] | set[str]


def arrows(sheet: Sheet) -> None:
    """Take rows of `this -> that`: all but the last, open one are shown."""
    row: list[tuple[int, Span, bool]] = []
    for index, said in enumerate(sheet.texts):
        found = None
        if not sheet.owner[index]:
            if sheet.blanks[index]:
                continue
            if "->" in said or "=>" in said or "→" in said or "//" in said:
                found = _ARROW.match(said)
        if found:
            asked = Span(*found.span(1)).shifted(sheet.lines[index].start)
            row.append((index, asked, bool(said[found.end() :].strip())))
        elif row:
            _take_row(sheet, row)
            row = []
    _take_row(sheet, row)


# The same with a dash or a sign, where the last of them waits at the end of the text.
_DASH = re.compile(
    r"[ \t]*(?:\d{1,2}[.)][ \t]+|[-*][ \t]+)?(\S[^\r\n]{0,160}?)"
    r"[ \t]+[-–—=|](?=[ \t]|$)"
)


def dashes(sheet: Sheet) -> None:
    """Take rows of `this - that`, the last of them open, that end the text."""
    last = len(sheet.texts) - 1
    while last > 0 and sheet.blanks[last]:
        last -= 1
    if sheet.texts[last].rstrip()[-1:] not in _SIGNS:
        return
    row: list[tuple[int, Span, bool]] = []
    for index in range(last, max(-1, last - _ROWS), -1):
        if sheet.blanks[index]:
            continue
        found = None if sheet.owner[index] else _DASH.match(sheet.texts[index])
        if found is None:
            break
        asked = Span(*found.span(1)).shifted(sheet.lines[index].start)
        row.append((index, asked, bool(sheet.texts[index][found.end() :].strip())))
    if len(row) > _ANSWERED and not row[0][2]:
        _take_row(sheet, row[::-1])


_SIGNS = frozenset("-–—=|")
_ROWS, _ANSWERED = 60, 2  # lines that are looked at; answered ones that make examples


def _take_row(sheet: Sheet, row: list[tuple[int, Span, bool]]) -> None:
    """Show the answered ones of a row; the open one is data."""
    if len(row) > 1 and sum(answered for *_, answered in row) >= len(row) - 1:
        for number, span, answered in row:
            sheet.own(number, number + 1, SHOWN if answered else OWN_DATA)
            if not answered:
                sheet.add("INPUT", span)


def _keys(sheet: Sheet) -> list[tuple[int, str, Label]]:
    found = []
    last = next((one for one in reversed(sheet.labels) if one is not None), None)
    waits = last is not None and last.value.start == last.value.end
    for index, label in enumerate(sheet.labels):
        shown = sheet.owner[index] == SHOWN and waits
        if label is not None and label.key and (shown or sheet.owner[index] == FREE):
            found.append((index, _NUMBER.sub("", label.key), label))
    return found


def _asks(key: str) -> bool:
    return key in _ASKED or (key in DATA and key not in _ANSWERS - {"headline"})


def _split(
    sheet: Sheet,
    keys: list[tuple[int, str, Label]],
    places: list[int],
    group: _Group,
) -> None:
    """Give the answered examples to nobody, and the open ones to data."""
    ends = [*places[1:], len(keys)]
    for place, after in zip(places, ends, strict=True):
        members = [
            one
            for one in keys[place:after]
            if one[1] in group.keys or one is keys[place]
        ]
        stop = keys[after][0] if after < len(keys) else _end(sheet, members)
        answered = {key for _, key, label in members if _said(sheet, label, keys, stop)}
        if group.keys & group.answers <= answered:
            sheet.own(members[0][0], stop, SHOWN)
            continue
        for number, (index, key, label) in enumerate(members):
            end = members[number + 1][0] if number + 1 < len(members) else stop
            sheet.own(index, end, OWN_DATA)
            if key not in group.answers:
                said = sheet.text[label.value.start : label.value.end]
                field = FIELDS.get(key) if len(said.split()) < 6 else None
                name = field or DATA.get(key) or slug(key)
                body = Span(label.span.end, sheet.lines[end - 1].end)
                name = "QUESTION" if key == "q" else name
                sheet.add(name or "INPUT", _without_rule(sheet, body, end))


def _without_rule(sheet: Sheet, body: Span, end: int) -> Span:
    """A body without the line of dashes that may end it."""
    last = end - 1
    while last > 0 and (sheet.blank(last) or _RULE.match(sheet.line(last))):
        last -= 1
    return Span(body.start, max(body.start, min(body.end, sheet.lines[last].end)))


def _said(
    sheet: Sheet, label: Label, keys: list[tuple[int, str, Label]], stop: int
) -> bool:
    """Whether anything stands under a label."""
    if label.value.start < label.value.end:
        return True
    index = sheet.line_of(label.span.start)
    after = bisect_right(keys, index, key=lambda one: one[0])
    following = keys[after][0] if after < len(keys) else stop
    return any(not sheet.blank(at) for at in range(index + 1, min(following, stop)))


def _end(sheet: Sheet, members: list[tuple[int, str, Label]]) -> int:
    """Where the last item ends: a blank line after its last label, or the text."""
    index = members[-1][0] + 1
    open_label = members[-1][2].value.start == members[-1][2].value.end
    if open_label and members[-1][1] in _ANSWERS:
        return index
    for at in _from(sheet, index):
        if sheet.blank(at) or sheet.owner[at] != FREE:
            return at
    return len(sheet.lines)


def _from(sheet: Sheet, index: int) -> Iterator[int]:
    yield from range(index, len(sheet.lines))
