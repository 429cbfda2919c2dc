"""From an engine's answer back to the document: what is edited, and nothing else."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from prompt_lsp import formats
from prompt_lsp.analysis.judge import keeps_its_turns
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document, Part, Place, Prompt, Source, SourceSpan
from prompt_lsp.document.operations import Declare, Operation, Replace
from prompt_lsp.document.tokens import Style
from prompt_lsp.formats.format import SourceEdit
from prompt_lsp.prompt_tools.errors import NotApplicable
from prompt_lsp.prompt_tools.protected import read
from prompt_lsp.prompt_tools.question import Question
from prompt_lsp.prompt_tools.schema import (
    Answer,
    Change,
    Generate,
    Improve,
    Templatize,
)
from prompt_lsp.prompt_tools.slots import spans_of
from prompt_lsp.prompt_tools.work import Work
from prompt_lsp.text import Edit, Span
from prompt_lsp.text.difference import difference
from prompt_lsp.text.lines import LINE_END
from prompt_lsp.text.rebase import rebased


@dataclass(frozen=True, slots=True, eq=False)
class Revision:
    """What an answer makes of a document.

    Attributes:
        before: the document; its last source is empty where a sidecar is to be made.
        edits: of its sources, in order.
        creates: the last source is no file yet.
        asked: the stretches of the sources that the engine was asked about; what
            stands there must not have changed meanwhile.
        changes: what was done, in order.
    """

    before: Document = field(repr=False)
    edits: tuple[SourceEdit, ...] = field(repr=False)
    creates: bool = False
    asked: tuple[SourceSpan, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def after(self) -> Document:
        """The revised document."""
        return formats.apply(self.before, self.edits)


def revision(
    asked: Question, answer: Answer, settings: Settings, *, sidecar: str | None = None
) -> Revision:
    """What the answer to a question makes of the document that was asked about.

    Args:
        asked: what the engine was asked. The edits are of the document before its
            safe fixes, and do these as well.
        answer: what it said, as the guard let it through.
        settings: which style placeholders have.
        sidecar: the name of the file that the variables may be put into where
            nothing else holds any.

    Raises:
        NotApplicable: the document has no place for what was answered.
    """
    document, work = asked.document, asked.work
    prompt = document.prompts[work.prompt]
    operations = tuple(_operations(prompt, work, answer, settings))
    before, edits = _edits(document, work, operations, sidecar)
    made = Revision(
        before,
        edits,
        len(before.sources) > len(document.sources),
        tuple(_asked(document, work)),
        (*asked.fixes, *answer.changes),
    )
    _check(made, work, answer)
    return made if asked.origin is None else _from_origin(made, asked.origin, work)


def carried_over(
    made: Revision, now: Sequence[Source]
) -> tuple[SourceEdit, ...] | None:
    """The edits of a revision for what the sources have become meanwhile.

    None where somebody changed what they are about. A sidecar that has come into
    being meanwhile is such a change.
    """
    found: list[SourceEdit] = []
    kept = len(made.before.sources) - made.creates
    if len(now) != kept:
        return None
    for index, source in enumerate(made.before.sources):
        edits = [each.edit for each in made.edits if each.source == index]
        if index < kept:
            within = [span for of, span in made.asked if of == index]
            moved = rebased(source.text, edits, now[index].text, within=within)
            if moved is None:
                return None
            edits = [*moved]
        found += [SourceEdit(index, edit) for edit in edits]
    return tuple(found)


def _operations(
    prompt: Prompt, work: Work, answer: Answer, settings: Settings
) -> Iterator[Operation]:
    style = _style(prompt, settings)
    texts = _texts(work, answer)
    match work.job:
        case Templatize():
            values = answer.variable_values
            for place, text in zip(work.places, texts, strict=True):
                if place is not None:
                    yield from _placed(place, text, values, style)
            for name, value in values.items():
                yield Declare(name, value)
        case Improve():
            place = work.places[-1]
            assert place is not None  # noqa: S101 - what is improved stands somewhere
            yield from _rewritten(prompt, place, texts[0])
            if work.opening is not None and len(texts) > 1:
                begun = _ended_alike(prompt.parts[work.opening.part], texts[1].strip())
                yield Replace(work.opening, f" {begun}")
        case Generate():
            place = work.places[0]
            assert place is not None  # noqa: S101 - as above
            yield Replace(place, _fitted(prompt, place, texts[0], style))


def _texts(work: Work, answer: Answer) -> tuple[str, ...]:
    """The texts of an answer in the order of the work's places."""
    said = [text for message in answer.messages for text in message.texts]
    if isinstance(work.job, Templatize):
        system = () if work.job.system is None else (answer.system,)
        return (*system, *said)
    joined = ("\n\n".join(message.texts) for message in answer.messages)
    return tuple(joined)


def _style(prompt: Prompt, settings: Settings) -> Style:
    """How a placeholder is written here; template engines know only braces."""
    engine = prompt.template_engine or settings.template_engine
    return Style(settings.placeholder_style) if engine == "none" else Style.BRACES


def _placed(
    place: Place, template: str, values: Mapping[str, str], style: Style
) -> Iterator[Replace]:
    for name, span in spans_of(template, values):
        here = Place(place.part, span.shifted(place.span.start))
        yield Replace(here, style.write(name))


