"""What is cooked, with what, and what may not be in it."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.manner import (
    is_audience,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    GRAMMAR,
    LIKELY,
    is_number,
    phrase_end,
    slot,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.purposes import PERIODS
from prompt_lsp.prompt_tools.engines.offline.templatize.english.vocabulary import (
    DETERMINERS,
    EVENTS,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import Words
from prompt_lsp.prompt_tools.engines.offline.templatize.tables import is_language

_DIETS = frozenset(
    """
    vegan vegetarian gluten-free dairy-free lactose-free sugar-free nut-free low-carb
    keto ketogenic paleo pescatarian halal kosher low-sodium low-fat
    """.split()
)
_DISHES = frozenset(
    """
    cocktail cocktails cook dessert desserts dinner dinners dish dishes lunch meal meals
    pasta recipe recipes salad salads smoothie smoothies snack snacks soup soups stew
    """.split()
)
_CUISINES = frozenset(
    "restaurant restaurants food cuisine dish dishes recipe recipes dinner meal".split()
)
_ENDS = frozenset("for in that to using under which as".split())
_SHOPPING = frozenset({"shopping", "grocery", "groceries"})
FOOD = _DIETS | _SHOPPING | _DISHES | _CUISINES | {"allergic"}


def food(_text: str, words: Words) -> Iterator[Candidate]:
    """`recipe for bibimbap`, `a vegan dinner with beans`, `allergic to nuts`."""
    dish = any(word.low in _DISHES for word in words)
    for at, word in enumerate(words):
        if word.quoted:
            continue
        if word.low in _DIETS:
            yield from slot("DIET", [word], LIKELY if dish else 0.7)
        elif at + 1 < len(words) and not word.ends:
            yield from _before(words, at)


def _before(words: Words, at: int) -> Iterator[Candidate]:
    """What stands before, or behind, the name of a dish."""
    word, following = words[at], words[at + 1].low
    if word.capital and following in _CUISINES and is_language(word.text):
        yield from slot("CUISINE", [word], LIKELY)
    elif at + 2 == len(words) or is_number(words[at + 2]):
        return
    elif word.low == "allergic" and following == "to":
        end = phrase_end(words, at + 2, frozenset({"and", "but"}))
        yield from slot("ALLERGY", words[at + 2 : end], LIKELY)
    elif word.low in _DISHES and following == "with" and not words[at + 2].capital:
        end = phrase_end(words, at + 2, _INGREDIENTS_END)
        yield from slot("INGREDIENTS", words[at + 2 : end], LIKELY)
    elif word.low in {"recipe", "recipes"} and following == "for":
        end = phrase_end(words, at + 2, _ENDS)
        yield from slot("FOOD", words[at + 2 : end], GRAMMAR)
    elif word.low == "list" and following == "for" and words[at - 1].low in _SHOPPING:
        said = words[at + 2 : phrase_end(words, at + 2, _ENDS)]
        if _is_dish(said):
            yield from slot("FOOD", said, LIKELY)


def _is_dish(said: Words) -> bool:
    """Whether what is bought for is cooked: no event, nobody and no day."""
    if not said:
        return False
    first, last = said[0], said[-1].low
    plain = first.low not in _NO_DISHES and last not in _NO_DISHES
    return plain and first.text.islower() and not is_audience(said) and last.isalpha()


_NO_DISHES = (
    EVENTS
    | PERIODS
    | DETERMINERS
    | frozenset(
        "my our your his her their this that next each every home school work camping "
        "christmas easter thanksgiving".split()
    )
)


_INGREDIENTS_END = frozenset("for in that to using under which as".split())
