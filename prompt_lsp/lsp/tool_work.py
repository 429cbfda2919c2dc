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
from prompt_lsp.prompt_tools.question import Question, question
from prompt_lsp.prompt_tools.revision import Revision, revision
from prompt_lsp.prompt_tools.schema import (
    Answer,
    Generate,
    Templatize,
    Tool,
)
from prompt_lsp.prompt_tools.work import Wishes
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


def asked(about: About, wish: Wish) -> Question:
    """What an engine is asked to fulfil a wish.

    Raises:
        NotApplicable: there is nothing that the tool could work on.
    """
    document, settings, home = about
    number, within = text_at(document, wish.span)
    if wish.tool == "templatize" and home.lacking and wish.apply:
        raise NotApplicable(home.lacking)
    wishes = Wishes(within, wish.feedback, wish.task)
    return question(wish.tool, document, settings, wishes, number)


def revised(about: About, posed: Question, answer: Answer) -> Revision | None:
    """What an answer makes of the document; None where its values have no place.

    Raises:
        NotApplicable: the document cannot hold what was answered.
    """
    if about.home.lacking and isinstance(posed.work.job, Templatize):
        return None
    return revision(posed, answer, about.settings, sidecar=about.home.sidecar)


def task_alone(task: str, settings: Settings) -> Generate:
    """To write a prompt for a task that stands in no document.

    Raises:
        NotApplicable: it says nothing.
    """
    if not task.strip():
        message = "the task is blank: say what the prompt shall do"
        raise NotApplicable(message)
    return Generate(task, settings.target_model)
