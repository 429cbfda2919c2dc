"""VAR016."""

from collections.abc import Iterator

from prompt_lsp.document.model import Placeholder
from prompt_lsp.document.tokens import Style
from prompt_lsp.rules.placeholders.writing import restyled
from prompt_lsp.rules.rule import Context, Hit, Scope, Severity, rule


@rule("VAR016", "foreign-placeholder", Severity.HINT, Scope.PLACEHOLDER, one_of="style")
def foreign_placeholder(subject: Placeholder, context: Context) -> Iterator[Hit]:
    """A placeholder has two braces where the house style has none.

    ## What it does
    Reports `{{NAME}}` outside code where `placeholder-style` is `<<NAME>>` or `${NAME}`.
    Under `{NAME}` and `{$NAME}` two braces are an escaped brace and no placeholder.

    ## Why
    What fills the prompt by the configured style leaves it as it stands.

    ## Example
    ```toml
    placeholder-style = "<<NAME>>"
    ```
    ```prompt
    Summarize {{ARTICLE}} in two sentences.
    ```

    ## Instead
    ```toml
    placeholder-style = "<<NAME>>"
    ```
    ```prompt
    Summarize <<ARTICLE>> in two sentences.
    ```

    ## Fix safety
    The fix writes the placeholder in the house style; it is safe, because the configuration sets that style.
    """  # noqa: E501 - one sentence a line
    if subject.style is not Style.BRACES:
        return
    if context.summary.house not in (Style.ANGLES, Style.SHELL):
        return
    if not subject.in_code and not subject.guarded:
        house = context.summary.house.value
        message = f"`{subject.written}` is not in the house style `{house}`"
        yield Hit(subject.place, message, fixes=(restyled(subject, context),))
