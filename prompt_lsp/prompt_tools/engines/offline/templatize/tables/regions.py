"""The names of states, regions and continents that prompts speak of."""

from functools import cache

from prompt_lsp.prompt_tools.engines.offline.templatize.tables.phrases import (
    Phrases,
    phrases,
)

# Not `Washington` and `Georgia`, which say more as a city and a country.
NAMES = """
Alabama, Alaska, Arizona, Arkansas, California, Southern California,
Northern California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois,
Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan,
Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey,
New Mexico, New York State, North Carolina, North Dakota, Ohio, Oklahoma, Oregon,
Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah,
Vermont, Virginia, West Virginia, Washington State, Wisconsin, Wyoming,
Alberta, British Columbia, Manitoba, New Brunswick, Newfoundland, Nova Scotia, Ontario,
Quebec, Saskatchewan, New South Wales, Queensland, Tasmania, Western Australia,
Bavaria, Saxony, Tyrol, Tuscany, Umbria, Lombardy, Sicily, Sardinia, Corsica, Provence,
Normandy, Brittany, Burgundy, Alsace, Andalusia, Catalonia, Galicia, Mallorca, Ibiza,
Crete, Santorini, Mykonos, Cornwall, Yorkshire, Lapland, Patagonia, Yucatán, Rajasthan,
Kerala, Punjab, Goa, Hokkaido, Okinawa, Sichuan, Siberia, Crimea, Silicon Valley,
Bayern, Sachsen, Hessen, Toskana, Normandie, Bretagne, Andalucía, Cataluña,
Europe, Asia, Africa, North America, South America, Latin America, Central America,
Scandinavia, Western Europe, Eastern Europe, Southeast Asia, East Africa, West Africa,
the Middle East, the Caribbean, the Balkans
"""


@cache
def all_regions() -> Phrases:
    """Every name of a region."""
    return phrases(NAMES)
