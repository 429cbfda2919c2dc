"""From a wish to what an engine is asked, and from its answer to edits.

Both may take a while on a long prompt, so they run beside the event loop: nothing
here knows the session.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document
from prompt_lsp.lsp.tool_places import Home, text_at
from prompt_lsp.prompt_tools.errors import NotApplicable
from prompt_lsp.prompt_tools.revision import Revision, fixed_first, revision
from prompt_lsp.prompt_tools.schema import (
    Answer,
    Change,
    Generate,
    Templatize,
    Tool,
)
from prompt_lsp.prompt_tools.work import (
    Wishes,
    Work,
    generation,
    improvement,
    templatization,
)
from prompt_lsp.text import Span


@dataclass(frozen=True, slots=True)
class Wish:
    """What a tool is asked to do.

    Attributes:
        uri: of the document; None where none is meant.
        span: what of its text; None for all.
        feedback, task: in the user's words.
        engine: its name; None for the one that the settings name.
        apply: the client is to apply the edit.
    """

    tool: Tool
    uri: str | None
    span: Span | None = None
    feedback: str | None = field(default=None, repr=False)
    task: str | None = field(default=None, repr=False)
    engine: str | None = None
    apply: bool = True


class About(NamedTuple):
    """The document that a wish is about, and what holds for it."""

    document: Document
    settings: Settings
    home: Home


class Question(NamedTuple):
    """What an engine is asked about a document.

    Attributes:
        document: the one that the work is of: that of `about`, or with its safe fixes.
        changes: what those fixes were.
    """

    about: About
    document: Document
    work: Work
    changes: tuple[Change, ...] = ()


def asked(about: About, wish: Wish) -> Question:
    """What an engine is asked to fulfil a wish.

    Raises:
        NotApplicable: there is nothing that the tool could work on.
    """
    document, settings, home = about
    number, within = text_at(document, wish.span)
    wishes = Wishes(within, wish.feedback, wish.task)
    match wish.tool:
        case "improve" if within is None:
            fixed, changes = fixed_first(document, settings)
            work = improvement(fixed, settings, wishes, number)
            return Question(about, fixed, work, changes)
        case "improve":
            work = improvement(document, settings, wishes, number)
        case "templatize":
            if home.lacking and wish.apply:
                raise NotApplicable(home.lacking)
            work = templatization(document, wishes, number)
        case "generate":
            work = generation(document, settings, wishes, number)
    return Question(about, document, work)


def revised(question: Question, answer: Answer) -> Revision | None:
    """What an answer makes of the document; None where its values have no place.

    Raises:
        NotApplicable: the document cannot hold what was answered.
    """
    origin, settings, home = question.about
    if home.lacking and isinstance(question.work.job, Templatize):
        return None
    return revision(
        question.document,
        question.work,
        answer,
        settings,
        origin=origin,
        sidecar=home.sidecar,
    )


def task_alone(task: str, settings: Settings) -> Generate:
    """To write a prompt for a task that stands in no document.

    Raises:
        NotApplicable: it says nothing.
    """
    if not task.strip():
        message = "the task is blank: say what the prompt shall do"
        raise NotApplicable(message)
    return Generate(task, settings.target_model)
