"""TRN005."""

from collections.abc import Iterator

from prompt_lsp.document.turn import Flaw, Marker, Where
from prompt_lsp.rules.rule import Context, Hit, Scope, Severity, rule
from prompt_lsp.rules.turns.repair import by_verdict, canonical, mends, place


@rule("TRN005", "unseparated-turn", Severity.WARNING, Scope.MARKER)
def unseparated_turn(marker: Marker, context: Context) -> Iterator[Hit]:
    r"""A turn marker is not separated by an empty line, or is indented.

    ## What it does
    Reports `Human:` and `Assistant:` at the start of a line that only one line end, or a line of blanks, or indentation separates from the text before; and an `Assistant:` at the very start.
    It is an error where this alone keeps the API from seeing the first or last turn that it demands, else a warning.

    ## Why
    A turn begins with exactly two line ends; anything else is text of the turn before.
    Then the model reads on inside that turn, or the API refuses the prompt.

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
    The fix writes two line ends before the marker and removes its indentation.
    It is safe where the finding is an error, and after a line of text only where the last such marker stands on the last line; elsewhere text of an accepted prompt would become a turn.
    """  # noqa: E501 - one sentence a line
    if marker.flaw is not Flaw.UNSEPARATED:
        return
    safe = mends(marker, context)
    fix = canonical(marker, context, "Separate the turn by an empty line", safe=safe)
    word = f"`{marker.role}:`"
    message = f"{word} begins no turn here: {_reason(marker)}"
    yield Hit(place(marker.span), message, by_verdict(marker, context), (fix,))


def _reason(marker: Marker) -> str:
    before = marker.written[: marker.separator.end - marker.separator.start]
    if before and before[-1] not in "\r\n":
        return "its line is indented"
    if marker.where is Where.AFTER_TEXT:
        return "only one line end stands before it, a turn needs two"
    if marker.where is Where.START:
        return "a turn needs two line ends before it"
    return "the line before it holds white space, a turn needs two line ends"
