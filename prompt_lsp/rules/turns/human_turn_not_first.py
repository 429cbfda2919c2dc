"""TRN003."""

from collections.abc import Iterator

from prompt_lsp.document.model import Prompt
from prompt_lsp.document.turn import Fault
from prompt_lsp.rules.rule import Context, Hit, Related, Scope, Severity, rule
from prompt_lsp.rules.turns.lines import first_marker_or_line
from prompt_lsp.rules.turns.repair import MUST_START, place, text_of


@rule("TRN003", "human-turn-not-first", Severity.ERROR, Scope.PROMPT)
def human_turn_not_first(_: Prompt, context: Context) -> Iterator[Hit]:
    """The first turn is an Assistant turn.

    ## What it does
    Reports a prompt whose first turn is the Assistant's although a Human turn comes later.

    ## Why
    The API refuses it: the first conversational turn must be a Human turn, after an optional system prompt.
    This is what remains when a long conversation is cut at its beginning.

    ## Example
    ```prompt


    Assistant: Hello, world

    Human: Hello, Claude

    Assistant:
    ```

    ## Instead
    ```prompt


    Human: Hello, Claude

    Assistant:
    ```

    ## Fix safety
    There is no fix: nobody but the author knows which turn is missing or too many.
    """  # noqa: E501 - one sentence a line
    verdict = context.verdict
    if verdict.start is not Fault.ASSISTANT_FIRST:
        return
    where = place(first_marker_or_line(text_of(context), verdict))
    human = next((m for m in verdict.meant if m.role != verdict.meant[0].role), None)
    related = (
        (Related(place(human.span), "the first Human turn comes only here"),)
        if human
        else ()
    )
    open_start = verdict.open_start or verdict.open_middle
    severity = Severity.INFORMATION if open_start else None
    yield Hit(where, MUST_START, severity, related=related)
