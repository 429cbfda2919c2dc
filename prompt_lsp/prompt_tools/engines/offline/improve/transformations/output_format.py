"""The form of the answer, said once more where it counts: at the end.

Labels to choose from and JSON are restated as a rule, unless the prompt is strict
about them already or shows the JSON that it wants. Labels that are values in JSON, a
table or tags are no answer by themselves, so nothing is said of them.
"""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.improve.draft import Draft, said
from prompt_lsp.prompt_tools.engines.offline.improve.feedback.wish import FORM, Want
from prompt_lsp.prompt_tools.engines.offline.improve.language import Language
from prompt_lsp.prompt_tools.engines.offline.improve.phrases import Phrase, sentence
from prompt_lsp.prompt_tools.engines.offline.improve.shots import asks_for_shots
from prompt_lsp.prompt_tools.engines.offline.improve.transformations.adding import (
    add_rule,
)

_LABEL = r"[\"'“”‘’`]?[^\W_][\w/-]{0,30}(?: [\w/-]{1,30}){0,2}[\"'“”‘’`]?"
_VERBS = {
    Language.ENGLISH: r"\b(?:classify|categori[sz]e|label|mark|flag|sort|triage)\b",
    Language.GERMAN: r"\b(?:klassifizier\w*|kategorisier\w*|ordne\w*|stuf\w*)\b",
    Language.FRENCH: r"\b(?:class\w+|catégoris\w+)\b",
    Language.SPANISH: r"\b(?:clasifi\w+|categori\w+)\b",
    Language.PORTUGUESE: r"\b(?:classifi\w+|categori\w+)\b",
}
# Without one of these in it, a text needs no closer look.
_STEM = re.compile(
    "ategor|atégor|class|clasif|label|mark|flag|sort|triage|ordne|stuf|klassif"
)
_LONGEST_STEM = 3  # characters before it
_REACH = 800  # characters
_MOST_VERBS = 40
_LINKS = {
    Language.ENGLISH: (r"(?:as|into)(?: either| one of)?:?", "or|and"),
    Language.GERMAN: (r"(?:als|in)(?: entweder)?:?", "oder|und"),
    Language.FRENCH: ("(?:comme|en) ?:?", "ou|et"),
    Language.SPANISH: (r"(?:como|en):?", "o|u|y"),
    Language.PORTUGUESE: (r"(?:como|em):?", "ou|e"),
}
_CLASSES = {
    language: re.compile(
        rf"(?:{verb})[^.\n]{{0,160}}?\s{_LINKS[language][0]} "
        rf"((?:{_LABEL}, ){{0,11}}{_LABEL}),? (?:{_LINKS[language][1]}) ({_LABEL})"
        r"(?=[ \t]*(?:[.:;!]|\n|\Z))",
        re.IGNORECASE,
    )
    for language, verb in _VERBS.items()
}
_IN_PARENTHESES = re.compile(
    rf"(?:{_VERBS[Language.ENGLISH]})[^.()\n]{{0,160}}"
    rf"\((?:either )?((?:{_LABEL}, ){{1,11}}(?:or )?{_LABEL})\)",
    re.IGNORECASE,
)
# In small letters.
_STRICT = re.compile(
    r"\b(?:exactly one|only one|nothing else|one or more|all that apply|multiple"
    r"|just the (?:label|category|class)|only (?:the|with)|one word|single word"
    r"|multi-?label|no other (?:text|words)|one of)\b"
    r"|\bgenau ein|\bnur mit\b|\bausschließlich\b|\buniquement\b|\bseulement\b"
    r"|\búnicamente\b|\bsolo con\b|\bapenas\b|\bsomente\b",
)
# What is done to each of many things has no single answer, and reasons are more
# than a label.
_MANY = re.compile(
    r"\b(?:these|each|every|all|explain\w*|reason\w*|justif\w+|why|confidence)\b",
    re.IGNORECASE,
)
_JSON = re.compile(
    r"\b(?:return|output|respond|reply|answer|produce|give|provide|generate|write"
    r"|format|gib|ausgabe|antworte|renvoie|retourne|réponds|devuelve|responde|retorne"
    r"|responda)\b"
    r"[^.\n]{0,60}?\bJSON\b|\b(?:as|in|als|en|em) (?:a |an |valid |ein )?JSON\b"
    r"|JSON(?:形式|格式|で出力|输出)",
    re.IGNORECASE,
)
_STRICT_JSON = re.compile(
    r"\b(?:only|just|nothing|valid|without|no (?:other|extra|additional)|strictly"
    r"|raw)\b[^.\n]{0,40}\bJSON\b"
    r"|\bJSON\b[^.\n]{0,40}\b(?:only|nothing|no other|without|alone)\b"
    r"|\bnur\b|\buniquement\b|\bsolo\b|\bapenas\b|のみ|だけ|只",
    re.IGNORECASE,
)
# Where the answer is more than a label, labels are values in it.
_OTHER_FORM = re.compile(
    r"\b(?:json|ya?ml|csv|xml|tables?|tabelle|tableau|tabla|tabela|bullets?|objects?"
    r"|fields?|keys?|columns?|dict(?:ionary)?|tags?)\b|<[a-z_]{1,30}>|表",
    re.IGNORECASE,
)
_BESIDE = ("other", "extra", "additional", "surrounding")
_NEAR = 120  # characters
_FORMS = frozenset(
    {
        *(Want.JSON, Want.TABLE, Want.BULLETS, Want.NUMBERED, Want.STEPS),
        *(Want.DETAILED, Want.EXAMPLES),
    }
)
# Feedback that asks for one of these asks for JSON itself, or for none any more.
_INSTEAD_OF_JSON = frozenset(
    {Want.JSON, Want.TABLE, Want.BULLETS, Want.NUMBERED, Want.PLAIN}
)
# A sample of the JSON that is wanted says all that a rule would say.
_SHOWN = re.compile(r"[{\[]\s{0,20}[\"“][^\"\n]{1,80}[\"”]\s{0,8}[:,]")


