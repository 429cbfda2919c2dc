"""What the rules about turns share: the canonical form, and text without an owner."""

from prompt_lsp.document.markers import depends_on_role
from prompt_lsp.document.model import Place
from prompt_lsp.document.operations import Replace
from prompt_lsp.document.tokens import INVISIBLE, WHITE_SPACE
from prompt_lsp.document.turn import Marker
from prompt_lsp.rules.rule import Context, Fix, Severity
from prompt_lsp.text import Span

MUST_START = (
    'prompt must start with "\\n\\nHuman:" turn after an optional system prompt'
)
MUST_END = 'prompt must end with "\\n\\nAssistant:" turn'


def place(span: Span) -> Place:
    """A stretch of the one part that a text-completions prompt has."""
    return Place(0, span)


def text_of(context: Context) -> str:
    """The text of the one part that a text-completions prompt has."""
    return context.prompt.parts[0].text if context.prompt else ""


def line_end_of(context: Context) -> str:
    """The kind of line end that the text uses."""
    return context.prompt.parts[0].line_end if context.prompt else "\n"


def by_verdict(marker: Marker, context: Context) -> Severity:
    """An error where the marker alone explains a fault, else a warning."""
    culprit = marker in context.verdict.culprits
    return Severity.ERROR if culprit else Severity.WARNING


def canonical(marker: Marker, context: Context, title: str, *, safe: bool) -> Fix:
    """Separator and marker as the API wants them, in one piece."""
    end = line_end_of(context)
    whole = Span(marker.separator.start, marker.span.end)
    return Fix(title, (Replace(place(whole), f"{end}{end}{marker.role}:"),), safe=safe)


def mends(marker: Marker, context: Context) -> bool:
    """Whether the canonical form of a near-marker is the one repair of a fault."""
    verdict = context.verdict
    if marker not in verdict.culprits or marker.renamed:
        return False
    return verdict.safe_after_text or not depends_on_role(marker)


def first_line(text: str, start: int, end: int) -> Span:
    """The first line of what a stretch says, without the blanks around it."""
    blank = WHITE_SPACE + INVISIBLE
    said = text[start:end]
    start += len(said) - len(said.lstrip(blank))
    line = said.strip(blank).partition("\n")[0].partition("\r")[0]
    return Span(start, start + len(line))


def final_line_end(text: str) -> str:
    """The line end that a text ends with, or nothing."""
    if text.endswith("\r\n"):
        return "\r\n"
    return text[-1:] if text[-1:] in ("\n", "\r") else ""
