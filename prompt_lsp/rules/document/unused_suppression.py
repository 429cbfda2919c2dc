"""DOC002."""

from collections.abc import Iterator

from prompt_lsp.document.operations import RemoveField
from prompt_lsp.rules.rule import (
    Context,
    Fix,
    Hit,
    Scope,
    Severity,
    UnusedSuppression,
    rule,
)


@rule("DOC002", "unused-suppression", Severity.WARNING, Scope.UNUSED)
def unused_suppression(subject: UnusedSuppression, _: Context) -> Iterator[Hit]:
    """A suppression suppresses nothing.

    ## What it does
    Reports a suppression comment or a front matter `ignore` entry whose code has no finding where it holds.
    A comment at the top of a file holds for the whole file, one alone on a line for the next line, one at the end of a line for that line.
    The front matter's `ignore` holds for the whole file.

    ## Why
    What silences nothing today may silence a real mistake tomorrow.
    It also tells readers of a problem that is not there.
    And a suppression comment stays in the text that the model gets, where every token should earn its place.

    ## Example
    ```prompt name=case.prompt.md
    <!-- prompt-lsp: ignore[VAR001] -->
    Summarize {{ARTICLE}}
    ```

    ## Instead
    ```prompt name=case.prompt.md
    Summarize {{ARTICLE}}
    ```

    ## Fix safety
    The fix removes the code, or the whole suppression when nothing of it is used.
    It is safe: what remains silent stays silent.
    """  # noqa: E501 - one sentence a line
    suppression = subject.suppression
    if len(subject.codes) == len(suppression.codes):
        fix = Fix(
            "Remove the suppression", (RemoveField(suppression.field),), safe=True
        )
        yield Hit(
            suppression.field, "this suppression suppresses nothing", fixes=(fix,)
        )
        return
    for code in subject.codes:
        fix = Fix(f"Remove `{code.text}`", (RemoveField(code.field),), safe=True)
        yield Hit(code.field, f"`{code.text}` suppresses nothing here", fixes=(fix,))
