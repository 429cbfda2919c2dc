"""TRN016."""

from collections.abc import Iterator

from prompt_lsp.document.model import Prompt
from prompt_lsp.rules.rule import Context, Hit, Scope, Severity, rule
from prompt_lsp.rules.turns.repair import place
from prompt_lsp.text import Span


@rule(
    "TRN016",
    "text-completions-format",
    Severity.HINT,
    Scope.PROMPT,
    when_clean=True,
)
def text_completions_format(_: Prompt, context: Context) -> Iterator[Hit]:
    """The prompt is written for the legacy Text Completions API.

    ## What it does
    Reports a text-completions prompt in which no other turn rule has an error or a warning.

    ## Why
    The Text Completions API is legacy, and current models and SDKs only know the Messages API.

    ## Example
    ```prompt


    Human: Hello, Claude

    Assistant:
    ```

    ## Instead
    ```prompt
    Hello, Claude
    ```

    ## Fix safety
    There is no fix; the action *Convert to Messages* writes the request body beside the prompt.
    """  # noqa: E501 - one sentence a line
    meant = context.verdict.meant
    where = place(meant[0].span if meant else Span(0, 0))
    message = "this is a prompt for the legacy Text Completions API"
    yield Hit(where, message, action="convert-to-messages")
