"""Money, percentages, and measures with their units."""

import re
from functools import cache

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.tables.currencies import (
    SIGNS,
    currency_codes,
    currency_names,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.figure import (
    END,
    NUMBER,
    RANGE,
    TO,
    Figure,
)

_SCALE = (
    r"(?:[ \u00a0]?(?:k|K|m|M|bn|B|mn|million|billion|trillion|thousand|hundred"
    r"|Millionen|Million|Milliarden|Mio\.?|Mrd\.?|Tausend|millions?|milliards?|mille"
    r"|millones|mil|milhões|bilhões|lakh|crore|万|億|亿)(?![A-Za-zÀ-ɏ\d]))?"
)
_SIGN = f"[{re.escape(SIGNS)}]"
_SIGN_BEFORE = re.compile(
    rf"(?<![A-Za-z])(?:US|A|AU|C|CA|NZ|HK|S|R|MX|NT)?{_SIGN}[ \u00a0]?$"
)
_CODE_BEFORE = re.compile(r"(?<![A-Za-z])([A-Z]{3})[ \u00a0]?$")
_AFTER_SIGN = re.compile(
    rf"{NUMBER}{_SCALE}(?:{TO}{_SIGN}?{NUMBER}{_SCALE})?"
    r"(?:[ ]([A-Z]{3})(?![A-Za-z]))?"
)
_PERCENT = re.compile(
    rf"{RANGE}[ \u00a0\u202f]?(?:%|％|percent{END}|per cent{END}|Prozent{END}"
    rf"|pour cent{END}|por ciento{END}|por cento{END}|パーセント)"
    r"(?![\w-])"
)
_PERCENTS = frozenset({"%", "percent", "per", "Prozent", "pour", "por"})
_UNITS = {
    "TEMPERATURE": "° ℃ ℉ degrees Grad degrés grados graus",
    "DISTANCE": """
        km kilometer kilometers kilometre kilometres mile miles mi meter meters metre
        metres m cm mm feet foot ft inch inches yard yards Kilometer Kilometern Meter
        Metern kilomètre kilomètres mètre mètres kilómetros metros quilômetros
    """,
    "AREA": "square sq m² km² acre acres hectare hectares ha Quadratmeter",
    "WEIGHT": """
        kg kilo kilos kilogram kilograms g gram grams mg lb lbs pound pounds oz ounce
        ounces ton tons tonne tonnes Kilogramm Kilo Gramm kilogrammes grammes gramos
        gramas
    """,
    "VOLUME": """
        ml mL l L liter liters Liter Litern litre litres gallon gallons cup cups litros
    """,
    "SPEED": "km/h mph m/s kmh knots",
    "SIZE": "KB MB GB TB KiB MiB GiB bytes kilobytes megabytes gigabytes terabytes",
    "CALORIES": "calories kcal cal Kalorien calorías calorias",
}
_UNSPACED_UNIT = re.compile(
    "(?P<TEMPERATURE>度)|(?P<DISTANCE>キロ(?!グラム)|公里|米)"
    "|(?P<WEIGHT>公斤|千克|克|キログラム|グラム)|(?P<AREA>平方米)"
)
_TALL = re.compile(r"[ -](?:tall|groß|gross|de alto|de altura|de haut)(?![^\W_])")
_HEIGHTS = frozenset(
    "height tall größe körpergröße taille mesure altura estatura mido".split()
)
# What belongs to a unit after its first word.
_REST = {
    "°": re.compile(r"[ ]?[CFK](?![A-Za-z])"),
    "degrees": re.compile(r"[ ](?:Celsius|Fahrenheit)(?![A-Za-z])"),
    "square": re.compile(r"[ ](?:feet|met(?:er|re)s|miles)(?![A-Za-z])"),
    "sq": re.compile(r"\.?[ ]?ft(?![A-Za-z])"),
}


def money(figure: Figure) -> Candidate | None:
    """An amount with its sign, code or name, on whichever side it stands."""
    if sign := _SIGN_BEFORE.search(figure.head[-5:]):
        found = figure.match(_AFTER_SIGN)
        end = found.end() if found else figure.following
        if found and found[1] and found[1] not in currency_codes():
            end -= 4
        return figure.candidate("AMOUNT", end, before=len(sign[0]))
    code = _CODE_BEFORE.search(figure.head[-5:])
    if code and code[1] in currency_codes() and (found := figure.match(_AFTER_SIGN)):
        return figure.candidate("AMOUNT", found.end(), before=len(code[0]))
    if figure.unit not in _before_money() and figure.unit[:1] < "⺀":
        return None
    if found := figure.match(_money()):
        return figure.candidate("AMOUNT", found.end())
    return None


def percentage(figure: Figure) -> Candidate | None:
    """A share of a hundred; all of it is mostly a way of speaking."""
    if figure.unit not in _PERCENTS and figure.unit[:1] < "⺀":
        return None
    found = figure.match(_PERCENT)
    if not found:
        return None
    whole = found[0].startswith("100") and not found[0][3:4].isdecimal()
    return figure.candidate("PERCENTAGE", found.end(), 0.4 if whole else 0.8)


def measure(figure: Figure) -> Candidate | None:
    """A number with a unit of measure."""
    after = _end_of_unit(figure)
    if figure.unit in _units():
        name = _units()[figure.unit]
    elif found := _UNSPACED_UNIT.match(figure.unit):
        name, after = str(found.lastgroup), after - len(figure.unit) + found.end()
    else:
        return None
    if rest := _REST.get(figure.unit):
        more = rest.match(figure.text, after)
        after = more.end() if more else after
        if more is None and name == "AREA":
            return None
    if name == "DISTANCE" and _is_height(figure, after):
        name = "HEIGHT"
    signed = figure.head.endswith(("-", "−")) and name == "TEMPERATURE"
    # A single letter after a blank may be anything.
    letter = len(figure.unit) == 1 and figure.unit.isalpha()
    doubtful = letter and (after > figure.end + 1 or figure.unit in "mlL")
    confidence = 0.45 if doubtful else 0.7
    return figure.candidate(name, after, confidence, before=int(signed))


def _is_height(figure: Figure, after: int) -> bool:
    """Whether a length says how tall somebody or something is."""
    words = {word.lower() for word in figure.words[-2:]}
    return bool(_TALL.match(figure.text, after) or words & _HEIGHTS)


def _end_of_unit(figure: Figure) -> int:
    return figure.text.index(figure.unit, figure.end) + len(figure.unit)


@cache
def _money() -> re.Pattern[str]:
    """The sign, code or name after a number."""
    names = "|".join(map(re.escape, currency_names()))
    codes = "|".join(sorted(currency_codes()))
    return re.compile(
        rf"{RANGE}{_SCALE}(?:[ ]de)?[ \u00a0\u202f-]?"
        rf"(?:{_SIGN}|(?:{codes}|{names}){END})"
    )


@cache
def _before_money() -> frozenset[str]:
    """The words and signs after a number with which an amount may go on."""
    names = (name.replace("-", " ").split()[0] for name in currency_names())
    scales = "k K m M bn B mn Mio Mrd de".split()
    words = re.findall(r"[^\W\d_]{3,}", _SCALE)
    return frozenset((*names, *currency_codes(), *SIGNS, *scales, *words))


@cache
def _units() -> dict[str, str]:
    return {unit: name for name, units in _UNITS.items() for unit in units.split()}
