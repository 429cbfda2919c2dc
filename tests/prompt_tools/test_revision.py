"""From answers back to documents: what is edited, and what is not."""

import pytest

from prompt_lsp.config import Settings
from prompt_lsp.document.model import Source
from prompt_lsp.formats import apply, parse
from prompt_lsp.prompt_tools.errors import NotApplicable
from prompt_lsp.prompt_tools.question import Question, question
from prompt_lsp.prompt_tools.revision import (
    carried_over,
    revision,
)
from prompt_lsp.prompt_tools.schema import (
    Answer,
    Change,
    Generate,
    Improve,
    Message,
    texts_of,
    user,
)
from prompt_lsp.prompt_tools.work import (
    Wishes,
    generation,
    improvement,
    templatization,
)
from tests.prompt_tools.revising import (
    DOTPROMPT,
    PROMPTY,
    SETTINGS,
    TURNS,
    after,
    answer,
    document,
    templatize,
    within,
)


def test_the_heart_of_a_conversation_is_improved_and_the_rest_is_context() -> None:
    text = document(
        "Be kind.\n\nHuman: Sum {{X}} up.\n\nAssistant: No"
        "\n\nHuman: {{Y}}\n\nAssistant:"
    )
    work = improvement(text, SETTINGS)
    assert isinstance(work.job, Improve)
    assert work.job.messages == (user("Sum {{X}} up."),)
    assert work.job.context == "Be kind.\n\nNo\n\n{{Y}}"
    made = revision(
        Question(text, work), Answer((user("Sum {{X}} up well."),)), SETTINGS
    )
    assert after(made) == [text.sources[0].text.replace("up.", "up well.")]


def test_an_answer_is_begun_where_the_prompt_has_an_open_turn() -> None:
    text = document(TURNS)
    work = improvement(text, SETTINGS)
    assert isinstance(work.job, Improve)
    assert work.job.prefill
    said = Answer((user("Give me a recipe for soup."), Message("assistant", ("Sure",))))
    made = revision(Question(text, work), said, SETTINGS)
    assert after(made) == [TURNS + " Sure"]


def test_what_would_cost_a_prompt_its_turns_is_refused() -> None:
    text = document(TURNS)
    asked = Question(text, generation(text, SETTINGS))
    with pytest.raises(NotApplicable, match="would lose its turns"):
        revision(asked, Answer((user("You cook soup."),)), SETTINGS)


def test_roles_of_prompty_are_kept() -> None:
    text = document(PROMPTY, "x.prompty")
    work = improvement(text, SETTINGS)
    assert texts_of(work.job) == ("Tell me about {{city}} in German.",)
    assert isinstance(work.job, Improve)
    assert work.job.context == "You are a guide."
    made = revision(Question(text, work), Answer((user("Tell <b>all</b>"),)), SETTINGS)
    assert after(made) == [
        PROMPTY.replace("Tell me about {{city}} in German.", "Tell <b>all</b>")
    ]


@pytest.mark.parametrize(
    ("text", "name", "values"),
    [
        (PROMPTY, "x.prompty", {"TARGET_LANGUAGE": "German"}),
        (DOTPROMPT, "x.prompt", {"NAME": "Jane"}),
        ("---\nvariables:\n  A: 1\n---\nHi {{A}} Bob\n", "x.prompt", {"NAME": "Bob"}),
    ],
)
def test_values_go_where_the_prompt_keeps_its_variables(
    text: str, name: str, values: dict[str, str]
) -> None:
    made = templatize(document(text, name), values, sidecar="x.vars.json")
    assert not made.creates
    ((key, value),) = values.items()
    body = made.after.sources[0].text.rpartition("---")[2]
    assert f"{{{{{key}}}}}" in body
    assert value not in body
    declared = {each.name: each.value for each in made.after.declarations or ()}
    assert declared[key] == value


