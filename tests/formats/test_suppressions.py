"""Where suppressions hold, and what is left when they are removed."""

import pytest

from prompt_lsp.document.model import Document
from prompt_lsp.document.operations import RemoveField, SetField
from prompt_lsp.formats import apply, edits
from tests.formats.hosts import document

TOP = "<!-- prompt-lsp: ignore[TRN001] -->"


def over(found: Document, index: int = 0) -> str:
    source, span = found.suppressions[index].over
    return span.of(found.sources[source].text)


def without(found: Document, *, code: int | None = None, index: int = 0) -> str:
    suppression = found.suppressions[index]
    field = suppression.field if code is None else suppression.codes[code].field
    made = edits(found, 0, [RemoveField(field)])
    assert made is not None
    return apply(found, made).sources[0].text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TOP}\nHi\nthere\n", "whole"),
        (f"\n  \n {TOP}\nHi\n", "whole"),
        (f"---\na: 1\n---\n{TOP}\nHi\n", "whole"),
        (f"{TOP} Hi\nthere", "whole"),
        (f"Hi\n{TOP}\nthere\nyou", "there"),
        (f"Hi\r\n{TOP}\r\n\r\n  \r\nthere\r\nyou", "there"),
        (f"Hi\n  {TOP}  \n\nthere\nyou", "there"),
        (f"Hi\n{TOP}\n\n", ""),
        (f"Hi\n{TOP}", ""),
        (f"Hi {TOP}\nthere", f"Hi {TOP}"),
        (f"one\nHi {TOP} you\nthere", f"Hi {TOP} you"),
        (f"Hi\n{TOP}\n{TOP}\nthere\nyou", "there"),
    ],
)
def test_where_a_comment_holds(text: str, expected: str) -> None:
    found = document("a.prompt.md", text)
    assert over(found) == (text if expected == "whole" else expected)
    assert [code.text for code in found.suppressions[0].codes] == ["TRN001"]


def test_several_comments_at_the_top_all_hold_for_the_file() -> None:
    text = f"{TOP}\n{TOP}\nHi\n"
    found = document("a.md", text)
    assert [over(found, 0), over(found, 1)] == [text, text]


@pytest.mark.parametrize(
    ("comment", "codes"),
    [
        ("<!-- prompt-lsp: ignore[TRN001, VAR002] -->", ["TRN001", "VAR002"]),
        ("<!--prompt-lsp:ignore[TRN001,VAR]-->", ["TRN001", "VAR"]),
        ("<!-- prompt-lsp: ignore[missing-human-turn] why -->", ["missing-human-turn"]),
        ("<!-- prompt-lsp: ignore[] -->", []),
    ],
)
def test_the_codes_of_a_comment(comment: str, codes: list[str]) -> None:
    (suppression,) = document("a.md", f"Hi\n{comment}\n").suppressions
    assert [code.text for code in suppression.codes] == codes


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"Hi\n```\n{TOP}\n```\n"),
        ("a.md", f"Hi `{TOP}` there\n"),
        ("a.md", "Hi <!-- prompt-lsp: ignore -->\n"),
        ("a.md", "Hi <!-- prompt-lsp: ignore[TRN001]\n-->\n"),
        ("a.prompt", f"{TOP}\nHi\n"),
        ("a.txt", f"{TOP}\nHi\n"),
    ],
)
def test_what_is_no_suppression(name: str, text: str) -> None:
    assert document(name, text).suppressions == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TOP}\nHi\n", "Hi\n"),
        (f"Hi\r\n  {TOP} \r\nthere\r\n", "Hi\r\nthere\r\n"),
        (f"Hi {TOP}\nthere\n", "Hi\nthere\n"),
        (f"Hi {TOP} you\n", "Hi  you\n"),
        (f"Hi\n{TOP}", "Hi\n"),
    ],
)
def test_removing_a_comment(text: str, expected: str) -> None:
    assert without(document("a.md", text)) == expected


@pytest.mark.parametrize(
    ("listed", "code", "expected"),
    [
        ("[A, B, C]", 0, "[B, C]"),
        ("[A, B, C]", 1, "[A, C]"),
        ("[A, B, C]", 2, "[A, B]"),
        ("['A', \"B\"]", 1, "['A']"),
        ("A, B", 0, "B"),
        ("A, B", 1, "A"),
        ("\n    - A  # why\n    - B", 0, "\n    - B"),
        ("\n    - A  # why\n    - B", 1, "\n    - A  # why"),
    ],
)
def test_removing_one_code_of_front_matter(
    listed: str, code: int, expected: str
) -> None:
    text = "---\nprompt-lsp:\n  ignore: {}\n---\nHi"
    found = document("a.prompt", text.format(listed))
    assert without(found, code=code) == text.format(expected)


def test_removing_one_code_of_a_comment() -> None:
    found = document("a.md", "Hi <!-- prompt-lsp: ignore[A, B] -->\n")
    assert without(found, code=0) == "Hi <!-- prompt-lsp: ignore[B] -->\n"
    assert without(found, code=1) == "Hi <!-- prompt-lsp: ignore[A] -->\n"


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("a: 1\nprompt-lsp: {ignore: [A]}\n", "a: 1\n"),
        ("a: 1\nprompt-lsp:\n  ignore:\n  - A\nb: 2\n", "a: 1\nb: 2\n"),
        ("prompt-lsp: {ignore: A}\n", ""),
        ("prompt-lsp: {ignore: [A], other: 1}\n", "prompt-lsp: {other: 1}\n"),
        (
            "a: 1\n# why\nprompt-lsp: {ignore: [A]} # so\n# b\nb: 2\n",
            "a: 1\n# b\nb: 2\n",
        ),
        ("# licence\nprompt-lsp: {ignore: [A]}\nb: 2\n", "# licence\nb: 2\n"),
    ],
)
def test_removing_the_only_code_removes_the_suppression(
    front: str, expected: str
) -> None:
    found = document("a.prompt", f"---\n{front}---\nHi")
    assert over(found) == found.sources[0].text
    assert without(found) == f"---\n{expected}---\nHi"
    assert without(found, code=0) == f"---\n{expected}---\nHi"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "Hi <!-- prompt-lsp: ignore[{}] -->\n"),
        ("a.md", "---\nprompt-lsp: {{ignore: [B, {}]}}\n---\n"),
        ("a.txt", "---\nprompt-lsp:\n  ignore: [{}]\n---\n"),
        ("a.txt", "---\nprompt-lsp:\n  ignore: {}\n---\n"),
    ],
)
def test_correcting_a_code(name: str, text: str) -> None:
    found = document(name, text.format("TRN01"))
    field = found.suppressions[0].codes[-1].field
    made = edits(found, 0, [SetField(field, "TRN001")])
    assert made is not None
    assert apply(found, made).sources[0].text == text.format("TRN001")


def test_a_quoted_code_stays_quoted() -> None:
    found = document("a.txt", "---\nprompt-lsp: {ignore: ['TRN01']}\n---\n")
    code = found.suppressions[0].codes[0]
    assert code.text == "TRN01"
    made = edits(found, 0, [SetField(code.field, "TRN001")])
    assert made is not None
    assert '["TRN001"]' in apply(found, made).sources[0].text
