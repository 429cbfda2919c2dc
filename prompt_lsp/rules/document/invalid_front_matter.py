"""DOC001."""

from collections.abc import Iterator

from prompt_lsp.document.model import Document, ProblemKind
from prompt_lsp.rules.rule import Context, Hit, Scope, Severity, rule


@rule("DOC001", "invalid-front-matter", Severity.ERROR, Scope.DOCUMENT)
def invalid_front_matter(document: Document, _: Context) -> Iterator[Hit]:
    """The front matter does not parse.

    ## What it does
    Reports front matter that is no YAML, that is no mapping of keys to values, or in which a key stands twice.
    The prompt behind it is checked all the same.

    ## Why
    What reads the file stops here, or takes the whole of it for text and sends the front matter to the model.
    Of a key that stands twice, one value is lost, and readers differ in which.

    ## Example
    ```prompt name=mail.prompt.md
    ---
    description: Mail: a reply
    ---
    Answer this mail.
    ```

    ## Instead
    ```prompt name=mail.prompt.md
    ---
    description: "Mail: a reply"
    ---
    Answer this mail.
    ```

    ## Fix safety
    There is no fix: only the author knows what was meant.
    """  # noqa: E501 - one sentence a line
    for problem in document.problems:
        if problem.kind is ProblemKind.FRONT_MATTER:
            yield Hit(problem.field, problem.message)
