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
    ],
)
def test_format_of(name: str, language: str | None, expected: str) -> None:
    assert format_of(name, language).name == expected


def test_no_suffix_is_the_end_of_another() -> None:
    suffixes = [suffix for known in FORMATS for suffix in known.suffixes]
    assert not [a for a in suffixes for b in suffixes if a != b and a.endswith(b)]


def test_names_are_unique_and_unread_kinds_are_the_messages() -> None:
    names = [known.name for known in FORMATS]
    assert len(set(names)) == len(names)
    unread = [known.name for known in FORMATS if known.read is None]
    assert unread == ["messages in JSON", "messages in YAML"]


def test_a_kind_without_a_reader_has_no_prompts() -> None:
    document = parse((Source("prompts/a.json", "{"),), declared=True)
    assert document.prompts == ()
    assert document.declared_text_completions
