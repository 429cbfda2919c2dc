"""Writes prompt files, whole or not at all.

A file keeps its mode, its byte order mark and its line ends; a link stays a link.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp
from typing import NamedTuple

from prompt_lsp.workspace.load import FileText, Stamp, encoded
from prompt_lsp.workspace.paths import StrPath
from prompt_lsp.workspace.trouble import Unwritable, reason_of


def write(path: StrPath, text: str, *, bom: bool = False) -> None:
    """Put a text in place of what a file holds, or make the file.

    Raises:
        Unwritable: nothing was changed.
    """
    _write(path, text, bom=bom, stamp=None)


def rewrite(file: FileText, text: str) -> None:
    """Put a text in place of the one that was read from a file.

    Raises:
        Unwritable: nothing was changed; perhaps because somebody else wrote the
            file since it was read.
    """
    _write(file.path, text, bom=file.bom, stamp=file.stamp)


def rewrite_together(
    changes: Sequence[tuple[FileText, str]], created: tuple[str, str] | None = None
) -> None:
    """Put texts in place of those that were read from files: all of them or none.

    With `created`, a path and a text, a file is made, too, that must not exist yet.

    Raises:
        Unwritable: nothing was changed, or else the reason says what was; its path
            is that of the file which refuses.
    """
    if created is not None:
        create(*created)
        try:
            rewrite_together(changes)
        except BaseException:  # an interrupt must not leave it behind alone
            Path(created[0]).unlink(missing_ok=True)
            raise
        return
    if len(changes) == 1:
        rewrite(*changes[0])
        return
    with ExitStack() as prepared:
        _replace_all([_prepared(file, text, prepared) for file, text in changes])


def create(path: StrPath, text: str, *, force: bool = False) -> None:
    """Make a file, never over one that exists unless forced.

    Raises:
        Unwritable: nothing was changed; perhaps because the file exists.
    """
    if force:
        write(path, text)
        return
    _create(path, _data(path, text, bom=False))


class _Prepared(NamedTuple):
    """A file that may be replaced, with what it is to hold and what it held."""

    path: str
    target: Path
    new: Path
    old: Path


def _prepared(file: FileText, text: str, stack: ExitStack) -> _Prepared:
    """Everything that can fail before the file itself is touched."""
    new = _data(file.path, text, bom=file.bom)
    old = _data(file.path, file.text, bom=file.bom)
    try:
        target = Path(file.path).resolve()
        before = _unchanged(file.path, target, file.stamp)
        if before is None:
            raise FileNotFoundError(2, os.strerror(2))
        new_path = stack.enter_context(_beside(target, new, before))
        old_path = stack.enter_context(_beside(target, old, before))
    except (OSError, RuntimeError, ValueError) as error:
        raise Unwritable(file.path, _why(error)) from error
    return _Prepared(file.path, target, new_path, old_path)


def _replace_all(files: Sequence[_Prepared]) -> None:
    done: list[_Prepared] = []
    for file in files:
        try:
            file.new.replace(file.target)
        except OSError as error:
            reason = "; ".join((_why(error), *_put_back(done)))
            raise Unwritable(file.path, reason) from error
        except BaseException:  # an interrupt must leave no half either
            for _ in _put_back(done):
                pass  # nobody is left to be told
            raise
        done.append(file)


def _put_back(files: Sequence[_Prepared]) -> Iterator[str]:
    """Undo replacements; what is to be said of those that cannot be undone."""
    for file in files:
        try:
            file.old.replace(file.target)
        except OSError as error:
            yield f"`{file.path}` is changed and cannot be put back: {_why(error)}"


def _write(path: StrPath, text: str, *, bom: bool, stamp: Stamp | None) -> None:
    data = _data(path, text, bom=bom)
    try:
        target = Path(path).resolve()
        before = _unchanged(path, target, stamp)
        if before is not None:
            _replace(target, data, before)
    except (OSError, RuntimeError, ValueError) as error:
        raise Unwritable(os.fspath(path), _why(error)) from error
    if before is None:
        _create(target, data)


def _create(path: StrPath, data: bytes) -> None:
    try:
        with Path(path).open("xb") as stream:
            _put_or_remove(Path(path), stream.fileno(), data)
    except FileExistsError as error:
        raise Unwritable(os.fspath(path), "it exists already") from error
    except (OSError, ValueError) as error:
        raise Unwritable(os.fspath(path), _why(error)) from error


def _put_or_remove(path: Path, descriptor: int, data: bytes) -> None:
    try:
        _put(descriptor, data)
    except BaseException:  # an interrupt must leave nothing behind either
        path.unlink(missing_ok=True)
        raise


def _unchanged(
    path: StrPath, target: Path, stamp: Stamp | None
) -> os.stat_result | None:
    """The state of a file, which is the stamped one where there is a stamp."""
    before = _status(target)
    if stamp is not None and (before is None or Stamp.of(before) != stamp):
        raise Unwritable(os.fspath(path), "it was changed since it was read")
    return before


def _status(target: Path) -> os.stat_result | None:
    """The state of a file that may be replaced; None where there is none yet."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(21, os.strerror(21))
    if not stat.S_ISREG(status.st_mode):
        message = "it is no regular file"
        raise ValueError(message)
    # Replacing needs no right to the file itself, but its owner said no.
    if not os.access(target, os.W_OK):
        raise PermissionError(13, os.strerror(13))
    return status


def _replace(target: Path, data: bytes, before: os.stat_result) -> None:
    with _beside(target, data, before) as temporary:
        temporary.replace(target)


@contextmanager
def _beside(target: Path, data: bytes, before: os.stat_result) -> Iterator[Path]:
    """A file in the folder of another, for it to be moved over that one."""
    descriptor, name = mkstemp(".tmp", ".prompt-lsp-", target.parent)
    try:
        try:
            _inherit(descriptor, before)
            _put(descriptor, data)
        finally:
            os.close(descriptor)
        yield Path(name)
    finally:  # an interrupt must leave nothing behind either
        Path(name).unlink(missing_ok=True)


def _inherit(descriptor: int, before: os.stat_result) -> None:
    """Give a temporary file the owner and the mode of the one that it replaces."""
    if not hasattr(os, "fchmod"):  # Windows, where neither means much
        return
    now = os.fstat(descriptor)
    if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
        with suppress(PermissionError):  # only root may give files away
            os.fchown(descriptor, before.st_uid, before.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(before.st_mode))


def _put(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
    os.fsync(descriptor)


def _data(path: StrPath, text: str, *, bom: bool) -> bytes:
    try:
        return encoded(text, bom=bom)
    except UnicodeEncodeError as error:
        reason = "the text holds half a character and cannot be UTF-8"
        raise Unwritable(os.fspath(path), reason) from error


def _why(error: Exception) -> str:
    return reason_of(error) if isinstance(error, OSError) else str(error)
