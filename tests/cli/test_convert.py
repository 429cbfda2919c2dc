"""`prompt-lsp convert` over files and standard input."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PROMPT = "Be kind.\n\nHuman: Hi {{NAME}}\n\nAssistant:\n"
BODY = {"system": "Be kind.", "messages": [{"role": "user", "content": "Hi {{NAME}}"}]}


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def test_a_prompt_becomes_a_body_and_the_body_a_prompt(folder: Path, run: Run) -> None:
    put(folder, "a.prompt", PROMPT)
    there = run("convert", "a.prompt")
    assert (there.code, there.err) == (0, "")
    assert json.loads(there.out) == BODY
    back = run("convert", "--to", "text-completions", "-", stdin=there.out.encode())
    assert (back.code, back.out, back.err) == (0, PROMPT, "")


def test_line_ends_pass_as_they_are(run: Run) -> None:
    prompt = PROMPT.replace("\n", "\r\n")
    there = run("convert", "-", stdin=prompt.encode())
    assert json.loads(there.out) == BODY
    back = run("convert", "--to", "text-completions", "-", stdin=there.out.encode())
    assert back.out == prompt


def test_files_are_created_beside_their_origins(folder: Path, run: Run) -> None:
    (folder / "sub").mkdir()
    put(folder, "a.prompt.md", PROMPT)
    put(folder, "sub/b.txt", PROMPT)
    done = run("convert", "--write", "a.prompt.md", "sub/b.txt", "a.prompt.md")
    assert (done.code, done.out) == (0, "")
    assert json.loads((folder / "a.messages.json").read_text()) == BODY
    assert json.loads((folder / "sub/b.messages.json").read_text()) == BODY
    done = run("convert", "--write", "--to", "text-completions", "a.messages.json")
    assert (done.code, done.err) == (0, "created a.prompt\n")
    assert (folder / "a.prompt").read_bytes() == PROMPT.encode()


def test_an_existing_file_is_replaced_only_by_force(folder: Path, run: Run) -> None:
    put(folder, "a.prompt", PROMPT)
    put(folder, "b.prompt", PROMPT)
    target = put(folder, "a.messages.json", "mine")
    refused = run("convert", "--write", "a.prompt", "b.prompt")
    assert refused.code == 2
    assert "error: a.messages.json: it exists already\n" in refused.err
    assert target.read_text() == "mine"
    assert (folder / "b.messages.json").exists(), "the others are still done"
    assert run("convert", "--write", "--force", "a.prompt").code == 0
    assert json.loads(target.read_text()) == BODY


def test_two_files_never_become_one(folder: Path, run: Run) -> None:
    put(folder, "a.prompt", PROMPT)
    put(folder, "a.txt", PROMPT.replace("kind", "rude"))
    done = run("convert", "--write", "--force", "a.prompt", "a.txt")
    assert done.code == 2
    assert "error: a.txt: `a.messages.json` was just created" in done.err
    assert json.loads((folder / "a.messages.json").read_text()) == BODY


def test_what_is_refused_is_told_and_written_nowhere(folder: Path, run: Run) -> None:
    put(folder, "a.prompt", "\n\nHuman: Hi\n\nassistant:\n")
    put(folder, "b.messages.json", '{"max_tokens": 1, "tools": [], "messages": []}')
    done = run("convert", "--write", "a.prompt", "no.prompt")
    assert (done.code, done.out) == (2, "")
    first, second = done.err.splitlines()
    assert first.startswith("error: a.prompt: the API refuses its turns (TRN009); run ")
    assert second == "error: no.prompt: no such file or directory"
    done = run("convert", "--write", "--to", "text-completions", "b.messages.json")
    assert (done.code, done.out) == (2, "")
    said = "error: b.messages.json: a text-completions prompt has no place for `tools`"
    assert done.err.splitlines() == [said]
    assert sorted(path.name for path in folder.iterdir()) == [
        "a.prompt",
        "b.messages.json",
    ]
    done = run("convert", "b.messages.json")
    assert "it is messages in JSON, no text-completions prompt" in done.err


def test_what_is_left_out_of_a_request_is_told(folder: Path, run: Run) -> None:
    block = [{"type": "text", "text": BODY["system"]}]
    request = {"max_tokens": 1024, **BODY, "system": block, "temperature": 0.5}
    put(folder, "a.json", json.dumps(request) + "\n")
    done = run("convert", "--to", "text-completions", "a.json")
    assert (done.code, done.out) == (0, PROMPT)
    assert done.err.splitlines() == [
        "warning: a.json: left out: `max_tokens`, `temperature`",
        "warning: a.json: one text block each, to come back as strings: `system`",
    ]


def test_the_help_says_which_bodies_are_accepted(run: Run) -> None:
    done = run("convert", "--help")
    assert done.code == 0
    said = " ".join(done.out.split())
    assert "`messages` of `user` and `assistant` by turns" in said
    assert "`max_tokens`" in said
    assert "`tools` and any other key are refused" in said


def test_the_configuration_declares_a_prompt(folder: Path, run: Run) -> None:
    put(folder, "prompt-lsp.toml", 'text-completions = ["old/*.txt"]\nunknown = 1\n')
    plain = b"Hello"
    assert "it is no text-completions prompt" in run("convert", "-", stdin=plain).err
    done = run("convert", "-", "--stdin-filename", "old/a.txt", stdin=plain)
    assert "error: old/a.txt: the API refuses its turns (TRN001, TRN002)" in done.err
    assert "warning: " in done.err


def test_a_model_that_takes_no_prefill_is_told(folder: Path, run: Run) -> None:
    head = "---\ntarget-model: claude-opus-4-6\n---\n"
    put(folder, "a.prompt", f"{head}\n\nHuman: Hi\n\nAssistant: {{\n")
    done = run("convert", "a.prompt")
    assert done.code == 0
    assert json.loads(done.out)["model"] == "claude-opus-4-6"
    assert done.err.startswith("warning: a.prompt: `claude-opus-4-6` refuses a request")
    put(folder, "a.prompt", f"{head}\n\nHuman: Hi\n\nAssistant:\n")
    assert run("convert", "a.prompt").err == ""


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("a.prompt", "b.prompt"), "several files"),
        (("a.prompt", "-"), "several files"),
        (("--write", "-"), "`--write` creates a file beside another"),
        (("--stdin-filename", "x", "a.prompt"), "is for standard input"),
        (("--force", "a.prompt"), "`--force` says what `--write` may do"),
    ],
)
def test_contradictions_are_told(
    folder: Path, run: Run, argv: tuple[str, ...], said: str
) -> None:
    put(folder, "a.prompt", PROMPT)
    done = run("convert", *argv, stdin=b"")
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_line_ends_in_a_terminal_alone(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, "a.prompt", PROMPT.removesuffix("\n"))
    piped = run("convert", "a.prompt").out
    assert piped.endswith("}")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run("convert", "a.prompt").out == f"{piped}\n"
    put(folder, "a.prompt", PROMPT)
    assert run("convert", "a.prompt").out == f"{piped}\n"
    put(folder, "a.messages.json", piped)
    back = run("convert", "--to", "text-completions", "a.messages.json")
    assert back.out == PROMPT.removesuffix("\n")
