"""DOC004."""

from collections.abc import Iterator

from prompt_lsp.document.model import Document, ProblemKind
from prompt_lsp.rules.rule import Context, Hit, Scope, Severity, rule


@rule("DOC004", "invalid-variables-file", Severity.ERROR, Scope.DOCUMENT)
def invalid_variables_file(document: Document, _: Context) -> Iterator[Hit]:
    """The variables file or the declaration of variables does not parse.

    ## What it does
    Reports a `.vars.json`, `.vars.yaml` or `.vars.yml` file beside the prompt that cannot be read, that is no mapping of names to values, or in which a name stands twice.
    It also reports front matter whose `variables` is neither a mapping nor a list of names.

    ## Why
    Which variables there are is then not known, so a placeholder without a variable is not found either.

    ## Example
    ```sidecar
    {"CUSTOMER": "Ada",}
    ```
    ```prompt name=mail.prompt.md
    Write to {{CUSTOMER}}.
    ```

    ## Instead
    ```sidecar
    {"CUSTOMER": "Ada"}
    ```
    ```prompt name=mail.prompt.md
    Write to {{CUSTOMER}}.
    ```

    ## Fix safety
    There is no fix: only the author knows what was meant.
    """  # noqa: E501 - one sentence a line
    for problem in document.problems:
        if problem.kind is ProblemKind.VARIABLES:
            yield Hit(problem.field, problem.message)
