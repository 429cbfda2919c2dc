import pytest

from prompt_lsp.prompt_tools.engines.offline.templatize.values.named_days import (
    named_days,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.places import places
from tests.prompt_tools.engines.offline.templatize.told import told


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("What is the capital of France?", ["COUNTRY=France"]),
        ("Compare Germany and France.", ["COUNTRY=Germany", "COUNTRY=France"]),
        ("France's economy", ["COUNTRY=France"]),
        ("prices in the US", ["COUNTRY=US"]),
        ("a coffee shop in Berlin.", ["CITY=Berlin"]),
        ("a New York-based firm", ["CITY=New York"]),
        ("a trip to Jordan", ["COUNTRY=Jordan"]),
        ("a week in Nice", ["CITY=Nice"]),
        ("Write a poem in Italian.", ["LANGUAGE=Italian"]),
        ("30 Spanish words", ["LANGUAGE=Spanish"]),
        ("un viaje a Lisboa para dos", ["CITY=Lisboa"]),
        ("von Berlin nach Wien", ["CITY=Berlin", "CITY=Wien"]),
        ("フランスの首都", ["COUNTRY=フランス"]),
        ("英語で答えて", ["LANGUAGE=英語"]),
        ("法国的首都", ["COUNTRY=法国"]),
        ("Use American English spelling", []),
        ("Write it in British English.", []),
        ("Rewrite it in British English.", ["LANGUAGE=British English"]),
        ("the village of Tarnholt", ["LOCATION=Tarnholt"]),
        ("in the town of Tarnholt.", ["CITY=Tarnholt"]),
        ("the village of March", []),
        ("French fries with an English teacher", []),
        ("The Berlin Wall and the New York Times", []),
        ("the Bank of China", []),
        ("Michael Jordan plays", []),
        ("Nice work. Polish the text and tell us", []),
        ("Answer in English", []),
        ("US companies", []),
        ("a cabin in Vermont", ["LOCATION=Vermont"]),
        ("日本語", []),
    ],
)
def test_places(text: str, values: list[str]) -> None:
    assert told(places, text) == values


def test_many_places_make_a_text_about_places() -> None:
    cities = "Berlin Madrid Lisbon Vienna Prague Oslo Dublin".split()
    assert told(places, ", ".join(cities[:3])) != []
    assert told(places, ", ".join(cities)) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a trip in September.", ["MONTH=September"]),
        ("in late October", ["DATE=late October"]),
        ("on Friday at noon", ["DAY=Friday"]),
        ("in May", ["MONTH=May"]),
        ("You may march on", []),
        ("March on", []),
        ("on March 3", []),
        ("in April O'Neil", []),
    ],
)
def test_named_days(text: str, values: list[str]) -> None:
    assert told(named_days, text) == values
