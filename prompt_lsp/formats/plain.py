"""Plain text: all of the file is the prompt, whatever its line ends."""

from prompt_lsp.document.model import Document, Origin, Source
from prompt_lsp.document.parser import parse_part, parse_prompt
from prompt_lsp.document.source_map import SourceMap

NAME = "plain text"


def read_plain(sources: tuple[Source, ...], declared: bool) -> Document:  # noqa: FBT001 - the signature of `Format.read`
    """The document of a plain file."""
    text = sources[0].text
    part = parse_part(text, SourceMap.identity(len(text)))
    prompt = parse_prompt((part,), origin=Origin(), declared=declared)
    return Document(NAME, sources, (prompt,), declared_text_completions=declared)
