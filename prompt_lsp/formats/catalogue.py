"""The formats, and which of them a file is of.

A file's name decides. An editor that says `prompty` or `dotprompt` is believed, for
a file without a name may be either; its `llm-prompt` says only that the file is a
prompt.
"""

from prompt_lsp.document.model import Document, Source
from prompt_lsp.formats.dotprompt import DOTPROMPT, declare_prompt, read_prompt
from prompt_lsp.formats.format import Format
from prompt_lsp.formats.plain import (
    MARKDOWN,
    PLAIN_TEXT,
    declare_plain,
    read_markdown,
    read_plain,
)
from prompt_lsp.formats.prompty import PROMPTY, declare_prompty, read_prompty
from prompt_lsp.formats.sidecar import SUFFIXES

PLAIN = Format(
    PLAIN_TEXT,
    suffixes=(".txt",),
    languages=(),
    read=read_plain,
    declare=declare_plain,
)

# Their prompts are some of their strings; as plain text all of them would be one.
_IN_PYTHON = (".py", ".pyi", ".pyw")
_IN_CODE = (
    *(".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".cts", ".vue", ".svelte"),
    *(".c", ".h", ".cc", ".cpp", ".cxx", ".hpp", ".m", ".mm", ".cs", ".fs", ".vb"),
    *(".java", ".kt", ".kts", ".scala", ".groovy", ".clj", ".swift", ".dart"),
    *(".go", ".rs", ".zig", ".rb", ".php", ".pl", ".lua", ".r", ".jl", ".ex", ".exs"),
    *(".erl", ".hs", ".ml", ".sh", ".bash", ".zsh", ".fish", ".ps1", ".sql"),
)

# Where the end of a suffix is another one, the longer stands first.
FORMATS: tuple[Format, ...] = (
    PLAIN,
    Format(
        "variables files by themselves",
        suffixes=SUFFIXES,
        languages=(),
        read=None,
    ),
    Format("prompts in Python", suffixes=_IN_PYTHON, languages=(), read=None),
    Format("prompts in code", suffixes=_IN_CODE, languages=(), read=None),
    Format("notebooks", suffixes=(".ipynb",), languages=(), read=None),
    Format(
        MARKDOWN,
        suffixes=(".md",),
        languages=(),
        read=read_markdown,
        declare=declare_plain,
    ),
    Format(
        PROMPTY,
        suffixes=(".prompty",),
        languages=("prompty",),
        read=read_prompty,
        declare=declare_prompty,
    ),
    Format(
        DOTPROMPT,
        suffixes=(".prompt",),
        languages=("dotprompt",),
        read=read_prompt,
        declare=declare_prompt,
    ),
    Format(
        "messages in JSON",
        suffixes=(".json",),
        languages=(),
        read=None,
    ),
    Format(
        "messages in YAML",
        suffixes=(".yml", ".yaml"),
        languages=(),
        read=None,
    ),
)


def format_of(name: str, language: str | None = None) -> Format:
    """The format of a file; plain text where neither its name nor an editor says.

    `language` is the editor's language id, if an editor has the file open.
    """
    for known in FORMATS:
        if language in known.languages:
            return known
    lowered = name.lower()
    named = (known for known in FORMATS if lowered.endswith(known.suffixes))
    return next(named, PLAIN)


def parse(
    sources: tuple[Source, ...],
    *,
    declared: bool = False,
    language: str | None = None,
) -> Document:
    """The document of a file and, after it, the sidecar of its variables.

    `declared` says that the configuration declares it text-completions. A file of
    a kind without a reader has no prompts.
    """
    return read(format_of(sources[0].name, language), sources, declared=declared)


def read(format_: Format, sources: tuple[Source, ...], *, declared: bool) -> Document:
    """The document of a file that is known to be of a format."""
    if format_.read is None:
        return Document(format_.name, sources, declared_text_completions=declared)
    return format_.read(sources, declared)
