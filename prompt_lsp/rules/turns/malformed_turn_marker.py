"""TRN009."""

from collections.abc import Iterator

from prompt_lsp.document.turn import Flaw, Marker
from prompt_lsp.rules.rule import Context, Hit, Scope, Severity, rule
from prompt_lsp.rules.turns.repair import by_verdict, canonical, mends, place


@rule("TRN009", "malformed-turn-marker", Severity.WARNING, Scope.MARKER)
def malformed_turn_marker(marker: Marker, context: Context) -> Iterator[Hit]:
    """A turn marker is misspelled, decorated or renamed.

    ## What it does
    Reports what resembles a turn marker at the start of a line: another case (`human:`), a blank before the colon, a full-width colon or none (`Assistant` alone on its line), Markdown around it (`**Human:**`, `### Human:`, `> Human:`), or another name (`User:`, `AI:`, `Claude:`) where the prompt has no turn of that role.
    It is an error where this alone keeps the API from seeing the first or last turn that it demands, else a warning.

    ## Why
    The API looks for the exact words; anything else is text of the turn before.

    ## Example
    ```prompt


    human: Hello, Claude

    Assistant:
    ```

    ## Instead
    ```prompt


    Human: Hello, Claude

    Assistant:
    ```

    ## Fix safety
    The fix writes the exact marker.
    It is safe where the finding is an error of case, spacing, colon or decoration, because the API refuses the prompt as it stands; another name is changed only as an unsafe fix.
    """  # noqa: E501 - one sentence a line
    if marker.flaw is not Flaw.MALFORMED:
        return
    safe = mends(marker, context)
    right = f"{marker.role}:"
    fix = canonical(marker, context, f"Write `{right}`", safe=safe)
    length = marker.separator.end - marker.separator.start
    message = f"`{marker.written[length:]}` begins no turn; it must be `{right}`"
    yield Hit(place(marker.span), message, by_verdict(marker, context), (fix,))
