"""Plain text and Markdown: what follows the front matter is the prompt, verbatim."""

from collections.abc import Sequence

from prompt_lsp.document.model import Document, Origin, Prompt, Source
from prompt_lsp.document.operations import Declare
from prompt_lsp.document.parser import parse_part, parse_prompt
from prompt_lsp.document.source_map import SourceMap
from prompt_lsp.formats.assembly import Host, assemble, declare, read_host
from prompt_lsp.formats.format import SourceEdit
from prompt_lsp.formats.front_matter import FrontMatter
from prompt_lsp.formats.homes import Dialect
from prompt_lsp.formats.suppressions import comment_problems, comment_suppressions

PLAIN_TEXT = "plain text"
MARKDOWN = "Markdown"


def read_plain(sources: tuple[Source, ...], declared: bool) -> Document:  # noqa: FBT001 - the signature of `Format.read`
    """The document of a plain file."""
    host = read_host(sources)
    prompt = verbatim(host, declared=declared)
    return assemble(PLAIN_TEXT, host, Dialect.PLAIN, prompt, declared=declared)


def read_markdown(sources: tuple[Source, ...], declared: bool) -> Document:  # noqa: FBT001 - the signature of `Format.read`
    """The document of a Markdown file, whose comments may hold suppressions."""
    host = read_host(sources)
    prompt = verbatim(host, declared=declared)
    body = host.front.body
    code = [span.shifted(body) for span in prompt.parts[0].code]
    return assemble(
        MARKDOWN,
        host,
        Dialect.PLAIN,
        prompt,
        declared=declared,
        suppressions=comment_suppressions(sources, body, code),
        unclear=comment_problems(host.text, body, code),
    )


def declare_plain(
    document: Document, declares: Sequence[Declare]
) -> tuple[SourceEdit, ...] | None:
    """The edits that declare variables in `variables:` or in the sidecar."""
    return declare(document, declares, Dialect.PLAIN)


def verbatim(host: Host, *, declared: bool) -> Prompt:
    """The prompt of a body that is sent as it stands."""
    body = host.text[host.front.body :]
    part = parse_part(body, SourceMap.identity(len(body), host.front.body))
    return parse_prompt(
        (part,),
        declared_format=host.front.declared_format,
        target_model=target_model(host.front),
        origin=Origin(),
        declared=declared,
    )


def target_model(front: FrontMatter) -> str | None:
    """The model that front matter names, with our key or the one of many hosts."""
    return (
        front.text("target-model") or front.text("target_model") or front.text("model")
    )
