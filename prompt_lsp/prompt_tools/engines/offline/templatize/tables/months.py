"""The names of months and weekdays, in English and in six other languages."""

from functools import cache

from prompt_lsp.prompt_tools.engines.offline.templatize.tables.phrases import (
    Phrases,
    listed,
    phrases,
)

ENGLISH_MONTHS = """
January, February, March, April, May, June, July, August, September, October,
November, December
"""

SHORT_ENGLISH_MONTHS = """
Jan, Feb, Mar, Apr, Jun, Jul, Aug, Sep, Sept, Oct, Nov, Dec
"""

OTHER_MONTHS = """
Januar, Jänner, Februar, März, Mai, Juni, Juli, Oktober, Dezember,
janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre,
décembre, enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre,
setiembre, octubre, noviembre, diciembre, janeiro, fevereiro, março, maio, junho,
julho, setembro, outubro, novembro, dezembro, gennaio, febbraio, aprile, maggio,
giugno, luglio, settembre, ottobre, dicembre, maart, mei, augustus
"""

ENGLISH_WEEKDAYS = """
Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday
"""

SHORT_ENGLISH_WEEKDAYS = "Mon, Tue, Tues, Wed, Thu, Thur, Thurs, Fri, Sat, Sun"

OTHER_WEEKDAYS = """
Montag, Dienstag, Mittwoch, Donnerstag, Freitag, Samstag, Sonnabend, Sonntag,
lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche,
lunes, martes, miércoles, jueves, viernes, sábado, domingo,
segunda-feira, terça-feira, quarta-feira, quinta-feira, sexta-feira
"""

# As single words these need a day or a year beside them.
ALSO_WORDS = "March, May, mars, mai, marzo, mayo, maio, mei, Mai, August, augustus"


@cache
def all_months() -> Phrases:
    """Every name of a month, without its abbreviations."""
    return phrases(ENGLISH_MONTHS, OTHER_MONTHS)


@cache
def all_weekdays() -> Phrases:
    """Every name of a day of the week, without its abbreviations."""
    return phrases(ENGLISH_WEEKDAYS, OTHER_WEEKDAYS)


@cache
def every_month() -> frozenset[str]:
    """Every name of a month, as it may be written, also short."""
    return _written(ENGLISH_MONTHS, OTHER_MONTHS, SHORT_ENGLISH_MONTHS)


@cache
def every_weekday() -> frozenset[str]:
    """Every name of a day of the week, as it may be written, also short."""
    return _written(ENGLISH_WEEKDAYS, OTHER_WEEKDAYS, SHORT_ENGLISH_WEEKDAYS)


def _written(*tables: str) -> frozenset[str]:
    names = listed(*tables)
    return names | {name.capitalize() for name in names}
