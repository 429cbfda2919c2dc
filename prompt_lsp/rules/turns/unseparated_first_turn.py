"""TRN006."""

from collections.abc import Iterator

from prompt_lsp.document.turn import Flaw, Marker
from prompt_lsp.rules.rule import Context, Hit, Scope, Severity, rule
from prompt_lsp.rules.turns.repair import canonical, place


@rule("TRN006", "unseparated-first-turn", Severity.WARNING, Scope.MARKER)
def unseparated_first_turn(marker: Marker, context: Context) -> Iterator[Hit]:
    """The prompt begins with `Human:` without two line ends before it.

    ## What it does
    Reports `Human:` at the start of the text with at most one line end before it.

    ## Why
    The API sanitises such a prompt, and its documentation says that the exact behaviour may change.

    ## Example
    ```prompt
    Human: Hello, Claude

    Assistant:
    ```

    ## Instead
    ```prompt


    Human: Hello, Claude

    Assistant:
    ```

    ## Fix safety
    The fix writes the two line ends; it is safe, because the API's own sanitising gives the same text.
    """  # noqa: E501 - one sentence a line
    trimmed = context.prompt is not None and context.prompt.origin.trimmed
    if marker.flaw is not Flaw.FIRST or trimmed:
        return
    title = "Write two line ends before the first turn"
    fix = canonical(marker, context, title, safe=True)
    message = 'the first turn should begin with "\\n\\nHuman:"; the API sanitises this'
    yield Hit(place(marker.span), message, fixes=(fix,))
