"""DOC003."""

from collections.abc import Iterator

from prompt_lsp.config.nearest import nearest
from prompt_lsp.document.model import Document, SuppressedCode
from prompt_lsp.document.operations import SetField
from prompt_lsp.rules.rule import Context, Fix, Hit, Rule, Scope, Severity, rule


@rule("DOC003", "unknown-rule-code", Severity.WARNING, Scope.DOCUMENT)
def unknown_rule_code(document: Document, context: Context) -> Iterator[Hit]:
    """A suppression names no rule.

    ## What it does
    Reports a code in a suppression comment or in the front matter that is no rule's code or name, and not the beginning of any code.

    ## Why
    It silences nothing, and what it was meant to silence still speaks.

    ## Example
    ```prompt name=case.prompt.md
    <!-- prompt-lsp: ignore[VAR0001] -->
    Summarize <<ARTICLE>>
    ```

    ## Instead
    ```prompt name=case.prompt.md
    <!-- prompt-lsp: ignore[VAR001] -->
    Summarize <<ARTICLE>>
    ```

    ## Fix safety
    The fix writes the code or name that looks most like it.
    It is unsafe: another rule may have been meant, and its findings would then be silent.
    """  # noqa: E501 - one sentence a line
    for suppression in document.suppressions:
        for code in suppression.codes:
            if not any(rule.answers_to(code.text) for rule in context.catalogue):
                yield _hit(code, context.catalogue)


def _hit(code: SuppressedCode, catalogue: tuple[Rule, ...]) -> Hit:
    names = [rule.code for rule in catalogue] + [rule.name for rule in catalogue]
    near = nearest(code.text, names)
    message = f"`{code.text}` is no rule"
    if near is None:
        return Hit(code.field, message)
    fix = Fix(f"Change to `{near}`", (SetField(code.field, near),))
    return Hit(code.field, f"{message}; did you mean `{near}`?", fixes=(fix,))
