"""DOC003."""

from collections.abc import Iterator

from prompt_lsp.config.nearest import nearest_rule
from prompt_lsp.document.model import Document, ProblemKind, SuppressedCode
from prompt_lsp.document.operations import SetField
from prompt_lsp.rules.rule import Context, Fix, Hit, Rule, Scope, Severity, rule


@rule("DOC003", "unknown-rule-code", Severity.WARNING, Scope.DOCUMENT)
def unknown_rule_code(document: Document, context: Context) -> Iterator[Hit]:
    """A suppression or a selection names no rule.

    ## What it does
    Reports a code in a suppression comment or in the front matter that is no rule's code or name, and not the beginning of any code.
    It also reports a comment that begins with `prompt-lsp:` and a key of the front matter's `prompt-lsp` that say nothing to this program, such as `disable=VAR001`.
    `prompt-lsp check` reports the same of `select`, `ignore`, `per-file-ignores` and `severity` in a configuration file, once for each file.

    ## Why
    It silences nothing, and what it was meant to silence still speaks.
    In `select` it is worse: what it was meant to select is silent, and the run looks clean.

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
    A configuration file is never changed.
    """  # noqa: E501 - one sentence a line
    for suppression in document.suppressions:
        for code in suppression.codes:
            if not any(rule.answers_to(code.text) for rule in context.catalogue):
                yield _hit(code, context.catalogue)
    for problem in document.problems:
        if problem.kind is ProblemKind.SUPPRESSION:
            yield Hit(problem.field, problem.message)


def _hit(code: SuppressedCode, catalogue: tuple[Rule, ...]) -> Hit:
    codes = [rule.code for rule in catalogue]
    near = nearest_rule(code.text, codes, [rule.name for rule in catalogue])
    message = f"`{code.text}` is no rule"
    if near is None:
        return Hit(code.field, message)
    fix = Fix(f"Change to `{near}`", (SetField(code.field, near),))
    return Hit(code.field, f"{message}; did you mean `{near}`?", fixes=(fix,))
