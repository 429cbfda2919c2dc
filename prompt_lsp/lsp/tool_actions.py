"""The prompt tools as code actions: commands that carry what they are asked."""

from collections.abc import Iterator, Sequence
from typing import Any

from prompt_lsp.features.code_actions import Kind
from prompt_lsp.features.tool_actions import EngineName, ToolAction, tool_actions
from prompt_lsp.lsp.frames import Json
from prompt_lsp.lsp.linted import Linted
from prompt_lsp.lsp.session import Session
from prompt_lsp.lsp.tool_places import Text, home_of, text_at
from prompt_lsp.prompt_tools import catalogue
from prompt_lsp.prompt_tools.errors import NotApplicable
from prompt_lsp.prompt_tools.passages import passages, selected
from prompt_lsp.prompt_tools.work import is_description
from prompt_lsp.text import Span

ASKING = "promptLsp.ui.improveWithFeedback"
"""The client's own command, which asks the user for feedback and then improves."""

_COMMANDS = {
    Kind.IMPROVE: "promptLsp.improve",
    Kind.TEMPLATIZE: "promptLsp.templatize",
    Kind.GENERATE: "promptLsp.generate",
}


def listed(
    session: Session, linted: Linted, span: Span, range_: Json, kinds: Sequence[Kind]
) -> Iterator[Json]:
    """The tools that can do something with a prompt, or with what is selected of it.

    `range_` is `span` as the client said it; an empty one means the whole prompt.
    """
    within = span if span.start < span.end else None
    possible = [*_possible(session, linted, within, kinds)]
    if not possible:
        return
    resolved = session.resolved(linted.uri)
    engines = [EngineName(*each) for each in catalogue.choices(resolved)]
    asks = ASKING in session.client.commands
    presets = resolved.settings.feedback
    arguments = {"uri": linted.uri, "version": linted.version}
    if within is not None:
        arguments["range"] = range_
    for action in tool_actions(possible, engines, presets, asks=asks):
        yield _written(action, arguments)


def _possible(
    session: Session, linted: Linted, within: Span | None, kinds: Sequence[Kind]
) -> Iterator[Kind]:
    document = linted.document
    try:
        text = text_at(document, within)
    except NotApplicable:
        return
    if not _says_anything(linted, text):
        return
    for kind in kinds:
        if kind is Kind.TEMPLATIZE:
            fits = not home_of(session, linted.uri, document).lacking
        elif kind is Kind.GENERATE:
            fits = is_description(document.prompts[text.prompt], text.within)
        else:
            fits = True
        if fits:
            yield kind


def _says_anything(linted: Linted, text: Text) -> bool:
    prompts = linted.document.prompts
    if text.prompt >= len(prompts):
        return False
    prompt = prompts[text.prompt]
    found = passages(prompt)
    return bool(found if text.within is None else selected(prompt, found, text.within))


def _written(action: ToolAction, about: dict[str, Any]) -> Json:
    arguments = about | {"engine": action.engine}
    if action.feedback is not None:
        arguments["feedback"] = action.feedback
    name = ASKING if action.asks else _COMMANDS[action.kind]
    command = {"title": action.title, "command": name, "arguments": [arguments]}
    return {"title": action.title, "kind": action.kind.value, "command": command}
