"""Addresses of documents and the paths of files.

A client writes one file's address as it likes (`%3A` for a colon), so that documents
are known by what an address says, and answered by the client's own spelling.
"""

from urllib.parse import unquote

from pygls.uris import from_fs_path, to_fs_path

from prompt_lsp.workspace import paths


def path_of(uri: str) -> str | None:
    """The absolute path of a file, or None for what is no file."""
    path = to_fs_path(uri) if uri[:5].lower() == "file:" else None
    return paths.absolute(path) if path else None


def uri_of(path: str) -> str:
    """The address of a file."""
    return from_fs_path(path) or path


def key_of(uri: str) -> str:
    """What is the same for all spellings of an address."""
    return unquote(uri)


def name_of(uri: str) -> str:
    """The last name in an address, such as `Untitled-1`."""
    rest = unquote(uri).partition("?")[0].partition("#")[0]
    return rest.rpartition("/")[2].rpartition(":")[2]
