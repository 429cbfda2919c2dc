"""Which format a file is of."""

import pytest

from prompt_lsp.document.model import Source
from prompt_lsp.formats import FORMATS, format_of, parse


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("a.prompt", None, "dotprompt"),
        ("a.prompt.txt", None, "plain text"),
        ("a.prompt.md", None, "Markdown"),
        ("prompts/a.md", None, "Markdown"),
        ("a.txt", None, "plain text"),
        ("a.prompty", None, "Prompty"),
        ("A.PROMPTY", None, "Prompty"),
        ("a.unknown", None, "plain text"),
        ("", None, "plain text"),
        ("untitled", "llm-prompt", "plain text"),
        ("a.prompty", "llm-prompt", "Prompty"),
        ("untitled", "prompty", "Prompty"),
        ("untitled", "dotprompt", "dotprompt"),
        ("a.txt", "plaintext", "plain text"),
        ("a.prompt.json", None, "messages in JSON"),
        ("a.messages.json", None, "messages in JSON"),
        ("a.prompt.yml", None, "messages in YAML"),
        ("a.prompt.yaml", None, "messages in YAML"),
        ("x/prompts/y/a.json", None, "messages in JSON"),
        (r"x\prompts\a.yaml", None, "messages in YAML"),
        ("a.json", None, "messages in JSON"),
        ("a.py", None, "prompts in Python"),
        ("a.PYI", None, "prompts in Python"),
        ("a.ipynb", None, "notebooks"),
        ("a.tsx", None, "prompts in code"),
        ("a.mjs", None, "prompts in code"),
        ("a.h", None, "prompts in code"),
        ("a.sh", None, "prompts in code"),
        ("a.vars.json", None, "variables files by themselves"),
        ("a.vars.yml", None, "variables files by themselves"),
        ("vars.json", None, "messages in JSON"),
    ],
)
def test_format_of(name: str, language: str | None, expected: str) -> None:
    assert format_of(name, language).name == expected


def test_a_suffix_that_ends_in_another_stands_before_it() -> None:
    suffixes = [suffix for known in FORMATS for suffix in known.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    hidden = [
        later
        for index, first in enumerate(suffixes)
        for later in suffixes[index + 1 :]
        if later.endswith(first)
    ]
    assert not hidden


def test_names_are_unique_and_plain_kinds_are_read() -> None:
    names = [known.name for known in FORMATS]
    assert len(set(names)) == len(names)
    read = [known.name for known in FORMATS if known.read]
    assert read == ["plain text", "Markdown", "Prompty", "dotprompt"]


@pytest.mark.parametrize("name", ["a.py", "a.ts", "a.ipynb", "a.vars.yaml"])
def test_code_is_not_read_as_one_text(name: str) -> None:
    assert parse((Source(name, 'x = f"{{A B}}"'),)).prompts == ()


def test_a_kind_without_a_reader_has_no_prompts() -> None:
    document = parse((Source("prompts/a.json", "{"),), declared=True)
    assert document.prompts == ()
    assert document.declared_text_completions
