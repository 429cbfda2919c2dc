"""TRN019."""

from collections.abc import Iterator

from prompt_lsp.document.operations import Operation, Replace
from prompt_lsp.document.tokens import INVISIBLE, WHITE_SPACE, Role
from prompt_lsp.document.turn import Marker
from prompt_lsp.rules.rule import Context, Fix, Hit, Scope, Severity, rule
from prompt_lsp.rules.turns.repair import place
from prompt_lsp.text import Span


@rule("TRN019", "marker-spacing", Severity.HINT, Scope.MARKER)
def marker_spacing(marker: Marker, _: Context) -> Iterator[Hit]:
    """The white space around an exact turn marker is unusual.

    ## What it does
    Reports `Human:` with text right behind it, three or more line ends before a marker, and blank text before the first marker.

    ## Why
    The usual form is what models were trained on, and what tools that split prompts expect.

    ## Example
    ```prompt


    Human:Hello, Claude

    Assistant:
    ```

    ## Instead
    ```prompt


    Human: Hello, Claude

    Assistant:
    ```

    ## Fix safety
    The fix is safe: only white space beside a marker changes.
    """  # noqa: E501 - one sentence a line
    if marker.flaw is not None or marker.quote is not None:
        return
    faults = tuple(_faults(marker))
    if faults:
        what = " and ".join(message for message, _ in faults)
        operations = tuple(operation for _, operation in faults)
        fix = Fix("Use the usual spacing", operations, safe=True)
        yield Hit(place(marker.span), what, fixes=(fix,))


def _faults(marker: Marker) -> Iterator[tuple[str, Operation]]:
    if marker.slack.start < marker.slack.end:
        blank_text = marker.slack.start == 0
        what = "blank text before the first turn"
        if not blank_text:
            what = f"more than two line ends before `{marker.role}:`"
        yield what, Replace(place(marker.slack), "")
    close = marker.after and marker.after[0] not in WHITE_SPACE + INVISIBLE
    if close and marker.role is Role.HUMAN:
        behind = Span(marker.span.end, marker.span.end)
        yield "no blank after `Human:`", Replace(place(behind), " ")
