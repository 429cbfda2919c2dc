"""VAR012."""

from collections.abc import Iterator

from prompt_lsp.document.logic import tagged
from prompt_lsp.document.model import Document
from prompt_lsp.document.operations import Undeclare
from prompt_lsp.rules.rule import Context, Fix, Hit, Scope, Severity, rule


@rule("VAR012", "unused-variable", Severity.WARNING, Scope.DOCUMENT)
def unused_variable(document: Document, context: Context) -> Iterator[Hit]:
    """A variable is declared and never used.

    ## What it does
    Reports each declared variable that no placeholder names and no tag of template logic mentions, understood or not.

    ## Why
    Its value never reaches the model; most often the placeholder has another name.

    ## Example
    ```prompt name=mail.prompt.md
    ---
    variables:
      CUSTOMER: Ada
      ORDER: "7"
    ---
    Write to {{CUSTOMER}}.
    ```

    ## Instead
    ```prompt name=mail.prompt.md
    ---
    variables:
      CUSTOMER: Ada
    ---
    Write to {{CUSTOMER}}.
    ```

    ## Fix safety
    The fix removes the declaration with its value; it is unsafe, because it may be the placeholder that is missing.
    """  # noqa: E501 - one sentence a line
    declarations = document.declarations
    if not declarations:
        return
    unused = {declaration.name for declaration in declarations}
    for prompt, summary in zip(document.prompts, context.summaries, strict=True):
        unused -= summary.mentioned
        for part in prompt.parts if unused else ():
            unused.difference_update(
                tagged(part.text, braces=not summary.escapes_braces)
            )
    for declaration in declarations:
        if declaration.name in unused:
            message = f"`{declaration.name}` is declared and never used"
            title = f"Remove the declaration of `{declaration.name}`"
            fix = Fix(title, (Undeclare(declaration),))
            yield Hit(declaration.field, message, fixes=(fix,))
