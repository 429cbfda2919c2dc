"""TRN014."""

import re
from collections.abc import Iterator

from prompt_lsp.document.model import Prompt
from prompt_lsp.document.operations import Replace
from prompt_lsp.document.tokens import BLANK_LOOKING, INVISIBLE, WHITE_SPACE
from prompt_lsp.document.turn import Flaw, Marker
from prompt_lsp.rules.rule import Context, Fix, Hit, Scope, Severity, rule
from prompt_lsp.rules.turns.repair import (
    by_verdict,
    canonical,
    final_line_end,
    mends,
    place,
    text_of,
)
from prompt_lsp.text import Span

_HIDDEN = re.compile(f"[{INVISIBLE}]")


@rule("TRN014", "invisible-character", Severity.WARNING, Scope.PROMPT)
def invisible_character(prompt: Prompt, context: Context) -> Iterator[Hit]:
    """A character that nobody sees stands where the API looks for a turn.

    ## What it does
    Reports no-break and other Unicode blanks, zero-width characters and soft hyphens in the separator or indentation of a turn marker, between its word and its colon, right after the colon, and at the end of the prompt.
    It is an error where such a character hides a marker that the prompt needs.

    ## Why
    Text copied from a web page or a chat carries them, and editors show nothing.
    The API takes them as text, so a turn is missing or the answer starts badly.

    ## Example
    ```prompt


    Human: Hello, Claude

    ⟦a0⟧Assistant:
    ```

    ## Instead
    ```prompt


    Human: Hello, Claude

    Assistant:
    ```

    ## Fix safety
    The fix writes the exact marker, a plain blank or nothing.
    It is safe where the finding is an error and at the end of the prompt; elsewhere the character may have been meant.
    """  # noqa: E501 - one sentence a line
    text = text_of(context)
    tail = len(text.rstrip(WHITE_SPACE + INVISIBLE))
    for marker in context.verdict.markers:
        if marker.flaw is Flaw.INVISIBLE:
            yield _hiding(marker, context)
        if not marker.quote and marker.span.end < tail:
            yield from _after_colon(marker)
    yield from _at_the_end(text, tail, kept=prompt.origin.ends_with_file)


def _hiding(marker: Marker, context: Context) -> Hit:
    found = list(_HIDDEN.finditer(marker.written))
    at = marker.separator.start
    span = Span(at + found[0].start(), at + found[-1].end())
    title = f"Write `{marker.role}:` without {_named(found[0][0])}"
    fix = canonical(marker, context, title, safe=mends(marker, context))
    message = f"{_named(found[0][0])} keeps `{marker.role}:` from being a turn"
    return Hit(place(span), message, by_verdict(marker, context), (fix,))


def _after_colon(marker: Marker) -> Iterator[Hit]:
    hidden = marker.after
    if not _HIDDEN.match(hidden):
        return
    span = Span(marker.span.end, marker.span.end + len(hidden))
    new = " " if any(character in BLANK_LOOKING for character in hidden) else ""
    title = (
        f"Replace {_named(hidden)} by a blank" if new else f"Remove {_named(hidden)}"
    )
    fix = Fix(title, (Replace(place(span), new),))
    yield Hit(place(span), f"{_named(hidden)} follows `{marker.role}:`", fixes=(fix,))


def _at_the_end(text: str, tail: int, *, kept: bool) -> Iterator[Hit]:
    found = list(_HIDDEN.finditer(text, tail))
    if not found:
        return
    span = Span(found[0].start(), found[-1].end())
    rest = Replace(place(Span(tail, len(text))), final_line_end(text) if kept else "")
    name = _named(found[0][0])
    fix = Fix(f"Remove {name} at the end", (rest,), safe=True)
    yield Hit(place(span), f"{name} stands at the end of the prompt", fixes=(fix,))


def _named(hidden: str) -> str:
    return f"U+{ord(hidden[0]):04X}"
