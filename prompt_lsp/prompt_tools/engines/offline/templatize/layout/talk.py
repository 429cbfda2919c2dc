"""Transcripts: lines that begin with who speaks."""

import re
from collections import Counter

from prompt_lsp.prompt_tools.engines.offline.templatize.labels import (
    DATA,
    DIRECTIONS,
    MEASURES,
    is_known,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.directions import (
    resumes,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.lines import lines_of
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.nouns import noun_of
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import (
    DATA as OWN_DATA,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import (
    FREE,
    SHOWN,
    Sheet,
)
from prompt_lsp.text import Span

_SPEAKER = re.compile(
    r"[ \t]*(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[ \t]?[AaPp][Mm])?[\])]?[ \t-]*)?"
    r"\*{0,2}([A-Z][\w.'’-]{0,24}(?: [\w.'’()-]{1,24}){0,2})\*{0,2}"
    r"(?:[ \t]?[\[(]\d{1,2}:\d{2}[^\])\r\n]{0,8}[\])])?:\*{0,2}[ \t]+\S"
)
# As people note it down: `lea: printer still broken`.
_NICK = re.compile(r"([a-z][a-z-]{1,14}):[ ][^\s:=\"'{}\[\]|<>]{1,30}[ ][^\s:]")
_ROLES = frozenset(
    """
    agent customer user assistant interviewer interviewee candidate bot support client
    caller operator doctor patient nurse teacher student rep representative host guest
    speaker moderator manager employee buyer seller advisor
    """.split()
)


def talk(sheet: Sheet) -> None:
    """Take runs of lines in which somebody speaks more than once."""
    run: list[tuple[int, str]] = []
    for index, said in enumerate(sheet.texts):
        speaker = None
        if not sheet.owner[index]:
            if sheet.blanks[index]:
                continue
            speaker = _speaker(said) if ":" in said else None
        if speaker is not None:
            run.append((index, speaker))
        elif run:
            if _talks(run):
                _take(sheet, run)
            run = []
    if _talks(run):
        _take(sheet, run)


def is_dialogue(text: str, whole: Span) -> bool:
    """Whether a stretch of text is nothing but what several speakers say in turn.

    One that ends with an open turn waits for its answer, and is a prompt.
    """
    speakers: list[str] = []
    body = whole.of(text)
    for line in lines_of(body):
        said = line.of(body).strip()
        found = _SPEAKER.match(said)
        if found is not None:
            speakers.append(found[1].lower())
        elif said and (not speakers or said.endswith(":")):
            return False
    known = all(name.split()[0] in _ROLES for name in speakers)
    return known and len(speakers) > _TURNS and len(set(speakers)) > 1


_TURNS = 1  # and more make talk
_HEADERS = frozenset({"from", "to", "subject", "date", "sent", "cc"})


def mails(sheet: Sheet) -> None:
    """Take an e-mail that begins with its headers."""
    last = 0
    for index in sheet.told():
        label = sheet.labels[index]
        end = index
        while (
            end < len(sheet.lines) and (one := sheet.label(end)) and one.key in _HEADERS
        ):
            end += 1
        if index < last or label is None or end - index < 2 or label.listed:
            continue
        last = _mail_end(sheet, end)
        body = any(not sheet.blank(at) for at in range(end, last))
        if body:
            sheet.own(index, last, OWN_DATA)
            sheet.add(
                "EMAIL", Span(sheet.lines[index].start, sheet.lines[last - 1].end)
            )


def _mail_end(sheet: Sheet, start: int) -> int:
    last = start
    for at in range(start, len(sheet.lines)):
        if sheet.owner[at] != FREE:
            break
        label = sheet.label(at)
        if label and label.key in DIRECTIONS and sheet.blank(at - 1):
            break
        if at > start + 1 and sheet.blank(at - 1) and resumes(sheet.line(at)):
            break
        if not sheet.blank(at):
            last = at + 1
    return last


def _speaker(said: str) -> str | None:
    found = _SPEAKER.match(said) or _NICK.match(said)
    if found is None:
        return None
    name = found[1].lower()
    taken = is_known(name) or name in MEASURES
    return None if taken and name not in _ROLES else name


def _talks(run: list[tuple[int, str]]) -> bool:
    if len(run) < 2:
        return False
    counts = Counter(name for _, name in run)
    known = sum(name.split()[0] in _ROLES for name in counts)
    return len(counts) > 1 and (
        known > 1 or (len(run) > 2 and max(counts.values()) > 1)
    )


def _take(sheet: Sheet, run: list[tuple[int, str]]) -> None:
    first, last = run[0][0], run[-1][0]
    before = first - 1
    while before >= 0 and sheet.blank(before):
        before -= 1
    name = ""
    if before >= 0 and sheet.owner[before] == FREE:
        label = sheet.label(before)
        name = DATA.get(label.key, "") if label else ""
        name = name or noun_of(sheet.line(before)).name
        if label and label.key in DATA:
            sheet.own(before, before + 1, OWN_DATA)
    if sheet.role == "system" and not name:
        sheet.own(first, last + 1, SHOWN)  # how the model shall talk
        return
    sheet.own(first, last + 1, OWN_DATA)
    span = Span(sheet.lines[first].start, sheet.lines[last].end)
    sheet.add(name or "CONVERSATION", span)