def test_values_go_into_a_new_sidecar_where_nothing_else_holds_any() -> None:
    made = templatize(document(TURNS), {"FOOD": "soup"}, sidecar="hello.vars.json")
    assert made.creates
    assert after(made) == [
        TURNS.replace("soup", "{{FOOD}}"),
        '{\n  "FOOD": "soup"\n}\n',
    ]


def test_values_go_into_the_sidecar_that_is_there() -> None:
    made = templatize(document(TURNS, sidecar='{"A": "1"}\n'), {"FOOD": "soup"})
    assert not made.creates
    assert '"FOOD": "soup"' in after(made)[1]


def test_without_a_place_for_values_nothing_is_changed() -> None:
    with pytest.raises(NotApplicable, match="no place for its variables"):
        templatize(document(TURNS), {"FOOD": "soup"})


def test_values_are_not_put_beside_what_cannot_be_read() -> None:
    text = document("---\nvariables:\n  A: 1\n---\nCook soup\n", sidecar="")
    with pytest.raises(NotApplicable, match="mend the front matter or the sidecar"):
        templatize(text, {"FOOD": "soup"})


def test_placeholders_have_the_style_of_the_house() -> None:
    text = document("Cook soup.\n")
    work = templatization(text)
    settings = Settings(placeholder_style="<<NAME>>")
    made = revision(
        Question(text, work),
        answer(work, {"FOOD": "soup"}),
        settings,
        sidecar="h.vars.json",
    )
    assert after(made)[0] == "Cook <<FOOD>>.\n"


def test_placeholders_of_a_new_prompt_have_the_style_of_the_house() -> None:
    text = document("a chef\n")
    settings = Settings(placeholder_style="<<NAME>>")
    asked = Question(text, generation(text, settings))
    said = Answer((user("Cook <a>{{FOOD}}</a> and {{SIDE_DISH}} in {CITY}"),))
    assert after(revision(asked, said, settings)) == [
        "Cook <a><<FOOD>></a> and <<SIDE_DISH>> in {CITY}\n"
    ]


def test_only_what_is_selected_changes() -> None:
    text = document("Cook soup.\nServe soup.\n")
    work = templatization(text, within(text, "Serve soup."))
    made = revision(
        Question(text, work),
        answer(work, {"FOOD": "soup"}),
        SETTINGS,
        sidecar="h.vars.json",
    )
    assert after(made)[0] == "Cook soup.\nServe {{FOOD}}.\n"
    work = improvement(text, SETTINGS, within(text, "Cook soup."))
    assert isinstance(work.job, Improve)
    assert texts_of(work.job) == ("Cook soup.",)
    assert work.job.context == "Serve soup."


def test_safe_fixes_come_first_and_are_told() -> None:
    text = document("\n\nHuman: Cook soup for me\n\nAssistant: ")
    asked = question("improve", text, SETTINGS, Wishes())
    said = Answer((user("Cook a soup for me"),), changes=(Change("shorter", "so"),))
    made = revision(asked, said, SETTINGS)
    assert [change.kind for change in made.changes] == ["safe-fix", "shorter"]
    assert after(made) == ["\n\nHuman: Cook a soup for me\n\nAssistant:"]
    assert made.before is text


def test_a_prompt_stands_where_its_description_stood() -> None:
    text = document("---\nname: x\n---\n\n a chef \n")
    work = generation(text, SETTINGS)
    assert work.job == Generate("a chef")
    made = revision(
        Question(text, work), Answer((user("You are a chef.\n"),)), SETTINGS
    )
    assert after(made) == ["---\nname: x\n---\n\n You are a chef. \n"]


def test_the_variables_of_a_new_prompt_are_declared_where_others_are() -> None:
    text = document("a chef\n", sidecar='{"FOOD": "x"}\n')
    work = generation(text, SETTINGS)
    said = Answer((user("You are a chef: <a>{{FOOD}}</a> <b>{{TIME}}</b>"),))
    made = revision(Question(text, work), said, SETTINGS)
    assert after(made)[1] == '{"FOOD": "x", "TIME": ""}\n'
    alone = document("a chef\n")
    assert not revision(
        Question(alone, work), said, SETTINGS, sidecar="x.vars.json"
    ).creates


