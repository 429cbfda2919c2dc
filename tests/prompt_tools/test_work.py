"""From documents to jobs: what is handed over."""

import pytest

from prompt_lsp.prompt_tools.errors import NotApplicable
from prompt_lsp.prompt_tools.schema import (
    Improve,
    Templatize,
    texts_of,
    user,
)
from prompt_lsp.prompt_tools.work import (
    Wishes,
    generation,
    improvement,
    is_description,
    templatization,
)
from tests.prompt_tools.revising import (
    PROMPTY,
    SETTINGS,
    TURNS,
    document,
    within,
)


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("Y {{FO", "Y {{FOOD}}"),
        ("OOD}} in", "{{FOOD}} in"),
        ("OOD}", "{{FOOD}}"),
        ("{BAR", "{{BAR}}"),
        ("}} in <to", "{{FOOD}} in <town>"),
        ("wn>{{", "<town>{{BAR}}"),
        (" in ", "in"),
        ("{{FOOD}}", "{{FOOD}}"),
    ],
)
def test_what_a_selection_cuts_is_selected_whole(cut: str, whole: str) -> None:
    text = document("TRY {{FOOD}} in <town>{{BAR}}</town>.")
    job = improvement(text, SETTINGS, within(text, cut)).job
    assert isinstance(job, Improve)
    assert job.messages == (user(whole),)


def test_a_plain_prompt_is_one_message_without_the_white_space_at_its_ends() -> None:
    job = improvement(document("\n Cook soup. \n"), SETTINGS).job
    assert isinstance(job, Improve)
    assert job.messages == (user("Cook soup."),)
    assert job.context == ""
    assert not job.prefill


def test_turns_are_messages_and_what_stands_before_them_the_system() -> None:
    job = templatization(document(TURNS)).job
    assert isinstance(job, Templatize)
    assert job.system == "You are a chef."
    assert job.messages == (user("Give me a recipe for soup."),)


def test_no_answer_is_begun_where_one_is_or_beside_a_selection() -> None:
    for text, wishes in (
        (document(f"{TURNS} Well,"), Wishes()),
        (document(TURNS), within(document(TURNS), "recipe for soup")),
    ):
        work = improvement(text, SETTINGS, wishes)
        assert isinstance(work.job, Improve)
        assert not work.job.prefill
        assert work.opening is None


def test_names_that_a_template_engine_uses_are_reserved() -> None:
    job = templatization(document("{% if vip %}Cook{% endif %} soup\n")).job
    assert isinstance(job, Templatize)
    assert "vip" in job.reserved


def test_names_that_are_declared_or_used_elsewhere_are_reserved() -> None:
    text = document("Cook {{MEAL}} with soup.\n", sidecar='{"FOOD": "x", "MEAL": "y"}')
    job = templatization(text, within(text, "with soup")).job
    assert isinstance(job, Templatize)
    assert texts_of(job) == ("with soup",)
    assert job.reserved == {"FOOD", "MEAL"}


def test_a_selection_without_text_is_refused() -> None:
    text = document("Cook\n\n\nsoup\n")
    with pytest.raises(NotApplicable, match="holds no text"):
        improvement(text, SETTINGS, within(text, "\n\n\n"))


def test_what_a_developer_says_is_the_system_prompt() -> None:
    text = document(PROMPTY.replace("system:", "developer:"), "x.prompty")
    job = templatization(text).job
    assert isinstance(job, Templatize)
    assert job.system == "You are a guide."


def test_what_the_assistant_said_is_not_the_heart() -> None:
    text = document(
        "\n\nHuman: {{Q}}\n\nAssistant: Yes, and so on and on.\n\nHuman: {{LONGER}}"
        "\n\nAssistant:"
    )
    assert texts_of(improvement(text, SETTINGS).job) == ("{{LONGER}}",)


def test_a_description_stands_in_one_message() -> None:
    with pytest.raises(NotApplicable, match="stands in one message"):
        generation(document(PROMPTY, "x.prompty"), SETTINGS)


def test_a_prompt_is_not_put_over_what_stands_there() -> None:
    with pytest.raises(NotApplicable, match="not empty"):
        generation(document("Cook"), SETTINGS, Wishes(task="a chef"))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("a chef for a meal prep planning service\n", True),
        ("Draft an email that answers a complaint.\n", True),
        ("", False),
        ("chef", False),
        (TURNS, False),
        ("Cook {{FOOD}} now", False),
        ("<doc>x y</doc>", False),
        ("word " * 200, False),
        ("one two\n" * 9, False),
    ],
)
def test_what_looks_like_a_description(text: str, is_one: bool) -> None:  # noqa: FBT001 - a row of the table
    assert is_description(document(text).prompts[0]) is is_one
