"""TRN017."""

from collections.abc import Iterator

from prompt_lsp.document.model import Prompt
from prompt_lsp.document.operations import Replace
from prompt_lsp.document.tokens import INVISIBLE, WHITE_SPACE, Role
from prompt_lsp.rules.rule import Context, Fix, Hit, Scope, Severity, rule
from prompt_lsp.rules.turns.repair import first_line, place, text_of
from prompt_lsp.text import Span

_LABEL = "System:"


@rule("TRN017", "system-preamble", Severity.INFORMATION, Scope.PROMPT)
def system_preamble(_: Prompt, context: Context) -> Iterator[Hit]:
    """Text before the first Human turn is the system prompt.

    ## What it does
    Tells that the text before the first turn is a system prompt; as a hint where it begins with the label `System:`.

    ## Why
    It is legal, and easily overlooked.
    The label is no part of the format: the model reads it as text.

    ## Example
    ```prompt
    System: You are a pirate.

    Human: Hello, Claude

    Assistant:
    ```

    ## Instead
    ```prompt


    Human: Hello, Claude

    Assistant:
    ```

    ## Fix safety
    The fix drops the label; it is unsafe, because it changes what the model reads.
    """  # noqa: E501 - one sentence a line
    meant = context.verdict.meant
    if not meant or meant[0].role is not Role.HUMAN:
        return
    text, end = text_of(context), meant[0].separator.start
    span = first_line(text, 0, end)
    if span.start == span.end:
        return
    if not text.startswith(_LABEL, span.start):
        message = "the text before the first turn is the system prompt"
        yield Hit(place(span), message)
        return
    message = "the system prompt needs no label `System:`; the model reads it as text"
    yield Hit(place(span), message, Severity.HINT, _fixes(text, span.start, end))


def _fixes(text: str, start: int, end: int) -> tuple[Fix, ...]:
    after = start + len(_LABEL)
    said = text[after:end].lstrip(WHITE_SPACE + INVISIBLE)
    if not said:
        return ()
    label = Span(start, end - len(text[after:end].lstrip(" \t")))
    return (Fix("Drop the label `System:`", (Replace(place(label), ""),)),)
