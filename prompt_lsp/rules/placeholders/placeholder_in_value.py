"""VAR015."""

from collections.abc import Iterator

from prompt_lsp.document.model import Document, Placeholder
from prompt_lsp.document.names import is_canonical
from prompt_lsp.document.placeholders import placeholders
from prompt_lsp.document.tokens import Style
from prompt_lsp.rules.rule import Context, Hit, Scope, Severity, rule


@rule("VAR015", "placeholder-in-value", Severity.WARNING, Scope.DOCUMENT)
def placeholder_in_value(document: Document, context: Context) -> Iterator[Hit]:
    """The value of a variable contains a placeholder.

    ## What it does
    Reports a declared value that itself contains a placeholder: one of the house style, `{{NAME}}`, or `<<NAME>>` in UPPER_SNAKE.

    ## Why
    Whether it is filled depends on the order in which the variables are, so the same prompt comes out in two ways.

    ## Example
    ```prompt name=mail.prompt.md
    ---
    variables:
      NAME: Ada
      GREETING: "Dear {{NAME}}"
    ---
    {{GREETING}}, this is for {{NAME}}.
    ```

    ## Instead
    ```prompt name=mail.prompt.md
    ---
    variables:
      NAME: Ada
      GREETING: Dear
    ---
    {{GREETING}} {{NAME}}, this is for you.
    ```

    ## Fix safety
    There is no fix: only the author knows what the value should be.
    """  # noqa: E501 - one sentence a line
    house = Style(context.settings.placeholder_style)
    for declaration in document.declarations or ():
        found = placeholders(declaration.value or "", 0, ()).placeholders
        inside = next((one for one in found if _counts(one, house)), None)
        if inside is not None:
            message = f"the value of `{declaration.name}` contains `{inside.written}`"
            yield Hit(declaration.field, message)


def _counts(placeholder: Placeholder, house: Style) -> bool:
    if placeholder.guarded:
        return False
    if placeholder.style is Style.BRACES:
        return house not in (Style.BRACE, Style.DOLLAR)
    if placeholder.style is Style.ANGLES:
        return house is Style.ANGLES or is_canonical(placeholder.name)
    return placeholder.style is house
