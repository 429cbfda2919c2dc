from dataclasses import replace

from prompt_lsp import formats
from prompt_lsp.analysis.engine import analyse
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Source
from prompt_lsp.features.hover import Hover, hover, touching
from prompt_lsp.rules import ALL
from prompt_lsp.text import Span


def at(text: str, offset: int) -> Hover | None:
    document = formats.parse((Source("a.prompt", text),))
    return hover(document, analyse(document, Settings()).findings, 0, offset)


def codes(found: Hover | None) -> list[str]:
    return [rule.code for rule in found.rules] if found else []


def test_a_finding_is_under_all_of_its_characters() -> None:
    text = "a <<NAME>> b"
    assert [codes(at(text, offset)) for offset in (1, 2, 9)] == [
        [],
        ["VAR001"],
        ["VAR001"],
    ]
    assert at(text, 5) == Hover(Span(2, 10), at(text, 5).rules)  # type: ignore[union-attr]


def test_the_end_of_a_finding_counts_where_no_other_begins() -> None:
    assert codes(at("<<NAME>>", 8)) == ["VAR001"]
    found = at("<<ONE>><<TWO>>", 7)
    assert found is not None
    assert found.span == Span(7, 14)


def test_several_rules_speak_each_once_of_the_smallest_stretch() -> None:
    text = "\n\nHuman: hi\n\nAssistant: <<NAME>>"
    found = at(text, text.index("NAME"))
    assert found is not None
    assert codes(found) == ["TRN018", "VAR001"]
    assert found.span.of(text) == "<<NAME>>"
    assert found.markdown.count("\n---\n") == 1


def test_nothing_is_nothing() -> None:
    assert at("", 0) is None
    assert at("text", 2) is None


def test_an_empty_finding_has_a_place() -> None:
    document = formats.parse((Source("a.prompt", ""),), declared=True)
    findings = analyse(document, Settings()).findings
    assert "TRN001" in codes(hover(document, findings, 0, 0))


def test_every_manual_can_be_plain() -> None:
    for rule in ALL:
        plain = Hover(Span(0, 0), (rule,)).plain
        assert plain.startswith(f"{rule.code} {rule.name}\n\n")
        assert "\nWhy\n" in plain
        assert "```prompt" not in plain


def test_a_fence_shows_what_is_in_it() -> None:
    def check() -> None:
        """What.

        ## Example
        ````prompt declared
        # not a heading
        ```
        code
        ```
        ````
        """

    rule = replace(ALL[0], check=check)  # type: ignore[arg-type]
    assert Hover(Span(0, 0), (rule,)).plain == (
        "TRN001 missing-human-turn\n\nWhat.\n\nExample\n# not a heading\n```\ncode\n```"
    )


def test_what_touches_a_stretch() -> None:
    document = formats.parse((Source("a.prompt", "<<ONE>> x <<TWO>>"),))
    findings = analyse(document, Settings()).findings
    assert touching(document, findings, 0, Span(0, 17)) == (0, 1)
    assert touching(document, findings, 0, Span(7, 7)) == (0,)
    assert touching(document, findings, 0, Span(8, 9)) == ()
    assert touching(document, findings, 1, Span(0, 17)) == ()
