"""VAR011."""

from collections.abc import Iterator, Mapping

from prompt_lsp.document.model import Declaration, LogicTag, Placeholder, Prompt
from prompt_lsp.document.names import folded
from prompt_lsp.document.operations import Declare
from prompt_lsp.rules.placeholders.likeness import is_slip_of
from prompt_lsp.rules.placeholders.writing import renamed
from prompt_lsp.rules.rule import Context, Fix, Hit, Scope, Severity, rule

# Handlebars has one for the messages before, which nobody declares.
_BUILT_IN = {"handlebars": frozenset({"history"})}


@rule("VAR011", "undeclared-placeholder", Severity.ERROR, Scope.PROMPT)
def undeclared_placeholder(prompt: Prompt, context: Context) -> Iterator[Hit]:
    """A placeholder is used, but its variable is not declared.

    ## What it does
    Reports each use of a name that is missing among the variables, where the prompt declares variables in its front matter or in a sidecar.
    Names that a loop or a block of template logic brings along are left alone.

    ## Why
    What fills the prompt goes by the declarations, so this placeholder stays as it is.

    ## Example
    ```prompt name=mail.prompt.md
    ---
    variables:
      CUSTOMER: Ada
    ---
    Write to {{CUSTOMER}} about {{ORDER}}.
    ```

    ## Instead
    ```prompt name=mail.prompt.md
    ---
    variables:
      CUSTOMER: Ada
      ORDER: "7"
    ---
    Write to {{CUSTOMER}} about {{ORDER}}.
    ```

    ## Fix safety
    One fix declares the variable, the other changes the name to a declared one that is almost the same.
    Both are unsafe, because only the author knows which was meant.
    """  # noqa: E501 - one sentence a line
    declared = context.summary.declared
    if declared is None:
        return
    known = declared.keys() | _BUILT_IN.get(context.summary.engine or "", frozenset())
    for name, uses in context.summary.uses.items():
        if name not in known:
            near = _nearest(name, declared)
            free = (use for use in uses if not use.scoped)
            yield from (_hit(use, name, _changes(use, near, context)) for use in free)
    for name, tag in _of_logic(prompt, context):
        if name not in known:
            yield _hit(tag, name, ())


def _of_logic(prompt: Prompt, context: Context) -> Iterator[tuple[str, LogicTag]]:
    """The names that tags of template logic certainly use."""
    if context.summary.escapes_braces:
        return
    for part in prompt.parts:
        for tag in part.logic:
            if not (tag.in_code or tag.foreign):
                yield from ((name, tag) for name in tag.names)


def _hit(use: Placeholder | LogicTag, name: str, changes: tuple[Fix, ...]) -> Hit:
    fixes = (*changes, Fix(f"Declare `{name}`", (Declare(name),)))
    message = f"`{name}` is not among the declared variables"
    return Hit(use.place, message, fixes=fixes)


def _changes(use: Placeholder, near: str | None, context: Context) -> tuple[Fix, ...]:
    if near is None:
        return ()
    return (Fix(f"Change to `{near}`", (renamed(use, near, context),)),)


def _nearest(name: str, declared: Mapping[str, Declaration]) -> str | None:
    """A declared name that is almost the same, the likeliest first."""
    fold = folded(name)
    alike = (other for other in declared if folded(other) == fold)
    slips = (other for other in declared if is_slip_of(name, other))
    return next(alike, None) or next(slips, None)
