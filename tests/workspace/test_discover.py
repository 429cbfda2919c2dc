import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from prompt_lsp import formats
from prompt_lsp.formats import Format
from prompt_lsp.workspace.configuration import Configuration
from prompt_lsp.workspace.discover import Found, LeftOut, Skipped, discover
from prompt_lsp.workspace.trouble import Unreadable


def put(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", "utf-8")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    assert Path.cwd() == tmp_path


def of(root: Path) -> Configuration:
    return Configuration([root], environment={}, user_file=root / "no" / "config.toml")


def names(root: Path, *given: str, force_exclude: bool = False) -> list[str]:
    found = list(discover(given, of(root), force_exclude=force_exclude))
    assert all(isinstance(one, Found) for one in found), found
    return [one.name for one in found if isinstance(one, Found)]


def test_a_folder_is_walked_in_the_order_of_whole_names(root: Path) -> None:
    put(root, "b.prompt", "a/z.prompt", "a.prompt", "a/b/c.prompt", "a-b.prompt")
    put(root, "B.prompt", "notes.md", "a/prompts/x/y.md", "é.prompt")
    found = names(root, ".")
    assert found == sorted(found)
    assert found == [
        "./B.prompt",
        "./a-b.prompt",
        "./a.prompt",
        "./a/b/c.prompt",
        "./a/prompts/x/y.md",
        "./a/z.prompt",
        "./b.prompt",
        "./é.prompt",
    ]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("a", "a/x.prompt"),
        ("a/", "a/x.prompt"),
        ("./a", "./a/x.prompt"),
        ("a/../a", "a/../a/x.prompt"),
        (".", "./a/x.prompt"),
        ("a/x.prompt", "a/x.prompt"),
        ("./a/x.prompt", "./a/x.prompt"),
    ],
)
def test_names_are_those_that_were_given(root: Path, given: str, name: str) -> None:
    put(root, "a/x.prompt")
    assert names(root, given) == [name]
    assert names(root, f"{root}/{given}") == [f"{root}/{name}"]
    (found,) = discover([given], of(root))
    assert isinstance(found, Found)
    assert found.path == str(root / "a" / "x.prompt")


def test_each_file_comes_once(root: Path) -> None:
    put(root, "a/x.prompt", "a/y.prompt")
    assert names(root, "a/y.prompt", "a", ".") == ["a/y.prompt", "a/x.prompt"]


def test_what_is_always_left_out(root: Path) -> None:
    put(root, "x.prompt", "x.vars.json", "prompts/x.vars.yaml", "prompts/x.vars.yml")
    put(root, ".git/x.prompt", "node_modules/a/x.prompt", "a/node_modules/x.prompt")
    put(root, "env/pyvenv.cfg", "env/x.prompt", "env/lib/x.prompt", ".github/x.prompt")
    (root / ".gitignore").write_text("build/\n*.tmp.prompt\n", "utf-8")
    put(root, "build/x.prompt", "y.tmp.prompt", "a/build/x.prompt")
    put(root, "sub/.gitignore", "sub/y.prompt")
    (root / "sub" / ".gitignore").write_text("*.prompt\n!y.prompt\n", "utf-8")
    put(root, "sub/x.prompt")
    assert names(root, ".") == ["./.github/x.prompt", "./sub/y.prompt", "./x.prompt"]


def test_exclude_leaves_out_files_and_folders(root: Path) -> None:
    put(root, "x.prompt", "old/x.prompt", "a/old/b/x.prompt", "a/y.prompt")
    put(root, "legacy/a.txt", "a/inner/x.prompt", "a/inner/prompt-lsp.toml")
    (root / "prompt-lsp.toml").write_text(
        "exclude = ['old', 'a/y.*']\ntext-completions = ['legacy/']", "utf-8"
    )
    assert names(root, ".") == ["./a/inner/x.prompt", "./legacy/a.txt", "./x.prompt"]
    declared = {one.name: one.declared for one in discover(["."], of(root))}  # type: ignore[union-attr]
    assert declared["./legacy/a.txt"]
    assert not declared["./x.prompt"]


def test_a_file_that_is_named_is_read(root: Path) -> None:
    (root / ".gitignore").write_text("build/\n", "utf-8")
    (root / "prompt-lsp.toml").write_text(
        "exclude = ['old']\ntext-completions = ['old/x.bin']", "utf-8"
    )
    given = ["notes.bin", "old/x.bin", "build/x.prompt", "node_modules/a.prompt"]
    put(root, *given)
    assert names(root, *given) == given
    found = list(discover(given, of(root)))
    assert [one.declared for one in found if isinstance(one, Found)] == [
        False,
        True,
        False,
        False,
    ]
    forced = list(discover(given, of(root), force_exclude=True))
    assert [(type(one), str(one.name)) for one in forced] == [  # type: ignore[union-attr]
        (Found, "notes.bin"),
        (LeftOut, "old/x.bin"),
        (LeftOut, "build/x.prompt"),
        (LeftOut, "node_modules/a.prompt"),
    ]


