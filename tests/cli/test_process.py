import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
PROGRAM = [sys.executable, "-m", "prompt_lsp"]
SAFE = b"Human: Hello\n\nAssistant:\n"


@pytest.fixture(autouse=True)
def _found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program be found from another folder than this repository's."""
    root = str(Path(__file__).parents[2])
    monkeypatch.setenv("PYTHONPATH", root, prepend=os.pathsep)


def test_standard_input_through_the_program(folder: Path) -> None:
    ran = subprocess.run(
        [*PROGRAM, "check", "--fix", "-"],
        input=b"\xef\xbb\xbfHuman: caf\xc3\xa9\r\n\r\nAssistant:\r\n",
        capture_output=True,
        cwd=folder,
        check=False,
    )
    assert ran.returncode == 0
    assert ran.stdout == (
        b"\xef\xbb\xbf\r\n\r\nHuman: caf\xc3\xa9\r\n\r\nAssistant:\r\n"
    )
    assert b"Fixed 1 finding" in ran.stderr


def test_a_reader_that_leaves_is_no_error(folder: Path) -> None:
    (folder / "a.prompt").write_bytes(SAFE)
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ran = subprocess.run(
            [*PROGRAM, "check"],
            stdout=writing,
            stderr=subprocess.PIPE,
            cwd=folder,
            check=False,
        )
    finally:
        os.close(writing)
    assert ran.stderr == b""
    assert ran.returncode == 128 + 13


def test_a_poor_encoding_is_no_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    (folder / "日.prompt").write_bytes("Human: 日本\n\nAssistant:\n".encode())
    plain = subprocess.run(
        [*PROGRAM, "check"], capture_output=True, cwd=folder, check=False
    )
    assert plain.returncode == 1
    assert plain.stderr == b""
    assert plain.stdout.startswith(b"./\\u65e5.prompt:1:1: TRN006")
    listed = subprocess.run(
        [*PROGRAM, "check", "--output-format", "json"],
        capture_output=True,
        cwd=folder,
        check=False,
    )
    assert json.loads(listed.stdout)[0]["path"] == "./日.prompt"


def test_both_streams_keep_their_order(folder: Path) -> None:
    (folder / "a.prompt").write_bytes(SAFE)
    (folder / "prompt-lsp.toml").write_text("selekt = []\n")
    ran = subprocess.run(
        [*PROGRAM, "check"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder,
        check=False,
    )
    assert ran.stdout.splitlines()[-1].startswith(b"warning: ")


def test_an_interrupt_has_no_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt() -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr("prompt_lsp.cli.opening.take", interrupt)
    assert run("check", "-") == (130, "", "")


def test_the_terminal_libraries_stay_out(folder: Path) -> None:
    (folder / "a.prompt").write_bytes(SAFE)
    script = (
        "import sys; from prompt_lsp.__main__ import main; main(['check']);"
        "assert not sys.modules.keys() & {'rich', 'pygls', 'lsprotocol', 'ruamel'}"
    )
    subprocess.run(
        [sys.executable, "-c", script], cwd=folder, check=True, capture_output=True
    )


def test_a_name_that_is_no_utf8_stands_in_the_diff(folder: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/\xff.prompt")).write_bytes(SAFE)
    except OSError:
        pytest.skip("this file system has no such names")
    (folder / "z.prompt").write_bytes(SAFE)
    ran = subprocess.run(
        [*PROGRAM, "check", "--diff"], capture_output=True, cwd=folder, check=False
    )
    assert (ran.returncode, ran.stderr) == (1, b"")
    assert b"--- ./\xff.prompt\n+++ ./\xff.prompt\n" in ran.stdout
    assert b"--- ./z.prompt\n" in ran.stdout


@pytest.mark.skipif(os.name == "nt", reason="a shell is needed")
@pytest.mark.parametrize(
    "command",
    [
        "check . >/dev/full",
        "check --output-format json . >/dev/full",
        "rule >/dev/full",
        "server --help >/dev/full",
        "rule >&-",
        "check --output-format json . >&-",
        "check - <&-",
        "convert - <&-",
    ],
)
def test_a_stream_that_fails_is_told_on_one_line(folder: Path, command: str) -> None:
    if "/dev/full" in command and not Path("/dev/full").exists():
        pytest.skip("this system has no such device")
    (folder / "a.prompt").write_bytes(SAFE)
    ran = subprocess.run(
        ["sh", "-c", f'"$0" -m prompt_lsp {command}', sys.executable],
        capture_output=True,
        cwd=folder,
        check=False,
    )
    assert ran.stderr.startswith(b"error: input or output failed: ")
    assert ran.stderr.count(b"\n") == 1
    assert (ran.returncode, ran.stdout) == (2, b"")


@pytest.mark.skipif(os.name == "nt", reason="a shell is needed")
def test_errors_may_go_nowhere(folder: Path) -> None:
    (folder / "a.prompt").write_bytes(SAFE)
    command = '"$0" -m prompt_lsp check . missing 2>&-'
    ran = subprocess.run(
        ["sh", "-c", command, sys.executable],
        capture_output=True,
        cwd=folder,
        check=False,
    )
    assert ran.returncode == 2
    assert b"TRN006" in ran.stdout
