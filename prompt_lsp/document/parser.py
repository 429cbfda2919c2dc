"""Tokens to parts and prompts; the one way in for every format."""

from collections.abc import Iterable

from prompt_lsp.document.blocks import quotes_and_code
from prompt_lsp.document.markers import markers
from prompt_lsp.document.model import Origin, Part, Prompt
from prompt_lsp.document.placeholders import placeholders
from prompt_lsp.document.scanner import scan
from prompt_lsp.document.source_map import SourceMap
from prompt_lsp.document.turn import Verdict
from prompt_lsp.document.verdict import is_text_completions, judge
from prompt_lsp.text.lines import LINE_END

TEXT_COMPLETIONS = "text-completions"


def parse_part(
    text: str, source_map: SourceMap, role: str | None = None, index: int = 0
) -> Part:
    """A part with all that stands in its text."""
    tokens = scan(text)
    quotes, code = quotes_and_code(text, tokens)
    found = placeholders(text, index, code)
    return Part(
        text,
        source_map,
        tokens,
        role,
        index,
        _line_end(text),
        quotes,
        code,
        found.placeholders,
        found.slips,
        found.logic,
    )


def parse_prompt(  # noqa: PLR0913 - the facts of a prompt, told by keyword
    parts: Iterable[Part],
    *,
    declared_format: str | None = None,
    target_model: str | None = None,
    template_engine: str | None = None,
    origin: Origin = Origin(),
    declared: bool = False,
) -> Prompt:
    """A prompt with its verdict, if it is text-completions.

    `declared` says that the configuration declares it so.
    """
    parts = tuple(parts)
    if declared and declared_format is None:
        declared_format = TEXT_COMPLETIONS
    return Prompt(
        parts,
        declared_format,
        target_model,
        template_engine,
        origin,
        _verdict(parts, declared_format),
    )


def _verdict(parts: tuple[Part, ...], declared_format: str | None) -> Verdict | None:
    """Only a plain prompt of one part can be text-completions."""
    if len(parts) != 1 or parts[0].role is not None:
        return None
    part = parts[0]
    found = markers(part.text, part.tokens, part.quotes)
    declared = declared_format == TEXT_COMPLETIONS
    if declared or (declared_format is None and is_text_completions(part.text, found)):
        return judge(part, found)
    return None


def _line_end(text: str) -> str:
    found = LINE_END.search(text)
    return found[0] if found else "\n"
