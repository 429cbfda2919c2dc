"""TRN007."""

from collections.abc import Iterator

from prompt_lsp.document.model import Prompt
from prompt_lsp.document.operations import Replace
from prompt_lsp.document.tokens import WHITE_SPACE, Role
from prompt_lsp.rules.rule import Context, Fix, Hit, Scope, Severity, rule
from prompt_lsp.rules.turns.repair import final_line_end, place, text_of
from prompt_lsp.text import Span


@rule("TRN007", "trailing-whitespace", Severity.WARNING, Scope.PROMPT)
def trailing_whitespace(prompt: Prompt, context: Context) -> Iterator[Hit]:
    """White space follows the final `Assistant:` or the text after it.

    ## What it does
    Reports white space at the end of a prompt that ends with an Assistant turn; as a hint where it is line ends only.
    One final line end is left alone where the prompt ends with its file.

    ## Why
    The API sanitises it, and its documentation says that the exact behaviour may change.
    What the model continues after a blank is worse than what it continues after the colon.

    ## Example
    ```prompt


    Human: Hello, Claude

    Assistant:⟦20⟧
    ```

    ## Instead
    ```prompt


    Human: Hello, Claude

    Assistant:
    ```

    ## Fix safety
    The fix removes the white space but keeps one final line end of the file; it is safe, because the API's own sanitising gives the same text.
    """  # noqa: E501 - one sentence a line
    meant = context.verdict.meant
    if prompt.origin.trimmed or not meant or meant[-1].role is not Role.ASSISTANT:
        return
    text = text_of(context)
    start = len(text.rstrip(WHITE_SPACE))
    kept = final_line_end(text) if prompt.origin.ends_with_file else ""
    span = Span(start, len(text) - len(kept))
    if span.start == span.end:
        return
    only_line_ends = not text[start:].strip("\r\n")
    severity = Severity.HINT if only_line_ends else Severity.WARNING
    fix = Fix("Remove the white space", (Replace(place(span), ""),), safe=True)
    what = "an empty line" if only_line_ends else "white space"
    message = f"the prompt ends with {what}; the API sanitises this"
    yield Hit(place(span), message, severity, (fix,))
