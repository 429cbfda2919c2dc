"""TRN012."""

from collections.abc import Iterator

from prompt_lsp.document.operations import Replace
from prompt_lsp.document.tokens import Role
from prompt_lsp.document.turn import Turn
from prompt_lsp.rules.rule import Context, Fix, Hit, Scope, Severity, rule
from prompt_lsp.rules.turns.repair import place
from prompt_lsp.text import Span


@rule("TRN012", "empty-turn", Severity.WARNING, Scope.TURN)
def empty_turn(turn: Turn, context: Context) -> Iterator[Hit]:
    """A turn says nothing.

    ## What it does
    Reports a turn of white space only, the final Assistant turn excepted.

    ## Why
    An empty turn confuses the model, and the Messages API refuses an empty message.
    Mostly a variable was left empty or a turn was begun and forgotten.

    ## Example
    ```prompt


    Human: Hello, Claude

    Assistant:

    Human: Are you there?

    Assistant:
    ```

    ## Instead
    ```prompt


    Human: Hello, Claude

    Assistant: Hello!

    Human: Are you there?

    Assistant:
    ```

    ## Fix safety
    The fix removes the turn; it is unsafe, because something may have to be said there.
    There is none for the first Human turn and for a final Human turn, which the API demands or the next answer needs.
    """  # noqa: E501 - one sentence a line
    turns = context.verdict.turns
    last = turn is turns[-1]
    role = turn.marker.role
    if not turn.blank or (last and role is Role.ASSISTANT):
        return
    where = place(turn.marker.span)
    message = f"this {role} turn is empty"
    if context.verdict.open_turns:
        yield Hit(where, message, Severity.INFORMATION)
        return
    first_human = next((t for t in turns if t.marker.role is Role.HUMAN), None)
    if last or turn is first_human:
        yield Hit(where, message)
        return
    whole = Span(turn.marker.separator.start, turn.span.end)
    fix = Fix("Remove the empty turn", (Replace(place(whole), ""),))
    yield Hit(where, message, fixes=(fix,))
