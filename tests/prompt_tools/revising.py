"""Documents for tests of what is asked about them and of what becomes of them."""

from collections.abc import Mapping

from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document, Source
from prompt_lsp.formats import parse
from prompt_lsp.prompt_tools.passages import place_of
from prompt_lsp.prompt_tools.question import Question
from prompt_lsp.prompt_tools.revision import (
    Revision,
    revision,
)
from prompt_lsp.prompt_tools.schema import (
    Answer,
    Message,
    Templatize,
    texts_of,
)
from prompt_lsp.prompt_tools.slots import Slot, templated
from prompt_lsp.prompt_tools.work import (
    Wishes,
    Work,
    templatization,
)
from prompt_lsp.text import Span

SETTINGS = Settings()
TURNS = "You are a chef.\n\nHuman: Give me a recipe for soup.\n\nAssistant:"
PROMPTY = """\
---
name: x
inputs:
  city: {default: Rome}
---
system:
You are a guide.

user:
Tell me about {{city}} in German.
"""
DOTPROMPT = """\
---
model: claude-2.1
input:
  schema:
    food: string
---
{{role "system"}}
You are a chef.
{{role "user"}}
Cook {{food}} for Jane.
"""


def document(
    text: str, name: str = "hello.prompt", sidecar: str | None = None
) -> Document:
    beside = () if sidecar is None else (Source("hello.vars.json", sidecar),)
    return parse((Source(name, text), *beside))


def within(text: Document, selected: str) -> Wishes:
    start = text.sources[0].text.index(selected)
    span = Span(start, start + len(selected))
    return Wishes(within=place_of(text.prompts[0], 0, span))


def answer(work: Work, values: Mapping[str, str]) -> Answer:
    """What an engine answers that takes these values out wherever they stand."""
    texts = texts_of(work.job)
    slots = [
        Slot(name, index, Span(at, at + len(value)))
        for name, value in values.items()
        for index, text in enumerate(texts)
        for at in range(len(text))
        if text.startswith(value, at)
    ]
    made = templated(texts, slots)
    assert isinstance(work.job, Templatize)
    rest = list(made.texts)
    system = rest.pop(0) if work.job.system is not None else ""
    messages = tuple(Message(one.role, (rest.pop(0),)) for one in work.job.messages)
    return Answer(messages, system, variable_values=made.values)


def templatize(text: Document, values: Mapping[str, str], **more: object) -> Revision:
    work = templatization(text)
    return revision(Question(text, work), answer(work, values), SETTINGS, **more)  # type: ignore[arg-type] # as given


def after(made: Revision) -> list[str]:
    return [source.text for source in made.after.sources]
