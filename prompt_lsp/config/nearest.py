"""The word that somebody meant."""

import re
from collections.abc import Iterable

_CUTOFF = 0.6  # the least likeness, from 0 to 1, that is worth a suggestion
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like `word`, or None where none is.

    `tokenLimit`, `token_limit` and `token-limit` are alike; and the last name of a
    dotted key speaks for the whole of it.
    """
    # Almost no run has a wrong word, and this is an import of its own weight.
    from difflib import get_close_matches  # noqa: PLC0415

    said: dict[str, str] = {}
    for candidate in known:
        said[_plain(candidate)] = candidate
    for candidate in tuple(said.values()):
        said.setdefault(_plain(candidate).rpartition(".")[2], candidate)
    found = get_close_matches(_plain(word), said, 1, _CUTOFF)
    return said[found[0]] if found else None


def _plain(word: str) -> str:
    return _HUMP.sub("-", word).replace("_", "-").lower()
