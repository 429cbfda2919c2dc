"""VAR008."""

from collections.abc import Iterator

from prompt_lsp.document.model import Placeholder
from prompt_lsp.document.names import is_canonical
from prompt_lsp.document.tokens import Style
from prompt_lsp.rules.placeholders.writing import restyled
from prompt_lsp.rules.rule import Context, Hit, Scope, Severity, rule

_STYLES = (Style.BRACE, Style.DOLLAR, Style.SHELL)


@rule(
    "VAR008",
    "single-brace-placeholder",
    Severity.HINT,
    Scope.PLACEHOLDER,
    one_of="style",
)
def single_brace_placeholder(subject: Placeholder, context: Context) -> Iterator[Hit]:
    """A placeholder is written with single braces.

    ## What it does
    Reports `{NAME}`, `{$NAME}` and `${NAME}` in UPPER_SNAKE outside code, unless it is the house style.

    ## Why
    The prompt tools see `{{NAME}}` as a variable and these as text.

    ## Example
    ```prompt
    Summarize {ARTICLE} in two sentences.
    ```

    ## Instead
    ```prompt
    Summarize {{ARTICLE}} in two sentences.
    ```

    ## Fix safety
    The fix writes the placeholder in the house style.
    It is safe where the configuration sets `placeholder-style`; elsewhere code that formats the text with single braces would break unseen.
    """  # noqa: E501 - one sentence a line
    if subject.style not in _STYLES:
        return
    if subject.style is context.summary.house or subject.in_code or subject.guarded:
        return
    if is_canonical(subject.name):
        house = context.summary.house.value
        message = f"`{subject.written}` is not in the house style `{house}`"
        yield Hit(subject.place, message, fixes=(restyled(subject, context),))
