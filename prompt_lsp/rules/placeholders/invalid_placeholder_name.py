"""VAR004."""

import re
from collections.abc import Iterator

from prompt_lsp.document.model import Slip, SlipKind
from prompt_lsp.document.names import LONGEST
from prompt_lsp.rules.placeholders.writing import slugged, written_as
from prompt_lsp.rules.rule import Context, Hit, Scope, Severity, rule

# What Python takes for printable and nobody sees: joiners, fillers, variants.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0100-\U000e01ef]"
)


@rule(
    "VAR004",
    "invalid-placeholder-name",
    Severity.WARNING,
    Scope.SLIP,
    one_of="form",
)
def invalid_placeholder_name(subject: Slip, context: Context) -> Iterator[Hit]:
    """What stands between two braces is no name.

    ## What it does
    Reports `{{…}}` outside code whose content looks like a name and is none: it has blanks or letters that are not ASCII, begins with a digit, or is longer than 64 characters.
    Braces around a quote, a number or an expression are no placeholders and are left alone, and so are all of them where a template engine is configured.

    ## Why
    A variable's name is an ASCII letter or `_`, then ASCII letters, digits, `_` or `-`; anything else is not filled.

    ## Example
    ```prompt
    Write to {{customer name}} about the delay.
    ```

    ## Instead
    ```prompt
    Write to {{CUSTOMER_NAME}} about the delay.
    ```

    ## Fix safety
    The fix makes a name of the content; it is unsafe, because the code that fills the prompt must use that name.
    """  # noqa: E501 - one sentence a line
    if subject.kind is not SlipKind.INVALID_NAME:
        return
    if subject.in_code or context.summary.escapes_braces or context.summary.engine:
        return
    name = slugged(subject.name, context)
    fixes = (written_as(name, subject.place, context),) if name else ()
    shown = "".join(map(_shown, subject.name))
    message = f"`{shown}` is no name for a placeholder: {_reason(subject.name)}"
    yield Hit(subject.place, message, fixes=fixes)


def _reason(name: str) -> str:
    if any(character.isspace() for character in name):
        return "it holds blanks"
    if not name.isascii():
        reason = "it holds characters that are not ASCII"
        first = next(character for character in name if not character.isascii())
        return reason if _shown(first) == first else f"{reason}: {_shown(first)}"
    if name[0].isdigit():
        return "it begins with a digit"
    if len(name) > LONGEST:
        return f"it is longer than {LONGEST} characters"
    return "only letters, digits, `_` and `-` may stand in one"


def _shown(character: str) -> str:
    """A character, or the name of one that nobody sees."""
    if character.isprintable() and not _UNSEEN.match(character):
        return character
    return f"U+{ord(character):04X}"
