"""Lists on one line whose items say by themselves what they are."""

import re

from prompt_lsp.prompt_tools.engines.offline.templatize.tables import (
    is_city,
    is_country,
)

_LONGEST = 300  # characters of a list on one line
_WORDS = 6  # of one of its items
_LEAST = 3
_TYPED = (
    re.compile(r"\S@\S"),
    re.compile(r"^(?:https?://|www\.)"),
    re.compile(r"^\+?[\d(][\d ()./-]{6,24}$"),
    re.compile(r"[$€£¥]\s?\d|\d\s?(?:[$€£¥%]|(?:EUR|USD|GBP)\b)"),
)


def is_brief(rest: str) -> bool:
    """Whether a list on one line holds values of several kinds, or places only.

    Each of them is a better slot than the whole: `Ada Byron, ada@acme.com, 555-0199`.
    """
    items = _items(rest)
    if len(items) < _LEAST or any(len(item.split()) > _WORDS for item in items):
        return False
    kinds = {at for item in items for at, one in enumerate(_TYPED) if one.search(item)}
    return len(kinds) > 1 or all(is_city(one) or is_country(one) for one in items)


def all_typed(value: str) -> bool:
    """Whether a value is a list, and each of its items a typed value.

    `press@acme.com, 555-0199` under one label is two values.
    """
    items = _items(value)
    return len(items) > 1 and all(
        len(item.split()) <= _WORDS and any(one.search(item) for one in _TYPED)
        for item in items
    )


def _items(rest: str) -> list[str]:
    if len(rest) > _LONGEST:
        return []
    return [item.strip(" .") for item in re.split(r"[,;|/] | (?:and|or) ", rest)]
