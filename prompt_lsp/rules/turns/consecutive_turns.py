"""TRN011."""

import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from prompt_lsp.document.model import Prompt
from prompt_lsp.document.operations import Replace
from prompt_lsp.document.scanner import scan
from prompt_lsp.document.turn import Turn
from prompt_lsp.rules.rule import Context, Fix, Hit, Related, Scope, Severity, rule
from prompt_lsp.rules.turns.repair import (
    final_line_end,
    line_end_of,
    place,
    text_of,
)
from prompt_lsp.text import Span


@rule("TRN011", "consecutive-turns", Severity.WARNING, Scope.PROMPT)
def consecutive_turns(_: Prompt, context: Context) -> Iterator[Hit]:
    """Two turns of the same role follow each other.

    ## What it does
    Reports the second of two Human turns or of two Assistant turns in a row.

    ## Why
    The documentation recommends that turns alternate: models were trained on conversations that do.

    ## Example
    ```prompt


    Human: Hello, Claude

    Human: How many toes do dogs have?

    Assistant:
    ```

    ## Instead
    ```prompt


    Human: Hello, Claude

    How many toes do dogs have?

    Assistant:
    ```

    ## Fix safety
    The fix joins the two turns with a blank line, or removes a blank last turn.
    It is unsafe: the two may have been meant apart, or a turn between them is missing.
    """  # noqa: E501 - one sentence a line
    turns = context.verdict.turns
    tail = _blank_tail(turns)
    for first, second in pairwise(turns):
        role = first.marker.role
        if second.marker.role is not role:
            continue
        where = place(second.marker.span)
        message = f"two {role} turns in a row; turns should alternate"
        related = (Related(place(first.marker.span), f"the {role} turn before"),)
        if context.verdict.open_turns:
            yield Hit(where, message, Severity.INFORMATION, related=related)
        else:
            fixes = tuple(_fixes(second, context, tail))
            yield Hit(where, message, fixes=fixes, related=related)


def _fixes(second: Turn, context: Context, tail: int) -> Iterator[Fix]:
    text = text_of(context)
    start = second.marker.separator.start
    if second.blank:
        if second.marker.span.start >= tail:
            rest = Replace(place(Span(start, len(text))), final_line_end(text))
            yield Fix("Remove the empty turn", (rest,))
        return
    said = second.text.lstrip(" \t\f\v")
    if _begins_anew(said):
        return
    joint = Span(start, second.span.end - len(said))
    operation = Replace(place(joint), 2 * line_end_of(context))
    yield Fix("Join the two turns", (operation,))


def _blank_tail(turns: Sequence[Turn]) -> int:
    """The offset from which on there are only blank turns, all of one role."""
    role = turns[-1].marker.role if turns else None
    tail = takewhile(
        lambda turn: turn.blank and turn.marker.role is role, reversed(turns)
    )
    return min((turn.marker.span.start for turn in tail), default=sys.maxsize)


def _begins_anew(said: str) -> bool:
    """Whether a text begins with a marker, near-marker, escape or fence."""
    line = said.lstrip("\r\n").partition("\n")[0].partition("\r")[0]
    tokens = scan(line)
    escaped = bool(tokens.escapes) and tokens.escapes[0].span.start == 0
    return bool(tokens.words or tokens.fences) or escaped
