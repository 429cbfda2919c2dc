"""TRN004."""

from collections.abc import Iterator

from prompt_lsp.document.model import Prompt
from prompt_lsp.document.tokens import Role
from prompt_lsp.document.turn import Fault
from prompt_lsp.rules.rule import Context, Hit, Related, Scope, Severity, rule
from prompt_lsp.rules.turns.ending import append_assistant
from prompt_lsp.rules.turns.repair import MUST_END, place


@rule("TRN004", "assistant-turn-not-last", Severity.ERROR, Scope.PROMPT)
def assistant_turn_not_last(_: Prompt, context: Context) -> Iterator[Hit]:
    """The last turn is a Human turn.

    ## What it does
    Reports a prompt whose last turn is the Human's although an Assistant turn came before.

    ## Why
    The API refuses it: the model continues an Assistant turn, so the prompt must end with one.

    ## Example
    ```prompt


    Human: Hello, Claude

    Assistant: Hello, world

    Human: How many toes do dogs have?
    ```

    ## Instead
    ```prompt


    Human: Hello, Claude

    Assistant: Hello, world

    Human: How many toes do dogs have?

    Assistant:
    ```

    ## Fix safety
    The fix appends the turn in place of trailing white space and keeps a final line end.
    It is safe where the prompt is declared `text-completions`, since the API refuses it as it stands; elsewhere it is unsafe.
    """  # noqa: E501 - one sentence a line
    verdict = context.verdict
    if verdict.end is not Fault.HUMAN_LAST:
        return
    where = place(verdict.meant[-1].span)
    answers = [marker for marker in verdict.meant if marker.role is Role.ASSISTANT]
    related = (Related(place(answers[-1].span), "the last Assistant turn"),)
    if verdict.open_end or verdict.open_middle:
        yield Hit(where, MUST_END, Severity.INFORMATION, related=related)
    else:
        yield Hit(where, MUST_END, fixes=append_assistant(context), related=related)
