"""TRN002."""

from collections.abc import Iterator

from prompt_lsp.document.model import Prompt
from prompt_lsp.document.turn import Fault
from prompt_lsp.rules.rule import Context, Hit, Scope, Severity, rule
from prompt_lsp.rules.turns.ending import append_assistant
from prompt_lsp.rules.turns.lines import last_said_line
from prompt_lsp.rules.turns.repair import MUST_END, place, text_of


@rule("TRN002", "missing-assistant-turn", Severity.ERROR, Scope.PROMPT)
def missing_assistant_turn(_: Prompt, context: Context) -> Iterator[Hit]:
    """A text-completions prompt has no Assistant turn.

    ## What it does
    Reports a prompt in which no turn begins with two line ends and `Assistant:`.

    ## Why
    The API refuses it: the last turn must be an Assistant turn, which the model then continues.

    ## Example
    ```prompt


    Human: Hello, Claude
    ```

    ## Instead
    ```prompt


    Human: Hello, Claude

    Assistant:
    ```

    ## Fix safety
    The fix appends the turn in place of trailing white space and keeps a final line end.
    It is safe where the prompt is declared `text-completions`, since the API refuses it as it stands; elsewhere it is unsafe, because the text may be no such prompt.
    """  # noqa: E501 - one sentence a line
    verdict = context.verdict
    if verdict.end is not Fault.NO_ASSISTANT:
        return
    where = place(last_said_line(text_of(context)))
    if verdict.open_end or verdict.open_middle:
        yield Hit(where, MUST_END, Severity.INFORMATION)
    else:
        yield Hit(where, MUST_END, fixes=append_assistant(context))
