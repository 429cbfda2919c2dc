import pytest

from prompt_lsp.document.blocks import quotes_and_code
from prompt_lsp.document.scanner import scan

FENCE = "```\ncode\n```"


def quoted(text: str) -> list[tuple[str, bool]]:
    quotes, _ = quotes_and_code(text, scan(text))
    return [(quote.span.of(text), quote.example) for quote in quotes]


def code(text: str) -> list[str]:
    _, spans = quotes_and_code(text, scan(text))
    return [span.of(text) for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"a\n{FENCE}\nb", [(FENCE, False)]),
        ("```\nnever closed", []),
        ("~~~ py\na\n~~~~~", [("~~~ py\na\n~~~~~", False)]),
        ("````\n```\na\n```\n````", [("````\n```\na\n```\n````", False)]),
        ("```\na\n~~~\nb\n```", [("```\na\n~~~\nb\n```", False)]),
        ("``` a`b\nno fence\n```", []),
        ("    ```\nindented\n    ```", []),
        ("   ```\nnearly\n   ```", [("   ```\nnearly\n   ```", False)]),
        ("```\na\n``` b", []),
        ("<example>a</example>", [("<example>a</example>", True)]),
        ('<example id="1">a</example>', [('<example id="1">a</example>', True)]),
        ("<example>a", []),
        ("<example/>a</example>", []),
        ("<example>a</examples>", []),
        (
            "<examples><example>a</example></examples>",
            [("<examples><example>a</example></examples>", True)],
        ),
        (
            f"<example>\n{FENCE}\n</example>",
            [(f"<example>\n{FENCE}\n</example>", True)],
        ),
        ("```\n<example>\n```\na</example>", [("```\n<example>\n```", False)]),
        ("```\r\na\r\n```\r\n", [("```\r\na\r\n```", False)]),
        ("```\ra\r```\r", [("```\ra\r```", False)]),
    ],
)
def test_quotes(text: str, expected: list[tuple[str, bool]]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a `b` c", ["`b`"]),
        ("a ``b ` c`` d", ["``b ` c``"]),
        ("a `b c", []),
        ("a `b\nc` d", ["`b\nc`"]),
        ("a `b\n\nc` d", []),
        ("a `b\n \t\nc` d", []),
        ("`a` `b`", ["`a`", "`b`"]),
        (f"`a`\n{FENCE}\n`b`", ["`a`", FENCE, "`b`"]),
        ("`a\n\n```\n`\n```\n", ["```\n`\n```"]),
    ],
)
def test_code(text: str, expected: list[str]) -> None:
    assert code(text) == expected
