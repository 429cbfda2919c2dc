"""TRN013."""

from collections.abc import Iterator
from itertools import pairwise

from prompt_lsp.document.operations import Replace
from prompt_lsp.document.turn import Marker
from prompt_lsp.rules.rule import Context, Fix, Hit, Scope, Severity, rule
from prompt_lsp.rules.turns.repair import by_verdict, place


@rule("TRN013", "quoted-turn-marker", Severity.WARNING, Scope.MARKER)
def quoted_turn_marker(marker: Marker, context: Context) -> Iterator[Hit]:
    """An exact turn marker stands in a fence or an example.

    ## What it does
    Reports two line ends and `Human:` or `Assistant:` inside a closed fence or between `<example>` tags.
    It is an error where it gives the prompt a wrong first or last turn, a hint inside `<example>` while the turns outside alternate, else a warning.

    ## Why
    The API knows no fences and no tags: the model sees a real turn, and `Human:` also stops its answer.

    ## Example
    ````prompt


    Human: Explain this log:
    ```

    Human: hi

    Assistant: hello
    ```

    Assistant:
    ````

    ## Instead
    ````prompt


    Human: Explain this log:
    ```

    H: hi

    A: hello
    ```

    Assistant:
    ````

    ## Fix safety
    The fix writes `H:` or `A:`, which are no turns; it is unsafe, because it changes what is shown.
    """  # noqa: E501 - one sentence a line
    if marker.quote is None or not marker.sent:
        return
    severity = by_verdict(marker, context)
    if severity < Severity.ERROR and marker.quote.example and _alternate(context):
        severity = Severity.HINT
    short = f"{marker.role[0]}:"
    fix = Fix(f"Write `{short}`", (Replace(place(marker.span), short),))
    message = f"`{marker.role}:` is a real turn for the model, though it is quoted here"
    yield Hit(place(marker.span), message, severity, (fix,))


def _alternate(context: Context) -> bool:
    roles = [turn.marker.role for turn in context.verdict.turns]
    return all(one is not other for one, other in pairwise(roles))
