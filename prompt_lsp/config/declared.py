"""The one list of settings.

The JSON schema, the reference in the manual and what an editor offers come from
here.
"""

from dataclasses import dataclass
from typing import Any

from prompt_lsp.config import kinds
from prompt_lsp.config.kinds import Kind
from prompt_lsp.config.settings import Settings

_DEFAULTS = Settings()


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.

    Attributes:
        key: as configuration files spell it; a dot stands between table and key.
        kind: its values.
        doc: what it does, in Markdown.
        guarded: it says where prompts and keys go, so a repository that somebody
            cloned may not set it.
        merges: a later layer adds to its table instead of replacing it.
    """

    key: str
    kind: Kind
    doc: str
    guarded: bool = False
    merges: bool = False

    @property
    def camel(self) -> str:
        """The key as editors spell it."""
        return ".".join(_camel(name) for name in self.key.split("."))

    @property
    def field(self) -> str:
        """The name of its value in `Settings`."""
        return self.key.removeprefix("engines.").replace(".", "_").replace("-", "_")

    @property
    def default(self) -> Any:  # noqa: ANN401 - each field has its own type
        """Its value where nobody sets it."""
        return getattr(_DEFAULTS, self.field)


def _camel(name: str) -> str:
    first, *rest = name.split("-")
    return first + "".join(word.capitalize() for word in rest)


SETTINGS = (
    Setting(
        "include",
        kinds.GLOBS,
        "The files that are prompts. What you write replaces the default.",
    ),
    Setting(
        "exclude",
        kinds.GLOBS,
        "Files and folders that are left out, even where `include` names them.",
    ),
    Setting(
        "text-completions",
        kinds.GLOBS,
        "Files that are declared to be text-completions prompts. "
        "They are prompts even where `include` does not name them.",
    ),
    Setting("select", kinds.CODES, "The rules that speak. Empty means all of them."),
    Setting(
        "ignore",
        kinds.CODES,
        "Rules that do not speak, unless `select` names them more specifically.",
    ),
    Setting(
        "per-file-ignores",
        kinds.PER_FILE,
        "Rules that do not speak in the files that a glob matches, "
        "whatever is selected.",
    ),
    Setting(
        "severity",
        kinds.SEVERITIES,
        "How much the findings of a rule weigh. `off` silences it.",
        merges=True,
    ),
    Setting(
        "placeholder-style",
        kinds.choice(
            {
                "{{NAME}}": "Two braces, as the prompt tools write them",
                "<<NAME>>": "Angle quotes",
                "{NAME}": "One brace, as Python's `str.format` has it",
                "{$NAME}": "A dollar inside a brace",
                "${NAME}": "A dollar before a brace, as shells have it",
            }
        ),
        "The house style of placeholders, which fixes write. "
        "Setting it, be it to the default, makes restyling a safe fix.",
    ),
    Setting(
        "template-engine",
        kinds.choice(
            {
                "none": "Plain placeholders; no engine",
                "handlebars": "Handlebars, such as `{{#if NAME}}`",
                "jinja": "Jinja, such as `{% if NAME %}`",
                "mustache": "Mustache, such as `{{#NAME}}`",
            }
        ),
        "The engine that fills the templates, whose logic is then understood.",
    ),
    Setting("target-model", kinds.TEXT, "The id of the model that prompts are for."),
    Setting(
        "token-limit",
        kinds.NUMBER,
        "The number of tokens from which on a text-completions prompt is too long.",
    ),
    Setting(
        "tokenizer",
        kinds.PATH,
        "A tokenizer file to count tokens with, relative to the file that sets it.",
    ),
    Setting(
        "feedback",
        kinds.TEXTS,
        "Feedback texts that an editor offers when a prompt is to be improved.",
    ),
    Setting(
        "engine",
        kinds.choice(
            {
                "offline": "Embedded: no network, no model, no key",
                "messages": "A model behind a Messages API, hosted or your own",
                "prompt-tools": "A server with the protocol of the prompt tools",
            }
        ),
        "What improves, templatizes and generates prompts.",
    ),
    Setting(
        "engines.messages.base-url",
        kinds.URL,
        "The Messages API that the engine `messages` calls.",
        guarded=True,
    ),
    Setting(
        "engines.messages.model",
        kinds.TEXT,
        "The model that the engine `messages` asks.",
        guarded=True,
    ),
    Setting(
        "engines.prompt-tools.base-url",
        kinds.URL,
        "The server that the engine `prompt-tools` calls.",
        guarded=True,
    ),
    Setting(
        "deadline",
        kinds.SECONDS,
        "The time after which a call of an engine is given up, in seconds.",
        guarded=True,
    ),
)
