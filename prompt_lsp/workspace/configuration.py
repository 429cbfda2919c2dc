"""Which settings hold for a file, and whether it is a prompt.

Server and command line ask the same class, so that they say the same of a file.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from prompt_lsp.config import (
    Globs,
    Layer,
    Level,
    Resolved,
    SettingProblem,
    Settings,
    environment_layer,
    resolve,
)
from prompt_lsp.workspace import files, globs, paths
from prompt_lsp.workspace.ignored import Ignores
from prompt_lsp.workspace.paths import StrPath
from prompt_lsp.workspace.standing import VENV, Standing, left_out, standing


class Configuration:
    """All configuration of a process, each file read once until it changes.

    Args:
        roots: workspace folders, or the folder that a command runs in.
        flags: settings of the command line, keys as in a file.
        initialization: what the client said at the start, keys in camel case.
        environment: defaults to the process's own.
        user_file: the user's file; None for the one of the platform.
    """

    def __init__(
        self,
        roots: Iterable[StrPath] = (),
        *,
        flags: Mapping[str, Any] | None = None,
        initialization: Mapping[str, Any] | None = None,
        environment: Mapping[str, str] | None = None,
        user_file: StrPath | None = None,
    ) -> None:
        environment = os.environ if environment is None else environment
        self.roots = tuple(paths.absolute(root) for root in roots)
        self.ignores = Ignores(self.roots)
        self._flags = flags
        self._initialization = initialization
        self._clients: dict[str, Mapping[str, Any]] = {}
        self._environment = environment_layer(environment)
        self._user_file = (
            paths.absolute(user_file) if user_file else files.user_file(environment)
        )
        self.forget()

    def forget(self) -> None:
        """Read everything anew when it is next asked for."""
        self.ignores.clear()
        self._user: tuple[Layer, ...] | None = None
        self._projects: dict[str, Layer | None] = {}
        self._folders: dict[str, Resolved] = {}
        self._alike: dict[tuple[Layer | None, str, str], Resolved] = {}
        self._for_files: dict[tuple[Resolved, tuple[str, ...]], Resolved] = {}
        self.left_out_folders: dict[str, str | None] = {}
        self._problems: dict[SettingProblem, None] = {}

    def invalidate(self, path: StrPath) -> bool:
        """Heed a changed file; whether settings or prompts may now be others."""
        path = paths.absolute(path)
        name = paths.name_of(path)
        if (
            name not in (*files.NAMES, ".gitignore", VENV)
            and path != self._user_file
            and not path.replace(os.sep, "/").endswith(".git/info/exclude")
        ):
            return False
        self.forget()
        return True

    def set_client(
        self, settings: Mapping[str, Any] | None, root: StrPath | None = None
    ) -> None:
        """Take what a client answers to `workspace/configuration`, for a folder.

        Without `root` it holds where no folder has an answer of its own.
        """
        key = paths.absolute(root) if root is not None else ""
        self._clients[key] = settings or {}
        self.forget()

    @property
    def problems(self) -> tuple[SettingProblem, ...]:
        """What is wrong in all configuration that was used so far, each once."""
        return tuple(self._problems)

    def resolve(self, path: StrPath | None) -> Resolved:
        """What holds for a file; for a document that is no file, in the first root."""
        if path is None:
            return self.in_folder(self.roots[0] if self.roots else "")
        file = paths.absolute(path)
        resolved = self.in_folder(paths.parent(file))
        silent = tuple(_ignored_in(resolved.settings, file))
        if not silent:
            return resolved
        key = (resolved, silent)
        if key not in self._for_files:
            settings = replace(resolved.settings, silent=silent)
            self._for_files[key] = replace(resolved, settings=settings)
        return self._for_files[key]

    def settings(self, path: StrPath | None) -> Settings:
        """The values that hold for a file."""
        return self.resolve(path).settings

    def in_folder(self, folder: str) -> Resolved:
        """What holds for the files of a folder, `per-file-ignores` aside.

        Folders for which the same holds have the same object.
        """
        if folder not in self._folders:
            self._folders[folder] = self._resolved(folder)
        return self._folders[folder]

    def project_file(self, folder: str) -> str | None:
        """The path of the nearest configuration file upwards."""
        layer = self._project(folder)
        return layer.file if layer else None

    def is_prompt(self, path: StrPath, language: str | None = None) -> bool:
        """Whether a file is to be read as a prompt."""
        return self.standing(path, language).prompt

    def declared(self, path: StrPath) -> bool:
        """Whether a file is declared to be a text-completions prompt."""
        path = paths.absolute(path)
        settings = self.in_folder(paths.parent(path)).settings
        return globs.matches(settings.text_completions, path)

    def standing(self, path: StrPath, language: str | None = None) -> Standing:
        """Whether a file is to be read as a prompt, and why.

        `language` is an editor's id for it: a file that somebody opens as a prompt
        is one, wherever it lies, unless `exclude` says otherwise.
        """
        return standing(self, paths.absolute(path), language)

    def left_out(self, path: StrPath) -> str | None:
        """Why a file is no prompt whatever `include` says, if so."""
        return left_out(self, paths.absolute(path))

    def top(self, folder: str) -> str:
        """The folder, or one above it, that nothing leaves out; empty for the root."""
        return self._root_of(folder) or self.ignores.repository(folder) or ""

    def _root_of(self, path: str) -> str:
        holding = (root for root in self.roots if paths.inside(path, root))
        return max(holding, key=len, default="")

    def _resolved(self, folder: str) -> Resolved:
        project = self._project(folder) if folder else None
        base = (self.ignores.repository(folder) if folder else None) or ""
        root = self._root_of(folder) or (self.roots[0] if self.roots else folder)
        key = (project, base, root)
        if key not in self._alike:
            found = resolve(self._layers(project, root), base=base)
            self._alike[key] = found
            self._problems.update(dict.fromkeys(found.problems))
        return self._alike[key]

    def _layers(self, project: Layer | None, root: str) -> Iterator[Layer]:
        if self._user is None:
            found = self._user_file and files.user_layer(self._user_file)
            self._user = (found,) if found else ()
        yield from self._user
        yield self._environment
        if project is not None:
            yield project
        client = self._clients.get(root, self._clients.get(""))
        for level, table in (
            (Level.INITIALIZATION, self._initialization),
            (Level.CLIENT, client),
            (Level.FLAG, self._flags),
        ):
            if table:
                yield Layer(level, table, root)

    def _project(self, folder: str) -> Layer | None:
        """The nearest configuration file upwards."""
        return paths.nearest_upwards(folder, self._projects, files.project_layer)


def _ignored_in(settings: Settings, path: str) -> Iterator[str]:
    """The codes that `per-file-ignores` silences for a file."""
    entries, base = settings.per_file_ignores
    for pattern, codes in entries:
        if globs.matches(Globs((pattern,), base), path):
            yield from codes
