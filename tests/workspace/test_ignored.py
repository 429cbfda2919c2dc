import os
import shutil
import subprocess
from pathlib import Path

import pytest

from prompt_lsp.workspace.ignored import Ignores


def put(path: Path, text: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def ignored(root: Path, name: str) -> bool:
    """As a walk asks: of each folder from the top, then of the file."""
    ignores = Ignores([str(root)])
    path = root
    *folders, file = name.split("/")
    for folder in folders:
        path = path / folder
        if ignores.matches(str(path), folder=True):
            return True
    return ignores.matches(str(path / file))


RULES = {
    ".gitignore": "# a comment\n\n*.log\n!keep.log\n/top\nbuild/\ndocs/**/x\n"
    "sp\\ ace\n\\#hash\n\\!bang\n[ab].md\nfoo/bar\n*.prompt\n!sub/*.prompt\n",
    "sub/.gitignore": "!special.log\nown\n/here\n*.txt\n",
    "sub/deep/.gitignore": "!*.txt\n",
    "build/.gitignore": "!*\n",
    ".git/info/exclude": "secret\n!special2.log\n",
}
NAMES = """
a.log x/a.log keep.log x/keep.log top x/top build/a build/x/a x/build/a builder
docs/x docs/a/x docs/a/b/x docs/y a.md c.md foo/bar x/foo/bar foo/bar/x
a.prompt sub/a.prompt sub/deep/a.prompt sub/special.log special.log own sub/own
sub/deep/own sub/here sub/deep/here sub/a.txt sub/deep/a.txt a.txt secret sub/secret
special2.log #hash !bang keep.log/x
"""


def lay(root: Path) -> None:
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    for name, text in RULES.items():
        put(root / name, text)


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no Git")
def test_git_itself_agrees(tmp_path: Path) -> None:
    lay(tmp_path)
    names = [*NAMES.split(), "sp ace", "space"]
    answer = subprocess.run(
        ["git", "check-ignore", "--no-index", "--stdin", "-z"],
        cwd=tmp_path,
        input="\0".join(names).encode(),
        capture_output=True,
        check=True,
        env={"HOME": str(tmp_path / "nobody"), "PATH": os.environ["PATH"]},
    )
    theirs = set(answer.stdout.decode().split("\0")) - {""}
    ours = {name for name in names if ignored(tmp_path, name)}
    assert ours == theirs
    assert 10 < len(ours) < len(names) - 10


def test_a_repository_bounds_the_rules(tmp_path: Path) -> None:
    put(tmp_path / ".gitignore", "*.md\n")
    (tmp_path / "inner" / ".git").mkdir(parents=True)
    ignores = Ignores()
    assert ignores.matches(str(tmp_path / "a.md"))
    assert not ignores.matches(str(tmp_path / "inner" / "a.md"))
    assert ignores.repository(str(tmp_path / "inner" / "x")) == str(tmp_path / "inner")


def test_without_a_repository_a_root_bounds_the_rules(tmp_path: Path) -> None:
    put(tmp_path / ".gitignore", "*.md\n")
    put(tmp_path / "root" / ".gitignore", "*.txt\n")
    root = tmp_path / "root"
    assert Ignores().matches(str(root / "x" / "a.md"))
    bounded = Ignores([str(root)])
    assert not bounded.matches(str(root / "x" / "a.md"))
    assert bounded.matches(str(root / "x" / "a.txt"))


def test_a_root_inside_a_repository_bounds_only_if_strict(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    put(tmp_path / ".gitignore", "*.md\n")
    root = str(tmp_path / "sub")
    assert Ignores([root]).matches(f"{root}/a.md")
    assert not Ignores([root], strict=True).matches(f"{root}/a.md")


@pytest.mark.parametrize("bad", ["[z-a]", "trailing\\", "!"])
def test_a_line_without_a_meaning_is_passed_over(tmp_path: Path, bad: str) -> None:
    put(tmp_path / ".gitignore", f"*.md\n{bad}\n*.txt\n")
    ignores = Ignores([str(tmp_path)])
    assert ignores.matches(str(tmp_path / "a.md"))
    assert ignores.matches(str(tmp_path / "a.txt"))
    assert not ignores.matches(str(tmp_path / "a.py"))


def test_lines_end_as_git_says(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_bytes(b"\xef\xbb\xbf*.md\r\na\x0cb\r\n\xff\n")
    ignores = Ignores([str(tmp_path)])
    assert ignores.matches(str(tmp_path / "a.md"))
    assert ignores.matches(str(tmp_path / "a\x0cb"))
    assert not ignores.matches(str(tmp_path / "b"))
