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
_UNITS = {
    "TEMPERATURE": r"°[ ]?[CFK]?|℃|℉|degrees(?: Celsius| Fahrenheit)?|Grad|degrés"
    r"|grados|graus|度",
    "DISTANCE": r"km|kilomet(?:er|re)s?|miles?|mi|met(?:er|re)s?|m|cm|mm|feet|foot|ft"
    r"|inch(?:es)?|yards?|Kilometern?|Metern?|kilomètres?|mètres?|kilómetros|metros"
    r"|quilômetros|キロ|公里|米",
    "AREA": r"square (?:feet|met(?:er|re)s|miles)|sq\.? ?ft|m²|km²|acres?|hectares?"
    r"|ha|Quadratmetern?|平方米",
    "WEIGHT": r"kg|kilos?|kilograms?|g|grams?|mg|lbs?|pounds?|oz|ounces?|tons?|tonnes?"
    r"|Kilogramm|Kilo|Gramm|kilogrammes?|grammes?|gramos|gramas|公斤|千克|克",
    "VOLUME": r"ml|mL|l|L|lit(?:er|re)s?|gallons?|cups?|Litern?|litros?",
    "SPEED": r"km/h|mph|m/s|kmh|knots",
    "SIZE": r"[KMGT]i?B|bytes?|kilobytes|megabytes|gigabytes|terabytes",
    "CALORIES": r"calories|kcal|cal|Kalorien|calorías|calorias",
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
    if found := figure.match(_money()):
        return figure.candidate("AMOUNT", found.end())
    return None


def percentage(figure: Figure) -> Candidate | None:
    """A share of a hundred; all of it is mostly a way of speaking."""
    found = figure.match(_PERCENT)
    if not found:
        return None
    whole = found[0].startswith("100") and not found[0][3:4].isdecimal()
    return figure.candidate("PERCENTAGE", found.end(), 0.4 if whole else 0.8)


def measure(figure: Figure) -> Candidate | None:
    """A number with a unit of measure."""
    found = figure.match(_measured())
    if not found or not found.lastgroup:
        return None
    start = figure.start
    signed = figure.head.endswith(("-", "−")) and found.lastgroup == "TEMPERATURE"
    word = found[found.lastgroup]
    # A single letter right after a number, or after a blank, may be anything.
    doubtful = (
        len(word) == 1 and word.isalpha() and found[0][-2:-1].isdecimal() is False
    )
    return figure.candidate(
        found.lastgroup,
        found.end(),
        0.45 if doubtful and start else 0.7,
        before=int(signed),
    )


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
def _measured() -> re.Pattern[str]:
    kinds = "|".join(f"(?P<{name}>(?:{unit}))" for name, unit in _UNITS.items())
    return re.compile(rf"{RANGE}[ \u00a0\u202f-]?(?:{kinds}){END}(?![²³/])")
