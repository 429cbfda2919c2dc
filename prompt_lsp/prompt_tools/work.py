"""Jobs on documents: what of a prompt is handed to an engine, and where it stands.

An engine sees texts. Front matter, turn markers and the lines that make messages are
no text of the prompt, so they stay whatever it answers.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document, Place, Prompt
from prompt_lsp.document.tokens import WHITE_SPACE, Role
from prompt_lsp.prompt_tools.errors import NotApplicable
from prompt_lsp.prompt_tools.passages import Passage, passages, selected
from prompt_lsp.prompt_tools.protected import tags_of
from prompt_lsp.prompt_tools.schema import (
    Generate,
    Improve,
    Job,
    Message,
    Templatize,
    user,
)
from prompt_lsp.text import Span

_LONGEST_TASK = 600  # characters; what is longer is a prompt, no description of one
_MOST_LINES = 6
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Work:
    """A job, and where its texts stand in a prompt.

    Attributes:
        job: what an engine is asked.
        prompt: which of the document's prompts it is about.
        places: of the job's texts, in the order of `schema.texts_of`; None for one
            that stands nowhere in the document. For *generate*, where the prompt
            shall stand.
        opening: where a begun answer may be put; None where the prompt has no place.
    """

    job: Job
    prompt: int
    places: tuple[Place | None, ...] = field(repr=False)
    opening: Place | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a user asks for beside the tool.

    Attributes:
        within: the selection, in a part; None for the whole prompt.
        feedback: what shall be better.
        task: what a prompt shall be generated for; None for the text itself.
        system: a system prompt that does not stand in the document.
        target_model: the model that the prompt is for, whatever the document says.
    """

    within: Place | None = None
    feedback: str | None = field(default=None, repr=False)
    task: str | None = field(default=None, repr=False)
    system: str | None = field(default=None, repr=False)
    target_model: str | None = None


NO_WISHES = Wishes()


def improvement(
    document: Document, settings: Settings, wishes: Wishes = NO_WISHES, number: int = 0
) -> Work:
    """To improve a prompt: of several messages, the one that is its heart.

    That is the last one of the user that says more than its placeholders, else the
    longest. The others are context.

    Raises:
        NotApplicable: there is nothing to improve.
    """
    prompt = _prompt(document, number)
    found = passages(prompt)
    chosen = _heart(prompt, _asked(prompt, found, wishes))
    around = "\n\n".join(_around(prompt, found, chosen))
    opening = _opening(prompt) if wishes.within is None else None
    job = Improve(
        (user(chosen.text(prompt)),),
        wishes.system,
        wishes.feedback,
        _model(prompt, settings, wishes),
        context=around,
        prefill=opening is not None,
    )
    system = () if wishes.system is None else (None,)
    return Work(job, number, (*system, chosen.place), opening)


def templatization(
    document: Document, wishes: Wishes = NO_WISHES, number: int = 0
) -> Work:
    """To templatize a prompt, all that is said in it together.

    Raises:
        NotApplicable: there is nothing to templatize.
    """
    prompt = _prompt(document, number)
    asked = [*_asked(prompt, passages(prompt), wishes)]
    system, place = wishes.system, None
    if system is None and asked[0].voice == "system" and len(asked) > 1:
        first = asked.pop(0)
        system, place = first.text(prompt), first.place
    messages = tuple(
        Message(
            "assistant" if each.voice == "assistant" else "user", (each.text(prompt),)
        )
        for each in asked
    )
    before = () if system is None else (place,)
    places = (*before, *(each.place for each in asked))
    return Work(
        Templatize(messages, system, _reserved(document, prompt)), number, places
    )


def generation(
    document: Document, settings: Settings, wishes: Wishes = NO_WISHES, number: int = 0
) -> Work:
    """To generate a prompt for a task, in the stead of its description.

    Raises:
        NotApplicable: there is no task, or no place for a prompt.
    """
    prompt = _prompt(document, number)
    found = passages(prompt)
    within = wishes.within
    if wishes.task is not None:
        if found and within is None and wishes.task.strip():
            message = (
                "the document is not empty: select what the prompt shall replace, "
                "or use an empty file"
            )
            raise NotApplicable(message)
        task, place = wishes.task, within or Place(0, _whole(prompt))
    else:
        asked = _asked(prompt, found, wishes)
        first, last = asked[0].place, asked[-1].place
        if first.part != last.part:
            message = "select a description that stands in one message"
            raise NotApplicable(message)
        place = Place(first.part, first.span.hull(last.span))
        task = place.span.of(prompt.parts[place.part].text)
    if not task.strip():
        message = "the task is blank: say what the prompt shall do"
        raise NotApplicable(message)
    return Work(Generate(task, _model(prompt, settings, wishes)), number, (place,))


