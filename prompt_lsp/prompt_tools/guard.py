"""What every engine promises, checked after it answers and before anyone sees it.

| tool | the answer |
|---|---|
| templatize | gives every text back byte for byte when its values are placed again; has the same messages and blocks; touches no placeholder, turn marker or tag |
| improve | keeps every placeholder, tag of a template engine and XML section; brings in no turn marker; says something; begins no answer for a model that refuses that |
| generate | speaks of the task; has data in XML tags and no blank to be filled by hand; brings in no turn marker |
| all | is text that can be UTF-8 |
"""  # noqa: E501 - a table cannot be wrapped

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from prompt_lsp.document.models import refuses_prefill
from prompt_lsp.document.names import is_canonical
from prompt_lsp.prompt_tools.protected import (
    Protected,
    overlaps,
    protected,
    read,
    tags_of,
    united,
)
from prompt_lsp.prompt_tools.schema import (
    Answer,
    Generate,
    Improve,
    Job,
    Message,
    Templatize,
    texts_of,
)
from prompt_lsp.prompt_tools.slots import render, spans_of, written
from prompt_lsp.text import Span

_TURN = re.compile(r"(?:\A|(?<=[\r\n]))[ \t]*(Human|Assistant)[ \t]*[:\uff1a]")
_BLANK = re.compile(
    r"\[(?:INSERT|ADD|YOUR|ENTER|FILL)\b[^\]\n]{0,80}\]|<(?:insert|your)\b[^>\n]{0,80}>",
    re.IGNORECASE,
)
# Where nobody puts blanks between words, each sign of Chinese, Japanese and Korean that
# bears a meaning is compared, and nothing of Hiragana, and of Thai and its neighbours.
_SIGNS = r"\u30a0-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_UNSPACED = rf"\u0e00-\u109f\u1780-\u17ff\u3040-\u309f{_SIGNS}"
_WORD = re.compile(rf"[^\W\d_{_UNSPACED}]{{4,}}|[{_SIGNS}]")
_ALONE = re.compile(
    r"(?:\A|(?<=[\r\n]))[ \t]*\{\{[A-Za-z_][\w-]*\}\}[ \t]*(?=[\r\n]|\Z)"
)
# Words that ask for a prompt, or greet: no prompt for the task has to repeat them.
_ASKING = frozenset(
    "need want wish would like looking please hello dear thanks thank prompt prompts "
    "template templates task goal brauche m\u00f6chte einen aufgabe ziel bitte hallo "
    "danke besoin pour t\u00e2che bonjour merci necesito quiero tarea hola gracias "
    "para preciso quero tarefa".split()
)
_PROMPTS = frozenset(("prompt", "prompts", "template", "templates"))
# And these where it is a prompt that is to be made.
_MAKING = frozenset("create write make build design generate draft craft give".split())
_STEM = 4  # letters that two forms of one word share
_ENOUGH = 0.5  # of a task's words
_LITTLE = 0.25  # of a prompt's words
_SOME = 6  # words, below which a prompt may be said anew altogether
_FEW = 3  # words, of which one alone is no prompt any more


class Violation(NamedTuple):
    """A promise that an answer breaks.

    Attributes:
        message: for people; without any text of the prompt.
        detail: for the engine, which may repair it: with the placeholders or tags.
    """

    message: str
    detail: str


def violations(job: Job, answer: Answer) -> tuple[Violation, ...]:
    """The promises that an answer to a job breaks; none as it should be."""
    if not _is_text(answer):
        return (_violation("it holds half a character, which no file can"),)
    match job:
        case Templatize():
            return tuple(_of_templatize(job, answer))
        case Improve():
            return tuple(_of_improve(job, answer))
        case Generate():
            return tuple(_of_generate(job, answer))


# Templatize


def _of_templatize(job: Templatize, answer: Answer) -> Iterator[Violation]:
    added = job.system is None and answer.system
    if added or _shape(job.messages) != _shape(answer.messages):
        yield _violation("the messages and blocks are not those that were given")
        return
    before, after = texts_of(job), _texts(answer, system=job.system is not None)
    values = answer.variable_values
    pairs = tuple(zip(before, after, strict=True))
    if not all(_leads_back(template, values, text) for text, template in pairs):
        yield _violation("placing the values again does not give the prompt back")
        return
    guards = [protected(read(text)) for text in before]
    yield from _of_names(values, after, guards, job.reserved)
    for guard, template in zip(guards, after, strict=True):
        if any(not guard.allows(span) for _, span in spans_of(template, values)):
            yield _violation("a variable stands inside a placeholder, marker or tag")


def _of_names(
    values: Mapping[str, str],
    templates: Iterable[str],
    guards: Iterable[Protected],
    reserved: frozenset[str],
) -> Iterator[Violation]:
    used = {name for text in templates for name, _ in spans_of(text, values)}
    taken = reserved.union(*(guard.names for guard in guards))
    for name in values:
        if name not in used:
            yield _violation("a variable is never used", name)
        if not is_canonical(name):
            yield _violation("a name is not in UPPER_SNAKE", name)
        if name in taken:
            yield _violation("a name is that of a placeholder of the prompt", name)


def _leads_back(template: str, values: Mapping[str, str], text: str) -> bool:
    """Whether placing the values again gives a text; a longer one is never made."""
    spans = spans_of(template, values)
    grown = sum(len(values[name]) - len(written(name)) for name, _ in spans)
    return len(template) + grown == len(text) and render(template, values) == text


def _shape(messages: Iterable[Message]) -> list[tuple[str, int]]:
    return [(message.role, len(message.texts)) for message in messages]


# Improve


