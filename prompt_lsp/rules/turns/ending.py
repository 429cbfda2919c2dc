"""The repair of a prompt that does not end with an Assistant turn."""

from prompt_lsp.document.operations import Replace
from prompt_lsp.document.tokens import WHITE_SPACE
from prompt_lsp.rules.rule import Context, Fix
from prompt_lsp.rules.turns.repair import (
    final_line_end,
    line_end_of,
    place,
    text_of,
)
from prompt_lsp.text import Span


def append_assistant(context: Context) -> tuple[Fix, ...]:
    """An Assistant turn in place of trailing white space; none for a blank text."""
    text = text_of(context)
    end = len(text.rstrip(WHITE_SPACE))
    if not end:
        return ()
    line_end = line_end_of(context)
    turn = f"{line_end}{line_end}Assistant:{final_line_end(text)}"
    declared = bool(context.prompt and context.prompt.declared_format)
    operation = Replace(place(Span(end, len(text))), turn)
    return (Fix('End with "\\n\\nAssistant:"', (operation,), safe=declared),)
