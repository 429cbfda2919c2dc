"""VAR009."""

from collections.abc import Iterator

from prompt_lsp.document.model import Slip, SlipKind
from prompt_lsp.rules.rule import Context, Hit, Scope, Severity, rule


@rule("VAR009", "nested-placeholder", Severity.WARNING, Scope.SLIP, one_of="form")
def nested_placeholder(subject: Slip, context: Context) -> Iterator[Hit]:
    """A placeholder stands in another.

    ## What it does
    Reports `{{A{{B}}}}` outside code.

    ## Why
    Nothing fills a name that is itself to be filled: at best the inner placeholder is replaced and the outer braces stay.

    ## Example
    ```prompt
    Answer in {{LANGUAGE_{{REGION}}}}.
    ```

    ## Instead
    ```prompt
    Answer in {{LANGUAGE}}.
    ```

    ## Fix safety
    There is no fix: only the author knows which variable was meant.
    """  # noqa: E501 - one sentence a line
    if subject.kind is not SlipKind.NESTED:
        return
    if not subject.in_code and not context.summary.escapes_braces:
        message = f"`{subject.written}` holds another placeholder, and none is filled"
        yield Hit(subject.place, message)
