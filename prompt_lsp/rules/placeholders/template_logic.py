"""VAR010."""

from collections.abc import Iterator

from prompt_lsp.document.model import LogicTag
from prompt_lsp.rules.rule import Context, Hit, Scope, Severity, rule


@rule("VAR010", "template-logic", Severity.INFORMATION, Scope.LOGIC, one_of="form")
def template_logic(subject: LogicTag, context: Context) -> Iterator[Hit]:
    """A prompt has template logic, and no template engine is configured.

    ## What it does
    Reports the first tag of Handlebars or Jinja outside code: blocks, conditions, dotted paths, calls, filters, `{{else}}`, `{{@index}}`, `{{role "user"}}`.
    It is silent where the prompt or the setting `template-engine` names the engine.

    ## Why
    The prompt tools fill `{{NAME}}` and know no logic.
    With the engine named, names in its tags are understood as well as can be.

    ## Example
    ```prompt
    {{#if CONTEXT}}Use this: {{CONTEXT}}{{/if}}
    ```

    ## Instead
    ```prompt
    Use this, if there is something: {{CONTEXT}}
    ```

    ## Fix safety
    There is no fix: set `template-engine`, or write the prompt without logic.
    """  # noqa: E501 - one sentence a line
    if context.summary.engine is not None:
        return
    if subject is context.summary.first_logic:
        yield Hit(
            subject.place,
            f"`{subject.written}` is template logic; "
            "the setting `template-engine` says which engine runs it",
        )
