"""VAR002."""

from collections.abc import Iterator

from prompt_lsp.document.model import Placeholder
from prompt_lsp.rules.placeholders.writing import restyled
from prompt_lsp.rules.rule import Context, Hit, Related, Scope, Severity, rule


@rule(
    "VAR002",
    "mixed-placeholder-styles",
    Severity.WARNING,
    Scope.PLACEHOLDER,
    one_of="style",
)
def mixed_placeholder_styles(subject: Placeholder, context: Context) -> Iterator[Hit]:
    """A name is written in two styles in one prompt.

    ## What it does
    Reports each placeholder outside code that is not in the house style and whose name is written in another style too.
    `{NAME}`, `{$NAME}` and `${NAME}` count in UPPER_SNAKE only, because texts are full of single braces.

    ## Why
    Whatever fills the prompt knows one of the two, and the other reaches the model as it stands.

    ## Example
    ```prompt
    Translate {{TEXT}} to German.
    Keep the tone of <<TEXT>>.
    ```

    ## Instead
    ```prompt
    Translate {{TEXT}} to German.
    Keep the tone of {{TEXT}}.
    ```

    ## Fix safety
    The fix writes the placeholder in the house style.
    It is safe where the configuration sets `placeholder-style`; elsewhere code that fills the other style would break unseen.
    """  # noqa: E501 - one sentence a line
    if subject.style is context.summary.house:
        return
    styles = context.summary.spellings.get(subject.name, {})
    if len(styles) < 2 or subject.style not in styles:
        return
    if subject.guarded or subject.in_code:
        return
    other = next(one for style, one in styles.items() if style is not subject.style)
    other = styles.get(context.summary.house, other)
    message = f"`{subject.name}` is also written `{other.written}` in this prompt"
    related = (Related(other.place, f"here it is `{other.written}`"),)
    yield Hit(
        subject.place, message, fixes=(restyled(subject, context),), related=related
    )
