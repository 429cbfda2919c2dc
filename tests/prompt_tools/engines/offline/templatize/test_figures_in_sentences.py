"""Numbers, days and places whose kind only the words around them tell."""

import pytest

from prompt_lsp.prompt_tools.engines.offline.templatize.values.counts import (
    counts_in_words,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.figures import figures
from prompt_lsp.prompt_tools.engines.offline.templatize.values.named_days import (
    named_days,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.places import places
from tests.prompt_tools.engines.offline.templatize.told import told


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("She is 165 cm tall.", ["HEIGHT=165 cm"]),
        ("a desk, height 72 cm", ["HEIGHT=72 cm"]),
        ("a shelf of 165 cm", ["DISTANCE=165 cm"]),
        ("a play set in the 1840s", ["DECADE=1840s"]),
        ("wait 40 s", ["DURATION=40 s"]),
        ("un poème de 3 strophes", ["STANZA_COUNT=3"]),
        ("ZIP code: 60614", ["ZIP_CODE=60614"]),
        ("PLZ 50667", ["ZIP_CODE=50667"]),
        ("in room C17", ["ROOM_NUMBER=C17"]),
        ("on case 00417355.", ["CASE_ID=00417355"]),
        ("a product 2024", []),
        ("La factura n.º 2024-118", ["INVOICE_NUMBER=2024-118"]),
        ('the promo code is "FERN25"', ["DISCOUNT_CODE=FERN25"]),
        ("a discount of 25 things", []),
        ("broken since 03/21.", ["DATE=03/21"]),
        ("about 03/21 of it", []),
        ("since 24/7", []),
        ("a table for 4 at noon", ["NUMBER_OF_PEOPLE=4"]),
        ("you have 20 questions", []),
        ("between 200 and 300 words", ["WORD_COUNT=200 and 300"]),
        ("in 2 or 3 sentences", []),
        ("Write 5 or 6 slogans", ["NUMBER_OF_ITEMS=5 or 6"]),
        ("between 5 and 10 days", ["DURATION=5 and 10 days"]),
        ("the 4 best hotels", ["NUMBER_OF_ITEMS=4"]),
        ("the 4 hotels", []),
        ("write 20 questions", ["NUMBER_OF_ITEMS=20"]),
        ("warn if fewer than 30 rows exist", []),
        ("children aged 3, 5 and 8", ["AGE=3", "AGE=8"]),
        (
            "moved from June 3 to June 9",
            ["START_DATE=June 3", "END_DATE=June 9"],
        ),
    ],
)
def test_figures(text: str, values: list[str]) -> None:
    assert told(figures, text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("I cook for two.", ["NUMBER_OF_PEOPLE=two"]),
        ("a family of five with a dog", ["NUMBER_OF_PEOPLE=five"]),
        ("kids aged four and nine", ["AGE=four", "AGE=nine"]),
        ("a break for two weeks", ["DURATION=two weeks"]),
    ],
)
def test_counts_in_words(text: str, values: list[str]) -> None:
    assert told(counts_in_words, text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Summarize it in four sentences.", ["SENTENCE_COUNT=four"]),
        ("He turns nine soon.", ["AGE=nine"]),
        ("a bonus worth six months of pay", ["DURATION=six months"]),
        ("Name three ideas.", []),
    ],
)
def test_a_long_text_counts_less_in_words(text: str, values: list[str]) -> None:
    assert told(counts_in_words, f"{text} {'It goes on and on. ' * 30}") == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("open Tuesday to Saturday", ["DAYS=Tuesday to Saturday"]),
        ("Montag bis Freitag", ["DAYS=Montag bis Freitag"]),
        ("Monday–Thursday", ["DAYS=Monday–Thursday"]),
        ("listen to Friday", []),
    ],
)
def test_spans_of_days(text: str, values: list[str]) -> None:
    assert told(named_days, text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("our plant in Akron.", ["CITY=Akron"]),
        ("from Dayton to Saltillo", ["CITY=Dayton", "CITY=Saltillo"]),
        ("our office in Grünwaldau is closed", ["CITY=Grünwaldau"]),
        ("a trip to Marvelburg", ["CITY=Marvelburg"]),
        ("on July 9 in Marvelburg", []),
        ("am 9. Juli 2026 in Marvelburg", ["CITY=Marvelburg"]),
        ("die sich in Jena bewirbt und wartet", ["CITY=Jena"]),
        ("a letter in Marvelburg", []),
        ("we moved to Microsoft Teams", []),
        ("I live in March", []),
    ],
)
def test_places(text: str, values: list[str]) -> None:
    assert told(places, text) == values
