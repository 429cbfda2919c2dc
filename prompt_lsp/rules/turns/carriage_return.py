"""TRN015."""

from collections.abc import Iterator

from prompt_lsp.document.model import Prompt
from prompt_lsp.document.turn import Marker
from prompt_lsp.rules.rule import Context, Hit, Scope, Severity, rule
from prompt_lsp.rules.turns.repair import place


@rule("TRN015", "carriage-return", Severity.HINT, Scope.PROMPT)
def carriage_return(_: Prompt, context: Context) -> Iterator[Hit]:
    r"""The line ends before turn markers contain carriage returns.

    ## What it does
    Reports, once a prompt, that the separators of its turns are CRLF or CR.

    ## Why
    The API looks for line feeds.
    A program that reads the file as text mostly gets them, one that reads bytes sends the carriage returns, and then the API sees no turns.

    ## Example
    ```prompt
    ⟦d⟧
    ⟦d⟧
    Human: Hello, Claude⟦d⟧
    ⟦d⟧
    Assistant:
    ```

    ## Instead
    ```prompt


    Human: Hello, Claude

    Assistant:
    ```

    ## Fix safety
    There is no fix in files: their line ends are the choice of the editor and of version control.
    """  # noqa: E501 - one sentence a line
    marker = next(filter(_has_carriage_return, context.verdict.meant), None)
    if marker is not None:
        message = "turns are separated by CRLF or CR; the API looks for line feeds"
        yield Hit(place(marker.span), message)


def _has_carriage_return(marker: Marker) -> bool:
    return "\r" in marker.written
