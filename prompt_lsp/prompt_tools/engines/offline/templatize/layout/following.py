"""Text that is announced: `Summarize the following article:` and what comes then."""

import re
from itertools import islice

from prompt_lsp.prompt_tools.engines.offline.templatize.labels import (
    data_name,
    is_known,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.closing import (
    resumes_at,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.directions import (
    ANSWERS,
    begins_with_verb,
    resumes,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.lines import (
    Label,
    is_heading,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.nouns import (
    Noun,
    noun_of,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import (
    DATA as OWN_DATA,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import FREE, Sheet
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.typed import is_brief
from prompt_lsp.prompt_tools.engines.offline.templatize.tongues import labels as tongues
from prompt_lsp.text import Span

_CUE = re.compile(
    r"(?i)\b(?:following|below|here(?:'s|’s| is| are)|attached|these|this"
    rf"|{'|'.join(sorted(tongues.CUES))})\b|{tongues.UNSPACED_CUE}"
)
# The words of which `_CUE` finds one in ASCII: a quick look before a long one.
_CUES = tongues.CUES | {
    "following",
    "below",
    "here",
    "attached",
    "these",
    "this",
    "dessous",
}
_WORDS = re.compile(r"\w+")
_BELOW = re.compile(
    r"(?i)\b(?:following|below|attached|unten|ci-dessous|abajo|abaixo"
    r"|folgende[nrs]?|suivante?s?|siguientes?|seguintes?)\b|次の|以下|下記|下面|如下"
)
_SENTENCE = re.compile(r"[.!?][\"”)]?\s+")
_COLON = re.compile(r":(?=\s|[\"“'])|：")
_NO_WORK = re.compile(
    r"(?i)\b(?:steps|rules|format|guidelines|instructions|requirements|criteria"
    r"|as follows|template|structure|include|includes|including|labels|categories"
    r"|fields|keys|options|contain|sections|must|should|such as|e\.g\.|example"
    r"|like this|on a scale|rubric"
    r"|(?:answer|reply|respond) (?:with|in|as)|to (?:the user|users)"
    r"|return|respond with|output|columns|either|things|tips)\b"
)
# Verbs that work on a text, so that a colon behind them announces it.
# Behind these comes what is to choose from.
# These work on items of a list too.
_ITEMS = re.compile(
    r"(?i)(?:please )?(?:translate|proofread|paraphrase|rephrase|sort|alphabeti[sz]e)\b"
)
_SAID = re.compile(
    r"(?i)(?:please )?(?:translate|proofread|paraphrase|rephrase|reword|rewrite|reply"
    r"|respond|answer|correct|transcribe|classify)\b"
)
_LISTS = re.compile(
    r"(?i)\b(?:one of|of|as|either|into|with|from"
    r"|(?:one of|into|among|between) (?:one of )?(?:these|the following|the) \w{1,20})"
    r"\s*$"
)
_SURELY = re.compile(r"(?i)\b(?:following|below)\b")
_WORK = re.compile(
    r"(?i)\s*(?:please |can you |could you |would you |kindly |help me )*(?:"
    r"answer|analy[sz]e"
    r"|check|clarify|classify|complete|condense|continue|convert|correct|debug|edit"
    r"|evaluate|expand|explain|extract|finish|fix|format|grade|improve|interpret"
    r"|paraphrase"
    r"|parse|polish|proofread|rate|reply|respond|rephrase|review|reword|rewrite|score"
    r"|shorten|simplify|solve|spell-?check|summari[sz]e|translate|transcribe|tl;?dr"
    r"|(?:turn|convert|transform|change) (?:this|the following) (?:in)?to"
    r"|(?:write|say|put) (?:it |this |that )?in the (?:voice|style|tone|words) of"
    r"|what does|what is wrong|question|is this|here)\b"
)
# It speaks of text, and has no noun for it: `Translate the following to Swedish.`
_BARE = re.compile(
    r"(?i)\b(?:the following|this|the below)"
    r"(?=[.,]?$|[.,]? (?:to|into|in|for|and|as)\b)"
)
# One of several to choose from, and what it means: `- 6: outstanding`.
_CHOICE = re.compile(r"[ \t]*[-*•+][ \t]+[^\s:]{1,20}(?: [^\s:]{1,20})?:[ \t]+\S")
_NEAR = 600  # characters of a line that may announce something
_BULLET = re.compile(r"[ \t]*(?:[-*•+]|\d{1,2}[.)])[ \t]")
_SURENESS = 0.88
_PLAIN = 0.75


def announced(sheet: Sheet) -> None:
    """Take what a line with a noun and a colon announces, be it labelled inside."""
    for index in sheet.frees():
        if not sheet.line(index).endswith((":", "：")):
            continue
        noun = noun_of(_last_sentence(sheet.line(index)))
        if noun.name and noun.cued and not _labels_below(sheet, index, noun):
            _take_below(sheet, index, colon=True)


def following(sheet: Sheet) -> None:
    """Take what an announcement announces: after its colon, or below it."""
    for index in sheet.frees():
        if is_heading(sheet.text, sheet.lines[index]):
            continue
        line = sheet.line(index)
        if _BULLET.match(line) and (sheet.role == "system" or not _BELOW.search(line)):
            continue
        if line.endswith((":", "：")):
            if not _take_said(sheet, index):
                _take_below(sheet, index, colon=True)
        elif not _take_inline(sheet, index) and _is_cued(line):
            _take_below(sheet, index, colon=False)


def _is_cued(said: str) -> bool:
    """Whether words say that a text is near: `following`, `this`."""
    if said.isascii() and _CUES.isdisjoint(_WORDS.findall(said.lower())):
        return False
    return _CUE.search(said) is not None


def _labels_below(sheet: Sheet, index: int, noun: Noun) -> bool:
    """Whether facts stand below a line, each under a label of its own."""
    for at in range(index + 1, len(sheet.lines)):
        if not sheet.blank(at):
            label = sheet.label(at)
            if label is None:
                return False
            if data_name(label.key) and label.value.start == label.value.end:
                return True
            return noun.name in _FACTS or bool(data_name(label.key))
    return True


_FACTS = frozenset(
    {"DETAILS", "INFORMATION", "FACTS", "DATA", "CONTEXT", "INPUT", "FEATURES", "NOTES"}
)


def _last_sentence(text: str) -> str:
    text = text[-_NEAR:]
    cut = 0
    for found in _SENTENCE.finditer(text):
        if found.end() < len(text):
            cut = found.end()
    return text[cut:]


def _take_inline(sheet: Sheet, index: int) -> bool:
    """Take the rest of a line after the colon of an announcement."""
    if ":" not in sheet.texts[index] and "：" not in sheet.texts[index]:
        return False
    start, end = sheet.lines[index]
    for colon in islice(_COLON.finditer(sheet.text, start, end), 4):
        said = _last_sentence(
            sheet.text[max(start, colon.start() - _NEAR) : colon.start()]
        )
        noun = noun_of(said)
        rest = sheet.text[colon.end() : end].strip()
        if said.strip().lower() in ANSWERS or len(rest) < 2:
            continue  # what the model shall say: `Answer: yes or no`
        asked = rest.endswith("?") and _ASKED.search(said) is not None
        if not (asked or _announces(said, noun)):
            continue
        if not (noun.cued or asked) and not _WORK.match(said):
            continue
        if not (noun.name or _is_cued(said)) and len(said.split()) > 9:
            continue
        if rest.startswith(("{{", "<")) or (
            resumes(rest) and not (asked or _asks(said, noun, rest))
        ):
            continue
        if _is_choice(rest, noun) or (
            not noun.name and (_is_ticked(rest) or is_brief(rest))
        ):
            continue
        last = (
            _block_end(sheet, index) if not rest.startswith(('"', "“")) else index + 1
        )
        quoted = _quoted_end(sheet.text, colon.end(), end)
        stop = quoted or sheet.lines[last - 1].end
        sheet.apart.append(Span(colon.end(), stop))
        sheet.own(index + 1, last, OWN_DATA)
        if not quoted and rest[0].islower() and rest.find(". ") < 0:
            stop -= sheet.text[stop - 1] == "."
        sure = _SURENESS if noun.name or noun.cued else _PLAIN
        name = "QUESTION" if asked else noun.name or "TEXT"
        sheet.add(name, Span(colon.end(), stop), sure)
        return True
    return False


# Behind these the question stands that a document answers.
_ASKED = re.compile(
    r"(?i)(?:^|[ \t.])(?:(?:my|our|the|user['’]s|customer['’]s) question(?: is)?"
    r"|(?:now|then|please|and) answer(?: (?:this|the question|me))?|answer this)$"
)


def _asks(said: str, noun: Noun, rest: str) -> bool:
    """Whether a question behind a colon is worked on, and not put to the model."""
    work = (noun.name and noun.near) or _SAID.match(said) is not None
    return rest.endswith("?") and ("QUESTION" in noun.name or bool(work))


def _is_choice(rest: str, noun: Noun) -> bool:
    """Whether labels to choose from stand there: `poli, neutre ou agressif`."""
    return not noun.name.endswith("S") and _CHOOSES.fullmatch(rest) is not None


_LABEL = r"[a-zà-ÿß-]{2,20}(?: [a-zà-ÿß-]{2,20})?"
_CHOOSES = re.compile(
    rf"{_LABEL}(?:, {_LABEL}){{0,8}},? (?:or|oder|ou|o|u) {_LABEL}\.?"
)


def _is_ticked(rest: str) -> bool:
    """Whether the rest of a line is inline code, of which the prompt speaks."""
    return len(rest) > 2 and rest[0] == "`" and rest.rstrip(".?!")[-1] == "`"


def _quoted_end(text: str, start: int, end: int) -> int:
    """Where the quoted string that follows ends, if one follows; else 0."""
    while start < end and text[start] in " \t":
        start += 1
    pair = {'"': '"', "“": "”"}.get(text[start : start + 1])
    at = text.find(pair, start + 1, end) if pair else -1
    return at + 1 if at > 0 else 0


def _announces(said: str, noun: Noun) -> bool:
    """Whether words before a colon announce text to work on."""
    if noun.directs or _LISTS.search(said):
        return False
    refused = _NO_WORK.search(said)
    if noun.name and (noun.cued or begins_with_verb(said)):
        return not refused or _SURELY.search(said) is not None
    if refused:
        return False
    return begins_with_verb(said) or _is_cued(said)


def _take_below(sheet: Sheet, index: int, *, colon: bool) -> None:
    """Take the lines below an announcement."""
    said = _last_sentence(sheet.line(index))
    noun = noun_of(said)
    bare = _BARE.search(said) is not None and _WORK.match(said) is not None
    cued = (noun.name and noun.cued) or bare
    if not _announces(said, noun) or not (colon or cued):
        return
    first = index + 1
    while first < len(sheet.lines) and sheet.blank(first):
        first += 1
    if first == len(sheet.lines) or sheet.owner[first] != FREE:
        return
    if not colon and (first == index + 1 or resumes(sheet.line(first))):
        return
    if not (noun.name or _WORK.match(said)) or not _is_text(sheet, index, first, noun):
        return
    last = _block_end(sheet, index)
    span = Span(sheet.lines[first].start, sheet.lines[last - 1].end)
    sheet.own(first, last, OWN_DATA)
    sheet.add(noun.name or "TEXT", span, _SURENESS if noun.name else _PLAIN)


def _take_said(sheet: Sheet, index: int) -> bool:
    """Take the quoted paragraph below that somebody says: `A resident writes:`."""
    if _SAYS.search(sheet.line(index)) is None:
        return False
    first = index + 1
    while first < len(sheet.lines) and sheet.blank(first):
        first += 1
    if first == len(sheet.lines) or sheet.line(first)[:1] not in {'"', "“"}:
        return False
    end = first
    while end < min(first + _SAID_LINES, len(sheet.lines)) and sheet.free(end):
        end += 1
    if first == end:
        return False
    start, stop = sheet.lines[first].start, sheet.lines[end - 1].end
    if _quoted_end(sheet.text, start, stop) != stop:
        return False
    sheet.own(first, end, OWN_DATA)
    sheet.add("MESSAGE", Span(start, stop), _SURENESS)
    return True


_SAID_LINES = 60
_SAYS = re.compile(
    r"(?i)\b(?:writes?|wrote|says|said|asks|asked|complains|complained|sent|sends"
    r"|emails?|messages?|posted|posts|replied|replies|schreibt|écrit|escribe|escreve)\b"
    r"[^.!?\n]{0,120}:$"
)


def _is_text(sheet: Sheet, before: int, first: int, noun: Noun) -> bool:
    """Whether what begins at a line may be text to work on, and no list or order."""
    line = sheet.line(first)
    if is_heading(sheet.text, sheet.lines[first]):
        return False
    if not noun.cued and _CHOICE.match(line):
        return False
    if _ITEMS.match(_last_sentence(sheet.line(before))):
        return True
    return bool(noun.name) or not (_BULLET.match(line) or begins_with_verb(line))


def _block_end(sheet: Sheet, index: int) -> int:
    """The line before which announced text ends: an instruction, or what is taken."""
    end, seen = index + 1, False
    for at in range(index + 1, len(sheet.lines)):
        if sheet.owner[at] != FREE or is_heading(sheet.text, sheet.lines[at]):
            break
        if sheet.blank(at):
            continue
        if seen and sheet.blank(at - 1) and resumes_at(sheet, at):
            break
        label = sheet.labels[at]
        if seen and label and not label.listed and _closes(sheet, at, label):
            break
        seen, end = True, at + 1
    return end


def _closes(sheet: Sheet, at: int, label: Label) -> bool:
    """Whether a label is the prompt's, and ends the text before it."""
    empty = label.value.start == label.value.end
    return is_known(label.key) and (sheet.blank(at - 1) or empty or len(label.key) == 1)
