"""VAR014."""

import re
from collections.abc import Iterator

from prompt_lsp.document.model import Slip, SlipKind
from prompt_lsp.rules.placeholders.writing import slugged, written_as
from prompt_lsp.rules.rule import Context, Hit, Scope, Severity, rule

_NOT_OF_THE_NAME = re.compile(
    r"(?i)^(?:(?:your|the|an?)(?:\b|_)[ _-]*)+|[ _-]+here\W*$"
)


@rule("VAR014", "unfilled-blank", Severity.HINT, Scope.SLIP, one_of="form")
def unfilled_blank(subject: Slip, context: Context) -> Iterator[Hit]:
    """A blank was meant to be filled by hand.

    ## What it does
    Reports `[INSERT …]`, `[YOUR …]`, `[TODO …]`, `<your …>`, `<insert …>`, `{{e.g. …}}` and `{{your …}}` outside code, with `_` for the blank too.
    Links and tags that are closed somewhere are left alone.

    ## Why
    Nothing fills it, so the model reads the instruction to the author.

    ## Example
    ```prompt
    You write for [INSERT COMPANY NAME].
    ```

    ## Instead
    ```prompt
    You write for {{COMPANY_NAME}}.
    ```

    ## Fix safety
    The fix makes a placeholder of the blank; it is unsafe, because the author may have meant to fill it once for all.
    """  # noqa: E501 - one sentence a line
    if subject.kind is not SlipKind.BLANK:
        return
    in_braces = subject.written.startswith("{")
    if subject.in_code or (in_braces and context.summary.escapes_braces):
        return
    name = slugged(_NOT_OF_THE_NAME.sub("", subject.name.strip()), context)
    fixes = (written_as(name, subject.place, context),) if name else ()
    yield Hit(subject.place, f"`{subject.written}` was never filled in", fixes=fixes)