def _of_improve(job: Improve, answer: Answer) -> Iterator[Violation]:
    if _roles(answer) not in (["user"], ["user", "assistant"]) or answer.system:
        yield _violation("the answer is not one message of the user")
        return
    said = "\n".join(_texts(answer, system=False))
    if not "".join(answer.messages[0].texts).strip():
        yield _violation("the answer says nothing")
    given = texts_of(job)
    placeholders = _placeholders(given)
    yield from _lost("a placeholder", placeholders, _placeholders([said]))
    yield from _lost("an XML section", _sections(given), _tags(said))
    yield from _markers(given, _texts(answer, system=False))
    prompt, wished = "\n".join(given), bool(job.feedback)
    if (not wished and _is_about_something_else(prompt, said)) or (
        not placeholders and _is_mere_word(prompt, said, wished=wished)
    ):
        yield _violation("it does not speak of what the prompt speaks of")
    if len(answer.messages) > 1 and not _may_begin(job):
        yield _violation("it begins the answer, which the target model refuses")


def _may_begin(job: Improve) -> bool:
    return job.prefill and not refuses_prefill(job.target_model or "")


def _placeholders(texts: Iterable[str]) -> Counter[str]:
    """Placeholders and tags of template engines as written."""
    parts = map(read, texts)
    return Counter(
        item.written
        for part in parts
        for found in (part.placeholders, part.logic)
        for item in found
    )


def _sections(texts: Iterable[str]) -> Counter[str]:
    """The tags of elements that are opened and closed."""
    found: Counter[str] = Counter()
    for text in texts:
        for first, last in protected(read(text)).pairs:
            found.update((first.of(text), last.of(text)))
    return found


def _tags(text: str) -> Counter[str]:
    return Counter(tag.span.of(text) for tag in tags_of(text))


def _lost(what: str, before: Counter[str], after: Counter[str]) -> Iterator[Violation]:
    for each in before - after:
        yield _violation(f"{what} of the prompt is lost", each)


# Generate


def _of_generate(job: Generate, answer: Answer) -> Iterator[Violation]:
    texts = _texts(answer, system=False)
    said = "\n".join(texts)
    is_one = _roles(answer) in (["user"], ["user", "assistant"]) and not answer.system
    if not is_one or not said.strip():
        yield _violation("the answer is not one message of the user")
        return
    if len(answer.messages) > 1 and refuses_prefill(job.target_model or ""):
        yield _violation("it begins the answer, which the target model refuses")
    if not _speaks_of(job.task, said):
        yield _violation("the prompt does not speak of the task")
    yield from _lost("a placeholder", _placeholders([job.task]), _placeholders([said]))
    if _BLANK.search(said) and not _BLANK.search(job.task):
        yield _violation("it leaves a blank to be filled by hand")
    yield from _markers((job.task,), texts)
    for text in texts:
        pairs = protected(read(text)).pairs
        inside = united(Span(one.end, other.start) for one, other in pairs)
        for found in _ALONE.finditer(text):
            if not overlaps(inside, Span(*found.span())):
                yield _violation("data stands outside of XML tags", found[0].strip())


def _speaks_of(task: str, said: str) -> bool:
    """Whether enough words of a task, or forms of them, appear."""
    words = _terms(task)
    return len(words & _stems(said)) >= _ENOUGH * len(words)


def _terms(task: str) -> set[str]:
    """The words of a task by their stems, without those that only ask for a prompt."""
    words = {word.lower() for word in _WORD.findall(_BLANK.sub(" ", task))}
    asking = _ASKING | _MAKING if words & _PROMPTS else _ASKING
    return {word[:_STEM] for word in words - asking}


def _is_about_something_else(prompt: str, said: str) -> bool:
    """Whether next to nothing of a prompt is left: it was obeyed, and not improved."""
    words = _stems(prompt)
    return len(words) >= _SOME and len(words & _stems(said)) < _LITTLE * len(words)


def _is_mere_word(prompt: str, said: str, *, wished: bool) -> bool:
    """Whether so little stands in the stead of a prompt that it was obeyed.

    Feedback may wish for other words, as of another language, and for fewer; hardly
    for both, and never for one word of many.
    """
    words, after = _stems(prompt), _stems(said)
    if len(words) < _FEW or len(after) * _FEW > len(words):
        return False
    one_of_many = len(words) >= _SOME and len(after) == 1
    return not wished or one_of_many or not words & after


def _stems(text: str) -> set[str]:
    return {word.lower()[:_STEM] for word in _WORD.findall(text)}


# What they share


def _markers(before: Iterable[str], after: Iterable[str]) -> Iterator[Violation]:
    """Turn markers that stand after, and not as many before."""
    more = _turns(after) - _turns(before)
    for role in more:
        yield _violation("it brings in a turn marker", f"{role}:")


def _turns(texts: Iterable[str]) -> Counter[str]:
    return Counter(role for text in texts for role in _TURN.findall(text))


def _is_text(answer: Answer) -> bool:
    """Whether all of an answer can be UTF-8: JSON can say halves of characters."""
    try:
        "".join(
            (*_texts(answer, system=True), *answer.variable_values.values())
        ).encode()
    except UnicodeEncodeError:
        return False
    return True


def _texts(answer: Answer, *, system: bool) -> tuple[str, ...]:
    own = (answer.system,) if system else ()
    return (*own, *(text for message in answer.messages for text in message.texts))


def _roles(answer: Answer) -> list[str]:
    return [message.role for message in answer.messages]


def _violation(message: str, about: str = "") -> Violation:
    return Violation(message, f"{message}: `{about}`" if about else message)
