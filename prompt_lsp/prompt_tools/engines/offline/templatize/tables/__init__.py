"""Names of languages, countries, cities, months and currencies, and where they stand.

Built when first asked for. For grammars:

- `language_at(text, offset)`, `country_at`, `city_at`, `month_at`, `weekday_at`: the
  span of the longest name that begins at `offset` (at the edge of a word, in whatever
  case), or None. Each costs a dictionary lookup: `offset` is where a regular
  expression of the grammar has stopped (`translate X to |`, `ins |Englische`).
  They take every form of the seven languages (`Englische`, `anglais`, `inglés`, `英語`)
  and also ambiguous names (`polish`, `reading`): the grammar is the context.
- `is_language(words)`, `is_country`, `is_city`, `is_month`, `is_weekday`: whether a
  string is such a name as a whole.
- `place_names(text, told)`: every language, country, city and region of a text in one
  pass, for prose, where only a capital letter and an unambiguous name count.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Literal, NamedTuple

from prompt_lsp.prompt_tools.engines.offline.templatize.tables.cities import (
    all_cities,
    ambiguous_cities,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables.countries import (
    all_countries,
    ambiguous_countries,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables.languages import (
    all_languages,
    capitalised_languages,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables.months import (
    all_months,
    all_weekdays,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.tables.phrases import Phrases
from prompt_lsp.prompt_tools.engines.offline.templatize.tables.regions import (
    all_regions,
)
from prompt_lsp.text import Span

__all__ = [
    "PlaceName",
    "city_at",
    "country_at",
    "is_city",
    "is_country",
    "is_language",
    "is_month",
    "is_weekday",
    "language_at",
    "month_at",
    "place_names",
    "weekday_at",
]

# The edge of the word is looked for behind its capital, as capitals are few.
_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-ÞĀŠŽ](?<![^\W_].)[^\W\d_]{0,30}")


class PlaceName(NamedTuple):
    """A name in prose.

    Attributes:
        kind: what it names.
        span: where it stands.
        ambiguous: it is an everyday word or a person's name as well.
    """

    kind: Literal["language", "country", "city", "region"]
    span: Span
    ambiguous: bool = False


def language_at(text: str, offset: int) -> Span | None:
    """The name of a language that begins at `offset`."""
    return all_languages().at(text, offset)


def country_at(text: str, offset: int) -> Span | None:
    """The name of a country that begins at `offset`."""
    return all_countries().at(text, offset)


def city_at(text: str, offset: int) -> Span | None:
    """The name of a city that begins at `offset`."""
    return all_cities().at(text, offset)


def month_at(text: str, offset: int) -> Span | None:
    """The name of a month that begins at `offset`."""
    return all_months().at(text, offset)


def weekday_at(text: str, offset: int) -> Span | None:
    """The name of a day of the week that begins at `offset`."""
    return all_weekdays().at(text, offset)


def is_language(words: str) -> bool:
    """Whether a string is the name of a language."""
    return words in all_languages()


def is_country(words: str) -> bool:
    """Whether a string is the name of a country."""
    return words in all_countries()


def is_city(words: str) -> bool:
    """Whether a string is the name of a city."""
    return words in all_cities()


def is_month(words: str) -> bool:
    """Whether a string is the name of a month."""
    return words in all_months()


def is_weekday(words: str) -> bool:
    """Whether a string is the name of a day of the week."""
    return words in all_weekdays()


def place_names(text: str, told: Callable[[int], bool]) -> Iterator[PlaceName]:
    """The names in a text that begin with a capital letter, in order, apart.

    `told` says of an offset whether a name that begins there counts.
    """
    end = 0
    first = _first_words()
    for word in _CAPITALISED.finditer(text):
        low = word[0].lower()
        known = low in first and word.start() >= end and told(word.start())
        if known and (name := _name_at(text, word.start(), low)):
            end = name.span.end
            yield name
    if not text.isascii():
        yield from (one for one in _east_asian_names(text) if told(one.span.start))


def _east_asian_names(text: str) -> Iterator[PlaceName]:
    for found in _unspaced_names().finditer(text):
        if name := _name_at(text, found.start()):
            yield name


@cache
def _first_words() -> frozenset[str]:
    every = (all_cities(), all_countries(), all_languages(), all_regions())
    return frozenset(word for names in every for word in names.spaced)


@cache
def _unspaced_names() -> re.Pattern[str]:
    every = (all_cities(), all_countries(), all_languages())
    lists = (names for some in every for names in some.unspaced.values())
    names = {re.escape(name) for some in lists for name in some}
    return re.compile("|".join(sorted(names, key=lambda name: (-len(name), name))))


def _name_at(text: str, at: int, first: str = "") -> PlaceName | None:
    """The longest name at a place; a city before a country, then a language.

    `first` is the word that begins there, in small letters, where that is known.
    """

    def stands(names: Phrases) -> Span | None:
        return names.begun(text, at, first) if first else names.at(text, at)

    found: list[PlaceName] = []
    if span := stands(all_cities()):
        found.append(PlaceName("city", span, span.of(text) in ambiguous_cities()))
    if span := stands(all_regions()):
        found.append(PlaceName("region", span))
    if span := stands(all_countries()):
        found.append(PlaceName("country", span, span.of(text) in ambiguous_countries()))
    if span := stands(all_languages()):
        sure = span.of(text) in capitalised_languages() or not span.of(text).isascii()
        found.append(PlaceName("language", span, not sure))
    return max(found, key=lambda name: len(name.span.of(text)), default=None)