def is_description(prompt: Prompt, within: Place | None = None) -> bool:
    """Whether a prompt, or a selection of it, looks like the description of a task.

    It is short, and has nothing that only a prompt has.
    """
    if prompt.verdict is not None or len(prompt.parts) != 1:
        return False
    part = prompt.parts[0]
    text = part.text if within is None else within.span.of(part.text)
    span = Span(0, len(part.text)) if within is None else within.span
    return (
        len(_WORD.findall(text[: _LONGEST_TASK + 1])) > 1
        and len(text.strip()) <= _LONGEST_TASK
        and len(text.strip().splitlines()) <= _MOST_LINES
        and not any(tags_of(text))
        and not any(span.covers(one.place.span) for one in part.placeholders)
        and not part.logic
    )


def _prompt(document: Document, number: int) -> Prompt:
    if number >= len(document.prompts):
        message = f"no prompt is read from {document.format}"
        raise NotApplicable(message)
    return document.prompts[number]


def _asked(
    prompt: Prompt, found: Sequence[Passage], wishes: Wishes
) -> tuple[Passage, ...]:
    """The passages that are meant: all, or what the selection takes of them."""
    if wishes.within is not None:
        taken = selected(prompt, found, wishes.within)
        if not taken:
            message = "the selection holds no text of the prompt"
            raise NotApplicable(message)
        return taken
    if not found:
        message = "the prompt is blank"
        raise NotApplicable(message)
    return tuple(found)


def _heart(prompt: Prompt, found: Sequence[Passage]) -> Passage:
    if len(found) == 1:
        return found[0]
    for passage in reversed(found):
        if passage.voice == "user" and _says_something(prompt, passage):
            return passage
    own = [each for each in found if each.voice != "assistant"] or found
    return max(own, key=lambda each: len(each.text(prompt)))


def _says_something(prompt: Prompt, passage: Passage) -> bool:
    """Whether more than two words of a passage are no placeholders."""
    span, part = passage.place.span, prompt.parts[passage.place.part]
    taken = sum(
        len(_WORD.findall(one.written))
        for one in part.placeholders
        if span.covers(one.place.span)
    )
    return len(_WORD.findall(passage.text(prompt))) - taken > 2


def _around(prompt: Prompt, found: Iterable[Passage], chosen: Passage) -> Iterator[str]:
    """What the prompt says beside a chosen passage, or a piece of one."""
    for each in found:
        text, place = each.text(prompt), chosen.place
        if each.place.part != place.part or not each.place.span.covers(place.span):
            yield text
            continue
        before, after = Span(each.place.span.start, place.span.start), place.span.end
        for span in (before, Span(after, each.place.span.end)):
            if piece := span.of(prompt.parts[place.part].text).strip():
                yield piece


def _opening(prompt: Prompt) -> Place | None:
    """Where an answer may be begun: after a last turn of the assistant, if blank."""
    if prompt.verdict is None or not prompt.verdict.turns:
        return None
    last = prompt.verdict.turns[-1]
    if last.marker.role is not Role.ASSISTANT or last.text.strip(WHITE_SPACE):
        return None
    return Place(0, Span(last.span.start, last.span.start))


def _model(prompt: Prompt, settings: Settings, wishes: Wishes) -> str | None:
    return wishes.target_model or prompt.target_model or settings.target_model


def _reserved(document: Document, prompt: Prompt) -> frozenset[str]:
    """The names that the document uses or declares, in the job's texts or not."""
    declared = {each.name for each in document.declarations or ()}
    used = {one.name for part in prompt.parts for one in part.placeholders}
    logic = {name for part in prompt.parts for tag in part.logic for name in tag.names}
    return frozenset(declared | used | logic)


def _whole(prompt: Prompt) -> Span:
    return Span(0, len(prompt.parts[0].text))