def _rewritten(prompt: Prompt, place: Place, text: str) -> Iterator[Replace]:
    """A passage made into another text by as few changes as show the difference."""
    part = prompt.parts[place.part]
    after = _ended_alike(part, text.strip())
    for span, new in difference(place.span.of(part.text), after):
        yield Replace(Place(place.part, span.shifted(place.span.start)), new)


def _fitted(prompt: Prompt, place: Place, text: str, style: Style) -> str:
    """A generated prompt as its document writes one."""
    part, text = prompt.parts[place.part], text.strip()
    if style is not Style.BRACES:
        written = [one for one in read(text).placeholders if one.style is Style.BRACES]
        for one in reversed(written):
            start, end = one.place.span
            text = text[:start] + style.write(one.name) + text[end:]
    if prompt.verdict is not None and not prompt.verdict.turns:
        text = f"\n\nHuman: {text}\n\nAssistant:"
    return _ended_alike(part, text)


def _ended_alike(part: Part, text: str) -> str:
    """A text with the line ends of a part that has one kind alone; models write LF."""
    kinds = {part.line_end, *LINE_END.findall(part.text)}
    return text if len(kinds) > 1 else LINE_END.sub(part.line_end, text)


def _edits(
    document: Document,
    work: Work,
    operations: Sequence[Operation],
    sidecar: str | None,
) -> tuple[Document, tuple[SourceEdit, ...]]:
    """The edits, and the document that they are of: with a new sidecar at need."""
    declares = tuple(_new_names(document, operations)) if _is_new(work) else ()
    made = formats.edits(document, work.prompt, (*operations, *declares))
    if made is None and declares:
        made = formats.edits(document, work.prompt, operations)
    if made is not None:
        return document, made
    if sidecar is not None and len(document.sources) == 1:
        extended = _read_with(document, sidecar)
        made = formats.edits(extended, work.prompt, operations)
        if made is not None:
            return extended, made
    if any(isinstance(each, Declare) for each in operations):
        raise NotApplicable(_without_place(document))
    message = f"{document.format} cannot say what was answered"
    raise NotApplicable(message)


def _without_place(document: Document) -> str:
    """That the values of a prompt have no place, and what to do."""
    if len(document.sources) > 1:
        name = PurePath(document.sources[-1].name).name
        return (
            f"the values of the prompt belong into `{name}`, which takes none: see to "
            "it that it holds names and their values, or is no more"
        )
    return (
        "the prompt has no place for its variables: give it front matter with "
        "`variables:`, or a sidecar `NAME.vars.json` beside it"
    )


def _is_new(work: Work) -> bool:
    return isinstance(work.job, Generate)


def _new_names(
    document: Document, operations: Iterable[Operation]
) -> Iterator[Declare]:
    """Declarations of what a new prompt uses, where the document declares any."""
    if document.declarations is None:
        return
    known = {each.name for each in document.declarations}
    texts = [each.text for each in operations if isinstance(each, Replace)]
    used = (one.name for text in texts for one in read(text).placeholders)
    for name in dict.fromkeys(used):
        if name not in known:
            yield Declare(name)


def _read_with(document: Document, sidecar: str) -> Document:
    """A document with an empty file for its variables."""
    sources = (*document.sources, Source(sidecar, ""))
    return formats.apply(replace(document, sources=sources), ())


def _asked(document: Document, work: Work) -> Iterator[SourceSpan]:
    for place in work.places:
        if place is not None:
            yield document.locate(work.prompt, place)


def _check(made: Revision, work: Work, answer: Answer) -> None:
    """Refuse what would leave a document that says something else than was meant."""
    after = made.after
    before = made.before.prompts[work.prompt]
    kept = len(after.prompts) == len(made.before.prompts)
    if not kept or not keeps_its_turns(before, after.prompts[work.prompt]):
        message = "the prompt would lose its turns; nothing was changed"
        raise NotApplicable(message)
    if answer.variable_values:
        _check_values(after, answer.variable_values)


def _check_values(after: Document, values: Mapping[str, str]) -> None:
    """Refuse what would lose a value."""
    if after.declarations is None:
        message = (
            "not all places of the prompt's variables can be read: mend the front "
            "matter or the sidecar first"
        )
        raise NotApplicable(message)
    declared = {each.name: each.value for each in after.declarations}
    for name, value in values.items():
        if declared.get(name) != value:
            message = f"the place of the variables cannot hold the value of `{name}`"
            raise NotApplicable(message)


def _from_origin(made: Revision, origin: Document, work: Work) -> Revision:
    """The same revision, of the document as it was before its safe fixes."""
    edits = tuple(
        SourceEdit(index, Edit(*edit))
        for index, (old, new) in enumerate(
            zip(origin.sources, made.after.sources, strict=True)
        )
        for edit in difference(old.text, new.text)
    )
    asked = _all_text(origin, work.prompt)
    return replace(made, before=origin, edits=edits, asked=tuple(asked))


def _all_text(document: Document, prompt: int) -> Iterable[SourceSpan]:
    for part in document.prompts[prompt].parts:
        yield document.locate(prompt, Place(part.index, Span(0, len(part.text))))
