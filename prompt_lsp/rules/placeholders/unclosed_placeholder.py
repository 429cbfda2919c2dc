"""VAR003."""

from collections.abc import Iterator

from prompt_lsp.document.model import Slip, SlipKind
from prompt_lsp.document.names import is_canonical
from prompt_lsp.rules.placeholders.writing import written_as
from prompt_lsp.rules.rule import Context, Hit, Scope, Severity, rule


@rule("VAR003", "unclosed-placeholder", Severity.ERROR, Scope.SLIP, one_of="form")
def unclosed_placeholder(subject: Slip, context: Context) -> Iterator[Hit]:
    """A brace or an angle of a placeholder is missing.

    ## What it does
    Reports `{{NAME}`, `{NAME}}`, `<<NAME>`, `<NAME>>` and `{{NAME` outside code, where the name is in UPPER_SNAKE or is used properly elsewhere in the prompt.
    A line whose braces all have their partners is left alone, and so is what follows a letter, a digit or `$`.

    ## Why
    It is text and no variable: the model reads the braces and the name instead of the value.

    ## Example
    ```prompt
    Summarize {{ARTICLE} in two sentences.
    ```

    ## Instead
    ```prompt
    Summarize {{ARTICLE}} in two sentences.
    ```

    ## Fix safety
    The fix completes the placeholder in the house style; it is unsafe, because it makes a variable of what was text.
    """  # noqa: E501 - one sentence a line
    if subject.kind is not SlipKind.UNCLOSED:
        return
    if subject.in_code or context.summary.escapes_braces:
        return
    if not is_canonical(subject.name) and not context.summary.is_used(subject.name):
        return
    whole = subject.style.write(subject.name)
    yield Hit(
        subject.place,
        f"`{subject.written}` is not closed as in `{whole}`"
        if subject.written.startswith(whole[:2])
        else f"`{subject.written}` is not opened as in `{whole}`",
        fixes=(written_as(subject.name, subject.place, context),),
    )
