"""TRN008."""

from collections.abc import Iterator

from prompt_lsp.document.model import Prompt
from prompt_lsp.rules.rule import Context, Hit, Scope, Severity, rule
from prompt_lsp.rules.turns.repair import place, text_of
from prompt_lsp.text import Span


@rule("TRN008", "prompt-too-long", Severity.ERROR, Scope.PROMPT)
def prompt_too_long(_: Prompt, context: Context) -> Iterator[Hit]:
    """A text-completions prompt has as many tokens as the API refuses.

    ## What it does
    Reports a prompt of at least `token-limit` tokens, 99,999 unless it is set.
    It is an error where the prompt surely has as many, and information where only an estimate (3.6 bytes a token) says so.

    ## Why
    The documentation demands fewer than `100,000 - 1` tokens.

    ## Example
    ```toml
    token-limit = 8
    ```
    ```prompt


    Human: one two three four five six seven eight nine ten

    Assistant:
    ```

    ## Instead
    ```toml
    token-limit = 8
    ```
    ```prompt


    Human:

    Assistant:
    ```

    ## Fix safety
    There is no fix: what can be left out is the author's choice.
    """  # noqa: E501 - one sentence a line
    limit = context.settings.token_limit
    bounds = context.counter.bounds(text_of(context), limit)
    if bounds is None or bounds.most < limit:
        return
    meant = context.verdict.meant
    where = place(meant[0].span if meant else Span(0, 0))
    if bounds.least >= limit:
        message = f"prompt is too long: at least {limit:,} tokens, it must have fewer"
        yield Hit(where, message)
    elif bounds.estimate >= limit:
        message = (
            f"prompt may be too long: about {bounds.estimate:,} tokens "
            f"({bounds.least:,} to {bounds.most:,}), it must have fewer than {limit:,}"
        )
        yield Hit(where, message, Severity.INFORMATION)
