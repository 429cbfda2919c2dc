"""What is cooked, with what, and what may not be in it."""

from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.phrases import (
    GRAMMAR,
    LIKELY,
    is_number,
    phrase_end,
    slot,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import Words

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
_ENDS = frozenset("for in with that to using and serves under which".split())
_LIST_ENDS = frozenset("for in that to using under which as".split())
FOOD = _DIETS | _DISHES | {"allergic"}


def food(_text: str, words: Words) -> Iterator[Candidate]:
    """`recipe for bibimbap`, `a vegan dinner with beans`, `allergic to nuts`."""
    dish = any(word.low in _DISHES for word in words)
    for at, word in enumerate(words):
        if word.quoted:
            continue
        following = words[at + 1].low if at + 2 < len(words) else ""
        if word.low in _DIETS:
            yield from slot("DIET", [word], LIKELY if dish else 0.7)
        elif word.low == "allergic" and following == "to":
            end = phrase_end(words, at + 2, frozenset({"and", "but"}))
            yield from slot("ALLERGY", words[at + 2 : end], LIKELY)
        elif word.low in _DISHES and following == "with" and not word.ends:
            end = phrase_end(words, at + 2, _LIST_ENDS)
            if not is_number(words[at + 2]):
                yield from slot("INGREDIENTS", words[at + 2 : end], LIKELY)
        elif word.low in {"recipe", "recipes"} and following == "for":
            end = phrase_end(words, at + 2, _ENDS)
            if not is_number(words[at + 2]):
                yield from slot("FOOD", words[at + 2 : end], GRAMMAR)