def output_format(draft: Draft) -> Draft:
    """Restate the labels to choose from, and JSON."""
    if draft.language is None:
        return draft
    forms = [wish.words for wish in draft.wishes if wish.words.startswith(FORM)]
    told = "\n".join((said(draft.blocks), *forms))
    wishes = {wish.want for wish in draft.wishes}
    if asks_for_shots(draft.wishes, draft.blocks):
        wishes.remove(Want.EXAMPLES)
    formed = _OTHER_FORM.search(f"{told}\n{draft.context}")
    labels = labels_of(told, draft.language)
    if labels and not formed and _FORMS.isdisjoint(wishes):
        return _with_labels(draft, told, labels)
    others = any("JSON" not in form for form in forms)
    if others or not wishes.isdisjoint(_INSTEAD_OF_JSON):
        return draft
    return _with_json(draft, told)


def _with_labels(draft: Draft, told: str, labels: tuple[str, ...]) -> Draft:
    everything = f"{told}\n{draft.context}".lower()
    if draft.language is None or _STRICT.search(everything) or _MANY.search(told):
        return draft
    spaced = draft.language not in (Language.JAPANESE, Language.CHINESE)
    joined = (", " if spaced else "、").join(labels)
    rule = sentence(Phrase.ONE_OF, draft.language, labels=joined)
    reason = f"restated the {len(labels)} labels to choose from as a rule"
    return add_rule(draft, rule, "format-stated", reason)


def _with_json(draft: Draft, told: str) -> Draft:
    spoken = _around_json(told)
    if draft.language is None or not spoken or _SHOWN.search(draft.text):
        return draft
    strict = _STRICT_JSON.search(f"{spoken}\n{draft.context}")
    alone = strict or _is_alone(f"{told}\n{draft.context}")
    if alone or not _JSON.search(spoken):
        return draft
    rule = sentence(Phrase.JSON, draft.language)
    reason = "asked for JSON without any text around it"
    return add_rule(draft, rule, "format-stated", reason)


def _around_json(text: str) -> str:
    """The stretches of a text in which it speaks of JSON; most texts have none."""
    lowered = text.lower()
    at = lowered.find("json")
    found: list[str] = []
    while at >= 0:
        found.append(text[max(0, at - _NEAR) : at + _NEAR])
        at = lowered.find("json", at + _NEAR)
    return "\n".join(found)


def _is_alone(text: str) -> bool:
    """Whether a text says that nothing stands beside the answer."""
    lowered = text.lower()
    return any(f"no {word} text" in lowered for word in _BESIDE)


def labels_of(text: str, language: Language) -> tuple[str, ...]:
    """The labels that a prompt lets a model choose from; none where it names none."""
    for stretch in _around_verbs(text):
        if written := _written(stretch, language):
            labels = tuple(label.strip().removeprefix("or ") for label in written)
            return labels if all(labels) and len({*labels}) == len(labels) else ()
    return ()


def _around_verbs(text: str) -> Iterator[str]:
    """The stretches of a text that begin with what may be a verb of choosing."""
    lowered = text.lower()
    places = (found.start() for found in _STEM.finditer(lowered))
    for at in sorted(places)[:_MOST_VERBS]:
        yield text[max(0, at - _LONGEST_STEM) : at + _REACH]


def _written(text: str, language: Language) -> tuple[str, ...]:
    """The labels of a stretch as they are written, between commas."""
    pattern = _CLASSES.get(language)
    found = pattern.search(text) if pattern else None
    if found:
        return (*found[1].split(","), found[2])
    if language is Language.ENGLISH and (found := _IN_PARENTHESES.search(text)):
        return (*found[1].split(","),)
    return ()
