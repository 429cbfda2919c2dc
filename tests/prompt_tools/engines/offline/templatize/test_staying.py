"""What stays because of what a prompt is, each beside what a like prompt gives."""

import pytest

from prompt_lsp.prompt_tools.engines.offline.templatize import templatize
from prompt_lsp.prompt_tools.schema import Templatize, user

PRODUCT = """You are the assistant of Brightwater Gym.

- A day pass costs 12 pounds.
- Never give medical advice.
- Refer complaints to Dana Whitfield in Leeds.
"""
SYSTEM_TABLE = """You sort tickets.

| Priority | Answer within |
|---|---|
| P1 | 15 minutes |
| P2 | 2 hours |
"""


def values(text: str, system: str | None = None) -> dict[str, str]:
    return dict(templatize(Templatize((user(text),), system)).variable_values)


@pytest.mark.parametrize(
    "slot",
    [
        "{{TOPIC}}",
        "{topic}",
        "<<TOPIC>>",
        "{$TOPIC}",
        "${topic}",
        "$topic",
        "%TOPIC%",
        "[THE TOPIC]",
        "[insert topic]",
        "<TOPIC>",
        "<%= topic %>",
        "________",
        "{% if x %}this{% endif %}",
    ],
)
def test_a_template_of_any_style_is_left_as_it_is(slot: str) -> None:
    asked = "Write a friendly email of 120 words about {}. Audience: developers."
    assert values(asked.format(slot)) == {}
    assert values(asked.format("tea")) != {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Write to jo@example.com in 90 words about {{TOPIC}}.",
            {"EMAIL_ADDRESS": "jo@example.com"},
        ),
        ("Translate {{TEXT}} to German", {"TARGET_LANGUAGE": "German"}),
        (
            (
                "Answer {{QUESTION}} in 3 sentences.\n\n"
                "<contract>\nThe rent is due on the first.\nIt is high.\n</contract>"
            ),
            {"CONTRACT": "The rent is due on the first.\nIt is high."},
        ),
    ],
)
def test_what_is_of_one_use_comes_out_of_a_template(
    text: str, expected: dict[str, str]
) -> None:
    assert values(text) == expected


@pytest.mark.parametrize("value", ["$cv", "[YOUR CV]", "%CV%", "${cv}", "<your CV>"])
def test_a_blank_under_a_label_is_no_data(value: str) -> None:
    assert values(f"Improve this.\n\nCV:\n{value}") == {}


def test_brackets_in_data_make_no_template() -> None:
    found = values(
        "Summarize the call in 3 sentences.\n\nTranscript:\nAna: [LAUGHTER] Yes.\n"
        "Bo: [INAUDIBLE] the $cart total.\nAna: We ship on Friday."
    )
    assert found["SENTENCE_COUNT"] == "3"
    assert found["TRANSCRIPT"].startswith("Ana: [LAUGHTER]")


def test_a_product_nobody_uses_yet_is_its_rules() -> None:
    assert values("{{MESSAGE}}", PRODUCT) == {}
    assert values("", PRODUCT) == {}
    assert "COMPANY_NAME" in values("How much is a day pass?", PRODUCT)


def test_a_table_of_rules_is_no_data() -> None:
    asked = "Sort this ticket: the printer is on fire and nobody answers the phone."
    assert "TABLE" not in values(asked, SYSTEM_TABLE)


def test_languages_of_a_product_vary() -> None:
    system = (
        "You translate from Polish to Danish.\n\n- Keep names.\n- Be brief.\n- Ask."
    )
    assert values("{{TEXT}}", system) == {
        "SOURCE_LANGUAGE": "Polish",
        "TARGET_LANGUAGE": "Danish",
    }


@pytest.mark.parametrize(
    "order",
    [
        "From now on, answer in 50 words.",
        "Summarize every article I send you in 3 sentences.",
        "Bewerte die Texte, die ich dir schicke, in drei Sätzen.",
        "Corrige les textes que je t'envoie en 3 phrases.",
        "Resume en 3 frases los textos que te envíe.",
        "Resuma em 3 frases os textos que eu enviar.",
        "これから送る文章を3文で要約してください。",
        "我每次发来一篇文章，请用三句话总结。",
    ],
)
def test_standing_orders_hold_for_what_will_come(order: str) -> None:
    assert values(order) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Grade the essay.\n\nThesis: 0 to 5 points\nStyle: up to 10 points",
        "Grade the essay.\n\n- 6: outstanding\n- 1: poor\n\nThen give two suggestions.",
        "Write YAML:\n\n```yaml\ntitle: <title>\nsummary: <two sentences>\n```",
        "Label it.\n\nUse these labels:\nBUG: it fails\nIDEA: a wish\nNOISE: all else",
        "Fill in:\n\n| Figure | Page |\n|---|---|",
        "Use British spelling. Dates: 5 March 2024. Times: 14:30.",
        "Commit messages: at most 50 characters in the first line, then why.",
        "Bitte fasse unser bisheriges Gespräch in Stichpunkten zusammen.",
    ],
)
def test_rubrics_and_forms_hold_no_values(text: str) -> None:
    assert values(text) == {}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("When you write the email, keep it under 100 words. It is about tea.", "100"),
        ("Shorten this to 5 words: [URGENT] the server in building B is down", "5"),
        ("Summarize each article in 2 sentences.\n\nArticle: It rains again.", "2"),
    ],
)
def test_what_only_resembles_such_a_prompt_gives_its_values(
    text: str, value: str
) -> None:
    assert value in values(text).values()


def test_a_list_that_forbids_is_no_data() -> None:
    text = "Check the list below.\n\n- Never mention age.\n- Quote the line."
    assert values(text) == {}
