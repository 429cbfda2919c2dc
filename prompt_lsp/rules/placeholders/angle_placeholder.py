"""VAR001."""

from collections.abc import Iterator

from prompt_lsp.document.model import Placeholder
from prompt_lsp.document.names import is_canonical
from prompt_lsp.document.tokens import Style
from prompt_lsp.rules.placeholders.writing import restyled
from prompt_lsp.rules.rule import Context, Hit, Scope, Severity, rule


@rule(
    "VAR001", "angle-placeholder", Severity.WARNING, Scope.PLACEHOLDER, one_of="style"
)
def angle_placeholder(subject: Placeholder, context: Context) -> Iterator[Hit]:
    """A placeholder is written in angles.

    ## What it does
    Reports `<<NAME>>` outside code, unless it is the house style; as a hint where the name is not in UPPER_SNAKE.
    `<<SYS>>`, `<< HEADING >>` with inner blanks, `<<<TEXT>>>`, heredocs and shifts are something else and are left alone.

    ## Why
    The prompt tools see `{{NAME}}` as a variable and `<<NAME>>` as text, so the text reaches the model unfilled.

    ## Example
    ```prompt
    Summarize <<ARTICLE>> in two sentences.
    ```

    ## Instead
    ```prompt
    Summarize {{ARTICLE}} in two sentences.
    ```

    ## Fix safety
    The fix writes the placeholder in the house style.
    It is safe where the configuration sets `placeholder-style`; elsewhere code that fills `<<NAME>>` by replacing text would break unseen.
    """  # noqa: E501 - one sentence a line
    if subject.style is not Style.ANGLES:
        return
    house = context.summary.house
    if house is Style.ANGLES or subject.in_code or subject.guarded:
        return
    severity = Severity.WARNING if is_canonical(subject.name) else Severity.HINT
    message = (
        f"the prompt tools take `{subject.written}` for text; "
        f"the house style is `{house.value}`"
    )
    yield Hit(subject.place, message, severity, (restyled(subject, context),))
