"""Files that change outside the editor: settings, sidecars, prompts."""

from collections.abc import Iterator
from typing import Any

from lsprotocol import types

from prompt_lsp.lsp.address import path_of, uri_of
from prompt_lsp.lsp.session import Session, sidecar_path
from prompt_lsp.lsp.sync import diagnostics_changed

_ALWAYS = (
    "**/prompt-lsp.toml",
    "**/.prompt-lsp.toml",
    "**/pyproject.toml",
    "**/.gitignore",
    "**/*.vars.{json,yaml,yml}",
)


def register(session: Session) -> None:
    """Have the client watch what matters now."""
    if not session.client.watches:
        return
    watchers = [*map(_watcher, _ALWAYS), *_prompt_watchers(session)]
    if watchers == session.watchers:
        return
    if session.watchers:
        session.protocol.unregister(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    session.watchers = watchers
    session.protocol.register(
        types.WORKSPACE_DID_CHANGE_WATCHED_FILES, {"watchers": watchers}
    )


def did_change_watched_files(
    session: Session, params: types.DidChangeWatchedFilesParams
) -> None:
    """Heed files that were made, written or removed."""
    configured = touched = False
    for event in params.changes:
        path = path_of(event.uri)
        if path is None:
            continue
        session.messages.changed(path)
        configured |= session.configuration.invalidate(path)
        if sidecar_path(event.uri) and session.opened(event.uri) is None:
            touched |= session.sidecar_changed(path)
        touched |= session.file_changed(path)
        _tell_index(session, path, event.type)
    if configured:
        session.settings_changed()
        register(session)
    if configured or touched:
        diagnostics_changed(session)


def did_save(session: Session, params: types.DidSaveTextDocumentParams) -> None:
    """Look at settings and sidecars again if the client does not watch files."""
    if path := path_of(params.text_document.uri):
        _tell_index(session, path, types.FileChangeType.Changed)
    if not session.client.watches and session.look_again():
        diagnostics_changed(session)


def _tell_index(session: Session, path: str, change: types.FileChangeType) -> None:
    if session.index is None:
        return
    if change is types.FileChangeType.Deleted:
        session.index.removed(path)
    else:
        session.index.changed(path)


def _prompt_watchers(session: Session) -> Iterator[Any]:
    """The globs of the prompts in each open folder."""
    seen: list[Any] = []
    for root in session.configuration.roots:
        settings = session.configuration.in_folder(root).settings
        for globs in (settings.include, settings.text_completions):
            for pattern in globs.patterns:
                watcher = _watcher(_from_anywhere(pattern))
                if "/" in pattern and session.client.relative_globs:
                    base = uri_of(globs.base or root)
                    watcher = _watcher({"baseUri": base, "pattern": pattern})
                if watcher not in seen:
                    seen.append(watcher)
                    yield watcher


def _from_anywhere(pattern: str) -> str:
    return pattern if pattern.startswith("**/") else f"**/{pattern}"


def _watcher(glob: str | dict[str, str]) -> dict[str, Any]:
    return {"globPattern": glob}