@pytest.mark.parametrize("repository", [True, False])
def test_a_folder_that_is_named_is_walked(root: Path, *, repository: bool) -> None:
    if repository:
        put(root, ".git/HEAD")
    put(root, "build/x.prompt", "build/old/x.prompt", "build/skip/x.prompt")
    put(root, "node_modules/a/x.prompt", "env/pyvenv.cfg", "env/x.prompt")
    (root / ".gitignore").write_text("build/\nnode_modules/\nenv/", "utf-8")
    (root / "build" / ".gitignore").write_text("skip/\n", "utf-8")
    (root / "prompt-lsp.toml").write_text("exclude = ['old']", "utf-8")
    assert names(root, ".") == []
    assert names(root, "build") == ["build/x.prompt"]
    assert names(root, "node_modules") == ["node_modules/a/x.prompt"]
    assert names(root, "env") == ["env/x.prompt"]
    (out,) = discover(["build"], of(root), force_exclude=True)
    assert out == LeftOut(str(root / "build"), "build", "Git ignores it")


def test_a_repository_in_a_repository_has_its_own_rules(root: Path) -> None:
    put(root, ".git/HEAD", "a/.git/HEAD", "a/x.prompt", "x.prompt")
    (root / ".gitignore").write_text("*.prompt\n", "utf-8")
    assert names(root, ".") == ["./a/x.prompt"]


def test_what_is_not_there(root: Path) -> None:
    put(root, "x.prompt")
    (missing, found) = discover(["missing/x.prompt", "x.prompt"], of(root))
    assert isinstance(missing, Unreadable)
    assert str(missing) == "missing/x.prompt: no such file or directory"
    assert isinstance(found, Found)


def test_an_unreadable_folder_is_one_error(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root, "a/x.prompt", "a/b/x.prompt", "c/x.prompt")
    scandir = os.scandir

    def refusing(path: str) -> object:
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    (trouble, found) = discover(["."], of(root))
    assert isinstance(trouble, Unreadable)
    assert (trouble.path, trouble.reason) == ("./a", "permission denied")
    assert isinstance(found, Found)
    assert found.name == "./c/x.prompt"


def test_links_do_not_lead_in_circles(root: Path) -> None:
    put(root, "a/x.prompt", "elsewhere/y.prompt")
    (root / "a" / "loop").symlink_to(root)
    (root / "a" / "self.prompt").symlink_to("self.prompt")
    (root / "a" / ".#lock.prompt").symlink_to("nobody@nowhere.1:2")
    (root / "a" / "linked.prompt").symlink_to(root / "elsewhere" / "y.prompt")
    assert names(root, "a") == ["a/linked.prompt", "a/x.prompt"]
    assert names(root, "a/loop/elsewhere") == ["a/loop/elsewhere/y.prompt"]
    (root / "way").symlink_to(root / "elsewhere")
    assert names(root, "way") == ["way/y.prompt"]


def test_a_pipe_is_not_waited_for(root: Path) -> None:
    os.mkfifo(root / "x.prompt")
    assert names(root, ".") == []


@pytest.fixture
def deep(root: Path) -> Iterator[Path]:
    """A folder below more folders than the interpreter can recurse into."""
    folders = [root]
    for _ in range(1000):
        folders.append(Path(f"{folders[-1]}/d"))
        folders[-1].mkdir()
    yield folders[-1]
    for folder in reversed(folders[1:]):  # pytest would recurse to remove them
        for file in folder.glob("*.prompt"):
            file.unlink()
        folder.rmdir()


def test_deep_folders_are_walked(root: Path, deep: Path) -> None:
    put(root, "x.prompt")
    put(deep, "y.prompt")
    assert len(names(root, ".")) == 2
    assert of(root).is_prompt(f"{deep}/y.prompt")


def test_a_format_without_a_reader_is_skipped(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root, "x.prompt", "y.prompt")
    strange = Format("strange", (".prompt",), (), None)
    known = formats.format_of

    def format_of(name: str) -> Format:
        return strange if name.endswith("y.prompt") else known(name)

    monkeypatch.setattr(formats, "format_of", format_of)
    for given in (["."], ["x.prompt", "y.prompt"]):
        found, skipped = discover(given, of(root))
        assert isinstance(found, Found)
        assert isinstance(skipped, Skipped)
        assert skipped.format == "strange"
        assert skipped.path == str(root / "y.prompt")


def test_walk_and_standing_agree(root: Path) -> None:
    put(root, "a/x.prompt", "old/y.prompt", "build/z.prompt", "env/pyvenv.cfg")
    put(root, "env/v.prompt", "a/prompts/m.md", "a/m.md", "a/x.vars.json")
    (root / ".gitignore").write_text("build/\n", "utf-8")
    (root / "prompt-lsp.toml").write_text("exclude = ['old']", "utf-8")
    walked = {one.path for one in discover(["."], of(root)) if isinstance(one, Found)}
    configuration = of(root)
    files = {str(path) for path in root.rglob("*") if path.is_file()}
    assert walked == {path for path in files if configuration.is_prompt(path)}
    assert len(walked) == 2
