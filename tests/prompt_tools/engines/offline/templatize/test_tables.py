import pytest

from prompt_lsp.prompt_tools.engines.offline.templatize import tables
from prompt_lsp.text import Span


@pytest.mark.parametrize(
    "words",
    """
    English;Brazilian Portuguese;polish;Englische;Deutschen;anglais;inglés;inglês;英語
    ;英文;Simplified  Chinese
    """.split(";"),
)
def test_languages(words: str) -> None:
    assert tables.is_language(words.strip())


def test_names_of_places() -> None:
    assert tables.is_country("Côte d'Ivoire")
    assert tables.is_country("UK")
    assert tables.is_country("Frankreich")
    assert not tables.is_country("us")
    assert not tables.is_country("Paris")
    assert tables.is_city("são paulo")
    assert tables.is_city("Paris")
    assert tables.is_month("septembre")
    assert tables.is_weekday("Mittwoch")


@pytest.mark.parametrize(
    ("text", "offset", "span"),
    [
        ("to German", 3, Span(3, 9)),
        ("to germans", 3, None),
        ("xGerman", 1, None),
        ("Brazilian\n Portuguese!", 0, Span(0, 21)),
        ("Chinese (Simplified)", 0, Span(0, 20)),
        ("Haitian Creoles", 0, Span(0, 7)),
        ("英語に", 0, Span(0, 2)),
        ("German", 6, None),
        ("", 0, None),
    ],
)
def test_the_longest_name_at_a_place(text: str, offset: int, span: Span | None) -> None:
    assert tables.language_at(text, offset) == span


def test_names_in_prose_need_a_capital() -> None:
    text = "polish the French text about New York City, 法国 and nice Japan"
    found = tables.place_names(text, lambda _: True)
    assert [name.span.of(text) for name in found] == [
        "French",
        "New York City",
        "Japan",
        "法国",
    ]


def test_every_name_is_found_where_it_stands() -> None:
    for names in (
        tables.languages.all_languages(),
        tables.countries.all_countries(),
        tables.cities.all_cities(),
    ):
        for name in names.names - {"us"}:
            assert names.at(f"({name})", 1) == Span(1, 1 + len(name)), name


def test_a_name_in_katakana_is_a_word_of_its_own() -> None:
    text = "タイトルとタイ料理とイタリア"
    found = [tables.country_at(text, at) for at in range(len(text))]
    assert [one.of(text) for one in found if one] == ["タイ", "イタリア"]
    assert found[0] is None
