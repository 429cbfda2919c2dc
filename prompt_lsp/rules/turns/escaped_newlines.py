"""TRN010."""

from collections.abc import Iterator

from prompt_lsp.document.turn import Flaw, Marker
from prompt_lsp.rules.rule import Context, Hit, Scope, Severity, rule
from prompt_lsp.rules.turns.repair import by_verdict, canonical, mends, place


@rule("TRN010", "escaped-newlines", Severity.WARNING, Scope.MARKER)
def escaped_newlines(marker: Marker, context: Context) -> Iterator[Hit]:
    r"""Line ends before a turn marker are written out as a backslash and an n.

    ## What it does
    Reports `\n` as two characters before `Human:` or `Assistant:` in a file.
    The first one must stand at the start of a line or after a sentence, so that prose about prompts stays prose.

    ## Why
    A file is no string literal: the model gets a backslash and an n, and the API sees no turn.
    The notation comes from the documentation and from code.

    ## Example
    ```prompt
    \n\nHuman: Hello, Claude\n\nAssistant:
    ```

    ## Instead
    ```prompt


    Human: Hello, Claude

    Assistant:
    ```

    ## Fix safety
    The fix writes real line ends.
    It is safe where the finding is an error, because the API refuses the prompt as it stands; elsewhere text of an accepted prompt would become a turn.
    """  # noqa: E501 - one sentence a line
    if marker.flaw is not Flaw.ESCAPED:
        return
    safe = mends(marker, context)
    fix = canonical(marker, context, "Write real line ends", safe=safe)
    message = (
        f"`\\n` before `{marker.role}:` is a backslash and an n in a file, no line end"
    )
    yield Hit(place(marker.span), message, by_verdict(marker, context), (fix,))
