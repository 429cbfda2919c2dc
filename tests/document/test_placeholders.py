"""What is found in a text, before any rule judges it."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prompt_lsp.config import Settings
from prompt_lsp.document.logic import tagged
from prompt_lsp.document.model import Place, Prompt, SlipKind
from prompt_lsp.document.names import NAME, one_edit, slug
from prompt_lsp.document.parser import parse_part, parse_prompt
from prompt_lsp.document.placeholders import Found, placeholders
from prompt_lsp.document.source_map import SourceMap
from prompt_lsp.document.summary import Summary, summarise
from prompt_lsp.document.tokens import Style
from prompt_lsp.text import Span

_BRACKETS = ("{", "}", "{{", "}}", "<", ">", "<<", ">>", "[", "]")
_SIGNS = ("%", "#", "/", "$", "\\", "-", ".", "|", "=", ",", "`", "f'", "\\frac")
_WORDS = ("A", "NAME", "name", "é", "your ", "e.g. ", "[INSERT ", "end")
_BLANKS = (" ", "\t", "\n", "\r\n", "\r", "```\n")
_WHOLE = ("{{A}}", "<<A>>", "{A}", "{{#if a}}", "{{/if}}", "{% for a in b %}")
PIECES = st.sampled_from((*_BRACKETS, *_SIGNS, *_WORDS, *_BLANKS, *_WHOLE))
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def found(text: str) -> Found:
    return placeholders(text, 0, ())


def prompt(*texts: str) -> Prompt:
    return parse_prompt(
        parse_part(text, SourceMap.identity(len(text)), "user", index)
        for index, text in enumerate(texts)
    )


def summary(text: str, **values: str) -> Summary:
    return summarise(prompt(text), None, Settings(**values))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_what_is_found_is_what_is_written_there_on_one_line(text: str) -> None:
    for kind in found(text):
        for item in kind:
            assert item.place.span.of(text) == item.written
            assert item.written
            assert "\n" not in item.written
            assert "\r" not in item.written


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_each_kind_stands_in_order_and_no_two_of_a_kind_share_a_character(
    text: str,
) -> None:
    for kind in found(text):
        for one, other in pairwise(kind):
            assert one.place.span.end <= other.place.span.start


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_a_character_gets_at_most_one_finding_of_the_form(text: str) -> None:
    _, slips, logic = found(text)
    spans = sorted(item.place.span for item in (*slips, *logic))
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(TEXTS, TEXTS)
@settings(max_examples=200, deadline=None)
def test_lines_do_not_change_what_is_found_in_others(one: str, other: str) -> None:
    """Placeholders that nothing around them makes doubtful stay what they are."""
    alone = [p.written for p in found(other).placeholders if not p.guarded]
    both = found(one + "\n\n" + other).placeholders
    start = len(one) + 2
    after = [p.written for p in both if not p.guarded and p.place.span.start >= start]
    # A block of a Go template that `one` opens takes `{{end}}` of `other`.
    assert [p for p in alone if p != "{{end}}"] == [p for p in after if p != "{{end}}"]


@pytest.mark.parametrize(
    ("text", "style", "name"),
    [
        ("{{NAME}}", Style.BRACES, "NAME"),
        ("{{\tname }}", Style.BRACES, "name"),
        ("{{X}}}", Style.BRACES, "X"),
        ("<<NAME>>", Style.ANGLES, "NAME"),
        ("{NAME}", Style.BRACE, "NAME"),
        ("$ {NAME}", Style.BRACE, "NAME"),
        ("{$NAME}", Style.DOLLAR, "NAME"),
        ("${NAME}", Style.SHELL, "NAME"),
        ("id={{ID}}", Style.BRACES, "ID"),
    ],
)
def test_the_styles(text: str, style: Style, name: str) -> None:
    (one,) = found(text).placeholders
    assert (one.style, one.name, one.guarded) == (style, name, False)


@pytest.mark.parametrize(
    "text",
    [
        *("{{{X}}}", "{{{{X}}}}", "\\{{X}}", "${{X}}", "={{x}}", "\\frac{{X}}"),
        *("\\frac{X}", "\\{X}", "$${X}", "$a{X}", "x<<X>>", "x^{{X}}", "{{a: {{X}}}}"),
    ],
)
def test_what_stands_around_it_makes_it_doubtful(text: str) -> None:
    (one,) = found(text).placeholders
    assert one.name in {"X", "x"}
    assert one.guarded


@pytest.mark.parametrize("text", ["<<X>>>", "<<<X>>>", "<<SYS>>", "<< X >>", "<<a,b>>"])
def test_angles_that_are_none(text: str) -> None:
    assert found(text) == Found()


def test_code_is_marked() -> None:
    text = "{{A}} `{{B}}` {{C}}\n```\n{{D} {{}} {{#if a}}\n```\n"
    part = parse_part(text, SourceMap.identity(len(text)))
    assert [p.name for p in part.placeholders if p.in_code] == ["B"]
    assert [slip.in_code for slip in part.slips] == [True, True]
    assert [tag.in_code for tag in part.logic] == [True]


def test_the_part_is_said() -> None:
    (one,) = placeholders("{{A}}", 7, ()).placeholders
    assert one.place == Place(7, Span(0, 5))


@pytest.mark.parametrize(
    ("text", "depths"),
    [
        ("{{#if a}}{{else}}{{/if}}", [1, 0, -1]),
        ("{{#each a}}{{/each}}{{^a}}{{/a}}{{^}}", [1, -1, 1, -1, 0]),
        ("{% for a in b %}{% else %}{% endfor %}", [1, 0, -1]),
        ("{%- if a -%}{%- endif -%}{% include 'x' %}", [1, -1, 0]),
        ("{% set a = 1 %}{% set a %}{% endset %}", [0, 1, -1]),
        ("{{if .A}}{{range .B}}{{end}}{{- end}}{{ .C }}", [1, 1, -1, -1, 0]),
        ("{{> a}}{{! b}}{{@index}}{{a.b}}", [0, 0, 0, 0]),
    ],
)
def test_the_depth_of_tags(text: str, depths: list[int]) -> None:
    assert [tag.depth for tag in found(text).logic] == depths


def test_end_is_a_name_where_no_block_of_go_is_open() -> None:
    (one, _), _, logic = found("{{end}} {{if .A}}x{{end}} {{end}}")
    assert (one.name, one.place.span.start) == ("end", 0)
    assert len(logic) == 2


@pytest.mark.parametrize(
    ("text", "scoped"),
    [
        ("{{#each a}}{{b}}{{/each}}{{c}}", ["b"]),
        ("{{#if a}}{{b}}{{/if}}{{c}}", []),
        ("{{#each a}}{{#if x}}{{b}}{{/if}}{{d}}{{/each}}{{c}}", ["b", "d"]),
        ("{% for a in b %}{{a}}{{c}}{% endfor %}{{a}}", ["a"]),
        ("{% set a = 1 %}{{a}}{{b}}", ["a"]),
        ("{% macro m(a) %}{{a}}{% endmacro %}{{a}}", ["a"]),
        ("{% for a in b %}{% for a in c %}{{a}}{% endfor %}{{a}}{% endfor %}", "aa"),
    ],
)
def test_names_that_a_block_brings_are_scoped(text: str, scoped: list[str]) -> None:
    names = [p.name for p in found(text).placeholders if p.scoped]
    assert names == list(scoped)


def test_a_nested_one_is_a_slip_and_the_inner_one_a_mention() -> None:
    inner, slips, _ = found("{{A{{B}}}}")
    assert [(p.name, p.guarded) for p in inner] == [("B", True)]
    assert [slip.kind for slip in slips] == [SlipKind.NESTED]


@pytest.mark.parametrize(
    ("values", "used"),
    [
        ({}, ["a", "B", "c", "D", "E", "F"]),
        ({"template_engine": "jinja"}, ["a", "B"]),
        ({"placeholder_style": "<<NAME>>"}, ["a", "B", "c", "D", "E", "F"]),
        ({"placeholder_style": "{NAME}"}, ["c", "D", "g", "E", "F", "X"]),
        ({"placeholder_style": "{$NAME}"}, ["c", "D", "E", "h", "F"]),
        ({"placeholder_style": "${NAME}"}, ["a", "B", "c", "D", "E", "F", "G"]),
    ],
)
def test_which_styles_are_uses(values: dict[str, str], used: list[str]) -> None:
    text = (
        "{{a}} `{{B}}` <<c>> {D} {g} {$E} {$h} ${F} `${G}` \\{{I}} {{{X}}} \\frac{{J}}"
    )
    assert list(summary(text, **values).uses) == used


def test_a_summary_is_of_all_parts() -> None:
    whole = summarise(prompt("{{A}} {{B}}", "{{A}}"), None, Settings())
    assert [use.place.part for use in whole.uses["A"]] == [0, 1]


def test_what_is_mentioned_is_more_than_what_is_used() -> None:
    text = "{{A}} {{{B}}} {{C} {{#if d}} {{ e | f(g) }} \\{{H}} {i} {{j k}}"
    assert summary(text).mentioned >= {*"ABCdegH"}
    assert not summary(text).mentioned & {*"ijk"}
    assert "k" in summary(text, template_engine="handlebars").mentioned


@pytest.mark.parametrize(
    "text",
    [
        "{% raw %}{{A}}{% endraw %}",
        "{%- verbatim -%}\n{{A}}\n{%- endverbatim -%}",
        "{% comment %}{{A}}{% endcomment %}",
        "{{!-- {{A}} --}}",
        "{{~!--\n{{A}}\n--~}}",
        "{# {{A}} #}",
        "{#\n{{A}} {{A} {{#if A}}\n#}",
    ],
)
def test_what_remarks_and_raw_blocks_hold_is_no_use(text: str) -> None:
    whole = summary(f"{text} {{{{B}}}}")
    assert list(whole.uses) == ["B"]
    assert "A" in {*whole.mentioned, *tagged(text)}


def test_what_is_not_closed_is_no_remark() -> None:
    assert list(summary("{{!-- {{A}} {% raw %}{{B}} {# {{C}}").uses) == [*"ABC"]


def test_every_word_of_a_tag_may_be_a_name() -> None:
    text = '{{{a}}} {{~b.c-d~}} {{ "e f" ~ "g" }} {%- if h\n -%} {i} {{ j }'
    assert {*tagged(text)} >= {*"abcd", "c-d", "g", "h", "if"}
    assert not {*tagged(text)} & {*"efij"}
    assert not {*tagged(text, braces=False)} & {*"abcdefgij"}


def test_under_single_braces_two_are_no_logic() -> None:
    text = "{{#if a}} {{a.b}} {{{X}}}"
    assert not summary(text, placeholder_style="{NAME}").has_logic
    assert summary(text).has_logic


def is_name(text: str) -> bool:
    return re.fullmatch(NAME, text) is not None


@given(st.text(alphabet="aZ0_-é ", max_size=70))
@settings(deadline=None)
def test_a_name_begins_with_a_letter_and_has_64_characters_at_most(text: str) -> None:
    legal = text.replace("-", "_").isidentifier() and text.isascii()
    assert is_name(text) == (legal and text[0] != "-" and len(text) <= 64)
    assert NAME


@given(st.text(max_size=90), st.booleans())
@settings(deadline=None)
def test_a_slug_is_a_name_or_nothing(text: str, upper: bool) -> None:  # noqa: FBT001 - drawn
    made = slug(text, upper=upper)
    assert not made or is_name(made)


@pytest.mark.parametrize(
    ("a", "b", "at"),
    [
        ("ABCD", "ABCD", None),
        ("ABCD", "ABXD", 2),
        ("ABCD", "ABD", 2),
        ("ABD", "ABCD", 2),
        ("ABCD", "ACBD", 1),
        ("ABCD", "ABCDE", 4),
        ("ABCD", "ADCB", None),
        ("ABCD", "AB", None),
        ("", "A", 0),
        ("AB", "BA", 0),
    ],
)
def test_one_edit(a: str, b: str, at: int | None) -> None:
    assert one_edit(a, b) == at
