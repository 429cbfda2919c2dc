"""Labelled text, `Article: …`, and sections that stay."""

import re

from prompt_lsp.prompt_tools.engines.offline.templatize.labels import (
    DIRECTIONS,
    FIELDS,
    MEASURES,
    data_name,
    is_known,
    slug,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.closing import (
    order_below,
    order_within,
    resumes_at,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.directions import (
    ANSWERS,
    begins_with_verb,
    is_judged,
    resumes,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.facts import (
    AIMS,
    WORDS,
    known_fact,
    take_fact,
    take_measure,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.lines import (
    Label,
    is_heading,
    label_at,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import (
    DATA as OWN_DATA,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import (
    SHOWN,
    Sheet,
)
from prompt_lsp.text import Span

# Sections that say how to answer and hold nothing that another user would change.
_STAY = re.compile(
    r"(?:(?:output|response|return|answer|json|reply)[ -]"
    r"|(?:desired|expected) (?:output|format|response|answer|result|behaviou?r|reply"
    r"|structure|json|style|length)"
    r"|(?:format|formatting|rules?|guidelines?|constraints?|examples?|steps?|process"
    r"|categories|labels?|classes|limitations?|principles|workflow|tools|safety|rubric"
    r"|procedure|criteria|options|scope|edge cases|never|checklist|intents?)\b)"
    r"|.* (?:format|rules|guidelines|examples?|criteria|constraints|labels|categories"
    r"|rubric|policy|instructions)$"
)
_SHOTS = re.compile(
    r"(?:for )?(?:few-shot )?examples?(?: \d+)?$|sample (?:output|input)"
)


def sections(sheet: Sheet) -> None:
    """Take sections that stay: rules, formats, examples, up to the next section."""
    for index in sheet.told():
        label = sheet.labels[index]
        if label is None or data_name(label.key) or _given(sheet, label):
            continue
        if _STAY.match(label.key) or _SHOTS.match(label.key):
            sheet.own(index, _section_end(sheet, index, label), SHOWN)


def _given(sheet: Sheet, label: Label) -> bool:
    """Whether a rubric is brought with a text, for a prompt that grades by it."""
    if not (label.key in _BROUGHT and sheet.instructed and sheet.role == "user"):
        return False
    seen = sheet.labels[:_SEEN]
    return any(other is not None and data_name(other.key) for other in seen)


_BROUGHT = frozenset({"rubric", "grading rubric", "marking scheme"})


def rule_lists(sheet: Sheet) -> None:
    """Take lists of rules: those of a system prompt, and those of a long guide."""
    items = [at for at, said in enumerate(sheet.texts) if _ITEM.match(said)]
    listed = [at for at in items if _ruled(sheet, at)]
    for at in items:
        if not sheet.owner[at] and _KEY.match(sheet.texts[at]):
            sheet.own(at, at + 1, SHOWN)
    if len(listed) >= (3 if sheet.role == "system" else 8):
        for at in listed:
            sheet.own(at, at + 1, SHOWN)


_ITEM = re.compile(r"[ \t]*[-*•+\d]")
_KEY = re.compile(r"[ \t]*(?:[-*•]|\d{1,2}[.)])[ \t]+[\"`][\w.-]{1,40}[\"`]")
_RULE = re.compile(r"[ \t]*(?:[-*•+]|\d{1,2}[.)])[ \t]+(?=\S+[ \t]+\S+[ \t]+\S)")


def _ruled(sheet: Sheet, index: int) -> bool:
    """Whether a line is an item of a list that says a rule in a sentence."""
    if sheet.owner[index] or not _RULE.match(sheet.texts[index]):
        return False
    text = sheet.line(index)
    return text.endswith((".", "!", ";")) or begins_with_verb(text)


def labelled(sheet: Sheet) -> None:
    """Take labelled text, and facts on one line."""
    judged = _is_judging(sheet)
    for index in sheet.told():
        label = sheet.labels[index]
        if label is None:
            continue
        if label.key in MEASURES:
            take_measure(sheet, index, label)
            continue
        told = (
            data_name(label.key)
            or _told(sheet, index, label)
            or (judged and _is_answer(sheet, index, label))
            or _awaits(sheet, index, label)
        )
        if told and _holds_text(sheet, index, label):
            _take_text(sheet, index, label)
        elif label.key not in DIRECTIONS or label.key in AIMS:
            take_fact(sheet, index, label)


def _is_judging(sheet: Sheet) -> bool:
    """Whether a prompt brings an answer under a label, and judges it."""
    answers = any(label and label.key in ANSWERS for label in sheet.labels)
    return answers and sheet.role != "system" and is_judged(sheet.text)


def _told(sheet: Sheet, index: int, label: Label) -> bool:
    """Whether a label of its own holds data, as the system prompt says what to do."""
    if _given(sheet, label):
        return True
    if not sheet.instructed or label.key in DIRECTIONS or not slug(label.key):
        return False
    return label.value.end - label.value.start > 80 or (
        is_heading(sheet.text, sheet.lines[index])
        or label.value.start == label.value.end
    )


def _awaits(sheet: Sheet, index: int, label: Label) -> bool:
    """Whether the next line is the last, and its label waits for an answer."""
    if index + 2 != len(sheet.lines) or label.listed or label.key in DIRECTIONS:
        return False
    last, value = sheet.labels[index + 1], label.value.of(sheet.text)
    if last is None or last.value.start < last.value.end:
        return False
    return bool(slug(label.key)) and len(value.split()) > _ANSWER_WORDS


def _is_answer(sheet: Sheet, index: int, label: Label) -> bool:
    """Whether an answer stands under a label, below what it answers."""
    if label.key not in ANSWERS or not sheet.data:
        return False
    value = label.value.of(sheet.text)
    if value:
        return len(value.split()) > _ANSWER_WORDS or value.endswith((".", "!", "?"))
    body = next((at for at in _below(sheet, index) if not sheet.blank(at)), None)
    return body is not None and sheet.labels[body] is None


_ANSWER_WORDS = 3


def _section_end(sheet: Sheet, index: int, label: Label) -> int:
    """The line before which a section ends."""
    heading = is_heading(sheet.text, sheet.lines[index])
    if label.value.start < label.value.end and not heading:
        return index + 1
    empty = True
    for at in range(index + 1, len(sheet.lines)):
        if sheet.blank(at):
            if not (heading or empty) and not _goes_on(sheet, at):
                return at
            continue
        empty = False
        if is_heading(sheet.text, sheet.lines[at]):
            return at
        other = sheet.label(at)
        parted = sheet.blank(at - 1)
        if other is not None and parted and not other.listed and _known(other):
            return at
    return len(sheet.lines)


def _goes_on(sheet: Sheet, blank: int) -> bool:
    """Whether a list goes on after a blank line."""
    for at in range(blank + 1, min(blank + 3, len(sheet.lines))):
        if not sheet.blank(at):
            return sheet.line(at)[:2] in {"- ", "* "} or sheet.line(at)[:1].isdigit()
    return False


def _known(label: Label) -> bool:
    return is_known(label.key)


def _holds_text(sheet: Sheet, index: int, label: Label) -> bool:
    """Whether what stands under a label is text to work on, and not a direction."""
    if label.listed:
        return False
    value = label.value.of(sheet.text)
    if is_heading(sheet.text, sheet.lines[index]):
        body = next((at for at in _below(sheet, index) if not sheet.blank(at)), None)
        asks = "QUESTION" in data_name(label.key)
        told = body is not None and resumes(sheet.line(body)) and not asks
        return body is not None and sheet.free(body) and not told
    return not (value and label.key in _UNSURE and begins_with_verb(value))


_UNSURE = frozenset(
    {"note", "notes", "output", "prompt", "context", "problem", "title"}
)


def _below(sheet: Sheet, index: int) -> range:
    return range(index + 1, len(sheet.lines))


def _take_text(sheet: Sheet, index: int, label: Label) -> None:
    if label.key == "output":
        return
    if _take_line(sheet, index, label):
        return
    end = index + 1
    seen = label.value.start < label.value.end
    inner = _inner(sheet, index)
    for at in _below(sheet, index):
        if sheet.owner[at] or is_heading(sheet.text, sheet.lines[at]):
            break
        if sheet.blank(at):
            continue
        other = sheet.labels[at]
        if (
            other is not None
            and other.key not in inner
            and _ends_text(sheet, other, at)
        ):
            break
        if seen and sheet.blank(at - 1) and resumes_at(sheet, at):
            break
        seen = True
        end = at + 1
    heading = is_heading(sheet.text, sheet.lines[index])
    start = sheet.lines[index].end if heading else label.span.end
    sheet.own(index, end, OWN_DATA)
    sheet.add(
        data_name(label.key) or slug(label.key), Span(start, sheet.lines[end - 1].end)
    )


def _take_line(sheet: Sheet, index: int, label: Label) -> bool:
    """Take text that ends on the line of its label, if it surely does.

    In a run of labels it ends at its line break, and before an order at its full stop.
    """
    if label.value.start == label.value.end:
        return False
    name = _line_name(sheet, label)
    order = order_within(sheet, index)
    if order > label.value.start:
        sheet.apart.append(Span(label.span.start, order))
        sheet.add(name, Span(label.value.start, order))
        return True
    if not (_in_run(sheet, index, label) or order_below(sheet, index)):
        return False
    sheet.own(index, index + 1, OWN_DATA)
    sheet.add(name, label.value._replace(end=_without_stop(sheet, label)))
    return True


def _line_name(sheet: Sheet, label: Label) -> str:
    """The name of text on the line of its label."""
    value = label.value.of(sheet.text)
    if "@" in value and " " not in value:
        return "EMAIL_ADDRESS"
    return data_name(label.key) or slug(label.key)


def _without_stop(sheet: Sheet, label: Label) -> int:
    """Where a value ends without the full stop of a phrase; sentences keep theirs."""
    value = label.value.of(sheet.text)
    phrase = value.endswith(".") and value.find(". ") < 0 and not value[:1].isupper()
    return label.value.end - phrase


def _in_run(sheet: Sheet, index: int, label: Label) -> bool:
    """Whether the next line has a label of its own, beside that of this line."""
    after = index + 1
    other = sheet.labels[after] if after < len(sheet.lines) else None
    if other is None or other.listed or sheet.owner[after]:
        return _closes_run(sheet, index)
    if label_at(sheet.text, label.value) is not None or begins_with_verb(other.key):
        return False
    if is_heading(sheet.text, sheet.lines[after]):
        return True
    known = is_known(other.key) or known_fact(other.key) or other.key in MEASURES
    short = len(other.value.of(sheet.text).split()) <= WORDS
    return known or (short and len(other.key.split()) <= _KEY_WORDS)


_KEY_WORDS = 3


def _closes_run(sheet: Sheet, index: int) -> bool:
    """Whether a line is the last of a run of labels, and ends its paragraph."""
    if index == 0 or (index + 1 < len(sheet.lines) and not sheet.blank(index + 1)):
        return False
    before = sheet.labels[index - 1]
    told = before is not None and before.value.start < before.value.end
    return told and (_is_brief(sheet, index) or order_follows(sheet, index + 1))


def _is_brief(sheet: Sheet, index: int) -> bool:
    """Whether a value is a word or two, of which no paragraph below is a part."""
    label = sheet.labels[index]
    value = label.value.of(sheet.text) if label else ""
    return len(value.split()) <= _BRIEF and not value.endswith((".", ",", ":"))


_BRIEF = 2  # words


def order_follows(sheet: Sheet, index: int) -> bool:
    """Whether the next paragraph tells the model something, or there is none."""
    while index < len(sheet.lines) and sheet.blank(index):
        index += 1
    return index == len(sheet.lines) or resumes_at(sheet, index)


def _inner(sheet: Sheet, index: int) -> frozenset[str]:
    """The labels inside a collection: `Passages:` above `Title: …`, again and again."""
    label = sheet.labels[index]
    first = index + 1
    if label is None or label.value.start < label.value.end:
        return frozenset()
    one = sheet.labels[first] if first < len(sheet.lines) else None
    if one is None or one.key not in _PARTS_OF:
        return frozenset()
    keys = [one.key for one in sheet.labels[first : first + _SEEN] if one is not None]
    return frozenset({one.key}) if keys.count(one.key) > 1 else frozenset()


_PARTS_OF = frozenset("title source author date name url id".split())
_SEEN = 200  # lines beside one that are looked at


def _ends_text(sheet: Sheet, label: Label, at: int) -> bool:
    """Whether a label is one of the prompt's, and no line of the text."""
    if label.listed:
        return False
    if label.key in FIELDS:
        return sheet.blank(at - 1) and len(label.key) > 4
    apart = sheet.instructed and sheet.blank(at - 1) and bool(slug(label.key))
    return is_known(label.key) or apart
