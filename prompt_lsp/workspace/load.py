"""Prompt files as documents: bytes to text, with the sidecar of the variables.

Text is what the bytes say: line ends stay as they are. A byte order mark is no
text; it is kept beside it for who writes the file again.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from prompt_lsp import formats
from prompt_lsp.document.model import Document, Source
from prompt_lsp.workspace import paths
from prompt_lsp.workspace.paths import StrPath
from prompt_lsp.workspace.standing import SIDECARS
from prompt_lsp.workspace.trouble import Unreadable, reason_of

_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
# Ends of names that are taken off whole; of any other name, the last suffix.
_SUFFIXES = (
    ".prompt.txt",
    ".prompt.md",
    ".prompt.json",
    ".prompt.yml",
    ".prompt.yaml",
    ".messages.json",
)

Buffers = Mapping[str, str]
_NO_BUFFERS: Buffers = MappingProxyType({})


class Stamp(NamedTuple):
    """What tells one state of a file from another: nanoseconds and bytes."""

    modified: int
    size: int

    @classmethod
    def of(cls, status: os.stat_result) -> "Stamp":
        """The stamp of a file's present state."""
        return cls(status.st_mtime_ns, status.st_size)


class FileText(NamedTuple):
    """A file as text.

    Attributes:
        path: absolute.
        bom: the file begins with a byte order mark, which `text` has not.
        stamp: the state of the file that was read; None for an editor's buffer.
    """

    path: str
    text: str
    bom: bool = False
    stamp: Stamp | None = None


class Loaded(NamedTuple):
    """A document and the files that it comes from.

    Attributes:
        files: one for each of the document's sources, in their order.
        troubles: sidecars that could not be read, or that another one stands before;
            the document stands without them.
    """

    document: Document
    files: tuple[FileText, ...]
    troubles: tuple[Unreadable, ...] = ()


def load(
    path: StrPath,
    *,
    declared: bool = False,
    language: str | None = None,
    buffers: Buffers = _NO_BUFFERS,
) -> Loaded:
    """The document of a file.

    Args:
        path: of the prompt.
        declared: the configuration declares it text-completions.
        language: an editor's language id for it.
        buffers: texts of files that are open in an editor, by absolute path; they
            come before what is on the disk.

    Raises:
        Unreadable: there is no such file, or it is not UTF-8.
    """
    return document_of(
        read(path, buffers), declared=declared, language=language, buffers=buffers
    )


def document_of(
    file: FileText,
    *,
    declared: bool = False,
    language: str | None = None,
    buffers: Buffers = _NO_BUFFERS,
) -> Loaded:
    """The document of a text that was read already, with its sidecar if it has one."""
    files = [file]
    first, *hidden = _sidecars(file.path, buffers) or ("",)
    troubles = [_hidden(name, first) for name in hidden]
    try:
        files += [read(first, buffers)] if first else []
    except Unreadable as trouble:
        troubles.append(trouble)
    sources = tuple(Source(each.path, each.text) for each in files)
    document = formats.parse(sources, declared=declared, language=language)
    return Loaded(document, tuple(files), tuple(troubles))


def read(path: StrPath, buffers: Buffers = _NO_BUFFERS) -> FileText:
    """A file as text, from its buffer where one is open.

    Raises:
        Unreadable: there is no such file, or it is not UTF-8.
    """
    name = paths.absolute(path)
    if name in buffers:
        return FileText(name, buffers[name])
    try:
        with Path(name).open("rb") as stream:
            status = os.fstat(stream.fileno())
            data = stream.read()
    except OSError as error:
        raise Unreadable(os.fspath(path), reason_of(error)) from error
    except ValueError as error:  # a NUL in the path
        raise Unreadable(os.fspath(path), str(error)) from error
    return decoded(path, data)._replace(stamp=Stamp.of(status))


def decoded(path: StrPath, data: bytes) -> FileText:
    """The text that the bytes of a file say.

    Raises:
        Unreadable: they are not UTF-8.
    """
    bom = data.startswith(_BOM)
    try:
        text = str(data[len(_BOM) :] if bom else data, "utf-8")
    except UnicodeDecodeError as error:
        reason = _why_not_utf8(data, error.start + len(_BOM) * bom)
        raise Unreadable(os.fspath(path), reason) from error
    return FileText(paths.absolute(path), text, bom)


def encoded(text: str, *, bom: bool = False) -> bytes:
    """The bytes that say a text.

    Raises:
        UnicodeEncodeError: it holds half a surrogate pair.
    """
    return (_BOM if bom else b"") + text.encode()


def sidecars(path: StrPath) -> tuple[str, ...]:
    """Where the variables of a prompt may stand, where they would be put first."""
    name = paths.absolute(path)
    for suffix in _SUFFIXES:
        if name.endswith(suffix):
            stem = name.removesuffix(suffix)
            break
    else:
        stem = str(Path(name).with_suffix(""))
    return tuple(stem + suffix for suffix in SIDECARS)


def _sidecars(path: str, buffers: Buffers) -> tuple[str, ...]:
    """The sidecars that there are; the first one counts."""
    return tuple(
        name for name in sidecars(path) if name in buffers or Path(name).is_file()
    )


def _hidden(name: str, first: str) -> Unreadable:
    return Unreadable(name, f"it is not read: `{Path(first).name}` comes before it")


def _why_not_utf8(data: bytes, at: int) -> str:
    if data.startswith(_UTF16_BOMS):
        return "it is UTF-16, not UTF-8"
    line = data.count(b"\n", 0, at) + 1
    return f"it is not UTF-8: byte {data[at]:#04x} on line {line}"
