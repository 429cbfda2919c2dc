"""Whether a file is a prompt, and why."""

from typing import TYPE_CHECKING, NamedTuple

from prompt_lsp.workspace import globs, paths

if TYPE_CHECKING:
    from prompt_lsp.workspace.configuration import Configuration
    from prompt_lsp.workspace.ignored import Ignores

# The language ids by which an editor says that a document is a prompt.
LANGUAGES = frozenset({"llm-prompt", "prompty", "dotprompt"})

# Ends of the names of files that hold a prompt's variables, the preferred one first.
SIDECARS = (".vars.json", ".vars.yaml", ".vars.yml")

VENV = "pyvenv.cfg"
_NEVER_WALKED = frozenset({".git", "node_modules"})


class Standing(NamedTuple):
    """Whether a file is a prompt, and why; the reason is for people, in Markdown."""

    prompt: bool
    reason: str


def standing(
    configuration: "Configuration", path: str, language: str | None
) -> Standing:
    """Whether an absolute path, open in an editor by a language id, is a prompt."""
    if language in LANGUAGES:
        excluded = _excluded(configuration, path)
        reason = excluded or f"an editor opens it as `{language}`"
        return Standing(excluded is None, reason)
    if out := left_out(configuration, path):
        return Standing(prompt=False, reason=out)
    found = named(configuration, path)
    return Standing(found is not None, found or "`include` does not name it")


def is_named(configuration: "Configuration", path: str) -> bool:
    """Whether a setting names a file as a prompt."""
    settings = configuration.in_folder(paths.parent(path)).settings
    named_so = globs.matches(settings.include, path)
    return named_so or globs.matches(settings.text_completions, path)


def named(configuration: "Configuration", path: str) -> str | None:
    """Which setting names a file as a prompt, if one does."""
    settings = configuration.in_folder(paths.parent(path)).settings
    if pattern := globs.first_match(settings.text_completions, path):
        return f"`text-completions` has `{pattern}`"
    if pattern := globs.first_match(settings.include, path):
        return f"`include` has `{pattern}`"
    return None


def left_out(configuration: "Configuration", path: str) -> str | None:
    """Why a file is no prompt whatever names it, if so."""
    above = folder_left_out(configuration, paths.parent(path))
    return above or file_left_out(configuration, path, configuration.ignores)


def folder_left_out(configuration: "Configuration", folder: str) -> str | None:
    """Why nothing in a folder is a prompt, if so."""
    return _below_top(configuration, folder, configuration.top(folder))


def file_left_out(
    configuration: "Configuration", path: str, ignores: "Ignores"
) -> str | None:
    """The same, in a folder that is not left out."""
    if path.endswith(SIDECARS):
        return "it holds the variables of a prompt"
    if excluded := _excludes(configuration, path, path):
        return excluded
    return "Git ignores it" if ignores.matches(path) else None


def subfolder_left_out(
    configuration: "Configuration", path: str, ignores: "Ignores"
) -> str | None:
    """The same for a folder in such, without a look into it."""
    if paths.name_of(path) in _NEVER_WALKED:
        return f"it lies in `{paths.name_of(path)}`"
    if excluded := _excludes(configuration, path, paths.join(path, "")):
        return excluded
    return "Git ignores it" if ignores.matches(path, folder=True) else None


def _below_top(configuration: "Configuration", folder: str, top: str) -> str | None:
    known = configuration.left_out_folders
    out: str | None = None
    passed = []
    for above in paths.upwards(folder):
        if above in known:
            out = known[above]
        if above in (top, paths.parent(above)) or above in known:
            break
        passed.append(above)
    for below in reversed(passed):
        known[below] = out = (
            out
            or subfolder_left_out(configuration, below, configuration.ignores)
            or _environment(below)
        )
    return out


def _environment(folder: str) -> str | None:
    found = paths.exists(paths.join(folder, VENV))
    return "it lies in a virtual environment" if found else None


def _excluded(configuration: "Configuration", path: str) -> str | None:
    """Whether `exclude` covers a file or a folder above it."""
    top = configuration.top(paths.parent(path))
    asked = path
    while path not in (top, paths.parent(path)):
        if excluded := _excludes(configuration, path, asked):
            return excluded
        path = paths.parent(path)
        asked = paths.join(path, "")
    return None


def _excludes(configuration: "Configuration", path: str, asked: str) -> str | None:
    exclude = configuration.in_folder(paths.parent(path)).settings.exclude
    if not globs.covers(exclude, asked):
        return None
    return f"`exclude` has `{globs.first_match(exclude, asked, below=True)}`"
