"""TRN018."""

from collections.abc import Iterator

from prompt_lsp.document.model import Prompt
from prompt_lsp.document.models import refuses_prefill
from prompt_lsp.document.tokens import Role
from prompt_lsp.rules.rule import Context, Hit, Scope, Severity, rule
from prompt_lsp.rules.turns.repair import first_line, place, text_of


@rule("TRN018", "assistant-prefill", Severity.INFORMATION, Scope.PROMPT)
def assistant_prefill(prompt: Prompt, context: Context) -> Iterator[Hit]:
    """Text after the final `Assistant:` begins the answer.

    ## What it does
    Tells that the text after the final `Assistant:` is put into the model's mouth; as a warning where the target model refuses that.

    ## Why
    It is legal, and the answer goes on right behind it without repeating it.
    Claude 4.6 and later refuse a prefilled answer.

    ## Example
    ```prompt


    Human: Is the sky blue? Answer yes or no.

    Assistant: The answer is (
    ```

    ## Instead
    ```prompt


    Human: Is the sky blue? Answer only yes or no.

    Assistant:
    ```

    ## Fix safety
    There is no fix: how to say it in the instructions is the author's choice.
    """  # noqa: E501 - one sentence a line
    meant = context.verdict.meant
    if not meant or meant[-1].role is not Role.ASSISTANT:
        return
    text = text_of(context)
    span = first_line(text, meant[-1].span.end, len(text))
    if span.start == span.end:
        return
    model = prompt.target_model or context.settings.target_model
    if model and refuses_prefill(model):
        message = f"`{model}` refuses a prompt that begins its answer"
        yield Hit(place(span), message, Severity.WARNING)
    else:
        yield Hit(place(span), "this text begins the model's answer (prefill)")
