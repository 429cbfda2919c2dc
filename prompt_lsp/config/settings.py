"""The values that hold for one file."""

from dataclasses import dataclass, field
from typing import NamedTuple

DEFAULT_INCLUDE = (
    "*.prompt",
    "*.prompt.{txt,md,json,yml,yaml}",
    "*.prompty",
    "*.messages.json",
    "**/prompts/**/*.{txt,md,json,yml,yaml}",
)


class Globs(NamedTuple):
    """Globs and the folder that they are relative to; empty means the root."""

    patterns: tuple[str, ...] = ()
    base: str = ""


class PerFileIgnores(NamedTuple):
    """For each glob the rules that are silent there, and the folder of the globs."""

    entries: tuple[tuple[str, tuple[str, ...]], ...] = ()
    base: str = ""


_EVERY_DEFAULT = Globs(DEFAULT_INCLUDE)
_NO_FILE = Globs()
_NO_IGNORES = PerFileIgnores()


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for one file.

    Codes are rule codes, prefixes of them or rule names, as they were written.

    Attributes:
        include, exclude, text_completions: which files are prompts.
        select: rules that speak; empty means all of them.
        ignore: rules that do not.
        select_is_above: a higher layer set `select` than `ignore`, so that it holds
            where both speak of a rule alike.
        silent: what `per_file_ignores` silences for the one file that these are for,
            whatever is selected.
        severity: code to `error`, `warning`, `information`, `hint` or `off`.
        placeholder_style_is_set: somebody chose the style, be it the default one.
        token_limit: in tokens.
        tokenizer: the path of a file; absolute.
        feedback: texts to improve a prompt by.
        messages_base_url, messages_model: of the engine `messages`.
        prompt_tools_base_url: of the engine `prompt-tools`.
        deadline: of one call of an engine, in seconds.
    """

    include: Globs = _EVERY_DEFAULT
    exclude: Globs = _NO_FILE
    text_completions: Globs = _NO_FILE
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    select_is_above: bool = False
    per_file_ignores: PerFileIgnores = _NO_IGNORES
    silent: tuple[str, ...] = ()
    severity: dict[str, str] = field(default_factory=dict)
    placeholder_style: str = "{{NAME}}"
    placeholder_style_is_set: bool = False
    template_engine: str = "none"
    target_model: str | None = None
    token_limit: int = 99_999
    tokenizer: str | None = None
    feedback: tuple[str, ...] = ()
    engine: str = "offline"
    messages_base_url: str | None = None
    messages_model: str | None = None
    prompt_tools_base_url: str | None = None
    deadline: float = 120.0
