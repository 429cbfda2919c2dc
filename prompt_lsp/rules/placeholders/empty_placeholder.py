"""VAR005."""

from collections.abc import Iterator

from prompt_lsp.document.model import Slip, SlipKind
from prompt_lsp.document.operations import Replace
from prompt_lsp.rules.rule import Context, Fix, Hit, Scope, Severity, rule


@rule("VAR005", "empty-placeholder", Severity.ERROR, Scope.SLIP, one_of="form")
def empty_placeholder(subject: Slip, context: Context) -> Iterator[Hit]:
    """A placeholder has no name.

    ## What it does
    Reports `{{}}`, `{{ }}` and `<<>>` outside code.

    ## Why
    Nothing can fill it, so the model reads the bare braces.

    ## Example
    ```prompt
    Summarize {{}} in two sentences.
    ```

    ## Instead
    ```prompt
    Summarize {{ARTICLE}} in two sentences.
    ```

    ## Fix safety
    The fix removes the braces; it is unsafe, because most often a name was forgotten.
    """
    if subject.kind is not SlipKind.EMPTY:
        return
    if subject.in_code or context.summary.escapes_braces:
        return
    fix = Fix(f"Remove `{subject.written}`", (Replace(subject.place, ""),))
    yield Hit(subject.place, "the placeholder has no name", fixes=(fix,))
