"""What a model proposes as variables, and what becomes of it."""

import json

import pytest

from prompt_lsp.prompt_tools.schema import (
    Message,
    Templatize,
    user,
)
from tests.prompt_tools.asking import (
    TRIP,
    ask,
)
from tests.prompt_tools.standin import (
    Standin,
    says,
    templatizes,
    without_schema,
)


def variable(
    name: object, value: object, index: object = 0, occurrence: object = 1
) -> dict[str, object]:
    return {
        "name": name,
        "value": value,
        "message_index": index,
        "occurrence": occurrence,
    }


CITY = variable("CITY", "Berlin")


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize(
    "wrap", ["{}", "So:\n```json\n{}\n```", '{"variables": []} no:\n{}\nthere']
)
async def test_the_model_says_where_and_the_text_is_changed_here(
    wrap: str, *, plain: bool
) -> None:
    act = templatizes(CITY, variable("user name", "Ada", "system"), wrap=wrap)
    with Standin(without_schema(act) if plain else act) as server:
        answer = await ask(server, TRIP)
    assert answer.messages == (user("Plan a trip to {{CITY}}", "for Ada in Berlin"),)
    assert answer.variable_values == {"USER_NAME": "Ada", "CITY": "Berlin"}
    assert answer.system == "{{USER_NAME}}"
    assert answer.notes == ()


@pytest.mark.parametrize(
    "text",
    [
        f"<result>{json.dumps({'variables': [CITY]})}</result> not {{}} or []",
        f'<result_json>{json.dumps([CITY])}</result_json>, no {{"variables": []}}',
        f"So: {json.dumps([CITY])}",
    ],
)
async def test_a_model_that_keeps_the_form_loosely(text: str) -> None:
    with Standin(says(text)) as server:
        assert (await ask(server, TRIP)).variable_values == {"CITY": "Berlin"}


@pytest.mark.parametrize(
    ("occurrence", "texts"),
    [
        (1, ("Plan a trip to {{CITY}}", "for Ada in Berlin")),
        (2, ("Plan a trip to Berlin", "for Ada in {{CITY}}")),
        (0, ("Plan a trip to {{CITY}}", "for Ada in {{CITY}}")),
        (None, ("Plan a trip to {{CITY}}", "for Ada in {{CITY}}")),
        (3, ("Plan a trip to Berlin", "for Ada in Berlin")),
        (-1, ("Plan a trip to {{CITY}}", "for Ada in {{CITY}}")),
        (10**30, ("Plan a trip to Berlin", "for Ada in Berlin")),
    ],
)
async def test_which_of_several_places(
    occurrence: int | None, texts: tuple[str, ...]
) -> None:
    with Standin(templatizes(variable("CITY", "Berlin", 0, occurrence))) as server:
        answer = await ask(server, TRIP)
    assert answer.messages == (user(*texts),)
    assert len(answer.notes) == ("{{CITY}}" not in "".join(texts))


@pytest.mark.parametrize(
    "wrong",
    [
        variable("CITY", "berlin"),
        variable("CITY", "Berlin "[:0]),
        variable("CITY", "Ada in  Berlin"),
        variable("CITY", "Berlin", 1),
        variable("CITY", "Berlin", -1),
        variable("CITY", "Berlin", "system"),
        variable("", "Berlin"),
        variable("都市", "Berlin"),
        variable(3, "Berlin"),
        variable("CITY", 3),
        variable("CITY", ["Berlin"]),
        "CITY",
        None,
        [],
    ],
)
async def test_what_is_not_there_is_left_out_and_counted(wrong: object) -> None:
    with Standin(templatizes(variable("NAME", "Ada"), wrong)) as server:  # type: ignore[arg-type]
        answer = await ask(server, TRIP)
    assert answer.variable_values == {"NAME": "Ada"}
    (note,) = answer.notes
    assert note.startswith("left out 1 of the model's proposals: not in the prompt")
    assert "Berlin" not in note


async def test_what_no_variable_may_touch_is_left_out_and_counted() -> None:
    job = Templatize((user("Read <doc>Ada</doc> of {{WHO}}, Ada"),))
    act = templatizes(variable("A", "doc>Ada"), variable("B", "WHO"))
    with Standin(act) as server:
        answer = await ask(server, job)
    assert answer.variable_values == {}
    (note,) = answer.notes
    assert note.startswith("left out 2 of the model's proposals: no place")


async def test_a_whole_prompt_is_no_variable() -> None:
    with Standin(templatizes(variable("TEXT", "Do all this"))) as server:
        answer = await ask(server, Templatize((user("Do all this\n"),)))
        assert answer.variable_values == {}
        with_system = Templatize((user("Do all this\n"),), system="Translate it")
        answer = await ask(server, with_system)
    assert answer.variable_values == {"TEXT": "Do all this"}
    assert answer.messages == (user("{{TEXT}}\n"),)


async def test_names_that_are_taken_get_a_number() -> None:
    job = Templatize((user("To Berlin from {{CITY}}"),), reserved=frozenset({"CITY_2"}))
    with Standin(templatizes(CITY)) as server:
        answer = await ask(server, job)
    assert answer.variable_values == {"CITY_3": "Berlin"}
    nonce = server.requests[0].nonce
    taken = f"<taken_{nonce}>\nCITY\nCITY_2\n</taken_{nonce}>"
    assert taken in server.requests[0].text


async def test_words_are_meant_before_parts_of_words() -> None:
    job = Templatize((user("this is his, hi 日本語"),))
    act = templatizes(
        variable("A", "hi", occurrence=1),
        variable("B", "本", occurrence=1),
        variable("C", "is", occurrence=0),
    )
    with Standin(act) as server:
        answer = await ask(server, job)
    assert answer.messages == (user("this {{C}} his, {{A}} 日{{B}}語"),)


async def test_line_ends_may_be_said_otherwise() -> None:
    job = Templatize((user("Read:\r\none\r\ntwo\r\nand sum up"),))
    with Standin(templatizes(variable("TEXT", "one\ntwo"))) as server:
        answer = await ask(server, job)
    assert answer.variable_values == {"TEXT": "one\r\ntwo"}


async def test_answered_turns_are_shown_and_stay() -> None:
    job = Templatize(
        (user("I am Ada"), Message("assistant", ("Hello Ada",)), user("Who is Ada?"))
    )
    act = templatizes(
        variable("NAME", "Ada", 0), variable("NAME", "Ada", 1), variable("X", "Ada", 2)
    )
    with Standin(act) as server:
        answer = await ask(server, job)
    assert [message.role for message in answer.messages] == [
        "user",
        "assistant",
        "user",
    ]
    assert [message.texts for message in answer.messages] == [
        ("I am {{NAME}}",),
        ("Hello Ada",),
        ("Who is {{X}}?",),
    ]
    assert 'index="1" role="assistant">\nHello Ada' in server.requests[0].text


async def test_proposals_after_the_first_hundred_are_only_counted() -> None:
    absent = [variable("NAME", "Grace")] * 100
    with Standin(templatizes(*absent, CITY)) as server:
        answer = await ask(server, TRIP)
    assert answer.variable_values == {}
    assert answer.notes[0].startswith("left out 101 of the model's proposals")


async def test_a_flood_of_proposals_takes_no_time() -> None:
    text = "a" * 100_000
    flood = [variable(f"N{n}", "a" * (1 + n % 7)) for n in range(2_000)]
    with Standin(templatizes(*flood)) as server:
        answer = await ask(server, Templatize((user(f"Read {text} now"),)))
    assert len(answer.variable_values) <= 12
