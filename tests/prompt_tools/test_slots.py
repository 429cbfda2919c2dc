from hypothesis import given, settings
from hypothesis import strategies as st

from prompt_lsp.prompt_tools.slots import Slot, render, spans_of, templated
from prompt_lsp.text import Span

PIECES = st.sampled_from(
    [
        *"{}$<>\\ \n\r\u200b😀",
        "{{",
        "}}",
        "{{NAME}}",
        "<<NAME>>",
        "{NAME}",
        "{{NAME_2}}",
        "NAME",
        "\n\nHuman:",
        "\n\nAssistant:",
        "<doc>",
        "</doc>",
        "<br/>",
        "{% if x %}",
        "\r\n",
        "hello",
        "German",
    ]
)
TEXTS = st.lists(PIECES, max_size=14).map("".join)


@st.composite
def proposals(draw: st.DrawFn) -> tuple[list[str], list[Slot]]:
    texts = draw(st.lists(TEXTS, min_size=1, max_size=3))
    slots = []
    for _ in range(draw(st.integers(0, 8))):
        text = draw(st.integers(0, len(texts) - 1))
        ends = sorted(draw(st.integers(0, len(texts[text]))) for _ in range(2))
        name = draw(st.sampled_from(["NAME", "NAME_2", "OTHER", "bad name", ""]))
        confidence = draw(st.sampled_from([0.5, 0.9]))
        slots.append(Slot(name, text, Span(*ends), confidence))
    return texts, slots


@given(proposals())
@settings(max_examples=400, deadline=None)
def test_placing_the_values_again_gives_the_texts(
    proposal: tuple[list[str], list[Slot]],
) -> None:
    texts, slots = proposal
    made = templated(texts, slots)
    assert [render(text, made.values) for text in made.texts] == texts
    assert made.dropped == len(slots) - len(made.slots)
    for slot in made.slots:
        assert made.values[slot.name] == slot.span.of(texts[slot.text])
        assert f"{{{{{slot.name}}}}}" not in "".join(texts)


@given(proposals())
@settings(max_examples=200, deadline=None)
def test_one_after_the_other_in_any_order_gives_the_texts_too(
    proposal: tuple[list[str], list[Slot]],
) -> None:
    texts, slots = proposal
    made = templated(texts, slots)
    for order in (list(made.values), list(made.values)[::-1]):
        for template, text in zip(made.texts, texts, strict=True):
            for name in order:
                template = template.replace(f"{{{{{name}}}}}", made.values[name])  # noqa: PLW2901 - step by step, as naive clients do
            assert template == text


@given(proposals())
@settings(max_examples=200, deadline=None)
def test_the_spans_of_a_template_are_those_of_its_slots(
    proposal: tuple[list[str], list[Slot]],
) -> None:
    texts, slots = proposal
    made = templated(texts, slots)
    for index, template in enumerate(made.texts):
        mine = [(slot.name, slot.span) for slot in made.slots if slot.text == index]
        assert list(spans_of(template, made.values)) == mine


def one(text: str, *slots: tuple[str, str], **more: object) -> tuple[str, dict]:
    given_slots = []
    start = 0
    for name, value in slots:
        start = text.index(value, start)
        given_slots.append(Slot(name, 0, Span(start, start + len(value))))
        start += len(value)
    made = templated([text], given_slots, **more)  # type: ignore[arg-type] # as given
    return made.texts[0], made.values


def test_one_value_under_one_name_is_one_variable() -> None:
    assert one("cat and cat", ("WORD", "cat"), ("WORD", "cat")) == (
        "{{WORD}} and {{WORD}}",
        {"WORD": "cat"},
    )


def test_another_value_gets_a_number() -> None:
    assert one("cat and dog", ("WORD", "cat"), ("WORD", "dog")) == (
        "{{WORD}} and {{WORD_2}}",
        {"WORD": "cat", "WORD_2": "dog"},
    )


def test_names_in_the_text_are_taken_in_every_style() -> None:
    assert one("<<Word>> {{WORD_2}} cat", ("WORD", "cat"))[1] == {"WORD_3": "cat"}
    assert one("cat", ("WORD", "cat"), reserved=frozenset({"word"}))[1] == {
        "WORD_2": "cat"
    }


def test_the_longer_of_two_in_one_place_is_taken() -> None:
    made = templated(
        ["mail jane@example.com now"],
        [Slot("NAME", 0, Span(5, 9)), Slot("EMAIL_ADDRESS", 0, Span(5, 21))],
    )
    assert made.texts == ("mail {{EMAIL_ADDRESS}} now",)
    assert made.dropped == 1


def test_white_space_stays_outside() -> None:
    made = templated(["a  cat \n"], [Slot("WORD", 0, Span(1, 8))])
    assert made.texts == ("a  {{WORD}} \n",)


def test_nothing_stands_inside_what_is_protected() -> None:
    for text, value in (
        ('<a href="x.y">z</a>', "x.y"),
        ("Say {{FOOD}} here", "FOOD"),
        ("Hi\n\nHuman: there", "Human"),
        ("Hi\n\nHuman: there", "Hi\n\nHuman: there"),
        ("<a>one</a> <b>two</b>", "one</a> <b>two"),
        ("{cat}", "cat"),
        ("{% if cat %}", "cat"),
    ):
        assert one(text, ("WORD", value))[1] == {}, text


def test_whole_elements_may_be_a_value() -> None:
    assert one("Fix: <p>one</p>", ("TEXT", "<p>one</p>"))[0] == "Fix: {{TEXT}}"


def test_the_surest_twelve_are_taken() -> None:
    words = [f"word{number:02}" for number in range(20)]
    text = " ".join(words)
    slots = [
        Slot(f"W{number}", 0, Span(number * 7, number * 7 + 6), number / 20)
        for number in range(20)
    ]
    made = templated([text], slots)
    assert list(made.values) == [f"W{number}" for number in range(8, 20)]
    assert made.dropped == 8


def test_rendering_is_one_pass() -> None:
    assert render("{{A}}{{B}}", {"A": "{{B}}", "B": "x"}) == "{{B}}x"
    assert render("{{A}}", {}) == "{{A}}"
    assert render("{{A.B}} {{AxB}}", {"A.B": "1"}) == "1 {{AxB}}"
