"""VAR006."""

from collections.abc import Iterator

from prompt_lsp.document.model import Placeholder
from prompt_lsp.document.names import canonical
from prompt_lsp.rules.placeholders.writing import renamed, restyled
from prompt_lsp.rules.rule import Context, Fix, Hit, Scope, Severity, rule

_MANY = 100


@rule("VAR006", "noncanonical-placeholder", Severity.HINT, Scope.PLACEHOLDER)
def noncanonical_placeholder(subject: Placeholder, context: Context) -> Iterator[Hit]:
    """A placeholder is spaced or spelled unlike the others.

    ## What it does
    Reports blanks around the name, and names with lower case in a prompt that also has names in UPPER_SNAKE, in whatever style.
    It is silent in a prompt with template logic or a template engine, where both are the custom, and where the upper-case form is a name of its own.

    ## Why
    One way of writing is easier to search for, and code that fills placeholders by replacing text finds one spelling only.

    ## Example
    ```prompt
    Translate {{ TEXT }} to {{TARGET_LANGUAGE}}.
    ```

    ## Instead
    ```prompt
    Translate {{TEXT}} to {{TARGET_LANGUAGE}}.
    ```

    ## Fix safety
    Removing blanks is safe where the configuration sets `placeholder-style`.
    Renaming is unsafe, because the code that fills the prompt must use the new name.
    """  # noqa: E501 - one sentence a line
    if subject.in_code or subject.guarded or _is_the_custom(subject, context):
        return
    if subject.written != subject.style.write(subject.name):
        message = f"`{subject.written}` has blanks around the name"
        yield Hit(subject.place, message, fixes=(restyled(subject, context),))
    elif _is_odd(subject.name, context):
        message = f"`{subject.name}` has lower case, and other names here have none"
        yield Hit(subject.place, message, fixes=tuple(_renaming(subject, context)))


def _is_the_custom(subject: Placeholder, context: Context) -> bool:
    """Whether it is of another style than the house, or a template engine's."""
    summary = context.summary
    if subject.style is not summary.house or summary.escapes_braces:
        return True
    return summary.has_logic or summary.engine is not None


def _is_odd(name: str, context: Context) -> bool:
    summary = context.summary
    if not summary.has_upper or name == name.upper():
        return False
    return not (summary.is_used(name.upper()) or summary.is_used(canonical(name)))


def _renaming(subject: Placeholder, context: Context) -> Iterator[Fix]:
    """Rename every use; declared names are the right ones, and stay."""
    if context.summary.declared is not None:
        return
    old, new = subject.name, canonical(subject.name)
    uses = context.summary.uses.get(old, ())
    # Each use carries the whole renaming, so of very many only the first has it.
    if len(uses) <= _MANY or subject is uses[0]:
        operations = tuple(renamed(use, new, context) for use in uses)
        yield Fix(f"Rename `{old}` to `{new}`", operations)
