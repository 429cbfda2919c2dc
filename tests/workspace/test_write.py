import errno
import os
import stat
from pathlib import Path

import pytest

from prompt_lsp.workspace.load import read
from prompt_lsp.workspace.trouble import Unwritable
from prompt_lsp.workspace.write import create, rewrite, rewrite_together, write

BOM = b"\xef\xbb\xbf"


def only(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("start", [b"", BOM])
@pytest.mark.parametrize("text", ["", "a\nb\r\nc\rd", "é😀\u2028\0"])
def test_a_text_is_written_as_it_is(tmp_path: Path, start: bytes, text: str) -> None:
    path = tmp_path / "x.prompt"
    path.write_bytes(start + b"before")
    rewrite(read(path), text)
    assert path.read_bytes() == start + text.encode()
    assert read(path).text == text
    assert only(tmp_path) == ["x.prompt"]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o664])
def test_the_mode_is_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "x.prompt"
    path.write_text("a", "utf-8")
    path.chmod(mode)
    write(path, "b")
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "x.prompt"
    path.write_text("a", "utf-8")
    os.chown(path, 12, 34)
    write(path, "b")
    assert (path.stat().st_uid, path.stat().st_gid) == (12, 34)


def test_a_new_file_has_the_mode_of_new_files(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    usual = (tmp_path / "usual").stat().st_mode
    write(tmp_path / "x.prompt", "a")
    create(tmp_path / "y.prompt", "a")
    assert (tmp_path / "x.prompt").stat().st_mode == usual
    assert (tmp_path / "y.prompt").stat().st_mode == usual


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    target = tmp_path / "there" / "x.prompt"
    target.write_text("a", "utf-8")
    link = tmp_path / "link.prompt"
    link.symlink_to("there/x.prompt")
    rewrite(read(link), "b")
    assert link.is_symlink()
    assert target.read_text("utf-8") == "b"
    assert only(tmp_path / "there") == ["x.prompt"]


def refusal(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("step", ["fsync", "write", "fchmod"])
def test_a_failed_write_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "x.prompt"
    path.write_text("before", "utf-8")
    monkeypatch.setattr(os, step, refusal)
    with pytest.raises(Unwritable) as caught:
        write(path, "after")
    assert str(caught.value) == f"{path}: no space left on device"
    assert path.read_text("utf-8") == "before"
    assert only(tmp_path) == ["x.prompt"]


def test_a_failed_replacement_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.prompt"
    path.write_text("before", "utf-8")
    monkeypatch.setattr(Path, "replace", refusal)
    with pytest.raises(Unwritable):
        write(path, "after")
    assert path.read_text("utf-8") == "before"
    assert only(tmp_path) == ["x.prompt"]


def test_an_interrupt_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "x.prompt"
    path.write_text("before", "utf-8")
    monkeypatch.setattr(os, "fsync", interrupt)
    for new in (path, tmp_path / "y.prompt"):
        with pytest.raises(KeyboardInterrupt):
            write(new, "after")
    assert only(tmp_path) == ["x.prompt"]


def test_a_failed_creation_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", refusal)
    with pytest.raises(Unwritable):
        create(tmp_path / "x.prompt", "a")
    assert only(tmp_path) == []


def test_what_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "file").write_text("", "utf-8")
    os.mkfifo(tmp_path / "pipe")
    for name, reason in {
        "folder": "is a directory",
        "pipe": "it is no regular file",
        "/dev/null": "it is no regular file",
        "missing/x": "no such file or directory",
        "file/x": "not a directory",
        "nul\0": "embedded null byte",
    }.items():
        with pytest.raises(Unwritable) as caught:
            write(tmp_path / name, "a")
        assert caught.value.reason == reason
    with pytest.raises(Unwritable):
        write(tmp_path / "loop", "a")
    with pytest.raises(Unwritable) as caught:
        write(tmp_path / "file", "half \ud800")
    assert "half a character" in caught.value.reason
    assert only(tmp_path) == ["file", "folder", "loop", "pipe"]


def test_an_owner_who_says_no_is_heeded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.prompt"
    path.write_text("a", "utf-8")
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(Unwritable) as caught:
        write(path, "b")
    assert caught.value.reason == "permission denied"
    assert path.read_text("utf-8") == "a"


def test_somebody_elses_change_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "x.prompt"
    path.write_text("a", "utf-8")
    file = read(path)
    path.write_text("somebody else", "utf-8")
    with pytest.raises(Unwritable) as caught:
        rewrite(file, "b")
    assert caught.value.reason == "it was changed since it was read"
    assert path.read_text("utf-8") == "somebody else"
    path.unlink()
    with pytest.raises(Unwritable):
        rewrite(file, "b")
    assert only(tmp_path) == []


def test_a_file_is_created_once(tmp_path: Path) -> None:
    path = tmp_path / "x.messages.json"
    create(path, "one\r\n")
    assert path.read_bytes() == b"one\r\n"
    with pytest.raises(Unwritable) as caught:
        create(path, "two")
    assert caught.value.reason == "it exists already"
    assert path.read_bytes() == b"one\r\n"
    create(path, "two", force=True)
    assert path.read_bytes() == b"two"
    (tmp_path / "dangling").symlink_to("nowhere")
    with pytest.raises(Unwritable):
        create(tmp_path / "dangling", "a")
    assert only(tmp_path) == ["dangling", "x.messages.json"]


def test_files_are_rewritten_together(tmp_path: Path) -> None:
    first, second = tmp_path / "a.prompt", tmp_path / "b.json"
    first.write_bytes(BOM + b"a\r\n")
    second.write_bytes(b"b")
    rewrite_together([(read(first), "c\r\n"), (read(second), "d")])
    assert (first.read_bytes(), second.read_bytes()) == (BOM + b"c\r\n", b"d")
    assert only(tmp_path) == ["a.prompt", "b.json"]


def test_files_of_which_one_cannot_be_replaced_all_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "a.prompt", tmp_path / "b.json"
    first.write_bytes(BOM + b"a\r\n")
    second.write_bytes(b"b")
    changes = [(read(first), "c"), (read(second), "d")]
    _refuse(second, monkeypatch)
    with pytest.raises(Unwritable, match="permission denied") as refused:
        rewrite_together(changes)
    assert refused.value.path == str(second)
    assert (first.read_bytes(), second.read_bytes()) == (BOM + b"a\r\n", b"b")
    assert only(tmp_path) == ["a.prompt", "b.json"]


def test_files_of_which_one_was_changed_all_stay(tmp_path: Path) -> None:
    first, second = tmp_path / "a.prompt", tmp_path / "b.json"
    first.write_bytes(b"a")
    second.write_bytes(b"b")
    changes = [(read(first), "c"), (read(second), "d")]
    second.write_bytes(b"by somebody else")
    with pytest.raises(Unwritable, match="changed since"):
        rewrite_together(changes)
    assert first.read_bytes() == b"a"
    assert only(tmp_path) == ["a.prompt", "b.json"]


def _refuse(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be moved over a file."""
    replace = os.replace

    def refusing(source: str, target: str) -> None:
        if Path(target) == path:
            raise PermissionError(errno.EACCES, "Permission denied")
        replace(source, target)

    monkeypatch.setattr(os, "replace", refusing)


def test_what_cannot_be_put_back_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "a.prompt", tmp_path / "b.json"
    first.write_bytes(b"a")
    second.write_bytes(b"b")
    changes = [(read(first), "c"), (read(second), "d")]
    replace = os.replace
    moved: list[str] = []

    def failing(source: str, target: str) -> None:
        if moved:
            raise OSError(errno.EIO, "Input/output error")
        moved.append(target)
        replace(source, target)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(Unwritable, match="cannot be put back") as refused:
        rewrite_together(changes)
    assert f"`{first}` is changed" in refused.value.reason
    assert (first.read_bytes(), second.read_bytes()) == (b"c", b"b")
    assert only(tmp_path) == ["a.prompt", "b.json"]


def test_an_interrupt_between_two_files_leaves_no_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "a.prompt", tmp_path / "b.json"
    first.write_bytes(b"a")
    second.write_bytes(b"b")
    changes = [(read(first), "c"), (read(second), "d")]
    replace = os.replace

    def interrupted(source: str, target: str) -> None:
        if Path(target) == second:
            raise KeyboardInterrupt
        replace(source, target)

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        rewrite_together(changes)
    assert (first.read_bytes(), second.read_bytes()) == (b"a", b"b")
    assert only(tmp_path) == ["a.prompt", "b.json"]
