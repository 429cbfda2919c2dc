"""TRN001."""

from collections.abc import Iterator

from prompt_lsp.document.model import Prompt
from prompt_lsp.document.operations import Replace
from prompt_lsp.document.tokens import WHITE_SPACE
from prompt_lsp.document.turn import Fault
from prompt_lsp.rules.rule import Context, Fix, Hit, Scope, Severity, rule
from prompt_lsp.rules.turns.lines import first_marker_or_line
from prompt_lsp.rules.turns.repair import MUST_START, line_end_of, place, text_of
from prompt_lsp.text import Span


@rule("TRN001", "missing-human-turn", Severity.ERROR, Scope.PROMPT)
def missing_human_turn(_: Prompt, context: Context) -> Iterator[Hit]:
    """A text-completions prompt has no Human turn.

    ## What it does
    Reports a prompt in which no turn begins with two line ends and `Human:`.

    ## Why
    The API refuses it: the first conversational turn must be a Human turn, after an optional system prompt.

    ## Example
    ```prompt declared
    Hello, world

    Assistant:
    ```

    ## Instead
    ```prompt declared


    Human: Hello, world

    Assistant:
    ```

    ## Fix safety
    The fix makes all text before the first marker a Human turn.
    It is unsafe: that text may have been meant as a system prompt.
    """  # noqa: E501 - one sentence a line
    verdict = context.verdict
    if verdict.start is not Fault.NO_HUMAN:
        return
    where = place(first_marker_or_line(text_of(context), verdict))
    if verdict.open_start or verdict.open_middle:
        yield Hit(where, MUST_START, Severity.INFORMATION)
    else:
        yield Hit(where, MUST_START, fixes=tuple(_fixes(context)))


def _fixes(context: Context) -> Iterator[Fix]:
    text = text_of(context)
    said = text.lstrip(WHITE_SPACE)
    start = len(text) - len(said)
    markers = context.verdict.markers
    if not said or (markers and markers[0].separator.start <= start):
        return
    end = line_end_of(context)
    after = end if said.startswith(("```", "~~~")) else " "
    opening = Replace(place(Span(0, start)), f"{end}{end}Human:{after}")
    yield Fix('Begin with "\\n\\nHuman:"', (opening,))
