"""VAR007."""

from collections.abc import Iterator

from prompt_lsp.document.model import Placeholder, Prompt
from prompt_lsp.document.operations import Operation, Undeclare
from prompt_lsp.document.tokens import Style
from prompt_lsp.rules.placeholders.likeness import near_duplicates
from prompt_lsp.rules.placeholders.writing import renamed
from prompt_lsp.rules.rule import Context, Fix, Hit, Related, Scope, Severity, rule


@rule("VAR007", "near-duplicate-placeholder", Severity.WARNING, Scope.PROMPT)
def near_duplicate_placeholder(prompt: Prompt, context: Context) -> Iterator[Hit]:
    """Two names differ so little that one of them looks like a slip.

    ## What it does
    Reports a name that differs from a commoner one by case, `_` or `-` only, or by one edit where both have five letters or more.
    Of two that are used equally often, the declared one is taken for the commoner, then the one in UPPER_SNAKE, then the first.
    Numbers at the end, a plural `s` and short last segments (`OPTION_A`, `OPTION_B`) are meant, and so are two names in one sentence or list.

    ## Why
    The rarer name is one that nobody fills, and nothing says so.

    ## Example
    ```prompt
    Translate {{SENTENCE}} to German.

    Keep the tone of {{SENTNCE}}.
    ```

    ## Instead
    ```prompt
    Translate {{SENTENCE}} to German.

    Keep the tone of {{SENTENCE}}.
    ```

    ## Fix safety
    The fix gives every use of the rarer name the commoner one; it is unsafe, because two variables may be meant.
    There is none where only the rarer name is declared.
    """  # noqa: E501 - one sentence a line
    declared = context.summary.declared or {}
    uses = {
        name: counted
        for name, places in context.summary.uses.items()
        if (counted := [use for use in places if _counts(use)])
    }
    for rarer, commoner in near_duplicates(uses, prompt.parts, declared):
        first, other = uses[rarer][0], uses[commoner][0]
        yield Hit(
            first.place,
            f"`{rarer}` is almost the same name as `{commoner}`",
            fixes=tuple(_fixes(rarer, commoner, context)),
            related=(Related(other.place, f"here it is `{commoner}`"),),
        )


def _counts(use: Placeholder) -> bool:
    """Whether it certainly is a placeholder; in code only two braces are."""
    return use.style is Style.BRACES or not use.in_code


def _fixes(rarer: str, commoner: str, context: Context) -> Iterator[Fix]:
    declared = context.summary.declared or {}
    if rarer in declared and commoner not in declared:
        return  # the declaration says that it is no slip
    operations: list[Operation] = [
        renamed(use, commoner, context) for use in context.summary.uses[rarer]
    ]
    if rarer in declared:
        operations.append(Undeclare(declared[rarer]))
    yield Fix(f"Rename `{rarer}` to `{commoner}`", tuple(operations))
