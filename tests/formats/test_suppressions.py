"""Where suppressions hold, and what is left when they are removed."""

import pytest

from prompt_lsp.document.model import Document
from prompt_lsp.document.operations import RemoveField, SetField
from prompt_lsp.formats import apply, edits
from tests.formats.hosts import document, messages

TOP = "<!-- prompt-lsp: ignore[TRN001] -->"


def over(found: Document, index: int = 0) -> str:
    source, span = found.suppressions[index].over[0]
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


def test_a_suppression_of_the_whole_file_holds_for_its_sidecar() -> None:
    beside = '{"A": "x"}'
    for text in ("---\nprompt-lsp: {ignore: A}\n---\nHi", f"{TOP}\nHi\n"):
        (suppression,) = document("a.md", text, beside).suppressions
        held = dict(suppression.over)
        assert held[0].of(text) == text
        assert held[1].of(beside) == beside
    (elsewhere,) = document("a.md", f"Hi\n{TOP}\nyou\n", beside).suppressions
    assert [source for source, _ in elsewhere.over] == [0]


NOTE = "# prompt-lsp: ignore[A, B]"


@pytest.mark.parametrize(
    ("yaml", "expected", "left"),
    [
        (f"X: 1 {NOTE}\nY: 2\n", f"X: 1 {NOTE}", "X: 1\nY: 2\n"),
        (f"{NOTE}\n\n# c\nX: 1\n", "X: 1", "\n# c\nX: 1\n"),
        (f"X: 1\r\n  {NOTE} why\r\nY: 2\r\n", "Y: 2", "X: 1\r\nY: 2\r\n"),
        (f"X: |  {NOTE}\n  a\n", f"X: |  {NOTE}", "X: |\n  a\n"),
        (f"X: {{a: 1,  {NOTE}\n  b: 2}}\n", "X: {a: 1,  " + NOTE, None),
        (f"X: 1\n{NOTE}\n", "", "X: 1\n"),
        (f"{NOTE}\n", "", ""),
    ],
)
def test_comments_of_yaml(yaml: str, expected: str, left: str | None) -> None:
    for found in (
        document("a.prompt", "Hi", yaml, sidecar="a.vars.yaml"),
        document("a.prompt", f"---\n{yaml}---\nHi"),
    ):
        (suppression,) = found.suppressions
        assert over(found) == expected
        assert [code.text for code in suppression.codes] == ["A", "B"]
        made = edits(found, 0, [RemoveField(suppression.field)])
        assert made is not None
        after = apply(found, made)
        assert not after.problems
        if left is not None:
            assert left in after.sources[suppression.field.source].text
        assert NOTE not in after.sources[suppression.field.source].text
        first = edits(found, 0, [RemoveField(suppression.codes[0].field)])
        assert first is not None
        (narrower,) = apply(found, first).suppressions
        assert [code.text for code in narrower.codes] == ["B"]


@pytest.mark.parametrize(
    "yaml",
    [
        f"X: |\n  a\n  {NOTE}\n  b\n",
        f'X: "a {NOTE}"\n',
        f"X: 'a\n  {NOTE}'\n",
        f"X: a{NOTE}\n",
        f"X: 1 {NOTE}\nY: [\n",
    ],
)
def test_what_is_no_comment_of_yaml(yaml: str) -> None:
    found = document("a.prompt", "Hi", yaml, sidecar="a.vars.yaml")
    assert found.suppressions == ()


@pytest.mark.parametrize(
    "comment",
    ["ignore VAR001", "ignore", "disable=VAR001", "ignore[TRN001", "Ignore[VAR001]"],
)
def test_what_is_meant_as_a_suppression_is_a_problem(comment: str) -> None:
    found = document("a.md", f"Hi <!-- prompt-lsp: {comment} --> you\n")
    (problem,) = found.problems
    written = problem.field.span.of(found.sources[0].text)
    assert written == f"<!-- prompt-lsp: {comment} -->"
    assert problem.message == (
        "this comment silences nothing; write `<!-- prompt-lsp: ignore[CODE] -->`"
    )
    beside = document("a.md", "Hi", f"X: 1 # prompt-lsp: {comment}\n", sidecar="a.yml")
    assert messages(beside) == [
        "this comment silences nothing; write `# prompt-lsp: ignore[CODE]`"
    ]


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("{ignor: [A]}", "`prompt-lsp` has no key `ignor`; did you mean `ignore`?"),
        ("{x: 1}", "`prompt-lsp` has no key `x`; there is only `ignore`"),
        (
            "[A]",
            "`prompt-lsp` says nothing here; write `prompt-lsp: {ignore: [CODE]}`",
        ),
    ],
)
def test_front_matter_that_silences_nothing(front: str, message: str) -> None:
    found = document("a.prompt", f"---\nprompt-lsp: {front}\n---\nHi")
    assert messages(found) == [message]
