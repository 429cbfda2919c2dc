import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prompt_lsp.cli.diff import unified_diff

LINES = st.lists(
    st.sampled_from(["", "a", "b", "c", "a\r", "\u2028", "\x0c", "- x", "+ y"]),
    max_size=30,
).map("\n".join)


def test_nothing_changed_is_no_diff() -> None:
    assert unified_diff("a", "x\n", "x\n") == ""


def test_a_change_stands_in_its_context() -> None:
    before = "".join(f"{n}\n" for n in range(1, 21))
    after = before.replace("10\n", "ten\n").replace("20\n", "")
    assert unified_diff("a.prompt", before, after) == (
        "--- a.prompt\n+++ a.prompt\n"
        "@@ -7,7 +7,7 @@\n 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n"
        "@@ -17,4 +17,3 @@\n 17\n 18\n 19\n-20\n"
    )


def test_a_missing_last_line_end_is_said() -> None:
    assert unified_diff("a", "x", "x\n") == (
        "--- a\n+++ a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n"
    )


def test_a_line_less_of_many_alike() -> None:
    assert unified_diff("a", "x\n" * 10, "x\n" * 9) == (
        "--- a\n+++ a\n@@ -7,4 +7,3 @@\n x\n x\n x\n-x\n"
    )


def test_an_empty_side_is_counted_from_zero() -> None:
    assert unified_diff("a", "", "x\n") == "--- a\n+++ a\n@@ -0,0 +1 @@\n+x\n"


@pytest.mark.parametrize(
    ("path", "header"),
    [
        ("a b.prompt", "a b.prompt\t"),
        ("a\u3000b", "a\u3000b\t"),
        ("a\tb", r'"a\tb"'),
        ("a\nb\\é", r'"a\nb\\é"'),
        ('a"\x01', r'"a\"\001"'),
        ("a\\b", "a\\b"),
    ],
)
def test_a_name_is_written_as_the_tools_read_it(path: str, header: str) -> None:
    head = f"--- {header}\n+++ {header}\n@@ "
    assert unified_diff(path, "x\n", "y\n").startswith(head)


@pytest.mark.skipif(shutil.which("patch") is None, reason="`patch` is not installed")
@pytest.mark.parametrize("name", ["a b", "a\tb", "a\nb", 'a"\\b', "a\\b", "é\n"])
def test_patch_finds_every_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x\n")
    diff = unified_diff(f"./{name}", "x\n", "y\n")
    subprocess.run(
        ["patch", "-p0", "--quiet"], input=diff.encode(), cwd=tmp_path, check=True
    )
    assert (tmp_path / name).read_bytes() == b"y\n"


@pytest.mark.skipif(shutil.which("patch") is None, reason="`patch` is not installed")
@settings(max_examples=25, deadline=None)
@given(before=LINES, after=LINES)
def test_patch_takes_every_diff(
    tmp_path_factory: pytest.TempPathFactory, before: str, after: str
) -> None:
    folder = tmp_path_factory.mktemp("diff")
    file = folder / "a.prompt"
    file.write_bytes(before.encode())
    subprocess.run(
        ["patch", "-p0", "--binary", "--posix", "--quiet"],
        input=unified_diff("a.prompt", before, after).encode(),
        cwd=folder,
        check=True,
    )
    got = file.read_bytes() if file.exists() else b""  # patch removes what is empty
    assert got == after.encode()