def test_a_prompt_fills_an_empty_document_and_takes_its_form() -> None:
    text = parse((Source("x.prompt", ""),), declared=True)
    work = generation(text, SETTINGS, Wishes(task="a chef"))
    made = revision(Question(text, work), Answer((user("You are a chef."),)), SETTINGS)
    assert after(made) == ["\n\nHuman: You are a chef.\n\nAssistant:"]


@pytest.mark.parametrize("said", ["A\nB", "A\r\nB"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_those_of_the_prompt(end: str, said: str) -> None:
    text = document(f"Hi{end}there{end}")
    for work in (
        improvement(text, SETTINGS, within(text, "there")),
        generation(text, SETTINGS, within(text, "there")),
    ):
        made = revision(Question(text, work), Answer((user(said),)), SETTINGS)
        assert after(made) == [f"Hi{end}A{end}B{end}"]


def test_lines_of_a_prompt_that_mixes_their_ends_stay() -> None:
    text = document("Hi\r\nyou\nthere\r\n")
    work = improvement(text, SETTINGS)
    said = Answer((user("Hi\r\nyou\nall there"),))
    made = revision(Question(text, work), said, SETTINGS)
    assert after(made) == ["Hi\r\nyou\nall there\r\n"]


def test_a_begun_answer_has_the_line_ends_of_the_prompt() -> None:
    text = document(TURNS.replace("\n", "\r\n"))
    work = improvement(text, SETTINGS)
    begun = Message("assistant", ("One\nTwo",))
    said = Answer((user("Give me a recipe for soup."), begun))
    made = revision(Question(text, work), said, SETTINGS)
    assert after(made) == [text.sources[0].text + " One\r\nTwo"]


def test_edits_follow_a_text_that_changed_elsewhere() -> None:
    made = templatize(
        document("---\nvariables:\n  A: 1\n---\nHi {{A}} Bob\n"), {"NAME": "Bob"}
    )
    now = "---\nname: y\nvariables:\n  A: 1\n---\nHi {{A}} Bob\n"
    edits = carried_over(made, (Source("hello.prompt", now),))
    assert edits is not None
    assert apply(document(now), edits).sources[0].text == (
        "---\nname: y\nvariables:\n  A: 1\n  NAME: Bob\n---\nHi {{A}} {{NAME}}\n"
    )


@pytest.mark.parametrize("now", ["Hi Bob!\n", "Hi Jane\n", "Oh Hi Bob\n", ""])
def test_edits_are_refused_where_the_text_they_are_about_changed(now: str) -> None:
    made = templatize(document("Hi Bob\n"), {"NAME": "Bob"}, sidecar="h.vars.json")
    assert carried_over(made, (Source("hello.prompt", now),)) is None


def test_a_sidecar_that_came_meanwhile_is_not_overwritten() -> None:
    made = templatize(document("Hi Bob\n"), {"NAME": "Bob"}, sidecar="hello.vars.json")
    beside = (Source("hello.prompt", "Hi Bob\n"), Source("hello.vars.json", "{}"))
    assert carried_over(made, beside) is None
    assert carried_over(made, beside[:1]) == made.edits


def test_nothing_that_holds_text_shows_it() -> None:
    text = document("CANARY in the text\n")
    asked = Question(text, templatization(text, Wishes(system="CANARY")))
    said = answer(asked.work, {"NAME": "CANARY"})
    made = revision(asked, said, SETTINGS, sidecar="h.vars.json")
    assert made.edits
    assert "CANARY" not in repr((asked, said, made, Question(text, asked.work, text)))
    assert "CANARY" not in repr(Wishes(task="CANARY", system="CANARY"))
