"""What front matter is, what it says, and what is left when it cannot be read."""

import pytest

from tests.formats.hosts import body, document, messages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\na: 1\n---\nHi\n", "Hi\n"),
        ("---\na: 1\n---\n\n\nHuman: Hi", "\n\nHuman: Hi"),
        ("---\r\na: 1\r\n---\r\n\r\nHi", "\r\nHi"),
        ("---\ra: 1\r---\rHi", "Hi"),
        ("---  \na: 1\n---\t\nHi", "Hi"),
        ("---\na: 1\n...\nHi", "Hi"),
        ("---\n---\nHi", "Hi"),
        ("---\n\n# nothing\n---\nHi", "Hi"),
        ("---\na: 1\n---", ""),
        ("---\na: [\n---\nHi", "Hi"),
        ("---\na: 1\n ---\n---\nHi", "Hi"),
    ],
)
@pytest.mark.parametrize("name", ["a.prompt", "a.md", "a.txt"])
def test_the_body_starts_behind_the_fence(name: str, text: str, expected: str) -> None:
    assert body(document(name, text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "---\na: 1\nHi",
        "\n---\na: 1\n---\nHi",
        " ---\na: 1\n---\nHi",
        "----\na: 1\n---\nHi",
        "---a: 1\n---\nHi",
        "---\na: 1\n ---\nHi",
        "---\na: 1\n----\nHi",
        "---",
        "\ufeff---\na: 1\n---\nHi",
        "---\n" + "a: 1\n" * 60_000 + "---\nHi",
        "---\n" + "#" * ((1 << 18) - 8) + "\n---and on",
    ],
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    found = document("a.prompt", text)
    assert body(found) == text
    assert not found.problems


def test_facts() -> None:
    found = document(
        "a.txt",
        "---\nformat: text-completions\ntarget-model: claude-2.1\nother: [1]\n---\nHi",
    )
    assert found.prompts[0].declared_format == "text-completions"
    assert found.prompts[0].target_model == "claude-2.1"
    assert found.prompts[0].verdict is not None
    assert found.prompts[0].origin.ends_with_file
    assert not found.prompts[0].origin.trimmed
    assert found.declarations is None


@pytest.mark.parametrize("value", ["chat", "[messages]", "", "1"])
def test_an_unknown_format_declares_nothing(value: str) -> None:
    found = document("a.txt", f"---\nformat: {value}\n---\nHi")
    assert found.prompts[0].declared_format is None
    assert not found.problems


@pytest.mark.parametrize(
    ("text", "underlined", "message"),
    [
        ("a: b: c", ": c", "mapping values are not allowed here"),
        ("a: 1\nb: [1\nc: 2", ": 2", "expected ',' or ']', but got ':'"),
        ('a: "open', '"open', "found unexpected end of stream"),
        ("a: *x", "*x", "nothing is called `&x`"),
        ("a: 1\n\tb: 2", "\tb: 2", "found character '\\t' that cannot start any token"),
        ("a: \x07", "\x07", "the character U+0007 is not allowed"),
        ("a: " + "[" * 101, "[[", "it is nested too deeply"),
        ("just words", "just words", "it is no mapping of keys to values"),
        ("- a", "- a", "it is no mapping of keys to values"),
        ("a: 1\nb: 2\na: 3", "a", "the key `a` stands here a second time"),
        ("x:\n  b: 2\n  b: 3", "b", "the key `b` stands here a second time"),
    ],
)
def test_problems(text: str, underlined: str, message: str) -> None:
    found = document("a.prompt", f"---\n{text}\n---\nHi")
    (problem,) = found.problems
    assert problem.message == f"invalid front matter: {message}"
    assert problem.field.span.of(found.sources[0].text) == underlined
    assert body(found) == "Hi"


def test_what_is_declared_in_broken_front_matter_is_not_known() -> None:
    found = document("a.txt", "---\nvariables: {A: 1}\nb: [\n---\nHi", '{"B": "1"}')
    assert len(found.problems) == 1
    assert found.declarations is None


def test_a_duplicate_key_leaves_the_rest_standing() -> None:
    found = document("a.txt", "---\nvariables: {A: 1, A: 2}\nformat: messages\n---\nHi")
    assert len(messages(found)) == 1
    assert [each.name for each in found.declarations or ()] == ["A"]
    assert found.prompts[0].declared_format == "messages"
