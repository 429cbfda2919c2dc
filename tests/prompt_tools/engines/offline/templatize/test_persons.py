import pytest

from prompt_lsp.prompt_tools.engines.offline.templatize.tables.given_names import (
    doubtful_given_names,
    given_names,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.introduced import (
    introduced,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.persons import persons
from tests.prompt_tools.engines.offline.templatize.told import told


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Ask Wanda Kessler about it.", ["NAME=Wanda Kessler"]),
        ("Summarize Ingrid Moe's report", ["NAME=Ingrid Moe"]),
        ("a card for Takeshi, who retires", ["NAME=Takeshi"]),
        ("she is marrying Esteban.", ["NAME=Esteban"]),
        ("a call with Dr. Priya Nair on Monday", ["NAME=Dr. Priya Nair"]),
        ("written by Jan van der Meer", ["NAME=Jan van der Meer"]),
        ("the customer Monika Lenz", ["CUSTOMER_NAME=Monika Lenz"]),
        ("Lukas wants a dog", ["NAME=Lukas"]),
        ("I'm Lukas, a baker", ["NAME=Lukas"]),
        ("my cat Lukas", ["NAME=Lukas"]),
        ("un poème pour Hélène", ["NAME=Hélène"]),
        # A name of a place, a firm, a saint, an address, a month.
        ("the history of Victor Street", []),
        ("the church of St. Martin", []),
        ("a degree from Johns Hopkins University", []),
        ("write to anna@example.org or @Anna", []),
        ("a book about William the Conqueror", []),
        ("the weather in April Springs", []),
        # No word says that it is somebody.
        ("Explain Albert", []),
        ("a fan of Grace", []),
    ],
)
def test_persons(text: str, values: list[str]) -> None:
    assert told(persons, text) == values


def test_so_many_people_make_a_text_about_people() -> None:
    few = "Anna Ben Clara Dieter Emma Fiona".split()
    said = " and ".join(f"a card for {name}" for name in few)
    assert len(told(persons, said)) == len(few)
    assert told(persons, f"{said} and a card for Greta") == []


def test_a_single_name_in_a_system_prompt_is_the_assistant_s() -> None:
    assert told(persons, "a bot named Clara", "system") == []
    assert told(persons, "a bot named Clara") == ["NAME=Clara"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("signed by our CFO, Oyelaran Bamidele.", ["NAME=Oyelaran Bamidele"]),
        ("Our contact is Xiulan Feng.", ["NAME=Xiulan Feng"]),
        ("The hero is Zorblatt, a robot", ["NAME=Zorblatt"]),
        (
            "Sign it as Quillon Drask, Vice President of Research.",
            ["NAME=Quillon Drask", "JOB_TITLE=Vice President of Research"],
        ),
        (
            "Sign it with Quillon Drask, Orrin Books.",
            ["NAME=Quillon Drask", "COMPANY_NAME=Orrin Books"],
        ),
        ("Our contact is Tenzin Dorje, Paris", ["NAME=Tenzin Dorje"]),
        ("The best color is Royal Blue", []),
        ("My manager is Out of Office", []),
        ("The character is The Old Man", []),
        ("Design As Usual", []),
    ],
)
def test_introduced(text: str, values: list[str]) -> None:
    assert told(introduced, text) == values


def test_given_names_are_single_words_with_a_capital() -> None:
    assert all(name[0].isupper() and " " not in name for name in given_names())
    assert len(given_names()) > 1_000
    assert "Alexa" in doubtful_given_names()
